"""Variables of models: tf.contrib.framework and slim's."""
import functools
import re

import _tfscope
from tensorflow.contrib.framework.python.ops.arg_scope import add_arg_scope
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, control_flow_ops, state_ops, variable_scope, variables
from tensorflow.python.training import saver as tf_saver
from tensorflow.python.training import training_util
from tensorflow.python.training.training_util import (
    assert_global_step, create_global_step, get_global_step, get_or_create_global_step)


def zero_initializer(ref, use_locking=True, name="zero_initializer"):
    return state_ops.assign(ref, array_ops.zeros(ref.get_shape(), ref.dtype.base_dtype), name=name)


def assert_or_get_global_step(graph=None, global_step_tensor=None):
    if global_step_tensor is None:
        return training_util.get_global_step(graph)
    training_util.assert_global_step(global_step_tensor)
    return global_step_tensor


def local_variable(initial_value, validate_shape=True, name=None, use_resource=None):
    with variable_scope.Api("tf.contrib.framework.local_variable"):
        return variables.VariableV1(
            initial_value, trainable=False, collections=[ops.GraphKeys.LOCAL_VARIABLES], validate_shape=validate_shape,
            use_resource=use_resource, name=name)


def global_variable(initial_value, validate_shape=True, name=None, use_resource=None):
    with variable_scope.Api("tf.contrib.framework.global_variable"):
        return variables.VariableV1(
            initial_value, trainable=False, collections=[ops.GraphKeys.GLOBAL_VARIABLES], validate_shape=validate_shape,
            use_resource=use_resource, name=name)


@add_arg_scope
def variable(name, shape=None, dtype=None, initializer=None, regularizer=None, trainable=True, collections=None,
             caching_device=None, device=None, partitioner=None, custom_getter=None, use_resource=None,
             synchronization=variables.VariableSynchronization.AUTO, aggregation=variables.VariableAggregation.NONE):
    collections = list(set([ops.GraphKeys.GLOBAL_VARIABLES] if collections is None else collections))
    getter = variable_scope.get_variable
    if custom_getter is not None:
        getter = functools.partial(custom_getter, reuse=variable_scope.get_variable_scope().reuse)
    with variable_scope.Api("tf.contrib.framework.variable"), ops.device(device or ""):
        return getter(name, shape=shape, dtype=dtype, initializer=initializer, regularizer=regularizer,
                      trainable=trainable, collections=collections, caching_device=caching_device,
                      partitioner=partitioner, use_resource=use_resource, synchronization=synchronization,
                      aggregation=aggregation)


@add_arg_scope
def model_variable(name, shape=None, dtype=dtypes.float32, initializer=None, regularizer=None, trainable=True,
                   collections=None, caching_device=None, device=None, partitioner=None, custom_getter=None,
                   use_resource=None, synchronization=variables.VariableSynchronization.AUTO,
                   aggregation=variables.VariableAggregation.NONE):
    collections = list(collections or [])
    collections += [ops.GraphKeys.GLOBAL_VARIABLES, ops.GraphKeys.MODEL_VARIABLES]
    with variable_scope.Api("tf.contrib.framework.model_variable"):
        return variable(name, shape=shape, dtype=dtype, initializer=initializer, regularizer=regularizer,
                        trainable=trainable, collections=collections, caching_device=caching_device, device=device,
                        partitioner=partitioner, custom_getter=custom_getter, use_resource=use_resource,
                        synchronization=synchronization, aggregation=aggregation)


def add_model_variable(var):
    if not any(var is one for one in ops.get_collection(ops.GraphKeys.MODEL_VARIABLES)):
        ops.add_to_collection(ops.GraphKeys.MODEL_VARIABLES, var)


# ---- lists and filters
def get_variables(scope=None, suffix=None, collection=ops.GraphKeys.GLOBAL_VARIABLES):
    if isinstance(scope, variable_scope.VariableScope):
        scope = scope.name
    if suffix is not None:
        if ":" not in suffix:
            suffix += ":"
        scope = (scope or "") + ".*" + suffix
    return ops.get_collection(collection, scope)


def get_model_variables(scope=None, suffix=None):
    return get_variables(scope, suffix, ops.GraphKeys.MODEL_VARIABLES)


def get_local_variables(scope=None, suffix=None):
    return get_variables(scope, suffix, ops.GraphKeys.LOCAL_VARIABLES)


