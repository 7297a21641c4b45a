"""Graphs, name scopes, collections and sessions' defaults. Names and their rules are the naming core's (`_tfscope`).

Other models build operations with `create_op` and `convert_to_tensor`, and open `name_scope(name, default, values)` around
them where TensorFlow does.
"""
import re

import _tfscope
from tensorflow.python.framework.graph_elements import (
    IndexedSlices, NodeDef, Operation, Tensor, convert_n_to_tensor, convert_to_tensor, convert_to_tensor_or_composite,
    create_op, register_tensor_conversion_function, unknown_constant, unknown_data)
from tensorflow.python.framework.guesses import is_guess, is_uncertain
from tensorflow.python.framework.graph_contexts import (
    NullContextmanager, _NoControl, _Pushed, _Setting, checked_name, each_value, given_values)
from tensorflow.python.framework.graph_keys import GraphKeys


class Graph(object):

    building_function = False
    _is_imported = False  # partly, from a file that is not known

    def __init__(self):
        self._id = _tfscope.new_graph(self, self.building_function)
        self._collections = {}
        self._control_flow_context = None
        self._control_stack = ()   # (operations, those made inside), outermost first
        self._devices = ()
        self._left_scopes = False  # by a name scope without a name, not just outside of all
        self._creators = []        # (priority, creator)
        self._finalized = False
        self._variable_scope = None  # the current one, made when first asked for
        self._scope_entries = 0
        self._variables_graph = self  # whose scope and store count here; a function's graph uses the outer one's
        self._attributes = {}      # of gradient_override_map, container and the like; no name depends on them
        self.seed = None
        self.version = 0

    def __deepcopy__(self, memo):
        raise TypeError("can't pickle _thread.RLock objects")

    # ---- names
    def unique_name(self, name, mark_as_used=True):
        return _tfscope.unique_name(self._id, name, mark_as_used)

    def get_name_scope(self):
        return None if self._left_scopes else _tfscope.name_scope(self._id)

    def name_scope(self, name):
        return _GraphNameScope(self, name)

    # ---- operations
    def create_op(self, op_type, inputs, dtypes=None, input_types=None, name=None, attrs=None, op_def=None,
                  compute_shapes=True, compute_device=True):
        with self.as_default():
            return create_op(op_type, inputs, [(None, dtype) for dtype in dtypes or []], name, None, attrs)

    def get_operations(self):
        return _tfscope.operations(self._id)

    def get_operation_by_name(self, name):
        if not isinstance(name, str):
            raise TypeError("Operation names are strings (or similar), not %s." % type(name).__name__)
        return self.as_graph_element(name, allow_tensor=False)

    def get_tensor_by_name(self, name):
        if not isinstance(name, str):
            raise TypeError("Tensor names are strings (or similar), not %s." % type(name).__name__)
        return self.as_graph_element(name, allow_operation=False)

    def as_graph_element(self, obj, allow_tensor=True, allow_operation=True):
        kinds = [kind for kind, allowed in (("Tensor", allow_tensor), ("Operation", allow_operation)) if allowed]
        element = _graph_element(obj)
        if element is not None:  # a tensor has no truth value
            obj = element
        if isinstance(obj, str):
            return self._element_named(obj, allow_tensor, " or ".join(kinds))
        if isinstance(obj, Tensor) and allow_tensor or isinstance(obj, Operation) and allow_operation:
            if obj.graph is not self:
                raise ValueError("%s %s is not an element of this graph." % (type(obj).__name__, obj))
            return obj
        raise TypeError("Can not convert a %s into a %s." % (type(obj).__name__, " or ".join(kinds)))

    def _element_named(self, name, allow_tensor, kinds):
        if self._is_imported and _tfscope.operation(self._id, name.partition(":")[0]) is None:
            return _tfscope.unknown("opaque")
        if ":" not in name:
            op = _tfscope.operation(self._id, name)
            if kinds == "Tensor":
                start = "refers to an Operation" if op is not None else "looks like an (invalid) Operation name"
                raise ValueError("The name %r %s, not a Tensor. Tensor names must be of the form "
                                 "\"<op_name>:<output_index>\"." % (name, start))
            if op is None:
                raise KeyError("The name %r refers to an Operation not in the graph." % name)
            return op
        if not allow_tensor:
            raise ValueError("Name %r appears to refer to a Tensor, not a %s." % (name, kinds))
        op_name, _, index = name.partition(":")
        if not index.isdigit():
            raise ValueError("The name %r looks a like a Tensor name, but is not a valid one. Tensor names must be of the "
                             "form \"<op_name>:<output_index>\"." % name)
        op = _tfscope.operation(self._id, op_name)
        start = "The name %r refers to a Tensor which does not exist. The operation, %r, " % (name, op_name)
        if op is None:
            raise KeyError(start + "does not exist in the graph.")
        if int(index) >= len(op.outputs):
            raise KeyError(start + "exists but only has %d outputs." % len(op.outputs))
        return op.outputs[int(index)]

    # ---- collections
    @property
    def collections(self):
        return list(self._collections)

    def get_all_collection_keys(self):
        return [key for key in self._collections if isinstance(key, str)]

    def add_to_collection(self, name, value):
        self._check_not_finalized()
        if name in self._collections:
            self._collections[name].append(value)
        else:
            self._collections[name] = [value]
        _tfscope.collection_added(name, value)

    def add_to_collections(self, names, value):
        for name in (names,) if isinstance(names, str) else set(names):
            self.add_to_collection(name, value)

    def get_collection_ref(self, name):
        _tfscope.collection_read(self._id, name)
        if name not in self._collections:
            self._collections[name] = []
        return self._collections[name]

    def get_collection(self, name, scope=None):
        _tfscope.collection_read(self._id, name)
        items = self._collections.get(name)
        if items is None:
            return _tfscope.unknown("list") if self._is_imported else []
        if scope is None:
            return list(items)
        pattern = re.compile(scope)
        return [item for item in items if hasattr(item, "name") and pattern.match(item.name)]

    def clear_collection(self, name):
        self._check_not_finalized()
        self._collections.pop(name, None)

    # ---- contexts
    def as_default(self):
        return _Pushed(_default_graphs, self)

    def device(self, device_name_or_function):
        return _Setting(self, "_devices", self._devices + (device_name_or_function,))

    def colocate_with(self, op, ignore_existing=False):
        if op is None and not ignore_existing:
            raise ValueError("Trying to reset colocation (op is None) but ignore_existing is not True")
        if hasattr(op, "_get_partitions"):
            raise NotImplementedError("PartitionedVariable doesn't support being used as a reference.")
        if op is not None and not isinstance(op, Operation):
            op = convert_to_tensor_or_composite(op) if not hasattr(op, "device") else op
        device = "" if op is None else op.device
        return _Setting(self, "_devices", (device,) if device else ())

    def control_dependencies(self, control_inputs):
        if control_inputs is None:
            return _NoControl(self)
        return _Setting(self, "_control_stack", self._control_stack + (self._control_operations(control_inputs),))

    def _control_operations(self, control_inputs):
        result = []
        for item in control_inputs:
            if _tfscope.is_unknown(item):
                continue
            element = self.as_graph_element(item.op if isinstance(item, IndexedSlices) else item)
            result.append(element.op if isinstance(element, Tensor) else element)
        return result

    def _control_inputs_for(self, inputs):
        result = []
        for operations in self._control_stack:
            result.extend(op for op in operations if op not in result)
        return result

    def gradient_override_map(self, op_type_map):
        if not isinstance(op_type_map, dict):
            raise TypeError("op_type_map must be a dictionary mapping strings to strings")
        return _Setting(self, "_attributes", op_type_map)

    def _attr_scope(self, attr_map):
        return _Setting(self, "_attributes", attr_map)

    def _kernel_label_map(self, op_to_kernel_label_map):
        return _Setting(self, "_attributes", op_to_kernel_label_map)

    def _original_op(self, op):
        return NullContextmanager()

    def container(self, container_name):
        return _Setting(self, "_attributes", {"container": container_name}, container_name)

    def _variable_creator_scope(self, creator, priority=100):
        return _Setting(self, "_creators", sorted(self._creators + [(priority, creator)], key=lambda item: item[0]))

    def _get_control_flow_context(self):
        return self._control_flow_context

    def _set_control_flow_context(self, context):
        self._control_flow_context = context

    # ---- the rest
    @property
    def finalized(self):
        return self._finalized

    def finalize(self):
        self._finalized = True

    def _unsafe_unfinalize(self):
        self._finalized = False

    def _check_not_finalized(self):
        if self._finalized:
            raise RuntimeError("Graph is finalized and cannot be modified.")

    def is_feedable(self, tensor):
        return True

    def is_fetchable(self, tensor_or_op):
        return True

    def prevent_feeding(self, tensor):
        pass

    def prevent_fetching(self, op):
        pass

    def as_graph_def(self, from_version=None, add_shapes=False):
        return GraphDef([op.node_def for op in self.get_operations()])


