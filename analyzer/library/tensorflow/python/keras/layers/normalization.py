"""Batch and layer normalization."""
import _tfscope
from tensorflow.python.framework import dtypes, ops, smart_cond, tensor_shape
from tensorflow.python.keras import backend, constraints, initializers, regularizers
from tensorflow.python.keras.engine.base_layer import Layer
from tensorflow.python.keras.engine.input_spec import InputSpec
from tensorflow.python.ops import array_ops, nn_impl, state_ops
from tensorflow.python.ops.variables import VariableAggregation, VariableSynchronization


class BatchNormalization(Layer):

    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, center=True, scale=True, beta_initializer="zeros",
                 gamma_initializer="ones", moving_mean_initializer="zeros", moving_variance_initializer="ones",
                 beta_regularizer=None, gamma_regularizer=None, beta_constraint=None, gamma_constraint=None, renorm=False,
                 renorm_clipping=None, renorm_momentum=0.99, fused=None, trainable=True, virtual_batch_size=None,
                 adjustment=None, name=None, **kwargs):
        super(BatchNormalization, self).__init__(name=name, trainable=trainable, **kwargs)
        self.axis = axis[:] if isinstance(axis, (list, tuple)) else axis
        if isinstance(axis, tuple):
            self.axis = list(axis)
        self.momentum, self.epsilon = momentum, epsilon
        self.center, self.scale = center, scale
        self.beta_initializer = initializers.get(beta_initializer)
        self.gamma_initializer = initializers.get(gamma_initializer)
        self.moving_mean_initializer = initializers.get(moving_mean_initializer)
        self.moving_variance_initializer = initializers.get(moving_variance_initializer)
        self.beta_regularizer = regularizers.get(beta_regularizer)
        self.gamma_regularizer = regularizers.get(gamma_regularizer)
        self.beta_constraint = constraints.get(beta_constraint)
        self.gamma_constraint = constraints.get(gamma_constraint)
        self.renorm, self.fused = renorm, fused
        self.virtual_batch_size, self.adjustment = virtual_batch_size, adjustment
        self.supports_masking = True
        self._bessels_correction_test_only = True

    def build(self, input_shape):
        input_shape = tensor_shape.TensorShape(input_shape)
        if not input_shape.ndims:
            raise ValueError("Input has undefined rank:", input_shape)
        rank = input_shape.ndims
        axes = [self.axis] if isinstance(self.axis, int) else list(self.axis)
        axes = [rank + axis if axis < 0 else axis for axis in axes]
        for axis in axes:
            if axis < 0 or axis >= rank:
                raise ValueError("Invalid axis: %d" % axis)
        if len(axes) != len(set(axes)):
            raise ValueError("Duplicate axis: %s" % axes)
        self.axis = axes
        sizes = input_shape.as_list()
        for axis in axes:
            if sizes[axis] is None:
                raise ValueError("Input has undefined `axis` dimension. Input shape: ", input_shape)
        self.input_spec = InputSpec(ndim=rank, axes={axis: sizes[axis] for axis in axes})
        shape = (sizes[axes[0]],)
        if len(axes) > 1:
            shape = [sizes[i] if i in axes else 1 for i in range(rank)]
            if self.virtual_batch_size is not None:
                shape.insert(1, 1)
        self._add_weights(shape)
        self.built = True

    def _add_weights(self, shape):
        float16 = self.dtype == "float16" or self.dtype == "bfloat16"
        dtype = dtypes.float32 if float16 else self.dtype or backend.floatx()
        self.gamma = self.beta = None
        if self.scale:
            self.gamma = self.add_weight(name="gamma", shape=shape, dtype=dtype, initializer=self.gamma_initializer,
                                         regularizer=self.gamma_regularizer, constraint=self.gamma_constraint,
                                         trainable=True)
        if self.center:
            self.beta = self.add_weight(name="beta", shape=shape, dtype=dtype, initializer=self.beta_initializer,
                                        regularizer=self.beta_regularizer, constraint=self.beta_constraint, trainable=True)
        self._dtype_of_weights = dtype
        self.moving_mean = self._add_moving("moving_mean", shape, self.moving_mean_initializer)
        self.moving_variance = self._add_moving("moving_variance", shape, self.moving_variance_initializer)
        if self.renorm:
            self.moving_stddev = self._add_moving("moving_stddev", shape, self.moving_variance_initializer)
            self.renorm_mean = self._add_moving("renorm_mean", shape, initializers.get("zeros"))
            self.renorm_stddev = self._add_moving("renorm_stddev", shape, initializers.get("ones"))

    def _add_moving(self, name, shape, initializer):
        return self.add_weight(name=name, shape=shape, dtype=self._dtype_of_weights, initializer=initializer,
                               trainable=False, synchronization=VariableSynchronization.ON_READ,
                               aggregation=VariableAggregation.MEAN)

    def call(self, inputs, training=None):
        if training is None:
            training = backend.learning_phase()
        known = smart_cond.smart_constant_value(training)
        if known is not False:
            self._add_moving_updates(known)
        if inputs.shape.ndims == 4 and self.axis in ([1], [3]) and self.fused is not False:
            return self._fused(inputs, known is not False)
        mean, variance = self.moving_mean, self.moving_variance
        if known is not False:
            mean, variance = nn_impl.moments(inputs, [i for i in range(inputs.shape.ndims) if i not in self.axis])
        outputs = nn_impl.batch_normalization(inputs, mean, variance, self.beta, self.gamma, self.epsilon)
        outputs.set_shape(inputs.shape)
        return outputs

    def _fused(self, inputs, training):
        shape = self.moving_mean.shape
        gamma = array_ops.ones(shape, name="Const") if self.gamma is None else self.gamma
        beta = array_ops.zeros(shape, name="Const") if self.beta is None else self.beta
        outputs, _, _ = nn_impl.fused_batch_norm(
            inputs, gamma, beta, mean=None if training else self.moving_mean,
            variance=None if training else self.moving_variance, epsilon=self.epsilon, is_training=training,
            data_format="NCHW" if self.axis == [1] else "NHWC")
        return outputs

    def _add_moving_updates(self, training):
        """One update of each moving value; under a tensor as flag they stand all the same."""
        for variable in (self.moving_mean, self.moving_variance):
            if training is not False:
                with ops.name_scope("AssignMovingAvg"):
                    self.add_update(state_ops.assign(variable, variable))


