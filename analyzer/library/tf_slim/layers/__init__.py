"""Layers, their initializers, optimizers and regularizers."""
from tensorflow.contrib.layers import *
