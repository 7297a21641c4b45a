"""Gathering, scattering, masks, blocks of space, diagonals: what array_ops offers besides its core."""

import collections

from tensorflow.python.framework import constant_op, dtypes, ops, sparse_tensor, tensor_shape, tensor_util
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import array_ops, math_ops

_Unique = collections.namedtuple("Unique", ["y", "idx"])
_UniqueWithCounts = collections.namedtuple("UniqueWithCounts", ["y", "idx", "count"])
_ListDiff = collections.namedtuple("ListDiff", ["out", "idx"])


def gather_nd(params, indices, name=None, batch_dims=0):
    return apply("GatherNd", name, [params, indices])


def batch_gather(params, indices, name=None):
    with ops.name_scope(name, "BatchGather", [params, indices]):
        indices = ops.convert_to_tensor(indices, name="indices")
        params = ops.convert_to_tensor(params, name="params")
        if indices._shape.ndims is None:
            raise ValueError("batch_gather does not allow indices with unknown shape.")
        count = indices._shape.ndims - 1
        result = apply("GatherV2", None, [params, indices, count], batch_dims=count)
        return result


def scatter_nd(indices, updates, shape, name=None):
    return apply("ScatterNd", name, [indices, updates, shape])


def tensor_scatter_update(tensor, indices, updates, name=None):
    return apply("TensorScatterUpdate", name, [tensor, indices, updates])


def tensor_scatter_add(tensor, indices, updates, name=None):
    return apply("TensorScatterAdd", name, [tensor, indices, updates])


def tensor_scatter_sub(tensor, indices, updates, name=None):
    return apply("TensorScatterSub", name, [tensor, indices, updates])


def where_v2(condition, x=None, y=None, name=None):
    if x is None and y is None:
        return array_ops.where(condition, name=name)
    if x is None or y is None:
        raise ValueError("x and y must both be non-None or both be None.")
    return apply("SelectV2", name, [condition, x, y])


def one_hot(indices, depth, on_value=None, off_value=None, axis=None, dtype=None, name=None):
    with ops.name_scope(name, "one_hot", [indices, depth, on_value, off_value, axis, dtype]) as name:
        on_dtype = None if on_value is None else ops.convert_to_tensor(on_value).dtype.base_dtype
        off_dtype = None if off_value is None else ops.convert_to_tensor(off_value).dtype.base_dtype
        if on_dtype is None and off_dtype is None:
            dtype = dtypes.float32 if dtype is None else dtypes.as_dtype(dtype)
        elif dtype is None:
            dtype = on_dtype if on_dtype is not None else off_dtype
        else:
            for found, which in ((on_dtype, "on_value"), (off_dtype, "off_value")):
                if found is not None and found != dtype:
                    raise TypeError("dtype %s of %s does not match dtype parameter %s" % (found, which, dtype))
        if on_value is None:
            on_value, on_dtype = ops.convert_to_tensor(1, dtype, name="on_value"), dtype
        if off_value is None:
            off_value, off_dtype = ops.convert_to_tensor(0, dtype, name="off_value"), dtype
        if on_dtype != off_dtype:
            raise TypeError("dtype %s of on_value does not match dtype %s of off_value" % (on_dtype, off_dtype))
        return apply("OneHot", name, [indices, depth, on_value, off_value], axis=-1 if axis is None else axis)


def sequence_mask(lengths, maxlen=None, dtype=dtypes.bool, name=None):
    with ops.name_scope(name, "SequenceMask", [lengths, maxlen]):
        lengths = ops.convert_to_tensor(lengths)
        if maxlen is None:
            if lengths._shape.ndims is None:
                axes = apply("Range", None, [0, array_ops.rank(lengths), 1])
            else:
                axes = constant_op.constant(list(range(lengths._shape.ndims)), dtype=dtypes.int32)
            maxlen = apply("Max", None, [lengths, axes])
            maxlen = apply("Maximum", None, [constant_op.constant(0, maxlen.dtype), maxlen])
        else:
            maxlen = ops.convert_to_tensor(maxlen)
        if maxlen._shape.ndims not in (None, 0):
            raise ValueError("maxlen must be scalar for sequence_mask")
        row = apply("Range", None,
                    [constant_op.constant(0, maxlen.dtype), maxlen,
                     constant_op.constant(1, maxlen.dtype)])
        matrix = array_ops.expand_dims(lengths, -1)
        matrix = apply("Cast", None, [matrix], DstT=maxlen.dtype)
        result = row < matrix
        if dtype is None or result.dtype.base_dtype == dtypes.as_dtype(dtype).base_dtype:
            return result
        return apply("Cast", None, [result], DstT=dtypes.as_dtype(dtype))


