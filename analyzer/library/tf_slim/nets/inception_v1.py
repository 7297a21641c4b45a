"""As in tf.contrib.slim.nets."""
from tensorflow.contrib.slim.python.slim.nets.inception_v1 import *
