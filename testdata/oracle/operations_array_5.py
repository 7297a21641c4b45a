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
note(lambda: tf.scatter_nd_update(variable(), [[0]], tf.zeros([1, 4])))
note(lambda: tf.scatter_nd_add(variable(), [[0, 1]], [1.0]))
note(lambda: tf.searchsorted(v, w))
note(lambda: tf.searchsorted(y, y, side='right'))
note(lambda: tf.segment_sum(y, tf.placeholder(tf.int32, [3])))
note(lambda: tf.segment_mean(x, j))
note(lambda: tf.segment_max(y, [0, 0, 1]))
note(lambda: tf.unsorted_segment_sum(y, [0, 0, 1], 2))
note(lambda: tf.unsorted_segment_mean(y, [0, 0, 1], 2))
note(lambda: tf.unsorted_segment_max(x, j, k))
note(lambda: tf.unsorted_segment_sqrt_n(y, [0, 0, 1], 2))
note(lambda: tf.sparse_segment_sum(y, [0, 1], [0, 0]))
note(lambda: tf.sparse_segment_mean(y, [0, 1], [0, 0]))
note(lambda: tf.sparse_segment_sum(y, [0, 1], [0, 0], num_segments=3))
note(lambda: tf.sequence_mask(j))
note(lambda: tf.sequence_mask(j, 5))
note(lambda: tf.sequence_mask([1, 2], maxlen=k, dtype=tf.float32))
note(lambda: tf.sequence_mask(ids, 10, name='sm'))
note(lambda: tf.setdiff1d(j, j))
note(lambda: tf.shape(x))
note(lambda: tf.shape(y))
note(lambda: tf.shape(u))
note(lambda: tf.shape(x, out_type=tf.int64))
note(lambda: tf.shape(sp))
note(lambda: tf.shape(x)[0])
note(lambda: tf.shape(x)[1])
note(lambda: tf.shape_n([x, y]))
note(lambda: tf.size(x))
note(lambda: tf.size(y))
note(lambda: tf.size(u))
note(lambda: tf.size(sp))
note(lambda: tf.slice(x, [0, 0], [2, 2]))
note(lambda: tf.slice(y, [0, 1], [-1, 2]))
note(lambda: tf.slice(y, [0, 0], [4, 2]))
note(lambda: tf.slice(y, [0, 0, 0], [1, 1, 1]))
note(lambda: tf.slice(y, [k, 0], [1, -1]))
note(lambda: tf.slice(y, tf.stack([k, 0]), tf.stack([1, k])))
note(lambda: tf.slice(x, [0, 0], [-1, k]))
note(lambda: tf.slice(u, [0], [2]))
note(lambda: tf.sort(v))
note(lambda: tf.sort(x, axis=0, direction='DESCENDING'))
note(lambda: tf.split(y, 3))
note(lambda: tf.split(y, 2))
note(lambda: tf.split(y, 2, axis=1))
note(lambda: tf.split(x, [1, 3], 1))
note(lambda: tf.split(x, [1, -1], 1))
note(lambda: tf.split(y, [1, 1], 1))
note(lambda: tf.split(1, 2, y))
note(lambda: tf.split(value=y, num_or_size_splits=4, axis=1))
note(lambda: tf.split(x, 2))
note(lambda: tf.split(x, k))
note(lambda: tf.split(y, j))
note(lambda: tf.split(y, j, num=2))
note(lambda: tf.split(y, tf.constant([1, 2])))
note(lambda: tf.split(u, 2, axis=1))
note(lambda: tf.split(y, 2, 2))
note(lambda: tf.squeeze(x))
note(lambda: tf.squeeze(tf.zeros([1, 3, 1])))
note(lambda: tf.squeeze(tf.zeros([1, 3, 1]), [0]))
note(lambda: tf.squeeze(tf.zeros([1, 3, 1]), axis=-1))
note(lambda: tf.squeeze(y, [0]))
note(lambda: tf.squeeze(x, 0))
note(lambda: tf.squeeze(tf.zeros([1, 3, 1]), squeeze_dims=[2]))
note(lambda: tf.squeeze(y, 3))
note(lambda: tf.squeeze(u))
note(lambda: tf.squeeze(n, [0, 1]))
note(lambda: tf.stack([x, y]))

tf.reset_default_graph()
tf.Variable(0.0, name='notes', trainable=False, collections=noted)
