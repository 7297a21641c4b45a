"""As in tf.contrib.layers."""
from tensorflow.contrib.layers.python.layers.optimizers import *
