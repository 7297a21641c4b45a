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
note(lambda: tf.matmul(y, tf.zeros([4, 2]), a_is_sparse=True))
note(lambda: tf.matmul(x, y, transpose_a=True, adjoint_a=True))
note(lambda: tf.matmul(n, tf.transpose(n, [0, 2, 1])))
note(lambda: tf.maximum(x, 0))
note(lambda: tf.maximum(x, y))
note(lambda: tf.minimum(x, 1.0))
note(lambda: tf.multinomial(y, 5))
note(lambda: tf.multinomial(x, 2, seed=1, output_dtype=tf.int32))
note(lambda: tf.multiply(x, y))
note(lambda: tf.multiply(x, i))
note(lambda: tf.negative(x))
note(lambda: tf.norm(x))
note(lambda: tf.norm(x, axis=1))
note(lambda: tf.norm(x, ord=1, axis=1, keepdims=True))
note(lambda: tf.norm(x, ord='euclidean', axis=[0, 1]))
note(lambda: tf.norm(x, ord=np.inf))
note(lambda: tf.norm(x, ord='fro', axis=(0, 1), keep_dims=True))
note(lambda: tf.norm(x, ord='foo'))
note(lambda: tf.not_equal(x, 0))
note(lambda: tf.serialize_tensor(x))
note(lambda: tf.polygamma(x, x))
note(lambda: tf.pow(x, 2))
note(lambda: tf.pow(x, y))
note(lambda: tf.pow(i, 2.0))
note(lambda: tf.qr(y))
note(lambda: tf.svd(y))
note(lambda: tf.svd(y, compute_uv=False))
note(lambda: tf.self_adjoint_eig(tf.zeros([2, 3, 3])))
note(lambda: tf.self_adjoint_eigvals(tf.zeros([2, 3, 3])))
note(lambda: tf.write_file('a', 'b'))
note(lambda: tf.realdiv(x, y))
note(lambda: tf.reciprocal(x))
note(lambda: tf.reduce_all(b))
note(lambda: tf.reduce_all(b, axis=0))
note(lambda: tf.reduce_any(b, 1))
note(lambda: tf.reduce_logsumexp(x))
note(lambda: tf.reduce_logsumexp(x, axis=1, keep_dims=True))
note(lambda: tf.reduce_max(x, 1))
note(lambda: tf.reduce_max(x, axis=[0, 1]))
note(lambda: tf.reduce_max(x, axis=-1, keepdims=True))
note(lambda: tf.reduce_max(x, reduction_indices=[1], keep_dims=True))
note(lambda: tf.reduce_max(x, axis=2))
note(lambda: tf.reduce_max(x, axis=[0, 0]))
note(lambda: tf.reduce_max(x, axis=k))
note(lambda: tf.reduce_max(x, axis=j))
note(lambda: tf.reduce_max(u))
note(lambda: tf.reduce_max(u, 1))
note(lambda: tf.reduce_max(u, 1, keep_dims=True))
note(lambda: tf.reduce_mean(x))
note(lambda: tf.reduce_mean(i))
note(lambda: tf.reduce_mean(x, [0]))
note(lambda: tf.reduce_mean(x, 0, True))
note(lambda: tf.reduce_mean(x, axis=(1,)))
note(lambda: tf.reduce_mean(x, axis=1, reduction_indices=1))
note(lambda: tf.reduce_mean(st))
note(lambda: tf.reduce_min(x, name='mi'))
note(lambda: tf.reduce_prod(tf.shape(x)))
note(lambda: tf.reduce_prod([1, 2, 3]))
note(lambda: tf.reduce_sum(x))
note(lambda: tf.reduce_sum(b))
note(lambda: tf.reduce_sum(tf.cast(b, tf.float32), -1))
note(lambda: tf.reduce_sum([x, x]))
note(lambda: tf.reduce_sum(x, axis=[]))
note(lambda: tf.reduce_sum(x, None))
note(lambda: tf.math.reduce_std(x))
note(lambda: tf.math.reduce_std(x, axis=1))
note(lambda: tf.math.reduce_variance(x, axis=1, keepdims=True))
note(lambda: tf.math.reduce_euclidean_norm(x, 1))
note(lambda: tf.rint(x))

tf.reset_default_graph()
tf.Variable(0.0, name='notes', trainable=False, collections=noted)
