"""Moving elements around."""

from tensorflow.python.ops.array_more_ops import roll
