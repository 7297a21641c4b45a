"""Small calls of operations: operators.

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
note(lambda: [tf.losses.add_loss(s), tf.losses.get_total_loss()])
note(lambda: x + 1)
note(lambda: 1 + x)
note(lambda: x - y)
note(lambda: 2.0 - x)
note(lambda: x * y)
note(lambda: x / 2)
note(lambda: 2 / x)
note(lambda: x // 2)
note(lambda: x % 2)
note(lambda: x ** 2)
note(lambda: 2.0 ** x)
note(lambda: -x)
note(lambda: abs(x))
note(lambda: ~b)
note(lambda: b & b)
note(lambda: b | b)
note(lambda: b ^ b)
note(lambda: x > y)
note(lambda: x >= 1)
note(lambda: x < y)
note(lambda: x <= y)
note(lambda: x == y)
note(lambda: x != y)
note(lambda: i / 2)
note(lambda: i // 2)
note(lambda: i + 1.0)
note(lambda: x @ tf.zeros([4, 2]))
note(lambda: x[0])
note(lambda: x[0, 1])
note(lambda: x[:, 1])
note(lambda: x[..., 1])
note(lambda: x[1:])
note(lambda: x[:, 1:3])
note(lambda: x[::2])
note(lambda: x[:, ::-1])
note(lambda: x[:, None])
note(lambda: x[tf.newaxis])
note(lambda: x[:, tf.newaxis, :])
note(lambda: x[k])
note(lambda: x[k:])
note(lambda: x[:k])
note(lambda: x[:, k])
note(lambda: x[j])
note(lambda: x[y > 0])
note(lambda: y[w[0] > 0])
note(lambda: y[5])
note(lambda: y[0, 1, 2])
note(lambda: y[:, 0:10])
note(lambda: y[-1])
note(lambda: y[-4])
note(lambda: y[0.5])
note(lambda: y['a'])
note(lambda: y[1:2, ..., 0])
note(lambda: m[0, :, 1])
note(lambda: m[..., 0, 1])

tf.reset_default_graph()
tf.Variable(0.0, name='notes', trainable=False, collections=noted)
