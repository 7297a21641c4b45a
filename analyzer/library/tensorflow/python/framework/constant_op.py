"""Constants, and the conversion of Python and NumPy values to them."""

from _tfscope import explores_paths, is_unknown, plain_value, type_hint, unknown
from tensorflow.python.framework import dtypes, nested_values, ops, tensor_shape
from tensorflow.python.ops import array_ops

_TYPES_OF_LEAVES = {"bool": dtypes.bool, "int": dtypes.int32, "float": dtypes.float32, "str": dtypes.string}
_NOT_TEXT = {"bool", "int", "float", "complex"}
_UNKNOWN_KINDS = {"bool": "bool", "int": "int", "float": "float", "str": "str", "bytes": "str"}


class _Content(object):
    """What a walk over a nested value found: dimensions, kinds of the leaves, and whether all is regular and known."""

    def __init__(self):
        self.kinds = set()
        self.known = True
        self.widest = 0


def constant_v1(value, dtype=None, shape=None, name="Const", verify_shape=False):
    return _constant(value, dtype, shape, name, verify_shape, False)


def constant(value, dtype=None, shape=None, name="Const"):
    return _constant(value, dtype, shape, name, False, True)


def convert(value, dtype=None, name=None, preferred_dtype=None):
    """A value that is neither a tensor nor convertible by a rule of its own, as a constant or a stack of tensors."""
    if dtype is None and preferred_dtype is not None:
        try:
            return convert(value, dtypes.as_dtype(preferred_dtype), name)
        except (TypeError, ValueError):
            pass
    if isinstance(value, (list, tuple)) and _holds_tensor(value):
        return array_ops.packed(value, dtype, name)
    return _constant(value, dtype, None, "Const" if name is None else name, False, True)


def _holds_tensor(value):
    for item in value:
        if isinstance(item, (list, tuple)):
            if _holds_tensor(item):
                return True
        elif type(item) is ops.Tensor or hasattr(item, "_to_tensor") and not isinstance(
                item, (tensor_shape.Dimension, tensor_shape.TensorShape)):
            return True
    return False


def _constant(value, dtype, shape, name, verify_shape, broadcast):
    if dtype is not None:
        dtype = dtypes.as_dtype(dtype).base_dtype
    if shape is None:
        plain = plain_value(value, None if dtype is None else dtype._kind.leaves, nested_values.MOST_ELEMENTS)
        if plain is not None:
            dims, kind, known = plain
            if dtype is None:
                dtype = _TYPES_OF_LEAVES[kind]
            return ops.create_op("Const", [], [(tensor_shape.from_plain(dims), dtype)], name, known,
                                 {"value": value, "dtype": dtype}).outputs[0]
    if is_unknown(value) or hasattr(value, "_element_values") and getattr(value, "_shape", ()) is None:
        return ops.unknown_data(value, dtype, shape, name)
    attributes = {"value": value}
    if dtype is None and _has_guessed_type(value):
        attributes["unknown"] = True
    has_open_type = dtype is None and _has_open_type(value)
    dims, dtype, known = describe(value, dtype)
    if has_open_type:
        attributes["open_type"] = True
    if is_unknown(dims):
        return ops.unknown_data(value, dtype, shape, name)
    if shape is not None:
        wanted = [dim if is_unknown(dim) else int(dim) for dim in shape]
        if verify_shape and tuple(wanted) != tuple(dims):
            raise TypeError("Expected Tensor's shape: %s, got %s." % (tuple(wanted), tuple(dims)))
        have, need = nested_values.count(dims), nested_values.count(wanted)
        if have is not None and need is not None:
            if have > need:
                raise ValueError("Too many elements provided. Needed at most %d, but received %d" % (need, have))
            known = _refill(known, need, wanted) if known is not None and need <= nested_values.MOST_ELEMENTS else None
        else:
            known = None
        dims = wanted
    attributes["dtype"] = dtype
    return ops.create_op("Const", [], [(tensor_shape.from_plain(list(dims)), dtype)], name, known, attributes).outputs[0]


