"""Layers that make one tensor of several."""
import _tfscope
from tensorflow.python.framework import tensor_shape
from tensorflow.python.keras import backend
from tensorflow.python.keras.engine.base_layer import Layer
from tensorflow.python.ops import array_ops, math_ops, nn_impl


def _sizes_of(input_shape):
    """The sizes of each input as a tuple, None for what has no known rank."""
    if not isinstance(input_shape, list):
        return None
    shapes = [tensor_shape.TensorShape(shape) for shape in input_shape]
    return [None if shape.ndims is None else tuple(shape.as_list()) for shape in shapes]


def _may_equal(one, other):
    """Whether sizes are the same wherever the source fixes them."""
    return len(one) == len(other) and all([
        _tfscope.is_unknown(a) or _tfscope.is_unknown(b) or a == b for a, b in zip(one, other)])


def _broadcast(one, other):
    if one is None or other is None:
        return None
    if len(one) < len(other):
        one, other = other, one
    if not other:
        return one
    result = list(one[:-len(other)])
    for i, j in zip(one[-len(other):], other):
        if i is None or j is None:
            result.append(None)
        elif i == 1 or j == 1 or i == j:
            result.append(j if i == 1 else i)
        else:
            raise ValueError("Operands could not be broadcast together with shapes " + str(one) + " " + str(other))
    return tuple(result)


class _Merge(Layer):

    _reshape_required = False

    def __init__(self, **kwargs):
        super(_Merge, self).__init__(**kwargs)
        self.supports_masking = True

    def __call__(self, inputs, *args, **kwargs):
        if _tfscope.is_unknown(inputs):
            return _tfscope.unknown("any")  # a list of how many is not known
        return super(_Merge, self).__call__(inputs, *args, **kwargs)

    def build(self, input_shape):
        sizes = _sizes_of(input_shape)
        if sizes is None:
            raise ValueError("A merge layer should be called on a list of inputs.")
        if len(sizes) < 2:
            raise ValueError("A merge layer should be called on a list of at least 2 inputs. Got " + str(len(sizes)) +
                             " inputs.")
        batches = set([shape[0] for shape in sizes if shape is not None and not _tfscope.is_unknown(shape[0])]) - {None}
        if len(batches) > 1:
            raise ValueError("Can not merge tensors with different batch sizes. Got tensors with shapes : " + str(sizes))
        self._merged_shape(sizes)
        self._reshape_required = None in sizes or len(set([len(shape) for shape in sizes])) != 1
        self.built = True

    def _merged_shape(self, sizes):
        result = None if sizes[0] is None else sizes[0][1:]
        for shape in sizes[1:]:
            result = _broadcast(result, None if shape is None else shape[1:])
        return result

    def call(self, inputs):
        if not isinstance(inputs, list):
            raise ValueError("A merge layer should be called on a list of inputs.")
        if self._reshape_required and None not in [tensor.shape.ndims for tensor in inputs]:
            inputs = [self._expanded(tensor, max([other.shape.ndims for other in inputs])) for tensor in inputs]
        return self._merge_function(inputs)

    def _expanded(self, tensor, rank):
        for _ in range(rank - tensor.shape.ndims):
            tensor = array_ops.expand_dims(tensor, axis=1)
        return tensor

    def compute_output_shape(self, input_shape):
        sizes = _sizes_of(input_shape)
        batches = set([shape[0] for shape in sizes if shape is not None and not _tfscope.is_unknown(shape[0])]) - {None}
        return ((list(batches)[0] if len(batches) == 1 else None),) + self._merged_shape(sizes)

    def compute_mask(self, inputs, mask=None):
        if mask is None:
            return None
        if not isinstance(mask, list):
            raise ValueError("`mask` should be a list.")
        if not isinstance(inputs, list):
            raise ValueError("`inputs` should be a list.")
        if len(mask) != len(inputs):
            raise ValueError("The lists `inputs` and `mask` should have the same length.")
        return None if all([one is None for one in mask]) else self._merged_mask(inputs, mask)

    def _merged_mask(self, inputs, mask):
        masks = [array_ops.expand_dims(one, axis=0) for one in mask if one is not None]
        return backend.all(backend.concatenate(masks, axis=0), axis=0, keepdims=False)


def _from_left(function):
    def merge(self, inputs):
        output = inputs[0]
        for tensor in inputs[1:]:
            output = function(output, tensor)
        return output

    return merge


class Add(_Merge):
    _merge_function = _from_left(lambda one, other: one + other)


class Multiply(_Merge):
    _merge_function = _from_left(lambda one, other: one * other)


class Maximum(_Merge):
    _merge_function = _from_left(lambda one, other: math_ops.maximum(one, other))


class Minimum(_Merge):
    _merge_function = _from_left(lambda one, other: math_ops.minimum(one, other))


