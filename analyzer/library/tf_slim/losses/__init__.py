"""Losses and their collection."""
from tensorflow.contrib.losses import *
