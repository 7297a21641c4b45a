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
note(lambda: tf.round(x))
note(lambda: tf.round(i))
note(lambda: tf.rsqrt(x))
note(lambda: tf.saturate_cast(x, tf.uint8))
note(lambda: tf.saturate_cast(i, tf.int8))
note(lambda: tf.scalar_mul(2.0, x))
note(lambda: tf.scalar_mul(s, x))
note(lambda: tf.scalar_mul(y, x))
note(lambda: tf.sigmoid(x))
note(lambda: tf.sigmoid(x, name='si'))
note(lambda: tf.sign(x))
note(lambda: tf.sin(x))
note(lambda: tf.sinh(x))
note(lambda: tf.sqrt(x))
note(lambda: tf.sqrt(i))
note(lambda: tf.square(x))
note(lambda: tf.squared_difference(x, y))
note(lambda: tf.pack([x, y]))
note(lambda: tf.stop_gradient(x))
note(lambda: tf.subtract(x, y))
note(lambda: tf.subtract(x, v))
note(lambda: tf.tan(x))
note(lambda: tf.tanh(x))
note(lambda: tf.tensordot(y, y, 1))
note(lambda: tf.tensordot(y, variable(), [[1], [1]]))
note(lambda: tf.tensordot(m, y, [[2], [1]]))
note(lambda: tf.tensordot(n, tf.zeros([4, 2]), axes=1))
note(lambda: tf.tensordot(n, variable(), [[2], [1]]))
note(lambda: tf.tensordot(m, y, 2))
note(lambda: tf.tensordot(m, y, axes=[[1, 2], [0, 1]]))
note(lambda: tf.tensordot(u, variable(), [[1], [0]]))
note(lambda: tf.trace(m))
note(lambda: tf.truediv(x, y))
note(lambda: tf.truediv(i, 2))
note(lambda: tf.truediv(i, 2.0))
note(lambda: tf.truncatemod(i, 2))
note(lambda: tf.unpack(y))
note(lambda: tf.zeta(x, x))
note(lambda: tf.math.xlogy(x, x))
note(lambda: tf.math.polyval([x, x], y))
note(lambda: tf.math.bessel_i0(x))
note(lambda: tf.math.top_k(x, 2))
note(lambda: tf.math.in_top_k(x, j, 1))
note(lambda: tf.math.l2_normalize(x, 1))
note(lambda: tf.math.softplus(x))
note(lambda: tf.math.softsign(x))
note(lambda: tf.math.zero_fraction(x))
note(lambda: tf.math.confusion_matrix(j, j, 3))
note(lambda: tf.math.count_nonzero(x))
note(lambda: tf.math.nextafter(d, d))
note(lambda: tf.math.multiply_no_nan(x, y))
note(lambda: tf.math.squared_difference(x, y))
note(lambda: tf.math.divide_no_nan(x, y))
note(lambda: tf.math.log_softmax(x))
note(lambda: tf.math.segment_sum(y, [0, 0, 1]))
note(lambda: tf.math.invert_permutation([1, 0]))
note(lambda: tf.math.is_nan(x))
note(lambda: tf.initializers.he_normal()([3, 4]))
note(lambda: tf.orthogonal_initializer()([3, 4]))
note(lambda: tf.orthogonal_initializer()([3]))
note(lambda: tf.uniform_unit_scaling_initializer()([2, 3]))
note(lambda: tf.keras.initializers.get('glorot_uniform')([3, 4]))
note(lambda: tf.keras.backend.mean(x, axis=1))
note(lambda: tf.keras.backend.sum(x))
note(lambda: tf.keras.backend.dot(x, tf.zeros([4, 2])))
note(lambda: tf.keras.backend.int_shape(x))
note(lambda: tf.keras.backend.concatenate([x, x]))
note(lambda: tf.keras.backend.softmax(x))
note(lambda: tf.keras.backend.clip(x, 0, 1))

tf.reset_default_graph()
tf.Variable(0.0, name='notes', trainable=False, collections=noted)
