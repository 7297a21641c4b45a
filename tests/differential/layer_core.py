"""Statements that call tf.layers."""

import layer_tensors as tensors
from program_text import Statements

STATEMENTS = Statements()
STATEMENTS.declare(
    "tf.layers name", "tf.layers reuse", "kernel initializer", "kernel regularizer", "no bias", "layer trainable=False",
    "layer activation", "activity regularizer",
)


def options(program, kernel="kernel"):
    found = tensors.maybe(program, 0.4, "tf.layers name", *["name=%r" % name for name in ("d", "e", "conv", "a/b")])
    if found:
        found += tensors.maybe(program, 0.25, "tf.layers reuse", "reuse=True", "reuse=tf.AUTO_REUSE", "reuse=None")
    if kernel:
        found += tensors.maybe(
            program, 0.15, "kernel initializer", kernel + "_initializer=tf.zeros_initializer()",
            kernel + "_initializer=tf.truncated_normal_initializer(stddev=0.1)", kernel + "_initializer='he_normal'",
            kernel + "_initializer=tf.contrib.layers.xavier_initializer()")
        found += tensors.maybe(
            program, 0.15, "kernel regularizer", kernel + "_regularizer=layers.l2_regularizer(0.1)",
            kernel + "_regularizer=tf.keras.regularizers.l1(0.1)", kernel + "_regularizer=lambda v: tf.reduce_sum(v)")
        found += tensors.maybe(program, 0.1, "no bias", "use_bias=False")
        found += tensors.maybe(program, 0.1, "layer activation", "activation=tf.nn.relu", "activation=tf.tanh")
        found += tensors.maybe(program, 0.06, "activity regularizer", "activity_regularizer=tf.keras.regularizers.l2(0.2)")
    found += tensors.maybe(program, 0.08, "layer trainable=False", "trainable=False")
    return found


@STATEMENTS.kind(6, "tf.layers.dense")
def dense(program):
    program.mark("tf.layers.dense")
    kind = program.choose("matrix", "matrix", "sequence", "image")
    tensors.result(program, kind, tensors.call("tf.layers.dense", program.pick(kind), program.choose(2, 3, 4), *options(program)))


@STATEMENTS.kind(5, "tf.layers.conv2d")
def conv2d(program):
    program.mark("tf.layers.conv2d")
    more = options(program)
    if program.chance(0.5):
        more.append(program.choose("padding='same'", "strides=2, padding='same'", "padding='SAME', dilation_rate=2"))
    tensors.result(program, "image", tensors.call(
        "tf.layers.conv2d", program.pick("image"), program.choose(2, 3), program.choose(1, 3, "(3, 1)"), *more))


@STATEMENTS.kind(2, "tf.layers.conv1d")
def conv1d(program):
    program.mark("tf.layers.conv1d")
    tensors.result(program, "sequence", tensors.call(
        "tf.layers.conv1d", program.pick("sequence"), 3, 2, "padding='same'", *options(program)))


@STATEMENTS.kind(2, "tf.layers.conv2d_transpose", "tf.layers.separable_conv2d")
def other_convolutions(program):
    if program.chance(0.5):
        program.mark("tf.layers.conv2d_transpose")
        text = tensors.call("tf.layers.conv2d_transpose", program.pick("image"), 2, 3,
                            program.choose("strides=2", "padding='same'"), *options(program))
    else:
        program.mark("tf.layers.separable_conv2d")
        more = [option for option in options(program, "depthwise")]
        text = tensors.call("tf.layers.separable_conv2d", program.pick("image"), 3, 3, "padding='same'", *more)
    tensors.result(program, "image", text)


@STATEMENTS.kind(4, "tf.layers.batch_normalization", "training tensor", "training flag", "renorm")
def batch_normalization(program):
    program.mark("tf.layers.batch_normalization")
    more = options(program, None)
    if program.chance(0.6):
        tensor = program.chance(0.4)
        program.mark("training tensor" if tensor else "training flag")
        more.append("training=training" if tensor else program.choose("training=True", "training=False"))
    more += tensors.maybe(program, 0.15, "renorm", "renorm=True")
    if program.chance(0.3):
        more.append(program.choose("scale=False", "center=False", "momentum=0.9", "fused=False", "epsilon=1e-5"))
    kind = program.choose("image", "image", "matrix", "sequence")
    tensors.result(program, kind, tensors.call("tf.layers.batch_normalization", program.pick(kind), *more))


@STATEMENTS.kind(3, "tf.layers pooling", "tf.layers.dropout", "tf.layers.flatten")
def without_variables(program):
    which = program.choose("pool", "dropout", "flatten")
    if which == "pool":
        program.mark("tf.layers pooling")
        name = program.choose("max_pooling2d", "average_pooling2d")
        text = tensors.call("tf.layers." + name, program.pick("image"), 2, program.choose(1, "strides=1"), "padding='same'")
        return tensors.result(program, "image", text)
    if which == "dropout":
        program.mark("tf.layers.dropout")
        kind = program.choose("image", "matrix")
        return tensors.result(program, kind, tensors.call(
            "tf.layers.dropout", program.pick(kind), 0.3, "training=" + program.choose("True", "False", "training")))
    program.mark("tf.layers.flatten")
    tensors.result(program, "matrix", tensors.call("tf.layers.flatten", program.pick("image")))


@STATEMENTS.kind(3, "layer object", "layer object called again", "variables of a layer")
def layer_object(program):
    program.mark("layer object")
    layer = program.fresh("layer")
    maker = program.choose("Dense", "Dense", "Conv2D")
    sizes = (3,) if maker == "Dense" else (2, 1)
    kind = "matrix" if maker == "Dense" else "image"
    program.line("%s = %s" % (layer, tensors.call("tf.layers." + maker, *sizes + tuple(options(program)))))
    source = program.pick(kind)
    tensors.result(program, kind, "%s(%s)" % (layer, source))
    if program.chance(0.4):
        program.mark("layer object called again")
        tensors.result(program, kind, "%s(%s)" % (layer, source))
    if program.chance(0.4):
        program.mark("variables of a layer")
        attribute = program.choose("variables", "trainable_weights", "non_trainable_variables", "losses")
        program.line("log.append('%%s %%s' %% (%s.name, [v.name for v in %s.%s]))" % (layer, layer, attribute))
