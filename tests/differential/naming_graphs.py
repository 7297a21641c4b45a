"""Statements about graphs, templates and control flow of graphs."""

import naming_names as names
import naming_scopes as scopes
import naming_variables as variables
from program_text import Statements

STATEMENTS = Statements()

# ---- graphs
STATEMENTS.declare(
    "new default graph",
    "nested graphs",
    "reset_default_graph",
    "scope object in another graph",
    "graph entered again",
    "import_graph_def",
    "variable scope around a graph",
    "model function per graph",
    "inputs choose the graph",
)


@STATEMENTS.kind(3)
def write_graph(program):
    if not program.may_nest():
        return
    known = program.pick("graph")
    name = None
    if known and program.chance(0.8):
        program.mark("graph entered again")
        header = "with %s.as_default():" % known
    elif program.chance(0.8):
        name = program.fresh("graph")
        program.line("%s = tf.Graph()" % name)
        header = "with %s.as_default():" % name
    else:
        header = "with tf.Graph().as_default():"
    program.mark("new default graph")
    if program.graphs:
        program.mark("nested graphs")
    if program.nesting:
        program.mark("variable scope around a graph")
    if program.pick("scope"):
        program.mark("scope object in another graph")
    outer = {kind: program.bound.get(kind, []) for kind in ("variable", "plain variable")}
    program.graphs += 1
    with program.block(header):
        program.bound.update({kind: [] for kind in outer})  # a variable of another graph is rarely used
        if program.chance(0.3):
            write_graph(program)
        program.body()
    program.graphs -= 1
    program.bound.update(outer if program.chance(0.9) else {})
    if name:
        program.bind("graph", name)
        if program.chance(0.3) and program.budget > 1:
            program.statement()
            write_graph(program)


@STATEMENTS.kind(0.9)
def write_reset(program):
    if program.graphs or (program.in_function or program.nesting) and program.chance(0.7):
        return
    program.mark("reset_default_graph")
    program.line("tf.reset_default_graph()")
    if not program.nesting:
        program.bound["variable"] = program.bound["plain variable"] = []
    else:
        program.line("log.append(tf.get_variable_scope().name)")


@STATEMENTS.kind(0.8)
def write_import(program):
    program.mark("import_graph_def")
    name = program.fresh("definition")
    with program.block("with tf.Graph().as_default() as %s_graph:" % name):
        program.line("tf.constant(1.0, name=%s)" % names.scope_name(program))
        variables.write_variable(program) if program.chance(0.5) else None
        program.line("%s = %s_graph.as_graph_def()" % (name, name))
    program.bound["variable"] = program.bound["plain variable"] = []
    program.line("tf.import_graph_def(%s, name=%s)" % (name, program.choose("''", "'imported'", "None", "'net'")))


@STATEMENTS.kind(0.7)
def write_model_function(program):
    program.mark("model function per graph")
    name = program.fresh("model_fn")
    with program.function("def %s(mode):" % name):
        program.body(3)
        program.line("return mode")
    with program.block("for mode in ('train', 'eval'):"):
        with program.block("with tf.Graph().as_default():"):
            if program.chance(0.5):
                program.line("tf.train.create_global_step()")
            program.line("log.append(%s(mode))" % name)


@STATEMENTS.kind(0.6)
def write_graph_of_inputs(program):
    if not program.may_nest():
        return
    program.mark("inputs choose the graph")
    name = program.fresh("t")
    with program.block("with tf.Graph().as_default():"):
        program.line("%s = tf.constant(1.0)" % name)
    form = program.choose(
        "tf.variable_scope('net', values=[%s])",
        "tf.variable_scope(None, 'net', [%s])",
        "tf.name_scope('net', values=[%s])",
        "tf.variable_scope('net', values=[%s, tf.constant(2.0)])",
    )
    with program.block("try:"):
        with program.block("with %s:" % (form % name)):
            program.line("tf.get_variable(%s, [2])" % names.variable_name(program)[0])
            program.line("tf.Variable(1.0)")
    with program.block("except ValueError as error:"):
        program.line("log.append(told(error))")


# ---- templates
STATEMENTS.declare(
    "make_template",
    "template called again",
    "create_scope_now_",
    "unique_name_",
    "custom_getter_ of a template",
    "template in another scope",
    "template with tf.Variable",
    "template with local tf.Variable",
    "new variable in a later call",
    "template under reuse",
    "template with arguments",
    "templates of one name",
    "scope of a template",
)