def _has_guessed_type(value):
    """An array of elements of which not even the type is known."""
    return hasattr(value, "_element_values") and getattr(value.dtype, "_is_guess", False)


def _has_open_type(value):
    """A list that was filled with what is not known, or that nothing was put in where all paths are explored."""
    if not isinstance(value, (list, tuple)):
        return is_unknown(value) and type_hint(value) not in _UNKNOWN_KINDS or (
            hasattr(value, "_element_values") and _is_open(value))
    return not value and explores_paths() or any([_has_open_type(item) for item in value])


def describe(value, dtype=None):
    """(dimensions, element type, nested value or None) of a Python or NumPy value."""
    if value is None:
        raise ValueError("None values not supported.")
    element_type = getattr(value, "dtype", None)
    if element_type is not None and hasattr(value, "_element_values"):
        found = dtypes.as_dtype(element_type)
        dims = list(value.shape)
        size = nested_values.count(dims)
        known = value._element_values() if size is not None and size <= nested_values.MOST_ELEMENTS else None
        if dtype is not None and dtype is not found:
            known = nested_values.cast(known, dtype)
        return dims, dtype or found, known
    content = _Content()
    dims = _walk(value, content, 0)
    if dtype is not None:
        _check(value, dtype)
    elif "tensor" in content.kinds:
        raise TypeError("List of Tensors when single Tensor expected")
    if dims is None:
        raise ValueError("Argument must be a dense tensor: %s - got shape %s, but wanted %s." % (
            value, _common(value), _leading(value)))
    if "object" in content.kinds or dtype is None and "str" in content.kinds and content.kinds & _NOT_TEXT:
        raise TypeError("Failed to convert object of type %s to Tensor. Contents: %s. Consider casting elements to a "
                        "supported type." % (type(value), value))
    if dtype is None:
        dtype = _infer(content)
    size = nested_values.count(dims)
    # Of what the source does not fix, only sizes are asked for.
    keeps = (content.known or dtype.is_integer) and size is not None and size <= nested_values.MOST_ELEMENTS
    return dims, dtype, _plain(value, dtype) if keeps else None


def _differ(one, other):
    """Of two lists of dimensions, some of which may not be known: they cannot be the same."""
    if is_unknown(one) or is_unknown(other):
        return False
    return len(one) != len(other) or any([
        not is_unknown(first) and not is_unknown(second) and first != second for first, second in zip(one, other)])


def _walk(value, content, depth):
    """Dimensions of a nested value; None if it is ragged."""
    if isinstance(value, (list, tuple)) and depth < 32:
        dims = None
        for item in value:
            inner = _walk(item, content, depth + 1)
            if inner is None or dims is not None and _differ(inner, dims):
                return None
            dims = inner
        return [len(value)] + ([] if dims is None else dims)
    if isinstance(value, range):  # NumPy takes its length for a dimension, TensorFlow does not look into it
        return None
    if is_unknown(value):
        content.known = False
        hint = type_hint(value)
        content.kinds.add(_UNKNOWN_KINDS.get(hint, "unknown"))
        return []
    if isinstance(value, bool):
        content.kinds.add("bool")
    elif isinstance(value, int):
        content.kinds.add("int")
        content.widest = max(content.widest, value if value >= 0 else -value - 1)
    elif isinstance(value, float):
        content.kinds.add("float")
    elif isinstance(value, (str, bytes)):
        content.kinds.add("str")
    elif isinstance(value, complex):
        content.kinds.add("complex")
    elif isinstance(value, tensor_shape.TensorShape):
        content.kinds.add("int")
        return [len(value)]
    elif isinstance(value, tensor_shape.Dimension):
        content.kinds.add("int")
    elif hasattr(value, "_element_values"):
        if _is_open(value):
            content.known = False
            content.kinds.add("unknown")
            return []  # beside numbers, it is one
        content.kinds.add(dtypes.as_dtype(value.dtype))
        return list(value.shape)
    else:
        content.kinds.add("tensor" if type(value) is ops.Tensor else "object")
    return []


