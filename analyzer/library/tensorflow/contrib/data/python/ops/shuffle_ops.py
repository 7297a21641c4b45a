"""tf.contrib.data: shuffle."""

from tensorflow.python.data.experimental.ops.shuffle_ops import shuffle_and_repeat
