"""What happens around a layer's call: masks, the training flag, sublayers that a layer holds, and the graph of layers."""
import collections

import _tfscope
import numpy as np

from tensorflow.python.framework import ops
from tensorflow.python.keras.engine import op_layers
from tensorflow.python.ops import array_ops, variables
from tensorflow.python.util import nest, signatures

_running = []  # (layer, inputs, training) of the calls that are under way
_OWN_LISTS = ("_inbound_nodes", "_outbound_nodes", "_trainable_weights", "_non_trainable_weights", "_metrics", "_updates",
              "_losses", "_callable_losses")


class Running(object):
    """A layer is being called; the layers inside inherit its training flag."""

    def __init__(self, layer, inputs, training):
        self._item = layer, inputs, training

    def __enter__(self):
        _running.append(self._item)

    def __exit__(self, *exception):
        _running.pop()
        return False


def in_call():
    return bool(_running)


def turns_conditions_into_operations():
    """Whether code of a user's layer is running: its `if` and `while` on tensors become operations."""
    return any([not type(item[0]).__module__.startswith("tensorflow.") for item in _running])


def current_inputs(layer):
    """The tensors on which a loss or an update that is added now may depend."""
    if _running:
        return nest.flatten(_running[-1][1])
    return nest.flatten([node.input_tensors for node in layer._inbound_nodes])


# ---- arguments
def as_tensors(layer, inputs):
    """Arrays and numbers among the inputs become constants."""
    if isinstance(inputs, ops.Tensor) or not any([_is_data(layer, value) for value in nest.flatten(inputs)]):
        return inputs
    return nest.map_structure(lambda value: ops.convert_to_tensor(value) if _is_data(layer, value) else value, inputs)


def _is_data(layer, value):
    return isinstance(value, (int, float, np.ndarray)) or layer._takes_tensors and _tfscope.is_unknown(value)


def _passed(layer, name, args, kwargs):
    """Whether an argument of `call` is given, and its value."""
    if name in kwargs:
        return True, kwargs[name]
    if args:
        names = signatures.names_of(layer.call)[1:]
        if name in names and names.index(name) < len(args):
            return True, args[names.index(name)]
    return False, None


def masks_of(layer, inputs, args, kwargs):
    given, mask = _passed(layer, "mask", args, kwargs)
    if given:
        return mask
    masks = nest.map_structure(lambda tensor: getattr(tensor, "_keras_mask", None), inputs)
    return None if all([mask is None for mask in nest.flatten(masks)]) else masks


def framework_arguments(layer, args, kwargs, masks):
    """Keyword arguments with the mask and the training flag that the framework passes, and that flag."""
    if masks is not None and not _passed(layer, "mask", args, kwargs)[0] and signatures.takes(layer.call, "mask"):
        kwargs = dict(kwargs, mask=masks)
    given, training = _passed(layer, "training", args, kwargs)
    if given:
        if not signatures.takes(layer.call, "training"):
            kwargs = {name: kwargs[name] for name in kwargs if name != "training"}
        return kwargs, training
    training = _running[-1][2] if _running else None
    if training is not None and signatures.takes(layer.call, "training"):
        kwargs = dict(kwargs, training=training)
    return kwargs, training


# ---- what is inside of a layer
def _attributes(layer):
    """The values of a layer's attributes that may hold layers or variables; a tf.layers layer does not look at them."""
    if layer._is_legacy_layer:
        return []
    return [value for name, value in list(vars(layer).items()) if name not in _OWN_LISTS]


def _members(value, depth=0):
    if isinstance(value, (list, tuple, dict)) and depth < 8:
        items = list(value.values()) if isinstance(value, dict) else value
        return [inner for item in items for inner in _members(item, depth + 1)]
    return [value]


def sublayers(layer):
    """Layers among the attributes of a layer, in lists and dicts too, in the order of their first assignment."""
    found = []
    for value in _attributes(layer):
        for item in _members(value):
            if _is_layer(item) and not any([item is other for other in found]):
                found.append(item)
    return found


def _is_layer(value):
    return hasattr(value, "_inbound_nodes") and hasattr(value, "_is_legacy_layer")


def variables_of(layer):
    return [item for value in _attributes(layer) for item in _members(value) if isinstance(item, variables.Variable)]


def make_resources(layer):
    """A tf.layers layer inside of a Keras layer makes resource variables."""
    for inner in layer._layers:
        if inner._is_legacy_layer:
            inner._use_resource_variables = True


