"""Statements that call the layers of tf.contrib.layers, also as slim."""

import layer_tensors as tensors
from program_text import Statements

STATEMENTS = Statements()
STATEMENTS.declare(
    "slim scope", "slim reuse", "normalizer", "normalizer parameters", "slim regularizer", "no activation",
    "no biases initializer", "variables_collections list", "variables_collections dict", "outputs_collections",
    "slim trainable=False", "slim initializer",
)


def scope(program):
    found = tensors.maybe(program, 0.45, "slim scope", *["scope=%r" % name for name in ("a", "b", "conv", "fc/in")])
    if found or program.chance(0.03):
        found += tensors.maybe(program, 0.2, "slim reuse", "reuse=True", "reuse=tf.AUTO_REUSE", "reuse=False")
    return found


def options(program):
    found = scope(program)
    normalizers = tensors.maybe(
        program, 0.25, "normalizer", "normalizer_fn=slim.batch_norm", "normalizer_fn=slim.layer_norm",
        "normalizer_fn=layers.batch_norm")
    found += normalizers
    if normalizers and "batch_norm" in normalizers[0]:
        found += tensors.maybe(
            program, 0.6, "normalizer parameters", "normalizer_params={'scale': True}",
            "normalizer_params={'is_training': False, 'decay': 0.9}", "normalizer_params={'is_training': training}",
            "normalizer_params={'updates_collections': None}", "normalizer_params={'fused': False, 'scope': 'bn'}")
    found += tensors.maybe(
        program, 0.2, "slim regularizer", "weights_regularizer=slim.l2_regularizer(0.1)",
        "weights_regularizer=layers.l1_regularizer(0.1), biases_regularizer=slim.l2_regularizer(0.2)",
        "weights_regularizer=slim.l1_l2_regularizer(0.1, 0.2)", "weights_regularizer=slim.l2_regularizer(0.0)")
    found += tensors.maybe(program, 0.2, "no activation", "activation_fn=None", "activation_fn=tf.nn.elu")
    found += tensors.maybe(program, 0.1, "no biases initializer", "biases_initializer=None")
    found += tensors.maybe(
        program, 0.1, "slim initializer", "weights_initializer=tf.truncated_normal_initializer(stddev=0.1)",
        "weights_initializer=slim.variance_scaling_initializer()")
    if program.chance(0.5):
        found += tensors.maybe(program, 0.12, "variables_collections list", "variables_collections=['mine', 'weights']")
    else:
        found += tensors.maybe(program, 0.12, "variables_collections dict",
                               "variables_collections={'weights': ['mine'], 'biases': ['theirs']}")
    found += tensors.maybe(program, 0.1, "outputs_collections", "outputs_collections='ends'",
                           "outputs_collections=['ends', 'others']")
    found += tensors.maybe(program, 0.06, "slim trainable=False", "trainable=False")
    return found


@STATEMENTS.kind(6, "slim.fully_connected", "layers.linear")
def fully_connected(program):
    partial = program.chance(0.15)
    program.mark("layers.linear" if partial else "slim.fully_connected")
    kind = program.choose("matrix", "matrix", "matrix", "image")
    more = [option for option in options(program) if not (partial and option.startswith("activation"))]
    function = program.choose("layers.linear", "slim.relu") if partial else "slim.fully_connected"
    tensors.result(program, kind, tensors.call(function, program.pick(kind), program.choose(2, 3, 4), *more))


@STATEMENTS.kind(7, "slim.conv2d", "rate")
def conv2d(program):
    program.mark("slim.conv2d")
    more = options(program) + tensors.maybe(program, 0.1, "rate", "rate=2")
    if not any(option.startswith("rate") for option in more) and program.chance(0.3):
        more.append(program.choose("stride=2", "padding='VALID'", "stride=[2, 1]"))
    tensors.result(program, "image", tensors.call(
        "slim.conv2d", program.pick("image"), program.choose(2, 3), program.choose(1, "[1, 1]", "[3, 3]"), *more))


@STATEMENTS.kind(3, "slim.conv2d_transpose", "slim.separable_conv2d", "depthwise only", "slim.conv2d_in_plane")
def other_convolutions(program):
    which = program.choose("conv2d_transpose", "separable_conv2d", "depthwise only", "conv2d_in_plane")
    program.mark(which if which == "depthwise only" else "slim." + which)
    arguments = {
        "conv2d_transpose": ("slim.conv2d_transpose", 2, 3, "stride=2"),
        "separable_conv2d": ("slim.separable_conv2d", 3, 3, "depth_multiplier=2"),
        "depthwise only": ("slim.separable_conv2d", "None", 3, 1),
        "conv2d_in_plane": ("slim.conv2d_in_plane", 3),
    }[which]
    tensors.result(program, "image", tensors.call(arguments[0], program.pick("image"), *arguments[1:] + tuple(options(program))))


