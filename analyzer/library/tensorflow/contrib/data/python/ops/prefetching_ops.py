"""tf.contrib.data: devices."""

from tensorflow.python.data.experimental.ops.prefetching_ops import copy_to_device, prefetch_to_device
