"""tf_slim: tf.contrib.slim as a package of its own, with the same functions."""
from tensorflow.contrib.slim import *
