"""The networks that come with tf_slim."""
from tensorflow.contrib.slim.nets import *
