"""Small calls of operations: checks and control.

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
note(lambda: tf.confusion_matrix(j, j, 4))
note(lambda: tf.confusion_matrix([1, 2], [1, 2], num_classes=3, weights=[1., 2.]))
note(lambda: tf.count_up_to(tf.get_variable('cnt', [], tf.int32), 5))
note(lambda: tf.debugging.assert_all_finite(x, 'm'))
note(lambda: tf.ensure_shape(x, [3, 4]))
note(lambda: tf.ensure_shape(x, [3, 5]))
note(lambda: tf.foldl(lambda a, e: a + e, x))
note(lambda: tf.foldl(lambda a, e: a + e, y, initializer=tf.zeros([4])))
note(lambda: tf.foldr(lambda a, e: a + e, y))
note(lambda: tf.map_fn(lambda e: e * 2, y))
note(lambda: tf.map_fn(lambda e: (e[0] + e[1], e[0]), (y, y), dtype=(tf.float32, tf.float32)))
note(lambda: tf.map_fn(lambda e: tf.cast(e, tf.int32), x, dtype=tf.int32))
note(lambda: tf.map_fn(lambda e: e, x, dtype=tf.int32))
note(lambda: tf.map_fn(lambda e: tf.reduce_sum(e), x, parallel_iterations=1, back_prop=False, name='mm'))
note(lambda: tf.scan(lambda a, e: a + e, y))
note(lambda: tf.scan(lambda a, e: a + e, x, initializer=tf.zeros([4])))
note(lambda: tf.scan(lambda a, e: (a[0] + e, a[1]), y, initializer=(tf.zeros([4]), s)))
note(lambda: tf.scan(lambda a, e: a + e, y, reverse=True))
note(lambda: tf.get_collection('foo'))
note(lambda: tf.group(x, y))
note(lambda: tf.group(tf.no_op(), name='g'))
note(lambda: tf.group())
note(lambda: tf.group([x, y]))
note(lambda: tf.is_finite(x))
note(lambda: tf.is_inf(x))
note(lambda: tf.is_nan(x))
note(lambda: tf.is_non_decreasing(v))
note(lambda: tf.is_strictly_increasing(v))
note(lambda: tf.is_numeric_tensor(x))
note(lambda: tf.is_numeric_tensor(3))
note(lambda: tf.is_variable_initialized(variable()))
note(lambda: tf.no_op())
note(lambda: tf.py_func(lambda a: a, [x], tf.float32))
note(lambda: tf.py_func(lambda a: (a, a), [x, y], [tf.float32, tf.int32], stateful=False))
note(lambda: tf.py_func(lambda: 1, [], tf.int32, name='pp'))
note(lambda: tf.print('a', x))
note(lambda: tf.Print(x, [x], 'msg'))
note(lambda: tf.tuple([x, y]))
note(lambda: tf.tuple([x, None], name='tu'))
note(lambda: tf.verify_tensor_all_finite(x, 'm'))
note(lambda: tf.while_loop(lambda t: t < 3, lambda t: t + 1, [k]))
note(lambda: tf.while_loop(lambda t, a: t < 3, lambda t, a: (t + 1, a * 2), [0, x]))
note(lambda: tf.while_loop(lambda t, a: t < 3, lambda t, a: (t + 1, tf.concat([a, a], 0)), [0, y]))
note(lambda: tf.while_loop(lambda t, a: t < 3, lambda t, a: (t + 1, tf.concat([a, a], 0)), [0, y], shape_invariants=[tf.TensorShape([]), tf.TensorShape([None, 4])]))
note(lambda: tf.while_loop(lambda t: t < 3, lambda t: t + 1.0, [0]))
note(lambda: tf.while_loop(lambda t: t < 3, lambda t: [t, t], [0]))
note(lambda: tf.while_loop(lambda t: 3, lambda t: t, [0]))
note(lambda: tf.while_loop(lambda t: t < 3, lambda t: t + 1, [0], parallel_iterations=1, back_prop=False, maximum_iterations=5, name='wl'))
note(lambda: tf.while_loop(lambda t: t < 3, lambda t: t + 1, [0], return_same_structure=True))
note(lambda: tf.while_loop(lambda t: t < 3, lambda t: t + 1, []))
note(lambda: tf.while_loop(1, lambda t: t + 1, [0]))

tf.reset_default_graph()
tf.Variable(0.0, name='notes', trainable=False, collections=noted)
