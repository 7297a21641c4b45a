"""Sessions. Nothing is executed: what a run fetches is not known."""
import _tfscope
from tensorflow.python.framework import ops


class BaseSession(object):

    def __init__(self, target="", graph=None, config=None):
        if graph is not None and not isinstance(graph, ops.Graph):
            raise TypeError("graph must be a tf.Graph, but got %s" % type(graph))
        self._graph = ops.get_default_graph() if graph is None else graph
        self._target = target
        self._config = config
        self._closed = False

    def __deepcopy__(self, memo):
        raise TypeError("can't pickle _thread.RLock objects")

    @property
    def graph(self):
        return self._graph

    @property
    def graph_def(self):
        return self._graph.as_graph_def()

    @property
    def sess_str(self):
        return self._target

    def as_default(self):
        return ops.default_session(self)

    def run(self, fetches, feed_dict=None, options=None, run_metadata=None):
        if self._closed:
            raise RuntimeError("Attempted to use a closed Session.")
        return self._fetched(fetches)

    def _fetched(self, fetches):
        if _tfscope.is_unknown(fetches):
            return _tfscope.unknown("any")
        if isinstance(fetches, list):
            return [self._fetched(item) for item in fetches]
        if isinstance(fetches, tuple):
            items = [self._fetched(item) for item in fetches]
            return type(fetches)(*items) if hasattr(fetches, "_fields") else tuple(items)
        if isinstance(fetches, dict):
            return {key: self._fetched(item) for key, item in fetches.items()}
        if fetches is None:
            raise TypeError("Fetch argument None has invalid type %s" % type(None))
        element = ops._graph_element(fetches)
        if isinstance(fetches, str):
            element = self._graph.as_graph_element(fetches)
        if isinstance(element, ops.Operation):
            return None
        return _value_of(element)

    def make_callable(self, fetches, feed_list=None, accept_options=False):
        return lambda *feeds: self._fetched(fetches)

    def partial_run_setup(self, fetches, feeds=None):
        return _tfscope.unknown("any")

    def partial_run(self, handle, fetches, feed_dict=None):
        return self._fetched(fetches)

    def list_devices(self):
        return _tfscope.unknown("list")

    def close(self):
        self._closed = True


def _value_of(tensor):
    if isinstance(tensor, ops.Tensor) and tensor.get_shape().ndims == 0:
        dtype = tensor.dtype.base_dtype
        return _tfscope.unknown("int" if dtype.is_integer else "bool" if dtype.is_bool else
                                "float" if dtype.is_floating else "any")
    return _tfscope.unknown("array")


class Session(BaseSession):

    def __enter__(self):
        self._contexts = [self._graph.as_default(), self.as_default()]
        for context in self._contexts:
            context.__enter__()
        return self

    def __exit__(self, *exception):
        for context in reversed(self._contexts):
            context.__exit__(*exception)
        self.close()
        return False

    @staticmethod
    def reset(target, containers=None, config=None):
        pass


class InteractiveSession(BaseSession):

    def __init__(self, target="", graph=None, config=None):
        BaseSession.__init__(self, target, graph, config)
        self._contexts = [] if graph is None else [self._graph.as_default()]
        self._contexts.append(self.as_default())
        for context in self._contexts:
            context.__enter__()

    def close(self):
        BaseSession.close(self)
        for context in reversed(self._contexts):
            context.__exit__()
        self._contexts = []
