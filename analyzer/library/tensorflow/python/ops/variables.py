"""Variables: what tf.Variable makes, the old reference kind of them, and the lists of variables of a graph."""
import _tfscope
from tensorflow.python.framework import ops, tensor_shape
from tensorflow.python.framework.graph_contexts import decided
from tensorflow.python.ops import array_ops, control_flow_ops, initial_values, math_ops, resource_variable_ops, state_ops
from tensorflow.python.ops import variable_scope
from tensorflow.python.ops.partitioned_variable import PartitionedVariable
from tensorflow.python.util.enumeration import Member
from tensorflow.python.util.object_identity import Reference


class VariableSynchronization(object):
    AUTO = Member("VariableSynchronization", "AUTO", 0)
    NONE = Member("VariableSynchronization", "NONE", 1)
    ON_WRITE = Member("VariableSynchronization", "ON_WRITE", 2)
    ON_READ = Member("VariableSynchronization", "ON_READ", 3)


class VariableAggregation(object):
    NONE = Member("VariableAggregation", "NONE", 0)
    SUM = Member("VariableAggregation", "SUM", 1)
    MEAN = Member("VariableAggregation", "MEAN", 2)
    ONLY_FIRST_REPLICA = ONLY_FIRST_TOWER = Member("VariableAggregation", "ONLY_FIRST_REPLICA", 3)


def validate_synchronization_aggregation_trainable(synchronization, aggregation, trainable, name):
    if aggregation is None:
        aggregation = VariableAggregation.NONE
    elif not isinstance(aggregation, Member):
        raise ValueError("Invalid variable aggregation mode: %s for variable: %s" % (aggregation, name))
    if synchronization is None:
        synchronization = VariableSynchronization.AUTO
    elif not isinstance(synchronization, Member):
        raise ValueError("Invalid variable synchronization mode: %s for variable: %s" % (synchronization, name))
    if _tfscope.is_unknown(trainable):
        trainable = decided(trainable, "trainable")
    if trainable is None:
        trainable = synchronization is not VariableSynchronization.ON_READ
    return synchronization, aggregation, trainable


class VariableMetaclass(type):

    def _variable_v1_call(cls, initial_value=None, trainable=None, collections=None, validate_shape=True,
                          caching_device=None, name=None, variable_def=None, dtype=None, expected_shape=None,
                          import_scope=None, constraint=None, use_resource=None,
                          synchronization=VariableSynchronization.AUTO, aggregation=VariableAggregation.NONE, shape=None):
        create = variable_scope._default_creator
        for _, creator in ops.get_default_graph()._creators:
            create = _next_creator(creator, create)
        variable = create(
            initial_value=initial_value, trainable=trainable, collections=collections, validate_shape=validate_shape,
            caching_device=caching_device, name=name, variable_def=variable_def, dtype=dtype,
            expected_shape=expected_shape, import_scope=import_scope, constraint=constraint, use_resource=use_resource,
            synchronization=synchronization,
            aggregation=VariableAggregation.NONE if aggregation is None else aggregation, shape=shape)
        if isinstance(trainable, str) and name is None:
            _tfscope.name_as_trainable(variable, trainable)
        return variable

    def __call__(cls, *args, **kwargs):
        if cls is VariableV1:
            return cls._variable_v1_call(*args, **kwargs)
        variable = object.__new__(cls)
        variable.__init__(*args, **kwargs)
        return variable


def _next_creator(creator, previous):
    return lambda **kwargs: creator(previous, **kwargs)


class Variable(object, metaclass=VariableMetaclass):

    __array_priority__ = 100
    _save_slice_info = None

    def __deepcopy__(self, memo):
        raise TypeError("can't pickle _thread.RLock objects")

    @property
    def trainable(self):
        return self._trainable

    @property
    def synchronization(self):
        return self._synchronization

    @property
    def aggregation(self):
        return self._aggregation

    @property
    def constraint(self):
        return self._constraint

    @property
    def initial_value(self):
        return self._initial_value

    @property
    def initializer(self):
        return self._initializer_op

    def initialized_value(self):
        with ops.init_scope():
            return control_flow_ops.cond(is_variable_initialized(self), self.read_value, lambda: self.initial_value)

    def get_shape(self):
        return self.shape

    def load(self, value, session=None):
        ops._session_for(self, session, "evaluate tensor", "eval").run(self.initializer, {})

    def _set_save_slice_info(self, save_slice_info):
        self._save_slice_info = save_slice_info

    def _get_save_slice_info(self):
        return self._save_slice_info

    def experimental_ref(self):
        return Reference(self)

    def __getitem__(self, index):
        return array_ops.slice_helper(self.value(), index, self)

    def __iter__(self):
        raise TypeError("'Variable' object is not iterable.")

    def __repr__(self):
        return "<tf.Variable '%s' shape=%s dtype=%s>" % (self.name, self.shape, self.dtype.name)

    class SaveSliceInfo(object):

        def __init__(self, full_name=None, full_shape=None, var_offset=None, var_shape=None, save_slice_info_def=None,
                     import_scope=None):
            self.full_name = full_name
            self.full_shape = full_shape
            self.var_offset = var_offset
            self.var_shape = var_shape

        @property
        def spec(self):
            return " ".join(str(size) for size in self.full_shape) + " " + ":".join(
                "%d,%d" % (offset, size) for offset, size in zip(self.var_offset, self.var_shape))


