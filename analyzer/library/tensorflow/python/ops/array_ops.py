"""Making, reshaping, joining and picking tensors."""

from _tfscope import is_unknown, type_hint, unknown
from tensorflow.python.framework import constant_op, dtypes, ops, sparse_tensor, tensor_shape, tensor_util
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import math_ops

newaxis = None
_slice = slice


def identity(input, name=None):
    return apply("Identity", name, [input])


def stop_gradient(input, name=None):
    return apply("StopGradient", name, [input])


def prevent_gradient(input, message="", name=None):
    return apply("PreventGradient", name, [input])


def check_numerics(tensor, message, name=None):
    return apply("CheckNumerics", name, [tensor])


def ensure_shape(x, shape, name=None):
    return apply("EnsureShape", name, [x], shape=tensor_shape.as_shape(shape)._plain)


# ---- shapes
def reshape(tensor, shape, name=None):
    return apply("Reshape", name, [tensor, shape])


def shape(input, name=None, out_type=dtypes.int32):
    return shape_internal(input, name, True, out_type)


def shape_internal(input, name=None, optimize=True, out_type=dtypes.int32):
    with ops.name_scope(name, "Shape", [input]) as name:
        if isinstance(input, sparse_tensor.SparseTensor):
            return apply("Cast", None, [input.dense_shape], DstT=dtypes.as_dtype(out_type))
        tensor = ops.convert_to_tensor(input)
        is_scalar_guess = tensor._shape.ndims == 0 and ops.is_guess(tensor)
        if optimize and not is_scalar_guess and tensor._shape.is_fully_defined():
            return constant_op.constant(tensor._shape.as_list(), out_type, name=name)
        return apply("Shape", name, [tensor], out_type=dtypes.as_dtype(out_type))


def shape_n(input, out_type=dtypes.int32, name=None):
    return apply("ShapeN", name, [input], out_type=dtypes.as_dtype(out_type))


def size(input, name=None, out_type=dtypes.int32):
    with ops.name_scope(name, "Size", [input]) as name:
        if isinstance(input, sparse_tensor.SparseTensor):
            return apply("Prod", name, [apply("Cast", None, [input.dense_shape], DstT=dtypes.as_dtype(out_type)), 0])
        tensor = ops.convert_to_tensor(input)
        if tensor._shape.is_fully_defined():
            return constant_op.constant(tensor._shape.num_elements(), out_type, name=name)
        return apply("Size", name, [tensor], out_type=dtypes.as_dtype(out_type))


def rank(input, name=None):
    with ops.name_scope(name, "Rank", [input]) as name:
        if isinstance(input, sparse_tensor.SparseTensor):
            return apply("Size", name, [input.dense_shape])
        tensor = ops.convert_to_tensor(input)
        if tensor._shape.ndims is not None:
            return constant_op.constant(tensor._shape.ndims, dtypes.int32, name=name)
        return apply("Rank", name, [tensor])


def expand_dims(input, axis=None, name=None, dim=None):
    axis = math_ops._one_of("axis", axis, "dim", dim)
    if axis is None:
        raise ValueError("Must specify an axis argument to tf.expand_dims()")
    return apply("ExpandDims", name, [input, axis])


def squeeze(input, axis=None, name=None, squeeze_dims=None):
    axis = math_ops._one_of("axis", axis, "squeeze_dims", squeeze_dims)
    if axis is None:
        axis = []
    elif not isinstance(axis, (list, tuple)):
        axis = [axis]
    return apply("Squeeze", name, [input], squeeze_dims=list(axis))


def broadcast_to(input, shape, name=None):
    return apply("BroadcastTo", name, [input, shape])


def transpose(a, perm=None, name="transpose", conjugate=False):
    with ops.name_scope(name, "transpose", [a]) as name:
        op_type = "ConjugateTranspose" if conjugate and a.dtype.is_complex else "Transpose"
        if perm is not None:
            return apply(op_type, name, [a, perm])
        a = ops.convert_to_tensor(a, name="a")
        if not a._shape.ndims:
            number = apply("Rank", None, [a])
            perm = (number - 1) - apply("Range", None, [0, number, 1])
        else:
            perm = _numpy_range(a._shape.ndims)
        result = apply(op_type, name, [a, perm])
        if a._shape._plain is not None:
            result.set_shape(a._shape._plain[::-1])
        return result


