"""Small calls of operations: losses and metrics.

Each call is made in a graph of its own; what it returns, the operations that it makes and its error are noted in the
collections of the last variable.
"""
import numpy as np
import tensorflow as tf


def make_inputs():
    global x, y, m, n, v, w, s, b, i, j, k, u, p, img, seq, ids, c64, d, st, sp, q
    x = tf.placeholder(tf.float32, [None, 4], name='x')
    y = tf.placeholder(tf.float32, [3, 4], name='y')
    m = tf.placeholder(tf.float32, [2, 3, 4], name='m')
    n = tf.placeholder(tf.float32, [None, None, 4], name='n')
    v = tf.placeholder(tf.float32, [5], name='v')
    w = tf.placeholder(tf.float32, [None], name='w')
    s = tf.placeholder(tf.float32, [], name='s')
    b = tf.placeholder(tf.bool, [3, 4], name='b')
    i = tf.placeholder(tf.int32, [3, 4], name='i')
    j = tf.placeholder(tf.int32, [None], name='j')
    k = tf.placeholder(tf.int32, [], name='k')
    u = tf.placeholder(tf.float32, None, name='u')
    p = tf.placeholder(tf.bool, [], name='p')
    img = tf.placeholder(tf.float32, [2, 8, 8, 3], name='img')
    seq = tf.placeholder(tf.float32, [2, 7, 3], name='seq')
    ids = tf.placeholder(tf.int64, [None, 4], name='ids')
    c64 = tf.placeholder(tf.complex64, [2, 4], name='c64')
    d = tf.placeholder(tf.float64, [3, 4], name='d')
    st = tf.placeholder(tf.string, [3], name='st')
    sp = tf.sparse_placeholder(tf.float32, [3, 4], name='sp')
    q = tf.placeholder(tf.uint8, [None, None, 3], name='q')


def variable():
    return tf.get_variable('variable', [3, 4])


def shown(value):
    if isinstance(value, (tf.Tensor, tf.Variable)):
        return '(%s %s %s)' % (value.name, value.dtype.name, value.shape)
    if isinstance(value, tf.SparseTensor):
        return 'sparse (%s %s)' % (', '.join([shown(value.indices), shown(value.values), shown(value.dense_shape)]), value.shape)
    if isinstance(value, tf.data.Dataset):
        return 'dataset (%s %s)' % (tf.compat.v1.data.get_output_types(value), tf.compat.v1.data.get_output_shapes(value))
    if isinstance(value, dict):
        return '{%s}' % ', '.join('%s: %s' % (key, shown(value[key])) for key in sorted(value))
    if isinstance(value, (list, tuple)):
        return '%s[%s]' % (type(value).__name__, ', '.join(shown(part) for part in value))
    if isinstance(value, (bool, int, float, str, type(None), tf.TensorShape, tf.Dimension, tf.DType)):
        return str(value)
    return type(value).__name__


def note(call):
    with tf.Graph().as_default() as graph:
        make_inputs()
        known = len(graph.get_operations())
        try:
            result = shown(call())
        except Exception as error:
            result = '%s: %s' % (type(error).__name__, str(error).split(' Originally')[0])
        made = [op.name for op in graph.get_operations()[known:]]
        noted.append('%03d %s | %s' % (len(noted), result, ' '.join(made) if len(made) <= 30 else len(made)))


