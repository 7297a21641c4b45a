"""Pooling layers."""
from tensorflow.python.framework import tensor_shape
from tensorflow.python.keras import backend
from tensorflow.python.keras.engine.base_layer import Layer
from tensorflow.python.keras.engine.input_spec import InputSpec
from tensorflow.python.keras.layers import convolution_sizes
from tensorflow.python.keras.layers.convolution_sizes import normalize_tuple
from tensorflow.python.ops import array_ops, math_ops, nn_ops


class _Pooling(Layer):
    _takes_tensors = True

    def __init__(self, rank, pool_size, strides, padding, data_format, name, **kwargs):
        super(_Pooling, self).__init__(name=name, **kwargs)
        self.rank = rank
        self.pool_size = normalize_tuple(pool_size, rank, "pool_size")
        self.strides = normalize_tuple(pool_size if strides is None else strides, rank, "strides")
        self.padding = convolution_sizes.normalize_padding(padding)
        self.data_format = convolution_sizes.normalize_data_format(data_format)
        self.input_spec = InputSpec(ndim=rank + 2)

    def call(self, inputs):
        first = self.data_format == "channels_first"
        if self.rank == 1:
            return self._line(inputs, 3 if first else 2)
        if self.rank == 2:
            ends = ((1, 1), ()) if first else ((1,), (1,))
            pool = (nn_ops.max_pool, nn_ops.avg_pool)[self._average]
            return pool(inputs, ends[0] + self.pool_size + ends[1], ends[0] + self.strides + ends[1],
                        padding=self.padding.upper(), data_format="NCHW" if first else "NHWC")
        if first:
            inputs = array_ops.transpose(inputs, (0, 2, 3, 4, 1))
        pool = (nn_ops.max_pool3d, nn_ops.avg_pool3d)[self._average]
        outputs = pool(inputs, (1,) + self.pool_size + (1,), (1,) + self.strides + (1,), padding=self.padding.upper())
        return array_ops.transpose(outputs, (0, 4, 1, 2, 3)) if first else outputs

    def _line(self, inputs, axis):
        """The line as an image of one column."""
        image = backend.preprocess_image(array_ops.expand_dims(inputs, axis), self.data_format)
        pool = (nn_ops.max_pool, nn_ops.avg_pool)[self._average]
        outputs = pool(image, (1,) + self.pool_size + (1, 1), (1,) + self.strides + (1, 1), padding=self.padding.upper(),
                       data_format="NHWC")
        if self.data_format == "channels_first":
            outputs = array_ops.transpose(outputs, (0, 3, 1, 2))
        return array_ops.squeeze(outputs, axis)

    def compute_output_shape(self, input_shape):
        sizes = tensor_shape.TensorShape(input_shape).as_list()
        start = 2 if self.data_format == "channels_first" else 1
        for i in range(self.rank):
            sizes[start + i] = convolution_sizes.convolved(sizes[start + i], self.pool_size[i], self.padding,
                                                           self.strides[i])
        return tensor_shape.TensorShape(sizes)


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
    _takes_tensors = True

    def __init__(self, data_format=None, **kwargs):
        super(_GlobalPooling, self).__init__(**kwargs)
        self.data_format = convolution_sizes.normalize_data_format(data_format)
        self.input_spec = InputSpec(ndim=self._rank + 2)

    def call(self, inputs, mask=None):
        first = 2 if self.data_format == "channels_first" else 1
        if self._rank == 1 and self._average and mask is not None:
            mask = array_ops.reshape(math_ops.cast(mask, backend.floatx()), [-1, inputs.shape.as_list()[first], 1])
            inputs = inputs * mask
            return math_ops.reduce_sum(inputs, axis=first) / math_ops.reduce_sum(mask, axis=first)
        reduce = math_ops.reduce_mean if self._average else math_ops.reduce_max
        return reduce(inputs, first if self._rank == 1 else list(range(first, first + self._rank)))

    def compute_output_shape(self, input_shape):
        sizes = tensor_shape.TensorShape(input_shape).as_list()
        return tensor_shape.TensorShape([sizes[0], sizes[1 if self.data_format == "channels_first" else -1]])


class GlobalAveragePooling1D(_GlobalPooling):
    _rank, _average = 1, True

    def __init__(self, data_format="channels_last", **kwargs):
        super(GlobalAveragePooling1D, self).__init__(data_format=data_format, **kwargs)
        self.supports_masking = True

    def compute_mask(self, inputs, mask=None):
        return None


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
