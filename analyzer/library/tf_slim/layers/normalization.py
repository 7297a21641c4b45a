"""As in tf.contrib.layers."""
from tensorflow.contrib.layers.python.layers.normalization import *
