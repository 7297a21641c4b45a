"""absl.flags: the same as tf.app.flags."""

from tensorflow.python.platform.flags import *
