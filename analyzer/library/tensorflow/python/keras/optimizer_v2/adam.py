"""Keras' Adam."""

from tensorflow.python.keras.optimizer_v2.optimizer_v2 import Adam