def _numpy_range(count):
    """The reversed range that TensorFlow makes with NumPy: an argument of type int32 all the same."""
    return [count - 1 - i for i in range(count)]


# ---- constants
def _element_product(shape):
    """What np.prod answers: elements multiplied one by one, tensors and Dimensions included."""
    if not isinstance(shape, (list, tuple, tensor_shape.TensorShape)):
        return shape
    result = None
    for dim in shape:
        if is_unknown(dim) or isinstance(dim, tensor_shape.Dimension) and is_unknown(dim.value):
            return 0  # taken for small
        if dim is None and len(shape) > 1:
            raise TypeError("unsupported operand type(s) for *: 'NoneType' and 'NoneType'")
        result = dim if result is None else result * dim
    return 1.0 if result is None else result


def _filled(value, shape, dtype, name):
    dtype = dtypes.as_dtype(dtype).base_dtype
    if dtype is dtypes.bool:
        value = bool(value)
    elif dtype is dtypes.string and not value:
        value = ""
    if not isinstance(shape, ops.Tensor):
        try:
            try:
                if is_unknown(shape) or _element_product(shape) < 1000:
                    return constant_op.constant_v1(value, shape=shape, dtype=dtype, name=name)
            except TypeError:
                pass
            shape = tensor_shape.TensorShape(shape)._to_tensor()
        except (TypeError, ValueError):
            shape = ops.convert_to_tensor(shape, dtype=dtypes.int32)
    if not shape._shape.ndims:
        shape = reshape(shape, [-1])
    return fill(shape, constant_op.constant(value, dtype=dtype), name=name)


def zeros(shape, dtype=dtypes.float32, name=None):
    with ops.name_scope(name, "zeros", [shape]) as name:
        return _filled(0, shape, dtype, name)


def ones(shape, dtype=dtypes.float32, name=None):
    with ops.name_scope(name, "ones", [shape]) as name:
        return _filled(1, shape, dtype, name)


def fill(dims, value, name=None):
    return apply("Fill", name, [dims, value])


def zeros_like(tensor, dtype=None, name=None, optimize=True):
    with ops.name_scope(name, "zeros_like", [tensor]) as name:
        tensor = ops.convert_to_tensor(tensor, name="tensor")
        if optimize and tensor._shape.is_fully_defined():
            return zeros(tensor._shape, dtype=dtype or tensor.dtype, name=name)
        if dtype is not None and dtype != tensor.dtype:
            return zeros(shape_internal(tensor, optimize=optimize), dtype=dtype, name=name)
        return apply("ZerosLike", name, [tensor])


def ones_like(tensor, dtype=None, name=None, optimize=True):
    with ops.name_scope(name, "ones_like", [tensor]) as name:
        tensor = ops.convert_to_tensor(tensor, name="tensor")
        result = ones(shape_internal(tensor, optimize=optimize),
                      dtype=tensor.dtype if dtype is None else dtype,
                      name=name)
        result.set_shape(tensor._shape)
        return result


def placeholder(dtype, shape=None, name=None):
    try:
        dtype = dtypes.as_dtype(dtype).base_dtype
    except TypeError:
        raise TypeError("Expected DataType for argument 'dtype' not %r." % (dtype,))
    try:
        dims = tensor_shape.as_shape(shape)
    except ValueError as error:
        raise ValueError("Error converting shape to a TensorShape: %s." % error)
    tensor = apply("Placeholder", name, [], dtype=dtype, shape=dims._plain)
    if dims._is_uncertain:
        tensor._shape = dims
    return tensor


def placeholder_with_default(input, shape, name=None):
    return apply("PlaceholderWithDefault", name, [input], shape=tensor_shape.as_shape(shape)._plain)


