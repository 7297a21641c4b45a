"""Variables that belong to another one: optimizers' slots and moving averages."""
from tensorflow.python.ops import array_ops, init_ops, resource_variable_ops, variable_scope, variables


def _create_slot_var(primary, val, scope, validate_shape, shape, dtype):
    current = variable_scope.get_variable_scope()
    partitioner = current.partitioner
    current.set_partitioner(None)
    use_resource = None
    if resource_variable_ops.is_resource_variable(primary):
        use_resource = True
    elif isinstance(primary, variables.RefVariable):
        use_resource = False
    slot = variable_scope.get_variable(
        scope, initializer=val, trainable=False, use_resource=use_resource, shape=shape if callable(val) else None,
        dtype=dtype, validate_shape=validate_shape)
    current.set_partitioner(partitioner)
    if isinstance(primary, variables.Variable) and primary._save_slice_info:
        info = primary._save_slice_info
        slot._set_save_slice_info(variables.Variable.SaveSliceInfo(
            info.full_name + "/" + slot.name[len(primary.op.name + "/"):-2], info.full_shape[:], info.var_offset[:],
            info.var_shape[:]))
    return slot


def create_slot(primary, val, name, colocate_with_primary=True):
    with variable_scope.variable_scope(None, primary.op.name + "/" + name):
        return _create_slot_var(primary, val, "", val.get_shape().is_fully_defined(), None, None)


def create_slot_with_initializer(primary, initializer, shape, dtype, name, colocate_with_primary=True):
    with variable_scope.variable_scope(None, primary.op.name + "/" + name):
        return _create_slot_var(primary, initializer, "", shape.is_fully_defined(), shape, dtype)


def create_zeros_slot(primary, name, dtype=None, colocate_with_primary=True):
    dtype = primary.dtype if dtype is None else dtype
    shape = primary.get_shape()
    if shape.is_fully_defined():
        return create_slot_with_initializer(primary, init_ops.zeros_initializer(), shape, dtype, name)
    value = primary.initialized_value() if isinstance(primary, variables.Variable) else primary
    return create_slot(primary, array_ops.zeros(array_ops.shape(value), dtype=dtype), name)