def meshgrid(*args, **kwargs):
    indexing = kwargs.pop("indexing", "xy")
    name = kwargs.pop("name", "meshgrid")
    if kwargs:
        raise TypeError("'%s' is an invalid keyword argument for this function" % list(kwargs)[0])
    if indexing not in ("xy", "ij"):
        raise ValueError("indexing parameter must be either 'xy' or 'ij'")
    with ops.name_scope(name, "meshgrid", args) as name:
        count = len(args)
        outputs = []
        for i in range(count):
            dims = [1] * count
            dims[i] = -1
            outputs.append(array_ops.reshape(array_ops.stack(args[i]), dims))
        sizes = [array_ops.size(value) for value in args]
        dtype = ops.convert_to_tensor(args[0]).dtype.base_dtype
        if indexing == "xy" and count > 1:
            outputs[0] = array_ops.reshape(outputs[0], [1, -1] + [1] * (count - 2))
            outputs[1] = array_ops.reshape(outputs[1], [-1, 1] + [1] * (count - 2))
            sizes[0], sizes[1] = sizes[1], sizes[0]
        factor = array_ops.ones(sizes, dtype)
        return [output * factor for output in outputs]


def reverse(tensor, axis, name=None):
    return apply("ReverseV2", name, [tensor, axis])


reverse_v2 = reverse


def reverse_sequence(input, seq_lengths, seq_axis=None, batch_axis=None, name=None, seq_dim=None, batch_dim=None):
    batch = batch_dim if batch_axis is None else batch_axis
    return apply("ReverseSequence", name, [input, seq_lengths], batch_dim=batch or 0)


def identity_n(input, name=None):
    return apply("IdentityN", name, [list(input)], count=len(input))


def guarantee_const(input, name=None):
    return apply("GuaranteeConst", name, [input])


def fingerprint(data, method="farmhash64", name=None):
    return apply("Fingerprint", name, [data, method])


def unravel_index(indices, dims, name=None):
    return apply("UnravelIndex", name, [indices, dims])


def roll(input, shift, axis, name=None):
    return apply("Roll", name, [input, shift, axis])


def repeat(input, repeats, axis=None, name=None):
    if axis is None:
        input = array_ops.reshape(input, [-1])
        axis = 0
    with ops.name_scope(name, "Repeat", [input, repeats]):
        data = ops.convert_to_tensor(input, name="data")
        dims = data._shape._plain
        known = tensor_util.constant_value(ops.convert_to_tensor(repeats, name="repeats"))
        if dims is not None:
            dims = list(dims)
            known_size = dims[axis] is not None and isinstance(known, int)
            dims[axis] = dims[axis] * known if known_size else None
        result = apply("Tile", None, [data, [1] * (len(dims) if dims is not None else 1)])
        result._shape = tensor_shape.TensorShape(dims)
        return result


def unique(x, out_idx=dtypes.int32, name=None):
    return _Unique(*apply("Unique", name, [x], out_idx=dtypes.as_dtype(out_idx)))


def unique_with_counts(x, out_idx=dtypes.int32, name=None):
    return _UniqueWithCounts(*apply("UniqueWithCounts", name, [x], out_idx=dtypes.as_dtype(out_idx)))


def setdiff1d(x, y, index_dtype=dtypes.int32, name=None):
    return _ListDiff(*apply("ListDiff", name, [x, y], out_idx=dtypes.as_dtype(index_dtype)))


def invert_permutation(x, name=None):
    return apply("InvertPermutation", name, [x])


def searchsorted(sorted_sequence, values, side="left", out_type=dtypes.int32, name=None):
    """The operations look at rows, so that both are reshaped to matrices."""
    if side not in ("left", "right"):
        raise ValueError("side must be either 'right' or 'left'.  Saw: %s." % side)
    columns = [array_ops.shape_internal(tensor)[-1] for tensor in (sorted_sequence, values)]
    rows = [array_ops.reshape(tensor, [-1, size]) for tensor, size in zip((sorted_sequence, values), columns)]
    found = apply("UpperBound" if side == "right" else "LowerBound", name, rows, out_type=dtypes.as_dtype(out_type))
    return array_ops.reshape(found, array_ops.shape_internal(values))


def bitcast(input, type, name=None):
    return apply("Bitcast", name, [input], type=dtypes.as_dtype(type))


