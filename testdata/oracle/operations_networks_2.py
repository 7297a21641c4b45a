"""Small calls of operations: networks.

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
note(lambda: tf.nn.l2_loss(x))
note(lambda: tf.nn.l2_normalize(x, 1))
note(lambda: tf.nn.l2_normalize(x, dim=0))
note(lambda: tf.nn.l2_normalize(x, axis=[0, 1], epsilon=1e-6, name='ln'))
note(lambda: tf.nn.moments(x, [0]))
note(lambda: tf.nn.moments(img, [0, 1, 2], keep_dims=True))
note(lambda: tf.nn.moments(x, axes=0, name='mo'))
note(lambda: tf.nn.weighted_moments(x, [0], x))
note(lambda: tf.nn.sufficient_statistics(x, [0]))
note(lambda: tf.nn.normalize_moments(s, x, x, None))
note(lambda: tf.nn.batch_normalization(x, tf.zeros([4]), tf.ones([4]), None, None, 1e-3))
note(lambda: tf.nn.batch_normalization(x, tf.zeros([4]), tf.ones([4]), tf.zeros([4]), tf.ones([4]), 1e-3, name='bb'))
note(lambda: tf.nn.batch_normalization(x, tf.zeros([5]), tf.ones([5]), None, None, 1e-3))
note(lambda: tf.nn.batch_norm_with_global_normalization(img, tf.zeros([3]), tf.ones([3]), tf.zeros([3]), tf.ones([3]), 1e-3, True))
note(lambda: tf.nn.fused_batch_norm(img, tf.ones([3]), tf.zeros([3])))
note(lambda: tf.nn.fused_batch_norm(img, tf.ones([4]), tf.zeros([3])))
note(lambda: tf.nn.fused_batch_norm(x, tf.ones([4]), tf.zeros([4])))
note(lambda: tf.nn.fused_batch_norm(img, tf.ones([3]), tf.zeros([3]), tf.zeros([3]), tf.ones([3]), is_training=False, name='fb'))
note(lambda: tf.nn.local_response_normalization(img))
note(lambda: tf.nn.lrn(img, 4, bias=1.0, alpha=0.1, beta=0.75))
note(lambda: tf.nn.lrn(x))
note(lambda: tf.nn.bias_add(x, tf.zeros([4])))
note(lambda: tf.nn.bias_add(img, tf.zeros([3]), data_format='NHWC', name='ba'))
note(lambda: tf.nn.bias_add(x, tf.zeros([5])))
note(lambda: tf.nn.bias_add(v, tf.zeros([5])))
note(lambda: tf.nn.bias_add(img, tf.zeros([8]), data_format='NCHW'))
note(lambda: tf.nn.bias_add(x, y))
note(lambda: tf.nn.xw_plus_b(x, tf.zeros([4, 2]), tf.zeros([2])))
note(lambda: tf.nn.conv1d(seq, tf.zeros([3, 3, 5]), 1, 'SAME'))
note(lambda: tf.nn.conv1d(seq, tf.zeros([3, 3, 5]), stride=2, padding='VALID', name='c1'))
note(lambda: tf.nn.conv1d(seq, tf.zeros([3, 4, 5]), 1, 'SAME'))
note(lambda: tf.nn.conv2d(img, tf.zeros([3, 3, 3, 5]), [1, 1, 1, 1], 'SAME'))
note(lambda: tf.nn.conv2d(img, tf.zeros([3, 3, 3, 5]), strides=[1, 2, 2, 1], padding='VALID', name='cc'))
note(lambda: tf.nn.conv2d(img, filter=tf.zeros([3, 3, 3, 5]), strides=2, padding='SAME'))
note(lambda: tf.nn.conv2d(img, filters=tf.zeros([3, 3, 3, 5]), strides=[2, 2], padding='SAME', dilations=[1, 1, 1, 1]))
note(lambda: tf.nn.conv2d(img, tf.zeros([3, 3, 4, 5]), [1, 1, 1, 1], 'SAME'))
note(lambda: tf.nn.conv2d(img, tf.zeros([9, 9, 3, 5]), [1, 1, 1, 1], 'VALID'))
note(lambda: tf.nn.conv2d(img, tf.zeros([3, 3, 3, 5]), [1, 1, 1, 1], 'FOO'))
note(lambda: tf.nn.conv2d(img, tf.zeros([3, 3, 3, 5]), [1, 1, 1], 'SAME'))
note(lambda: tf.nn.conv2d(x, tf.zeros([3, 3, 3, 5]), [1, 1, 1, 1], 'SAME'))
note(lambda: tf.nn.conv2d(u, tf.zeros([3, 3, 3, 5]), [1, 1, 1, 1], 'SAME'))
note(lambda: tf.nn.conv2d(img, tf.zeros([3, 3, 3, 5]), [1, 1, 1, 1], [[0, 0], [1, 1], [1, 1], [0, 0]]))
note(lambda: tf.nn.conv2d(img, v, [1, 1, 1, 1], 'SAME'))
note(lambda: tf.nn.conv2d(img, tf.zeros([3, 3, 3, 5]), [1, 1, 1, 1], 'SAME', data_format='NCHW'))
note(lambda: tf.nn.conv2d(tf.zeros([2, 3, 8, 8]), tf.zeros([3, 3, 3, 5]), [1, 1, 2, 2], 'SAME', data_format='NCHW'))
note(lambda: tf.nn.conv2d(i, tf.zeros([3, 3, 3, 5]), [1, 1, 1, 1], 'SAME'))
note(lambda: tf.nn.conv3d(tf.zeros([1, 4, 4, 4, 2]), tf.zeros([2, 2, 2, 2, 3]), [1, 1, 1, 1, 1], 'SAME'))
note(lambda: tf.nn.conv2d_transpose(img, tf.zeros([3, 3, 5, 3]), [2, 16, 16, 5], [1, 2, 2, 1]))
note(lambda: tf.nn.conv2d_transpose(img, tf.zeros([3, 3, 5, 3]), tf.stack([k, 16, 16, 5]), [1, 2, 2, 1], padding='SAME', name='ct'))
note(lambda: tf.nn.conv2d_transpose(img, tf.zeros([3, 3, 5, 4]), [2, 16, 16, 5], [1, 2, 2, 1]))
note(lambda: tf.nn.conv2d_transpose(img, tf.zeros([3, 3, 5, 3]), [2, 16, 16, 6], [1, 2, 2, 1]))
note(lambda: tf.nn.conv3d_transpose(tf.zeros([1, 4, 4, 4, 2]), tf.zeros([2, 2, 2, 3, 2]), [1, 8, 8, 8, 3], [1, 2, 2, 2, 1]))
note(lambda: tf.nn.depthwise_conv2d(img, tf.zeros([3, 3, 3, 2]), [1, 1, 1, 1], 'SAME'))
note(lambda: tf.nn.depthwise_conv2d(img, tf.zeros([3, 3, 3, 2]), [1, 2, 2, 1], 'SAME', rate=[1, 1], name='dw'))
note(lambda: tf.nn.depthwise_conv2d(img, tf.zeros([3, 3, 3, 2]), [1, 1, 1, 1], 'VALID', rate=[2, 2]))
note(lambda: tf.nn.depthwise_conv2d_native(img, tf.zeros([3, 3, 3, 2]), [1, 1, 1, 1], 'SAME'))

tf.reset_default_graph()
tf.Variable(0.0, name='notes', trainable=False, collections=noted)
