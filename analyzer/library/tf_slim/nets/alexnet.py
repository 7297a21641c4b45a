"""As in tf.contrib.slim.nets."""
from tensorflow.contrib.slim.python.slim.nets.alexnet import *
