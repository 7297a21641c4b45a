"""SparseTensor: three tensors that travel together."""

import collections

from tensorflow.python.framework import dtypes, op_library, ops, tensor_shape, tensor_util

SparseTensorValue = collections.namedtuple("SparseTensorValue", ["indices", "values", "dense_shape"])


class SparseTensor(object):

    _is_composite = True

    def __init__(self, indices, values, dense_shape):
        with ops.name_scope(None, "SparseTensor", [indices, values, dense_shape]):
            self._indices = ops.convert_to_tensor(indices, name="indices", dtype=dtypes.int64)
            self._values = ops.convert_to_tensor(values, name="values")
            self._dense_shape = ops.convert_to_tensor(dense_shape, name="dense_shape", dtype=dtypes.int64)
        indices_shape = self._indices.shape.with_rank(2)
        values_shape = self._values.shape.with_rank(1)
        dense_shape_shape = self._dense_shape.shape.with_rank(1)
        indices_shape.dims[0].assert_is_compatible_with(values_shape.dims[0])
        indices_shape.dims[1].assert_is_compatible_with(dense_shape_shape.dims[0])

    def _components(self):
        return [self._indices, self._values, self._dense_shape]

    def _from_components(self, parts):
        return SparseTensor(*parts)

    @classmethod
    def from_value(cls, sparse_tensor_value):
        return SparseTensor(sparse_tensor_value.indices, sparse_tensor_value.values, sparse_tensor_value.dense_shape)

    @property
    def indices(self):
        return self._indices

    @property
    def values(self):
        return self._values

    @property
    def dense_shape(self):
        return self._dense_shape

    @property
    def shape(self):
        return tensor_util.constant_value_as_shape(self._dense_shape)

    def get_shape(self):
        return self.shape

    def _elementwise(self, kind, name, other):
        """Each value with what stands at its place in a dense tensor."""
        with ops.name_scope(None, name, [self, other]) as scope:
            other = ops.convert_to_tensor(other, dtype=self.dtype.base_dtype, name="y")
            values = op_library.apply(kind, scope, [self._indices, self._values, self._dense_shape, other])
            return SparseTensor(self._indices, values, self._dense_shape)

    def __mul__(self, other):
        return self._elementwise("SparseDenseCwiseMul", "mul", other)

    def __div__(self, other):
        return self._elementwise("SparseDenseCwiseDiv", "div", other)

    def __truediv__(self, other):
        return self._elementwise("SparseDenseCwiseDiv", "truediv", other)

    @property
    def op(self):
        return self._values.op

    @property
    def graph(self):
        return self._indices.graph

    @property
    def name(self):
        return self._values.name

    @property
    def dtype(self):
        return self._values.dtype

    def eval(self, feed_dict=None, session=None):
        return SparseTensorValue(self._indices.eval(feed_dict, session), self._values.eval(feed_dict, session),
                                 self._dense_shape.eval(feed_dict, session))

    def __str__(self):
        return "SparseTensor(indices=%s, values=%s, dense_shape=%s)" % (self._indices, self._values, self._dense_shape)


def convert_to_tensor_or_sparse_tensor(value, dtype=None, name=None):
    if isinstance(value, SparseTensorValue):
        value = SparseTensor.from_value(value)
    if not isinstance(value, SparseTensor):
        return ops.convert_to_tensor(value, dtype=dtype, name=name)
    if dtype is not None and not dtypes.as_dtype(dtype).is_compatible_with(value.dtype):
        raise RuntimeError("Sparse dtype: requested = %s, actual = %s" %
                           (dtypes.as_dtype(dtype).name, value.dtype.name))
    return value


def is_sparse(x):
    return isinstance(x, (SparseTensor, SparseTensorValue))
