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
note(lambda: tf.matrix_transpose(v))
note(lambda: tf.matrix_triangular_solve(tf.zeros([3, 3]), y))
note(lambda: tf.meshgrid(v, w))
note(lambda: tf.meshgrid(v, v, indexing='ij'))
note(lambda: tf.meshgrid(tf.range(3), tf.range(k)))
note(lambda: tf.random.categorical(y, 3))
note(lambda: tf.one_hot(j, 5))
note(lambda: tf.one_hot(ids, 5, axis=1))
note(lambda: tf.one_hot(j, k))
note(lambda: tf.one_hot(2, 5, on_value=1, off_value=0))
note(lambda: tf.one_hot(j, 5, dtype=tf.int32))
note(lambda: tf.one_hot(j, 5, 1.0, 0.0, -1, tf.float32, 'oh'))
note(lambda: tf.one_hot(x, 5))
note(lambda: tf.one_hot(j, depth=5, on_value=True, off_value=False))
note(lambda: tf.one_hot(j, depth=5, on_value=1.0, off_value=0))
note(lambda: tf.ones([2, 3]))
note(lambda: tf.ones([2, k]))
note(lambda: tf.ones(tf.shape(x)))
note(lambda: tf.ones(3))
note(lambda: tf.ones(k))
note(lambda: tf.ones([2, 3], tf.int32, name='on'))
note(lambda: tf.ones(x.shape))
note(lambda: tf.ones_like(x))
note(lambda: tf.ones_like(y))
note(lambda: tf.ones_like(y, dtype=tf.int32, optimize=False))
note(lambda: tf.ones_like([1, 2]))
note(lambda: tf.zeros([2, None]))
note(lambda: tf.zeros([2, 3], dtype=tf.string))
note(lambda: tf.zeros(tf.TensorShape([2, 3])))
note(lambda: tf.zeros([tf.Dimension(2), 3]))
note(lambda: tf.zeros((k, 3)))
note(lambda: tf.zeros([tf.shape(x)[0], 3]))
note(lambda: tf.zeros([-1, 3]))
note(lambda: tf.zeros_like(x))
note(lambda: tf.zeros_like(variable()))
note(lambda: tf.zeros_like(u))
note(lambda: tf.zeros_like(st))
note(lambda: tf.zeros_like(sp))
note(lambda: tf.pad(x, [[1, 1], [2, 2]]))
note(lambda: tf.pad(y, [[1, 1], [2, 2]], 'REFLECT'))
note(lambda: tf.pad(y, [[1, 1], [2, 2]], mode='symmetric', name='pp'))
note(lambda: tf.pad(y, [[1, 1]]))
note(lambda: tf.pad(y, [[1, 1], [2, 2]], constant_values=1))
note(lambda: tf.pad(y, tf.placeholder(tf.int32, [2, 2])))
note(lambda: tf.pad(u, [[1, 1], [2, 2]]))
note(lambda: tf.pad(y, [[0, k], [0, 0]]))
note(lambda: tf.pad(y, [[1, 1], [2, 2]], 'FOO'))
note(lambda: tf.parallel_stack([v, v]))
note(lambda: tf.placeholder(tf.float32))
note(lambda: tf.placeholder('float', [None, 2], 'nm'))
note(lambda: tf.placeholder(tf.float32, shape=[]))
note(lambda: tf.placeholder(tf.float32, shape=[2, 'a']))
note(lambda: tf.placeholder('foo'))
note(lambda: tf.placeholder_with_default(y, [None, 4]))
note(lambda: tf.placeholder_with_default(y, [None, 5]))
note(lambda: tf.placeholder_with_default(1.0, shape=[], name='kp'))
note(lambda: tf.random_crop(img, [2, 4, 4, 3]))
note(lambda: tf.random_crop(img, [2, 4, 4]))
note(lambda: tf.random_gamma([2, 3], 1.0))
note(lambda: tf.random_gamma([2], v))
note(lambda: tf.random_normal([2, 3]))
note(lambda: tf.random_normal([k, 3], mean=1.0, stddev=2.0, name='rn'))
note(lambda: tf.random_normal(tf.shape(x)))
note(lambda: tf.random_normal([tf.shape(x)[0], 3], seed=3))
note(lambda: tf.random_poisson(v, [2]))
note(lambda: tf.random_shuffle(x))
note(lambda: tf.random_uniform([2, 3]))

tf.reset_default_graph()
tf.Variable(0.0, name='notes', trainable=False, collections=noted)
