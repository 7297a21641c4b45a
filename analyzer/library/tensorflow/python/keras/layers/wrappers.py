"""Layers around a layer."""
from tensorflow.python.framework import ops, tensor_shape
from tensorflow.python.keras import backend
from tensorflow.python.keras.engine.base_layer import Layer
from tensorflow.python.keras.engine.input_spec import InputSpec
from tensorflow.python.ops import array_ops
from tensorflow.python.util import signatures


class Wrapper(Layer):

    def __init__(self, layer, **kwargs):
        assert isinstance(layer, Layer)
        super(Wrapper, self).__init__(**kwargs)
        self.layer = layer

    def build(self, input_shape=None):
        if not self.layer.built:
            self.layer.build(input_shape)
            self.layer.built = True
        self.built = True

    @property
    def activity_regularizer(self):
        return getattr(self.layer, "activity_regularizer", None)


class TimeDistributed(Wrapper):

    def __init__(self, layer, **kwargs):
        if not isinstance(layer, Layer):
            raise ValueError("Please initialize `TimeDistributed` layer with a `Layer` instance. You passed: %s" % (layer,))
        super(TimeDistributed, self).__init__(layer, **kwargs)
        self.supports_masking = True

    def build(self, input_shape):
        sizes = tensor_shape.TensorShape(input_shape).as_list()
        if len(sizes) < 3:
            raise ValueError("`TimeDistributed` Layer should be passed an `input_shape ` with at least 3 dimensions, received: "
                             + str(sizes))
        self.input_spec = InputSpec(shape=[None, None] + sizes[2:])
        super(TimeDistributed, self).build(tuple([sizes[0]] + sizes[2:]))

    def compute_output_shape(self, input_shape):
        sizes = tensor_shape.TensorShape(input_shape).as_list()
        inner = self.layer.compute_output_shape(tensor_shape.TensorShape([sizes[0]] + sizes[2:]))
        inner = tensor_shape.TensorShape(inner).as_list()
        return tensor_shape.TensorShape([inner[0], sizes[1]] + inner[1:])

    def call(self, inputs, training=None, mask=None):
        kwargs = {"training": training} if signatures.takes(self.layer.call, "training") else {}
        steps = inputs.shape.as_list()[1] or array_ops.shape(inputs)[1]
        flat = array_ops.reshape(inputs, _sizes((-1,), inputs, 2))
        if signatures.takes(self.layer.call, "mask") and mask is not None:
            kwargs["mask"] = array_ops.reshape(mask, _sizes((-1,), mask, 2))
        outputs = self.layer(flat, **kwargs)
        known = self.compute_output_shape(inputs.shape).as_list()
        return array_ops.reshape(outputs, _sizes((-1, steps), outputs, 1, known[2:]))

    def compute_mask(self, inputs, mask=None):
        return mask


def _sizes(start, tensor, first, known=None):
    """Sizes after the first ones: numbers where they are known."""
    known = list(tensor.shape.as_list()[first:] if known is None else known)
    if None in known:
        sizes = array_ops.shape(tensor)
        known = [sizes[first + i] if size is None else size for i, size in enumerate(known)]
    return start + tuple(known)


class Bidirectional(Wrapper):

    def __init__(self, layer, merge_mode="concat", weights=None, backward_layer=None, **kwargs):
        if not isinstance(layer, Layer):
            raise ValueError("Please initialize `Bidirectional` layer with a `Layer` instance. You passed: %s" % (layer,))
        if merge_mode not in ["sum", "mul", "ave", "concat", None]:
            raise ValueError("Invalid merge mode. Merge mode should be one of {\"sum\", \"mul\", \"ave\", \"concat\", None}")
        forward = layer.copy_of()
        backward = layer.copy_of(go_backwards=not layer.go_backwards) if backward_layer is None else backward_layer
        forward._name, backward._name = "forward_" + forward.name, "backward_" + backward.name
        super(Bidirectional, self).__init__(layer, **kwargs)
        self.forward_layer, self.backward_layer = forward, backward
        self.merge_mode = merge_mode
        self.return_sequences, self.return_state = layer.return_sequences, layer.return_state
        self.supports_masking = True
        self.input_spec = layer.input_spec

    @property
    def _layers(self):
        return [self.forward_layer, self.backward_layer]

    def build(self, input_shape):
        for layer in self._layers:
            with ops.name_scope(layer.name):
                layer.build(input_shape)
                layer.built = True
        self.built = True

    def call(self, inputs, training=None, mask=None, initial_state=None, constants=None):
        states = (None, None)
        if initial_state is not None:
            half = len(initial_state) // 2
            states = initial_state[:half], initial_state[half:]
        kwargs = {"training": training, "mask": mask}
        outputs = [layer(inputs, initial_state=state, **kwargs) for layer, state in zip(self._layers, states)]
        final = []
        if self.return_state:
            final = outputs[0][1:] + outputs[1][1:]
            outputs = [output[0] for output in outputs]
        forward, backward = outputs
        if self.return_sequences:
            backward = array_ops.reverse(backward, [1])
        output = self._merged(forward, backward)
        if not self.return_state:
            return output
        return (output if isinstance(output, list) else [output]) + final

    def _merged(self, forward, backward):
        if self.merge_mode == "concat":
            return backend.concatenate([forward, backward])
        if self.merge_mode == "sum":
            return forward + backward
        if self.merge_mode == "ave":
            return (forward + backward) / 2
        return forward * backward if self.merge_mode == "mul" else [forward, backward]

    def compute_output_shape(self, input_shape):
        sizes = tensor_shape.TensorShape(self.forward_layer.compute_output_shape(input_shape)).as_list()
        if self.merge_mode == "concat":
            sizes[-1] *= 2
        return [tuple(sizes), tuple(sizes)] if self.merge_mode is None else tuple(sizes)

    def compute_mask(self, inputs, mask):
        mask = mask[0] if isinstance(mask, list) else mask
        mask = mask if self.return_sequences else None
        return mask if self.merge_mode else [mask, mask]
