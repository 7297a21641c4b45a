"""Pooling layers."""
from tensorflow.python.keras import backend
from tensorflow.python.keras.engine.base_layer import Layer
from tensorflow.python.keras.engine.input_spec import InputSpec
from tensorflow.python.keras.layers import convolution_sizes
from tensorflow.python.keras.layers.convolution_sizes import normalize_tuple
from tensorflow.python.ops import array_ops, math_ops, nn_ops


class _Pooling(Layer):

    def __init__(self, rank, pool_size, strides, padding, data_format, name, **kwargs):
        super(_Pooling, self).__init__(name=name, **kwargs)
        self.rank = rank
        self.pool_size = normalize_tuple(pool_size, rank, "pool_size")
        self.strides = normalize_tuple(pool_size if strides is None else strides, rank, "strides")
        self.padding = convolution_sizes.normalize_padding(padding)
        self.data_format = convolution_sizes.normalize_data_format(data_format)
        self.input_spec = InputSpec(ndim=rank + 2)

    def call(self, inputs):
        spatial = 2 if self.data_format == "channels_first" else 1
        window, strides = self.pool_size, self.strides
        if self.rank == 1:
            inputs = array_ops.expand_dims(inputs, 2 if spatial == 1 else 3)
            window, strides = window + (1,), strides + (1,)
        ends = ((1, 1), ()) if spatial == 2 else ((1,), (1,))
        pool = {1: (nn_ops.max_pool, nn_ops.avg_pool), 2: (nn_ops.max_pool, nn_ops.avg_pool),
                3: (nn_ops.max_pool3d, nn_ops.avg_pool3d)}[self.rank][self._average]
        outputs = pool(inputs, ends[0] + window + ends[1], ends[0] + strides + ends[1], padding=self.padding.upper(),
                       data_format=convolution_sizes.op_format(self.data_format, max(self.rank, 2)))
        return array_ops.squeeze(outputs, [2 if spatial == 1 else 3]) if self.rank == 1 else outputs


class MaxPooling1D(_Pooling):
    _average = 0

    def __init__(self, pool_size=2, strides=None, padding="valid", data_format="channels_last", name=None, **kwargs):
        super(MaxPooling1D, self).__init__(1, pool_size, strides, padding, data_format, name, **kwargs)


class AveragePooling1D(MaxPooling1D):
    _average = 1


class MaxPooling2D(_Pooling):
    _average = 0

    def __init__(self, pool_size=(2, 2), strides=None, padding="valid", data_format=None, name=None, **kwargs):
        super(MaxPooling2D, self).__init__(2, pool_size, strides, padding, data_format, name, **kwargs)


class AveragePooling2D(MaxPooling2D):
    _average = 1


class MaxPooling3D(_Pooling):
    _average = 0

    def __init__(self, pool_size=(2, 2, 2), strides=None, padding="valid", data_format=None, name=None, **kwargs):
        super(MaxPooling3D, self).__init__(3, pool_size, strides, padding, data_format, name, **kwargs)


class AveragePooling3D(MaxPooling3D):
    _average = 1


class _GlobalPooling(Layer):

    def __init__(self, data_format=None, **kwargs):
        super(_GlobalPooling, self).__init__(**kwargs)
        self.data_format = convolution_sizes.normalize_data_format(data_format)
        self.input_spec = InputSpec(ndim=self._rank + 2)

    def call(self, inputs):
        first = 2 if self.data_format == "channels_first" else 1
        reduce = math_ops.reduce_mean if self._average else math_ops.reduce_max
        return reduce(inputs, list(range(first, first + self._rank)))


class GlobalAveragePooling1D(_GlobalPooling):
    _rank, _average = 1, True


class GlobalAveragePooling2D(_GlobalPooling):
    _rank, _average = 2, True


class GlobalAveragePooling3D(_GlobalPooling):
    _rank, _average = 3, True


class GlobalMaxPooling1D(_GlobalPooling):
    _rank, _average = 1, False


class GlobalMaxPooling2D(_GlobalPooling):
    _rank, _average = 2, False


class GlobalMaxPooling3D(_GlobalPooling):
    _rank, _average = 3, False


AvgPool1D, AvgPool2D, AvgPool3D = AveragePooling1D, AveragePooling2D, AveragePooling3D
MaxPool1D, MaxPool2D, MaxPool3D = MaxPooling1D, MaxPooling2D, MaxPooling3D
GlobalAvgPool1D, GlobalAvgPool2D, GlobalAvgPool3D = GlobalAveragePooling1D, GlobalAveragePooling2D, GlobalAveragePooling3D
GlobalMaxPool1D, GlobalMaxPool2D, GlobalMaxPool3D = GlobalMaxPooling1D, GlobalMaxPooling2D, GlobalMaxPooling3D
