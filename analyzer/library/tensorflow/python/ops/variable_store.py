"""What get_variable does once scope and defaults are known: find a variable of the store or make it.

The store itself and its errors are the naming core's; here is what calls the user's code."""
import _tfscope
from tensorflow.python.framework import dtypes, ops, tensor_shape
from tensorflow.python.ops import array_ops, init_ops, variable_scope, variables
from tensorflow.python.util import signatures


class VariableStore(object):
    """The variable store of a graph, as some programs reach it through private names."""

    def __init__(self, graph):
        self._graph = graph

    def get_variable(self, name, **arguments):
        return get_variable(self._graph, name, **arguments)


def get_variable(graph, name, shape=None, dtype=dtypes.float32, initializer=None, regularizer=None, reuse=None,
                 trainable=None, collections=None, caching_device=None, partitioner=None, validate_shape=True,
                 use_resource=None, custom_getter=None, constraint=None, synchronization=None, aggregation=None):
    if custom_getter is not None and not callable(custom_getter):
        _tfscope.fail("invalid_call", ValueError, "Passed a custom_getter which is not callable: %s" % custom_getter, name)
    dtype = getattr(dtype, "base_dtype", dtype)
    synchronization, aggregation, trainable = variables.validate_synchronization_aggregation_trainable(
        synchronization, aggregation, trainable, name)
    arguments = {
        "name": name, "shape": shape, "dtype": dtype, "initializer": initializer, "regularizer": regularizer,
        "reuse": reuse, "trainable": trainable, "collections": collections, "caching_device": caching_device,
        "partitioner": partitioner, "validate_shape": validate_shape, "use_resource": use_resource,
        "synchronization": synchronization, "aggregation": aggregation}
    if custom_getter is None:
        return _true_getter(constraint=constraint, **arguments)
    if signatures.takes(custom_getter, "constraint"):
        arguments["constraint"] = constraint
    return custom_getter(getter=_true_getter, **arguments)


def _true_getter(name, shape=None, dtype=dtypes.float32, initializer=None, regularizer=None, reuse=None, trainable=None,
                 collections=None, caching_device=None, partitioner=None, validate_shape=True, use_resource=None,
                 constraint=None, synchronization=None, aggregation=None):
    graph = ops.get_default_graph()._variables_graph
    arguments = {
        "regularizer": regularizer, "reuse": reuse, "trainable": trainable, "collections": collections,
        "caching_device": caching_device, "validate_shape": validate_shape, "use_resource": use_resource,
        "constraint": constraint, "synchronization": synchronization, "aggregation": aggregation}
    is_scalar = isinstance(shape, (list, tuple)) and not shape
    if partitioner is not None and not is_scalar:
        if not callable(partitioner):
            raise ValueError("Partitioner must be callable, but received: %s" % partitioner)
        with ops.name_scope(None):
            return _get_partitioned(graph, name, partitioner, shape, dtype, initializer, arguments)
    if reuse is True and partitioner is None and _tfscope.is_partitioned(graph._id, name):
        return _get_partitioned(graph, name, None, shape, dtype, initializer, arguments)
    _tfscope.check_not_partitioned(graph._id, name)
    return _get_single(graph, name, shape, dtype, initializer, None, **arguments)


_INVALID_INITIALIZER = (
    "The initializer passed is not valid. It should be a callable with no arguments and the shape should not be provided "
    "or an instance of `tf.keras.initializers.*' and `shape` should be fully defined.")


