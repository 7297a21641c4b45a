"""Resource variables: each use reads them by an operation of its own."""
import _tfscope
from tensorflow.python.framework import dtypes, op_library, ops, tensor_shape
from tensorflow.python.ops import array_ops, initial_values, variable_scope, variables


def is_resource_variable(var):
    return isinstance(var, BaseResourceVariable)


def _read(handle, dtype, shape):
    with ops.name_scope("ReadVariableOp") as scope:
        return ops.create_op("ReadVariableOp", [handle], [(shape, dtype)], scope).outputs[0]


class BaseResourceVariable(variables.VariableV1):

    _should_act_as_resource_variable = True
    _cached_value = None

    def __deepcopy__(self, memo):
        raise NotImplementedError("__deepcopy__() is only available when eager execution is enabled.")

    @property
    def name(self):
        return self._handle.name

    @property
    def op(self):
        return self._handle.op

    @property
    def graph(self):
        return self._handle.graph

    @property
    def device(self):
        return self._handle.device

    @property
    def dtype(self):
        return self._dtype

    @property
    def shape(self):
        return self._shape

    @property
    def handle(self):
        return self._handle

    @property
    def create(self):
        return self._initializer_op

    def set_shape(self, shape):
        raise NotImplementedError("ResourceVariable does not implement set_shape()")

    def value(self):
        return self._read_variable_op() if self._cached_value is None else self._cached_value

    def _read_variable_op(self):
        return _read(self._handle, self._dtype, self._shape)

    def read_value(self):
        with ops.name_scope("Read"):
            value = self._read_variable_op()
        return array_ops.identity(value)

    def is_initialized(self, name=None):
        with ops.name_scope(name, "VarIsInitializedOp") as scope:
            return ops.create_op("VarIsInitializedOp", [self._handle], [(tensor_shape.scalar(), dtypes.bool)],
                                 scope).outputs[0]

    def sparse_read(self, indices, name=None):
        with ops.name_scope("Gather" if name is None else name) as scope:
            indices = ops.convert_to_tensor(indices, name="indices")
            shape = indices.get_shape().concatenate(self._shape[1:])
            value = ops.create_op("ResourceGather", [self._handle, indices], [(shape, self._dtype)], scope).outputs[0]
        return array_ops.identity(value)

    def _as_graph_element(self):
        return self._graph_element

    def _to_tensor(self, dtype=None, name=None):
        if dtype is not None and not dtype.is_compatible_with(self._dtype):
            raise ValueError("Incompatible type conversion requested to type %r for variable of type %r" % (
                dtype.name, self._dtype.name))
        return self.value()

    def eval(self, session=None):
        return self._graph_element.eval(session=session)

    def numpy(self):
        raise NotImplementedError("numpy() is only available when eager execution is enabled.")

    def _update(self, op_type, value, name, read_value):
        value = ops.convert_to_tensor(value, dtype=self._dtype)
        if op_type == "AssignVariableOp":
            self._shape.assert_is_compatible_with(value.get_shape())
        with ops.name_scope(name, op_type) as scope:
            op = ops.create_op(op_type, [self._handle, value], [], scope)
        return _UnreadVariable(self, op) if read_value else op

    def assign(self, value, use_locking=None, name=None, read_value=True):
        return self._update("AssignVariableOp", value, name, read_value)

    def assign_add(self, delta, use_locking=None, name=None, read_value=True):
        return self._update("AssignAddVariableOp", delta, name, read_value)

    def assign_sub(self, delta, use_locking=None, name=None, read_value=True):
        return self._update("AssignSubVariableOp", delta, name, read_value)

    def _scatter(self, op_type, sparse_delta, name):
        if not isinstance(sparse_delta, ops.IndexedSlices):
            raise TypeError("sparse_delta is not IndexedSlices: %s" % sparse_delta)
        op = op_library.apply(op_type, name, [self._handle, sparse_delta.indices, ops.convert_to_tensor(
            sparse_delta.values, self._dtype)])
        return _UnreadVariable(self, op)

    def scatter_sub(self, sparse_delta, use_locking=False, name=None):
        return self._scatter("ResourceScatterSub", sparse_delta, name)

    def scatter_add(self, sparse_delta, use_locking=False, name=None):
        return self._scatter("ResourceScatterAdd", sparse_delta, name)

    def scatter_update(self, sparse_delta, use_locking=False, name=None):
        return self._scatter("ResourceScatterUpdate", sparse_delta, name)


