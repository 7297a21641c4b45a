"""Graphs of functions, such as those of `Dataset.map`: their operations are no operations of the graph around them,
their variables are resource variables of it."""

from tensorflow.python.framework import ops
from tensorflow.python.ops import variable_scope

_SHARED = ("variables", "trainable_variables", "local_variables")


class FuncGraph(ops.Graph):

    building_function = True

    def __init__(self, name, outer=None):
        self.outer_graph = ops.get_default_graph() if outer is None else outer
        ops.Graph.__init__(self)
        self.name = name
        self._variables_graph = self.outer_graph._variables_graph
        self._creators = self.outer_graph._creators
        for key in _SHARED:
            self._collections[key] = self.outer_graph.get_collection_ref(key)


def traced(name, function, make_arguments):
    """Calls `function` in a graph of its own with the arguments that `make_arguments` makes there."""
    graph = FuncGraph(name)
    with graph.as_default():
        scope = variable_scope.get_variable_scope()
        old = scope.use_resource
        scope.set_use_resource(True)
        try:
            return function(*make_arguments())
        finally:
            scope.set_use_resource(old)
