"""Small calls of operations: images.

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
note(lambda: tf.image.adjust_hue(img, 0.1))
note(lambda: tf.image.adjust_saturation(q, 0.5))
note(lambda: tf.image.adjust_gamma(img, 0.5))
note(lambda: tf.image.per_image_standardization(img))
note(lambda: tf.image.per_image_standardization(tf.zeros([4, 4, 3])))
note(lambda: tf.image.per_image_standardization(q))
note(lambda: tf.image.rgb_to_grayscale(img))
note(lambda: tf.image.rgb_to_grayscale(q))
note(lambda: tf.image.grayscale_to_rgb(tf.zeros([4, 4, 1])))
note(lambda: tf.image.grayscale_to_rgb(img))
note(lambda: tf.image.rgb_to_hsv(img))
note(lambda: tf.image.hsv_to_rgb(img))
note(lambda: tf.image.convert_image_dtype(q, tf.float32))
note(lambda: tf.image.convert_image_dtype(img, tf.uint8))
note(lambda: tf.image.convert_image_dtype(img, tf.uint8, saturate=True))
note(lambda: tf.image.convert_image_dtype(img, tf.float32))
note(lambda: tf.image.convert_image_dtype(q, tf.int32))
note(lambda: tf.image.decode_jpeg(st[0], channels=3))
note(lambda: tf.image.decode_png(st[0]))
note(lambda: tf.image.decode_png(st[0], channels=1, dtype=tf.uint16))
note(lambda: tf.image.decode_bmp(st[0]))
note(lambda: tf.image.decode_gif(st[0]))
note(lambda: tf.image.encode_jpeg(tf.cast(tf.zeros([4, 4, 3]), tf.uint8)))
note(lambda: tf.image.encode_png(tf.cast(tf.zeros([4, 4, 3]), tf.uint8)))
note(lambda: tf.image.is_jpeg(st[0]))
note(lambda: tf.image.extract_jpeg_shape(st[0]))
note(lambda: tf.image.crop_and_resize(img, tf.zeros([5, 4]), tf.zeros([5], tf.int32), [2, 2]))
note(lambda: tf.image.crop_and_resize(img, tf.zeros([5, 3]), tf.zeros([5], tf.int32), [2, 2]))
note(lambda: tf.image.draw_bounding_boxes(img, tf.zeros([2, 5, 4])))
note(lambda: tf.image.extract_glimpse(img, [2, 2], tf.zeros([2, 2])))
note(lambda: tf.image.extract_patches(img, sizes=[1, 2, 2, 1], strides=[1, 2, 2, 1], rates=[1, 1, 1, 1], padding='VALID'))
note(lambda: tf.image.non_max_suppression(tf.zeros([5, 4]), tf.zeros([5]), 3))
note(lambda: tf.image.non_max_suppression(tf.zeros([5, 4]), tf.zeros([5]), k, iou_threshold=0.5))
note(lambda: tf.image.non_max_suppression(tf.zeros([5, 4]), tf.zeros([5, 2]), 3))
note(lambda: tf.image.sample_distorted_bounding_box([4, 4, 3], tf.zeros([1, 1, 4]), min_object_covered=0.1))
note(lambda: tf.image.total_variation(img))

tf.reset_default_graph()
tf.Variable(0.0, name='notes', trainable=False, collections=noted)
