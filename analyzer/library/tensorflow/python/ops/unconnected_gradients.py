"""What gradients of unconnected values are."""

from tensorflow.python.ops.gradients_impl import UnconnectedGradients
