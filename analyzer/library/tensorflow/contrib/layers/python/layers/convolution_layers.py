"""Convolutions of tf.contrib.layers."""
from tensorflow.contrib.framework.python.ops import variables
from tensorflow.contrib.framework.python.ops.arg_scope import add_arg_scope
from tensorflow.contrib.layers.python.layers import initializers, layer_scopes, utils
from tensorflow.python.framework import ops
from tensorflow.python.layers import convolutional
from tensorflow.python.ops import array_ops, init_ops, nn_impl, nn_ops, variable_scope

_XAVIER = initializers.xavier_initializer()
_ZEROS = init_ops.zeros_initializer()
_NAMES = {"bias": "biases", "kernel": "weights"}
_FORMATS = (None, "NWC", "NCW", "NHWC", "NCHW", "NDHWC", "NCDHW")


def _format(data_format, allowed=_FORMATS):
    if data_format not in allowed:
        raise ValueError("Invalid data_format: %r" % (data_format,))
    return "channels_first" if data_format and data_format.startswith("NC") else "channels_last"


def _run(layer, inputs, scope, parts, variables_collections, outputs_collections, activation_fn, normalizer_fn,
         normalizer_params):
    """Calls a core layer and collects its variables: (attribute, name in collections) of each."""
    outputs = layer.apply(inputs)
    for attribute, name in parts + ((("bias", "biases"),) if layer.use_bias else ()):
        layer_scopes.collect(getattr(layer, attribute), variables_collections, name)
    return layer_scopes.finish(outputs, scope, outputs_collections, activation_fn, normalizer_fn, normalizer_params)


@add_arg_scope
def convolution(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format=None, rate=1,
                activation_fn=nn_ops.relu, normalizer_fn=None, normalizer_params=None, weights_initializer=_XAVIER,
                weights_regularizer=None, biases_initializer=_ZEROS, biases_regularizer=None, reuse=None,
                variables_collections=None, outputs_collections=None, trainable=True, scope=None, conv_dims=None):
    channels = _format(data_format)
    with variable_scope.Api("tf.contrib.layers.conv2d"), variable_scope.variable_scope(
            scope, "Conv", [inputs], reuse=reuse, custom_getter=layer_scopes.model_variables(_NAMES)) as sc:
        inputs = ops.convert_to_tensor(inputs)
        rank = inputs.get_shape().ndims
        if conv_dims is not None and conv_dims + 2 != rank:
            raise ValueError("Convolution expects input with rank %d, got %d" % (conv_dims + 2, rank))
        kinds = {3: convolutional.Conv1D, 4: convolutional.Conv2D, 5: convolutional.Conv3D}
        if rank not in kinds:
            raise ValueError("Convolution not supported for input with rank", rank)
        layer = kinds[rank](
            filters=num_outputs, kernel_size=kernel_size, strides=stride, padding=padding, data_format=channels,
            dilation_rate=rate, activation=None, use_bias=bool(not normalizer_fn and biases_initializer),
            kernel_initializer=weights_initializer, bias_initializer=biases_initializer,
            kernel_regularizer=weights_regularizer, bias_regularizer=biases_regularizer, trainable=trainable, name=sc.name,
            dtype=inputs.dtype.base_dtype, _scope=sc, _reuse=reuse)
        return _run(layer, inputs, sc, (("kernel", "weights"),), variables_collections, outputs_collections, activation_fn,
                    normalizer_fn, normalizer_params)


def _of_dimensions(conv_dims, name):

    def function(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format=None, rate=1,
                 activation_fn=nn_ops.relu, normalizer_fn=None, normalizer_params=None, weights_initializer=_XAVIER,
                 weights_regularizer=None, biases_initializer=_ZEROS, biases_regularizer=None, reuse=None,
                 variables_collections=None, outputs_collections=None, trainable=True, scope=None):
        return convolution(
            inputs, num_outputs, kernel_size, stride, padding, data_format, rate, activation_fn, normalizer_fn,
            normalizer_params, weights_initializer, weights_regularizer, biases_initializer, biases_regularizer, reuse,
            variables_collections, outputs_collections, trainable, scope, conv_dims=conv_dims)

    function.__name__ = name
    return add_arg_scope(function)