noted = []
note(lambda: tf.losses.mean_squared_error(y, y))
note(lambda: tf.losses.mean_squared_error(labels=x, predictions=y, weights=2.0, scope='l'))
note(lambda: tf.losses.mean_squared_error(y, y, weights=tf.zeros([3, 1])))
note(lambda: tf.losses.mean_squared_error(y, y, weights=tf.zeros([2, 1])))
note(lambda: tf.losses.mean_squared_error(y, v))
note(lambda: tf.losses.mean_squared_error(y, y, reduction=tf.losses.Reduction.NONE))
note(lambda: tf.losses.mean_squared_error(y, y, reduction='foo'))
note(lambda: tf.losses.mean_squared_error(y, y, reduction=tf.losses.Reduction.MEAN, loss_collection='mine'))
note(lambda: tf.losses.mean_squared_error(None, y))
note(lambda: tf.losses.absolute_difference(y, y))
note(lambda: tf.losses.huber_loss(y, y, delta=2.0))
note(lambda: tf.losses.log_loss(y, y))
note(lambda: tf.losses.hinge_loss(y, y))
note(lambda: tf.losses.cosine_distance(y, y, axis=1))
note(lambda: tf.losses.cosine_distance(y, y, dim=0))
note(lambda: tf.losses.cosine_distance(y, y))
note(lambda: tf.losses.sigmoid_cross_entropy(y, y))
note(lambda: tf.losses.sigmoid_cross_entropy(y, y, label_smoothing=0.1))
note(lambda: tf.losses.sigmoid_cross_entropy(i, y))
note(lambda: tf.losses.softmax_cross_entropy(y, y))
note(lambda: tf.losses.softmax_cross_entropy(y, y, label_smoothing=0.1, weights=tf.zeros([3])))
note(lambda: tf.losses.softmax_cross_entropy(onehot_labels=i, logits=y))
note(lambda: tf.losses.softmax_cross_entropy(x, y))
note(lambda: tf.losses.sparse_softmax_cross_entropy(j, x))
note(lambda: tf.losses.sparse_softmax_cross_entropy(tf.placeholder(tf.int32, [3, 1]), y))
note(lambda: tf.losses.sparse_softmax_cross_entropy(labels=i, logits=y))
note(lambda: tf.losses.compute_weighted_loss(x))
note(lambda: tf.losses.compute_weighted_loss(x, 0.5, reduction=tf.losses.Reduction.SUM))
note(lambda: tf.losses.get_losses())
note(lambda: tf.losses.get_total_loss())
note(lambda: tf.losses.add_loss(s))
note(lambda: tf.losses.get_regularization_loss())
note(lambda: tf.metrics.mean(x))
note(lambda: tf.metrics.mean(s, weights=2.0, name='mm'))
note(lambda: tf.metrics.accuracy(j, j))
note(lambda: tf.metrics.accuracy(labels=tf.placeholder(tf.int32, [None, 1]), predictions=j))
note(lambda: tf.metrics.accuracy(y, v))
note(lambda: tf.metrics.auc(tf.placeholder(tf.bool, [None]), w))
note(lambda: tf.metrics.auc(tf.placeholder(tf.bool, [None]), w, num_thresholds=20, curve='PR'))
note(lambda: tf.metrics.precision(j, j))
note(lambda: tf.metrics.recall(j, j))
note(lambda: tf.metrics.true_positives(j, j))
note(lambda: tf.metrics.false_negatives(j, j))
note(lambda: tf.metrics.mean_squared_error(y, y))
note(lambda: tf.metrics.root_mean_squared_error(y, y))
note(lambda: tf.metrics.mean_absolute_error(y, y))
note(lambda: tf.metrics.mean_relative_error(y, y, y))
note(lambda: tf.metrics.mean_cosine_distance(y, y, 1))
note(lambda: tf.metrics.mean_iou(j, j, 3))
note(lambda: tf.metrics.mean_per_class_accuracy(j, j, 3))
note(lambda: tf.metrics.mean_tensor(y))
note(lambda: tf.metrics.percentage_below(w, 0.5))
note(lambda: tf.metrics.recall_at_k(tf.placeholder(tf.int64, [None, 1]), x, 2))
note(lambda: tf.metrics.precision_at_k(tf.placeholder(tf.int64, [None, 1]), x, 2))
note(lambda: tf.metrics.precision_at_thresholds(tf.placeholder(tf.bool, [None]), w, [0.5]))
note(lambda: tf.metrics.recall_at_thresholds(tf.placeholder(tf.bool, [None]), w, [0.5, 0.7]))
note(lambda: tf.metrics.sensitivity_at_specificity(tf.placeholder(tf.bool, [None]), w, 0.5))
note(lambda: tf.metrics.true_positives_at_thresholds(tf.placeholder(tf.bool, [None]), w, [0.5]))
note(lambda: tf.metrics.precision_at_top_k(tf.placeholder(tf.int64, [None, 1]), tf.placeholder(tf.int64, [None, 3]), 2))
note(lambda: tf.metrics.precision(j, j, weights=w))
note(lambda: tf.metrics.mean_iou(i, i, 3))
note(lambda: tf.sets.set_intersection(i, i))
note(lambda: tf.metrics.auc(tf.placeholder(tf.bool, [5]), v, weights=v))

tf.reset_default_graph()
tf.Variable(0.0, name='notes', trainable=False, collections=noted)
