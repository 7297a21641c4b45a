"""Summaries."""
from tensorflow.contrib.slim.python.slim.summaries import *
