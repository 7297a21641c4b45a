"""Adam with Nesterov momentum."""
from tensorflow.python.training import adam


class NadamOptimizer(adam.AdamOptimizer):
    pass
