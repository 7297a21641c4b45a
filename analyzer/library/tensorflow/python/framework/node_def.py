"""What an operation shows of its definition."""


class TensorProto(object):
    """A constant as `get_attr("value")` gives it."""

    def __init__(self, value, dtype):
        self.dtype = dtype
        self._value = value

    @property
    def string_val(self):
        return [item.encode() if isinstance(item, str) else item for item in self._items()]

    @property
    def float_val(self):
        return self._items()

    int_val = int64_val = double_val = bool_val = float_val

    def _items(self):
        return list(self._value) if isinstance(self._value, (list, tuple)) else [self._value]


class NodeDef(object):

    def __init__(self, operation):
        self._operation = operation
        self.name = operation.name
        self.op = operation.type
        self.device = operation.device
        self.attr = operation._attributes or {}
        self.input = [tensor._input_name() for tensor in operation.inputs] + [
            "^" + other.name for other in operation.control_inputs]