def _get_single(graph, name, shape, dtype, initializer, partition_info, regularizer, reuse, trainable, collections,
                caching_device, validate_shape, use_resource, constraint, synchronization, aggregation):
    known_shape = not _tfscope.is_unknown(shape)
    if _tfscope.is_unknown(initializer):  # with a shape most likely a function, else a value
        initializer = init_ops.zeros_initializer()
        known_shape = known_shape and shape is not None
    from_value = initializer is not None and not callable(initializer)
    if known_shape and shape is not None and from_value:
        _tfscope.fail("underspecified", ValueError, "If initializer is a constant, do not specify shape.", name)
    dtype = dtypes.as_dtype(dtype)
    shape = tensor_shape.UncertainShape() if _tfscope.is_unknown(shape) else tensor_shape.as_shape(shape)
    known_shape = known_shape and not shape._is_uncertain
    found = _tfscope.store_resolve(graph._id, name, reuse, _sizes(shape), dtype.base_dtype.name, "tf.get_variable")
    if found is not None:
        return found
    if not shape.is_fully_defined() and _tfscope.may_exist(graph._id, reuse):
        known_shape = False
    if initializer is None:
        initializer = _default_initializer(name, dtype)
    variable_shape = None
    with ops.init_scope():
        variable_dtype = None
        if from_value:
            initial_value = initializer
        else:
            if isinstance(initializer, type):
                initializer = initializer()
            if shape.is_fully_defined():
                sizes = shape.as_list()
                variable_dtype = dtype.base_dtype
                initial_value = lambda: _with_sizes(
                    initializer(sizes, dtype=dtype, partition_info=partition_info), sizes)
            elif callable(initializer) and signatures.needs_nothing(initializer):
                initial_value = initializer
            elif not known_shape:
                validate_shape = False
                variable_shape = tensor_shape.UncertainShape()
                initial_value = lambda: ops.unknown_constant(dtype)
            else:
                _tfscope.fail("underspecified", ValueError, _INVALID_INITIALIZER, name)
    variable = variables.VariableV1(
        initial_value=initial_value, name=name, trainable=trainable, collections=collections,
        caching_device=caching_device, dtype=variable_dtype, validate_shape=validate_shape, constraint=constraint,
        use_resource=variable_scope.resource_variables_enabled() if use_resource is None else use_resource,
        synchronization=synchronization, aggregation=aggregation, **_given(shape=variable_shape))
    _tfscope.store_keep(graph._id, name, variable)
    if _tfscope.known(regularizer, None):
        with ops.name_scope(name + "/Regularizer/"):
            with ops.init_scope():
                loss = regularizer(variable)
        if loss is not None:
            ops.add_to_collection(ops.GraphKeys.REGULARIZATION_LOSSES, loss)
    return variable


def _given(**arguments):
    return {name: arguments[name] for name in arguments if arguments[name] is not None}


def _with_sizes(value, sizes):
    """The sizes that are known, where not all of them are: the value then knows none of them."""
    if isinstance(value, ops.Tensor) and any([_tfscope.is_unknown(size) for size in sizes]):
        value.set_shape(sizes)
    return value


def _sizes(shape):
    return None if shape.ndims is None else shape.as_list()


def _default_initializer(name, dtype):
    if dtype.is_floating:
        return init_ops.glorot_uniform_initializer()
    if dtype.is_integer or dtype.is_unsigned or dtype.is_bool or dtype.base_dtype.name == "string":
        return init_ops.zeros_initializer()
    _tfscope.fail("underspecified", ValueError, "An initializer for variable %s of %s is required" % (
        name, dtype.base_dtype), name)


# ---- partitioned variables
def _get_partitioned(graph, name, partitioner, shape, dtype, initializer, arguments):
    reuse = arguments["reuse"]
    _tfscope.check_not_plain(graph._id, name)
    shape = tensor_shape.as_shape(shape)
    if isinstance(initializer, ops.Tensor):
        shape = shape.merge_with(initializer.get_shape())
    partitions = None
    if not reuse or partitioner:
        partitions = _call_partitioner(name, partitioner, shape, dtype)
    dtype_name = dtypes.as_dtype(dtype).base_dtype.name
    if not isinstance(dtype, dtypes.DType):  # a string is good for a new variable that has an initializer
        found = _tfscope.partitioned_resolve(graph._id, name, reuse, _sizes(shape), "", None)
        if found is not None:
            dtype.is_compatible_with(found.dtype)
    found = _tfscope.partitioned_resolve(graph._id, name, reuse, _sizes(shape), dtype_name, partitions)
    if found is not None:
        return found
    axis, count = _slices(partitions)
    _check_parts(graph, name, count)
    sizes = shape.as_list()
    parts = []
    for index, (offset, part_shape) in enumerate(_iterate_slices(sizes, count, axis)):
        partition_info = PartitionInfo(sizes, offset)
        part_name = "%s/part_%d" % (name, index)
        with ops.name_scope(part_name + "/PartitionedInitializer"):
            part_dtype, part_initializer, size = dtype, initializer, part_shape
            if initializer is None:
                part_initializer = _default_initializer(name, dtype)
            elif not callable(initializer):
                whole = ops.convert_to_tensor(initializer, dtype=None if isinstance(initializer, ops.Tensor) else dtype)
                part_initializer = array_ops.slice(whole, offset, part_shape)
                part_dtype, size = part_initializer.dtype.base_dtype, None
        with ops.name_scope(None):
            part = _get_single(graph, part_name, size, part_dtype, part_initializer, partition_info, **arguments)
        part._set_save_slice_info(variables.Variable.SaveSliceInfo(name, sizes, offset, part_shape))
        parts.append(part)
    if isinstance(initializer, ops.Tensor):
        dtype = initializer.dtype.base_dtype
        dtype_name = dtype.name
    result = variables.PartitionedVariable(name=name, shape=shape, dtype=dtype, variable_list=parts, partitions=partitions)
    _tfscope.partitioned_keep(graph._id, name, result, sizes, dtype_name, partitions)
    return result


