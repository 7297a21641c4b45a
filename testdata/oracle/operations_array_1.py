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
note(lambda: tf.argsort(y))
note(lambda: tf.argsort(x, axis=0, direction='DESCENDING'))
note(lambda: tf.batch_to_space(img, [[0, 0], [0, 0]], 1))
note(lambda: tf.batch_to_space_nd(tf.zeros([4, 2, 2, 3]), [2, 2], [[0, 0], [0, 0]]))
note(lambda: tf.space_to_batch(img, [[0, 0], [0, 0]], 2))
note(lambda: tf.space_to_batch_nd(img, [2, 2], [[0, 0], [0, 0]]))
note(lambda: tf.space_to_depth(img, 2))
note(lambda: tf.depth_to_space(tf.zeros([2, 3, 3, 8]), 2))
note(lambda: tf.bitcast(y, tf.int32))
note(lambda: tf.bitcast(d, tf.int32))
note(lambda: tf.bitcast(i, tf.int64))
note(lambda: tf.boolean_mask(y, b))
note(lambda: tf.boolean_mask(y, [True, False, True]))
note(lambda: tf.boolean_mask(x, w > 0))
note(lambda: tf.boolean_mask(y, b, name='bm'))
note(lambda: tf.boolean_mask(m, tf.placeholder(tf.bool, [3]), axis=1))
note(lambda: tf.boolean_mask(y, p))
note(lambda: tf.boolean_mask(y, tf.placeholder(tf.bool)))
note(lambda: tf.broadcast_dynamic_shape(tf.shape(x), tf.shape(y)))
note(lambda: tf.broadcast_static_shape(x.shape, y.shape))
note(lambda: tf.broadcast_static_shape(m.shape, v.shape))
note(lambda: tf.broadcast_to(v, [3, 5]))
note(lambda: tf.broadcast_to(v, [3, 4]))
note(lambda: tf.broadcast_to(y, tf.shape(m)))
note(lambda: tf.cast(x, tf.int32))
note(lambda: tf.cast(x, 'float64', name='c'))
note(lambda: tf.cast(sp, tf.int32))
note(lambda: tf.cast(3, tf.float32))
note(lambda: tf.concat([x, y], 0))
note(lambda: tf.concat([x, y], 1))
note(lambda: tf.concat([x, y], axis=-1))
note(lambda: tf.concat(0, [x, y]))
note(lambda: tf.concat([x], 0))
note(lambda: tf.concat(x, 0))
note(lambda: tf.concat([x, v], 0))
note(lambda: tf.concat([m, n], 2))
note(lambda: tf.concat([m, n], k))
note(lambda: tf.concat([x, i], 0))
note(lambda: tf.concat([x, u], 0))
note(lambda: tf.concat([y, y], 2))
note(lambda: tf.constant([1, 2, 3]))
note(lambda: tf.constant(1.5, shape=[2, 2]))
note(lambda: tf.constant([1, 2, 3], shape=[2, 2]))
note(lambda: tf.constant([1, 2, 3, 4, 5], shape=[2, 2]))
note(lambda: tf.constant('a'))
note(lambda: tf.constant([1, 2.5]))
note(lambda: tf.constant([1, 'a']))
note(lambda: tf.constant(x))
note(lambda: tf.constant([[1, 2], [3]]))
note(lambda: tf.constant(None))
note(lambda: tf.constant(2**40))
note(lambda: tf.constant(1, tf.float32, [2], 'nm'))
note(lambda: tf.constant(1, verify_shape=True, shape=[2]))
note(lambda: tf.convert_to_tensor([x, x]))
note(lambda: tf.convert_to_tensor([v, w]))
note(lambda: tf.convert_to_tensor([x, v]))
note(lambda: tf.convert_to_tensor(x, tf.int32))
note(lambda: tf.convert_to_tensor(np.zeros([2, 3])))
note(lambda: tf.convert_to_tensor(variable()))
note(lambda: tf.convert_to_tensor([s, 1.0]))
note(lambda: tf.convert_to_tensor([s, 1]))
note(lambda: tf.convert_to_tensor({'a': 1}))
note(lambda: tf.convert_to_tensor(tf.TensorShape([1, 2])))
note(lambda: tf.convert_to_tensor(tf.TensorShape([None, 2])))
note(lambda: tf.convert_to_tensor_or_indexed_slices(x))
note(lambda: tf.convert_to_tensor_or_sparse_tensor(sp))
note(lambda: tf.diag(v))

tf.reset_default_graph()
tf.Variable(0.0, name='notes', trainable=False, collections=noted)
