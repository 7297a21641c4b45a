"""The structure of a dataset's elements: tuples, named tuples and dicts of components (a list is a component)."""

from tensorflow.python.framework import dtypes, ops, sparse_tensor, tensor_shape
from tensorflow.python.framework.op_library import apply


class Spec(object):
    """A component's type and shape."""

    def __init__(self, dtype, shape, sparse, is_guess=False):
        self.dtype = dtype
        self.shape = shape
        self.sparse = sparse
        self.is_guess = is_guess

    def placeholder(self):
        if not self.sparse:
            more = {"unknown": True} if self.is_guess else {}
            return apply("Placeholder", "args", [], dtype=self.dtype, shape=self.shape._plain, **more)
        rank = self.shape.ndims
        return sparse_tensor.SparseTensor(
            apply("Placeholder", "args", [], dtype=dtypes.int64, shape=[None, rank]),
            apply("Placeholder", "args", [], dtype=self.dtype, shape=[None]),
            apply("Placeholder", "args", [], dtype=dtypes.int64, shape=[rank]))

    def __repr__(self):
        return "TensorSpec(shape=%s, dtype=%r, name=None)" % (self.shape, self.dtype)


def spec_of(value):
    """The Spec of each tensor of a structure."""
    def one(part):
        if isinstance(part, sparse_tensor.SparseTensor):
            return Spec(part.dtype, part.shape, True)
        if not isinstance(part, ops.Tensor):
            part = ops.convert_to_tensor(part)
        return Spec(part.dtype.base_dtype, part.shape, False, ops.is_guess(part))
    return packed(value, one)


def flat(value):
    if isinstance(value, dict):
        return [part for key in sorted(value) for part in flat(value[key])]
    if isinstance(value, tuple) and not isinstance(value, sparse_tensor.SparseTensorValue):
        return [part for inner in value for part in flat(inner)]
    return [value]


def packed(value, function):
    """The same structure with `function` of each component."""
    if isinstance(value, dict):
        found = dict([(key, packed(value[key], function)) for key in sorted(value)])
        return type(value)([(key, found[key]) for key in value]) if type(value) is not dict else dict(
            [(key, found[key]) for key in value])
    if isinstance(value, tuple) and not isinstance(value, sparse_tensor.SparseTensorValue):
        parts = [packed(inner, function) for inner in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return function(value)


class Structured(object):
    """Something that gives elements: `_spec` is the structure of their Specs."""

    @property
    def output_types(self):
        return packed(self._spec, lambda part: part.dtype)

    @property
    def output_shapes(self):
        return packed(self._spec, lambda part: part.shape)

    @property
    def output_classes(self):
        return packed(self._spec, lambda part: sparse_tensor.SparseTensor if part.sparse else ops.Tensor)
