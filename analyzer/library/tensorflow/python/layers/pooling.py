"""tf.layers' pooling: functions and classes."""
from tensorflow.python.keras.layers import pooling as keras_pooling
from tensorflow.python.layers import base


def _required(keras_class):
    """The tf.layers class: its strides have no default."""

    class _Layer(keras_class, base.Layer):

        def __init__(self, pool_size, strides, padding="valid", data_format="channels_last", name=None, **kwargs):
            if strides is None:
                raise ValueError("Argument `strides` must not be None.")
            keras_class.__init__(self, pool_size=pool_size, strides=strides, padding=padding, data_format=data_format,
                                 name=name, **kwargs)

    _Layer.__name__ = keras_class.__name__
    return _Layer


AveragePooling1D = _required(keras_pooling.AveragePooling1D)
MaxPooling1D = _required(keras_pooling.MaxPooling1D)
AveragePooling2D = _required(keras_pooling.AveragePooling2D)
MaxPooling2D = _required(keras_pooling.MaxPooling2D)
AveragePooling3D = _required(keras_pooling.AveragePooling3D)
MaxPooling3D = _required(keras_pooling.MaxPooling3D)


def average_pooling1d(inputs, pool_size, strides, padding="valid", data_format="channels_last", name=None):
    return AveragePooling1D(pool_size, strides, padding, data_format, name).apply(inputs)


def max_pooling1d(inputs, pool_size, strides, padding="valid", data_format="channels_last", name=None):
    return MaxPooling1D(pool_size, strides, padding, data_format, name).apply(inputs)


def average_pooling2d(inputs, pool_size, strides, padding="valid", data_format="channels_last", name=None):
    return AveragePooling2D(pool_size, strides, padding, data_format, name).apply(inputs)


def max_pooling2d(inputs, pool_size, strides, padding="valid", data_format="channels_last", name=None):
    return MaxPooling2D(pool_size, strides, padding, data_format, name).apply(inputs)


def average_pooling3d(inputs, pool_size, strides, padding="valid", data_format="channels_last", name=None):
    return AveragePooling3D(pool_size, strides, padding, data_format, name).apply(inputs)


def max_pooling3d(inputs, pool_size, strides, padding="valid", data_format="channels_last", name=None):
    return MaxPooling3D(pool_size, strides, padding, data_format, name).apply(inputs)


AvgPool2D, MaxPool2D = AveragePooling2D, MaxPooling2D
max_pool2d, avg_pool2d = max_pooling2d, average_pooling2d
