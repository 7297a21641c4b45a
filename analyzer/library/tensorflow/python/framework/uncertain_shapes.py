"""Shapes that the source does not fix, such as those of a user's data.

TensorFlow would know them when it runs, so a layer that asks for a rank or a size must not be refused: the tensor is
taken to have the rank that the layer needs, and sizes that are unknown to us only."""
import _tfscope
from tensorflow.python.framework import guesses, tensor_shape


def forget(tensor, rank):
    """An uncertain tensor was taken to have another rank than what is asked of it now: that was wrong."""
    if guesses.is_uncertain(tensor) and len(tensor.shape._plain) != rank:
        tensor._shape = tensor_shape.UncertainShape()


def assume(tensor, rank, *axes):
    """The same tensor. If its rank is open it gets `rank`, unless that is just the least that a layer needs; where an
    axis among `axes` is open it gets some size."""
    dims = tensor.shape._plain
    sized = dims is not None and (not dims or all([axis >= len(dims) or dims[axis] is not None for axis in axes]))
    if sized or not guesses.is_uncertain(tensor):
        return tensor
    if dims is None and rank <= 2:
        return tensor
    if dims is None:
        tensor.set_shape(tensor_shape.from_plain([_tfscope.unknown("int") for _ in range(rank)]))
        return tensor
    sizes = [None] * len(dims)
    for axis in axes:
        if axis < len(dims) and dims[axis] is None:
            sizes[axis] = _tfscope.unknown("int")
    tensor.set_shape(tensor_shape.from_plain(sizes))
    return tensor
