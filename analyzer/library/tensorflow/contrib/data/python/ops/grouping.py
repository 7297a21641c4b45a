"""tf.contrib.data: grouping."""

from tensorflow.python.data.experimental.ops.grouping import bucket_by_sequence_length, group_by_window
