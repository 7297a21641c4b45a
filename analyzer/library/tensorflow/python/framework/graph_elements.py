"""Operations and tensors of a graph, and how values become tensors."""
import _tfscope
from tensorflow.python.framework import (
    constant_op, device_names, dtypes, errors_impl, graph_contexts, ops, tensor_shape)
from tensorflow.python.framework.guesses import is_guess, is_type_guess
from tensorflow.python.framework.node_def import NodeDef, TensorProto
from tensorflow.python.keras.engine import layer_calls
from tensorflow.python.ops import array_ops, math_ops
from tensorflow.python.util.object_identity import Reference


class _OpDef(object):
    """What TensorFlow has registered for a kind of operations."""

    def __init__(self, name):
        self.name = name

    def __getattr__(self, name):
        return _tfscope.unknown("opaque")


class Operation(object):

    __module__ = "tensorflow.python.framework.ops"
    _is_uncertain = None  # until it is asked for

    @property
    def name(self):
        return self._name

    def __deepcopy__(self, memo):
        raise TypeError("can't pickle _thread.RLock objects")

    @property
    def type(self):
        return self._type

    @property
    def op_def(self):
        return _OpDef(self._type)

    @property
    def graph(self):
        return self._graph

    @property
    def inputs(self):
        return self._inputs

    @property
    def control_inputs(self):
        return list(self._control_inputs)

    @property
    def device(self):
        return device_names.merge(self._devices)

    @property
    def traceback(self):
        return []

    @property
    def node_def(self):
        return NodeDef(self)

    def values(self):
        return tuple(self.outputs)

    def colocation_groups(self):
        return [("loc:@" + self._name).encode()]

    def get_attr(self, name):
        if self._attributes is None or name not in self._attributes:
            raise ValueError("Operation '%s' has no attr named '%s'." % (self._name, name))
        value = self._attributes[name]
        return TensorProto(value, self._attributes["dtype"]) if self._type == "Const" and name == "value" else value

    def run(self, feed_dict=None, session=None):
        ops._session_for(self, session, "execute operation", "run").run(self, feed_dict)

    def _get_control_flow_context(self):
        return self._control_flow_context

    def _set_control_flow_context(self, context):
        self._control_flow_context = context

    def _set_device(self, device):
        self._devices = (device,)

    def __str__(self):
        return 'name: "%s"\nop: "%s"\n' % (self._name, self._type) + "".join(
            'input: "%s"\n' % tensor._input_name() for tensor in self._inputs) + "".join(
                'input: "^%s"\n' % op._name for op in self._control_inputs)

    def __repr__(self):
        return "<tf.Operation '%s' type=%s>" % (self._name, self._type)