_ORDER = ["bool", "uint8", "int8", "uint16", "int16", "int32", "uint32", "int64", "uint64", "float16", "float32",
          "float64", "complex64", "complex128", "string"]


def _infer(content):
    """The element type NumPy and TensorFlow choose: double precision only where all of the leaves are NumPy's."""
    kinds = content.kinds
    if "str" in kinds:
        return dtypes.string
    numpy_kinds = [kind for kind in kinds if isinstance(kind, dtypes.DType)]
    if "complex" in kinds:
        return dtypes.complex128
    if numpy_kinds:
        best = max([_ORDER.index(kind.name) for kind in numpy_kinds if kind.name in _ORDER])
        if "float" in kinds or "unknown" in kinds:
            best = max(best, _ORDER.index("float32"))
        found = dtypes.as_dtype(_ORDER[best])
        return dtypes.float32 if found is dtypes.float64 else dtypes.int32 if found is dtypes.int64 else found
    if "float" in kinds or not kinds or kinds == {"unknown"}:
        return dtypes.float32
    if "int" in kinds:
        return dtypes.int32 if content.widest < 2 ** 31 else dtypes.int64 if content.widest < 2 ** 63 else dtypes.uint64
    return dtypes.bool


def _accepts(dtype, value):
    if isinstance(value, tensor_shape.Dimension):
        return dtype.is_integer
    if is_unknown(value):
        return True
    if hasattr(value, "_element_values"):
        found = dtypes.as_dtype(value.dtype)
        if dtype.is_integer or dtype.is_quantized:
            return found.is_integer and value.shape == ()
        return not dtype.is_floating or found.is_floating or found.is_integer
    if dtype.is_bool:
        return isinstance(value, bool)
    if dtype.is_integer or dtype.is_quantized:
        return isinstance(value, int)
    if dtype.is_floating:
        return isinstance(value, (int, float))
    if dtype.is_complex:
        return isinstance(value, (int, float, complex))
    if dtype.name == "string":
        return isinstance(value, (str, bytes))
    return type(value) is not ops.Tensor


def _check(value, dtype):
    if isinstance(value, (list, tuple, range)):
        for item in value:
            _check(item, dtype)
    elif isinstance(value, tensor_shape.TensorShape):
        for item in value:
            _check(item, dtype)
    elif not _accepts(dtype, value):
        raise TypeError("Expected %s, got %s of type '%s' instead." % (dtype.name, repr(value), type(value).__name__))


def _plain(value, dtype):
    """The value with plain Python leaves of the element type."""
    if isinstance(value, (list, tuple, tensor_shape.TensorShape)):
        return [_plain(item, dtype) for item in value]
    if isinstance(value, tensor_shape.Dimension):
        return value.value
    if hasattr(value, "_element_values"):
        if _is_open(value):
            return unknown("int" if dtype.is_integer else "any")
        return nested_values.cast(value._element_values(), dtype)
    return nested_values.cast(value, dtype)


def _is_open(value):
    """An array of which neither the shape nor the type of the elements is known."""
    return getattr(value, "_shape", ()) is None and getattr(value.dtype, "_is_guess", False)


def _refill(value, size, dims):
    values = nested_values.flat(value)
    if not values and size:
        return None
    return nested_values.nested(values + values[-1:] * (size - len(values)), dims)


def _leading(value):
    """The lengths along the first items, which is what TensorFlow wants a ragged list to have."""
    dims = []
    while isinstance(value, (list, tuple)):
        dims.append(len(value))
        if not value:
            break
        value = value[0]
    return dims


def _common(value):
    """The dimensions NumPy gives to a ragged list: as deep as the lengths agree."""
    dims = []
    level = [value]
    while level and all([isinstance(item, (list, tuple, range)) for item in level]):
        lengths = set([len(item) for item in level])
        if len(lengths) != 1:
            break
        dims.append(lengths.pop())
        level = [inner for item in level for inner in item]
    return dims
