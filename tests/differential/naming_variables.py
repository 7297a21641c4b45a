"""Statements that make variables."""

import naming_names as names
from program_text import Statements

STATEMENTS = Statements()

STATEMENTS.declare(
    "error caught and noted",
    "branch on the text of an error",
    "retry with reuse after an error",
    "try with else and finally",
)


def protected(program, call, kind="variable", risk=0.35):
    """Writes `NAME = call`, sometimes inside a try statement; binds NAME."""
    name = program.fresh("v")
    if not program.chance(risk):
        program.line("%s = %s" % (name, call))
        program.bind(kind, name)
        return
    form = program.weighted(
        [
            (6, "error caught and noted"),
            (2, "branch on the text of an error"),
            (2, "retry with reuse after an error"),
            (1, "try with else and finally"),
        ]
    )
    program.mark(form)
    with program.block("try:"):
        program.line("%s = %s" % (name, call))
    error = program.choose("(ValueError, TypeError)", "Exception", "(ValueError, TypeError)", "ValueError")
    with program.block("except %s as error:" % error):
        if form == "branch on the text of an error":
            with program.block("if 'already exists' in str(error):"):
                program.line("log.append('exists')")
            with program.block("else:"):
                program.line("%s = tf.Variable(0.0, name='other')" % name)
        elif form == "retry with reuse after an error":
            with program.block(
                "with tf.variable_scope(tf.get_variable_scope(), reuse=%s):" % program.choose("True", "tf.AUTO_REUSE")
            ):
                program.line("%s = %s" % (name, call))
        else:
            program.line("log.append(told(error))")
    if form == "try with else and finally":
        with program.block("else:"):
            program.line("log.append(%s.name)" % name)
        with program.block("finally:"):
            program.line("log.append('end')")
    if form == "retry with reuse after an error":
        program.bind(kind, name)


# ---- tf.Variable
STATEMENTS.declare(
    "tf.Variable",
    "tf.Variable without a name",
    "name with a trailing slash",
    "Variable of a callable",
    "Variable of a tensor",
    "Variable of a placeholder",
    "Variable without a value",
    "Variable of partly known shape",
    "Variable with dtype",
    "expected_shape",
    "Variable from another variable",
    "tf.compat.v1.Variable",
    "Variable from initialized_value",
)

KNOWN = (
    "0.0",
    "1",
    "[1.0, 2.0]",
    "np.zeros([2, 3], np.float32)",
    "np.ones(2)",
    "tf.zeros([2, 3])",
    "tf.constant(3)",
    "'text'",
    "True",
    "tf.random_normal([3, 2])",
    "tf.truncated_normal([2, 2], stddev=0.1)",
    "[[1, 2, 3]]",
    "1.5",
    "np.int64(3)",
    "(1, 2)",
    "2j",
)


def initial_value(program):
    kind = program.weighted(
        [
            (9, "value"),
            (1.2, "Variable of a callable"),
            (2, "Variable of a tensor"),
            (0.4, "Variable of a placeholder"),
            (0.4, "Variable without a value"),
            (0.4, "Variable of partly known shape"),
            (0.6, "Variable from another variable"),
            (0.5, "Variable from initialized_value"),
        ]
    )
    if kind != "value":
        program.mark(kind)
    if kind == "Variable of a callable":
        return program.choose(
            "lambda: tf.zeros([2])",
            "lambda: 1.0",
            "lambda: tf.random_normal([2, 3], name='noise')",
            "functools.partial(tf.zeros, [3])",
        )
    if kind == "Variable of a tensor":
        return program.choose(
            "tf.zeros([2]) + 1.0",
            "tf.ones([2, 3], name='w')",
            "tf.identity(tf.zeros([4]), name='init')",
            "tf.cast(tf.zeros([2]), tf.int32)",
            "tf.random_uniform([3], -1.0, 1.0)",
            "tf.fill([2, 2], 7)",
        )
    if kind == "Variable of a placeholder":
        return "tf.placeholder(tf.float32)"
    if kind == "Variable without a value":
        return None
    if kind == "Variable of partly known shape":
        return "tf.placeholder(tf.float32, [None, 2])"
    if kind == "Variable from another variable":
        return program.pick("variable") or "1.0"
    if kind == "Variable from initialized_value":
        other = program.pick("plain variable")
        return other + ".initialized_value()" if other else "1.0"
    return program.random.choice(KNOWN)


