"""Context managers that change an attribute of a graph, or a stack of defaults, for the length of a block; and what
scopes check of their arguments."""
import _tfscope


class NullContextmanager(object):

    def __init__(self, *args, **kwargs):
        pass

    def __enter__(self):
        pass

    def __exit__(self, *exception):
        return False


class _Setting(object):
    """Gives an attribute of a graph another value for the length of a block."""

    def __init__(self, graph, attribute, value, result=None):
        self._graph, self._attribute, self._value, self._result = graph, attribute, value, result

    def __enter__(self):
        self._old = getattr(self._graph, self._attribute)
        setattr(self._graph, self._attribute, self._value)
        return self._result

    def __exit__(self, *exception):
        setattr(self._graph, self._attribute, self._old)
        return False


class _NoControl(object):
    """`control_dependencies(None)`: outside of control dependencies and control flow."""

    def __init__(self, graph):
        self._graph = graph

    def __enter__(self):
        graph = self._graph
        self._old = graph._control_stack, graph._control_flow_context
        graph._control_stack, graph._control_flow_context = (), None

    def __exit__(self, *exception):
        self._graph._control_stack, self._graph._control_flow_context = self._old
        return False


class _Pushed(object):

    def __init__(self, stack, item):
        self._stack, self._item = stack, item

    def __enter__(self):
        self._stack.append(self._item)
        return self._item

    def __exit__(self, *exception):
        if self._stack:
            if self._stack[-1] is not self._item:
                raise AssertionError("Nesting violated for default stack of %s objects" % type(self._item))
            self._stack.pop()
        return False


# ---- arguments of scopes
def checked_name(name):
    """The name of a scope or operation. TensorFlow matches it with a pattern, which raises on what is no text."""
    if not (isinstance(name, (str, bytes)) or _tfscope.is_unknown(name)) and name:
        _tfscope.fail("invalid_scope", TypeError, "expected string or bytes-like object")
    return name


def given_values(values):
    """`values=` of a scope; not known, it is as if it were empty, since it only decides about the graph."""
    return [] if _tfscope.is_unknown(values) else values


def each_value(values):
    try:
        return list(values)
    except TypeError as error:
        _tfscope.fail("invalid_scope", type(error), str(error))


def decided(condition, argument):
    """A flag that is not known, as the side that the path takes; it was passed as an argument of this name."""
    if condition:
        return _tfscope.keep_apart(condition, True, argument)
    return _tfscope.keep_apart(condition, False, argument)
