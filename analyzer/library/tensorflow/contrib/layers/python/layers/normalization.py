"""Instance and group normalization."""
from tensorflow.contrib.framework.python.ops.arg_scope import add_arg_scope
from tensorflow.contrib.layers.python.layers import layer_scopes
from tensorflow.python.ops import array_ops, init_ops, math_ops, nn_impl, variable_scope


def _parameters(inputs, size, broadcast, center, scale, initial, variables_collections, trainable):
    """beta and gamma, or None; reshaped to `broadcast` if that is a shape."""
    made = []
    for wanted, name, default in ((center, "beta", init_ops.zeros_initializer()),
                                  (scale, "gamma", init_ops.ones_initializer())):
        variable = None
        if wanted:
            variable = layer_scopes.parameter(name, [size], (initial or {}).get(name, default), variables_collections,
                                              trainable, inputs.dtype.base_dtype)
            if broadcast:
                variable = array_ops.reshape(variable, broadcast)
        made.append(variable)
    return made


@add_arg_scope
def instance_norm(inputs, center=True, scale=True, epsilon=1e-6, activation_fn=None, param_initializers=None, reuse=None,
                  variables_collections=None, outputs_collections=None, trainable=True, data_format="NHWC", scope=None):
    inputs = layer_scopes.tensor_of(inputs, 4, layer_scopes.channel_axis(data_format))
    shape, rank = inputs.shape, inputs.shape.ndims
    if rank is None:
        raise ValueError("Inputs %s has undefined rank." % inputs.name)
    layer_scopes.check_format(data_format)
    with variable_scope.Api("tf.contrib.layers.instance_norm"), variable_scope.variable_scope(
            scope, "InstanceNorm", [inputs], reuse=reuse) as sc:
        axis = 1 if data_format == "NCHW" else rank - 1
        size = shape[axis].value
        if size is None:
            raise ValueError("Inputs %s has undefined channels dimension %s." % (inputs.name, shape[axis:axis + 1]))
        broadcast = [1, size] + [1] * (rank - 2) if data_format == "NCHW" else None
        beta, gamma = _parameters(inputs, size, broadcast, center, scale, param_initializers, variables_collections,
                                  trainable)
        mean, variance = nn_impl.moments(inputs, [i for i in range(1, rank) if i != axis], keep_dims=True)
        outputs = nn_impl.batch_normalization(inputs, mean, variance, beta, gamma, epsilon, name="instancenorm")
        return layer_scopes.finish(outputs, sc, outputs_collections, activation_fn)


def _group_axes(inputs, groups, channels_axis, reduction_axes):
    """The number of channels, and the axes of the moments once the channels are split into groups."""
    rank = inputs.shape.ndims
    size = inputs.shape[channels_axis].value
    if size is None:
        raise ValueError("Inputs %s has undefined channel dimension: %d." % (inputs.name, channels_axis))
    axes = [axis + rank if axis < 0 else axis for axis in reduction_axes]
    for axis in axes:
        if axis > rank:
            raise ValueError("Axis is out of bounds.")
        if inputs.shape[axis].value is None:
            raise ValueError("Inputs %s has undefined dimensions %d." % (inputs.name, axis))
        if axis == channels_axis:
            raise ValueError("reduction_axis must be mutually exclusive with channels_axis")
    if groups > size:
        raise ValueError("Invalid groups %d for %d channels." % (groups, size))
    if size % groups != 0:
        raise ValueError("%d channels is not commensurate with %d groups." % (size, groups))
    return size, [channels_axis + 1] + [axis + 1 if axis > channels_axis else axis for axis in axes]


def _group_moments(inputs, axes, mean_close_to_zero):
    if not mean_close_to_zero:
        return nn_impl.moments(inputs, axes, keep_dims=True)
    counts, means, variances, _ = nn_impl.sufficient_statistics(inputs, axes, keep_dims=True)
    return nn_impl.normalize_moments(counts, means, variances, shift=None)


@add_arg_scope
def group_norm(inputs, groups=32, channels_axis=-1, reduction_axes=(-3, -2), center=True, scale=True, epsilon=1e-6,
               activation_fn=None, param_initializers=None, reuse=None, variables_collections=None,
               outputs_collections=None, trainable=True, scope=None, mean_close_to_zero=False):
    inputs = layer_scopes.tensor_of(inputs, 4, channels_axis)
    rank = inputs.shape.ndims
    if rank is None:
        raise ValueError("Inputs %s has undefined rank." % inputs.name)
    if channels_axis > rank - 1:
        raise ValueError("Axis is out of bounds.")
    dynamic = array_ops.shape(inputs)
    sizes = [dynamic[i] if size.value is None else size for i, size in enumerate(inputs.shape)]
    axis = channels_axis + rank if channels_axis < 0 else channels_axis
    channels, axes = _group_axes(inputs, groups, axis, reduction_axes)
    split = [groups, channels // groups]
    inputs = array_ops.reshape(inputs, sizes[:axis] + split + sizes[axis + 1:])
    with variable_scope.Api("tf.contrib.layers.group_norm"), variable_scope.variable_scope(
            scope, "GroupNorm", [inputs], reuse=reuse) as sc:
        beta, gamma = _parameters(inputs, channels, [1] * axis + split + [1] * (rank - 1 - axis), center, scale,
                                  param_initializers, variables_collections, trainable)
        mean, variance = _group_moments(inputs, axes, mean_close_to_zero)
        gain = math_ops.rsqrt(variance + epsilon)
        offset = -mean * gain
        if gamma is not None:
            gain *= gamma
            offset *= gamma
        if beta is not None:
            offset += beta
        outputs = array_ops.reshape(inputs * gain + offset, sizes)
        return layer_scopes.finish(outputs, sc, outputs_collections, activation_fn)