@STATEMENTS.kind(11)
def write_variable(program):
    function = program.weighted([(12, "tf.Variable"), (1, "tf.compat.v1.Variable")])
    program.mark(function)
    arguments = []
    given = initial_value(program)
    if given is not None:
        arguments.append(given if program.chance(0.8) else "initial_value=" + given)
    if program.chance(0.7):
        text = names.variable_name(program)[0]
        if program.chance(0.05):
            program.mark("name with a trailing slash")
            text = program.choose("'w/'", "'net/w/'", "'x/'")
        arguments.append("name=" + text)
    else:
        program.mark("tf.Variable without a name")
    if program.chance(0.1):
        program.mark("Variable with dtype")
        arguments.append("dtype=" + program.choose("tf.float32", "tf.float64", "tf.int32", "tf.float32", "np.float32"))
    if program.chance(0.04):
        program.mark("expected_shape")
        arguments.append("expected_shape=" + program.choose("[2]", "[]", "None"))
    arguments += names.common_arguments(program)
    positional = [argument for argument in arguments[:1] if given is not None]
    rest = arguments[len(positional) :]
    program.random.shuffle(rest)
    call = "%s(%s)" % (function, ", ".join(positional + rest))
    plain = len(program.bound.get("variable", []))
    protected(program, call, risk=0.7 if given is None or "placeholder" in given else 0.15)
    if len(program.bound.get("variable", [])) > plain:
        program.bind("plain variable", program.bound["variable"][-1])


# ---- tf.get_variable
STATEMENTS.declare(
    "tf.get_variable",
    "tf.get_local_variable",
    "get_variable without a shape",
    "value initializer with a shape",
    "dtype and value initializer",
    "getter argument",
    "partitioner argument",
    "reuse argument",
    "positional arguments",
    "partitioned value",
    "name None",
    "keyword arguments from a dictionary",
)


def get_variable_arguments(program):
    """(shape or None, other arguments)."""
    text, plain = names.variable_name(program)
    if program.chance(0.01):
        program.mark("name None")
        text, plain = "None", None
    size, others = names.shape(program, plain), []
    if program.chance(0.28):
        made, is_value = names.initializer(program)
        others.append("initializer=" + made)
        if is_value and size is not None:
            if program.chance(0.85):
                size = None
            else:
                program.mark("value initializer with a shape")
    if program.chance(0.14):
        others.append("dtype=" + names.dtype(program))
        if size is None:
            program.mark("dtype and value initializer")
    if program.chance(0.07):
        others.append("regularizer=" + names.regularizer(program))
    if program.chance(0.06):
        program.mark("getter argument")
        others.append("custom_getter=" + names.getter(program))
    if program.chance(0.09):
        program.mark("partitioner argument")
        others.append("partitioner=" + names.partitioner(program))
        if size is None:
            program.mark("partitioned value")
    if program.chance(0.012):
        program.mark("reuse argument")
        others.append("reuse=True")
    if size is None:
        program.mark("get_variable without a shape")
    others += names.common_arguments(program)
    return text, size, others


def get_variable_call(program, risky=False):
    function = program.weighted([(14, "tf.get_variable"), (1, "tf.get_local_variable")])
    program.mark(function)
    text, size, others = get_variable_arguments(program)
    program.random.shuffle(others)
    first = [text]
    if size is not None and program.chance(0.75):
        first.append(size)
    elif size is not None:
        others.insert(0, "shape=" + size)
    if len(first) == 2:
        program.mark("positional arguments")
    if others and program.chance(0.04):
        program.mark("keyword arguments from a dictionary")
        others = ["**dict(%s)" % ", ".join(others)]
    return "%s(%s)" % (function, ", ".join(first + others))


def likely_fails(call):
    return any(
        text in call
        for text in ("None", "complex", "'getter'", "reuse=True", "[2, 2]", "dtype: 2", "[0] *", "'halves'")
    )


@STATEMENTS.kind(26)
def write_get_variable(program):
    call = get_variable_call(program)
    protected(program, call, risk=0.8 if likely_fails(call) else 0.3)


STATEMENTS.declare(
    "same call twice",
    "variable of the store and tf.Variable of one name",
    "other shape under reuse",
    "other dtype under reuse",
    "other initializer length under reuse",
    "operation takes the name",
    "partitioned variable again",
    "parts fetched by hand",
    "read of a variable",
    "repeat under reuse",
)


