"""Batch and layer normalization."""
import _tfscope
from tensorflow.python.framework import constant_op, dtypes, ops, smart_cond, tensor_shape, uncertain_shapes
from tensorflow.python.keras import backend, constraints, initializers, regularizers
from tensorflow.python.keras.engine.base_layer import Layer
from tensorflow.python.keras.engine.input_spec import InputSpec
from tensorflow.python.ops import array_ops, math_ops, nn_impl, nn_ops, state_ops
from tensorflow.python.ops.variables import VariableAggregation, VariableSynchronization


def _checked_axes(given, rank, shown_as):
    """The axes counted from the start; the text about one given twice shows them as a list or as a tuple."""
    axes = [rank + axis if axis < 0 else axis for axis in ([given] if isinstance(given, int) else given)]
    for axis in axes:
        if axis < 0 or axis >= rank:
            raise ValueError("Invalid axis: %d" % axis)
    if len(axes) != len(set(axes)):
        raise ValueError("Duplicate axis: {}".format(shown_as(axes)))
    return axes


class BatchNormalization(Layer):
    _takes_tensors = True

    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, center=True, scale=True, beta_initializer="zeros",
                 gamma_initializer="ones", moving_mean_initializer="zeros", moving_variance_initializer="ones",
                 beta_regularizer=None, gamma_regularizer=None, beta_constraint=None, gamma_constraint=None, renorm=False,
                 renorm_clipping=None, renorm_momentum=0.99, fused=None, trainable=True, virtual_batch_size=None,
                 adjustment=None, name=None, **kwargs):
        super(BatchNormalization, self).__init__(name=name, trainable=trainable, **kwargs)
        axis = _tfscope.known(axis, -1)
        if not isinstance(axis, (int, list)):
            raise TypeError("axis must be int or list, type given: %s" % type(axis))
        self.axis = axis[:] if isinstance(axis, list) else axis
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
        self.renorm, self.fused = renorm, _tfscope.known(True if fused is None else fused, True)
        self.virtual_batch_size, self.adjustment = virtual_batch_size, adjustment
        self.supports_masking = True
        self._bessels_correction_test_only = True
        if renorm:
            self.renorm_clipping, self.renorm_momentum = renorm_clipping or {}, renorm_momentum
            if set(self.renorm_clipping) - {"rmax", "rmin", "dmax"}:
                raise ValueError("renorm_clipping %s contains keys not in %s" % (renorm_clipping, ["rmax", "rmin", "dmax"]))

    # ---- weights
    def _maybe_build(self, inputs):
        if isinstance(inputs, ops.Tensor):
            uncertain_shapes.assume(inputs, 4, -1)
        super(BatchNormalization, self)._maybe_build(inputs)

    def build(self, input_shape):
        input_shape = tensor_shape.TensorShape(input_shape)
        if not input_shape.ndims:
            raise ValueError("Input has undefined rank:", input_shape)
        rank, sizes = input_shape.ndims, input_shape.as_list()
        self._set_axes(rank)
        self.fused = bool(self.fused) and rank == 4 and self._may_be_fused()
        if self.fused and self.axis not in ([1], [3]):
            raise ValueError("Unsupported axis, fused batch norm only supports axis == [1] or axis == [3]")
        for axis in self.axis:
            if sizes[axis] is None:
                raise ValueError("Input has undefined `axis` dimension. Input shape: ", input_shape)
        self.input_spec = InputSpec(ndim=rank, axes={axis: sizes[axis] for axis in self.axis})
        if len(self.axis) == 1 and self.virtual_batch_size is None:
            shape = (sizes[self.axis[0]],)
        else:
            shape = [sizes[i] if i in self.axis else 1 for i in range(rank)]
        if self.virtual_batch_size is not None:
            shape.insert(1, 1)
            self.axis = [axis + 1 for axis in self.axis]
        self._add_weights(shape)
        self.built = True

    def _set_axes(self, rank):
        self.axis = axes = _checked_axes(self.axis, rank, list)
        if self.virtual_batch_size is None:
            return
        if self.virtual_batch_size <= 0:
            raise ValueError("virtual_batch_size must be a positive integer that divides the true batch size of the input "
                             "Tensor")
        if 0 in axes:
            raise ValueError("When using virtual_batch_size, the batch dimension must be 0 and thus axis cannot include 0")
        if self.adjustment is not None:
            raise ValueError("When using virtual_batch_size, adjustment cannot be specified")

    def _may_be_fused(self):
        return not self.renorm and self.axis in ([1], [3]) and self.virtual_batch_size is None and self.adjustment is None

    def _add_weights(self, shape):
        self._type = dtypes.float32 if self.dtype in ("float16", "bfloat16") else self.dtype or dtypes.float32
        self.gamma = self._add_trained("gamma", shape) if self.scale else self._constant("_gamma_const", 1.0, shape)
        self.beta = self._add_trained("beta", shape) if self.center else self._constant("_beta_const", 0.0, shape)
        scope = getattr(self, "_scope", None)
        partitioner = scope.partitioner if scope else None
        if scope:
            scope.set_partitioner(None)
        try:
            self.moving_mean = self._add_moving("moving_mean", shape, self.moving_mean_initializer)
            self.moving_variance = self._add_moving("moving_variance", shape, self.moving_variance_initializer)
            if self.renorm:
                self.moving_stddev = self._add_moving("moving_stddev", shape, self._root_of_variance)
                self.renorm_mean = self._add_moving("renorm_mean", shape, self.moving_mean_initializer)
                self.renorm_stddev = self._add_moving("renorm_stddev", shape, self._root_of_variance)
        finally:
            if partitioner:
                scope.set_partitioner(partitioner)

    def _add_trained(self, name, shape):
        return self.add_weight(
            name=name, shape=shape, dtype=self._type, initializer=getattr(self, name + "_initializer"),
            regularizer=getattr(self, name + "_regularizer"), constraint=getattr(self, name + "_constraint"),
            trainable=True, experimental_autocast=False)

    def _constant(self, attribute, value, shape):
        if self.fused:
            setattr(self, attribute, constant_op.constant(value, dtype=self._type, shape=shape))

    def _add_moving(self, name, shape, initializer):
        return self.add_weight(name=name, shape=shape, dtype=self._type, initializer=initializer, trainable=False,
                               synchronization=VariableSynchronization.ON_READ, aggregation=VariableAggregation.MEAN,
                               experimental_autocast=False)

    def _root_of_variance(self, *args, **kwargs):
        return math_ops.sqrt(self.moving_variance_initializer(*args, **kwargs))

    # ---- calls
    def call(self, inputs, training=None):
        if training is None:
            training = backend.learning_phase()
        if self.virtual_batch_size is None:
            return self._fused(inputs, training) if self.fused else self._normalized(inputs, training)
        sizes = inputs.shape.as_list()[1:]
        blocks = array_ops.reshape(inputs, [self.virtual_batch_size, -1] + sizes)
        return array_ops.reshape(self._normalized(blocks, training), [-1] + sizes)

    def _fused(self, inputs, training):
        beta = self.beta if self.center else self._beta_const
        gamma = self.gamma if self.scale else self._gamma_const
        kind = "NCHW" if self.axis == [1] else "NHWC"

        def of_batch():
            return nn_impl.fused_batch_norm(inputs, gamma, beta, epsilon=self.epsilon, data_format=kind)

        def of_moving():
            return nn_impl.fused_batch_norm(inputs, gamma, beta, mean=self.moving_mean, variance=self.moving_variance,
                                            epsilon=self.epsilon, is_training=False, data_format=kind)

        output, mean, variance = smart_cond.smart_cond(training, of_batch, of_moving)
        if not self._bessels_correction_test_only:
            count = math_ops.cast(array_ops.size(inputs) / array_ops.size(variance), variance.dtype)
            variance *= (count - math_ops.cast(1.0, variance.dtype)) / count
        known = smart_cond.smart_constant_value(training)
        if known is None:
            momentum = smart_cond.smart_cond(training, lambda: self.momentum, lambda: 1.0)
        else:
            momentum = ops.convert_to_tensor(self.momentum)
        if known is not False:
            self.add_update(lambda: self._moved(self.moving_mean, mean, momentum))
            self.add_update(lambda: self._moved(self.moving_variance, variance, momentum))
        return output

    def _normalized(self, inputs, training):
        rank = inputs.shape.ndims
        reduced = [i for i in range(rank) if i not in self.axis]
        if self.virtual_batch_size is not None:
            del reduced[1]
        broadcast = [1] * rank
        broadcast[self.axis[0]] = tensor_shape.dimension_value(inputs.shape.dims[self.axis[0]])

        def spread(value):
            if value is None or len(value.shape) == rank or reduced == list(range(rank - 1)):
                return value
            return array_ops.reshape(value, broadcast)

        scale, offset = spread(self.gamma), spread(self.beta)
        mean, variance = self.moving_mean, self.moving_variance
        if smart_cond.smart_constant_value(training) is not False:
            if self.adjustment:
                scale, offset = self._adjusted(inputs, training, scale, offset)
            mean, variance, correction = self._of_batch(inputs, reduced, training)
            if correction is not None:
                slope = spread(array_ops.stop_gradient(correction[0], name="renorm_r"))
                shift = spread(array_ops.stop_gradient(correction[1], name="renorm_d"))
                scale, offset = _composed(slope, shift, scale, offset)
            self._add_updates(training)
        mean, variance = math_ops.cast(mean, inputs.dtype), math_ops.cast(variance, inputs.dtype)
        offset = None if offset is None else math_ops.cast(offset, inputs.dtype)
        scale = None if scale is None else math_ops.cast(scale, inputs.dtype)
        outputs = nn_impl.batch_normalization(inputs, spread(mean), spread(variance), offset, scale, self.epsilon)
        outputs.set_shape(inputs.shape)
        return outputs

    def _adjusted(self, inputs, training, scale, offset):
        factor, bias = self.adjustment(array_ops.shape(inputs))
        factor = smart_cond.smart_cond(training, lambda: factor, lambda: array_ops.ones_like(factor))
        bias = smart_cond.smart_cond(training, lambda: bias, lambda: array_ops.zeros_like(bias))
        return _composed(factor, bias, scale, offset)

    def _of_batch(self, inputs, reduced, training):
        """Mean and variance to normalize with, and the correction of renorm."""
        keep = self.virtual_batch_size is not None or len(self.axis) > 1
        mean, variance = self._moments(math_ops.cast(inputs, self._type), reduced, keep_dims=keep)
        batch = mean, variance
        mean = smart_cond.smart_cond(training, lambda: batch[0], lambda: ops.convert_to_tensor(self.moving_mean))
        variance = smart_cond.smart_cond(training, lambda: batch[1], lambda: ops.convert_to_tensor(self.moving_variance))
        self._new = mean, variance
        if self.virtual_batch_size is not None:
            self._new = (math_ops.reduce_mean(mean, axis=1, keepdims=True),
                         math_ops.reduce_mean(variance, axis=1, keepdims=True))
        return mean, variance, self._renormalized(training) if self.renorm else None

    def _moments(self, inputs, reduction_axes, keep_dims):
        return self._calculate_mean_and_var(inputs, reduction_axes, keep_dims)

    def _calculate_mean_and_var(self, inputs, axes, keep_dims):
        return nn_impl.moments(inputs, axes, keep_dims=keep_dims)

    def _add_updates(self, training):
        mean, variance = self._new

        def moved_deviation():
            deviation = self._moved(self.moving_stddev, math_ops.sqrt(variance + self.epsilon), self.momentum)
            value = nn_ops.relu(deviation * deviation - self.epsilon)
            with ops.name_scope("AssignNewValue") as scope:
                return state_ops.assign(self.moving_variance, value, name=scope)

        def moved_variance():
            return moved_deviation() if self.renorm else self._moved(self.moving_variance, variance, self.momentum)

        self.add_update(lambda: smart_cond.smart_cond(
            training, lambda: self._moved(self.moving_mean, mean, self.momentum), lambda: self.moving_mean))
        self.add_update(lambda: smart_cond.smart_cond(training, moved_variance, lambda: self.moving_variance))

    def _moved(self, variable, value, momentum):
        with ops.name_scope("AssignMovingAvg") as scope:
            with ops.colocate_with(variable):
                decay = ops.convert_to_tensor(1.0 - momentum, name="decay")
                if decay.dtype != variable.dtype.base_dtype:
                    decay = math_ops.cast(decay, variable.dtype.base_dtype)
                change = (variable - math_ops.cast(value, variable.dtype)) * decay
                return state_ops.assign_sub(variable, change, name=scope)

    def _renormalized(self, training):
        """What corrects the normalization of one batch (scale and shift), with moving values of its own."""
        mean, variance = self._new
        deviation = math_ops.sqrt(variance + self.epsilon)
        known = math_ops.maximum(self.renorm_stddev, math_ops.sqrt(self.epsilon))
        slope = deviation / known
        shift = (mean - self.renorm_mean) / known
        with ops.control_dependencies([slope, shift]):
            mean, deviation = array_ops.identity(mean), array_ops.identity(deviation)
        least, most, farthest = [self.renorm_clipping.get(key) for key in ("rmin", "rmax", "dmax")]
        clipped = slope if least is None else math_ops.maximum(slope, least)
        clipped = clipped if most is None else math_ops.minimum(clipped, most)
        if farthest is not None:
            shift = math_ops.maximum(shift, -farthest)
            shift = math_ops.minimum(shift, farthest)
        slope = smart_cond.smart_cond(training, lambda: clipped, lambda: array_ops.ones_like(clipped))
        moved = smart_cond.smart_cond(training, lambda: shift, lambda: array_ops.zeros_like(shift))
        updates = [self._move_renorm(variable, value, training)
                   for variable, value in ((self.renorm_mean, mean), (self.renorm_stddev, deviation))]
        with ops.control_dependencies(updates):
            self._new = array_ops.identity(mean), array_ops.identity(variance)
        return slope, moved

    def _move_renorm(self, variable, value, training):
        value = array_ops.identity(value)
        return smart_cond.smart_cond(training, lambda: self._moved(variable, value, self.renorm_momentum),
                                     lambda: array_ops.identity(variable))

    def compute_output_shape(self, input_shape):
        return input_shape


