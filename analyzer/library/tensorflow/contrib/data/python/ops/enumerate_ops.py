"""tf.contrib.data: enumerate."""

from tensorflow.python.data.experimental.ops.enumerate_ops import enumerate_dataset
