"""foldl, foldr and scan."""

from tensorflow.python.framework import constant_op, ops, tensor_shape
from tensorflow.python.ops import array_ops, control_flow_ops, tensor_array_ops
from tensorflow.python.ops.map_fn import flat, packed, set_leading_dimension
from tensorflow.python.util import nest


def _fold(fn, elems, initializer, name, default_name, from_right):
    if not callable(fn):
        raise TypeError("fn must be callable.")
    with ops.name_scope(name, default_name, [elems]):
        flat_elems = [ops.convert_to_tensor(elem, name="elem") for elem in nest.flatten(elems)]
        count = flat_elems[0].shape[0].value or array_ops.shape(flat_elems[0])[0]
        arrays = nest.map_structure(
            lambda elem: tensor_array_ops.TensorArray(dtype=elem.dtype, size=count, dynamic_size=False,
                                                      infer_shape=True).unstack(elem), elems)
        started = 1 if initializer is None else 0
        i = count - started if from_right else None
        if initializer is None:
            first = i if from_right else 0
            initializer = nest.map_structure(lambda array: array.read(first), arrays)
        if not from_right:
            i = constant_op.constant(started)

        def compute(i, value):
            if from_right:
                i -= 1
            value = fn(value, nest.map_structure(lambda array: array.read(i), arrays))
            return [i if from_right else i + 1, value]

        goes_on = (lambda i, value: i > 0) if from_right else (lambda i, value: i < count)
        _, result = control_flow_ops.while_loop(goes_on, compute, [i, initializer], maximum_iterations=count)
        return result


def foldl(fn, elems, initializer=None, parallel_iterations=10, back_prop=True, swap_memory=False, name=None):
    return _fold(fn, elems, initializer, name, "foldl", False)


def foldr(fn, elems, initializer=None, parallel_iterations=10, back_prop=True, swap_memory=False, name=None):
    return _fold(fn, elems, initializer, name, "foldr", True)


def scan(fn, elems, initializer=None, parallel_iterations=10, back_prop=True, swap_memory=False, infer_shape=True,
         reverse=False, name=None):
    if not callable(fn):
        raise TypeError("fn must be callable.")
    structure = elems if initializer is None else initializer
    flat_elems = flat(elems, elems)
    with ops.name_scope(name, "scan", flat_elems):
        flat_elems = [ops.convert_to_tensor(elem, name="elem") for elem in flat_elems]
        count = flat_elems[0].shape[0].value
        if count is None:
            count = array_ops.shape(flat_elems[0])[0]
        arrays = [
            tensor_array_ops.TensorArray(dtype=elem.dtype,
                                         size=count,
                                         dynamic_size=False,
                                         element_shape=elem.shape[1:],
                                         infer_shape=True) for elem in flat_elems
        ]
        arrays = [array.unstack(elem) for array, elem in zip(arrays, flat_elems)]
        first = count - 1 if reverse and initializer is None else 0
        if initializer is None:
            state = [array.read(first) for array in arrays]
        else:
            state = [ops.convert_to_tensor(value) for value in flat(structure, initializer)]
        i = 1 if initializer is None else 0
        results = [
            tensor_array_ops.TensorArray(dtype=value.dtype,
                                         size=count,
                                         dynamic_size=False,
                                         infer_shape=infer_shape,
                                         element_shape=value.shape if infer_shape else None) for value in state
        ]
        if initializer is None:
            results = [array.write(first, value) for array, value in zip(results, state)]

        def compute(i, state, tas):
            elem = packed(elems, [array.read(i) for array in arrays])
            value = fn(packed(structure, state), elem)
            nest.assert_same_structure(structure, value)
            state = flat(structure, value)
            tas = [array.write(i, part) for array, part in zip(tas, state)]
            return i - 1 if reverse else i + 1, state, tas

        goes_on = (lambda i, _1, _2: i >= 0) if reverse else (lambda i, _1, _2: i < count)
        start = count - 1 - i if reverse else i
        _, _, results = control_flow_ops.while_loop(goes_on, compute, (start, state, results), maximum_iterations=count)
        tensors = [array.stack() for array in results]
        set_leading_dimension(tensors, flat_elems)
        return packed(structure, tensors)
