"""tf.contrib.data: error."""

from tensorflow.python.data.experimental.ops.error_ops import ignore_errors
