"""Convolutions of tf.contrib.layers."""
import _tfscope
from tensorflow.contrib.framework.python.ops.arg_scope import add_arg_scope
from tensorflow.contrib.layers.python.layers import initializers, layer_scopes, utils
from tensorflow.python.layers import convolutional
from tensorflow.python.ops import array_ops, init_ops, nn_impl, nn_ops, variable_scope

_XAVIER = initializers.xavier_initializer()
_ZEROS = init_ops.zeros_initializer()
_NAMES = {"bias": "biases", "kernel": "weights"}
_SEPARABLE_NAMES = {"bias": "biases", "depthwise_kernel": "depthwise_weights", "pointwise_kernel": "pointwise_weights"}
_FORMATS = (None, "NWC", "NCW", "NHWC", "NCHW", "NDHWC", "NCDHW")
_CLASSES = {3: convolutional.Conv1D, 4: convolutional.Conv2D, 5: convolutional.Conv3D}


def _scope(default_name, inputs, options, rename=None):
    return variable_scope.variable_scope(
        options["scope"], default_name, [inputs], reuse=options["reuse"],
        custom_getter=layer_scopes.model_variables(rename) if rename else None)


def _apply(layer_class, inputs, scope, options, **more):
    """Calls the core layer, and hands on what comes out of it."""
    layer = layer_class(
        filters=options["num_outputs"], kernel_size=options["kernel_size"], strides=options["stride"],
        padding=options["padding"], data_format=layer_scopes.channels(options["data_format"]), activation=None,
        use_bias=not options["normalizer_fn"] and options["biases_initializer"],
        bias_initializer=options["biases_initializer"], bias_regularizer=options["biases_regularizer"],
        trainable=options["trainable"], name=scope.name, dtype=inputs.dtype.base_dtype, _scope=scope,
        _reuse=options["reuse"], **more)
    outputs = layer.apply(inputs)
    for attribute, name in (("kernel", "weights"), ("depthwise_kernel", "weights"), ("pointwise_kernel", "weights"),
                            ("bias", "biases")):
        if getattr(layer, attribute, None) is not None:
            layer_scopes.collect(getattr(layer, attribute), options["variables_collections"], name)
    return layer_scopes.finish(outputs, scope, options["outputs_collections"], options["activation_fn"],
                               options["normalizer_fn"], options["normalizer_params"])


def _kernel(options):
    return {"kernel_initializer": options["weights_initializer"], "kernel_regularizer": options["weights_regularizer"]}


@add_arg_scope
def convolution(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format=None, rate=1, activation_fn=nn_ops.relu,
                normalizer_fn=None, normalizer_params=None, weights_initializer=_XAVIER, weights_regularizer=None,
                biases_initializer=_ZEROS, biases_regularizer=None, reuse=None, variables_collections=None,
                outputs_collections=None, trainable=True, scope=None, conv_dims=None):
    options = dict(locals())
    if not _tfscope.is_unknown(data_format) and data_format not in _FORMATS:
        raise ValueError("Invalid data_format: %r" % (data_format,))
    with variable_scope.Api("tf.contrib.layers.conv2d"), _scope("Conv", inputs, options, _NAMES) as sc:
        inputs = layer_scopes.tensor_of(inputs, 2 + (conv_dims or 2), layer_scopes.channel_axis(data_format))
        rank = inputs.get_shape().ndims
        if conv_dims is not None and conv_dims + 2 != rank:
            raise ValueError("Convolution expects input with rank %d, got %d" % (conv_dims + 2, rank))
        if rank not in _CLASSES:
            raise ValueError("Convolution not supported for input with rank", rank)
        return _apply(_CLASSES[rank], inputs, sc, options, dilation_rate=rate, **_kernel(options))


@add_arg_scope
def convolution1d(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format=None, rate=1, activation_fn=nn_ops.relu,
                  normalizer_fn=None, normalizer_params=None, weights_initializer=_XAVIER, weights_regularizer=None,
                  biases_initializer=_ZEROS, biases_regularizer=None, reuse=None, variables_collections=None,
                  outputs_collections=None, trainable=True, scope=None):
    return convolution(*locals().values(), conv_dims=1)


@add_arg_scope
def convolution2d(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format=None, rate=1, activation_fn=nn_ops.relu,
                  normalizer_fn=None, normalizer_params=None, weights_initializer=_XAVIER, weights_regularizer=None,
                  biases_initializer=_ZEROS, biases_regularizer=None, reuse=None, variables_collections=None,
                  outputs_collections=None, trainable=True, scope=None):
    return convolution(*locals().values(), conv_dims=2)


@add_arg_scope
def convolution3d(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format=None, rate=1, activation_fn=nn_ops.relu,
                  normalizer_fn=None, normalizer_params=None, weights_initializer=_XAVIER, weights_regularizer=None,
                  biases_initializer=_ZEROS, biases_regularizer=None, reuse=None, variables_collections=None,
                  outputs_collections=None, trainable=True, scope=None):
    return convolution(*locals().values(), conv_dims=3)


@add_arg_scope
def convolution2d_transpose(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format="NHWC", activation_fn=nn_ops.relu,
                            normalizer_fn=None, normalizer_params=None, weights_initializer=_XAVIER, weights_regularizer=None,
                            biases_initializer=_ZEROS, biases_regularizer=None, reuse=None, variables_collections=None,
                            outputs_collections=None, trainable=True, scope=None):
    options = dict(locals())
    with variable_scope.Api("tf.contrib.layers.conv2d_transpose"), _scope("Conv2d_transpose", inputs, options, _NAMES) as sc:
        layer_scopes.check_format(data_format, "NCHW", "NHWC")
        inputs = layer_scopes.tensor_of(inputs, 4, layer_scopes.channel_axis(data_format))
        return _apply(convolutional.Conv2DTranspose, inputs, sc, options, **_kernel(options))