def _refuse_in_place(operator, method):
    text = "Variable %s= value not supported. Use `var.assign(var %s value)` to modify the variable or `var = var %s value` " \
           "to get a new Tensor object." % (operator, operator, operator)
    if method is not None:
        text = "Variable %s= value not supported. Use variable.%s(value) to modify the variable value and variable = " \
               "variable %s value to get a new Tensor object." % (operator, method, operator)

    def refuse(self, unused_other):
        raise RuntimeError(text)
    return refuse


BaseResourceVariable.__iadd__ = _refuse_in_place("+", "assign_add")
BaseResourceVariable.__isub__ = _refuse_in_place("-", "assign_sub")
BaseResourceVariable.__imul__ = _refuse_in_place("*", None)
BaseResourceVariable.__itruediv__ = _refuse_in_place("/", None)
BaseResourceVariable.__ipow__ = _refuse_in_place("**", None)


class ResourceVariable(BaseResourceVariable):

    def __init__(self, initial_value=None, trainable=None, collections=None, validate_shape=True, caching_device=None,
                 name=None, dtype=None, variable_def=None, import_scope=None, constraint=None, distribute_strategy=None,
                 synchronization=None, aggregation=None, shape=None):
        collections = variables.checked_arguments(self, initial_value, trainable, collections, constraint,
                                                  synchronization, aggregation, name)
        from_function = variables.is_function(initial_value)
        if isinstance(initial_value, ops.Tensor) and initial_value.graph.building_function:
            raise ValueError("Tensor-typed variable initializers must either be wrapped in an init_scope or callable "
                             "(e.g., `tf.Variable(lambda : tf.truncated_normal([10, 40]))`) when building functions. Please "
                             "file a feature request if this restriction inconveniences you.")
        with ops.init_scope():
            graph = ops.get_default_graph()
            wanted = _tfscope.wanted_name(graph._id, "Variable" if name is None else name)
            with ops.name_scope(name, "Variable", [] if from_function else [initial_value]) as scope:
                graph = ops.get_default_graph()
                with ops.name_scope("Initializer"), ops.device(None):
                    value = ops.convert_to_tensor(initial_value() if from_function else initial_value,
                                                  name="initial_value", dtype=dtype)
                if shape is None:
                    shape = value.get_shape()
                elif not value.get_shape().is_compatible_with(shape):
                    raise ValueError("The initial value's shape (%s) is not compatible with the explicitly supplied `shape` "
                                     "argument (%s)." % (value.get_shape(), shape))
                self._make(scope, value, tensor_shape.as_shape(shape), caching_device)
                variable_scope.report_variable(self, graph, wanted, name, True)
                ops.add_to_collections(collections, self)

    def _make(self, scope, value, shape, caching_device):
        self._initial_value = value
        self._shape = shape
        self._dtype = value.dtype.base_dtype
        self._handle = ops.create_op("VarHandleOp", [], [(tensor_shape.scalar(), dtypes.resource)], scope, None,
                                     {"shape": shape, "dtype": self._dtype}).outputs[0]
        variables.refuse_control_flow(value, scope)
        with ops.name_scope("IsInitialized"):
            self._is_initialized_op = self.is_initialized()
        with ops.name_scope("Assign") as assign_scope:
            guarded = initial_values.guarded(scope, value)
            self._initializer_op = ops.create_op("AssignVariableOp", [self._handle, guarded], [], assign_scope)
        with ops.name_scope("Read"):
            self._graph_element = self._read_variable_op()
            if caching_device is not None:
                self._cached_value = array_ops.identity(self._graph_element)


class _UnreadVariable(BaseResourceVariable):
    """A variable after an assignment that it is to be read after."""

    def __init__(self, variable, parent_op):
        self._handle, self._dtype, self._shape = variable._handle, variable._dtype, variable._shape
        self._trainable, self._synchronization, self._aggregation = True, None, None
        self._constraint = self._initial_value = self._initializer_op = None
        self._parent_op = parent_op
        self._graph_element = None
        if not ops.get_default_graph().building_function:
            self._graph_element = self._read_variable_op()

    @property
    def name(self):
        return self._parent_op.name

    @property
    def op(self):
        return self._parent_op

    def value(self):
        return self._read_variable_op()

    def read_value(self):
        return self._read_variable_op()

    def _read_variable_op(self):
        with ops.control_dependencies([self._parent_op]):
            return _read(self._handle, self._dtype, self._shape)