convolution1d = _of_dimensions(1, "convolution1d")
convolution2d = _of_dimensions(2, "convolution2d")
convolution3d = _of_dimensions(3, "convolution3d")


def _transposed(name, default_scope, default_format, formats, layer_class):

    def function(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format=default_format,
                 activation_fn=nn_ops.relu, normalizer_fn=None, normalizer_params=None, weights_initializer=_XAVIER,
                 weights_regularizer=None, biases_initializer=_ZEROS, biases_regularizer=None, reuse=None,
                 variables_collections=None, outputs_collections=None, trainable=True, scope=None):
        with variable_scope.Api("tf.contrib.layers." + name), variable_scope.variable_scope(
                scope, default_scope, [inputs], reuse=reuse, custom_getter=layer_scopes.model_variables(_NAMES)) as sc:
            if data_format not in formats:
                raise ValueError("data_format has to be either %s or %s." % formats)
            inputs = ops.convert_to_tensor(inputs)
            layer = layer_class(
                filters=num_outputs, kernel_size=kernel_size, strides=stride, padding=padding,
                data_format=_format(data_format), activation=None,
                use_bias=bool(not normalizer_fn and biases_initializer), kernel_initializer=weights_initializer,
                bias_initializer=biases_initializer, kernel_regularizer=weights_regularizer,
                bias_regularizer=biases_regularizer, trainable=trainable, name=sc.name, dtype=inputs.dtype.base_dtype,
                _scope=sc, _reuse=reuse)
            return _run(layer, inputs, sc, (("kernel", "weights"),), variables_collections, outputs_collections,
                        activation_fn, normalizer_fn, normalizer_params)

    function.__name__ = name
    return add_arg_scope(function)


convolution2d_transpose = _transposed("convolution2d_transpose", "Conv2d_transpose", "NHWC", ("NCHW", "NHWC"),
                                      convolutional.Conv2DTranspose)
convolution3d_transpose = _transposed("convolution3d_transpose", "Conv3d_transpose", "NDHWC", ("NCDHW", "NDHWC"),
                                      convolutional.Conv3DTranspose)


@add_arg_scope
def separable_convolution2d(inputs, num_outputs, kernel_size, depth_multiplier=1, stride=1, padding="SAME",
                            data_format="NHWC", rate=1, activation_fn=nn_ops.relu, normalizer_fn=None,
                            normalizer_params=None, weights_initializer=_XAVIER, pointwise_initializer=None,
                            weights_regularizer=None, biases_initializer=_ZEROS, biases_regularizer=None, reuse=None,
                            variables_collections=None, outputs_collections=None, trainable=True, scope=None):
    if data_format not in ("NCHW", "NHWC"):
        raise ValueError("data_format has to be either NCHW or NHWC.")
    names = {"bias": "biases", "depthwise_kernel": "depthwise_weights", "pointwise_kernel": "pointwise_weights"}
    with variable_scope.Api("tf.contrib.layers.separable_conv2d"), variable_scope.variable_scope(
            scope, "SeparableConv2d", [inputs], reuse=reuse, custom_getter=layer_scopes.model_variables(names)) as sc:
        inputs = ops.convert_to_tensor(inputs)
        if num_outputs is None:
            return _depthwise_only(inputs, kernel_size, depth_multiplier, stride, padding, data_format, rate,
                                   activation_fn, normalizer_fn, normalizer_params, weights_initializer,
                                   weights_regularizer, biases_initializer, biases_regularizer, variables_collections,
                                   outputs_collections, trainable, sc)
        layer = convolutional.SeparableConv2D(
            filters=num_outputs, kernel_size=kernel_size, strides=stride, padding=padding,
            data_format=_format(data_format), dilation_rate=utils.two_element_tuple(rate), activation=None,
            depth_multiplier=depth_multiplier, use_bias=bool(not normalizer_fn and biases_initializer),
            depthwise_initializer=weights_initializer, pointwise_initializer=pointwise_initializer or weights_initializer,
            bias_initializer=biases_initializer, depthwise_regularizer=weights_regularizer,
            pointwise_regularizer=weights_regularizer, bias_regularizer=biases_regularizer, trainable=trainable,
            name=sc.name, dtype=inputs.dtype.base_dtype, _scope=sc, _reuse=reuse)
        return _run(layer, inputs, sc, (("depthwise_kernel", "weights"), ("pointwise_kernel", "weights")),
                    variables_collections, outputs_collections, activation_fn, normalizer_fn, normalizer_params)


