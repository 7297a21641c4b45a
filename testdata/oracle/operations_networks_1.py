"""Small calls of operations: networks.

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
note(lambda: tf.nn.fixed_unigram_candidate_sampler(ids, 4, 5, True, 10, unigrams=[1.0] * 10))
note(lambda: tf.nn.relu(x))
note(lambda: tf.nn.relu6(x))
note(lambda: tf.nn.elu(x))
note(lambda: tf.nn.selu(x))
note(lambda: tf.nn.crelu(x))
note(lambda: tf.nn.crelu(m, axis=1))
note(lambda: tf.nn.leaky_relu(x))
note(lambda: tf.nn.leaky_relu(x, 0.1, name='lr'))
note(lambda: tf.nn.leaky_relu(i))
note(lambda: tf.nn.swish(x))
note(lambda: tf.nn.softplus(x))
note(lambda: tf.nn.softsign(x))
note(lambda: tf.nn.sigmoid(x))
note(lambda: tf.nn.tanh(x))
note(lambda: tf.nn.relu(st))
note(lambda: tf.nn.relu_layer(x, tf.zeros([4, 2]), tf.zeros([2])))
note(lambda: tf.nn.dropout(x, 0.5))
note(lambda: tf.nn.dropout(x, keep_prob=s))
note(lambda: tf.nn.dropout(x, rate=0.3))
note(lambda: tf.nn.dropout(x, keep_prob=1.0))
note(lambda: tf.nn.dropout(x, 1.5))
note(lambda: tf.nn.dropout(x, 0.5, noise_shape=[1, 4], seed=3))
note(lambda: tf.nn.dropout(x, 0.5, noise_shape=[tf.shape(x)[0], 1], name='dr'))
note(lambda: tf.nn.dropout(i, 0.5))
note(lambda: tf.nn.dropout(x))
note(lambda: tf.nn.softmax(x))
note(lambda: tf.nn.softmax(x, axis=0))
note(lambda: tf.nn.softmax(m, dim=1, name='so'))
note(lambda: tf.nn.softmax(s))
note(lambda: tf.nn.softmax(i))
note(lambda: tf.nn.softmax(u))
note(lambda: tf.nn.softmax(m, axis=3))
note(lambda: tf.nn.log_softmax(x))
note(lambda: tf.nn.log_softmax(x, 0))
note(lambda: tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=y))
note(lambda: tf.nn.softmax_cross_entropy_with_logits(y, y))
note(lambda: tf.nn.softmax_cross_entropy_with_logits(labels=x, logits=y))
note(lambda: tf.nn.softmax_cross_entropy_with_logits_v2(labels=y, logits=y))
note(lambda: tf.nn.softmax_cross_entropy_with_logits_v2(labels=y, logits=y, axis=0, name='sx'))
note(lambda: tf.nn.softmax_cross_entropy_with_logits_v2(labels=tf.zeros([3, 5]), logits=y))
note(lambda: tf.nn.softmax_cross_entropy_with_logits_v2(labels=n, logits=n))
note(lambda: tf.nn.softmax_cross_entropy_with_logits(labels=i, logits=y))
note(lambda: tf.nn.sparse_softmax_cross_entropy_with_logits(labels=j, logits=x))
note(lambda: tf.nn.sparse_softmax_cross_entropy_with_logits(labels=i, logits=y))
note(lambda: tf.nn.sparse_softmax_cross_entropy_with_logits(labels=tf.placeholder(tf.int32, [2, 3]), logits=m))
note(lambda: tf.nn.sparse_softmax_cross_entropy_with_logits(j, x))
note(lambda: tf.nn.sparse_softmax_cross_entropy_with_logits(labels=x, logits=x))
note(lambda: tf.nn.sparse_softmax_cross_entropy_with_logits(labels=tf.placeholder(tf.int32, [4]), logits=y))
note(lambda: tf.nn.sparse_softmax_cross_entropy_with_logits(labels=tf.placeholder(tf.int32), logits=x))
note(lambda: tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=y))
note(lambda: tf.nn.sigmoid_cross_entropy_with_logits(labels=v, logits=y))
note(lambda: tf.nn.sigmoid_cross_entropy_with_logits(y, y))
note(lambda: tf.nn.weighted_cross_entropy_with_logits(labels=y, logits=y, pos_weight=2.0))
note(lambda: tf.nn.weighted_cross_entropy_with_logits(y, y, 2.0))
note(lambda: tf.nn.weighted_cross_entropy_with_logits(targets=y, logits=y, pos_weight=2.0))

tf.reset_default_graph()
tf.Variable(0.0, name='notes', trainable=False, collections=noted)
