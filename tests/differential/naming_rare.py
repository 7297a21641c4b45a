"""A last statement for some programs, about what comes up seldom by itself."""

import naming_names as names

FORMS = {
    "partitioned value": ("tf.get_variable({name}, initializer=tf.zeros([4, 2]), partitioner=halves)",),
    "default name with reuse": (
        "with tf.variable_scope(None, 'conv', reuse=tf.AUTO_REUSE):",
        "    tf.get_variable({name}, [2])",
    ),
    "scope with a value initializer": (
        "with tf.variable_scope({scope}, initializer=[1.0, 2.0]):",
        "    tf.get_variable({name})",
        "    tf.get_variable('shaped', [2])",
    ),
    "name None": ("tf.get_variable(None, [2])",),
    "name_scope None": ("with tf.name_scope(None):", "    tf.Variable(1.0, name={name})"),
    "reuse argument": ("tf.get_variable({name}, [2], reuse=True)",),
    "name_scope of an operation's name": (
        "with tf.name_scope(tf.no_op(name={name}).name):",
        "    tf.Variable(1.0, name={name})",
    ),
    "graph.name_scope": ("with tf.get_default_graph().name_scope({scope}):", "    tf.Variable(1.0, name={name})"),
    "framework local_variable": ("tf.contrib.framework.local_variable([1.0], name={name})",),
    "Variable of a placeholder": (
        "tf.Variable(tf.placeholder(tf.float32), validate_shape=False, name={name})",
        "tf.Variable(tf.placeholder(tf.float32, name={name}))",
    ),
    "shape None": ("tf.get_variable({name}, None, initializer=tf.ones([3]))", "tf.get_variable({name}, None)"),
    "collections of a string": ("tf.Variable(1.0, name={name}, collections='mine')",),
}


def write(program):
    construct = program.random.choice(sorted(FORMS))
    program.mark(construct)
    name, scope = names.variable_name(program)[0], names.scope_name(program)
    with program.block("try:"):
        for line in FORMS[construct]:
            program.line(line.format(name=name, scope=scope))
    with program.block("except Exception as error:"):
        program.line("log.append(told(error))")
