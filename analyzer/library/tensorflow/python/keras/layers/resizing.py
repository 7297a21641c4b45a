"""Layers that pad, crop or repeat the dimensions of space."""
import _tfscope
from tensorflow.python.framework import tensor_shape
from tensorflow.python.keras import backend
from tensorflow.python.keras.engine.base_layer import Layer
from tensorflow.python.keras.engine.input_spec import InputSpec
from tensorflow.python.keras.layers.convolution_sizes import normalize_data_format, normalize_tuple


class _Resizing(Layer):

    _rank = 2

    def __init__(self, data_format=None, **kwargs):
        super(_Resizing, self).__init__(**kwargs)
        self.data_format = "channels_last" if self._rank == 1 else normalize_data_format(data_format)
        self.input_spec = InputSpec(ndim=self._rank + 2)

    def compute_output_shape(self, input_shape):
        sizes = tensor_shape.TensorShape(input_shape).as_list()
        first = 2 if self.data_format == "channels_first" else 1
        for i in range(self._rank):
            if sizes[first + i] is not None:
                sizes[first + i] = self._resized(sizes[first + i], i)
        return tensor_shape.TensorShape(sizes)


def _pairs(value, rank, name):
    """Amounts before and after each dimension."""
    if _tfscope.is_unknown(value):
        return tuple([(_tfscope.unknown("int"), _tfscope.unknown("int")) for _ in range(rank)])
    if isinstance(value, int):
        return ((value, value),) * rank
    if len(value) != rank:
        raise ValueError("`%s` should have %s elements. Found: %s" % (name, "two" if rank == 2 else "3", value))
    return tuple([normalize_tuple(item, 2, "%s entry of `%s`" % (order, name))
                  for item, order in zip(value, ("1st", "2nd", "3rd"))])


class _Padding(_Resizing):

    def __init__(self, padding, data_format=None, **kwargs):
        super(_Padding, self).__init__(data_format, **kwargs)
        self.padding = padding

    def _every(self):
        return (self.padding,) if self._rank == 1 else self.padding

    def call(self, inputs):
        return backend.pad_space(inputs, self._every(), self.data_format)

    def _resized(self, size, i):
        return size + sum(self._every()[i])


class ZeroPadding1D(_Padding):

    _rank = 1

    def __init__(self, padding=1, **kwargs):
        super(ZeroPadding1D, self).__init__(normalize_tuple(padding, 2, "padding"), **kwargs)


class ZeroPadding2D(_Padding):

    def __init__(self, padding=(1, 1), data_format=None, **kwargs):
        super(ZeroPadding2D, self).__init__(_pairs(padding, 2, "padding"), data_format, **kwargs)


class ZeroPadding3D(_Padding):

    _rank = 3

    def __init__(self, padding=(1, 1, 1), data_format=None, **kwargs):
        super(ZeroPadding3D, self).__init__(_pairs(padding, 3, "padding"), data_format, **kwargs)


class _Cropping(_Resizing):

    def __init__(self, cropping, data_format=None, **kwargs):
        super(_Cropping, self).__init__(data_format, **kwargs)
        self.cropping = cropping

    def _every(self):
        return (self.cropping,) if self._rank == 1 else self.cropping

    def call(self, inputs):
        space = tuple([slice(before, -after if _tfscope.is_unknown(after) or after else None) for before, after in self._every()])
        whole = (slice(None),)
        return inputs[whole * 2 + space if self.data_format == "channels_first" else whole + space + whole]

    def _resized(self, size, i):
        return size - sum(self._every()[i])


class Cropping1D(_Cropping):

    _rank = 1

    def __init__(self, cropping=(1, 1), **kwargs):
        super(Cropping1D, self).__init__(normalize_tuple(cropping, 2, "cropping"), **kwargs)


class Cropping2D(_Cropping):

    def __init__(self, cropping=((0, 0), (0, 0)), data_format=None, **kwargs):
        super(Cropping2D, self).__init__(_pairs(cropping, 2, "cropping"), data_format, **kwargs)


class Cropping3D(_Cropping):

    _rank = 3

    def __init__(self, cropping=((1, 1), (1, 1), (1, 1)), data_format=None, **kwargs):
        super(Cropping3D, self).__init__(_pairs(cropping, 3, "cropping"), data_format, **kwargs)


class _UpSampling(_Resizing):

    def __init__(self, size, data_format=None, **kwargs):
        super(_UpSampling, self).__init__(data_format, **kwargs)
        self.size = size

    def _resized(self, size, i):
        return size * (self.size if self._rank == 1 else self.size[i])


class UpSampling1D(_UpSampling):

    _rank = 1

    def __init__(self, size=2, **kwargs):
        super(UpSampling1D, self).__init__(size if _tfscope.is_unknown(size) else int(size), **kwargs)

    def call(self, inputs):
        return backend.repeat_elements(inputs, self.size, axis=1)


class UpSampling2D(_UpSampling):

    def __init__(self, size=(2, 2), data_format=None, interpolation="nearest", **kwargs):
        super(UpSampling2D, self).__init__(normalize_tuple(size, 2, "size"), data_format, **kwargs)
        if interpolation not in ("nearest", "bilinear"):
            raise ValueError("`interpolation` argument should be one of `\"nearest\"` or `\"bilinear\"`.")
        self.interpolation = interpolation

    def call(self, inputs):
        return backend.resize_images(inputs, self.size[0], self.size[1], self.data_format, interpolation=self.interpolation)


class UpSampling3D(_UpSampling):

    _rank = 3

    def __init__(self, size=(2, 2, 2), data_format=None, **kwargs):
        super(UpSampling3D, self).__init__(normalize_tuple(size, 3, "size"), data_format, **kwargs)

    def call(self, inputs):
        first = 2 if self.data_format == "channels_first" else 1
        for i in range(3):
            inputs = backend.repeat_elements(inputs, self.size[i], axis=first + i)
        return inputs