class Tensor(object):
    """`_value` is the Python or numpy value of a small constant, else None.

    What `_must_be_used` is wrapped in TensorFlow, to warn if it is not, and therefore does not choose the graph.
    """

    _must_be_used = False
    __module__ = "tensorflow.python.framework.ops"
    __array_priority__ = 100
    OVERLOADABLE_OPERATORS = {
        "__add__", "__radd__", "__sub__", "__rsub__", "__mul__", "__rmul__", "__div__", "__rdiv__", "__truediv__",
        "__rtruediv__", "__floordiv__", "__rfloordiv__", "__mod__", "__rmod__", "__lt__", "__le__", "__gt__", "__ge__",
        "__ne__", "__eq__", "__and__", "__rand__", "__or__", "__ror__", "__xor__", "__rxor__", "__getitem__", "__pow__",
        "__rpow__", "__invert__", "__neg__", "__abs__", "__matmul__", "__rmatmul__"}

    def __init__(self, op, value_index, dtype, shape=None, value=None):
        self._op = op
        self._value_index = value_index
        self._dtype = dtype
        self._shape = tensor_shape.unknown_shape() if shape is None else shape
        self._value = value

    def experimental_ref(self):
        return Reference(self)

    @property
    def op(self):
        return self._op

    @property
    def dtype(self):
        return self._dtype

    @property
    def graph(self):
        return self._op._graph

    @property
    def name(self):
        return "%s:%d" % (self._op._name, self._value_index)

    @property
    def device(self):
        return self._op.device

    @property
    def shape(self):
        return self._shape

    @property
    def value_index(self):
        return self._value_index

    def get_shape(self):
        return self._shape

    def _rank(self):
        return None if self._shape._plain is None else len(self._shape._plain)

    def _shape_as_list(self):
        return None if self._shape._plain is None else list(self._shape._plain)

    def set_shape(self, shape):
        shape = tensor_shape.as_shape(shape)
        if not self._shape.is_compatible_with(shape):
            raise ValueError(_merge_error(self._shape, shape))
        self._shape = self._shape.merge_with(shape)

    def consumers(self):
        return [op for op in self.graph.get_operations() if any(tensor is self for tensor in op.inputs)]

    def eval(self, feed_dict=None, session=None):
        return ops._session_for(self, session, "evaluate tensor", "eval").run(self, feed_dict)

    def _input_name(self):
        return self._op._name if self._value_index == 0 else self.name

    def __str__(self):
        shape = "" if self._shape.ndims is None else ", shape=%s" % (self._shape,)
        device = self.device
        return 'Tensor("%s"%s, dtype=%s%s)' % (
            self.name, shape, self._dtype.name, ", device=%s" % device if device else "")

    def __repr__(self):
        return "<tf.Tensor '%s' shape=%s dtype=%s>" % (self.name, self._shape, self._dtype.name)

    def __deepcopy__(self, memo):
        raise TypeError("can't pickle _thread.RLock objects")

    def __copy__(self):
        return Tensor(self._op, self._value_index, self._dtype, self._shape, self._value)

    def __array__(self):
        raise NotImplementedError("Cannot convert a symbolic Tensor (%s) to a numpy array." % self.name)

    def __len__(self):
        raise TypeError("len is not well defined for symbolic Tensors. (%s) Please call `x.shape` rather than `len(x)` "
                        "for shape information." % self.name)

    def __bool__(self):
        if layer_calls.turns_conditions_into_operations():
            return _tfscope.unknown("bool")
        raise errors_impl.OperatorNotAllowedInGraphError(_NOT_IN_GRAPH % "using a `tf.Tensor` as a Python `bool`")

    def __iter__(self):
        raise errors_impl.OperatorNotAllowedInGraphError(_NOT_IN_GRAPH % "iterating over `tf.Tensor`")

    def __getitem__(self, index):
        return array_ops.slice_helper(self, index)

    def __add__(self, other): return math_ops.binary_operator("add", self, other)
    def __radd__(self, other): return math_ops.binary_operator("add", other, self)
    def __sub__(self, other): return math_ops.binary_operator("sub", self, other)
    def __rsub__(self, other): return math_ops.binary_operator("sub", other, self)
    def __mul__(self, other): return math_ops.binary_operator("mul", self, other)
    def __rmul__(self, other): return math_ops.binary_operator("mul", other, self)
    def __div__(self, other): return math_ops.binary_operator("div", self, other)
    def __rdiv__(self, other): return math_ops.binary_operator("div", other, self)
    def __truediv__(self, other): return math_ops.binary_operator("truediv", self, other)
    def __rtruediv__(self, other): return math_ops.binary_operator("truediv", other, self)
    def __floordiv__(self, other): return math_ops.binary_operator("floordiv", self, other)
    def __rfloordiv__(self, other): return math_ops.binary_operator("floordiv", other, self)
    def __mod__(self, other): return math_ops.binary_operator("mod", self, other)
    def __rmod__(self, other): return math_ops.binary_operator("mod", other, self)
    def __pow__(self, other): return math_ops.binary_operator("pow", self, other)
    def __rpow__(self, other): return math_ops.binary_operator("pow", other, self)
    def __matmul__(self, other): return math_ops.binary_operator("matmul", self, other)
    def __rmatmul__(self, other): return math_ops.binary_operator("matmul", other, self)
    def __and__(self, other): return math_ops.binary_operator("and", self, other)
    def __rand__(self, other): return math_ops.binary_operator("and", other, self)
    def __or__(self, other): return math_ops.binary_operator("or", self, other)
    def __ror__(self, other): return math_ops.binary_operator("or", other, self)
    def __xor__(self, other): return math_ops.binary_operator("xor", self, other)
    def __rxor__(self, other): return math_ops.binary_operator("xor", other, self)
    def __lt__(self, other): return math_ops.comparison_operator("less", self, other)
    def __le__(self, other): return math_ops.comparison_operator("less_equal", self, other)
    def __gt__(self, other): return math_ops.comparison_operator("greater", self, other)
    def __ge__(self, other): return math_ops.comparison_operator("greater_equal", self, other)
    def __neg__(self): return math_ops.negative(self)
    def __abs__(self): return math_ops.abs(self)
    def __invert__(self): return math_ops.logical_not(self)


