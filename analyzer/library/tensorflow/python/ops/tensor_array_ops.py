"""TensorArrays: a handle, and a flow that orders the writes."""

import _tfscope
from tensorflow.python.framework import dtypes, ops, tensor_shape
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import array_ops, math_ops


class TensorArray(object):

    def __init__(self, dtype, size=None, dynamic_size=None, clear_after_read=None, tensor_array_name=None, handle=None,
                 flow=None, infer_shape=True, element_shape=None, colocate_with_first_write_call=True, name=None):
        if handle is not None and tensor_array_name:
            raise ValueError("Cannot construct with both handle and tensor_array_name")
        if handle is not None and not isinstance(handle, ops.Tensor):
            raise TypeError("Handle must be a Tensor")
        if handle is None and size is None:
            raise ValueError("Size must be provided if handle is not provided")
        for value, label in ((size, "size"), (element_shape, "element_shape"), (dynamic_size, "dynamic_size"),
                             (clear_after_read, "clear_after_read")):
            if handle is not None and value is not None:
                raise ValueError("Cannot provide both a handle and %s at the same time" % label)
        self._dtype = dtypes.as_dtype(dtype).base_dtype
        self._infer_shape = infer_shape
        self._element_shape = [tensor_shape.as_shape(element_shape)]  # shared by the arrays of one handle
        with ops.name_scope(name, "TensorArray", [handle, size, flow]) as scope:
            if handle is not None:
                if flow is None:
                    raise ValueError("flow must not be None if handle is not None.")
                self._handle, self._flow = handle, flow
            else:
                self._handle, self._flow = apply("TensorArrayV3", scope, [size], dtype=self._dtype)

    @property
    def flow(self):
        return self._flow

    @property
    def dtype(self):
        return self._dtype

    @property
    def handle(self):
        return self._handle

    @property
    def element_shape(self):
        return self._element_shape[0]

    def _check(self, value, shape):
        if not shape.is_compatible_with(self.element_shape):
            _tfscope.fail("incompatible_shapes", ValueError,
                          "Inconsistent shapes: saw %s but expected %s " % (shape, self.element_shape))
        if self._infer_shape:
            self._element_shape[0] = self.element_shape.merge_with(shape)

    def _settled(self, value):
        """What was read: of elements of which the source does not fix the shape, TensorFlow may know more."""
        if self.element_shape._is_uncertain:
            value._shape = self.element_shape
        return value

    def identity(self):
        return build_ta_with_new_flow(self, array_ops.identity(self._flow))

    def read(self, index, name=None):
        return self._settled(apply("TensorArrayReadV3", name, [self._handle, index, self._flow], dtype=self._dtype,
                                   element_shape=self.element_shape._plain))

    def write(self, index, value, name=None):
        with ops.name_scope(name, "TensorArrayWrite", [self._handle, index, value]):
            value = ops.convert_to_tensor(value, preferred_dtype=self._dtype, name="value")
            self._check(value, value.shape)
            flow = apply("TensorArrayWriteV3", name, [self._handle, index, value, self._flow])
            return build_ta_with_new_flow(self, flow)

    def stack(self, name=None):
        with ops.name_scope(name, "TensorArrayStack", [self._handle]):
            return self.gather(math_ops.range(0, self.size()), name=name)

    def gather(self, indices, name=None):
        return self._settled(apply("TensorArrayGatherV3", name, [self._handle, indices, self._flow], dtype=self._dtype,
                                   element_shape=self.element_shape._plain))

    def concat(self, name=None):
        rest = self.element_shape._plain
        return apply("TensorArrayConcatV3", name, [self._handle, self._flow], dtype=self._dtype,
                     element_shape_except0=None if rest is None else rest[1:])[0]

    def unstack(self, value, name=None):
        with ops.name_scope(name, "TensorArrayUnstack", [self._handle, value]):
            count = array_ops.shape(value)[0]
            return self.scatter(indices=math_ops.range(0, count), value=value, name=name)

    def scatter(self, indices, value, name=None):
        with ops.name_scope(name, "TensorArrayScatter", [self._handle, value, indices]):
            value = ops.convert_to_tensor(value, preferred_dtype=self._dtype, name="value")
            self._check(value, value.shape[1:])
            flow = apply("TensorArrayScatterV3", name, [self._handle, indices, value, self._flow])
            return build_ta_with_new_flow(self, flow)

    def split(self, value, lengths, name=None):
        with ops.name_scope(name, "TensorArraySplit", [self._handle, value, lengths]):
            value = ops.convert_to_tensor(value, dtype=self._dtype, name="value")
            lengths = math_ops.cast(lengths, dtypes.int64)
            flow = apply("TensorArraySplitV3", name, [self._handle, value, lengths, self._flow])
            return build_ta_with_new_flow(self, flow)

    def size(self, name=None):
        return apply("TensorArraySizeV3", name, [self._handle, self._flow])

    def close(self, name=None):
        return apply("TensorArrayCloseV3", name, [self._handle])


def build_ta_with_new_flow(old_ta, flow):
    """The same array after another write."""
    result = TensorArray.__new__(TensorArray)
    result._dtype = old_ta._dtype
    result._infer_shape = old_ta._infer_shape
    result._element_shape = old_ta._element_shape
    result._handle = old_ta._handle
    result._flow = flow
    return result