@STATEMENTS.kind(5, "slim.batch_norm", "updates_collections", "zero_debias", "slim training tensor")
def batch_norm(program):
    program.mark("slim.batch_norm")
    kind = program.choose("image", "matrix", "image")
    more = scope(program)
    more += tensors.maybe(program, 0.3, "updates_collections", "updates_collections=None", "updates_collections='mine'",
                          "updates_collections=['mine', 'update_ops']")
    more += tensors.maybe(program, 0.1, "zero_debias", "zero_debias_moving_mean=True")
    more += tensors.maybe(program, 0.3, "slim training tensor", "is_training=training")
    if program.chance(0.4):
        more.append(program.choose("scale=True", "center=False", "fused=False", "decay=0.9", "activation_fn=tf.nn.relu",
                                   "trainable=False", "param_initializers={'beta': tf.ones_initializer()}"))
    tensors.result(program, kind, tensors.call("slim.batch_norm", program.pick(kind), *more))


@STATEMENTS.kind(3, "slim.layer_norm", "slim.instance_norm", "slim.group_norm", "slim.bias_add")
def other_normalizations(program):
    which = program.choose("layer_norm", "instance_norm", "group_norm", "bias_add")
    program.mark("slim." + which)
    extra = ["groups=1"] if which == "group_norm" else []
    extra += ["activation_fn=tf.nn.relu"] if program.chance(0.2) else []
    tensors.result(program, "image", tensors.call("slim." + which, program.pick("image"), *extra + scope(program)))


@STATEMENTS.kind(4, "slim pooling", "slim.dropout", "slim.flatten", "slim.softmax", "slim.unit_norm", "slim.maxout")
def without_variables(program):
    which = program.choose("pooling", "dropout", "flatten", "softmax", "unit_norm", "maxout")
    program.mark("slim " + which if which == "pooling" else "slim." + which)
    named = tensors.maybe(program, 0.4, "slim scope", "scope='pool'", "scope='a'")
    if which == "flatten":
        return tensors.result(program, "matrix", tensors.call("slim.flatten", program.pick("image"), *named))
    kind = "image" if which == "pooling" else program.choose("image", "matrix")
    arguments = {
        "pooling": (program.choose("slim.max_pool2d", "slim.avg_pool2d"), 2, "stride=1", "padding='SAME'"),
        "dropout": ("slim.dropout", 0.7, "is_training=" + program.choose("True", "False", "training")),
        "softmax": ("slim.softmax",),
        "unit_norm": ("slim.unit_norm", 1),
        "maxout": ("slim.maxout", 1),
    }[which]
    tensors.result(program, kind, tensors.call(arguments[0], program.pick(kind), *arguments[1:] + tuple(named)))


@STATEMENTS.kind(3, "slim.repeat", "slim.stack", "repeat of a function")
def composition(program):
    which = program.choose("slim.repeat", "slim.stack", "repeat of a function")
    program.mark(which)
    named = tensors.maybe(program, 0.5, "slim scope", "scope='many'", "scope='a'")
    if which == "slim.repeat":
        return tensors.result(program, "image", tensors.call(
            "slim.repeat", program.pick("image"), 2, "slim.conv2d", 2, "[3, 3]", *named))
    if which == "slim.stack":
        return tensors.result(program, "matrix", tensors.call(
            "slim.stack", program.pick("matrix"), "slim.fully_connected", "[3, 2]", *named))
    tensors.result(program, "matrix", tensors.call("slim.repeat", program.pick("matrix"), 2, "block", 3, *named))


@STATEMENTS.kind(2, "slim.embed_sequence", "slim.one_hot_encoding")
def of_ids(program):
    if program.chance(0.5):
        program.mark("slim.embed_sequence")
        return tensors.result(program, "sequence", tensors.call("layers.embed_sequence", "ids0", 9, 3, *scope(program)))
    program.mark("slim.one_hot_encoding")
    tensors.result(program, "sequence", "slim.one_hot_encoding(ids0, 6)")


@STATEMENTS.kind(3, "slim.model_variable", "slim.variable", "slim lists")
def variables(program):
    which = program.choose("slim.model_variable", "slim.variable", "slim lists")
    program.mark(which)
    if which == "slim lists":
        listed = program.choose("slim.get_model_variables('a')", "slim.get_variables_by_name('weights')",
                                "slim.get_variables_to_restore(exclude=['a'])", "slim.get_variables(suffix='biases')",
                                "tf.losses.get_regularization_losses()", "tf.get_collection('update_ops')",
                                "tf.get_collection('ends')")
        return program.line("log.append(' '.join([item.name for item in %s]))" % listed)
    more = tensors.maybe(program, 0.3, "slim regularizer", "regularizer=slim.l2_regularizer(0.1)")
    program.line(tensors.call(which, repr(program.choose("w", "v", "a/weights")), "shape=[%d]" % program.choose(2, 3), *more))


@STATEMENTS.kind(2, "slim loss", "tf.losses loss", "slim total loss")
def losses(program):
    which = program.choose("slim loss", "tf.losses loss", "slim total loss")
    program.mark(which)
    matrix = program.pick("matrix")
    if which == "slim total loss":
        return program.line(program.choose("tf.losses.get_total_loss()", "slim.losses.get_total_loss()"))
    module = "slim.losses" if which == "slim loss" else "tf.losses"
    name = program.choose("mean_squared_error", "absolute_difference", "log_loss")
    program.line(tensors.call("%s.%s" % (module, name), matrix, matrix, *tensors.maybe(program, 0.3, "slim scope", "scope='loss'")))
