"""Models of one layer after another."""
from _tfscope import is_unknown
from tensorflow.python.keras.engine import base_layer, input_layer, layer_calls, network, training
from tensorflow.python.util import nest, signatures


class Sequential(training.Model):

    def __init__(self, layers=None, name=None):
        super(Sequential, self).__init__(name=name)
        self.supports_masking = True
        self._compute_output_and_mask_jointly = True
        if layers:
            layers = layers if isinstance(layers, (list, tuple)) else [layers]
            network._refuse_legacy(layers)
            for layer in layers:
                self.add(layer)

    @property
    def _layers(self):
        return self._own_layers

    @property
    def layers(self):
        own = self._own_layers
        return own[1:] if own and isinstance(own[0], input_layer.InputLayer) else own[:]

    def add(self, layer):
        if is_unknown(layer):
            self._has_unknown_parts = True
            self.outputs = []  # what they are is not known either
            return
        if hasattr(layer, "_keras_history") and isinstance(layer._keras_history[0], input_layer.InputLayer):
            layer = layer._keras_history[0]
        if not isinstance(layer, base_layer.Layer):
            raise TypeError("The added layer must be an instance of class Layer. Found: " + str(layer))
        network._refuse_legacy([layer])
        self.built = False
        if getattr(layer, "_has_unknown_parts", False):
            self._has_unknown_parts = True
        first = not self._own_layers and self._start_with(layer)
        if first:
            self.outputs = [_single(layer._inbound_nodes[-1].output_tensors, ValueError)]
            self.inputs = _sources(self.outputs[0])
        elif self._own_layers and self.outputs:
            self.outputs = [_single(layer(self.outputs[0]), TypeError)]
        if first or self._is_graph_network:
            self._grow()
        else:
            self._own_layers.append(layer)

    def _start_with(self, layer):
        """Calls the first layer on an input, if its shape is known."""
        if isinstance(layer, input_layer.InputLayer):
            return True
        shape, dtype = _input_of(layer)
        if not shape:
            return False
        layer(input_layer.Input(batch_shape=shape, dtype=dtype, name=layer.name + "_input"))
        return True

    def _grow(self):
        """The functional model of the layers so far. Each is one more call in the eyes of Keras."""
        inputs, outputs, compiled = self.inputs, self.outputs, self._is_compiled
        self._init_graph_network(inputs, outputs, name=self._name)
        self.supports_masking, self._is_compiled = True, compiled

    def pop(self):
        if not self.layers:
            raise TypeError("There are no layers in the model.")
        self._own_layers.pop()
        if not self.layers:
            self.inputs, self.outputs, self.built = [], [], False
        elif self._is_graph_network:
            self.outputs = [self.layers[-1].output]
            self._grow()

    def build(self, input_shape=None):
        if not self._is_graph_network:
            if input_shape is None:
                raise ValueError("You must provide an `input_shape` argument.")
            training.Model.build(self, tuple(input_shape))
        self.built = True

    def _maybe_build(self, inputs):
        self.built = True

    def call(self, inputs, training=None, mask=None):
        if self._is_graph_network:
            return self._run_internal_graph(inputs, training=training, mask=mask)
        outputs = inputs
        for layer in self.layers:
            names = signatures.names_of(layer.call)
            arguments = {}
            if "mask" in names:
                arguments["mask"] = mask
            if "training" in names:
                arguments["training"] = training
            outputs = layer(outputs, **arguments)
            mask = getattr(outputs, "_keras_mask", None)
        return outputs

    def compute_output_shape(self, input_shape):
        for layer in self.layers:
            input_shape = layer.compute_output_shape(input_shape)
        return input_shape

    def compute_mask(self, inputs, mask):
        return getattr(self.call(inputs, mask=mask), "_keras_mask", None)

    def predict_classes(self, *args, **kwargs):
        return self.predict()

    predict_proba = predict_classes

    @property
    def input_spec(self):
        return self.layers[0].input_spec if self._own_layers and self.layers else None

    @input_spec.setter
    def input_spec(self, value):
        pass


def _single(tensors, error):
    flat = nest.flatten(tensors)
    if len(flat) != 1:
        raise error("All layers in a Sequential model should have a single output tensor. For multi-output layers, use the "
                    "functional API.")
    return flat[0]


def _input_of(layer):
    while getattr(layer, "_is_graph_network", False) or isinstance(layer, Sequential):
        if getattr(layer, "_has_unknown_parts", False):
            return None, layer.dtype
        if not layer.layers:
            raise ValueError("An empty Model cannot be used as a Layer.")
        layer = layer.layers[0]
    return getattr(layer, "_batch_input_shape", None), layer.dtype


def _sources(tensor):
    """The inputs from which a tensor comes."""
    layer, index, _ = tensor._keras_history
    node = layer._inbound_nodes[index]
    if not node.inbound_layers:
        return nest.flatten(node.input_tensors)
    found = []
    for one in nest.flatten(node.input_tensors):
        for source in _sources(one):
            if not any([source is other for other in found]):
                found.append(source)
    return found