# ---- joining and splitting
def stack(values, axis=0, name="stack"):
    if isinstance(values, (list, tuple)) and values and all([type_hint(value) in ("any", "opaque") for value in values]):
        return ops.convert_to_tensor(unknown("opaque"))  # of no known shape: these need not be numbers
    if axis == 0:
        try:
            return ops.convert_to_tensor(values, name=name)
        except (TypeError, ValueError):
            pass
    dims = ops.convert_to_tensor(values[0], name=name)._shape.ndims
    if dims is not None and (axis < -dims - 1 or axis > dims):
        raise ValueError("axis = %d not in [%d, %d)" % (axis, -dims - 1, dims + 1))
    return apply("Pack", name, [values], axis=axis)


def packed(values, dtype, name):
    """A nested list that holds tensors, as one tensor."""
    found = _tensor_dtype(values)
    if dtype is None:
        dtype = found
    elif dtype != found:
        values = _cast_tensors(values, dtype)
    return _pack(values, dtype, name or "packed")


def _is_tensor(value):
    return isinstance(value, ops.Tensor) or hasattr(value, "_to_tensor") and not isinstance(
        value, (tensor_shape.Dimension, tensor_shape.TensorShape))


def _tensor_dtype(values):
    for value in values:
        if _is_tensor(value):
            return value.dtype.base_dtype
        if isinstance(value, (list, tuple)):
            found = _tensor_dtype(value)
            if found is not None:
                return found
    return None


def _cast_tensors(values, dtype):
    result = []
    for value in values:
        if isinstance(value, (list, tuple)):
            result.append(_cast_tensors(value, dtype))
        elif _is_tensor(value) and value.dtype.base_dtype != dtype:
            result.append(math_ops.cast(value, dtype))
        else:
            result.append(value)
    return result


def _pack(values, dtype, name):
    with ops.name_scope(name) as scope:
        parts = []
        for i in range(len(values)):
            value = values[i]
            if _is_tensor(value):
                fits = dtype is None or value.dtype.base_dtype == dtype
                if not fits and not (isinstance(value, ops.Tensor) and ops.is_guess(value)):
                    raise TypeError("Cannot convert a list containing a tensor of dtype %s to %s (Tensor is: %r)" % (
                        value.dtype, dtype, value))
            elif isinstance(value, (list, tuple)):
                value = _pack(value, dtype, str(i))
            parts.append(value)
        if not any([_is_tensor(part) for part in parts]):
            return parts
        tensors = []
        for i in range(len(parts)):
            part = parts[i]
            tensors.append(part if _is_tensor(part) else constant_op.constant(part, dtype=dtype, name=str(i)))
        return apply("Pack", scope, [tensors])


def unstack(value, num=None, axis=0, name="unstack"):
    if num is None:
        value = ops.convert_to_tensor(value)
        dims = value._shape._plain
        if dims is not None:
            if axis < -len(dims) or axis >= len(dims):
                raise ValueError("axis = %d not in [%d, %d)" % (axis, -len(dims), len(dims)))
            num = dims[axis]
        if num is None and ops.is_uncertain(value):
            return unknown("opaque")
        if num is None:
            raise ValueError("Cannot infer num from shape %s" % value._shape)
    return apply("Unpack", name, [value], num=_count(num), axis=axis)


def _count(number):
    # A count that the source does not fix: two outputs stand for all.
    return 2 if is_unknown(number) else int(number)


def concat(values, axis, name="concat"):
    if not isinstance(values, (list, tuple)):
        values = [values]
    if len(values) == 1:
        with ops.name_scope(name):
            ops.convert_to_tensor(axis, name="concat_dim", dtype=dtypes.int32).get_shape().assert_has_rank(0)
            return identity(values[0], name=name)
    return apply("ConcatV2", name, [values, axis])


