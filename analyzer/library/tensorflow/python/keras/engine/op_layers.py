"""Layers for plain operations between a model's input and a layer."""
from tensorflow.python.framework import ops
from tensorflow.python.keras.engine import layer_calls
from tensorflow.python.keras.engine.base_layer import Layer
from tensorflow.python.util import nest


class TensorFlowOpLayer(Layer):

    def __init__(self, op, constants):
        super(TensorFlowOpLayer, self).__init__(name="tf_op_layer_" + op.name)
        self._op = op
        self._constants = constants  # by the number of the input
        self.built = True

    def call(self, inputs):
        inputs = nest.flatten(inputs)
        for index in sorted(self._constants):
            inputs.insert(index, self._constants[index])
        op = self._op
        outputs = [(output.shape, output.dtype) for output in op.outputs]
        made = ops.create_op(op.type, inputs, outputs, op.name).outputs
        return made[0] if len(made) == 1 else list(made)


def wrap(tensors):
    """Gives tensors that come from a model's input the history of layers."""
    for tensor in nest.flatten(tensors):
        _wrap(tensor)


def _wrap(tensor):
    """With a stack of our own, since chains of operations may be long."""
    waiting = [tensor]
    while waiting:
        current = waiting[-1]
        if hasattr(current, "_keras_history"):
            waiting.pop()
            continue
        sources = [(index, source) for index, source in enumerate(current.op.inputs) if from_input(source)]
        missing = [source for _, source in sources if not hasattr(source, "_keras_history")]
        if missing:
            waiting.extend(missing)
            continue
        waiting.pop()
        positions = [index for index, _ in sources]
        constants = {index: source for index, source in enumerate(current.op.inputs) if index not in positions}
        layer = TensorFlowOpLayer(current.op, constants)
        layer_calls.add_node(layer, [source for _, source in sources], list(current.op.outputs))


def from_input(tensor):
    """Whether a tensor comes from the input of a model."""
    seen, waiting = set(), [tensor]
    while waiting:
        current = waiting.pop()
        if hasattr(current, "_keras_history"):
            return True
        if id(current.op) not in seen:
            seen.add(id(current.op))
            waiting.extend(current.op.inputs)
    return False
