"""Statements that open scopes."""

import naming_names as names
import naming_notes as notes
from program_text import Statements

STATEMENTS = Statements()

# ---- variable_scope
STATEMENTS.declare(
    "variable_scope by name",
    "variable_scope by object",
    "variable_scope by default name",
    "variable_scope of the current scope",
    "variable_scope ''",
    "variable_scope None without a default",
    "scope name with a trailing slash",
    "name and default name",
    "variable_op_scope",
    "wrong type of scope",
    "reuse=True",
    "reuse=False",
    "reuse=None",
    "AUTO_REUSE",
    "reuse that is no bool",
    "computed reuse",
    "default name with reuse",
    "auxiliary_name_scope=False",
    "values argument",
    "scope initializer",
    "scope regularizer",
    "scope partitioner",
    "scope getter",
    "scope dtype",
    "scope use_resource",
    "scope constraint",
    "scope caching_device",
    "scope with a value initializer",
    "scope kept for later",
    "original_name_scope entered",
    "name of a scope entered",
    "root scope object",
)

FLAGS = (
    ("reuse=True", "True"),
    ("reuse=False", "False"),
    ("reuse=None", "None"),
    ("AUTO_REUSE", "tf.AUTO_REUSE"),
    ("reuse that is no bool", None),
    ("computed reuse", None),
)


def flag(program):
    kind, text = program.weighted(
        [(3, FLAGS[0]), (1, FLAGS[1]), (1, FLAGS[2]), (6, FLAGS[3]), (0.6, FLAGS[4]), (1, FLAGS[5])]
    )
    program.mark(kind)
    if kind == "reuse that is no bool":
        return program.choose("1", "0", "np.bool_(True)", "'yes'", "1 > 0 or 1")
    if kind == "computed reuse":
        index = program.pick("index")
        return (
            "%s > 0" % index
            if index
            else program.choose("len(log) > 2", "not log", "bool(log) or None", "tf.AUTO_REUSE if log else False")
        )
    return text


def defaults(program):
    """Arguments that set the defaults of a scope."""
    result = []
    for probability, kind, make in (
        (0.06, "scope initializer", lambda: "initializer=" + program.random.choice(names.OBJECTS)),
        (0.015, "scope with a value initializer", lambda: "initializer=" + names.value(program)),
        (0.06, "scope regularizer", lambda: "regularizer=" + names.regularizer(program)),
        (0.05, "scope partitioner", lambda: "partitioner=" + names.partitioner(program)),
        (0.08, "scope getter", lambda: "custom_getter=" + names.getter(program)),
        (0.04, "scope dtype", lambda: "dtype=" + program.choose("tf.float64", "tf.float16", "tf.int32")),
        (0.04, "scope use_resource", lambda: "use_resource=" + program.choose("True", "False")),
        (0.03, "scope constraint", lambda: "constraint=lambda t: t"),
        (0.03, "scope caching_device", lambda: "caching_device='/cpu:0'"),
    ):
        if program.chance(probability) and not (result and kind == "scope with a value initializer"):
            program.mark(kind)
            result.append(make())
    return result


def variable_scope_call(program):
    kind = program.weighted(
        [
            (14, "variable_scope by name"),
            (6, "variable_scope by object"),
            (4, "variable_scope by default name"),
            (2, "variable_scope of the current scope"),
            (0.6, "variable_scope ''"),
            (0.45, "variable_scope None without a default"),
            (0.6, "scope name with a trailing slash"),
            (0.8, "name and default name"),
            (1, "variable_op_scope"),
            (0.4, "wrong type of scope"),
            (0.8, "original_name_scope entered"),
            (0.8, "name of a scope entered"),
            (0.7, "root scope object"),
        ]
    )
    scope = program.pick("scope")
    if scope is None and kind in ("variable_scope by object", "original_name_scope entered", "name of a scope entered"):
        kind = "variable_scope by name"
    program.mark(kind)
    arguments = []
    if kind == "variable_op_scope":
        form = program.choose("[], %s", "[], None, %s", "None, %s")
        call = "tf.variable_op_scope(" + form % (
            repr(program.random.choice(names.DEFAULT_NAMES)) if "None, %s" in form[3:] else names.scope_name(program)
        )
    else:
        call = (
            "tf.variable_scope("
            + {
                "variable_scope by name": lambda: names.scope_name(program),
                "variable_scope by object": lambda: scope,
                "variable_scope by default name": lambda: program.choose("None, %r", "None, default_name=%r")
                % program.random.choice(names.DEFAULT_NAMES),
                "variable_scope of the current scope": lambda: "tf.get_variable_scope()",
                "variable_scope ''": lambda: "''",
                "variable_scope None without a default": lambda: "None",
                "scope name with a trailing slash": lambda: program.choose("'net/'", "'a/'", "'s/t/'"),
                "name and default name": lambda: "%s, %r"
                % (names.scope_name(program), program.random.choice(names.DEFAULT_NAMES)),
                "wrong type of scope": lambda: program.choose("3", "['net']", "tf.constant(1)", "tf.get_variable"),
                "original_name_scope entered": lambda: scope + ".original_name_scope",
                "name of a scope entered": lambda: scope + ".name",
                "root scope object": lambda: program.choose("root", "root", "root, reuse=tf.AUTO_REUSE"),
            }[kind]()
        )
    if program.chance(0.33) and "reuse=" not in call:
        if kind == "variable_scope by default name":
            if program.chance(0.25):
                program.mark("default name with reuse")
                arguments.append("reuse=" + flag(program))
        else:
            arguments.append("reuse=" + flag(program))
    arguments += defaults(program)
    if kind != "variable_op_scope":
        if program.chance(0.05):
            program.mark("auxiliary_name_scope=False")
            arguments.append("auxiliary_name_scope=False")
        if program.chance(0.03):
            program.mark("values argument")
            arguments.append("values=[%s]" % program.choose("tf.zeros([2])", "tf.constant(1.0), 2.0", ""))
    return ", ".join([call] + arguments) + ")"