@STATEMENTS.kind(2.5)
def write_template(program):
    program.mark("make_template")
    function, name = program.fresh("body"), program.fresh("template")
    with program.function("def %s(x=None, size=2):" % function):
        if program.chance(0.5):
            program.line("w = tf.get_variable('w', [size])")
        if program.chance(0.12):
            program.mark("template with tf.Variable")
            program.line("tf.Variable(1.0, name='inner')")
        if program.chance(0.15):
            program.mark("template with local tf.Variable")
            program.line("tf.Variable(1.0, name='local', trainable=False)")
        if program.chance(0.15):
            program.mark("new variable in a later call")
            program.line("tf.get_variable('n%d' % len(log), [2])")
        if program.chance(0.5):
            program.body(2)
        program.line("log.append(tf.get_variable_scope().name)")
        program.line("return %s" % program.choose("x", "tf.get_variable('last', [size])", "tf.get_variable_scope()"))
    arguments = [program.choose("'net'", "'block'", "'conv'", "'a/b'"), function]
    if any("tf.make_template(" + arguments[0] in line for line in program.lines):
        program.mark("templates of one name")
    for probability, kind, text in (
        (0.2, "create_scope_now_", "create_scope_now_=True"),
        (0.15, "unique_name_", "unique_name_='one'"),
        (0.12, "custom_getter_ of a template", None),
        (0.25, "template with arguments", "size=3"),
    ):
        if program.chance(probability):
            program.mark(kind)
            arguments.append(text or "custom_getter_=" + names.getter(program))
    program.line("%s = tf.make_template(%s)" % (name, ", ".join(arguments)))
    program.bind("template", name)
    call_template(program)
    if program.chance(0.6):
        call_template(program)
    if program.chance(0.2) and program.may_nest():
        program.budget -= 1
        write_template(program)


@STATEMENTS.kind(2)
def call_template(program):
    name = program.pick("template")
    if name is None:
        return write_template(program) if program.budget > 3 else None
    program.mark("template called again")
    if program.may_nest() and program.chance(0.4):
        program.mark("template in another scope")
        call = scopes.variable_scope_call(program)
        if "reuse=" in call:
            program.mark("template under reuse")
        with program.block("with %s:" % call):
            variables.protected(program, "%s()" % name, "result", risk=0.4)
    else:
        variables.protected(program, "%s()" % name, "result", risk=0.4)
    if program.chance(0.2):
        program.mark("scope of a template")
        program.line(
            "log.append(%s)"
            % program.choose(
                "%s.variable_scope.name",
                "%s.name",
                "str(len(%s.variables))",
                "%s.variable_scope_name",
                "str(len(%s.trainable_variables))",
            )
            % name
        )


# ---- control flow of graphs
STATEMENTS.declare(
    "tf.cond",
    "cond with one key twice",
    "cond with a tf.Variable of a tensor",
    "cond with a callable value",
    "tf.while_loop",
    "value initializer in a loop",
    "tf.map_fn",
    "tf.scan",
    "tf.case",
    "dataset.map",
    "tf.foldl",
)


def branch(program):
    """A function without parameters that makes a variable and returns a float."""
    name = program.fresh("branch")
    made = program.weighted(
        [
            (3, "tf.get_variable(%s, [])" % names.variable_name(program)[0]),
            (2, "tf.Variable(lambda: 1.0, name='w')"),
            (1, "tf.Variable(tf.constant(1.0), name='w')"),
            (1, "tf.get_variable('w', [])"),
            (0.6, "tf.get_variable('v', initializer=tf.constant(1.0))"),
            (1, "tf.Variable(1.0)"),
        ]
    )
    if "lambda" in made:
        program.mark("cond with a callable value")
    if "tf.Variable(tf.constant" in made:
        program.mark("cond with a tf.Variable of a tensor")
    with program.block("def %s():" % name):
        if program.chance(0.3):
            with program.block("with tf.variable_scope(%s, reuse=tf.AUTO_REUSE):" % names.scope_name(program)):
                program.line("return %s + 1.0" % made)
        else:
            program.line("return %s + 1.0" % made)
    return name


@STATEMENTS.kind(3)
def write_control_flow(program):
    kind = program.choose(
        "tf.cond", "tf.cond", "tf.cond", "tf.while_loop", "tf.map_fn", "tf.scan", "tf.case", "dataset.map", "tf.foldl"
    )
    program.mark(kind)
    if kind in ("tf.cond", "tf.case"):
        first, second = branch(program), branch(program)
        if program.chance(0.3):
            program.mark("cond with one key twice")
            second = first
        call = (
            "tf.cond(tf.constant(True, name='p'), %s, %s)"
            if kind == "tf.cond"
            else "tf.case([(tf.constant(True), %s)], default=%s)"
        ) % (first, second)
    else:
        name = program.fresh("step")
        parameters = {
            "tf.while_loop": "i, x",
            "tf.map_fn": "x",
            "tf.scan": "total, x",
            "dataset.map": "x",
            "tf.foldl": "total, x",
        }[kind]
        with program.block("def %s(%s):" % (name, parameters)):
            if program.chance(0.25):
                program.mark("value initializer in a loop")
                program.line("w = tf.get_variable(%s, initializer=tf.constant(2.0))" % names.variable_name(program)[0])
            else:
                program.line("w = tf.get_variable(%s, [])" % names.variable_name(program)[0])
            program.line("log.append(w.name)")
            program.line(
                "return "
                + {"tf.while_loop": "i + 1, x * w", "tf.map_fn": "x * w", "dataset.map": "x * w"}.get(
                    kind, "total + x * w"
                )
            )
        call = {
            "tf.while_loop": "tf.while_loop(lambda i, x: i < 3, %s, [0, 1.0])",
            "tf.map_fn": "tf.map_fn(%s, tf.zeros([3]))",
            "tf.scan": "tf.scan(%s, tf.zeros([3]))",
            "dataset.map": "tf.data.Dataset.from_tensor_slices([1.0, 2.0]).map(%s)",
            "tf.foldl": "tf.foldl(%s, tf.zeros([3]))",
        }[kind] % name
    variables.protected(program, call, "result", risk=0.5)