@STATEMENTS.kind(5)
def write_repetition(program):
    """One key twice, in ways that agree or do not."""
    kind = program.choose(
        "same call twice",
        "variable of the store and tf.Variable of one name",
        "other shape under reuse",
        "other dtype under reuse",
        "other initializer length under reuse",
        "partitioned variable again",
        "parts fetched by hand",
        "read of a variable",
        "repeat under reuse",
    )
    program.mark(kind)
    text, plain = names.variable_name(program)
    size = names.SHAPES.get(plain, "[4]")
    reuse = program.choose("True", "tf.AUTO_REUSE", "True")
    again = "with tf.variable_scope(tf.get_variable_scope(), reuse=%s):" % reuse
    if kind == "same call twice":
        for _ in range(2):
            protected(program, "tf.get_variable(%s, %s)" % (text, size), risk=0.8)
    elif kind == "variable of the store and tf.Variable of one name":
        calls = ["tf.get_variable(%s, %s)" % (text, size), "tf.Variable(tf.zeros(%s), name=%s)" % (size, text)]
        program.random.shuffle(calls)
        for call in calls:
            protected(program, call, risk=0.3)
    elif kind == "partitioned variable again":
        made = names.partitioner(program)
        other = names.partitioner(program) if program.chance(0.4) else made
        protected(program, "tf.get_variable(%s, %s, partitioner=%s)" % (text, size, made), risk=0.4)
        with program.block(again):
            protected(
                program,
                "tf.get_variable(%s, %s%s)"
                % (
                    text,
                    program.choose(size, size, "[5, 3]"),
                    program.choose(
                        ", partitioner=" + other,
                        ", partitioner=" + other,
                        "",
                        ", dtype=tf.float64, partitioner=" + other,
                    ),
                ),
                risk=0.6,
            )
    elif kind == "parts fetched by hand":
        protected(program, "tf.get_variable(%s, [5, 2], partitioner=tf.fixed_size_partitioner(2))" % text, risk=0.4)
        with program.block(again):
            protected(
                program,
                "tf.get_variable(%s + '/part_%s', [%s, 2])"
                % (text, program.choose("0", "1", "2"), program.choose("3", "2")),
                risk=0.6,
            )
    elif kind == "read of a variable":
        name = program.fresh("v")
        program.line("%s = tf.get_variable(%s, %s) + 1.0" % (name, text, size))
        program.bind("variable", name)
    elif kind == "repeat under reuse":
        with program.block("with tf.variable_scope(%s) as scope:" % names.scope_name(program)):
            protected(program, "tf.get_variable(%s, %s)" % (text, size), risk=0.2)
            if program.chance(0.5):
                program.line("scope.reuse_variables()")
                protected(program, "tf.get_variable(%s, %s)" % (text, size), risk=0.2)
        with program.block("with tf.variable_scope(scope, reuse=%s):" % reuse):
            protected(program, "tf.get_variable(%s, %s)" % (text, size), risk=0.2)
    else:
        first, second = {
            "other shape under reuse": (size, program.choose("[5]", "[]", "[2, 4]", "[None, 3]", "None")),
            "other dtype under reuse": (size, size + ", dtype=" + program.choose("tf.int32", "tf.float64")),
            "other initializer length under reuse": ("initializer=tf.zeros([5])", "initializer=tf.zeros([2])"),
        }[kind]
        protected(program, "tf.get_variable(%s, %s)" % (text, first), risk=0.5)
        with program.block(again):
            protected(program, "tf.get_variable(%s, %s)" % (text, second), risk=0.7)


@STATEMENTS.kind(3)
def write_operation(program):
    program.mark("operation takes the name")
    text = names.variable_name(program)[0]
    name = program.fresh("t")
    program.line(
        "%s = %s"
        % (
            name,
            program.choose(
                "tf.placeholder(tf.float32, [None, 3], name=%s)",
                "tf.constant(1.0, name=%s)",
                "tf.no_op(name=%s)",
                "tf.zeros([2], name=%s)",
                "tf.identity(3.0, name=%s)",
                "tf.add(1.0, 2.0, name=%s)",
                "tf.group(name=%s)",
            )
            % text,
        )
    )
    if program.chance(0.5):
        program.line("log.append(%s.name)" % name)
