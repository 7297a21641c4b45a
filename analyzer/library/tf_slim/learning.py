"""Training."""
from tensorflow.contrib.slim.python.slim.learning import *