def _operator(name):
    method = getattr(ops.Tensor, name)
    return lambda self, *operands: method(self.value(), *operands)


for _name in ops.Tensor.OVERLOADABLE_OPERATORS:
    if _name not in ("__eq__", "__ne__", "__getitem__"):
        setattr(Variable, _name, _operator(_name))


class VariableV1(Variable):
    pass


def checked_arguments(variable, initial_value, trainable, collections, constraint, synchronization, aggregation, name):
    """What both kinds of variables check first; gives the collections to join."""
    if _tfscope.is_none(initial_value):
        _tfscope.fail("underspecified", ValueError, "initial_value must be specified.", name or "")
    if _tfscope.known(collections, None) is None:
        collections = [ops.GraphKeys.GLOBAL_VARIABLES]
    if not isinstance(collections, (list, tuple, set)):
        _tfscope.fail("invalid_call", ValueError, "collections argument to Variable constructor must be a list, tuple, or "
                      "set. Got %s of type %s" % (collections, type(collections)), name or "")
    if constraint is not None and not callable(constraint):
        raise ValueError("The `constraint` argument must be a callable.")
    variable._synchronization, variable._aggregation, variable._trainable = (
        validate_synchronization_aggregation_trainable(synchronization, aggregation, trainable, name))
    variable._constraint = constraint
    if variable._trainable and ops.GraphKeys.TRAINABLE_VARIABLES not in collections:
        collections = list(collections) + [ops.GraphKeys.TRAINABLE_VARIABLES]
    return collections


def refuse_control_flow(value, name):
    if value.op._get_control_flow_context() is not None:
        _tfscope.fail("graph_construction", ValueError, "Initializer for variable %s is from inside a control-flow construct, "
                      "such as a loop or conditional. When creating a variable inside a loop or conditional, use a lambda "
                      "as the initializer." % name, name)


def is_function(initial_value):
    return not _tfscope.is_unknown(initial_value) and callable(initial_value)


