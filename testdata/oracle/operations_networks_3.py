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
note(lambda: tf.nn.separable_conv2d(img, tf.zeros([3, 3, 3, 2]), tf.zeros([1, 1, 6, 4]), [1, 1, 1, 1], 'SAME'))
note(lambda: tf.nn.separable_conv2d(img, tf.zeros([3, 3, 3, 2]), tf.zeros([1, 1, 5, 4]), [1, 1, 1, 1], 'SAME'))
note(lambda: tf.nn.atrous_conv2d(img, tf.zeros([3, 3, 3, 5]), 2, 'SAME'))
note(lambda: tf.nn.atrous_conv2d(img, tf.zeros([3, 3, 3, 5]), rate=1, padding='VALID'))
note(lambda: tf.nn.convolution(img, tf.zeros([3, 3, 3, 5]), 'SAME'))
note(lambda: tf.nn.convolution(img, tf.zeros([3, 3, 3, 5]), 'VALID', strides=[2, 2], name='cv'))
note(lambda: tf.nn.convolution(img, tf.zeros([3, 3, 3, 5]), 'SAME', dilation_rate=[2, 2]))
note(lambda: tf.nn.convolution(seq, tf.zeros([3, 3, 5]), 'SAME', dilation_rate=[2]))
note(lambda: tf.nn.dilation2d(img, tf.zeros([3, 3, 3]), [1, 1, 1, 1], [1, 1, 1, 1], 'SAME'))
note(lambda: tf.nn.max_pool(img, [1, 2, 2, 1], [1, 2, 2, 1], 'SAME'))
note(lambda: tf.nn.max_pool(img, ksize=[1, 2, 2, 1], strides=[1, 2, 2, 1], padding='VALID', name='mp'))
note(lambda: tf.nn.max_pool(img, 2, 2, 'SAME'))
note(lambda: tf.nn.max_pool(img, [1, 9, 9, 1], [1, 1, 1, 1], 'VALID'))
note(lambda: tf.nn.max_pool(x, [1, 2, 2, 1], [1, 2, 2, 1], 'SAME'))
note(lambda: tf.nn.max_pool(img, [2, 2], [2, 2], 'SAME'))
note(lambda: tf.nn.max_pool2d(img, 2, 2, 'SAME'))
note(lambda: tf.nn.avg_pool(img, [1, 2, 2, 1], [1, 2, 2, 1], 'SAME'))
note(lambda: tf.nn.avg_pool(value=img, ksize=[1, 8, 8, 1], strides=[1, 1, 1, 1], padding='VALID'))
note(lambda: tf.nn.avg_pool2d(img, 2, 2, 'VALID'))
note(lambda: tf.nn.avg_pool3d(tf.zeros([1, 4, 4, 4, 2]), [1, 2, 2, 2, 1], [1, 2, 2, 2, 1], 'SAME'))
note(lambda: tf.nn.max_pool3d(tf.zeros([1, 4, 4, 4, 2]), [1, 2, 2, 2, 1], [1, 2, 2, 2, 1], 'SAME'))
note(lambda: tf.nn.max_pool1d(seq, 2, 2, 'SAME'))
note(lambda: tf.nn.pool(img, [2, 2], 'MAX', 'SAME'))
note(lambda: tf.nn.pool(img, [2, 2], 'AVG', 'VALID', strides=[2, 2]))
note(lambda: tf.nn.embedding_lookup(variable(), ids))
note(lambda: tf.nn.embedding_lookup(variable(), [0, 1], name='el'))
note(lambda: tf.nn.embedding_lookup([variable(), y], j))
note(lambda: tf.nn.embedding_lookup([variable(), y], j, partition_strategy='div'))
note(lambda: tf.nn.embedding_lookup(variable(), x))
note(lambda: tf.nn.embedding_lookup(y, j, max_norm=1.0))
note(lambda: tf.nn.embedding_lookup_sparse(variable(), tf.cast(sp, tf.int64), None))
note(lambda: tf.nn.top_k(x, 2))
note(lambda: tf.nn.top_k(x, k, sorted=False, name='tk'))
note(lambda: tf.nn.top_k(y, 5))
note(lambda: tf.nn.top_k(s))
note(lambda: tf.nn.in_top_k(x, j, 2))
note(lambda: tf.nn.in_top_k(x, tf.placeholder(tf.int32, [3]), 2))
note(lambda: tf.nn.in_top_k(y, j, k))
note(lambda: tf.nn.log_poisson_loss(x, x))
note(lambda: tf.nn.ctc_loss(tf.cast(sp, tf.int32), tf.zeros([7, 3, 5]), tf.placeholder(tf.int32, [3])))
note(lambda: tf.nn.ctc_greedy_decoder(tf.zeros([7, 3, 5]), tf.placeholder(tf.int32, [3])))
note(lambda: tf.nn.ctc_beam_search_decoder(tf.zeros([7, 3, 5]), tf.placeholder(tf.int32, [3])))
note(lambda: tf.nn.zero_fraction(x))
note(lambda: tf.nn.with_space_to_batch(img, [1, 1], 'SAME', lambda a, num_spatial_dims, padding: a))
note(lambda: tf.nn.space_to_depth(img, 2))
note(lambda: tf.nn.depth_to_space(tf.zeros([2, 4, 4, 4]), 2))
note(lambda: tf.nn.static_rnn(tf.nn.rnn_cell.BasicRNNCell(3), [x, x], dtype=tf.float32))
note(lambda: tf.nn.dynamic_rnn(tf.nn.rnn_cell.BasicLSTMCell(3), seq, dtype=tf.float32))
note(lambda: tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(3), seq, dtype=tf.float32, time_major=True))
note(lambda: tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(3), seq, sequence_length=[3, 4], dtype=tf.float32))
note(lambda: tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(3), seq))
note(lambda: tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(3), x, dtype=tf.float32))
note(lambda: tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(3), tf.placeholder(tf.float32, [None, None, None]), dtype=tf.float32))
note(lambda: tf.nn.bidirectional_dynamic_rnn(tf.nn.rnn_cell.GRUCell(3), tf.nn.rnn_cell.GRUCell(3), seq, dtype=tf.float32))
note(lambda: tf.nn.raw_rnn)

tf.reset_default_graph()
tf.Variable(0.0, name='notes', trainable=False, collections=noted)