_NOT_IN_GRAPH = ("%s is not allowed in Graph execution. Use Eager execution or decorate this function with "
                 "@tf.function.")


def _merge_error(ours, theirs):
    old, new = ours.as_list(), theirs.as_list()
    if len(old) != len(new):
        return "Shapes must be equal rank, but are %d and %d" % (len(old), len(new))
    for index, (a, b) in enumerate(zip(old, new)):
        if a is not None and b is not None and a != b:
            break
    texts = ["[" + ",".join("?" if size is None else str(size) for size in shape) + "]" for shape in (old, new)]
    return "Dimension %d in both shapes must be equal, but are %d and %d. Shapes are %s and %s." % (
        index, a, b, texts[0], texts[1])


def create_op(op_type, inputs, outputs, name=None, value=None, attributes=None):
    """Makes an operation; `outputs` lists (TensorShape, DType).

    A `name` that ends in a slash is taken as it is, others are put under the current name scope and made unique.
    `value` is the constant value of the first output.
    """
    graph = ops.get_default_graph()
    plain = graph.building_function or _tfscope.are_of_graph(inputs, graph, Tensor)
    if not plain:
        graph = ops._get_graph_from_inputs(inputs)
    if graph._finalized:
        graph._check_not_finalized()
    if name is None:
        name = op_type
    elif type(name) is not str:
        name = _tried_name(name, op_type)
    inputs = list(inputs)
    control_inputs = graph._control_inputs_for(inputs) if graph._control_stack else []
    op = _tfscope.make_operation(Operation, Tensor, graph, op_type, inputs, name, control_inputs, outputs, value, attributes)
    if not plain:
        _check_foreign(inputs, graph)
    context = graph._control_flow_context
    if context is not None:
        context.AddOp(op)
    return op


def _tried_name(name, op_type):
    if op_type != "Const":
        return graph_contexts.checked_name(name)
    if not isinstance(name, (str, bytes)):
        (name and name[-1], name.lower)  # what TensorFlow tries with it
    return name


def _check_foreign(inputs, graph):
    for tensor in inputs:
        if tensor._must_be_used and tensor.graph is not graph:
            if _tfscope.operation(graph._id, tensor.op.name) is None:
                raise KeyError(tensor.op.name)


_conversions = []  # (types, function) registered by users, tried in order


def register_tensor_conversion_function(base_type, conversion_func, priority=100):
    if not (isinstance(base_type, type) or
            isinstance(base_type, tuple) and all(isinstance(item, type) for item in base_type)):
        raise TypeError("base_type must be a type or a tuple of types.")
    if not callable(conversion_func):
        raise TypeError("conversion_func must be callable.")
    _conversions.append((base_type, conversion_func))


