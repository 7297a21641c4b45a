"""Fully connected layers of tf.contrib.layers."""
import functools

import _tfscope
from tensorflow.contrib.framework.python.ops.arg_scope import add_arg_scope
from tensorflow.contrib.layers.python.layers import initializers, layer_scopes
from tensorflow.python.framework import ops
from tensorflow.python.layers import core
from tensorflow.python.ops import array_ops, init_ops, math_ops, nn_ops, variable_scope

_XAVIER = initializers.xavier_initializer()
_ZEROS = init_ops.zeros_initializer()


@add_arg_scope
def fully_connected(inputs, num_outputs, activation_fn=nn_ops.relu, normalizer_fn=None, normalizer_params=None,
                    weights_initializer=_XAVIER, weights_regularizer=None, biases_initializer=_ZEROS,
                    biases_regularizer=None, reuse=None, variables_collections=None, outputs_collections=None,
                    trainable=True, scope=None):
    if not isinstance(num_outputs, int) and not _tfscope.is_unknown(num_outputs):
        raise ValueError("num_outputs type should be one of %s, got %s." % ([int], type(num_outputs)))
    getter = layer_scopes.model_variables({"bias": "biases", "kernel": "weights"})
    with variable_scope.Api("tf.contrib.layers.fully_connected"), variable_scope.variable_scope(
            scope, "fully_connected", [inputs], reuse=reuse, custom_getter=getter) as sc:
        inputs = layer_scopes.tensor_of(inputs, 2)
        layer = core.Dense(
            units=num_outputs, activation=None, use_bias=not normalizer_fn and biases_initializer,
            kernel_initializer=weights_initializer, bias_initializer=biases_initializer,
            kernel_regularizer=weights_regularizer, bias_regularizer=biases_regularizer, trainable=trainable, name=sc.name,
            dtype=inputs.dtype.base_dtype, _scope=sc, _reuse=reuse)
        outputs = layer.apply(inputs)
        layer_scopes.collect(layer.kernel, variables_collections, "weights")
        if layer.bias is not None:
            layer_scopes.collect(layer.bias, variables_collections, "biases")
        return layer_scopes.finish(outputs, sc, outputs_collections, activation_fn, normalizer_fn, normalizer_params)


elu = functools.partial(fully_connected, activation_fn=nn_ops.elu)
relu = functools.partial(fully_connected, activation_fn=nn_ops.relu)
relu6 = functools.partial(fully_connected, activation_fn=nn_ops.relu6)
linear = functools.partial(fully_connected, activation_fn=None)


@add_arg_scope
def bias_add(inputs, activation_fn=None, initializer=_ZEROS, regularizer=None, reuse=None, variables_collections=None,
             outputs_collections=None, trainable=True, data_format="NHWC", scope=None):
    layer_scopes.check_format(data_format)
    with variable_scope.Api("tf.contrib.layers.bias_add"), variable_scope.variable_scope(
            scope, "BiasAdd", [inputs], reuse=reuse) as sc:
        inputs = layer_scopes.tensor_of(inputs, 2, layer_scopes.channel_axis(data_format))
        rank = inputs.get_shape().ndims
        if rank is None:
            raise ValueError("Dims of shape must be known but is None")
        if rank != 4 and data_format == "NCHW":
            raise ValueError("Data format NCHW only supports 4D Tensor")
        size = inputs.get_shape().dims[1 if data_format == "NCHW" else -1].value
        if size is None:
            raise ValueError("`C` dimension must be known but is None")
        biases = layer_scopes.parameter("biases", [size], initializer, variables_collections, trainable,
                                        inputs.dtype.base_dtype, regularizer=regularizer)
        return layer_scopes.finish(nn_ops.bias_add(inputs, biases, data_format=data_format), sc, outputs_collections,
                                   activation_fn)


def _known_width(x):
    dims = x.get_shape().dims
    if dims is None:
        raise ValueError("dims of x must be known but is None")
    if len(dims) < 2:
        raise ValueError("rank of x must be at least 2 not: %d" % len(dims))
    if dims[-1].value is None:
        raise ValueError("last dimension of x must be known but is None")
    return dims[-1].value


def legacy_fully_connected(x, num_output_units, activation_fn=None, weight_init=_XAVIER, bias_init=_ZEROS, name=None,
                           weight_collections=(ops.GraphKeys.WEIGHTS,), bias_collections=(ops.GraphKeys.BIASES,),
                           output_collections=(ops.GraphKeys.ACTIVATIONS,), trainable=True, weight_regularizer=None,
                           bias_regularizer=None):
    def variable(short_name, shape, initializer, collections, regularizer):
        return variable_scope.get_variable(
            short_name, shape=shape, dtype=x.dtype.base_dtype, initializer=initializer, regularizer=regularizer,
            trainable=trainable, collections=set(list(collections or []) + [ops.GraphKeys.GLOBAL_VARIABLES]))

    with variable_scope.Api("tf.contrib.layers.legacy_fully_connected"), variable_scope.variable_scope(
            name, "fully_connected", [x]):
        x = layer_scopes.tensor_of(x, 2)
        width, rank = _known_width(x), x.get_shape().ndims
        weights = variable("weights", [width, num_output_units], weight_init, weight_collections, weight_regularizer)
        y = math_ops.matmul(x if rank <= 2 else array_ops.reshape(x, [-1, width]), weights)
        if bias_init is not None:
            y = nn_ops.bias_add(y, variable("bias", [num_output_units], bias_init, bias_collections, bias_regularizer))
        if rank > 2:
            sizes = array_ops.unstack(array_ops.shape(x))
            y = array_ops.reshape(y, array_ops.stack(sizes[:-1] + [num_output_units]))
            y.set_shape(x.get_shape().as_list()[:-1] + [num_output_units])
        if activation_fn is not None:
            y = activation_fn(y)
        ops.add_to_collections(list(output_collections or []) + [ops.GraphKeys.ACTIVATIONS], y)
        return y


legacy_relu = functools.partial(legacy_fully_connected, activation_fn=nn_ops.relu)
legacy_linear = functools.partial(legacy_fully_connected, activation_fn=None)