def _composed(scale, offset, then_scale, then_offset):
    if then_scale is not None:
        scale, offset = scale * then_scale, offset * then_scale
    return scale, offset if then_offset is None else offset + then_offset


class LayerNormalization(Layer):

    def __init__(self, axis=-1, epsilon=0.001, center=True, scale=True, beta_initializer="zeros", gamma_initializer="ones",
                 beta_regularizer=None, gamma_regularizer=None, beta_constraint=None, gamma_constraint=None, trainable=True,
                 name=None, **kwargs):
        super(LayerNormalization, self).__init__(name=name, trainable=trainable, **kwargs)
        if not isinstance(axis, (int, list, tuple)):
            raise ValueError("Expected an int or a list/tuple of ints for the argument 'axis', but received instead: %s" % axis)
        self.axis = axis if isinstance(axis, int) else list(axis)
        self.epsilon, self.center, self.scale = epsilon, center, scale
        self.beta_initializer, self.gamma_initializer = initializers.get(beta_initializer), initializers.get(gamma_initializer)
        self.beta_regularizer, self.gamma_regularizer = regularizers.get(beta_regularizer), regularizers.get(gamma_regularizer)
        self.beta_constraint, self.gamma_constraint = constraints.get(beta_constraint), constraints.get(gamma_constraint)
        self.supports_masking = True

    def build(self, input_shape):
        rank = len(input_shape)
        self.axis = _checked_axes(self.axis, rank, tuple)
        shape = [input_shape[axis] for axis in self.axis]
        self.gamma = self._add("gamma", shape) if self.scale else None
        self.beta = self._add("beta", shape) if self.center else None
        self.built = True

    def _add(self, name, shape):
        return self.add_weight(name=name, shape=shape, initializer=getattr(self, name + "_initializer"),
                               regularizer=getattr(self, name + "_regularizer"),
                               constraint=getattr(self, name + "_constraint"), trainable=True, experimental_autocast=False)

    def call(self, inputs):
        rank = inputs.shape.ndims
        mean, variance = nn_impl.moments(inputs, self.axis, keep_dims=True)
        broadcast = [inputs.shape.as_list()[i] if i in self.axis else 1 for i in range(rank)]

        def spread(value):
            if value is None or len(value.shape) == rank or self.axis == [rank - 1]:
                return value
            return array_ops.reshape(value, broadcast)

        scale, offset = spread(self.gamma), spread(self.beta)
        outputs = nn_impl.batch_normalization(inputs, mean, variance, offset, scale, self.epsilon)
        outputs.set_shape(inputs.shape)
        return outputs

    def compute_output_shape(self, input_shape):
        return input_shape
