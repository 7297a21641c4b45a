"""Keras layers as a graph sees them: their names, the scopes in which they are built, and their weights."""
import copy
import functools

import _tfscope
from tensorflow.python.framework import dtypes, errors_impl, ops
from tensorflow.python.keras import backend, initializers, regularizers
from tensorflow.python.keras.engine import input_spec, layer_calls, op_layers
from tensorflow.python.ops import array_ops, math_ops, variable_scope, variables
from tensorflow.python.ops.variables import VariableAggregation, VariableSynchronization
from tensorflow.python.util import nest

_ALLOWED = ("input_shape", "batch_input_shape", "batch_size", "weights", "activity_regularizer", "autocast")
_SHARED_BY_COPIES = ("_graph", "_scope", "_current_scope", "_always_reuse_variable_scope")


def to_snake_case(name):
    """`MaxPooling2D` is `max_pooling2d`, `LSTMCell` `lstm_cell`; a private class is `private_x`."""
    text = _tfscope.snake_case(name).lower()
    return "private" + text if text[0] == "_" else text


class Layer(object):
    _takes_tensors = False  # whatever is not known of an input is a tensor

    def __init__(self, trainable=True, name=None, dtype=None, dynamic=False, **kwargs):
        for kwarg in kwargs:
            if kwarg not in _ALLOWED:
                raise TypeError("Keyword argument not understood:", kwarg)
        self._trainable = trainable
        self.stateful = False
        self.built = False
        self.supports_masking = False
        self.input_spec = None
        self._init_set_name(name)
        self._activity_regularizer = kwargs.pop("activity_regularizer", None)
        self._trainable_weights, self._non_trainable_weights = [], []
        self._updates, self._losses, self._callable_losses = [], [], []
        self._metrics = []
        self._dtype = None if dtype is None else dtypes.as_dtype(dtype).name
        self._inbound_nodes, self._outbound_nodes = [], []
        self._dynamic = dynamic
        self._initial_weights = kwargs.get("weights")
        sizes = kwargs.get("batch_input_shape")
        if sizes is None and "input_shape" in kwargs:
            sizes = (kwargs.get("batch_size"),) + tuple(kwargs["input_shape"])
        if sizes is not None:
            self._batch_input_shape = tuple(sizes)

    def _init_set_name(self, name, zero_based=True):
        self._name = name or backend.unique_object_name(to_snake_case(type(self).__name__), zero_based=zero_based)

    def _name_scope(self):
        return self._name

    # ---- what users override
    def build(self, input_shape):
        self.built = True

    def call(self, inputs, **kwargs):
        return inputs

    def compute_output_shape(self, input_shape):
        raise NotImplementedError

    def compute_mask(self, inputs, mask=None):
        if self.supports_masking:
            return mask
        if any([one is not None for one in nest.flatten(mask)]):
            raise TypeError("Layer " + self._name + " does not support masking, but was passed an input_mask: " + str(mask))
        return None

    def _has_own_mask(self):
        return type(self).compute_mask is not Layer.compute_mask

    _compute_output_and_mask_jointly = False
    _is_legacy_layer = False

    @property
    def _layers(self):
        return layer_calls.sublayers(self)

    def get_config(self):
        return {"name": self._name, "trainable": self.trainable, "dtype": self.dtype}

    @classmethod
    def from_config(cls, config):
        return cls(**config)

    # ---- weights
    def add_weight(self, name=None, shape=None, dtype=None, initializer=None, regularizer=None, trainable=None,
                   constraint=None, partitioner=None, use_resource=None, synchronization=VariableSynchronization.AUTO,
                   aggregation=VariableAggregation.NONE, **kwargs):
        for kwarg in kwargs:
            if kwarg not in ("getter", "collections", "experimental_autocast"):
                raise TypeError("Unknown keyword argument:", kwarg)
        getter = kwargs.get("getter", _make_variable)
        dtype = dtypes.as_dtype(dtype or self.dtype or backend.floatx())
        if self._dtype is None:
            self._dtype = dtype.base_dtype.name
        initializer = initializers.get(initializer)
        regularizer = regularizers.get(regularizer)
        trainable = is_trained(trainable, synchronization)
        if initializer is None:
            initializer = self._default_initializer(name, dtype)
        variable = getter(
            name=name, shape=() if shape is None else shape, dtype=dtype, initializer=initializer, trainable=trainable,
            constraint=constraint, partitioner=partitioner, use_resource=use_resource,
            collections=kwargs.get("collections"), synchronization=synchronization, aggregation=aggregation)
        if regularizer is not None:
            self._handle_weight_regularization(variable.name[:variable.name.index(":")], variable, regularizer)
        (self._trainable_weights if trainable else self._non_trainable_weights).append(variable)
        return variable

    def add_variable(self, *args, **kwargs):
        return self.add_weight(*args, **kwargs)

    def _default_initializer(self, name, dtype):
        if dtype.is_floating:
            return initializers.get("glorot_uniform")
        if dtype.is_integer or dtype.is_unsigned or dtype.is_bool:
            return initializers.get("zeros")
        raise ValueError("An initializer for variable %s of type %s is required for layer %s" % (
            name, dtype.base_dtype, self._name))

    def _handle_weight_regularization(self, name, variable, regularizer):
        parts = list(variable) if isinstance(variable, variables.PartitionedVariable) else [variable]
        for part in parts:
            self.add_loss(functools.partial(_regularization_loss, name, part, regularizer))

    def add_loss(self, losses, inputs=None):
        """Functions are called when the losses are asked for."""
        for loss in nest.flatten(losses):
            if callable(loss):
                self._callable_losses.append(loss)
            elif loss is not None:
                loss = _as_loss(loss)
                loss._unconditional_loss = inputs is None
                self._losses.append(loss)

    def add_update(self, updates, inputs=None):
        for update in updates if isinstance(updates, list) else [updates]:
            if callable(update):
                update = update()
            if not isinstance(update, ops.Operation):
                update = update.op if hasattr(update, "op") else ops.convert_to_tensor(update)
            update._layer_inputs = layer_calls.current_inputs(self)
            self._updates.append(update)

    def add_metric(self, value, aggregation=None, name=None):
        if aggregation is not None and aggregation != "mean":
            raise ValueError("We currently support only `mean` sample-wise metric aggregation. You provided aggregation=`%s`"
                             % aggregation)
        if name is None:
            raise ValueError("Please provide a name for your metric like `self.add_metric(tf.reduce_sum(inputs), "
                             "name='mean_activation', aggregation='mean')`")
        self._metrics.append(value)

    # ---- calls
    def __call__(self, inputs, *args, **kwargs):
        inputs = layer_calls.as_tensors(self, inputs)
        masks = layer_calls.masks_of(self, inputs, args, kwargs)
        given = kwargs
        kwargs, training = layer_calls.framework_arguments(self, args, kwargs, masks)
        if layer_calls.lacks_history(inputs):
            op_layers.wrap(inputs)
        with layer_calls.Running(self, inputs, training):
            input_spec.assert_input_compatibility(self.input_spec, inputs, self._name)
            with ops.name_scope(self._name_scope()):
                self._maybe_build(inputs)
                outputs = self._called(inputs, args, kwargs)
                if outputs is None:
                    raise ValueError("A layer's `call` method should return a Tensor or a list of Tensors, not None (layer: "
                                     + self._name + ").")
                outputs = layer_calls.connect(self, inputs, outputs, args, given)
                self._handle_activity_regularization(inputs, outputs)
                layer_calls.set_masks(self, inputs, outputs, masks)
        return outputs

    def _called(self, inputs, args, kwargs):
        try:
            return self.call(inputs, *args, **kwargs)
        except errors_impl.OperatorNotAllowedInGraphError as error:
            if self._dynamic:
                raise
            raise TypeError("You are attempting to use Python control flow in a layer that was not declared to be dynamic. "
                            'Pass `dynamic=True` to the class constructor.\nEncountered error:\n"""\n%s\n"""' % error)

    def apply(self, inputs, *args, **kwargs):
        return self.__call__(inputs, *args, **kwargs)

    def _handle_activity_regularization(self, inputs, outputs):
        if not self._activity_regularizer:
            return
        with ops.name_scope("ActivityRegularizer"):
            for output in nest.flatten(outputs):
                loss = self._activity_regularizer(output)
                batch = math_ops.cast(array_ops.shape(output)[0], loss.dtype)
                self.add_loss(loss / batch, inputs=inputs)

    def _maybe_build(self, inputs):
        if not self.built:
            layer_calls.make_resources(self)
            input_spec.assert_input_compatibility(self.input_spec, inputs, self._name)
            tensors = nest.flatten(inputs)
            if self._dtype is None and tensors and hasattr(tensors[0], "dtype"):
                self._dtype = tensors[0].dtype.base_dtype.name
            shapes = None
            if all([hasattr(tensor, "shape") for tensor in tensors]):
                shapes = nest.map_structure(lambda tensor: tensor.shape, inputs)
            self.build(shapes)
            self.built = True
        if self._initial_weights is not None:
            self.set_weights(self._initial_weights)
            self._initial_weights = None

    # ---- what is known of the layer
    @property
    def name(self):
        return self._name

    @property
    def dtype(self):
        return self._dtype

    @property
    def dynamic(self):
        return self._dynamic

    @property
    def trainable(self):
        return self._trainable

    @trainable.setter
    def trainable(self, value):
        self._trainable = value
        for layer in self._layers:
            layer.trainable = value

    @property
    def activity_regularizer(self):
        return self._activity_regularizer

    @activity_regularizer.setter
    def activity_regularizer(self, value):
        self._activity_regularizer = value

    @property
    def trainable_weights(self):
        if not self.trainable:
            return []
        return layer_calls.gathered(self, self._own_weights(True), "trainable_weights")

    @property
    def non_trainable_weights(self):
        if self.trainable:
            return layer_calls.gathered(self, self._own_weights(False), "non_trainable_weights")
        return layer_calls.gathered(self, self._own_weights(True) + self._own_weights(False), "weights")

    def _own_weights(self, trainable):
        """Those of add_weight, and variables that are attributes, in the order of their creation."""
        own = list(self._trainable_weights if trainable else self._non_trainable_weights)
        more = [variable for variable in layer_calls.variables_of(self)
                if variable.trainable == trainable and not any([variable is other for other in own])]
        return layer_calls.in_order(own + more) if more else own

    @property
    def weights(self):
        return self.trainable_weights + self.non_trainable_weights

    variables = property(lambda self: self.weights)
    trainable_variables = property(lambda self: self.trainable_weights)
    non_trainable_variables = property(lambda self: self.non_trainable_weights)

    @property
    def updates(self):
        if not self.trainable and not self.stateful:
            return []
        return layer_calls.gathered(self, self._updates, "updates")

    @property
    def losses(self):
        collected = list(self._losses)
        for function in self._callable_losses:
            loss = called_loss(function)
            if loss is not None:
                collected.append(loss)
        return layer_calls.gathered(self, collected, "losses")

    @property
    def metrics(self):
        return layer_calls.gathered(self, self._metrics, "metrics")

    def get_updates_for(self, inputs):
        if inputs is None:
            return [one for one in self.updates if not layer_calls.reached([one], getattr(one, "_layer_inputs", []))]
        return layer_calls.reached(self.updates, nest.flatten(inputs))

    def get_losses_for(self, inputs):
        if inputs is None:
            return [loss for loss in self.losses if loss._unconditional_loss]
        conditional = [loss for loss in self.losses if not loss._unconditional_loss]
        return layer_calls.reached(conditional, nest.flatten(inputs))

    # ---- nodes: where the layer was called
    @property
    def inbound_nodes(self):
        return self._inbound_nodes

    @property
    def outbound_nodes(self):
        return self._outbound_nodes

    def _node_value(self, index, attribute, what):
        if not self._inbound_nodes:
            raise RuntimeError("The layer has never been called and thus has no defined " + what + ".")
        if index >= len(self._inbound_nodes):
            raise ValueError("Asked to get " + what + " at node " + str(index) + ", but the layer has only " +
                             str(len(self._inbound_nodes)) + " inbound nodes.")
        value = getattr(self._inbound_nodes[index], attribute)
        return value[0] if isinstance(value, list) and len(value) == 1 else value

    def get_input_at(self, node_index):
        return self._node_value(node_index, "input_tensors", "input")

    def get_output_at(self, node_index):
        return self._node_value(node_index, "output_tensors", "output")

    def get_input_shape_at(self, node_index):
        return self._node_value(node_index, "input_shapes", "input shape")

    def get_output_shape_at(self, node_index):
        return self._node_value(node_index, "output_shapes", "output shape")

    @property
    def input(self):
        if not self._inbound_nodes:
            raise AttributeError("Layer " + self._name + " is not connected, no input to return.")
        return self.get_input_at(0)

    @property
    def output(self):
        if not self._inbound_nodes:
            raise AttributeError("Layer " + self._name + " has no inbound nodes.")
        return self.get_output_at(0)

    @property
    def input_mask(self):
        return getattr(self.input, "_keras_mask", None)

    @property
    def output_mask(self):
        return getattr(self.output, "_keras_mask", None)

    @property
    def input_shape(self):
        return self._only_shape("input")

    @property
    def output_shape(self):
        return self._only_shape("output")

    def _only_shape(self, side):
        if not self._inbound_nodes:
            raise AttributeError("The layer has never been called and thus has no defined %s shape." % side)
        shapes = [getattr(node, side + "_shapes") for node in self._inbound_nodes]
        if len(set([str(shape) for shape in shapes])) > 1:
            raise AttributeError("The layer \"%s%s has multiple inbound nodes, with different %s shapes. Hence the notion of "
                                 "\"%s shape\" is ill-defined for the layer. Use `get_%s_shape_at(node_index)` instead." % (
                                     self._name, "" if side == "input" else "\"", side, side, side))
        return shapes[0]

    def count_params(self):
        if not self.built:
            raise ValueError("You tried to call `count_params` on %s, but the layer isn't built. You can build it manually "
                             "via: `%s.build(batch_input_shape)`." % (self._name, self._name))
        return sum([variable.shape.num_elements() for variable in self.weights])

    def get_weights(self):
        return [_tfscope.unknown("array") for _ in self.weights]

    def set_weights(self, weights):
        own = self.weights
        if not _tfscope.is_unknown(weights) and len(own) != len(weights):
            raise ValueError("You called `set_weights(weights)` on layer \"" + self._name + "\" with a  weight list of length "
                             + str(len(weights)) + ", but the layer was expecting " + str(len(own)) +
                             " weights. Provided weights: " + str(weights)[:50] + "...")

    def __deepcopy__(self, memo):
        """A layer like this one, of those in tf.layers; tensors and scopes are shared, others cannot be copied."""
        if not self._is_legacy_layer:
            raise TypeError("can't pickle _thread._local objects")
        result = type(self).__new__(type(self))
        memo[id(self)] = result
        for key, value in vars(self).items():
            shared = key in _SHARED_BY_COPIES or layer_calls.holds_tensors(value)
            vars(result)[key] = value if shared else copy.deepcopy(value, memo)
        return result


