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
note(lambda: tf.assert_equal(x, y))
note(lambda: tf.assert_equal(k, 3))
note(lambda: tf.assert_greater(x, y, message='hi'))
note(lambda: tf.assert_greater_equal(x, 1.0))
note(lambda: tf.assert_integer(i))
note(lambda: tf.assert_integer(x))
note(lambda: tf.assert_less(x, y))
note(lambda: tf.assert_less_equal(x, y))
note(lambda: tf.assert_near(x, y))
note(lambda: tf.assert_negative(x))
note(lambda: tf.assert_non_negative(x))
note(lambda: tf.assert_non_positive(x))
note(lambda: tf.assert_none_equal(x, y))
note(lambda: tf.assert_positive(x))
note(lambda: tf.assert_proper_iterable([1]))
note(lambda: tf.assert_proper_iterable(x))
note(lambda: tf.assert_rank(x, 2))
note(lambda: tf.assert_rank(x, 3))
note(lambda: tf.assert_rank_at_least(x, 2))
note(lambda: tf.assert_rank_at_least(x, 3))
note(lambda: tf.assert_rank_at_least(u, 3))
note(lambda: tf.assert_rank(u, 3))
note(lambda: tf.assert_rank_in(x, [2, 3]))
note(lambda: tf.assert_rank_in(x, [3, 4]))
note(lambda: tf.assert_same_float_dtype([x, y]))
note(lambda: tf.assert_same_float_dtype([x, d]))
note(lambda: tf.assert_scalar(s))
note(lambda: tf.assert_scalar(x))
note(lambda: tf.assert_type(x, tf.float32))
note(lambda: tf.assert_type(x, tf.int32))
note(lambda: tf.assert_variables_initialized())
note(lambda: tf.case([(p, lambda: x)], default=lambda: y))
note(lambda: tf.case({p: lambda: x, tf.equal(k, 1): lambda: y}, exclusive=True))
note(lambda: tf.case([(p, lambda: x), (tf.equal(k, 2), lambda: y)]))
note(lambda: tf.case([(p, lambda: x), (tf.equal(k, 2), lambda: y)], default=lambda: x, name='ca'))
note(lambda: tf.case(3))
note(lambda: tf.check_numerics(x, 'm'))
note(lambda: tf.cond(p, lambda: x, lambda: y))
note(lambda: tf.cond(p, lambda: 1, lambda: 2))
note(lambda: tf.cond(p, lambda: x, lambda: i))
note(lambda: tf.cond(p, lambda: [x, i], lambda: [y, i]))
note(lambda: tf.cond(p, lambda: [x, i], lambda: [y]))
note(lambda: tf.cond(p, lambda: None, lambda: None))
note(lambda: tf.cond(p, lambda: tf.no_op(), lambda: tf.no_op()))
note(lambda: tf.cond(True, lambda: x, lambda: y))
note(lambda: tf.cond(tf.constant(True), lambda: x, lambda: y))
note(lambda: tf.cond(k > 1, true_fn=lambda: {'a': x}, false_fn=lambda: {'a': y}))
note(lambda: tf.cond(p, x, y))
note(lambda: tf.cond(p, fn1=lambda: x, fn2=lambda: y))
note(lambda: tf.cond(p, lambda: sp, lambda: sp))
note(lambda: tf.confusion_matrix(j, j))

tf.reset_default_graph()
tf.Variable(0.0, name='notes', trainable=False, collections=noted)
