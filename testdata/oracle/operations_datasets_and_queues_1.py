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
note(lambda: tf.as_string(i))
note(lambda: tf.as_string(y, precision=3))
note(lambda: tf.decode_raw(st, tf.uint8))
note(lambda: tf.decode_csv(st, [[1], ['a'], [1.0]]))
note(lambda: tf.encode_base64(st))
note(lambda: tf.parse_single_example(tf.placeholder(tf.string, []), {'a': tf.FixedLenFeature([], tf.string), 'b': tf.FixedLenFeature([2, 3], tf.float32, default_value=tf.zeros([2, 3]))}))
note(lambda: tf.parse_single_example(tf.placeholder(tf.string, []), {'a': tf.VarLenFeature(tf.int64), 'l': tf.FixedLenSequenceFeature([], tf.int64, allow_missing=True)}))
note(lambda: tf.parse_tensor(tf.placeholder(tf.string, []), tf.float32))
note(lambda: tf.read_file('a'))
note(lambda: tf.reduce_join(st))
note(lambda: tf.reduce_join(tf.placeholder(tf.string, [2, 3]), 1))
note(lambda: tf.reduce_join(tf.placeholder(tf.string, [2, 3]), axis=[0], separator=','))
note(lambda: tf.regex_replace(st, 'a', 'b'))
note(lambda: tf.string_join([st, st]))
note(lambda: tf.string_join([st, 'a'], separator='/'))
note(lambda: tf.string_split(st))
note(lambda: tf.string_split(st, ','))
note(lambda: tf.string_strip(st))
note(lambda: tf.string_to_hash_bucket(st, 10))
note(lambda: tf.string_to_hash_bucket_fast(st, 10))
note(lambda: tf.string_to_hash_bucket_strong(st, 10, [1, 2]))
note(lambda: tf.string_to_number(st))
note(lambda: tf.string_to_number(st, tf.int32))
note(lambda: tf.strings.length(st))
note(lambda: tf.strings.substr(st, 0, 2))
note(lambda: tf.substr(st, 0, 2))
note(lambda: tf.strings.split(st))
note(lambda: tf.strings.split(st, sep=',', result_type='SparseTensor'))
note(lambda: tf.strings.upper(st))
note(lambda: tf.strings.format('a {}', x))
note(lambda: tf.strings.regex_full_match(st, 'a'))
note(lambda: tf.strings.unicode_script(i))
note(lambda: tf.strings.as_string(x))
note(lambda: tf.strings.to_number(st))
note(lambda: tf.strings.to_hash_bucket(st, 5))
note(lambda: tf.summary.scalar('a', s))
note(lambda: tf.summary.scalar('a b', s))
note(lambda: tf.summary.scalar('a', x))
note(lambda: tf.summary.histogram('h', x))
note(lambda: tf.summary.image('im', img, max_outputs=2))
note(lambda: tf.summary.image('im', x))
note(lambda: tf.summary.text('te', st))
note(lambda: tf.summary.merge_all())
note(lambda: tf.summary.merge([tf.summary.scalar('a', s)]))
note(lambda: tf.summary.tensor_summary('ts', x))
note(lambda: tf.data.Dataset.from_tensor_slices(np.zeros([10, 3])))
note(lambda: tf.data.Dataset.from_tensor_slices((np.zeros([10, 3], np.float32), np.zeros([10], np.int32))))
note(lambda: tf.data.Dataset.from_tensor_slices({'a': y, 'b': y}))
note(lambda: tf.data.Dataset.from_tensor_slices((y, v)))
note(lambda: tf.data.Dataset.from_tensors(y))
note(lambda: tf.data.Dataset.range(10))
note(lambda: tf.data.Dataset.range(10).batch(3))
note(lambda: tf.data.Dataset.range(10).batch(3, drop_remainder=True))
note(lambda: tf.data.Dataset.range(10).map(lambda e: tf.cast(e, tf.float32) * 2))
note(lambda: tf.data.Dataset.range(10).map(lambda e: (e, tf.zeros([3])), num_parallel_calls=2).batch(4))
note(lambda: tf.data.Dataset.range(10).map(lambda e: {'k': e}).repeat(2).shuffle(10).prefetch(1))
note(lambda: tf.data.Dataset.range(10).filter(lambda e: e < 5))
note(lambda: tf.data.Dataset.range(10).flat_map(lambda e: tf.data.Dataset.from_tensors([e, e])))
note(lambda: tf.data.Dataset.range(10).interleave(lambda e: tf.data.Dataset.range(e), cycle_length=2))
note(lambda: tf.data.Dataset.zip((tf.data.Dataset.range(3), tf.data.Dataset.from_tensor_slices(y))))
note(lambda: tf.data.Dataset.range(3).concatenate(tf.data.Dataset.range(5)))
note(lambda: tf.data.Dataset.range(3).concatenate(tf.data.Dataset.from_tensors(1.0)))
note(lambda: tf.data.Dataset.range(3).take(2).skip(1))
note(lambda: tf.data.Dataset.range(3).enumerate())

tf.reset_default_graph()
tf.Variable(0.0, name='notes', trainable=False, collections=noted)
