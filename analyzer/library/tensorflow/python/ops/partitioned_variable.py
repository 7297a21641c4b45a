"""A variable in several parts."""
from tensorflow.python.framework import ops
from tensorflow.python.ops import array_ops


class PartitionedVariable(object):

    __module__ = "tensorflow.python.ops.variables"

    def __init__(self, name, shape, dtype, variable_list, partitions):
        if not isinstance(variable_list, (list, tuple)):
            raise TypeError("variable_list is not a list or tuple: %s" % variable_list)
        if not isinstance(partitions, (list, tuple)):
            raise TypeError("partitions is not a list or tuple: %s" % partitions)
        if not all(p >= 1 for p in partitions):
            raise ValueError("partition values must be positive: %s" % partitions)
        if not variable_list:
            raise ValueError("variable_list may not be empty")
        self._name = name
        self._shape = shape
        self._dtype = dtype
        self._variable_list = list(variable_list)
        self._partitions = partitions

    @property
    def name(self):
        return self._name

    @property
    def dtype(self):
        return self._dtype

    @property
    def shape(self):
        return self._shape

    def get_shape(self):
        return self._shape

    def __iter__(self):
        return iter(self._variable_list)

    def __len__(self):
        if len(self._partition_axes()) > 1:
            raise ValueError("Cannot get a length for %d > 1 partition axes" % len(self._partition_axes()))
        return len(self._variable_list)

    def _partition_axes(self):
        return [axis for axis, parts in enumerate(self._partitions) if parts > 1] or [0]

    def _get_variable_list(self):
        return self._variable_list

    def _get_partitions(self):
        return self._partitions

    def as_tensor(self):
        with ops.control_dependencies(None):
            if len(self._variable_list) == 1:
                with ops.name_scope(None):
                    return array_ops.identity(self._variable_list[0], name=self._name)
            with ops.name_scope(self._name + "/ConcatPartitions/"):
                whole = array_ops.concat(self._variable_list, self._partition_axes()[0])
            with ops.name_scope(None):
                return array_ops.identity(whole, name=self._name)

    def _to_tensor(self, dtype=None, name=None):
        if dtype is not None and not dtype.is_compatible_with(self._dtype):
            raise ValueError("Incompatible type conversion requested to type '%s' for variable of type '%s'" % (
                dtype.name, self._dtype.name))
        return self.as_tensor()

    def _each(self, method, value, name, read_value):
        if isinstance(value, list):
            values = value
        elif isinstance(value, PartitionedVariable):
            values = list(value)
        else:
            axis = self._partition_axes()[0]
            values = array_ops.split(value, [part.shape.as_list()[axis] for part in self._variable_list], axis=axis)
        results = [getattr(part, method)(values[index], name=name, read_value=read_value)
                   for index, part in enumerate(self._variable_list)]
        return results if read_value else [result.op for result in results]

    def assign(self, value, use_locking=False, name=None, read_value=True):
        return self._each("assign", value, name, read_value)

    def assign_add(self, value, use_locking=False, name=None, read_value=True):
        return self._each("assign_add", value, name, read_value)

    def assign_sub(self, value, use_locking=False, name=None, read_value=True):
        return self._each("assign_sub", value, name, read_value)
