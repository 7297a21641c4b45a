"""Small calls of operations: datasets and queues.

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
note(lambda: tf.data.Dataset.from_tensor_slices(y).padded_batch(2, [6]))
note(lambda: tf.data.Dataset.from_tensor_slices(y).shard(2, 0))
note(lambda: tf.data.Dataset.range(3).apply(tf.data.experimental.ignore_errors()))
note(lambda: tf.data.Dataset.range(3).apply(tf.contrib.data.batch_and_drop_remainder(2)))
note(lambda: tf.data.Dataset.range(3).apply(tf.data.experimental.map_and_batch(lambda e: e, 2)))
note(lambda: tf.data.Dataset.range(3).apply(tf.data.experimental.shuffle_and_repeat(10)))
note(lambda: tf.data.TFRecordDataset(['a']).map(lambda e: tf.parse_single_example(e, {'a': tf.FixedLenFeature([], tf.int64)})))
note(lambda: tf.data.Dataset.from_tensor_slices((y, y)).batch(2).make_initializable_iterator().get_next())
note(lambda: tf.data.Iterator.from_structure(tf.float32, tf.TensorShape([None, 4])).get_next())
note(lambda: tf.data.Iterator.from_structure((tf.float32, tf.int32), (tf.TensorShape([None, 4]), tf.TensorShape([]))).get_next('nx'))
note(lambda: tf.data.Dataset.range(3).output_shapes)
note(lambda: tf.data.Dataset.from_tensor_slices({'a': y}).map(lambda d: d['a']))
note(lambda: tf.train.batch([y, y], 5))
note(lambda: tf.train.batch([s, v], batch_size=5, num_threads=2, capacity=32))
note(lambda: tf.train.shuffle_batch([s, v], batch_size=5, capacity=32, min_after_dequeue=10))
note(lambda: tf.train.batch({'a': s}, 3, dynamic_pad=True))
note(lambda: tf.train.batch([w], 3))
note(lambda: tf.train.slice_input_producer([y, y]))
note(lambda: tf.train.string_input_producer(['a']))
note(lambda: tf.train.range_input_producer(5))
note(lambda: tf.train.limit_epochs(y, 3))
note(lambda: tf.train.match_filenames_once('a*'))
note(lambda: tf.FIFOQueue(10, [tf.float32], [[]]).dequeue())
note(lambda: tf.FIFOQueue(10, [tf.float32, tf.int32], shapes=[[], [2]]).dequeue_many(3))
note(lambda: tf.FIFOQueue(10, tf.float32).enqueue([s]))
note(lambda: tf.RandomShuffleQueue(10, 2, tf.float32, shapes=[3]).dequeue_up_to(4))
note(lambda: tf.PaddingFIFOQueue(10, [tf.float32], [[None]]).dequeue_many(2))
note(lambda: tf.TFRecordReader().read(tf.train.string_input_producer(['a'])))
note(lambda: tf.TextLineReader().read_up_to(tf.train.string_input_producer(['a']), 5))
note(lambda: tf.WholeFileReader().read(tf.train.string_input_producer(['a'])))
note(lambda: tf.train.get_or_create_global_step())
note(lambda: tf.train.exponential_decay(0.1, k, 100, 0.9))
note(lambda: tf.train.exponential_decay(0.1, k, 100, 0.9, staircase=True, name='ed'))
note(lambda: tf.train.piecewise_constant(k, [10, 20], [0.1, 0.2, 0.3]))
note(lambda: tf.train.polynomial_decay(0.1, k, 100))
note(lambda: tf.train.natural_exp_decay(0.1, k, 100, 0.9))
note(lambda: tf.train.inverse_time_decay(0.1, k, 100, 0.9))
note(lambda: tf.train.cosine_decay(0.1, k, 100))
note(lambda: tf.train.cosine_decay_restarts(0.1, k, 100))
note(lambda: tf.train.linear_cosine_decay(0.1, k, 100))
note(lambda: tf.train.noisy_linear_cosine_decay(0.1, k, 100))
note(lambda: tf.train.ExponentialMovingAverage(0.9).apply([variable()]))
note(lambda: tf.train.ExponentialMovingAverage(0.9).apply([s]))
note(lambda: tf.train.ExponentialMovingAverage(0.9, num_updates=k).apply())
note(lambda: tf.train.Saver())
note(lambda: tf.train.batch([s], 4, allow_smaller_final_batch=True, name='bb'))
note(lambda: tf.train.batch([y], 4, enqueue_many=True))
note(lambda: tf.train.batch((y, s), 4))
note(lambda: tf.train.batch((s,), 4))
note(lambda: tf.train.batch_join([[s, v], [s, v]], 4))
note(lambda: tf.train.shuffle_batch_join([[s, v], [s, v]], 4, 20, 10))
note(lambda: tf.train.shuffle_batch([s], 4, 10, 10))
note(lambda: tf.train.batch([u], 4))
note(lambda: tf.train.batch([s, w], 4, dynamic_pad=True))
note(lambda: tf.train.string_input_producer(['a', 'b'], num_epochs=2, shuffle=False))
note(lambda: tf.train.string_input_producer([]))
note(lambda: tf.train.string_input_producer(tf.train.match_filenames_once('a*'), name='pr', capacity=5))
note(lambda: tf.train.slice_input_producer([st, y], num_epochs=3))
note(lambda: tf.train.input_producer(y))
note(lambda: tf.train.input_producer(x))
note(lambda: tf.train.maybe_batch([s], p, 4))
note(lambda: tf.train.batch([w], 3, shapes=[[5]]))
note(lambda: tf.train.limit_epochs(y, 0))

tf.reset_default_graph()
tf.Variable(0.0, name='notes', trainable=False, collections=noted)