class GraphDef(object):

    def __init__(self, node=None):
        self.node = [] if node is None else node


# ---- name scopes
class _GraphNameScope(object):

    def __init__(self, graph, name):
        self._graph, self._name = graph, name

    def __enter__(self):
        return _enter_name_scope(self, self._graph, self._name)

    def __exit__(self, *exception):
        _tfscope.leave_name_scope(self)
        return False


def _enter_name_scope(scope, graph, name):
    """Enters the name on behalf of `scope`, which leaves it with `_tfscope.leave_name_scope`."""
    if type(name) is not str:
        name = checked_name(name)
    text = _tfscope.open_name_scope(scope, graph, name)
    if text is not None:
        return text
    scope._entered = graph
    scope._old = _tfscope.name_scope(graph._id)
    scope._old_left_scopes = graph._left_scopes
    new = _tfscope.enter_name_scope(graph._id, name)
    graph._left_scopes = not new
    return new + "/" if new else ""


class name_scope(object):

    _graph = None  # that of the values, if it is another one than the default

    def __init__(self, name, default_name=None, values=None):
        if default_name is not None and not isinstance(default_name, str):
            _tfscope.fail("invalid_scope", TypeError, "`default_name` type (%s) is not a string type. You likely meant to "
                          "pass this into the `values` kwarg." % type(default_name))
        self._name = default_name if name is None else name
        self._default_name = default_name
        self._values = values if type(values) is list else given_values(values)

    @property
    def name(self):
        return self._name

    def __enter__(self):
        if self._name is None and self._values is not None:
            _tfscope.fail("invalid_scope", ValueError, "At least one of name (%s) and default_name (%s) must be provided."
                          % (self._name, self._default_name))
        graph = get_default_graph()
        if self._values and not graph.building_function and not _tfscope.are_of_graph(self._values, graph, Tensor):
            other = _get_graph_from_inputs(each_value(self._values))
            if other is not graph:
                graph = self._graph = other
                _default_graphs.append(other)
        if self._graph is None:
            return _enter_name_scope(self, graph, self._name)
        try:
            return _enter_name_scope(self, graph, self._name)
        except:
            _default_graphs.pop()
            self._graph = None
            raise

    def __exit__(self, *exception):
        _tfscope.leave_name_scope(self)
        if self._graph is not None:
            _default_graphs.pop()
            self._graph = None
        return False


