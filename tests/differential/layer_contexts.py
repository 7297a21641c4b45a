"""What stands around layers: scopes, scopes of arguments, functions, loops and training operations."""

import layer_tensors as tensors
from program_text import Statements

STATEMENTS = Statements()


@STATEMENTS.kind(4, "scope around layers", "reusing scope around layers", "scope object around layers", "name scope around layers")
def scope(program):
    if not program.may_nest():
        return
    objects = program.bound["scope"]
    which = program.weighted([(4, "scope around layers"), (2, "reusing scope around layers"),
                              (20 if objects else 0, "scope object around layers"), (1, "name scope around layers")])
    program.mark(which)
    name = tensors.scope_name(program)
    if which == "scope object around layers":
        return enter_again(program, program.pick("scope"), 3)
    if which == "name scope around layers":
        with program.block("with tf.name_scope(%s):" % name), tensors.forgetting(program):
            return program.body(3)
    reuse = ", reuse=" + program.choose("tf.AUTO_REUSE", "tf.AUTO_REUSE", "True") if which.startswith("reusing") else ""
    kept = program.fresh("scope")
    with program.block("with tf.variable_scope(%s%s) as %s:" % (name, reuse, kept)), tensors.forgetting(program):
        program.body(3)
    if program.chance(0.1):
        program.mark("scope object around layers")
        enter_again(program, kept, 2)
    if not program.in_function:
        program.bind("scope", kept)


def enter_again(program, scope, most):
    reuse = program.choose("True", "tf.AUTO_REUSE", "None")
    with program.block("with tf.variable_scope(%s, reuse=%s):" % (scope, reuse)), tensors.forgetting(program):
        program.body(most)


ARGUMENTS = (
    "activation_fn=tf.nn.elu", "normalizer_fn=slim.batch_norm", "weights_regularizer=slim.l2_regularizer(0.1)",
    "biases_initializer=None", "trainable=False", "reuse=tf.AUTO_REUSE", "outputs_collections='ends'",
    "weights_initializer=tf.zeros_initializer()", "variables_collections=['mine']",
)


def listed(program):
    return program.choose("[slim.conv2d]", "[slim.fully_connected]", "[slim.conv2d, slim.fully_connected]",
                          "(layers.conv2d, layers.fully_connected)", "[slim.conv2d, slim.separable_conv2d]")


@STATEMENTS.kind(5, "arg_scope", "arg_scope of batch_norm", "kept arg_scope", "arg_scope of a user's function",
                 "wrong arg_scope", "arg_scope of variables")
def arg_scope(program):
    if not program.may_nest():
        return
    which = program.weighted([
        (5, "arg_scope"), (2, "arg_scope of batch_norm"), (24 if program.bound["argscope"] else 0, "kept arg_scope"),
        (1.5, "arg_scope of a user's function"), (1, "wrong arg_scope"), (1, "arg_scope of variables")])
    program.mark(which)
    if which == "kept arg_scope":
        header = "with slim.arg_scope(%s):" % program.pick("argscope")
    elif which == "arg_scope of batch_norm":
        header = "with slim.arg_scope([slim.batch_norm], %s):" % program.choose(
            "scale=True", "is_training=False", "decay=0.9, updates_collections=None", "is_training=training, fused=False")
    elif which == "arg_scope of a user's function":
        header = "with slim.arg_scope([scoped], %s):" % program.choose("size=2", "activation_fn=None", "stride=2")
    elif which == "wrong arg_scope":
        header = "with slim.arg_scope(%s):" % program.choose(
            "[block], size=3", "slim.conv2d, padding='SAME'", "[slim.conv2d], no_such_argument=1", "3, size=3")
    elif which == "arg_scope of variables":
        header = "with slim.arg_scope([slim.model_variable, slim.variable], %s):" % program.choose(
            "device='/cpu:0'", "regularizer=slim.l2_regularizer(0.3)")
    else:
        header = "with slim.arg_scope(%s, %s):" % (listed(program), ", ".join(program.random.sample(ARGUMENTS, 2)))
    kept = program.fresh("args")
    with program.block(header[:-1] + " as %s:" % kept), tensors.forgetting(program):
        program.body(3)
    if program.chance(0.1):
        program.mark("kept arg_scope")
        with program.block("with slim.arg_scope(%s):" % kept), tensors.forgetting(program):
            program.body(2)
    if not program.in_function:
        program.bind("argscope", kept)


@STATEMENTS.kind(2, "user's decorated function", "user's block")
def user_function(program):
    if program.chance(0.5):
        program.mark("user's decorated function")
        return tensors.result(program, "image", tensors.call(
            "scoped", program.pick("image"), *program.choose([], ["size=2"], ["scope='s'"])))
    program.mark("user's block")
    tensors.result(program, "matrix", tensors.call(
        "block", program.pick("matrix"), *program.choose([], ["scope='one'"], [2, "'one'", "tf.AUTO_REUSE"])))


@STATEMENTS.kind(2, "network called twice")
def network(program):
    if program.in_function or not program.may_nest():
        return
    program.mark("network called twice")
    name = program.fresh("network")
    with tensors.forgetting(program), program.function("def %s(image0, matrix0, reuse=None):" % name):
        with program.block("with tf.variable_scope(%s, reuse=reuse):" % tensors.scope_name(program)):
            program.bound.update({"image": ["image0"], "matrix": ["matrix0"]})
            program.body(4)
            program.line("return %s" % program.pick("matrix"))
    program.line("%s(image0, matrix0)" % name)
    program.line("%s(image0, matrix0%s)" % (name, program.choose(", True", ", reuse=tf.AUTO_REUSE", "", ", True")))


@STATEMENTS.kind(2, "loop over layers")
def loop(program):
    if not program.may_nest():
        return
    program.mark("loop over layers")
    with program.block("for i in range(%d):" % program.choose(2, 3)), tensors.forgetting(program):
        program.body(2)


@STATEMENTS.kind(1.5, "caught error")
def caught(program):
    if not program.may_nest():
        return
    program.mark("caught error")
    with program.block("try:"), tensors.forgetting(program):
        program.body(2)
    with program.block("except (ValueError, TypeError) as error:"):
        program.line("log.append(told(error))")


@STATEMENTS.kind(1.5, "create_train_op", "minimize", "optimize_loss")
def training(program):
    which = program.choose("create_train_op", "minimize", "optimize_loss")
    program.mark(which)
    loss = "tf.reduce_mean(slim.fully_connected(%s, 2))" % program.pick("matrix")
    optimizer = program.choose("tf.train.GradientDescentOptimizer(0.1)", "tf.train.MomentumOptimizer(0.1, 0.9)",
                               "tf.train.AdamOptimizer()")
    if which == "create_train_op":
        program.line("slim.learning.create_train_op(%s, %s)" % (loss, optimizer))
    elif which == "minimize":
        program.line("%s.minimize(%s)" % (optimizer, loss))
    else:
        program.line("layers.optimize_loss(%s, tf.train.get_or_create_global_step(), 0.1, %s)" % (
            loss, program.choose("'SGD'", "'Adam'", "tf.train.MomentumOptimizer(0.1, 0.9)")))