def in_order(found):
    """Each variable once, as they stand in their graph's collection; the others at the end."""
    known = found[0].graph.get_collection(ops.GraphKeys.GLOBAL_VARIABLES)
    ordered = [variable for variable in known if any([variable is one for one in found])]
    return ordered + [one for one in found if not any([one is variable for variable in ordered])]


def holds_tensors(value):
    """Whether the first of the values is a tensor."""
    values = nest.flatten(value)
    return bool(values) and isinstance(values[0], ops.Tensor)


def gathered(layer, own, attribute):
    result = list(own)
    for inner in layer._layers:
        result.extend(getattr(inner, attribute))
    return result


def reached(targets, sources):
    """The targets that depend on one of the tensors."""
    wanted = set([id(source) for source in sources] + [id(source.op) for source in sources if hasattr(source, "op")])
    return [target for target in targets if _depends(target, wanted)]


def _depends(target, wanted):
    seen, waiting = set(), [target]
    while waiting:
        item = waiting.pop()
        if id(item) in wanted:
            return True
        if id(item) in seen:
            continue
        seen.add(id(item))
        if isinstance(item, ops.Operation):
            waiting.extend(item.inputs)
        else:
            waiting.append(item.op)
    return False


# ---- the graph of layers
KerasHistory = collections.namedtuple("KerasHistory", ["layer", "node_index", "tensor_index"])


class Node(object):
    """One call of a layer; what a model or an input stands for is not connected to anything before it."""

    def __init__(self, layer, inputs, outputs, arguments=None, connected=True):
        self.outbound_layer = layer
        self.input_tensors, self.output_tensors = inputs, outputs
        self.arguments = arguments or {}
        self.input_shapes = nest.map_structure(_shape_tuple, inputs)
        self.output_shapes = nest.map_structure(_shape_tuple, outputs)
        self.inbound_layers = [tensor._keras_history[0] for tensor in nest.flatten(inputs)] if connected else []
        layer._inbound_nodes.append(self)
        for inbound in self.inbound_layers:
            inbound._outbound_nodes.append(self)

    def before(self):
        """The nodes that made the tensors of this call."""
        if not self.inbound_layers:
            return []
        more = [value for value in nest.flatten(self.arguments) if hasattr(value, "_keras_history")]
        histories = [tensor._keras_history for tensor in nest.flatten(self.input_tensors) + more]
        return [history[0]._inbound_nodes[history[1]] for history in histories]


def _shape_tuple(tensor):
    shape = tensor.shape
    return None if shape.ndims is None else tuple(shape.as_list())


def lacks_history(tensors):
    """Whether some of them come from a model's input by operations that are no layers. Inside of a call nothing does."""
    if _running or not ops.get_default_graph()._attributes.get("keras_inputs"):
        return False
    flat = [tensor for tensor in nest.flatten(tensors) if isinstance(tensor, ops.Tensor)]
    return (any([not hasattr(tensor, "_keras_history") for tensor in flat])
            and any([op_layers.from_input(tensor) for tensor in flat]))


def connect(layer, inputs, outputs, args, kwargs):
    """Remembers which layer made a tensor out of which, as functional models need it."""
    tensors = nest.flatten(inputs)
    if not all([hasattr(tensor, "_keras_history") for tensor in tensors]):
        return outputs

    def fresh(output):
        if any([output is tensor for tensor in tensors]):
            with ops.name_scope(layer._name):
                return array_ops.identity(output)
        return output

    outputs = nest.map_structure(fresh, outputs)
    arguments = dict(zip(signatures.names_of(layer.call)[1:], args))
    arguments.update(kwargs)
    add_node(layer, inputs, outputs, arguments)
    return outputs


def add_node(layer, inputs, outputs, arguments=None):
    Node(layer, inputs, outputs, arguments)
    for index, output in enumerate(nest.flatten(outputs)):
        output._keras_history = KerasHistory(layer, len(layer._inbound_nodes) - 1, index)


# ---- masks
def set_masks(layer, inputs, outputs, masks):
    flat = nest.flatten(outputs)
    if not (layer.supports_masking or layer._has_own_mask()) or layer._compute_output_and_mask_jointly:
        return
    if all([getattr(output, "_keras_mask", None) is not None for output in flat]):
        return
    result = layer.compute_mask(inputs, masks)
    if result is None:
        return
    for output, mask in zip(flat, nest.flatten(result)):
        if isinstance(output, ops.Tensor):
            output._keras_mask = mask
