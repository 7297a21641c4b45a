"""Small calls of operations: arithmetic.

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
note(lambda: tf.abs(x))
note(lambda: tf.abs(i))
note(lambda: tf.abs(c64))
note(lambda: tf.accumulate_n([y, y]))
note(lambda: tf.accumulate_n([y, x]))
note(lambda: tf.acos(x))
note(lambda: tf.add(x, y))
note(lambda: tf.add(x, 1, name='foo'))
note(lambda: tf.add_n([x, x]))
note(lambda: tf.add_n([]))
note(lambda: tf.add_n([x, y]))
note(lambda: tf.angle(c64))
note(lambda: tf.arg_max(x, 1))
note(lambda: tf.arg_min(x, dimension=1))
note(lambda: tf.argmax(x, axis=1))
note(lambda: tf.argmax(x, dimension=0))
note(lambda: tf.argmin(y, 1, output_type=tf.int32))
note(lambda: tf.argmax(y, 5))
note(lambda: tf.as_dtype('float32'))
note(lambda: tf.asin(y))
note(lambda: tf.assign(variable(), y))
note(lambda: tf.assign(variable(), v))
note(lambda: tf.assign(variable(), v, validate_shape=False))
note(lambda: tf.assign_add(variable(), y))
note(lambda: tf.assign_sub(variable(), y, name='q'))
note(lambda: tf.assign(y, y))
note(lambda: tf.atan(x))
note(lambda: tf.atan2(x, y))
note(lambda: tf.atanh(x))
note(lambda: tf.betainc(x, x, x))
note(lambda: tf.bincount(j))
note(lambda: tf.bincount(j, minlength=3))
note(lambda: tf.bincount(j, weights=w))
note(lambda: tf.ceil(x))
note(lambda: tf.cholesky(tf.zeros([2, 3, 3])))
note(lambda: tf.cholesky(y))
note(lambda: tf.cholesky_solve(tf.zeros([3, 3]), y))
note(lambda: tf.clip_by_average_norm(x, 1.0))
note(lambda: tf.clip_by_global_norm([x, y], 1.0))
note(lambda: tf.clip_by_global_norm([x, None], 1.0))
note(lambda: tf.clip_by_norm(x, 1.0))
note(lambda: tf.clip_by_norm(x, 1.0, axes=[1]))
note(lambda: tf.clip_by_value(x, 0, 1))
note(lambda: tf.clip_by_value(x, 0., y))
note(lambda: tf.clip_by_value(i, 0, 1, 'cl'))
note(lambda: tf.complex(x, x))
note(lambda: tf.complex(d, d))
note(lambda: tf.complex(x, d))
note(lambda: tf.conj(c64))
note(lambda: tf.conj(x))
note(lambda: tf.cos(x))
note(lambda: tf.cosh(x))
note(lambda: tf.count_nonzero(x))
note(lambda: tf.count_nonzero(y, axis=1))
note(lambda: tf.count_nonzero(y, 1, keep_dims=True))
note(lambda: tf.count_nonzero(y, reduction_indices=[0], dtype=tf.int32))
note(lambda: tf.count_nonzero(st))
note(lambda: tf.cross(tf.zeros([2, 3]), tf.zeros([2, 3])))
note(lambda: tf.cross(y, y))
note(lambda: tf.cumprod(x, 1))
note(lambda: tf.cumsum(x, axis=1, exclusive=True, reverse=True))
note(lambda: tf.cumsum(y))
note(lambda: tf.digamma(x))
note(lambda: tf.div(x, y))
note(lambda: tf.div(i, 2))
note(lambda: tf.div(x, 2, name='dd'))
note(lambda: tf.div_no_nan(x, y))
note(lambda: tf.divide(x, y))
note(lambda: tf.divide(x, 2))

tf.reset_default_graph()
tf.Variable(0.0, name='notes', trainable=False, collections=noted)
