"""Small calls of operations: array.

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
note(lambda: tf.random_uniform([2, 3], maxval=10, dtype=tf.int32))
note(lambda: tf.random_uniform([2, 3], 0, 5, dtype=tf.int64))
note(lambda: tf.random_uniform([2], dtype=tf.int32))
note(lambda: tf.random_uniform([]))
note(lambda: tf.random_uniform([tf.shape(x)[0], 1], -1.0, 1.0))
note(lambda: tf.random_uniform((k, 2), minval=s))
note(lambda: tf.truncated_normal([2, 3], stddev=0.1))
note(lambda: tf.random.truncated_normal(tf.shape(x)))
note(lambda: tf.random.stateless_uniform([2, 3], [1, 2]))
note(lambda: tf.random.stateless_normal([2, 3], seed=[1, 2]))
note(lambda: tf.random.log_uniform_candidate_sampler(ids, 4, 5, True, 10))
note(lambda: tf.random.uniform_candidate_sampler(ids, 4, 5, False, 10))
note(lambda: tf.random.learned_unigram_candidate_sampler(ids, 4, 5, True, 10))
note(lambda: tf.random.all_candidate_sampler(ids, 4, 5, True))
note(lambda: tf.range(5))
note(lambda: tf.range(1, 5, 2))
note(lambda: tf.range(k))
note(lambda: tf.range(1.0, 3.0, 0.5))
note(lambda: tf.range(5, dtype=tf.float32))
note(lambda: tf.range(start=1, limit=k, delta=1, name='ra'))
note(lambda: tf.range(3, 1))
note(lambda: tf.range(tf.shape(x)[0]))
note(lambda: tf.range(0, 10, 0))
note(lambda: tf.range(1, 5.5))
note(lambda: tf.rank(x))
note(lambda: tf.rank(u))
note(lambda: tf.rank(sp))
note(lambda: tf.reshape(x, [-1, 2]))
note(lambda: tf.reshape(y, [-1]))
note(lambda: tf.reshape(y, [2, 6]))
note(lambda: tf.reshape(y, [5, 2]))
note(lambda: tf.reshape(y, [-1, 5]))
note(lambda: tf.reshape(x, [-1, 2, 2]))
note(lambda: tf.reshape(x, tf.shape(y)))
note(lambda: tf.reshape(x, [tf.shape(x)[0], 2, 2]))
note(lambda: tf.reshape(x, [k, -1]))
note(lambda: tf.reshape(x, tf.stack([k, 4])))
note(lambda: tf.reshape(x, x.shape))
note(lambda: tf.reshape(y, [-1, -1]))
note(lambda: tf.reshape(y, [-1, 0]))
note(lambda: tf.reshape(x, [3.5]))
note(lambda: tf.reshape(x, j))
note(lambda: tf.reshape(u, [2, -1]))
note(lambda: tf.reshape(x, []))
note(lambda: tf.reshape(tensor=x, shape=(-1, 4, 1), name='re'))
note(lambda: tf.reshape(x, [None, 4]))
note(lambda: tf.reshape(x, tf.concat([tf.shape(x)[:1], [2, 2]], 0)))
note(lambda: tf.reshape(n, [-1, n.get_shape()[2]]))
note(lambda: tf.reshape(n, [tf.shape(n)[0] * tf.shape(n)[1], 4]))
note(lambda: tf.reverse(x, [0]))
note(lambda: tf.reverse(x, axis=[1]))
note(lambda: tf.reverse(x, [2]))
note(lambda: tf.reverse(x, 0))
note(lambda: tf.reverse(x, [True, False]))
note(lambda: tf.reverse_sequence(seq, tf.placeholder(tf.int32, [2]), 1, 0))
note(lambda: tf.reverse_sequence(seq, tf.placeholder(tf.int64, [None]), seq_axis=1, batch_axis=0))
note(lambda: tf.reverse_sequence(seq, tf.placeholder(tf.int32, [3]), seq_dim=1, batch_dim=0))
note(lambda: tf.roll(x, 1, 0))
note(lambda: tf.roll(x, shift=[1, 2], axis=[0, 1]))
note(lambda: tf.scatter_add(variable(), [0], tf.zeros([1, 4])))
note(lambda: tf.scatter_update(variable(), [0], tf.zeros([1, 4])))
note(lambda: tf.scatter_update(variable(), [0], tf.zeros([1, 5])))
note(lambda: tf.scatter_sub(variable(), j, x))
note(lambda: tf.scatter_mul(variable(), 0, tf.zeros([4])))
note(lambda: tf.scatter_nd([[0], [1]], y, [3, 4]))
note(lambda: tf.scatter_nd([[0], [1], [2]], y, [3, 4]))
note(lambda: tf.scatter_nd(tf.placeholder(tf.int32, [None, 1]), w, tf.constant([8])))

tf.reset_default_graph()
tf.Variable(0.0, name='notes', trainable=False, collections=noted)
