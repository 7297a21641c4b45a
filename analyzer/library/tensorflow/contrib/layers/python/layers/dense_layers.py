"""Fully connected layers of tf.contrib.layers."""
from tensorflow.contrib.framework.python.ops import variables
from tensorflow.contrib.framework.python.ops.arg_scope import add_arg_scope
from tensorflow.contrib.layers.python.layers import initializers, layer_scopes, utils
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
    if not isinstance(num_outputs, int):
        raise ValueError("num_outputs type should be one of %s, got %s." % ([int], type(num_outputs)))
    getter = layer_scopes.model_variables({"bias": "biases", "kernel": "weights"})
    with variable_scope.Api("tf.contrib.layers.fully_connected"), variable_scope.variable_scope(
            scope, "fully_connected", [inputs], reuse=reuse, custom_getter=getter) as sc:
        inputs = ops.convert_to_tensor(inputs)
        layer = core.Dense(
            units=num_outputs, activation=None, use_bias=bool(not normalizer_fn and biases_initializer),
            kernel_initializer=weights_initializer, bias_initializer=biases_initializer,
            kernel_regularizer=weights_regularizer, bias_regularizer=biases_regularizer, trainable=trainable, name=sc.name,
            dtype=inputs.dtype.base_dtype, _scope=sc, _reuse=reuse)
        outputs = layer.apply(inputs)
        layer_scopes.collect(layer.kernel, variables_collections, "weights")
        if layer.bias is not None:
            layer_scopes.collect(layer.bias, variables_collections, "biases")
        return layer_scopes.finish(outputs, sc, outputs_collections, activation_fn, normalizer_fn, normalizer_params)


@add_arg_scope
def bias_add(inputs, activation_fn=None, initializer=_ZEROS, regularizer=None, reuse=None, variables_collections=None,
             outputs_collections=None, trainable=True, data_format="NHWC", scope=None):
    if data_format not in ("NCHW", "NHWC"):
        raise ValueError("data_format has to be either NCHW or NHWC.")
    with variable_scope.Api("tf.contrib.layers.bias_add"), variable_scope.variable_scope(
            scope, "BiasAdd", [inputs], reuse=reuse) as sc:
        inputs = ops.convert_to_tensor(inputs)
        rank = inputs.get_shape().ndims
        if rank is None:
            raise ValueError("Dims of shape must be known but is None")
        if rank != 4 and data_format == "NCHW":
            raise ValueError("Data format NCHW only supports 4D Tensor")
        size = inputs.get_shape()[1 if data_format == "NCHW" else -1].value
        if size is None:
            raise ValueError("`C` dimension must be known but is None")
        biases = variables.model_variable(
            "biases", shape=[size], dtype=inputs.dtype.base_dtype, initializer=initializer, regularizer=regularizer,
            trainable=trainable, collections=utils.get_variable_collections(variables_collections, "biases"))
        return layer_scopes.finish(nn_ops.bias_add(inputs, biases, data_format=data_format), sc, outputs_collections,
                                   activation_fn)


@add_arg_scope
def legacy_fully_connected(x, num_output_units, activation_fn=None, weight_init=_XAVIER, bias_init=_ZEROS, name=None,
                           weight_collections=(ops.GraphKeys.WEIGHTS,), bias_collections=(ops.GraphKeys.BIASES,),
                           output_collections=(ops.GraphKeys.ACTIVATIONS,), trainable=True, weight_regularizer=None,
                           bias_regularizer=None):
    with variable_scope.Api("tf.contrib.layers.legacy_fully_connected"), variable_scope.variable_scope(
            name, "fully_connected", [x]):
        x = ops.convert_to_tensor(x)
        width = x.get_shape()[-1].value
        weights = variable_scope.get_variable(
            "weights", shape=[width, num_output_units], dtype=x.dtype.base_dtype, initializer=weight_init,
            collections=set(list(weight_collections or []) + [ops.GraphKeys.GLOBAL_VARIABLES]),
            regularizer=weight_regularizer, trainable=trainable)
        y = math_ops.matmul(array_ops.reshape(x, [-1, width]), weights)
        if bias_init is not None:
            bias = variable_scope.get_variable(
                "bias", shape=[num_output_units], dtype=x.dtype.base_dtype, initializer=bias_init,
                collections=set(list(bias_collections or []) + [ops.GraphKeys.GLOBAL_VARIABLES]),
                regularizer=bias_regularizer, trainable=trainable)
            y = nn_ops.bias_add(y, bias)
        if activation_fn:
            y = activation_fn(y)
        ops.add_to_collections(list(output_collections or []), y)
        return y
