"""Operations beside layers: what they are named and what shape they have is noted, or the error that they raise."""

import layer_tensors as tensors
from program_text import Statements

STATEMENTS = Statements()

UNARY = (
    "tf.abs(%s)", "tf.square(%s, name='sq')", "tf.reduce_mean(%s, axis=1)", "tf.reduce_sum(%s)", "tf.reduce_max(%s, 1, True)",
    "tf.transpose(%s)", "tf.expand_dims(%s, 0)", "tf.shape(%s)", "tf.reshape(%s, [-1])", "tf.reshape(%s, [-1, 4])",
    "tf.nn.softmax(%s)", "tf.nn.l2_normalize(%s, 1)", "tf.cast(%s, tf.int32)", "%s[0]", "%s[:, 1:]", "%s * 2", "1 - %s",
    "tf.concat([%s] * 2, 1)", "tf.stack([%s] * 2)", "tf.split(%s, 2, 1)", "tf.unstack(%s, axis=1)", "tf.tile(%s, [1, 2])",
    "tf.pad(%s, [[1, 1], [0, 2]])", "tf.argmax(%s, 1)", "tf.nn.top_k(%s, 2)", "tf.squeeze(%s)", "tf.gather(%s, [0, 1], axis=1)",
    "tf.zeros_like(%s)", "tf.boolean_mask(%s, tf.ones([3]) > 0)", "tf.norm(%s, axis=1)", "tf.cumsum(%s, 1)",
    "tf.sort(%s)", "tf.where(%s > 0)", "tf.count_nonzero(%s)", "tf.clip_by_norm(%s, 1.0)", "tf.nn.moments(%s, [0])",
    "tf.reverse(%s, [1])", "tf.map_fn(lambda row: row * 2, %s)", "tf.slice(%s, [0, 1], [-1, 2])", "tf.matrix_diag(%s)",
)
BINARY = (
    "%s + %s", "tf.matmul(%s, %s)", "tf.matmul(%s, %s, transpose_b=True)", "tf.maximum(%s, %s)", "tf.equal(%s, %s)",
    "tf.squared_difference(%s, %s)", "tf.tensordot(%s, %s, 1)", "tf.einsum('ab,cb->ac', %s, %s)", "tf.concat([%s, %s], 0)",
    "tf.nn.softmax_cross_entropy_with_logits_v2(labels=%s, logits=%s)", "tf.losses.mean_squared_error(%s, %s)",
    "tf.losses.huber_loss(%s, %s)", "tf.losses.cosine_distance(%s, %s, axis=1)", "tf.case([(training, lambda: %s)], lambda: %s)",
)
IMAGES = (
    "tf.image.resize_images(%s, [4, 4])", "tf.image.flip_left_right(%s)", "tf.image.random_flip_up_down(%s)",
    "tf.image.central_crop(%s, 0.5)", "tf.image.resize_image_with_crop_or_pad(%s, 4, 9)", "tf.image.rgb_to_grayscale(%s)",
    "tf.image.crop_to_bounding_box(%s, 1, 1, 3, 3)", "tf.image.pad_to_bounding_box(%s, 1, 1, 9, 9)",
    "tf.image.adjust_contrast(%s, 2.0)", "tf.image.per_image_standardization(%s)", "tf.nn.avg_pool(%s, [1, 2, 2, 1], [1, 2, 2, 1], 'SAME')",
    "tf.space_to_depth(%s, 2)", "tf.extract_image_patches(%s, [1, 2, 2, 1], [1, 1, 1, 1], [1, 1, 1, 1], 'VALID')",
)
METRICS = (
    "tf.metrics.mean(%s)", "tf.metrics.mean_squared_error(%s, tf.zeros([3, 4]))", "tf.metrics.accuracy(tf.argmax(%s, 1), [0, 1, 0])",
    "tf.metrics.precision(%s > 0, %s > 1)", "tf.metrics.auc(tf.sigmoid(%s) > 0.5, tf.sigmoid(%s))",
    "tf.metrics.recall_at_k(tf.zeros([3, 1], tf.int64), %s, 2)", "tf.metrics.mean_iou(tf.argmax(%s, 1), tf.argmax(%s, 1), 4)",
)
DATASETS = (
    "tf.data.Dataset.from_tensor_slices(np.zeros([6, 4], np.float32)).batch(%d)",
    "tf.data.Dataset.from_tensor_slices({'a': np.zeros([6, 2])}).shuffle(%d).repeat()",
    "tf.data.Dataset.range(9).map(lambda n: (tf.cast(n, tf.float32), tf.zeros([2]))).batch(%d, drop_remainder=True)",
    "tf.data.TextLineDataset(['a']).skip(1).map(lambda line: tf.string_to_number(line)).prefetch(%d)",
)


