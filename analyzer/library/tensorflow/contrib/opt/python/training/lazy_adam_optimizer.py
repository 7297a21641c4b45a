"""Adam that changes only the rows with a gradient."""
from tensorflow.python.training import adam


class LazyAdamOptimizer(adam.AdamOptimizer):
    pass
