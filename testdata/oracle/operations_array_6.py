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
note(lambda: tf.stack([x, x], axis=1))
note(lambda: tf.stack([x, x], -1))
note(lambda: tf.stack([x, x], 3))
note(lambda: tf.stack(y))
note(lambda: tf.stack(x))
note(lambda: tf.stack([1, k, 2]))
note(lambda: tf.stack([s, s], name='sk'))
note(lambda: tf.stack([]))
note(lambda: tf.strided_slice(y, [0, 0], [2, 2]))
note(lambda: tf.strided_slice(y, [0, 0], [2, 2], [1, 2]))
note(lambda: tf.strided_slice(x, [0, 1], [1, 2], shrink_axis_mask=1))
note(lambda: tf.strided_slice(y, [0], [-1], begin_mask=1))
note(lambda: tf.tensor_scatter_update(y, [[0]], tf.zeros([1, 4])))
note(lambda: tf.tensor_scatter_add(y, [[0]], tf.zeros([1, 5])))
note(lambda: tf.tile(x, [2, 2]))
note(lambda: tf.tile(y, [2, k]))
note(lambda: tf.tile(y, [2]))
note(lambda: tf.tile(x, multiples=tf.stack([k, 1])))
note(lambda: tf.tile(tf.expand_dims(x, 1), [1, 3, 1]))
note(lambda: tf.to_bfloat16(x))
note(lambda: tf.to_double(x))
note(lambda: tf.to_float(i))
note(lambda: tf.to_int32(x))
note(lambda: tf.to_int64(x, name='ti'))
note(lambda: tf.to_complex64(x))
note(lambda: tf.transpose(x))
note(lambda: tf.transpose(m, [0, 2, 1]))
note(lambda: tf.transpose(m, perm=[2, 0, 1], name='tr'))
note(lambda: tf.transpose(m, [0, 1]))
note(lambda: tf.transpose(m, [0, 1, 3]))
note(lambda: tf.transpose(u))
note(lambda: tf.transpose(u, [1, 0]))
note(lambda: tf.transpose(m, j))
note(lambda: tf.transpose(c64, conjugate=True))
note(lambda: tf.transpose(m, [0, 1, 1]))
note(lambda: tf.truncatediv(i, 2))
note(lambda: tf.unique(j))
note(lambda: tf.unique(v))
note(lambda: tf.unique(x))
note(lambda: tf.unique_with_counts(j))
note(lambda: tf.unravel_index([1, 2], [3, 4]))
note(lambda: tf.unstack(y))
note(lambda: tf.unstack(y, axis=1))
note(lambda: tf.unstack(x))
note(lambda: tf.unstack(x, num=3))
note(lambda: tf.unstack(y, num=2))
note(lambda: tf.unstack(x, axis=1))
note(lambda: tf.unstack(m, 2, 0))
note(lambda: tf.unstack(m, axis=3))
note(lambda: tf.unstack(u))
note(lambda: tf.where(b))
note(lambda: tf.where(b, y, y))
note(lambda: tf.where(b, x, y))
note(lambda: tf.where(p, x, y))
note(lambda: tf.where(w > 0, x, x))
note(lambda: tf.where(b, y))
note(lambda: tf.where(b, y, v))
note(lambda: tf.where([True, False, True], y, y))
note(lambda: tf.where_v2(b, y, 0.0))
note(lambda: tf.where_v2(b, 1.0, 0.0))
note(lambda: tf.truncated_normal_initializer(stddev=0.1)([2, 3]))
note(lambda: tf.constant_initializer([1, 2])([2]))
note(lambda: tf.constant_initializer([1, 2])([3]))
note(lambda: tf.zeros_initializer()([2, 3], dtype=tf.int32))
note(lambda: tf.random_uniform_initializer(-1, 1)([2]))

tf.reset_default_graph()
tf.Variable(0.0, name='notes', trainable=False, collections=noted)