def _depthwise_only(inputs, kernel_size, depth_multiplier, stride, padding, data_format, rate, activation_fn,
                    normalizer_fn, normalizer_params, weights_initializer, weights_regularizer, biases_initializer,
                    biases_regularizer, variables_collections, outputs_collections, trainable, sc):
    dtype = inputs.dtype.base_dtype
    high, wide = utils.two_element_tuple(kernel_size)
    strides = utils.two_element_tuple(stride)
    channels = utils.channel_dimension(inputs.get_shape(), data_format, min_rank=4)
    weights = variables.model_variable(
        "depthwise_weights", shape=[high, wide, channels, depth_multiplier], dtype=dtype, initializer=weights_initializer,
        regularizer=weights_regularizer, trainable=trainable,
        collections=utils.get_variable_collections(variables_collections, "weights"))
    whole = [1, 1] + list(strides) if data_format == "NCHW" else [1] + list(strides) + [1]
    outputs = nn_impl.depthwise_conv2d(inputs, weights, whole, padding, rate=utils.two_element_tuple(rate),
                                       data_format=data_format)
    outputs = _add_biases(outputs, depth_multiplier * channels, dtype, normalizer_fn, biases_initializer,
                          biases_regularizer, variables_collections, trainable, data_format)
    return layer_scopes.finish(outputs, sc, outputs_collections, activation_fn, normalizer_fn, normalizer_params)


def _add_biases(outputs, size, dtype, normalizer_fn, initializer, regularizer, variables_collections, trainable,
                data_format="NHWC"):
    if normalizer_fn is not None or initializer is None:
        return outputs
    biases = variables.model_variable(
        "biases", shape=[size], dtype=dtype, initializer=initializer, regularizer=regularizer, trainable=trainable,
        collections=utils.get_variable_collections(variables_collections, "biases"))
    return nn_ops.bias_add(outputs, biases, data_format=data_format)


@add_arg_scope
def convolution2d_in_plane(inputs, kernel_size, stride=1, padding="SAME", activation_fn=nn_ops.relu, normalizer_fn=None,
                           normalizer_params=None, weights_initializer=_XAVIER, weights_regularizer=None,
                           biases_initializer=_ZEROS, biases_regularizer=None, reuse=None, variables_collections=None,
                           outputs_collections=None, trainable=True, scope=None):
    with variable_scope.Api("tf.contrib.layers.conv2d_in_plane"), variable_scope.variable_scope(
            scope, "ConvInPlane", [inputs], reuse=reuse) as sc:
        inputs = ops.convert_to_tensor(inputs)
        dtype = inputs.dtype.base_dtype
        high, wide = utils.two_element_tuple(kernel_size)
        strides = utils.two_element_tuple(stride)
        channels = utils.last_dimension(inputs.get_shape(), min_rank=4)
        weights = variables.model_variable(
            "weights", shape=[high, wide, 1, 1], dtype=dtype, initializer=weights_initializer,
            regularizer=weights_regularizer, trainable=trainable,
            collections=utils.get_variable_collections(variables_collections, "weights"))
        every_channel = array_ops.tile(weights, [1, 1, channels, 1])
        outputs = nn_impl.depthwise_conv2d(inputs, every_channel, [1] + list(strides) + [1], padding)
        outputs = _add_biases(outputs, channels, dtype, normalizer_fn, biases_initializer, biases_regularizer,
                              variables_collections, trainable)
        return layer_scopes.finish(outputs, sc, outputs_collections, activation_fn, normalizer_fn, normalizer_params)
