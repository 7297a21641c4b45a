"""Networks of layers: functional ones, which know their inputs and outputs, and those of users' own classes."""
from _tfscope import is_unknown
from tensorflow.python.framework import ops, tensor_shape
from tensorflow.python.keras import backend
from tensorflow.python.keras.engine import base_layer, layer_calls, network_graph, op_layers
from tensorflow.python.ops import array_ops
from tensorflow.python.util import nest, signatures


class Network(base_layer.Layer):

    _is_graph_network = False
    _has_unknown_parts = False  # among what it is made of

    def __init__(self, *args, **kwargs):
        if len(args) == 2 or len(args) == 1 and "outputs" in kwargs or "inputs" in kwargs and "outputs" in kwargs:
            self._init_graph_network(*args, **kwargs)
        else:
            self._init_subclassed_network(*args, **kwargs)
        _refuse_legacy(self.layers)

    def _base_init(self, name=None, trainable=True, dtype=None, dynamic=False, autocast=None):
        base_layer.Layer.__init__(self, trainable=trainable, name=name, dtype=dtype, dynamic=dynamic)
        self._is_compiled = False
        self.optimizer = None
        self.inputs, self.outputs = [], []
        self._own_layers = []

    def _init_subclassed_network(self, name=None, **kwargs):
        self._base_init(name=name, **kwargs)

    def _init_graph_network(self, inputs, outputs, name=None, trainable=True):
        inputs, outputs = _only(inputs), _only(outputs)
        flat_inputs = [tensor for tensor in nest.flatten(inputs) if not is_unknown(tensor)]
        flat_outputs = [tensor for tensor in nest.flatten(outputs) if not is_unknown(tensor)]
        self._has_unknown_parts = self._has_unknown_parts or any([is_unknown(tensor) for tensor in nest.flatten([inputs, outputs])])
        if layer_calls.lacks_history(outputs):
            op_layers.wrap(outputs)
        self._base_init(name=name, trainable=trainable)
        self._nested_inputs, self._nested_outputs = inputs, outputs
        self.inputs, self.outputs = flat_inputs, flat_outputs
        self._check_ends()
        self.built = True
        self._compute_output_and_mask_jointly = True
        self._is_graph_network = True
        self._network_nodes, self._own_layers = network_graph.ordered(self.inputs, self.outputs)
        self._input_layers = [tensor._keras_history[0] for tensor in self.inputs]
        self._output_layers = [tensor._keras_history[0] for tensor in self.outputs]
        layer_calls.Node(self, inputs, outputs, connected=False)
        self.input_names = [layer.name for layer in self._input_layers]
        self.output_names = [layer.name for layer in self._output_layers]

    def _check_ends(self):
        kind = type(self).__name__
        if len(set([id(tensor) for tensor in self.inputs])) != len(self.inputs):
            raise ValueError("The list of inputs passed to the model is redundant. All inputs should only appear once. Found: "
                             + str(self.inputs))
        for tensor in self.inputs:
            if not hasattr(tensor, "_keras_history"):
                raise ValueError("Input tensors to a " + kind + " must come from `tf.keras.Input`. Received: " + str(tensor) +
                                 " (missing previous layer metadata).")
        for tensor in self.outputs:
            if not hasattr(tensor, "_keras_history"):
                raise ValueError("Output tensors to a " + kind + " must be the output of a TensorFlow `Layer` (thus holding "
                                 "past layer metadata). Found: " + str(tensor))

    # ---- layers and weights
    @property
    def _layers(self):
        return self._own_layers if self._is_graph_network else layer_calls.sublayers(self)

    @property
    def layers(self):
        return list(self._layers)

    def get_layer(self, name=None, index=None):
        if index is not None:
            if len(self.layers) <= index:
                raise ValueError("Was asked to retrieve layer at index " + str(index) + " but model only has " +
                                 str(len(self.layers)) + " layers.")
            return self.layers[index]
        if not name:
            raise ValueError("Provide either a layer name or layer index.")
        for layer in self.layers:
            if layer.name == name:
                return layer
        raise ValueError("No such layer: " + name)

    def _check_weights_exist(self):
        if not self._has_unknown_parts and not self._is_graph_network and "build" in vars(type(self)) and not self.built:
            raise ValueError("Weights for model %s have not yet been created. Weights are created when the Model is first called "
                             "on inputs or `build()` is called with an `input_shape`." % self._name)

    @property
    def weights(self):
        self._check_weights_exist()
        found = [weight for layer in self._layers for weight in layer.weights]
        return found + self._own_weights(True) + self._own_weights(False)

    @property
    def trainable_weights(self):
        self._check_weights_exist()
        if not self.trainable:
            return []
        return [weight for layer in self._layers for weight in layer.trainable_weights] + self._own_weights(True)

    @property
    def non_trainable_weights(self):
        self._check_weights_exist()
        found = [weight for layer in self._layers for weight in layer.non_trainable_weights] + self._own_weights(False)
        if self.trainable:
            return found
        return [weight for layer in self._layers for weight in layer.trainable_weights] + self._own_weights(True) + found

    # ---- calls
    def build(self, input_shape):
        if self._is_graph_network:
            self.built = True
            return
        if input_shape is None:
            raise ValueError("Input shape must be defined when calling build on a model subclass network.")
        if not isinstance(input_shape, (tuple, list, tensor_shape.TensorShape)):
            raise ValueError("Specified input shape is not one of the valid types. Please specify a batch input shape of type "
                             "tuple or list of input shapes. User provided input type: {}".format(type(input_shape)))
        if input_shape and not self.inputs:
            if isinstance(input_shape, list):
                x = [array_ops.placeholder(shape=shape, dtype=backend.floatx()) for shape in input_shape]
            else:
                x = array_ops.placeholder(shape=input_shape, dtype=backend.floatx())
            arguments = {"training": False} if "training" in signatures.names_of(self.call) else {}
            self.call(x, **arguments)
        self.built = True

    def _maybe_build(self, inputs):
        layer_calls.make_resources(self)
        if type(self).build is Network.build or self._is_graph_network:
            self.built = True  # its layers build themselves
        else:
            base_layer.Layer._maybe_build(self, inputs)

    def call(self, inputs, training=None, mask=None):
        if not self._is_graph_network:
            raise NotImplementedError("When subclassing the `Model` class, you should implement a `call` method.")
        return self._run_internal_graph(inputs, training=training, mask=mask)

    def _run_internal_graph(self, inputs, training=None, mask=None):
        """Calls the layers again, on other tensors."""
        inputs = nest.flatten(inputs)
        masks = [None] * len(inputs) if mask is None else nest.flatten(mask)
        for tensor, one in zip(inputs, masks):
            tensor._keras_mask = one
        made = {id(old): new for old, new in zip(self.inputs, inputs)}

        def again(tensor):
            return made.get(id(tensor), tensor) if isinstance(tensor, ops.Tensor) else tensor

        for node in self._network_nodes:
            olds = nest.flatten(node.input_tensors)
            if not node.inbound_layers or not all([id(tensor) in made for tensor in olds]):
                continue
            layer = node.outbound_layer
            arguments = nest.map_structure(again, node.arguments)
            if "training" in signatures.names_of(layer.call) and arguments.get("training") is None:
                arguments["training"] = training
            outputs = layer(nest.map_structure(again, node.input_tensors), **arguments)
            for old, new in zip(nest.flatten(node.output_tensors), nest.flatten(outputs)):
                made[id(old)] = new
        return nest.pack_sequence_as(self._nested_outputs, [made[id(tensor)] for tensor in self.outputs])

    def compute_mask(self, inputs, mask):
        if not self._is_graph_network:
            return None
        outputs = self._run_internal_graph(inputs, mask=mask)
        return nest.map_structure(lambda tensor: tensor._keras_mask, outputs)

    def _has_own_mask(self):
        return self._is_graph_network

    def compute_output_shape(self, input_shape):
        if not self._is_graph_network:
            return base_layer.Layer.compute_output_shape(self, input_shape)
        return nest.map_structure(lambda tensor: tensor.shape, self._nested_outputs)

    @property
    def state_updates(self):
        return [update for layer in self.layers if layer.stateful for update in layer.updates]

    def reset_states(self):
        pass

    # ---- files
    def save(self, *args, **kwargs):
        pass

    def save_weights(self, *args, **kwargs):
        pass

    def load_weights(self, *args, **kwargs):
        pass

    def summary(self, *args, **kwargs):
        if not self.built and not self._has_unknown_parts:
            raise ValueError("This model has not yet been built. Build the model first by calling `build()` or calling `fit()` "
                             "with some data, or specify an `input_shape` argument in the first layer(s) for automatic build.")

    def get_config(self):
        if not self._is_graph_network:
            raise NotImplementedError
        return {"name": self._name, "layers": [layer.get_config() for layer in self.layers]}


def _only(tensors):
    return tensors[0] if isinstance(tensors, list) and len(nest.flatten(tensors)) == 1 else tensors


def _refuse_legacy(layers):
    legacy = [layer for layer in layers if not is_unknown(layer) and layer._is_legacy_layer]
    if legacy:
        raise TypeError(
            "The following are legacy tf.layers.Layers:\n{}\nTo use keras as a framework (for instance using the Network, "
            "Model, or Sequential classes), please use the tf.keras.layers implementation instead. (Or, if writing custom "
            "layers, subclass from tf.keras.layers rather than tf.layers)".format(
                "\n".join(["  " + str(layer) for layer in legacy])))
