"""Seeds: no name depends on them."""

from tensorflow.python.framework import ops


def get_seed(op_seed):
    graph_seed = ops.get_default_graph().seed
    if graph_seed is None and op_seed is None:
        return None, None
    return 87654321 if graph_seed is None else graph_seed, op_seed


def set_random_seed(seed):
    ops.get_default_graph().seed = seed
