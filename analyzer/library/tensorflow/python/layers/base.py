"""tf.layers.Layer: a Keras layer whose weights are variables of the store, in a variable scope of its own."""
import _tfscope
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.keras import backend
from tensorflow.python.keras.engine import base_layer
from tensorflow.python.keras.engine.input_spec import InputSpec
from tensorflow.python.ops import variable_scope, variables
from tensorflow.python.ops.variables import VariableAggregation, VariableSynchronization
from tensorflow.python.util import signatures


class Layer(base_layer.Layer):

    def __init__(self, trainable=True, name=None, dtype=None, **kwargs):
        scope = kwargs.pop("_scope", None)
        self._reuse = kwargs.pop("_reuse", None)
        self._scope = self._current_scope = self._reusing_scope = None
        base_layer.Layer.__init__(self, trainable=trainable, name=name, dtype=dtype, **kwargs)
        if scope:
            with variable_scope.variable_scope(scope) as self._scope:
                pass

    def _init_set_name(self, name, zero_based=False):
        self._name = self._base_name = name
        if isinstance(name, variable_scope.VariableScope):
            self._base_name = name.name
            self._name = self._unique_name()
        elif not name:
            self._base_name = base_layer.to_snake_case(type(self).__name__)
            self._name = self._unique_name()

    def _unique_name(self):
        return backend.unique_object_name(base_layer.to_snake_case(type(self).__name__))

    def _set_scope(self, scope=None):
        """The scope is fixed when it is first needed: by name if variables are to be reused, else the next free one."""
        if self._scope is not None:
            return
        if self._reuse:
            opened = variable_scope.variable_scope(self._base_name if scope is None else scope)
        else:
            opened = variable_scope.variable_scope(scope, default_name=self._base_name)
        with opened as self._scope:
            pass

    def _name_scope(self):
        return self._current_scope.original_name_scope

    def __call__(self, inputs, *args, **kwargs):
        scope = kwargs.pop("scope", None)
        self._set_scope(scope)
        if not self.built:
            opened = variable_scope.variable_scope(self._scope, reuse=self._reuse, auxiliary_name_scope=False)
        else:
            if self._reusing_scope is None:
                self._reusing_scope = variable_scope.variable_scope(self._scope, reuse=True, auxiliary_name_scope=False)
            opened = self._reusing_scope
        with opened as self._current_scope:
            if signatures.takes(self.call, "scope") and "scope" in _tfscope.parameters(self.call)[0]:
                kwargs["scope"] = scope
            outputs = base_layer.Layer.__call__(self, inputs, *args, **kwargs)
        updates = ops.get_collection_ref(ops.GraphKeys.UPDATE_OPS)
        for update in self.updates:
            if not any([update is known for known in updates]):
                updates.append(update)
        return outputs

    def apply(self, inputs, *args, **kwargs):
        return self.__call__(inputs, *args, **kwargs)

    def add_weight(self, name, shape, dtype=None, initializer=None, regularizer=None, trainable=None, constraint=None,
                   use_resource=None, synchronization=VariableSynchronization.AUTO,
                   aggregation=VariableAggregation.NONE, partitioner=None, **kwargs):
        existing = variables.global_variables() if regularizer else ()
        if trainable is None and synchronization != VariableSynchronization.ON_READ:
            trainable = True
        self._set_scope(None)
        with variable_scope.variable_scope(self._scope, reuse=self.built or self._reuse,
                                           auxiliary_name_scope=False) as scope:
            self._current_scope = scope
            with ops.name_scope(self._name_scope()):
                variable = base_layer.Layer.add_weight(
                    self, name, shape, dtype=dtypes.as_dtype(dtype or self.dtype or dtypes.float32),
                    initializer=scope.initializer if initializer is None else initializer,
                    trainable=trainable and self.trainable, constraint=constraint, partitioner=partitioner,
                    use_resource=use_resource or scope.use_resource or False, synchronization=synchronization,
                    aggregation=aggregation, getter=_get_variable, **kwargs)
                parts = list(variable) if isinstance(variable, variables.PartitionedVariable) else [variable]
                if regularizer and not any([part is other for part in parts for other in existing]):
                    self._handle_weight_regularization(name, variable, regularizer)
                self._respect_trainable(variable, trainable)
        return variable

    def add_variable(self, *args, **kwargs):
        return self.add_weight(*args, **kwargs)

    def _respect_trainable(self, variable, trainable):
        """A custom getter may have made the variable one that is not trained."""
        made = getattr(variable, "trainable", True)
        if trainable and self.trainable and not made and self._trainable_weights[-1:] == [variable]:
            self._non_trainable_weights.append(self._trainable_weights.pop())

    def add_loss(self, losses, inputs=None):
        before = len(self._losses)
        base_layer.Layer.add_loss(self, losses, inputs)
        for loss in self._losses[before:]:
            ops.add_to_collection(ops.GraphKeys.REGULARIZATION_LOSSES, loss)

    @property
    def scope_name(self):
        if not self._scope:
            raise ValueError("No name available for layer scope because the layer \"" + self._name + "\" has not been used "
                             "yet. The scope name  is determined the first time the layer instance is called. You must "
                             "therefore call the layer before querying `scope_name`.")
        return self._scope.name

    @property
    def graph(self):
        return ops.get_default_graph()

    def __deepcopy__(self, memo):
        return self


def _get_variable(name, shape, dtype, initializer, trainable, constraint, partitioner, use_resource, collections,
                  synchronization, aggregation):
    with variable_scope.Api("tf.layers"):
        return variable_scope.get_variable(
            name, shape=shape, dtype=dtype, initializer=initializer, trainable=trainable, constraint=constraint,
            partitioner=partitioner, use_resource=use_resource, collections=collections,
            synchronization=synchronization, aggregation=aggregation)
