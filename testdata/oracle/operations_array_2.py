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
note(lambda: tf.diag(y))
note(lambda: tf.diag_part(tf.zeros([3, 3])))
note(lambda: tf.diag_part(y))
note(lambda: tf.dynamic_partition(y, tf.placeholder(tf.int32, [3]), 2))
note(lambda: tf.dynamic_partition(x, j, 3))
note(lambda: tf.dynamic_partition(y, i, 2))
note(lambda: tf.dynamic_stitch([[0, 2], [1]], [[1., 2.], [3.]]))
note(lambda: tf.dynamic_stitch([j, j], [x, x]))
note(lambda: tf.edit_distance(sp, sp))
note(lambda: tf.edit_distance(tf.cast(sp, tf.int64), tf.cast(sp, tf.int64), normalize=False))
note(lambda: tf.expand_dims(x, 0))
note(lambda: tf.expand_dims(x, -1))
note(lambda: tf.expand_dims(x, axis=1))
note(lambda: tf.expand_dims(x, dim=2))
note(lambda: tf.expand_dims(x, 4))
note(lambda: tf.expand_dims(x, -4))
note(lambda: tf.expand_dims(u, 0))
note(lambda: tf.expand_dims(x, k))
note(lambda: tf.expand_dims(x, [1]))
note(lambda: tf.extract_image_patches(img, [1, 2, 2, 1], [1, 1, 1, 1], [1, 1, 1, 1], 'SAME'))
note(lambda: tf.extract_image_patches(img, ksizes=[1, 2, 2, 1], strides=[1, 2, 2, 1], rates=[1, 1, 1, 1], padding='VALID'))
note(lambda: tf.eye(3))
note(lambda: tf.eye(3, 4, batch_shape=[2]))
note(lambda: tf.eye(k))
note(lambda: tf.eye(3, num_columns=5, dtype=tf.int32))
note(lambda: tf.fill([2, 3], 0.0))
note(lambda: tf.fill([2, k], 0.0))
note(lambda: tf.fill(tf.shape(x), 1))
note(lambda: tf.fill(tf.stack([k, 3]), 1.0))
note(lambda: tf.fill([2, 3], y))
note(lambda: tf.fill([-1, 3], 1))
note(lambda: tf.fingerprint(tf.zeros([2, 3], tf.uint8)))
note(lambda: tf.gather(y, [0, 1]))
note(lambda: tf.gather(y, i))
note(lambda: tf.gather(x, j))
note(lambda: tf.gather(y, 0))
note(lambda: tf.gather(y, k, axis=1))
note(lambda: tf.gather(m, [[0, 1]], axis=1))
note(lambda: tf.gather(m, [0, 1], axis=-1))
note(lambda: tf.gather(variable(), [0]))
note(lambda: tf.gather(m, tf.placeholder(tf.int32, [2, 5]), batch_dims=1))
note(lambda: tf.gather(m, tf.placeholder(tf.int32, [2, 5]), axis=1, batch_dims=1))
note(lambda: tf.gather_nd(y, [[0, 1]]))
note(lambda: tf.gather_nd(y, [[0], [1]]))
note(lambda: tf.gather_nd(m, tf.placeholder(tf.int32, [None, 2])))
note(lambda: tf.gather_nd(y, tf.placeholder(tf.int32, [2, 3])))
note(lambda: tf.gather_nd(y, tf.placeholder(tf.int32, [None, None])))
note(lambda: tf.identity(x))
note(lambda: tf.identity(variable(), name='idd'))
note(lambda: tf.identity([1, 2]))
note(lambda: tf.identity(sp))
note(lambda: tf.identity_n([x, y]))
note(lambda: tf.invert_permutation(tf.placeholder(tf.int32, [4])))
note(lambda: tf.lin_space(0.0, 1.0, 5))
note(lambda: tf.linspace(0.0, 1.0, k))
note(lambda: tf.linspace(0, 1, 5))
note(lambda: tf.matrix_band_part(y, -1, 0))
note(lambda: tf.matrix_determinant(tf.zeros([2, 3, 3])))
note(lambda: tf.matrix_determinant(y))
note(lambda: tf.matrix_diag(y))
note(lambda: tf.matrix_diag(x))
note(lambda: tf.matrix_diag_part(m))
note(lambda: tf.matrix_inverse(tf.zeros([2, 3, 3])))
note(lambda: tf.matrix_set_diag(tf.zeros([3, 3]), tf.zeros([3])))
note(lambda: tf.matrix_solve(tf.zeros([3, 3]), y))
note(lambda: tf.matrix_square_root(tf.zeros([3, 3])))
note(lambda: tf.matrix_transpose(m))

tf.reset_default_graph()
tf.Variable(0.0, name='notes', trainable=False, collections=noted)
