"""A fully connected layer with its activation in the name."""
import functools

from tensorflow.contrib.layers.python.layers.dense_layers import fully_connected
from tensorflow.python.ops import nn_ops

elu = functools.partial(fully_connected, activation_fn=nn_ops.elu)
relu = functools.partial(fully_connected, activation_fn=nn_ops.relu)
relu6 = functools.partial(fully_connected, activation_fn=nn_ops.relu6)
linear = functools.partial(fully_connected, activation_fn=None)
