"""Helpers of tf.contrib.layers that users call, too."""
import collections

from tensorflow.python.framework import dtypes, ops, smart_cond as _smart, tensor_shape, tensor_util

NamedOutputs = collections.namedtuple("NamedOutputs", ["name", "outputs"])


def collect_named_outputs(collections, alias, outputs):
    if collections:
        append_tensor_alias(outputs, alias)
        ops.add_to_collections(collections, outputs)
    return outputs


def append_tensor_alias(tensor, alias):
    if alias[-1:] == "/":
        alias = alias[:-1]
    tensor.aliases = getattr(tensor, "aliases", []) + [alias]
    return tensor


def get_tensor_aliases(tensor):
    return tensor.aliases if hasattr(tensor, "aliases") else [tensor.name[:-2] if tensor.name[-2:] == ":0" else tensor.name]


def gather_tensors_aliases(tensors):
    return [alias for tensor in tensors for alias in get_tensor_aliases(tensor)]


def convert_collection_to_dict(collection, clear_collection=False):
    found = collections.OrderedDict(
        (alias, tensor) for tensor in set(ops.get_collection(collection)) for alias in get_tensor_aliases(tensor))
    if clear_collection:
        ops.get_default_graph().clear_collection(collection)
    return found


def constant_value(value_or_tensor_or_var, dtype=None):
    if value_or_tensor_or_var is None:
        raise ValueError("value_or_tensor_or_var cannot be None")
    if isinstance(value_or_tensor_or_var, ops.Tensor) or hasattr(value_or_tensor_or_var, "initial_value"):
        return tensor_util.constant_value(ops.convert_to_tensor(value_or_tensor_or_var))
    return value_or_tensor_or_var


static_cond = lambda pred, fn1, fn2: fn1() if pred else fn2()


def smart_cond(pred, fn1, fn2, name=None):
    return _smart.smart_cond(pred, fn1, fn2, name)


def get_variable_collections(variables_collections, name):
    if isinstance(variables_collections, dict):
        return variables_collections.get(name, None)
    return variables_collections


def _get_dimension(shape, dim, min_rank=1):
    shape = tensor_shape.TensorShape(shape)
    if shape.ndims is None:
        raise ValueError("dims of shape must be known but is None")
    if shape.ndims < min_rank:
        raise ValueError("rank of shape must be at least %d not: %d" % (min_rank, shape.ndims))
    value = tensor_shape.dimension_value(shape.dims[dim])
    if value is None:
        raise ValueError("dimension %d of shape must be known but is None: %s" % (dim, shape))
    return value


def channel_dimension(shape, data_format, min_rank=1):
    return _get_dimension(shape, 1 if data_format == "NCHW" else -1, min_rank=min_rank)


def last_dimension(shape, min_rank=1):
    return _get_dimension(shape, -1, min_rank=min_rank)


def two_element_tuple(int_or_tuple):
    if isinstance(int_or_tuple, (list, tuple)):
        if len(int_or_tuple) != 2:
            raise ValueError("Must be a list with 2 elements: %s" % int_or_tuple)
        return int(int_or_tuple[0]), int(int_or_tuple[1])
    if isinstance(int_or_tuple, int):
        return int_or_tuple, int_or_tuple
    if isinstance(int_or_tuple, tensor_shape.TensorShape):
        if len(int_or_tuple) == 2:
            return int_or_tuple[0], int_or_tuple[1]
    raise ValueError("Must be an int, a list with 2 elements or a TensorShape of length 2")


def n_positive_integers(n, value):
    sizes = [value] * n if isinstance(value, int) else list(value)
    if len(sizes) != n:
        raise ValueError("Expected value to be tuple of length %d, got %s" % (n, value))
    return tuple(sizes)
