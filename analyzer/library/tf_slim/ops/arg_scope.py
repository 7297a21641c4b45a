"""As in tf.contrib.framework."""
from tensorflow.contrib.framework.python.ops.arg_scope import *