class RefVariable(VariableV1):

    def __init__(self, initial_value=None, trainable=None, collections=None, validate_shape=True, caching_device=None,
                 name=None, variable_def=None, dtype=None, expected_shape=None, import_scope=None, constraint=None,
                 synchronization=None, aggregation=None, shape=None):
        collections = checked_arguments(self, initial_value, trainable, collections, constraint, synchronization,
                                        aggregation, name)
        from_function = is_function(initial_value)
        with ops.init_scope():
            graph = ops.get_default_graph()
            wanted = _tfscope.wanted_name(graph._id, "Variable" if name is None else name)
            with ops.name_scope(name, "Variable", [] if from_function else [initial_value]) as scope:
                graph = ops.get_default_graph()
                if from_function:
                    with ops.name_scope("Initializer"), ops.device(None):
                        value = ops.convert_to_tensor(initial_value(), name="initial_value", dtype=dtype)
                else:
                    value = ops.convert_to_tensor(initial_value, name="initial_value", dtype=dtype)
                    refuse_control_flow(value, scope)
                if shape is None:
                    shape = value.get_shape() if validate_shape else tensor_shape.unknown_shape()
                self._initial_value = value
                self._variable = state_ops.variable_op_v2(shape, value.dtype.base_dtype, scope)
                if dtype is None and not from_function and ops.is_guess(value):
                    self._variable.op._attributes["unknown"] = True
                if validate_shape and not value.get_shape().is_fully_defined() and not ops.is_uncertain(value):
                    _tfscope.fail("underspecified", ValueError, "initial_value must have a shape specified: %s" % value,
                                  self._variable.op.name)
                self._initializer_op = state_ops.assign(
                    self._variable, initial_values.guarded(scope, value), validate_shape=validate_shape).op
                self._snapshot = array_ops.identity(self._variable, name="read")
            self._caching_device = caching_device
            variable_scope.report_variable(self, graph, wanted, name, False)
            ops.add_to_collections(collections, self)

    @property
    def name(self):
        return self._variable.name

    @property
    def op(self):
        return self._variable.op

    @property
    def graph(self):
        return self._variable.graph

    @property
    def device(self):
        return self._variable.device

    @property
    def dtype(self):
        return self._variable.dtype

    @property
    def shape(self):
        return self._variable.get_shape()

    def set_shape(self, shape):
        self._variable.set_shape(shape)
        self._snapshot.set_shape(shape)

    def value(self):
        return self._snapshot

    def read_value(self):
        return array_ops.identity(self._variable, name="read")

    def _ref(self):
        return self._variable

    def _as_graph_element(self):
        return self._variable

    def _to_tensor(self, dtype=None, name=None):
        if dtype is not None and not dtype.is_compatible_with(self.dtype):
            raise ValueError("Incompatible type conversion requested to type '%s' for variable of type '%s'" % (
                dtype.name, self.dtype.name))
        return self._snapshot

    def eval(self, session=None):
        return self._variable.eval(session=session)

    def assign(self, value, use_locking=False, name=None, read_value=True):
        result = state_ops.assign(self._variable, value, use_locking=use_locking, name=name)
        return result if read_value else result.op

    def assign_add(self, delta, use_locking=False, name=None, read_value=True):
        result = state_ops.assign_add(self._variable, delta, use_locking=use_locking, name=name)
        return result if read_value else result.op

    def assign_sub(self, delta, use_locking=False, name=None, read_value=True):
        result = state_ops.assign_sub(self._variable, delta, use_locking=use_locking, name=name)
        return result if read_value else result.op

    def scatter_sub(self, sparse_delta, use_locking=False, name=None):
        return state_ops.scatter_sub(self._variable, sparse_delta.indices, sparse_delta.values, name=name)

    def scatter_add(self, sparse_delta, use_locking=False, name=None):
        return state_ops.scatter_add(self._variable, sparse_delta.indices, sparse_delta.values, name=name)

    def scatter_update(self, sparse_delta, use_locking=False, name=None):
        return state_ops.scatter_update(self._variable, sparse_delta.indices, sparse_delta.values, name=name)

    def scatter_nd_sub(self, indices, updates, name=None):
        return state_ops.scatter_nd_sub(self._variable, indices, updates, name=name)

    def scatter_nd_add(self, indices, updates, name=None):
        return state_ops.scatter_nd_add(self._variable, indices, updates, name=name)

    def scatter_nd_update(self, indices, updates, name=None):
        return state_ops.scatter_nd_update(self._variable, indices, updates, name=name)

    def count_up_to(self, limit):
        return state_ops.count_up_to(self._variable, limit=limit)


# ---- lists of variables
def global_variables(scope=None):
    return ops.get_collection(ops.GraphKeys.GLOBAL_VARIABLES, scope)


def all_variables():
    return global_variables()


def _all_saveable_objects(scope=None):
    return ops.get_collection(ops.GraphKeys.GLOBAL_VARIABLES, scope) + ops.get_collection(
        ops.GraphKeys.SAVEABLE_OBJECTS, scope)


def local_variables(scope=None):
    return ops.get_collection(ops.GraphKeys.LOCAL_VARIABLES, scope)


def model_variables(scope=None):
    return ops.get_collection(ops.GraphKeys.MODEL_VARIABLES, scope)


def trainable_variables(scope=None):
    return ops.get_collection(ops.GraphKeys.TRAINABLE_VARIABLES, scope)


def moving_average_variables(scope=None):
    return ops.get_collection(ops.GraphKeys.MOVING_AVERAGE_VARIABLES, scope)


def variables_initializer(var_list, name="init"):
    if var_list:
        return control_flow_ops.group(*[v.initializer for v in var_list], name=name)
    return control_flow_ops.no_op(name=name)


def initialize_variables(var_list, name="init"):
    return variables_initializer(var_list, name=name)


def global_variables_initializer():
    return variables_initializer(global_variables())


def initialize_all_variables():
    return global_variables_initializer()


def local_variables_initializer():
    return variables_initializer(local_variables())


def initialize_local_variables():
    return local_variables_initializer()


def is_variable_initialized(variable):
    result = state_ops.is_variable_initialized(variable)
    result._must_be_used = True
    return result


def assert_variables_initialized(var_list=None):
    var_list = global_variables() + local_variables() if var_list is None else var_list
    if not var_list:
        return None
    ranks = [array_ops.rank(v) for v in var_list]
    return ranks[0] if len(ranks) == 1 else array_ops.stack(ranks)


def report_uninitialized_variables(var_list=None, name="report_uninitialized_variables"):
    var_list = global_variables() + local_variables() if var_list is None else var_list
    with ops.name_scope(name):
        if not var_list:
            return ops.convert_to_tensor([], dtype="string")
        mask = math_ops.logical_not(array_ops.stack([is_variable_initialized(variable) for variable in var_list]))
        return array_ops.boolean_mask(ops.convert_to_tensor([variable.op.name for variable in var_list]), mask)