# ---- blocks of space
def space_to_depth(input, block_size, name=None, data_format="NHWC"):
    return apply("SpaceToDepth", name, [input], block_size=block_size, data_format=data_format)


def depth_to_space(input, block_size, name=None, data_format="NHWC"):
    return apply("DepthToSpace", name, [input], block_size=block_size, data_format=data_format)


def space_to_batch_nd(input, block_shape, paddings, name=None):
    return apply("SpaceToBatchND", name, [input, block_shape, paddings])


def batch_to_space_nd(input, block_shape, crops, name=None):
    return apply("BatchToSpaceND", name, [input, block_shape, crops])


def space_to_batch(input, paddings, block_size=None, name=None, block_shape=None):
    size = math_ops._one_of("block_shape", block_shape, "block_size", block_size)
    return space_to_batch_nd(input, [size, size], paddings, name)


def batch_to_space(input, crops, block_size, name=None, block_shape=None):
    size = math_ops._one_of("block_shape", block_shape, "block_size", block_size)
    return batch_to_space_nd(input, [size, size], crops, name)


def required_space_to_batch_paddings(input_shape, block_shape, base_paddings=None, name=None):
    with ops.name_scope(name, "required_space_to_batch_paddings", [input_shape, block_shape]):
        sizes = ops.convert_to_tensor(input_shape, dtype=dtypes.int32, name="input_shape")
        blocks = ops.convert_to_tensor(block_shape, dtype=dtypes.int32, name="block_shape")
        count = blocks.get_shape().as_list()[0]
        if base_paddings is None:
            base = array_ops.zeros([count, 2], dtypes.int32)
        else:
            base = ops.convert_to_tensor(base_paddings, dtype=dtypes.int32, name="base_paddings")
        known = [tensor_util.constant_value(tensor) for tensor in (sizes, blocks, base)]
        if None not in known:
            sizes, blocks, base = known
            starts, ends = [pair[0] for pair in base], [pair[1] for pair in base]
            extra = [-(sizes[i] + starts[i] + ends[i]) % blocks[i] for i in range(count)]
            ends = [ends[i] + extra[i] for i in range(count)]
        else:
            starts, ends = base[:, 0], base[:, 1]
            whole = sizes + starts + ends
            extra = (blocks - whole % blocks) % blocks
            ends = ends + extra
        return (array_ops.stack([[starts[i], ends[i]] for i in range(count)], name="paddings"),
                array_ops.stack([[0, extra[i]] for i in range(count)], name="crops"))


def extract_image_patches(images, ksizes=None, strides=None, rates=None, padding=None, name=None, sizes=None):
    sizes = math_ops._one_of("sizes", sizes, "ksizes", ksizes)
    return apply("ExtractImagePatches", name, [images], ksizes=sizes, strides=strides, rates=rates, padding=padding)


def extract_image_patches_v2(images, sizes, strides, rates, padding, name=None):
    return extract_image_patches(images, sizes, strides, rates, padding, name)


# ---- diagonals
def diag(diagonal, name=None):
    return apply("Diag", name, [diagonal])


def diag_part(input, name=None):
    return apply("DiagPart", name, [input])


def matrix_diag(diagonal, name="diag", k=0, num_rows=-1, num_cols=-1, padding_value=0):
    return apply("MatrixDiag", name, [diagonal])


def matrix_diag_part(input, name="diag_part", k=0, padding_value=0):
    return apply("MatrixDiagPart", name, [input])


def matrix_set_diag(input, diagonal, name="set_diag", k=0):
    return apply("MatrixSetDiag", name, [input, diagonal])


def matrix_band_part(input, num_lower, num_upper, name=None):
    return apply("MatrixBandPart", name, [input, num_lower, num_upper])


# ---- sparse tensors and the rest
def sparse_placeholder(dtype, shape=None, name=None):
    prefix = None if name is None else name
    rank = None
    if shape is None:
        dense_shape = array_ops.placeholder(dtypes.int64, shape=[None], name=prefix and prefix + "/shape")
    else:
        is_tensor = isinstance(shape, ops.Tensor)
        rank = shape.get_shape()[0] if is_tensor else len(shape)
        if is_tensor:
            dense_shape = ops.convert_to_tensor(shape, dtype=dtypes.int64)
        elif any([dim is None for dim in shape]):
            dense_shape = array_ops.placeholder(dtypes.int64, shape=[rank], name=prefix and prefix + "/shape")
        else:
            dense_shape = ops.convert_to_tensor([int(dim) for dim in shape],
                                                dtype=dtypes.int64, name=prefix and prefix + "/shape")
    values = array_ops.placeholder(dtype, shape=[None], name=prefix and prefix + "/values")
    indices = array_ops.placeholder(dtypes.int64, shape=[None, rank], name=prefix and prefix + "/indices")
    return sparse_tensor.SparseTensor(values=values, indices=indices, dense_shape=dense_shape)


