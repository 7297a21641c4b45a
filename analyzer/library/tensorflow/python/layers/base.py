"""tf.layers.Layer: a Keras layer whose weights are variables of the store, in a variable scope of its own."""
import _tfscope
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.keras import backend
from tensorflow.python.keras.engine import base_layer
from tensorflow.python.keras.engine.input_spec import InputSpec
from tensorflow.python.ops import variable_scope, variables
from tensorflow.python.ops.variables import VariableAggregation, VariableSynchronization
from tensorflow.python.util import nest, signatures

_keras_style = []


class _KerasStyle(object):
    """Layers made inside are like Keras layers: no scope, no reuse."""

    def __enter__(self):
        _keras_style.append(True)

    def __exit__(self, *exception):
        _keras_style.pop()
        return False


def keras_style_scope():
    return _KerasStyle()


def set_keras_style():
    _keras_style.append(True)


class Layer(base_layer.Layer):

    _is_legacy_layer = True
    _layers = ()

    def __init__(self, trainable=True, name=None, dtype=None, **kwargs):
        scope = kwargs.pop("_scope", None)
        self._reuse = kwargs.pop("_reuse", None)
        self._use_resource_variables = False
        self._scope = self._current_scope = None
        self._keras_style = bool(_keras_style)
        base_layer.Layer.__init__(self, trainable=trainable, name=name, dtype=dtype, **kwargs)
        if self._keras_style:
            _refuse("scope", scope)
            _refuse("reuse", self._reuse)
        if scope:
            with variable_scope.variable_scope(scope) as self._scope:
                pass

    def _init_set_name(self, name, zero_based=False):
        self._name = self._base_name = name
        if isinstance(name, variable_scope.VariableScope):
            self._base_name = name.name
            self._name = self._make_unique_name()[0]
        elif not name:
            self._name, self._base_name = self._make_unique_name()

    def _make_unique_name(self, name_uid_map=None, avoid_names=None, namespace="", zero_based=False):
        base_name = base_layer.to_snake_case(type(self).__name__)
        return backend.unique_object_name(base_name, zero_based=zero_based), base_name

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
        return self._name if self._keras_style else self._current_scope.original_name_scope

    def _scope_of_call(self):
        if not self.built:
            return variable_scope.variable_scope(self._scope, reuse=self._reuse, auxiliary_name_scope=False)
        if "_always_reuse_variable_scope" not in vars(self):
            self._always_reuse_variable_scope = variable_scope.variable_scope(self._scope, reuse=True,
                                                                             auxiliary_name_scope=False)
        return self._always_reuse_variable_scope

    def __call__(self, inputs, *args, **kwargs):
        scope = kwargs.pop("scope", None)
        if self._keras_style:
            _refuse("scope", scope)
            return base_layer.Layer.__call__(self, inputs, *args, **kwargs)
        self._set_scope(scope)
        with self._scope_of_call() as self._current_scope:
            if "scope" in signatures.names_of(self.call):
                kwargs["scope"] = self._current_scope
            outputs = base_layer.Layer.__call__(self, inputs, *args, **kwargs)
        _add_new(self.updates, ops.GraphKeys.UPDATE_OPS)
        return outputs

    def add_weight(self, name, shape, dtype=None, initializer=None, regularizer=None, trainable=None, constraint=None,
                   use_resource=None, synchronization=VariableSynchronization.AUTO,
                   aggregation=VariableAggregation.NONE, partitioner=None, **kwargs):
        trainable = base_layer.is_trained(trainable, synchronization)
        arguments = dict(kwargs, constraint=constraint, partitioner=partitioner, synchronization=synchronization,
                         aggregation=aggregation, trainable=trainable and self.trainable)
        if self._keras_style:
            return base_layer.Layer.add_weight(self, name, shape, dtype=dtype, initializer=initializer,
                                               regularizer=regularizer, use_resource=use_resource, **arguments)
        existing = variables.global_variables()
        self._set_scope(None)
        with variable_scope.variable_scope(self._scope, reuse=self.built or self._reuse,
                                           auxiliary_name_scope=False) as self._current_scope:
            scope = self._current_scope
            with ops.name_scope(self._name_scope()):
                variable = base_layer.Layer.add_weight(
                    self, name, shape, dtype=dtypes.as_dtype(dtype or self.dtype or dtypes.float32),
                    initializer=scope.initializer if initializer is None else initializer,
                    use_resource=use_resource or self._use_resource_variables or scope.use_resource,
                    getter=_get_variable, **arguments)
                parts = list(variable) if isinstance(variable, variables.PartitionedVariable) else [variable]
                if regularizer and not any([part is other for part in parts for other in existing]):
                    self._handle_weight_regularization(name, variable, regularizer)
                self._respect_trainable(variable, trainable)
        return variable

    def _respect_trainable(self, variable, trainable):
        """The variable may be one that is not trained, made so by a custom getter or elsewhere."""
        if trainable and self.trainable and not _tfscope.is_among(variable, variables.trainable_variables()):
            self._non_trainable_weights.append(self._trainable_weights.pop())

    def add_loss(self, losses, inputs=None):
        count, functions = len(self._losses), len(self._callable_losses)
        base_layer.Layer.add_loss(self, losses, inputs=inputs)
        called = [base_layer.called_loss(function) for function in self._callable_losses[functions:]]
        _add_new(self._losses[count:] + [loss for loss in called if loss is not None], ops.GraphKeys.REGULARIZATION_LOSSES)

    def _own_weights(self, trainable):
        return list(self._trainable_weights if trainable else self._non_trainable_weights)

    @property
    def scope_name(self):
        if not self._scope:
            raise ValueError("No name available for layer scope because the layer \"" + self._name + "\" has not been used "
                             "yet. The scope name  is determined the first time the layer instance is called. You must "
                             "therefore call the layer before querying `scope_name`.")
        return self._scope.name

    @property
    def graph(self):
        return None


def apply_new(layer_class, arguments, *of_call):
    """What a function of tf.layers does with its `arguments`: `inputs`, and what it names in `of_call`, go to the call
    of a new layer, and everything else into the layer."""
    options = dict(arguments)
    inputs, reuse = options.pop("inputs"), options.pop("reuse")
    called_with = {name: options.pop(name) for name in of_call}
    return layer_class(_reuse=reuse, _scope=options["name"], **options).apply(inputs, **called_with)


def _refuse(what, value):
    if value is not None:
        raise ValueError("%s argument not allowed when keras style layers are enabled, but saw: %s" % (what, value))


def _add_new(elements, key):
    known = ops.get_collection_ref(key)
    for element in elements:
        if not _tfscope.is_among(element, known):
            known.append(element)


def _get_variable(**kwargs):
    with variable_scope.Api("tf.layers"):
        return variable_scope.get_variable(**kwargs)
