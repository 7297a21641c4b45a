"""Keras layers as a graph sees them: their names, the scopes in which they are built, and their weights."""
import functools

import _tfscope
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.keras import backend, initializers, regularizers
from tensorflow.python.keras.engine import input_spec, layer_calls
from tensorflow.python.ops import variable_scope, variables
from tensorflow.python.ops.variables import VariableAggregation, VariableSynchronization
from tensorflow.python.util import nest

_ALLOWED = ("input_shape", "batch_input_shape", "batch_size", "weights", "activity_regularizer", "autocast",
            "experimental_autocast")


def to_snake_case(name):
    """`MaxPooling2D` is `max_pooling2d`, `LSTMCell` `lstm_cell`; a private class is `private_x`."""
    text = ""
    for i, letter in enumerate(name):
        before, after = name[i - 1:i] if i else "", name[i + 1:i + 2]
        starts_word = letter.isupper() and before and (after.islower() or after.isdigit())
        if (starts_word or letter.isupper() and before.islower()) and not text.endswith("_"):
            text += "_"
        text += letter
    text = text.lower()
    return text if text[:1] != "_" else "private" + text


class Layer(object):

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
        return mask

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
        if synchronization == VariableSynchronization.ON_READ:
            if trainable:
                raise ValueError("Synchronization value can be set to VariableSynchronization.ON_READ only for non-trainable "
                                 "variables. You have specified trainable=True and "
                                 "synchronization=VariableSynchronization.ON_READ.")
            trainable = False
        elif trainable is None:
            trainable = True
        if initializer is None:
            initializer = self._default_initializer(name, dtype)
        variable = getter(
            name=name, shape=tuple(shape) if isinstance(shape, list) else () if shape is None else shape, dtype=dtype,
            initializer=initializer, trainable=trainable, constraint=constraint, partitioner=partitioner,
            use_resource=use_resource, collections=kwargs.get("collections"), synchronization=synchronization,
            aggregation=aggregation)
        if regularizer is not None:
            self._handle_weight_regularization(name, variable, regularizer)
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
        for loss in nest.flatten(losses):
            if callable(loss):
                loss = loss()
            if loss is not None:
                self._losses.append(loss)

    def add_update(self, updates, inputs=None):
        for update in nest.flatten(updates):
            if callable(update):
                update = update()
            if update is not None and self.trainable | self.stateful:
                self._updates.append(update)

    def add_metric(self, value, aggregation=None, name=None):
        self._metrics.append(value)

    # ---- calls
    def __call__(self, inputs, *args, **kwargs):
        with ops.name_scope(self._name_scope()):
            return self._call_in_scope(inputs, args, kwargs)

    def apply(self, inputs, *args, **kwargs):
        return self.__call__(inputs, *args, **kwargs)

    def _call_in_scope(self, inputs, args, kwargs):
        inputs = layer_calls.as_tensors(inputs)
        self._maybe_build(inputs)
        kwargs = layer_calls.with_training(self, args, kwargs)
        with layer_calls.Running(kwargs.get("training")):
            outputs = self.call(inputs, *args, **kwargs)
        layer_calls.connect(self, inputs, outputs)
        if self._activity_regularizer is not None:
            with ops.name_scope("ActivityRegularizer"):
                for output in nest.flatten(outputs):
                    self._losses.append(regularizers.get(self._activity_regularizer)(output))
        return outputs

    def _maybe_build(self, inputs):
        if self.built:
            return
        input_spec.assert_input_compatibility(self.input_spec, inputs, self._name)
        tensors = nest.flatten(inputs)
        if self._dtype is None and tensors and hasattr(tensors[0], "dtype"):
            self._dtype = tensors[0].dtype.base_dtype.name
        if type(self).build is not Layer.build:
            self.build(nest.map_structure(lambda tensor: getattr(tensor, "shape", None), inputs))
        Layer.build(self, None)

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
        for layer in layer_calls.sublayers(self):
            layer.trainable = value

    @property
    def activity_regularizer(self):
        return self._activity_regularizer

    @property
    def trainable_weights(self):
        if not self.trainable:
            return []
        return layer_calls.gathered(self, self._trainable_weights, "trainable_weights")

    @property
    def non_trainable_weights(self):
        own = self._non_trainable_weights if self.trainable else self._trainable_weights + self._non_trainable_weights
        return layer_calls.gathered(self, own, "non_trainable_weights" if self.trainable else "weights")

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
        return layer_calls.gathered(self, self._losses, "losses")

    @property
    def metrics(self):
        return self._metrics

    def get_updates_for(self, inputs):
        return self.updates

    def get_losses_for(self, inputs):
        return self.losses

    @property
    def inbound_nodes(self):
        return self._inbound_nodes

    @property
    def input(self):
        return self._inbound_nodes[0][0]

    @property
    def output(self):
        return self._inbound_nodes[0][1]

    @property
    def input_shape(self):
        return tuple(self.input.shape.as_list())

    @property
    def output_shape(self):
        return tuple(self.output.shape.as_list())

    def count_params(self):
        return sum([variable.shape.num_elements() for variable in self.weights])

    def get_weights(self):
        return [_tfscope.unknown("array") for _ in self.weights]

    def set_weights(self, weights):
        pass


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
    with variable_scope.Api("add_weight"):
        return variables.VariableV1(
            initial_value=value, name=name, trainable=trainable, dtype=dtype.base_dtype, constraint=constraint,
            use_resource=True if use_resource is None else use_resource, collections=collections,
            synchronization=synchronization, aggregation=aggregation)