def sparse_mask(a, mask_indices, name=None):
    with ops.name_scope(name, "sparse_mask", [a, mask_indices]) as name:
        kept = setdiff1d(a.indices, mask_indices)
        return ops.IndexedSlices(array_ops.gather(a.values, kept.idx, name=name), kept.out, a.dense_shape)


def edit_distance(hypothesis, truth, normalize=True, name="edit_distance"):
    return apply("EditDistance", name, [hypothesis.indices, hypothesis.values, hypothesis.dense_shape, truth.indices,
                                        truth.values, truth.dense_shape])


def fake_quant_with_min_max_args(inputs, min=-6, max=6, num_bits=8, narrow_range=False, name=None):
    return apply("FakeQuantWithMinMaxArgs", name, [inputs])


def fake_quant_with_min_max_vars(inputs, min, max, num_bits=8, narrow_range=False, name=None):
    return apply("FakeQuantWithMinMaxVars", name, [inputs, min, max])


# ---- shapes

def broadcast_dynamic_shape(shape_x, shape_y):
    return apply("BroadcastArgs", None, [shape_x, shape_y])


def broadcast_static_shape(shape_x, shape_y):
    one, other = shape_x._plain, shape_y._plain
    if one is None or other is None:
        return tensor_shape.unknown_shape()
    if len(one) < len(other):
        one, other = other, one
    result = list(one)
    for i in range(1, len(other) + 1):
        first, second = one[-i], other[-i]
        if first is None or second is None:
            known = second if first is None else first
            result[-i] = known if known is not None and known > 1 else None
        elif first != second and first != 1 and second != 1:
            raise ValueError("Incompatible shapes for broadcasting: %s and %s" % (shape_x, shape_y))
        else:
            result[-i] = second if first == 1 else first
    return tensor_shape.from_plain(result)


def matrix_transpose(a, name="matrix_transpose", conjugate=False):
    with ops.name_scope(name, values=[a]):
        a = ops.convert_to_tensor(a, name="a")
        dims = a._shape.ndims
        if dims is None:
            number = array_ops.rank(a)
            perm = array_ops.concat((apply("Range", None, [0, number - 2, 1]), [number - 1, number - 2]), 0)
        else:
            if dims < 2:
                raise ValueError("Argument 'a' should be a (batch) matrix, with rank >= 2.  Found: %s" % a._shape)
            perm = list(range(dims - 2)) + [dims - 1, dims - 2]
        return array_ops.transpose(a, perm=perm, conjugate=conjugate)


def parallel_stack(values, name="parallel_stack"):
    with ops.name_scope(name):
        pieces = [array_ops.expand_dims(value, 0) for value in values]
        return apply("ParallelConcat", None, [pieces])


def boolean_mask(tensor, mask, name="boolean_mask", axis=None):
    with ops.name_scope(name, values=[tensor, mask]):
        tensor = ops.convert_to_tensor(tensor, name="tensor")
        mask = ops.convert_to_tensor(mask, name="mask")
        count = mask._shape.ndims
        if count == 0:
            raise ValueError("mask cannot be scalar.")
        if count is None:
            raise ValueError("Number of mask dimensions must be specified, even if some dimensions are None.  E.g. "
                             "shape=[None] is ok, but shape=None is not.")
        axis = 0 if axis is None else axis
        whole = tensor._shape
        whole[axis:axis + count].assert_is_compatible_with(mask._shape)
        leading = apply("Prod", None, [array_ops.shape(tensor)[axis:axis + count], [0]])
        parts = [array_ops.shape(tensor)[:axis], [leading], array_ops.shape(tensor)[axis + count:]]
        tensor = array_ops.reshape(tensor, array_ops.concat(parts, 0))
        first = whole[axis:axis + count].num_elements()
        tensor.set_shape(whole[:axis].concatenate([first]).concatenate(whole[axis + count:]))
        mask = array_ops.reshape(mask, [-1])
        return array_ops.gather(tensor, array_ops.squeeze(array_ops.where(mask), axis=[1]), axis=axis)