def is_trained(trainable, synchronization):
    if synchronization != VariableSynchronization.ON_READ:
        return True if trainable is None else trainable
    if trainable:
        raise ValueError("Synchronization value can be set to VariableSynchronization.ON_READ only for non-trainable "
                         "variables. You have specified trainable=True and "
                         "synchronization=VariableSynchronization.ON_READ.")
    return False


def _as_loss(loss):
    return loss if isinstance(loss, ops.Tensor) else ops.convert_to_tensor(loss, dtype=backend.floatx())


def called_loss(function):
    loss = function()
    if loss is not None:
        loss = _as_loss(loss)
        loss._unconditional_loss = True
    return loss


def _regularization_loss(name, variable, regularizer):
    with ops.name_scope(name + "/Regularizer"):
        return regularizer(variable)


def _make_variable(name, shape, dtype, initializer, trainable, constraint, partitioner, use_resource, collections,
                   synchronization, aggregation):
    """A variable outside of the store."""
    if isinstance(initializer, type):
        initializer = initializer(dtype=dtype)
    value = initializer
    if callable(initializer):
        value = functools.partial(initializer, shape, dtype=dtype)
    with variable_scope.Api("tf.keras.layers.Layer.add_weight"):
        return variables.VariableV1(
            initial_value=value, name=name, trainable=trainable, dtype=dtype.base_dtype, constraint=constraint,
            use_resource=True if use_resource is None else use_resource, collections=collections,
            synchronization=synchronization, aggregation=aggregation)
