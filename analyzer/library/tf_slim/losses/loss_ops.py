"""As in tf.contrib.losses."""
from tensorflow.contrib.losses.python.losses.loss_ops import *