def get_trainable_variables(scope=None, suffix=None):
    return get_variables(scope, suffix, ops.GraphKeys.TRAINABLE_VARIABLES)


def _of_scopes(scopes, name):
    if _tfscope.is_unknown(scopes):
        return []
    if not isinstance(scopes, (list, tuple)):
        raise TypeError("%s is provided but is not a list or a tuple." % name)
    return [variable for scope in scopes for variable in get_variables(scope)]


def get_variables_to_restore(include=None, exclude=None):
    included = get_variables() if include is None else _of_scopes(include, "include")
    excluded = [] if exclude is None else _of_scopes(exclude, "exclude")
    return [variable for variable in included if not any(variable is one for one in excluded)]


def get_variables_by_suffix(suffix, scope=None):
    return get_variables(scope=scope, suffix=suffix)


def get_variables_by_name(given_name, scope=None):
    return get_variables(scope=scope, suffix="/" + given_name + ":|^" + given_name + ":")


def get_unique_variable(var_op_name):
    candidates = get_variables(scope=var_op_name)
    if not candidates:
        raise ValueError("Couldn't find variable %s" % var_op_name)
    for candidate in candidates:
        if candidate.op.name == var_op_name:
            return candidate
    raise ValueError("Variable %s does not uniquely identify a variable" % var_op_name)


def get_variable_full_name(var):
    return var._save_slice_info.full_name if var._save_slice_info else var.op.name


def filter_variables(var_list, include_patterns=None, exclude_patterns=None, reg_search=True):
    matches = re.search if reg_search else re.match
    result = list(var_list)
    if include_patterns is not None:
        result = [var for var in result if any(matches(pattern, var.name) for pattern in include_patterns)]
    if exclude_patterns is not None:
        result = [var for var in result if not any(matches(pattern, var.name) for pattern in exclude_patterns)]
    return result


# ---- values from elsewhere
def assign_from_values(var_names_to_values):
    feed_dict, assignments = {}, []
    for name, value in var_names_to_values.items():
        found = ops.get_collection(ops.GraphKeys.GLOBAL_VARIABLES, name)
        if not found:
            raise ValueError("Variable %s wasn't found" % name)
        exact = [var for var in found if var.op.name == name] or found
        if len(found) > 1 and exact is found:
            raise ValueError("Variable %s doesn't uniquely identify a variable" % name)
        var = exact[0]
        placeholder = array_ops.placeholder(dtype=var.dtype.base_dtype, shape=var.get_shape(),
                                            name="placeholder/" + var.op.name)
        assignments.append(var.assign(placeholder))
        feed_dict[placeholder] = value
    return control_flow_ops.group(*assignments), feed_dict


def assign_from_values_fn(var_names_to_values):
    operation, _ = assign_from_values(var_names_to_values)
    return lambda session: session.run(operation)


def assign_from_checkpoint(model_path, var_list, ignore_missing_vars=False):
    listed = var_list if isinstance(var_list, (list, tuple)) else [
        var for value in var_list.values() for var in (value if isinstance(value, (list, tuple)) else [value])]
    assignments = []
    for var in listed:
        assignments.append(var.assign(array_ops.placeholder(
            dtype=var.dtype.base_dtype, shape=var.get_shape(), name="placeholder/" + var.op.name)))
    return control_flow_ops.group(*assignments), _tfscope.unknown("dict")


def assign_from_checkpoint_fn(model_path, var_list, ignore_missing_vars=False, reshape_variables=False):
    if not var_list:
        raise ValueError("var_list cannot be empty")
    saver = tf_saver.Saver(var_list, reshape=reshape_variables)
    return lambda session: saver.restore(session, model_path)


class VariableDeviceChooser(object):
    """Spreads variables over the parameter servers in turn."""

    def __init__(self, num_tasks=0, job_name="ps", device_type="CPU", device_index=0, replica=None):
        self._job_name, self._num_tasks, self._replica = job_name, num_tasks, replica
        self._device = "/device:%s:%d" % (device_type, device_index)
        self._next_task_id = 0

    def __call__(self, op):
        device = self._device
        if self._num_tasks > 0:
            device = "/task:%d%s" % (self._next_task_id, device)
            self._next_task_id = (self._next_task_id + 1) % self._num_tasks
            device = "/job:%s%s" % (self._job_name, device)
        return device