def convert_to_tensor(value, dtype=None, name=None, preferred_dtype=None, dtype_hint=None):
    if dtype is not None:
        dtype = dtypes.as_dtype(dtype)
    if isinstance(value, Tensor):
        if dtype is not None and not dtype.is_compatible_with(value._dtype) and not is_guess(value) and (
                not is_type_guess(value)):
            raise ValueError("Tensor conversion requested dtype %s for Tensor with dtype %s: %r" % (
                dtype.name, value._dtype.name, value))
        return value
    if _tfscope.is_unknown(value):
        return _unknown_tensor(value, dtype, name)
    convert = getattr(value, "_to_tensor", None)  # variables and shapes
    if convert is not None and not _tfscope.is_unknown(convert):
        return convert(dtype, name)
    for base_type, function in _conversions:
        if isinstance(value, base_type):
            result = function(value, dtype=dtype, name=name, as_ref=False)
            if result is not NotImplemented:
                return result
    if preferred_dtype is None:
        preferred_dtype = dtype_hint
    return constant_op.convert(value, dtype, name, preferred_dtype)


_detached_tensors = {}  # by number of the symbol and wanted element type


def _unknown_tensor(value, dtype, name):
    """Data of unknown content becomes a constant; what may be a tensor already stays outside of the graph's names."""
    hint = _tfscope.type_hint(value)
    if hint in ("any", "opaque"):
        key = (_tfscope.symbol_id(value), None if dtype is None else dtype.name)
        if key not in _detached_tensors:
            _detached_tensors[key] = _detached(value, dtype)
        return _detached_tensors[key]
    return unknown_data(value, dtype, None, name)


def unknown_data(value, dtype, shape, name):
    """A constant of what is not known: where nothing else is asked for, of the shape and type that such data has."""
    hint = _tfscope.type_hint(value)
    if dtype is None:
        found = getattr(value, "dtype", None) if hasattr(value, "_element_values") else None
        dtype = dtypes.as_dtype(found or {"int": "int32", "bool": "bool", "str": "string"}.get(hint, "float32"))
    if shape is None:
        shape = tensor_shape.scalar() if hint in ("int", "float", "bool", "str") else None
    else:
        shape = tensor_shape.as_shape(shape)
    return unknown_constant(dtype, shape, name)


def unknown_constant(dtype, shape=None, name=None):
    """A constant of a shape or value that the source does not fix."""
    if shape is None:
        shape = tensor_shape.UncertainShape()
    return create_op("Const", [], [(shape, dtype)], name or "Const", None, {"unknown": True, "dtype": dtype}).outputs[0]


def _detached(value, dtype):
    op = Operation.__new__(Operation)
    op._graph = ops.get_default_graph()
    op._type, op._name = "Unknown", _tfscope.text(value)
    op._inputs, op._control_inputs, op._devices = [], [], ()
    op._attributes = op._control_flow_context = None
    tensor = Tensor(op, 0, dtype or dtypes.float32, tensor_shape.UncertainShape())
    op.outputs = [tensor]
    return tensor


def convert_n_to_tensor(values, dtype=None, name=None, preferred_dtype=None):
    if not isinstance(values, (list, tuple)):
        raise TypeError("values must be a sequence.")
    return [convert_to_tensor(value, dtype, None if name is None else "%s_%d" % (name, index), preferred_dtype)
            for index, value in enumerate(values)]


def convert_to_tensor_or_composite(value, dtype=None, name=None):
    return value if hasattr(value, "_is_composite") else convert_to_tensor(value, dtype, name)


class IndexedSlices(object):

    __module__ = "tensorflow.python.framework.ops"
    _is_composite = True

    def __init__(self, values, indices, dense_shape=None):
        self.values = values
        self.indices = indices
        self.dense_shape = dense_shape

    def _components(self):
        return [part for part in (self.values, self.indices, self.dense_shape) if part is not None]

    def _from_components(self, parts):
        return IndexedSlices(*parts)

    @property
    def op(self):
        return self.values.op

    @property
    def graph(self):
        return self.values.graph

    @property
    def dtype(self):
        return self.values.dtype

    @property
    def name(self):
        return self.values.name

    @property
    def device(self):
        return self.values.device

    def _to_tensor(self, dtype=None, name=None):
        return math_ops.unsorted_segment_sum(self.values, self.indices, self.dense_shape[0], name=name)
