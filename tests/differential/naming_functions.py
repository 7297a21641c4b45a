"""Functions, decorators, generators and context functions around the calls."""

import naming_names as names
import naming_notes as notes
import naming_scopes as scopes
import naming_variables as variables
from program_text import Statements

STATEMENTS = Statements()

STATEMENTS.declare(
    "function called repeatedly",
    "function with a scope as default",
    "function with reuse as a parameter",
    "function with a scope as a parameter",
    "closure",
    "lambda",
    "recursion",
    "functools.partial",
    "nested function",
    "name passed as an argument",
    "function passed to a function",
    "star arguments",
)


def arguments_of(program, function):
    """Arguments for a call of a function bound as (name, list of parameter kinds)."""
    result = []
    for kind in function[1]:
        result.append(
            {
                "name": lambda: names.variable_name(program)[0],
                "scope name": lambda: names.scope_name(program),
                "optional scope name": lambda: program.choose("None", names.scope_name(program)),
                "scope": lambda: program.pick("scope") or "tf.get_variable_scope()",
                "reuse": lambda: program.choose(
                    "reuse=True", "reuse=None", "reuse=tf.AUTO_REUSE", "reuse=False", "reuse=None"
                ),
                "size": lambda: program.choose("2", "3"),
                "depth": lambda: program.choose("1", "2", "3"),
            }[kind]()
        )
    return ", ".join(result)


FORMS = {
    "function called repeatedly": ("def {}():", []),
    "function with a scope as default": ("def {}(scope='net', name=None):", []),
    "function with reuse as a parameter": ("def {}(reuse=None):", ["reuse"]),
    "function with a scope as a parameter": ("def {}(scope):", ["scope"]),
    "name passed as an argument": ("def {}(name, size=2):", ["name", "size"]),
    "star arguments": ("def {}(*names, **options):", ["name", "name"]),
}


@STATEMENTS.kind(5)
def write_function(program):
    if not program.may_nest() or program.nesting > 3:
        return write_call(program)
    kind = program.random.choice(sorted(FORMS))
    program.mark(kind)
    if program.in_function:
        program.mark("nested function")
    header, parameters = FORMS[kind]
    name = program.fresh("build")
    with program.function(header.format(name)):
        if kind == "name passed as an argument":
            program.line("v = tf.get_variable(name, [size])")
            program.bind("variable", "v")
        elif kind == "star arguments":
            with program.block("for name in names:"):
                program.line("v = tf.get_variable(name, %s, **options)" % program.choose("[2]", "shape=[3]"))
        call = {
            "function with a scope as default": "tf.variable_scope(%s)"
            % program.choose("scope", "name, scope", "name or scope"),
            "function with reuse as a parameter": "tf.variable_scope(%s, reuse=reuse)" % names.scope_name(program),
            "function with a scope as a parameter": "tf.variable_scope(scope%s)"
            % program.choose("", ", reuse=True", ", reuse=tf.AUTO_REUSE"),
        }.get(kind)
        if call:
            with program.block("with %s:" % call):
                program.body(3)
        else:
            program.body(3)
        program.line("return %s" % (program.pick("variable") or "tf.get_variable_scope().name"))
    program.bind("function", (name, parameters))
    for _ in range(program.random.randint(1, 2)):
        write_call(program)


@STATEMENTS.kind(5)
def write_call(program):
    function = program.pick("function")
    if function is None:
        return notes.write_note(program)
    call = "%s(%s)" % (function[0], arguments_of(program, function))
    if program.chance(0.12):
        program.mark("function passed to a function")
        call = "list(map(lambda f: f(%s), [%s]))" % (arguments_of(program, function), function[0])
    elif program.chance(0.08) and not function[1]:
        program.mark("functools.partial")
        call = "functools.partial(%s)()" % function[0]
    variables.protected(program, call, "result", risk=0.35)


@STATEMENTS.kind(2.5)
def write_small_function(program):
    kind = program.choose("closure", "lambda", "recursion", "functools.partial")
    program.mark(kind)
    name = program.fresh("make")
    if kind == "lambda":
        program.line("%s = lambda name=%s: tf.get_variable(name, [2])" % (name, names.variable_name(program)[0]))
        program.bind("function", (name, program.choose([], ["name"])))
    elif kind == "functools.partial":
        program.line(
            "%s = functools.partial(tf.get_variable, shape=[2], %s)"
            % (
                name,
                program.choose(
                    "trainable=False", "initializer=tf.zeros_initializer()", "dtype=tf.float32", "collections=['mine']"
                ),
            )
        )
        program.bind("function", (name, ["name"]))
    elif kind == "closure":
        with program.block("def %s(prefix):" % name):
            program.line("made = []")
            with program.block("def inner(name):"):
                program.line(
                    "made.append(tf.get_variable(%s, [len(made) %% 2 + 1]))"
                    % program.choose("prefix + name", "prefix + '/' + name", "'%s_%s%d' % (prefix, name, len(made))")
                )
                program.line("return made[-1]")
            program.line("return inner")
        inner = program.fresh("inner")
        program.line("%s = %s('p%d')" % (inner, name, program.random.randint(1, 3)))
        program.bind("function", (inner, ["name"]))
    else:
        with program.block("def %s(depth):" % name):
            with program.block("with %s:" % scopes.variable_scope_call(program)):
                program.line("v = tf.get_variable('v%d' % depth, [depth + 1])")
                program.line("return [v] + (%s(depth - 1) if depth else [])" % name)
        program.bind("function", (name, ["depth"]))
    write_call(program)


