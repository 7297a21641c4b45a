"""tf.layers' convolutions: functions and classes."""
from tensorflow.python.keras.layers import convolutional as keras_convolutional
from tensorflow.python.layers import base
from tensorflow.python.ops import init_ops

_ZEROS = init_ops.zeros_initializer()


def _layer_class(keras_class):
    """The tf.layers class: weights take the initializer of the scope where none is given."""

    class _Layer(keras_class, base.Layer):

        def __init__(self, *args, **kwargs):
            for name in ("kernel_initializer", "depthwise_initializer", "pointwise_initializer"):
                if name in _initializers[keras_class]:
                    kwargs.setdefault(name, None)
            kwargs.setdefault("bias_initializer", _ZEROS)
            kwargs.setdefault("data_format", "channels_last")
            keras_class.__init__(self, *args, **kwargs)

    _Layer.__name__ = keras_class.__name__
    return _Layer


_KERNEL, _PARTS = ("kernel_initializer",), ("depthwise_initializer", "pointwise_initializer")
_initializers = {
    keras_convolutional.Conv1D: _KERNEL, keras_convolutional.Conv2D: _KERNEL, keras_convolutional.Conv3D: _KERNEL,
    keras_convolutional.Conv2DTranspose: _KERNEL, keras_convolutional.Conv3DTranspose: _KERNEL,
    keras_convolutional.SeparableConv1D: _PARTS, keras_convolutional.SeparableConv2D: _PARTS}

Conv1D = Convolution1D = _layer_class(keras_convolutional.Conv1D)
Conv2D = Convolution2D = _layer_class(keras_convolutional.Conv2D)
Conv3D = Convolution3D = _layer_class(keras_convolutional.Conv3D)
Conv2DTranspose = Deconvolution2D = Deconv2D = Convolution2DTranspose = _layer_class(keras_convolutional.Conv2DTranspose)
Conv3DTranspose = Deconvolution3D = Deconv3D = Convolution3DTranspose = _layer_class(keras_convolutional.Conv3DTranspose)
SeparableConv1D = SeparableConvolution1D = _layer_class(keras_convolutional.SeparableConv1D)
SeparableConv2D = SeparableConvolution2D = _layer_class(keras_convolutional.SeparableConv2D)


def conv1d(inputs, filters, kernel_size, strides=1, padding="valid", data_format="channels_last", dilation_rate=1,
           activation=None, use_bias=True, kernel_initializer=None, bias_initializer=_ZEROS, kernel_regularizer=None,
           bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None, trainable=True,
           name=None, reuse=None):
    return base.apply_new(Conv1D, locals())


def conv2d(inputs, filters, kernel_size, strides=(1, 1), padding="valid", data_format="channels_last",
           dilation_rate=(1, 1), activation=None, use_bias=True, kernel_initializer=None, bias_initializer=_ZEROS,
           kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None,
           bias_constraint=None, trainable=True, name=None, reuse=None):
    return base.apply_new(Conv2D, locals())


def conv3d(inputs, filters, kernel_size, strides=(1, 1, 1), padding="valid", data_format="channels_last",
           dilation_rate=(1, 1, 1), activation=None, use_bias=True, kernel_initializer=None, bias_initializer=_ZEROS,
           kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None,
           bias_constraint=None, trainable=True, name=None, reuse=None):
    return base.apply_new(Conv3D, locals())


def conv2d_transpose(inputs, filters, kernel_size, strides=(1, 1), padding="valid", data_format="channels_last",
                     activation=None, use_bias=True, kernel_initializer=None, bias_initializer=_ZEROS,
                     kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None,
                     bias_constraint=None, trainable=True, name=None, reuse=None):
    return base.apply_new(Conv2DTranspose, locals())


def conv3d_transpose(inputs, filters, kernel_size, strides=(1, 1, 1), padding="valid", data_format="channels_last",
                     activation=None, use_bias=True, kernel_initializer=None, bias_initializer=_ZEROS,
                     kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None,
                     bias_constraint=None, trainable=True, name=None, reuse=None):
    return base.apply_new(Conv3DTranspose, locals())


def separable_conv1d(inputs, filters, kernel_size, strides=1, padding="valid", data_format="channels_last",
                     dilation_rate=1, depth_multiplier=1, activation=None, use_bias=True, depthwise_initializer=None,
                     pointwise_initializer=None, bias_initializer=_ZEROS, depthwise_regularizer=None,
                     pointwise_regularizer=None, bias_regularizer=None, activity_regularizer=None,
                     depthwise_constraint=None, pointwise_constraint=None, bias_constraint=None, trainable=True, name=None,
                     reuse=None):
    return base.apply_new(SeparableConv1D, locals())


def separable_conv2d(inputs, filters, kernel_size, strides=(1, 1), padding="valid", data_format="channels_last",
                     dilation_rate=(1, 1), depth_multiplier=1, activation=None, use_bias=True, depthwise_initializer=None,
                     pointwise_initializer=None, bias_initializer=_ZEROS, depthwise_regularizer=None,
                     pointwise_regularizer=None, bias_regularizer=None, activity_regularizer=None,
                     depthwise_constraint=None, pointwise_constraint=None, bias_constraint=None, trainable=True, name=None,
                     reuse=None):
    return base.apply_new(SeparableConv2D, locals())


convolution1d, convolution2d, convolution3d = conv1d, conv2d, conv3d
separable_convolution2d = separable_conv2d
convolution2d_transpose = deconvolution2d = deconv2d = conv2d_transpose
convolution3d_transpose = deconvolution3d = deconv3d = conv3d_transpose
