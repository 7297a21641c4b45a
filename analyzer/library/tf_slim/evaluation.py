"""Evaluation."""
from tensorflow.contrib.slim.python.slim.evaluation import *
