"""Where the API table places AggregationMethod."""

from tensorflow.python.ops.gradients_impl import AggregationMethod
