"""As in tf.contrib.slim.nets."""
from tensorflow.contrib.slim.python.slim.nets.resnet_v1 import *
