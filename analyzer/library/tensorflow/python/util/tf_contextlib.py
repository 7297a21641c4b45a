"""Context managers from generators."""
import contextlib

from tensorflow.python.util import tf_decorator


def contextmanager(target):
    return tf_decorator.make_decorator(target, contextlib.contextmanager(target), "contextmanager")
