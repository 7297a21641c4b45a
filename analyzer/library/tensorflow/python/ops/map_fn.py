"""map_fn: a loop that applies a function to the slices of tensors."""

from tensorflow.python.framework import constant_op, ops, sparse_tensor, tensor_shape
from tensorflow.python.ops import array_ops, control_flow_ops, tensor_array_ops
from tensorflow.python.util import nest


def flat(structure, value):
    return nest.flatten(nest.completed(structure, value)) if nest.is_sequence(structure) else [value]


def packed(structure, values):
    return nest.pack_sequence_as(structure, values) if nest.is_sequence(structure) else values[0]


def set_leading_dimension(results, elems):
    """The first dimension of the results is that of the elements."""
    length = tensor_shape.Dimension(elems[0].get_shape().with_rank_at_least(1)[0])
    for elem in elems[1:]:
        length.merge_with(elem.get_shape().with_rank_at_least(1)[0])
    for result in results:
        result.set_shape(tensor_shape.TensorShape(length).concatenate(result.get_shape()[1:]))


def map_fn(
    fn,
    elems,
    dtype=None,
    parallel_iterations=None,
    back_prop=True,
    swap_memory=False,
    infer_shape=True,
     name=None):
    if not callable(fn):
        raise TypeError("fn must be callable.")
    if isinstance(elems, sparse_tensor.SparseTensor):
        raise TypeError(
            "To perform a map on the values of a sparse tensor use either  SparseTensor(input.indices, "
            "fn(input.values), input.dense_shape) or  SparseTensor(input.indices, map_fn(fn, input.values), "
            "input.dense_shape)")
    structure = elems if dtype is None else dtype
    flat_elems = flat(elems, elems)
    with ops.name_scope(name, "map", flat_elems):
        flat_elems = [ops.convert_to_tensor(elem, name="elem") for elem in flat_elems]
        dtype = dtype or packed(elems, [elem.dtype for elem in flat_elems])
        if flat_elems[0].shape.ndims == 0:
            raise ValueError("elems must be a 1+ dimensional Tensor, not a scalar" if len(flat_elems) == 1 else
                             "elements in elems must be 1+ dimensional Tensors, not scalars")
        count = flat_elems[0].shape[0].value or array_ops.shape(flat_elems[0])[0]
        arrays = [tensor_array_ops.TensorArray(dtype=elem.dtype, size=count, dynamic_size=False, infer_shape=True)
                  for elem in flat_elems]
        arrays = [array.unstack(elem) for array, elem in zip(arrays, flat_elems)]
        i = constant_op.constant(0)
        results = [tensor_array_ops.TensorArray(dtype=kind, size=count, dynamic_size=False, infer_shape=infer_shape)
                   for kind in flat(structure, dtype)]

        def compute(i, tas):
            value = fn(packed(elems, [array.read(i) for array in arrays]))
            nest.assert_same_structure(dtype or elems, value)
            tas = [array.write(i, part) for array, part in zip(tas, flat(structure, value))]
            return i + 1, tas

        _, results = control_flow_ops.while_loop(lambda i, _: i < count, compute, (i, results),
                                                 maximum_iterations=count)
        tensors = [array.stack() for array in results]
        set_leading_dimension(tensors, flat_elems)
        return packed(structure, tensors)
