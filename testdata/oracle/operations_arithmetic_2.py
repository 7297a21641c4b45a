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
note(lambda: tf.einsum('ij,jk->ik', y, tf.zeros([4, 2])))
note(lambda: tf.einsum('bij,bjk->bik', m, tf.zeros([2, 4, 5])))
note(lambda: tf.einsum('ij->ji', y))
note(lambda: tf.einsum('ij->i', y))
note(lambda: tf.einsum('ij->', y))
note(lambda: tf.einsum('i,j->ij', v, w))
note(lambda: tf.einsum('ijk,kl->ijl', n, tf.zeros([4, 2])))
note(lambda: tf.einsum('ij,jk->ik', y, tf.zeros([3, 2])))
note(lambda: tf.einsum('ij,jk->iz', y, tf.zeros([4, 2])))
note(lambda: tf.einsum('ij,ij->ij', y, y))
note(lambda: tf.einsum('ijk->ij', y))
note(lambda: tf.einsum('bhqk,bkhd->bqhd', tf.zeros([2, 3, 4, 5]), tf.zeros([2, 5, 3, 6])))
note(lambda: tf.einsum('ab,bc', y, tf.zeros([4, 2])))
note(lambda: tf.einsum('a...b->a...b', y))
note(lambda: tf.equal(x, y))
note(lambda: tf.equal(x, 1))
note(lambda: tf.equal(i, 1.0))
note(lambda: tf.equal(st, 'a'))
note(lambda: tf.erf(x))
note(lambda: tf.erfc(x))
note(lambda: tf.exp(x))
note(lambda: tf.exp(i))
note(lambda: tf.expm1(x))
note(lambda: tf.fake_quant_with_min_max_args(x))
note(lambda: tf.fake_quant_with_min_max_vars(x, 0.0, 1.0))
note(lambda: tf.fft(c64))
note(lambda: tf.ifft(c64))
note(lambda: tf.fft2d(tf.zeros([2, 3, 4], tf.complex64)))
note(lambda: tf.floor(x))
note(lambda: tf.floor_div(i, 2))
note(lambda: tf.floordiv(x, 2))
note(lambda: tf.floormod(i, 3))
note(lambda: tf.mod(x, 2.0))
note(lambda: tf.global_norm([x, y]))
note(lambda: tf.greater(x, y))
note(lambda: tf.greater_equal(x, 1))
note(lambda: tf.guarantee_const(x))
note(lambda: tf.histogram_fixed_width(w, [0.0, 5.0], nbins=4))
note(lambda: tf.histogram_fixed_width(v, [0.0, 5.0]))
note(lambda: tf.igamma(x, x))
note(lambda: tf.imag(c64))
note(lambda: tf.real(c64))
note(lambda: tf.real(x))
note(lambda: tf.lbeta(x))
note(lambda: tf.lbeta(v))
note(lambda: tf.less(x, 1.0))
note(lambda: tf.less_equal(i, 1))
note(lambda: tf.lgamma(x))
note(lambda: tf.local_variables_initializer())
note(lambda: tf.log(x))
note(lambda: tf.log(i))
note(lambda: tf.log1p(x))
note(lambda: tf.log_sigmoid(x))
note(lambda: tf.logical_and(b, b))
note(lambda: tf.logical_and(x, b))
note(lambda: tf.logical_not(b))
note(lambda: tf.logical_or(b, p))
note(lambda: tf.logical_xor(b, b))
note(lambda: tf.matching_files('a*'))
note(lambda: tf.matmul(x, variable(), transpose_b=True))
note(lambda: tf.matmul(y, y))
note(lambda: tf.matmul(y, y, True))
note(lambda: tf.matmul(m, n))
note(lambda: tf.matmul(m, m, transpose_b=True))
note(lambda: tf.matmul(m, m, adjoint_b=True))
note(lambda: tf.matmul(v, y))
note(lambda: tf.matmul(m, tf.zeros([4, 5])))
note(lambda: tf.matmul(u, y))
note(lambda: tf.matmul(x, i))

tf.reset_default_graph()
tf.Variable(0.0, name='notes', trainable=False, collections=noted)