class op_scope(name_scope):

    def __init__(self, values, name, default_name=None):
        name_scope.__init__(self, name, default_name, values)


class init_scope(object):
    """Leaves control flow and function graphs; keeps the name scope."""

    def __enter__(self):
        scope = get_default_graph().get_name_scope()
        graph = None
        for candidate in reversed(_default_graphs):
            if not candidate.building_function:
                graph = candidate
                break
        else:
            graph = _get_global_graph()
        self._contexts = [graph.as_default(), graph.name_scope(scope + "/" if scope else ""), _NoControl(graph)]
        for context in self._contexts:
            context.__enter__()

    def __exit__(self, *exception):
        for context in reversed(self._contexts):
            context.__exit__(*exception)
        return False


# ---- defaults
_default_graphs = []
_global_graph = [Graph()]
_default_sessions = []


def get_default_graph():
    return _default_graphs[-1] if _default_graphs else _get_global_graph()


def _get_global_graph():
    """The default graph outside of all blocks, which is made when first asked for."""
    if _global_graph[0] is None:
        _global_graph[0] = Graph()
    return _global_graph[0]


def has_default_graph():
    return bool(_default_graphs)


def reset_default_graph():
    if _default_graphs:
        raise AssertionError("Do not use tf.reset_default_graph() to clear nested graphs. If you need a cleared graph, "
                             "exit the nesting and create a new graph.")
    _global_graph[0] = None