# ---- decorators, generators, context functions
STATEMENTS.declare(
    "decorator that opens a scope",
    "contextmanager function",
    "generator that holds a scope open",
    "generator of variables",
    "decorator with arguments",
    "contextmanager that catches",
    "generator left unfinished",
)


@STATEMENTS.kind(2)
def write_decorator(program):
    if not program.may_nest() or program.nesting > 2:
        return write_call(program)
    program.mark("decorator that opens a scope")
    name, function = program.fresh("scoped"), program.fresh("build")
    call = program.choose(
        "tf.variable_scope(scope, reuse=tf.AUTO_REUSE)",
        "tf.variable_scope(scope)",
        "tf.variable_scope(None, scope)",
        "tf.name_scope(scope)",
        "tf.variable_scope(function.__name__)",
    )
    arguments = program.chance(0.6)
    if arguments:
        program.mark("decorator with arguments")
        with program.block("def %s(scope):" % name):
            with program.block("def decorate(function):"):
                program.line("@functools.wraps(function)")
                with program.block("def wrapped(*args, **kwargs):"):
                    with program.block("with %s:" % call):
                        program.line("return function(*args, **kwargs)")
                program.line("return wrapped")
            program.line("return decorate")
        program.line("@%s(%s)" % (name, names.scope_name(program)))
    else:
        with program.block("def %s(function, scope='net'):" % name):
            with program.block("def wrapped(*args, **kwargs):"):
                with program.block("with %s:" % call):
                    program.line("return function(*args, **kwargs)")
            program.line("return wrapped")
        program.line("@" + name)
    with program.function("def %s():" % function):
        program.body(2)
        program.line("return tf.get_variable('w', [2])")
    program.bind("function", (function, []))
    for _ in range(program.random.randint(1, 2)):
        write_call(program)


@STATEMENTS.kind(2)
def write_context_function(program):
    if not program.may_nest():
        return
    program.mark("contextmanager function")
    name = program.fresh("opened")
    program.line("@contextlib.contextmanager")
    with program.block("def %s(name):" % name):
        inner = program.choose(
            "tf.variable_scope(name) as scope",
            "tf.variable_scope(name, reuse=tf.AUTO_REUSE) as scope",
            "tf.name_scope(name) as scope",
            "tf.variable_scope(None, name) as scope",
        )
        catches = program.chance(0.3)
        with program.block("with %s:" % inner):
            if catches:
                program.mark("contextmanager that catches")
                with program.block("try:"):
                    program.line("yield scope")
                with program.block("except ValueError as error:"):
                    program.line("log.append(told(error))")
            else:
                program.line("yield scope")
    for _ in range(program.random.randint(1, 2)):
        target = program.fresh("scope")
        with program.block("with %s(%s) as %s:" % (name, names.scope_name(program), target)):
            if "variable_scope" in inner:
                program.bind("scope", target)
            with program.forgetting():
                program.body(2)


@STATEMENTS.kind(1.6)
def write_generator(program):
    if not program.may_nest():
        return
    kind = program.choose("generator that holds a scope open", "generator of variables", "generator left unfinished")
    program.mark(kind)
    name = program.fresh("generate")
    with program.block("def %s():" % name):
        with program.block("with %s:" % scopes.variable_scope_call(program)):
            with program.block("for i in range(2):"):
                program.line(
                    "yield tf.%s" % program.choose("get_variable('g%d' % i, [i + 1])", "Variable(float(i), name='g')")
                )
    if kind == "generator of variables":
        variables.protected(program, "list(%s())" % name, "result")
    elif kind == "generator that holds a scope open":
        with program.block("for v in %s():" % name):
            program.line("log.append(v.name)")
            with program.forgetting():
                program.body(2)
    else:
        running = program.fresh("running")
        program.line("%s = %s()" % (running, name))
        program.line("log.append(next(%s).name)" % running)
        with program.block("try:"), program.forgetting():
            program.body(2)
        with program.block("finally:"):
            program.line("%s.close()" % running)
        program.line("log.append(tf.get_variable_scope().name)")
