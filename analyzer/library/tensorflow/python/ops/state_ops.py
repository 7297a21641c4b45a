"""Operations on variables: the old reference kind by tensor, resource variables by their own methods."""
from tensorflow.python.framework import dtypes, op_library, ops, tensor_shape


def variable_op(shape, dtype, name="Variable", set_shape=True, container="", shared_name=""):
    return variable_op_v2(shape if set_shape else tensor_shape.unknown_shape(), dtype, name)


def variable_op_v2(shape, dtype, name="Variable", container="", shared_name=""):
    shape = tensor_shape.as_shape(shape)
    return ops.create_op("VariableV2", [], [(shape, dtype._as_ref)], name, None,
                         {"dtype": dtype, "shape": shape, "container": container, "shared_name": shared_name}).outputs[0]


def is_variable_initialized(ref, name=None):
    if not ref.dtype._is_ref_dtype:
        return ref.is_initialized(name=name)
    tensor = ref._ref() if hasattr(ref, "_ref") else ref
    with ops.name_scope(name, "IsVariableInitialized", [tensor]) as scope:
        return ops.create_op("IsVariableInitialized", [tensor], [(tensor_shape.scalar(), dtypes.bool)], scope).outputs[0]


def assign(ref, value, validate_shape=None, use_locking=None, name=None):
    if not ref.dtype._is_ref_dtype:
        return ref.assign(value, name=name)
    return op_library.apply("Assign", name, [ref, value], validate_shape=validate_shape is not False)


def assign_add(ref, value, use_locking=None, name=None):
    if not ref.dtype._is_ref_dtype:
        return ref.assign_add(value)
    return op_library.apply("AssignAdd", name, [ref, value])


def assign_sub(ref, value, use_locking=None, name=None):
    if not ref.dtype._is_ref_dtype:
        return ref.assign_sub(value)
    return op_library.apply("AssignSub", name, [ref, value])


def _scatter(op_type, ref, indices, updates, name):
    if not ref.dtype._is_ref_dtype:
        return op_library.apply("Resource" + op_type, name, [ref.handle, indices, ops.convert_to_tensor(
            updates, dtype=ref.dtype)])
    return op_library.apply(op_type, name, [ref, indices, updates])


def scatter_update(ref, indices, updates, use_locking=True, name=None):
    return _scatter("ScatterUpdate", ref, indices, updates, name)


def scatter_add(ref, indices, updates, use_locking=False, name=None):
    return _scatter("ScatterAdd", ref, indices, updates, name)


def scatter_sub(ref, indices, updates, use_locking=False, name=None):
    return _scatter("ScatterSub", ref, indices, updates, name)


def scatter_mul(ref, indices, updates, use_locking=False, name=None):
    return _scatter("ScatterMul", ref, indices, updates, name)


def scatter_div(ref, indices, updates, use_locking=False, name=None):
    return _scatter("ScatterDiv", ref, indices, updates, name)


def scatter_max(ref, indices, updates, use_locking=False, name=None):
    return _scatter("ScatterMax", ref, indices, updates, name)


def scatter_min(ref, indices, updates, use_locking=False, name=None):
    return _scatter("ScatterMin", ref, indices, updates, name)


def scatter_nd_update(ref, indices, updates, use_locking=True, name=None):
    return _scatter("ScatterNdUpdate", ref, indices, updates, name)


def scatter_nd_add(ref, indices, updates, use_locking=False, name=None):
    return _scatter("ScatterNdAdd", ref, indices, updates, name)


def scatter_nd_sub(ref, indices, updates, use_locking=False, name=None):
    return _scatter("ScatterNdSub", ref, indices, updates, name)


def count_up_to(ref, limit, name=None):
    tensor = ref._ref() if hasattr(ref, "_ref") else ops.convert_to_tensor(ref)
    with ops.name_scope(name, "CountUpTo", [tensor]) as scope:
        return ops.create_op("CountUpTo", [tensor], [(tensor_shape.scalar(), tensor.dtype.base_dtype)], scope).outputs[0]
