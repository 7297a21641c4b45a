"""Where the API table places some image functions."""

from tensorflow.python.ops.image_ops_impl import *
