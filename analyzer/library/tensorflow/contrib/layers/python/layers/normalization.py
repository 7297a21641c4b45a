"""Instance and group normalization."""
from tensorflow.contrib.framework.python.ops import variables
from tensorflow.contrib.framework.python.ops.arg_scope import add_arg_scope
from tensorflow.contrib.layers.python.layers import layer_scopes, utils
from tensorflow.python.framework import ops
from tensorflow.python.ops import array_ops, init_ops, nn_impl, variable_scope


def _parameters(inputs, size, shape, center, scale, initial, variables_collections, trainable):
    def parameter(name, default):
        made = variables.model_variable(
            name, shape=[size], dtype=inputs.dtype.base_dtype, initializer=(initial or {}).get(name, default),
            collections=utils.get_variable_collections(variables_collections, name), trainable=trainable)
        return array_ops.reshape(made, shape)

    beta = parameter("beta", init_ops.zeros_initializer()) if center else None
    return beta, parameter("gamma", init_ops.ones_initializer()) if scale else None


@add_arg_scope
def instance_norm(inputs, center=True, scale=True, epsilon=1e-6, activation_fn=None, param_initializers=None, reuse=None,
                  variables_collections=None, outputs_collections=None, trainable=True, data_format="NHWC", scope=None):
    inputs = ops.convert_to_tensor(inputs)
    shape = inputs.shape
    if shape.ndims is None:
        raise ValueError("Inputs %s has undefined rank." % inputs.name)
    if data_format not in ("NCHW", "NHWC"):
        raise ValueError("data_format has to be either NCHW or NHWC.")
    with variable_scope.Api("tf.contrib.layers.instance_norm"), variable_scope.variable_scope(
            scope, "InstanceNorm", [inputs], reuse=reuse) as sc:
        axis = 1 if data_format == "NCHW" else shape.ndims - 1
        size = shape[axis].value
        if size is None:
            raise ValueError("Inputs %s has undefined channels dimension %s." % (inputs.name, shape[axis:axis + 1]))
        wide = [size if i == axis else 1 for i in range(shape.ndims)]
        beta, gamma = _parameters(inputs, size, wide, center, scale, param_initializers, variables_collections, trainable)
        mean, variance = nn_impl.moments(inputs, [i for i in range(1, shape.ndims) if i != axis], keep_dims=True)
        outputs = nn_impl.batch_normalization(inputs, mean, variance, beta, gamma, epsilon)
        outputs.set_shape(shape)
        return layer_scopes.finish(outputs, sc, outputs_collections, activation_fn)


@add_arg_scope
def group_norm(inputs, groups=32, channels_axis=-1, reduction_axes=(-3, -2), center=True, scale=True, epsilon=1e-6,
               activation_fn=None, param_initializers=None, reuse=None, variables_collections=None,
               outputs_collections=None, trainable=True, scope=None, mean_close_to_zero=False):
    inputs = ops.convert_to_tensor(inputs)
    shape = inputs.shape
    if shape.ndims is None:
        raise ValueError("Inputs %s has undefined rank." % inputs.name)
    axis = channels_axis + shape.ndims if channels_axis < 0 else channels_axis
    size = shape[axis].value
    if size is None:
        raise ValueError("Inputs %s has undefined channel dimension: %d." % (inputs.name, axis))
    if groups > size:
        raise ValueError("Invalid groups %d for %d channels." % (groups, size))
    if size % groups != 0:
        raise ValueError("%d channels is not commensurate with %d groups." % (size, groups))
    with variable_scope.Api("tf.contrib.layers.group_norm"), variable_scope.variable_scope(
            scope, "GroupNorm", [inputs], reuse=reuse) as sc:
        wide = [size if i == axis else 1 for i in range(shape.ndims)]
        beta, gamma = _parameters(inputs, size, wide, center, scale, param_initializers, variables_collections, trainable)
        mean, variance = nn_impl.moments(inputs, [i for i in range(1, shape.ndims) if i != axis], keep_dims=True)
        outputs = nn_impl.batch_normalization(inputs, mean, variance, beta, gamma, epsilon)
        outputs.set_shape(shape)
        return layer_scopes.finish(outputs, sc, outputs_collections, activation_fn)