class LayerNormalization(Layer):

    def __init__(self, axis=-1, epsilon=1e-3, center=True, scale=True, beta_initializer="zeros", gamma_initializer="ones",
                 beta_regularizer=None, gamma_regularizer=None, beta_constraint=None, gamma_constraint=None, trainable=True,
                 name=None, **kwargs):
        super(LayerNormalization, self).__init__(name=name, trainable=trainable, **kwargs)
        self.axis = axis
        self.center, self.scale = center, scale
        self.beta_initializer, self.gamma_initializer = initializers.get(beta_initializer), initializers.get(gamma_initializer)
        self.beta_regularizer, self.gamma_regularizer = regularizers.get(beta_regularizer), regularizers.get(gamma_regularizer)

    def build(self, input_shape):
        axes = [self.axis] if isinstance(self.axis, int) else list(self.axis)
        shape = [tensor_shape.dimension_value(tensor_shape.TensorShape(input_shape)[axis]) for axis in axes]
        if self.scale:
            self.gamma = self.add_weight(name="gamma", shape=shape, initializer=self.gamma_initializer,
                                         regularizer=self.gamma_regularizer, trainable=True)
        if self.center:
            self.beta = self.add_weight(name="beta", shape=shape, initializer=self.beta_initializer,
                                        regularizer=self.beta_regularizer, trainable=True)

    def call(self, inputs):
        mean, variance = nn_impl.moments(inputs, [self.axis] if isinstance(self.axis, int) else self.axis, keep_dims=True)
        outputs = nn_impl.batch_normalization(inputs, mean, variance, self.beta if self.center else None,
                                              self.gamma if self.scale else None, 1e-3)
        outputs.set_shape(inputs.shape)
        return outputs
