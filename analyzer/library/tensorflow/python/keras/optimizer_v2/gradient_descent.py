"""Keras' SGD."""

from tensorflow.python.keras.optimizer_v2.optimizer_v2 import SGD
