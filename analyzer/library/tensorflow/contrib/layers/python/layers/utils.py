"""Helpers of tf.contrib.layers that users call, too."""
from collections import OrderedDict, namedtuple

import _tfscope
from tensorflow.python.framework import ops, smart_cond as smart_cond_of_graph, tensor_shape, tensor_util
from tensorflow.python.ops import control_flow_ops, variables

NamedOutputs = namedtuple("NamedOutputs", ["name", "outputs"])


# ---- outputs under names
def collect_named_outputs(collections, alias, outputs):
    if collections:
        append_tensor_alias(outputs, alias)
        ops.add_to_collections(collections, outputs)
    return outputs


def append_tensor_alias(tensor, alias):
    alias = alias[:-1] if alias[-1] == "/" else alias
    if hasattr(tensor, "aliases"):
        tensor.aliases.append(alias)
    else:
        tensor.aliases = [alias]
    return tensor


def get_tensor_aliases(tensor):
    if hasattr(tensor, "aliases"):
        return tensor.aliases
    return [tensor.op.name if tensor.name[-2:] == ":0" else tensor.name]


def gather_tensors_aliases(tensors):
    return [alias for tensor in tensors for alias in get_tensor_aliases(tensor)]


def convert_collection_to_dict(collection, clear_collection=False):
    found = OrderedDict(
        (alias, tensor) for tensor in ops.get_collection(collection) for alias in get_tensor_aliases(tensor))
    if clear_collection:
        ops.get_default_graph().clear_collection(collection)
    return found


def get_variable_collections(variables_collections, name):
    if isinstance(variables_collections, dict):
        return variables_collections.get(name, None)
    return variables_collections


# ---- conditions that may be known while the graph is built
def constant_value(value_or_tensor_or_var, dtype=None):
    value = value_or_tensor_or_var
    if value is None:
        raise ValueError("value_or_tensor_or_var cannot be None")
    if _tfscope.is_unknown(value):
        return smart_cond_of_graph.smart_constant_value(value)
    if not isinstance(value, (ops.Tensor, variables.Variable)):
        return value
    if dtype and value.dtype != dtype:
        raise ValueError("It has the wrong type %s instead of %s" % (value.dtype, dtype))
    return None if isinstance(value, variables.Variable) else tensor_util.constant_value(value)


def static_cond(pred, fn1, fn2):
    for name, function in (("fn1", fn1), ("fn2", fn2)):
        if not callable(function):
            raise TypeError(name + " must be callable.")
    return fn1() if pred else fn2()


def smart_cond(pred, fn1, fn2, name=None):
    known = constant_value(pred)
    return control_flow_ops.cond(pred, fn1, fn2, name) if known is None else static_cond(known, fn1, fn2)


# ---- sizes
def _get_dimension(shape, dim, min_rank=1):
    if shape.dims is None:
        raise ValueError("dims of shape must be known but is None")
    if len(shape.dims) < min_rank:
        raise ValueError("rank of shape must be at least %d not: %d" % (min_rank, len(shape.dims)))
    value = shape.dims[dim].value
    if value is None:
        raise ValueError("dimension %d of shape must be known but is None: %s" % (dim, shape))
    return value


def channel_dimension(shape, data_format, min_rank=1):
    return _get_dimension(shape, 1 if data_format == "channels_first" else -1, min_rank=min_rank)


def last_dimension(shape, min_rank=1):
    return _get_dimension(shape, -1, min_rank=min_rank)


def two_element_tuple(int_or_tuple):
    given = int_or_tuple
    if _tfscope.is_unknown(given):
        return _tfscope.unknown("int"), _tfscope.unknown("int")
    if isinstance(given, (list, tuple)):
        if len(given) != 2:
            raise ValueError("Must be a list with 2 elements: %s" % given)
        return int(given[0]), int(given[1])
    if isinstance(given, int):
        return int(given), int(given)
    if isinstance(given, tensor_shape.TensorShape) and len(given) == 2:
        return given[0], given[1]
    raise ValueError("Must be an int, a list with 2 elements or a TensorShape of length 2")


def n_positive_integers(n, value):
    if int(n) < 1 or int(n) != n:
        raise ValueError("n must be a positive integer")
    n = int(n)
    try:
        values = (int(value),) * n
    except (TypeError, ValueError):
        text = "Expected sequence of %d positive integers, but received %r" % (n, value)
        if len(value) != n:
            raise ValueError(text)
        try:
            values = tuple(int(one) for one in value)
        except Exception:
            raise ValueError(text)
    for one in values:
        if one < 1:
            raise ValueError("expected positive integer, but received %d" % one)
    return values