def scope_target(program):
    """` as NAME` and the name, or two times nothing."""
    if program.chance(0.55):
        name = program.fresh("scope")
        return " as " + name, name
    return "", None


@STATEMENTS.kind(22)
def write_variable_scope(program):
    if not program.may_nest():
        return notes.write_note(program)
    call = variable_scope_call(program)
    target, name = scope_target(program)
    with program.block("with %s%s:" % (call, target)):
        if name:
            program.mark("scope kept for later")
            program.bind("scope", name)
        program.body()


# ---- flags and defaults of scope objects
STATEMENTS.declare(
    "reuse_variables()",
    "reuse_variables() of the current scope",
    "set_initializer and others",
    "get_variable_scope kept",
)


@STATEMENTS.kind(2.5)
def write_flag(program):
    scope = program.pick("scope")
    if scope is None or program.chance(0.3):
        program.mark("reuse_variables() of the current scope")
        if program.chance(0.6):
            program.line("tf.get_variable_scope().reuse_variables()")
        else:
            with program.block("with tf.variable_scope(tf.get_variable_scope()):"):
                program.line("tf.get_variable_scope().reuse_variables()")
                program.body(2)
    else:
        program.mark("reuse_variables()")
        program.line(scope + ".reuse_variables()")


@STATEMENTS.kind(1)
def write_scope_setting(program):
    program.mark("set_initializer and others")
    scope = program.pick("scope") or "tf.get_variable_scope()"
    program.line(
        scope
        + program.choose(
            ".set_initializer(tf.ones_initializer())",
            ".set_dtype(tf.float64)",
            ".set_use_resource(True)",
            ".set_regularizer(penalty)",
            ".set_partitioner(tf.fixed_size_partitioner(2))",
            ".set_custom_getter(renaming_getter)",
            ".set_caching_device('/cpu:0')",
            ".set_partitioner(None)",
            ".set_custom_getter(None)",
        )
    )


@STATEMENTS.kind(1.5)
def write_current_scope(program):
    program.mark("get_variable_scope kept")
    name = program.fresh("scope")
    program.line("%s = tf.get_variable_scope()" % name)
    program.bind("scope", name)


# ---- name_scope
STATEMENTS.declare(
    "name_scope by name",
    "name_scope None",
    "name_scope ''",
    "name_scope with a trailing slash",
    "name_scope with a default name",
    "name_scope entered again",
    "graph.name_scope",
    "name_scope with values",
    "name_scope of an operation's name",
)


@STATEMENTS.kind(9)
def write_name_scope(program):
    if not program.may_nest():
        return notes.write_note(program)
    kind = program.weighted(
        [
            (6, "name_scope by name"),
            (1.3, "name_scope None"),
            (1.7, "name_scope ''"),
            (1.6, "name_scope with a trailing slash"),
            (1.8, "name_scope with a default name"),
            (9, "name_scope entered again"),
            (1.4, "graph.name_scope"),
            (1.5, "name_scope with values"),
            (1.2, "name_scope of an operation's name"),
        ]
    )
    known = program.pick("name scope")
    if kind == "name_scope entered again" and known is None:
        kind = "name_scope by name"
    program.mark(kind)
    text = names.scope_name(program)
    call = {
        "name_scope by name": "tf.name_scope(%s)" % text,
        "name_scope None": "tf.name_scope(None)",
        "name_scope ''": "tf.name_scope('')",
        "name_scope with a trailing slash": "tf.name_scope(%s)" % program.choose("'net/'", "'a/'", "'w/x/'"),
        "name_scope with a default name": "tf.name_scope(None, %s)" % text,
        "name_scope entered again": "tf.name_scope(%s)" % known,
        "graph.name_scope": "tf.get_default_graph().name_scope(%s)" % program.choose(text, text, "None"),
        "name_scope with values": "tf.name_scope(%s, 'op', [tf.constant(1.0)])" % program.choose(text, "None"),
        "name_scope of an operation's name": "tf.name_scope(tf.constant(1.0, name=%s).op.name)" % text,
    }[kind]
    target, name = "", None
    if program.chance(0.7):
        name = program.fresh("n")
        target = " as " + name
    with program.block("with %s%s:" % (call, target)):
        if name:
            program.bind("name scope", name)
        program.body(3)
