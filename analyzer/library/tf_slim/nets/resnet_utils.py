"""As in tf.contrib.slim.nets."""
from tensorflow.contrib.slim.python.slim.nets.resnet_utils import *