def get_default_session():
    return _default_sessions[-1] if _default_sessions else None


def default_session(session):
    return _Pushed(_default_sessions, session)


def _session_for(element, session, action, method):
    what, noun = action, action.split(" ")[1]
    if session is None:
        session = get_default_session()
        if session is None:
            raise ValueError("Cannot %s using `%s()`: No default session is registered. Use `with sess.as_default()%s` or "
                             "pass an explicit session to `%s(session=sess)`" % (
                                 what, method, ":" if method == "run" else "", method))
        if session.graph is not element.graph:
            raise ValueError("Cannot use the default session to %s: the %s's graph is different from the session's graph. "
                             "Pass an explicit session to %s." % (
                                 what, noun, "run(session=sess)" if method == "run" else "`eval(session=sess)`"))
    elif session.graph is not element.graph:
        raise ValueError("Cannot use the given session to %s: the %s's graph is different from the session's graph." % (
            what, noun))
    return session


def _graph_element(obj):
    """The tensor or operation that stands for an object, or None."""
    if isinstance(obj, (Tensor, Operation, IndexedSlices)):
        return obj
    convert = getattr(obj, "_as_graph_element", None)
    return None if convert is None or _tfscope.is_unknown(convert) else convert()


def _get_graph_from_inputs(op_input_list, graph=None):
    current = get_default_graph()
    if current.building_function or graph is None and _tfscope.are_of_graph(op_input_list, current, Tensor):
        return current
    first = None
    for item in op_input_list:
        if _tfscope.is_unknown(item):
            continue
        element = _graph_element(item)
        if element is None or getattr(element, "_must_be_used", False):
            continue
        if graph is None:
            first, graph = element, element.graph
        elif element.graph is not graph:
            text = "%s is not from the passed-in graph." % element if first is None else (
                "%s must be from the same graph as %s." % (element, first))
            _tfscope.fail("graph_construction", ValueError, text)
    return current if graph is None else graph


def get_name_scope():
    return get_default_graph().get_name_scope()


def name_from_scope_name(name):
    return name[:-1] if name and name[-1] == "/" else name


def device(device_name_or_function):
    return get_default_graph().device(device_name_or_function)


def container(container_name):
    return get_default_graph().container(container_name)


def colocate_with(op, ignore_existing=False):
    return get_default_graph().colocate_with(op, ignore_existing)


def control_dependencies(control_inputs):
    return get_default_graph().control_dependencies(control_inputs)


def add_to_collection(name, value):
    get_default_graph().add_to_collection(name, value)


def add_to_collections(names, value):
    get_default_graph().add_to_collections(names, value)


def get_collection_ref(key):
    return get_default_graph().get_collection_ref(key)


def get_collection(key, scope=None):
    return get_default_graph().get_collection(key, scope)


def get_all_collection_keys():
    return get_default_graph().get_all_collection_keys()


def executing_eagerly_outside_functions():
    return False
