"""What happens around a layer's call: the training flag, sublayers that a layer holds, and the graph of layers."""
import _tfscope
from tensorflow.python.framework import ops
from tensorflow.python.util import nest, signatures

_training = []


class Running(object):
    """A layer is being called; the layers inside inherit its training flag."""

    def __init__(self, training):
        self._value = training

    def __enter__(self):
        _training.append(self._value)

    def __exit__(self, *exception):
        _training.pop()
        return False


def with_training(layer, args, kwargs):
    """The keyword arguments of `call`, with the flag of the calling layer where none is given."""
    if kwargs.get("training") is not None or not _training or _training[-1] is None:
        return kwargs
    if args or not signatures.takes(layer.call, "training"):
        return kwargs
    kwargs = dict(kwargs)
    kwargs["training"] = _training[-1]
    return kwargs


def as_tensors(inputs):
    """Arrays and numbers among the inputs become constants."""
    if isinstance(inputs, ops.Tensor) or not any([_is_data(value) for value in nest.flatten(inputs)]):
        return inputs
    return nest.map_structure(lambda value: ops.convert_to_tensor(value) if _is_data(value) else value, inputs)


def _is_data(value):
    return isinstance(value, (int, float)) or type(value).__module__ == "numpy"


def sublayers(layer):
    """Layers among the attributes of a layer, in lists and dicts too."""
    found = []
    for name, value in list(vars(layer).items()):
        if name in ("_inbound_nodes", "_outbound_nodes"):
            continue
        items = value if isinstance(value, (list, tuple)) else list(value.values()) if isinstance(value, dict) else [value]
        for item in items:
            if _is_layer(item) and not any([item is other for other in found]):
                found.append(item)
    return found


def _is_layer(value):
    return hasattr(value, "_trainable_weights") and hasattr(value, "_inbound_nodes")


def gathered(layer, own, attribute):
    result = list(own)
    for inner in sublayers(layer):
        for item in getattr(inner, attribute):
            if not any([item is other for other in result]):
                result.append(item)
    return result


def connect(layer, inputs, outputs):
    """Remembers which layer made a tensor out of which, as functional models need it."""
    layer._inbound_nodes.append((inputs, outputs))
    tensors = [tensor for tensor in nest.flatten(inputs) if isinstance(tensor, ops.Tensor)]
    if not tensors or not all([hasattr(tensor, "_keras_history") for tensor in tensors]):
        return
    for index, output in enumerate(nest.flatten(outputs)):
        if isinstance(output, ops.Tensor) and not hasattr(output, "_keras_history"):
            output._keras_history = (layer, len(layer._inbound_nodes) - 1, index)