def split(value, num_or_size_splits, axis=0, num=None, name="split"):
    sizes = ops.convert_to_tensor(num_or_size_splits)
    if isinstance(num_or_size_splits, (int, tensor_shape.Dimension)) or is_unknown(num_or_size_splits):
        if isinstance(num_or_size_splits, tensor_shape.Dimension):
            num_or_size_splits = num_or_size_splits.value
        return apply("Split", name, [axis, value], num_split=_count(num_or_size_splits))
    if sizes._shape.ndims == 0:
        raise ValueError(
            "Rank-0 tensors are not supported as the num_or_size_splits argument to split. Argument provided: %s" %
            (num_or_size_splits,))
    if num is None:
        if sizes._shape.ndims:
            num = sizes._shape._plain[0]
        if num is None and (ops.is_uncertain(value) or not isinstance(num_or_size_splits, ops.Tensor)):
            return unknown("opaque")
        if num is None:
            raise ValueError("Cannot infer num from shape %s" % num_or_size_splits)
    return apply("SplitV", name, [value, sizes, axis], num_split=_count(num))


def tile(input, multiples, name=None):
    return apply("Tile", name, [input, multiples])


def pad(tensor, paddings, mode="CONSTANT", name=None, constant_values=0):
    mode = mode.upper()
    if mode not in ("CONSTANT", "REFLECT", "SYMMETRIC"):
        raise ValueError("Unknown padding mode: %s" % mode)
    if mode != "CONSTANT":
        result = apply("MirrorPad", name, [tensor, paddings], mode=mode)
    elif not isinstance(constant_values, ops.Tensor) and constant_values == 0:
        result = apply("Pad", name, [tensor, paddings])
    else:
        result = apply("PadV2", name, [tensor, paddings, constant_values])
    _pad_shape(result)
    return result


def _pad_shape(result):
    """Sizes that follow from those paddings that are known."""
    known = result.op.inputs[1]._value
    dims = result.op.inputs[0]._shape._plain
    if dims is None or known is None or result._shape.is_fully_defined():
        return
    sizes = []
    for i in range(len(dims)):
        open_size = dims[i] is None or known[i] is None or known[i][0] is None or known[i][1] is None
        sizes.append(None if open_size else dims[i] + known[i][0] + known[i][1])
    result.set_shape(sizes)


# ---- slices
_INDEX_ERROR = (
    "Only integers, slices (`:`), ellipsis (`...`), tf.newaxis (`None`) and scalar tf.int32/tf.int64 tensors are "
    "valid indices")


def _check_index(index):
    if isinstance(index, (int, tensor_shape.Dimension)) or is_unknown(index):
        return
    dtype = getattr(index, "dtype", None)
    valid = dtype is not None and dtypes.as_dtype(dtype).base_dtype in (
        dtypes.int32, dtypes.int64, dtypes.int16, dtypes.uint8, dtypes.uint16)
    if not valid or isinstance(index, ops.Tensor) and index._shape.ndims == 1:
        raise TypeError("%s, got %r" % (_INDEX_ERROR, index))


def slice_helper(tensor, slice_spec, var=None):
    """`tensor[slice_spec]`."""
    if isinstance(slice_spec, bool) or isinstance(slice_spec, ops.Tensor) and slice_spec.dtype is dtypes.bool:
        return boolean_mask(tensor=tensor, mask=slice_spec)
    if hasattr(slice_spec, "_element_values") and dtypes.as_dtype(slice_spec.dtype) is dtypes.bool:
        return boolean_mask(tensor=tensor, mask=slice_spec)
    if not isinstance(slice_spec, (list, tuple)):
        slice_spec = [slice_spec]
    begin, end, strides = [], [], []
    masks = {"begin_mask": 0, "end_mask": 0, "ellipsis_mask": 0, "new_axis_mask": 0, "shrink_axis_mask": 0}
    bit = 1
    for item in slice_spec:
        stride = 1
        if isinstance(item, _slice):
            for bound, mask, bounds in ((item.start, "begin_mask", begin), (item.stop, "end_mask", end)):
                if bound is None:
                    bounds.append(0)
                    masks[mask] |= bit
                else:
                    _check_index(bound)
                    bounds.append(bound)
            if item.step is not None:
                _check_index(item.step)
                stride = item.step
        elif item is Ellipsis or item is None:
            begin.append(0)
            end.append(0)
            masks["new_axis_mask" if item is None else "ellipsis_mask"] |= bit
        else:
            _check_index(item)
            begin.append(item)
            end.append(item + 1)
            masks["shrink_axis_mask"] |= bit
        strides.append(stride)
        bit <<= 1
    with ops.name_scope(None, "strided_slice", [tensor] + begin + end + strides) as name:
        if begin:
            parts = [stack(begin), stack(end), stack(strides)]
            if any([part.dtype is dtypes.int64 for part in parts]):
                parts = [part if part.dtype is dtypes.int64 else apply("Cast", None, [part], DstT=dtypes.int64)
                         for part in parts]
        else:
            parts = [constant_op.constant([], dtype=dtypes.int32)] * 3
        return strided_slice(tensor, parts[0], parts[1], parts[2], var=var, name=name, **masks)


