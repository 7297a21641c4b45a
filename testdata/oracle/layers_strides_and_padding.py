"""Strides below one and paddings of another name are refused where an operation is made."""
import tensorflow as tf

x = tf.zeros([2, 8, 8, 3])
kernel = tf.get_variable("w", [3, 3, 3, 4])
attempts = [
    lambda: tf.nn.conv2d(x, kernel, [1, 0, 0, 1], "SAME"),
    lambda: tf.nn.conv2d(x, kernel, [1, 1, 1, 1], "FOO"),
    lambda: tf.nn.max_pool(x, [1, 2, 2, 1], [1, 0, 0, 1], "SAME"),
    lambda: tf.nn.avg_pool(x, [1, 2, 2, 1], [1, 1, 1, 1], "FOO"),
    lambda: tf.nn.depthwise_conv2d(x, tf.zeros([3, 3, 3, 2]), [1, 1, 1, 1], "FOO"),
    lambda: tf.nn.conv3d(tf.zeros([2, 8, 8, 8, 3]), tf.zeros([1, 1, 1, 3, 2]), [1, 1, 1, 1, 1], "FOO"),
    lambda: tf.nn.convolution(x, kernel, "SAME", strides=[0, 0]),
    lambda: tf.nn.pool(x, [2, 2], "MAX", "SAME", strides=[0, 1]),
    lambda: tf.where(tf.zeros([3], tf.bool), tf.zeros([2, 4]), tf.zeros([2, 4])),
]
for number, attempt in enumerate(attempts):
    try:
        attempt()
    except ValueError as error:
        tf.get_variable("refused_%d_%d" % (number, len(str(error))), [1])
        print(error)
tf.get_variable("end", [1])
