"""Iterators over datasets."""

from _tfscope import is_unknown, unknown
from tensorflow.python.data.ops.structure import flat, packed, Spec, Structured
from tensorflow.python.framework import dtypes, ops, sparse_tensor, tensor_shape


def _spec_of_types(output_types, output_shapes):
    """The structure that types and shapes describe; unknown as they are."""
    from tensorflow.python.data.ops.dataset_ops import flat_shapes
    if is_unknown(output_types):
        return unknown("opaque")
    kinds = packed(output_types, dtypes.as_dtype)
    shapes = [tensor_shape.as_shape(None)] * len(flat(kinds))
    if output_shapes is not None and not is_unknown(output_shapes):
        shapes = [tensor_shape.as_shape(shape) for shape in flat_shapes(output_types, output_shapes)]
    remaining = iter(shapes)
    return packed(kinds, lambda kind: Spec(kind, next(remaining), False))


class Iterator(Structured):

    def __init__(self, iterator_resource, initializer, spec, string_handle=None):
        self._iterator_resource = iterator_resource
        self._initializer = initializer
        self._spec = spec
        self._string_handle = string_handle
        if string_handle is None:
            self._string_handle = ops.create_op("IteratorToStringHandle", [iterator_resource],
                                                [(tensor_shape.scalar(), dtypes.string)]).outputs[0]

    @staticmethod
    def from_structure(output_types, output_shapes=None, shared_name=None, output_classes=None):
        spec = _spec_of_types(output_types, output_shapes)
        resource = ops.create_op("IteratorV2", [], [(tensor_shape.scalar(), dtypes.resource)]).outputs[0]
        ops.add_to_collection("iterators", resource)
        return Iterator(resource, None, spec)

    @staticmethod
    def from_string_handle(string_handle, output_types, output_shapes=None, output_classes=None):
        spec = _spec_of_types(output_types, output_shapes)
        handle = ops.convert_to_tensor(string_handle, dtype=dtypes.string)
        resource = ops.create_op("IteratorFromStringHandleV2", [handle],
                                 [(tensor_shape.scalar(), dtypes.resource)]).outputs[0]
        return Iterator(resource, None, spec)

    @property
    def initializer(self):
        if self._initializer is None:
            raise ValueError("Iterator does not have an initializer.")
        return self._initializer

    def make_initializer(self, dataset, name=None):
        with ops.name_scope(name, "make_initializer") as name:
            if is_unknown(self._spec) or is_unknown(dataset):
                return ops.create_op("MakeIterator", [self._iterator_resource], [], name)
            for mine, other in zip(flat(self._spec), flat(dataset._spec)):
                if mine.dtype != other.dtype:
                    raise TypeError("Expected output types %r but got dataset with output types %r." % (
                        self.output_types, dataset.output_types))
                if not mine.shape.is_compatible_with(other.shape):
                    raise TypeError("Expected output shapes compatible with %r but got dataset with output shapes %r." %
                                    (self.output_shapes, dataset.output_shapes))
            return ops.create_op("MakeIterator", [dataset._variant_tensor, self._iterator_resource], [], name)

    def get_next(self, name=None):
        if is_unknown(self._spec):
            return unknown("opaque")
        outputs = []
        for part in flat(self._spec):
            if part.sparse:
                outputs.append((tensor_shape.TensorShape([3]), dtypes.variant))
            else:
                outputs.append((part.shape, part.dtype))
        attributes = {"unknown": True} if any([part.is_guess for part in flat(self._spec)]) else None
        op = ops.create_op("IteratorGetNext", [self._iterator_resource], outputs, name, None, attributes)
        remaining = iter(op.outputs)
        return packed(self._spec, lambda part: _restored(part, next(remaining)))

    def string_handle(self, name=None):
        return self._string_handle


def _restored(part, tensor):
    if not part.sparse:
        return tensor
    rank = part.shape.ndims
    outputs = [(tensor_shape.TensorShape([None, rank]), dtypes.int64), (tensor_shape.TensorShape([None]), part.dtype),
               (tensor_shape.TensorShape([rank]), dtypes.int64)]
    return sparse_tensor.SparseTensor(*ops.create_op("DeserializeSparse", [tensor], outputs).outputs)