def slice(input_, begin, size, name=None):
    return apply("Slice", name, [input_, begin, size])


def strided_slice(input_, begin, end, strides=None, begin_mask=0, end_mask=0, ellipsis_mask=0, new_axis_mask=0,
                  shrink_axis_mask=0, var=None, name=None):
    if strides is None:
        strides = ones_like(begin)
    result = apply("StridedSlice", name, [input_, begin, end, strides], begin_mask=begin_mask, end_mask=end_mask,
                   ellipsis_mask=ellipsis_mask, new_axis_mask=new_axis_mask, shrink_axis_mask=shrink_axis_mask)
    result.assign = _SliceAssign(var, result, name)
    return result


class _SliceAssign(object):
    """The `assign` of a slice, which works for slices of variables."""

    def __init__(self, var, result, name):
        self._var, self._result, self._name = var, result, name

    def __call__(self, val, name=None):
        if self._var is None:
            raise ValueError("Sliced assignment is only supported for variables")
        inputs = self._result.op.inputs
        return ops.create_op("StridedSliceAssign", list(inputs) + [ops.convert_to_tensor(val)],
                             [(self._var.shape, self._var.dtype)], name or self._name + "_assign").outputs[0]


def where(condition, x=None, y=None, name=None):
    if x is None and y is None:
        with ops.name_scope(name, "Where", [condition]) as name:
            condition = ops.convert_to_tensor(condition, preferred_dtype=dtypes.bool, name="condition")
            return apply("Where", name, [condition])
    if x is None or y is None:
        raise ValueError("x and y must both be non-None or both be None.")
    return apply("Select", name, [condition, x, y])


def gather(params, indices, validate_indices=None, name=None, axis=None, batch_dims=0):
    if axis is None:
        axis = batch_dims
    if tensor_util.constant_value(axis) == 0 and hasattr(params, "sparse_read"):
        return params.sparse_read(indices, name=name)
    return apply("GatherV2", name, [params, indices, axis], batch_dims=batch_dims)


from tensorflow.python.ops.array_more_ops import (
    batch_gather, batch_to_space, batch_to_space_nd, bitcast, boolean_mask, broadcast_dynamic_shape,
    broadcast_static_shape, depth_to_space, diag, diag_part, edit_distance, extract_image_patches, extract_image_patches_v2,
    fake_quant_with_min_max_args, fake_quant_with_min_max_vars, fingerprint, gather_nd, guarantee_const, identity_n,
    invert_permutation, matrix_band_part, matrix_diag, matrix_diag_part, matrix_set_diag, matrix_transpose, meshgrid,
    one_hot, parallel_stack, repeat, required_space_to_batch_paddings, reverse, reverse_sequence, reverse_v2, roll,
    scatter_nd, searchsorted, sequence_mask, setdiff1d, space_to_batch, space_to_batch_nd, space_to_depth, sparse_mask,
    sparse_placeholder, tensor_scatter_add, tensor_scatter_sub, tensor_scatter_update, unique, unique_with_counts,
    unravel_index, where_v2)