def _call_partitioner(name, partitioner, shape, dtype):
    if not shape.is_fully_defined() and not shape._is_uncertain:
        _tfscope.fail("underspecified", ValueError, "Shape of a new partitioned variable must be fully defined, but instead "
                      "was %s." % (shape,), name)
    if shape.ndims < 1:
        raise ValueError("A partitioned Variable must have rank at least 1, shape: %s" % shape)
    slicing = partitioner(shape=shape, dtype=dtype)
    if not isinstance(slicing, (list, tuple)):
        raise ValueError("Partitioner must return a sequence, but saw: %s" % slicing)
    if len(slicing) != shape.ndims:
        raise ValueError("Partitioner returned a partition list that does not match the Variable's rank: %s vs. %s" % (
            slicing, shape))
    if any(part < 1 for part in slicing):
        raise ValueError("Partitioner returned zero partitions for some axes: %s" % slicing)
    if sum(part > 1 for part in slicing) > 1:
        raise ValueError("Can only slice a variable along one dimension: shape: %s, partitioning: %s" % (shape, slicing))
    return slicing


def _slices(partitions):
    for axis, count in enumerate(partitions):
        if count > 1:
            return axis, count
    return 0, 1


def _check_parts(graph, name, count):
    """Parts can exist as variables of their own."""
    def exists(index):
        return _tfscope.store_get(graph._id, "%s/part_%d" % (name, index)) is not None

    if not exists(0):
        return
    start = ("Partitioner returned a different partitioning than what was already found.  Partitioner returned %d shards, "
             "and shard %s/part_0 was found, but " % (count, name))
    if not exists(count - 1):
        raise ValueError(start + "%s/part_%d was not." % (name, count - 1))
    if exists(count):
        raise ValueError(start + "so was the extra shard %s/part_%d." % (name, count))


def _iterate_slices(sizes, count, axis):
    """(offset, shape) of each part; the first parts take what does not divide."""
    offset = [0] * len(sizes)
    for index in range(count):
        shape = list(sizes)
        shape[axis] = sizes[axis] // count + (1 if index < sizes[axis] % count else 0)
        yield list(offset), shape
        offset[axis] += shape[axis]


class PartitionInfo(object):

    def __init__(self, full_shape, var_offset):
        for offset, size in zip(var_offset, full_shape):
            if _tfscope.known(offset >= size, False):
                raise ValueError("Expected 0 <= offset < shape but found offset=%s, shape=%s for var_offset=%s, "
                                 "full_shape=%s" % (offset, size, var_offset, full_shape))
        self.full_shape = full_shape
        self.var_offset = var_offset

    def single_offset(self, shape):
        axis = self.single_slice_dim(shape)
        return 0 if axis is None else self.var_offset[axis]

    def single_slice_dim(self, shape):
        axes = [axis for axis in range(len(shape)) if shape[axis] != self.full_shape[axis]]
        if len(axes) > 1:
            raise ValueError("Cannot use single_slice_dim() with shape=%s and self.full_shape=%s since slice dim could be "
                             "either dimension %d or %d." % (shape, self.full_shape, axes[1], axes[0]))
        return axes[0] if axes else None