class Average(Add):

    def _merge_function(self, inputs):
        return Add._merge_function(self, inputs) / len(inputs)


class Subtract(_Merge):

    def build(self, input_shape):
        super(Subtract, self).build(input_shape)
        if len(input_shape) != 2:
            raise ValueError("A `Subtract` layer should be called on exactly 2 inputs")

    def _merge_function(self, inputs):
        return inputs[0] - inputs[1]


class Concatenate(_Merge):

    def __init__(self, axis=-1, **kwargs):
        super(Concatenate, self).__init__(**kwargs)
        self.axis = axis

    def build(self, input_shape):
        sizes = _sizes_of(input_shape)
        if sizes is None or len(sizes) < 2:
            raise ValueError("A `Concatenate` layer should be called on a list of at least 2 inputs")
        if all([shape is None for shape in sizes]):
            return
        others = []
        for shape in sizes:
            if shape is None:
                continue  # of no known rank: nothing can be said
            rest = list(shape)
            del rest[self.axis]
            others.append(rest)
        if not all([_may_equal(others[0], rest) for rest in others]):
            raise ValueError("A `Concatenate` layer requires inputs with matching shapes except for the concat axis. Got inputs "
                             "shapes: %s" % (sizes,))
        self.built = True

    def _merge_function(self, inputs):
        return backend.concatenate(inputs, axis=self.axis)

    def compute_output_shape(self, input_shape):
        sizes = _sizes_of(input_shape)
        along = [shape[self.axis] for shape in sizes]
        result = list(sizes[0])
        result[self.axis] = None if None in along else sum(along)
        return tuple(result)

    def _merged_mask(self, inputs, mask):
        masks = []
        for tensor, one in zip(inputs, mask):
            if one is None:
                masks.append(array_ops.ones_like(tensor, dtype="bool"))
            else:
                masks.append(array_ops.expand_dims(one, axis=-1) if one.shape.ndims < tensor.shape.ndims else one)
        return backend.all(backend.concatenate(masks, axis=self.axis), axis=-1, keepdims=False)


class Dot(_Merge):

    def __init__(self, axes, normalize=False, **kwargs):
        super(Dot, self).__init__(**kwargs)
        if not isinstance(axes, int):
            if not isinstance(axes, (list, tuple)):
                raise TypeError("Invalid type for `axes` - should be a list or an int.")
            if len(axes) != 2:
                raise ValueError("Invalid format for `axes` - should contain two elements.")
        self.axes, self.normalize = axes, normalize

    def _axes_for(self, ranks):
        axes = [self.axes] * 2 if isinstance(self.axes, int) else self.axes
        return [axis % rank if axis < 0 else axis for axis, rank in zip(axes, ranks)]

    def build(self, input_shape):
        sizes = _sizes_of(input_shape)
        if sizes is None or len(sizes) != 2:
            raise ValueError("A `Dot` layer should be called on a list of 2 inputs.")
        if None not in sizes:
            axes = self._axes_for([len(shape) for shape in sizes])
            first, second = sizes[0][axes[0]], sizes[1][axes[1]]
            if first != second:
                raise ValueError("Dimension incompatibility %s != %s. Layer shapes: %s, %s" % (first, second, sizes[0], sizes[1]))
        self.built = True

    def _merge_function(self, inputs):
        if len(inputs) != 2:
            raise ValueError("A `Dot` layer should be called on exactly 2 inputs")
        axes = self._axes_for([tensor.shape.ndims for tensor in inputs])
        if self.normalize:
            inputs = [nn_impl.l2_normalize(tensor, axis=axis) for tensor, axis in zip(inputs, axes)]
        return backend.batch_dot(inputs[0], inputs[1], axes)

    def compute_output_shape(self, input_shape):
        sizes = _sizes_of(input_shape)
        axes = self._axes_for([len(shape) for shape in sizes])
        first, second = list(sizes[0]), list(sizes[1])
        first.pop(axes[0])
        second.pop(axes[1])
        result = first + second[1:]
        return tuple(result if len(result) > 1 else result + [1])

    def compute_mask(self, inputs, mask=None):
        return None


def add(inputs, **kwargs):
    return Add(**kwargs)(inputs)


def subtract(inputs, **kwargs):
    return Subtract(**kwargs)(inputs)


def multiply(inputs, **kwargs):
    return Multiply(**kwargs)(inputs)


def average(inputs, **kwargs):
    return Average(**kwargs)(inputs)


def maximum(inputs, **kwargs):
    return Maximum(**kwargs)(inputs)


def minimum(inputs, **kwargs):
    return Minimum(**kwargs)(inputs)


def concatenate(inputs, axis=-1, **kwargs):
    return Concatenate(axis=axis, **kwargs)(inputs)


def dot(inputs, axes, normalize=False, **kwargs):
    return Dot(axes=axes, normalize=normalize, **kwargs)(inputs)