@add_arg_scope
def convolution3d_transpose(inputs, num_outputs, kernel_size, stride=1, padding="SAME", data_format="NDHWC", activation_fn=nn_ops.relu,
                            normalizer_fn=None, normalizer_params=None, weights_initializer=_XAVIER, weights_regularizer=None,
                            biases_initializer=_ZEROS, biases_regularizer=None, reuse=None, variables_collections=None,
                            outputs_collections=None, trainable=True, scope=None):
    options = dict(locals())
    with variable_scope.Api("tf.contrib.layers.conv3d_transpose"), _scope("Conv3d_transpose", inputs, options, _NAMES) as sc:
        layer_scopes.check_format(data_format, "NCDHW", "NDHWC")
        inputs = layer_scopes.tensor_of(inputs, 5, layer_scopes.channel_axis(data_format))
        return _apply(convolutional.Conv3DTranspose, inputs, sc, options, **_kernel(options))


@add_arg_scope
def separable_convolution2d(inputs, num_outputs, kernel_size, depth_multiplier=1, stride=1, padding="SAME",
                            data_format="NHWC", rate=1, activation_fn=nn_ops.relu, normalizer_fn=None,
                            normalizer_params=None, weights_initializer=_XAVIER, pointwise_initializer=None,
                            weights_regularizer=None, biases_initializer=_ZEROS, biases_regularizer=None, reuse=None,
                            variables_collections=None, outputs_collections=None, trainable=True, scope=None):
    options = dict(locals())
    layer_scopes.check_format(data_format)
    with variable_scope.Api("tf.contrib.layers.separable_conv2d"), _scope(
            "SeparableConv2d", inputs, options, _SEPARABLE_NAMES) as sc:
        inputs = layer_scopes.tensor_of(inputs, 4, layer_scopes.channel_axis(data_format))
        if num_outputs is None:
            return _depthwise_only(inputs, sc, options)
        return _apply(
            convolutional.SeparableConv2D, inputs, sc, options, dilation_rate=utils.two_element_tuple(rate),
            depth_multiplier=depth_multiplier, depthwise_initializer=weights_initializer,
            pointwise_initializer=weights_initializer if pointwise_initializer is None else pointwise_initializer,
            depthwise_regularizer=weights_regularizer, pointwise_regularizer=weights_regularizer)


def _parameter(name, shape, inputs, options, kind):
    return layer_scopes.parameter(name, shape, options[kind + "_initializer"], options["variables_collections"],
                                  options["trainable"], inputs.dtype.base_dtype, kind,
                                  regularizer=options[kind + "_regularizer"])


def _finish_by_hand(outputs, inputs, size, scope, options, data_format="NHWC"):
    if options["normalizer_fn"] is None and options["biases_initializer"] is not None:
        outputs = nn_ops.bias_add(outputs, _parameter("biases", [size], inputs, options, "biases"),
                                  data_format=data_format)
    return layer_scopes.finish(outputs, scope, options["outputs_collections"], options["activation_fn"],
                               options["normalizer_fn"], options["normalizer_params"])


def _depthwise_only(inputs, scope, options):
    data_format, multiplier = options["data_format"], options["depth_multiplier"]
    kernel, stride = utils.two_element_tuple(options["kernel_size"]), utils.two_element_tuple(options["stride"])
    channels = utils.channel_dimension(inputs.get_shape(), layer_scopes.channels(data_format), min_rank=4)
    weights = _parameter("depthwise_weights", list(kernel) + [channels, multiplier], inputs, options, "weights")
    strides = [1, 1] + list(stride) if data_format == "NCHW" else [1] + list(stride) + [1]
    outputs = nn_impl.depthwise_conv2d(inputs, weights, strides, options["padding"],
                                       rate=utils.two_element_tuple(options["rate"]), data_format=data_format)
    return _finish_by_hand(outputs, inputs, multiplier * channels, scope, options, data_format)


@add_arg_scope
def convolution2d_in_plane(inputs, kernel_size, stride=1, padding="SAME", activation_fn=nn_ops.relu, normalizer_fn=None,
                           normalizer_params=None, weights_initializer=_XAVIER, weights_regularizer=None,
                           biases_initializer=_ZEROS, biases_regularizer=None, reuse=None, variables_collections=None,
                           outputs_collections=None, trainable=True, scope=None):
    options = dict(locals())
    with variable_scope.Api("tf.contrib.layers.conv2d_in_plane"), _scope("ConvInPlane", inputs, options) as sc:
        inputs = layer_scopes.tensor_of(inputs, 4)
        kernel, stride = utils.two_element_tuple(kernel_size), utils.two_element_tuple(stride)
        channels = utils.last_dimension(inputs.get_shape(), min_rank=4)
        weights = _parameter("weights", list(kernel) + [1, 1], inputs, options, "weights")
        every_channel = array_ops.tile(weights, [1, 1, channels, 1])
        outputs = nn_impl.depthwise_conv2d(inputs, every_channel, [1] + list(stride) + [1], padding)
        return _finish_by_hand(outputs, inputs, channels, sc, options)