def noted(program, text):
    program.line("log.append(seen(%s))" % text)


def filled(program, text, kind):
    return text % ((program.pick(kind),) if text.count("%s") == 1 else (program.pick(kind), program.pick(kind)))


@STATEMENTS.kind(4, "operation on one tensor", "operation on two tensors")
def operation(program):
    one = program.chance(0.65)
    program.mark("operation on one tensor" if one else "operation on two tensors")
    noted(program, filled(program, program.choose(*(UNARY if one else BINARY)), program.choose("matrix", "matrix", "sequence")))


@STATEMENTS.kind(2, "operation on an image")
def image(program):
    program.mark("operation on an image")
    noted(program, filled(program, program.choose(*IMAGES), "image"))


@STATEMENTS.kind(1.5, "metric")
def metric(program):
    program.mark("metric")
    text = program.choose(*METRICS)
    noted(program, text.replace("%s", program.pick("matrix")) if program.chance(0.3) else text.replace("%s", "matrix1"))


@STATEMENTS.kind(1.5, "dataset")
def dataset(program):
    program.mark("dataset")
    noted(program, program.choose(*DATASETS) % program.choose(2, 3) + ".make_one_shot_iterator().get_next()")


@STATEMENTS.kind(1, "batches of a queue", "string_input_producer")
def queue(program):
    if program.chance(0.5):
        program.mark("batches of a queue")
        noted(program, "tf.train.%s" % program.choose("batch([matrix1], 4)", "shuffle_batch([matrix1], 4, 20, 5)",
                                                     "batch([matrix1[0], ids0], 4, dynamic_pad=True)"))
    else:
        program.mark("string_input_producer")
        noted(program, "tf.TextLineReader().read(tf.train.string_input_producer(['a'], num_epochs=%s))" % program.choose(None, 2))


@STATEMENTS.kind(1, "layer in cond", "layer in while_loop", "TensorArray")
def control_flow(program):
    which = program.choose("layer in cond", "layer in while_loop", "TensorArray")
    program.mark(which)
    if which == "TensorArray":
        noted(program, "tf.TensorArray(tf.float32, 3).unstack(matrix1).%s" % program.choose("read(0)", "stack()", "size()"))
    elif which == "layer in cond":
        noted(program, "tf.cond(training, lambda: tf.layers.dense(matrix1, 2), lambda: tf.layers.dense(matrix1, 2))")
    else:
        noted(program, "tf.while_loop(lambda i, m: i < 3, lambda i, m: (i + 1, tf.layers.dense(m, %d)), [0, matrix1])" %
              program.choose(4, 4, 3))


@STATEMENTS.kind(1, "moving average", "gradients")
def averages(program):
    if program.chance(0.5):
        program.mark("moving average")
        text = "tf.reduce_mean(%s)" % program.pick("matrix")
        return noted(program, "tf.train.ExponentialMovingAverage(0.9).apply(%s)" % program.choose(
            "[%s]" % text, "tf.trainable_variables()", "tf.trainable_variables()[:1] + [%s]" % text))
    program.mark("gradients")
    program.line("log.append(' '.join(type(g).__name__ for g in tf.gradients(tf.reduce_sum(%s), tf.trainable_variables())))" %
                 program.pick("matrix"))


@STATEMENTS.kind(1.5, "user's layer class", "custom getter around layers", "partitioner around layers")
def of_users(program):
    which = program.choose("user's layer class", "custom getter around layers", "partitioner around layers")
    program.mark(which)
    if which == "user's layer class":
        return tensors.result(program, "matrix", "Scaled(%s)(%s)" % (
            program.choose("", "name='mine'", "units=2", "trainable=False"), program.pick("matrix")))
    argument = "custom_getter=frozen" if which.startswith("custom") else "partitioner=tf.fixed_size_partitioner(2)"
    with program.block("with tf.variable_scope('%s', %s):" % (program.choose("u", "w"), argument)), tensors.forgetting(program):
        program.body(2)
