"""Moving averages of variables and tensors."""
from tensorflow.python.framework import ops
from tensorflow.python.ops import control_flow_ops, init_ops, math_ops, state_ops, variable_scope, variables
from tensorflow.python.training import slot_creator


def assign_moving_average(variable, value, decay, zero_debias=True, name=None):
    with ops.name_scope(name, "AssignMovingAvg", [variable, value, decay]) as scope:
        decay = ops.convert_to_tensor(1.0 - decay, name="decay")
        if decay.dtype != variable.dtype.base_dtype:
            decay = math_ops.cast(decay, variable.dtype.base_dtype)
        if zero_debias:
            return _zero_debias(variable, value, decay)
        return state_ops.assign_sub(variable, (variable - value) * decay, name=scope)


def _zero_debias(unbiased, value, decay):
    with variable_scope.variable_scope(unbiased.name[:-2], values=[unbiased, value, decay]):
        with ops.init_scope():
            initializers = init_ops.zeros_initializer(), init_ops.zeros_initializer()
        biased = variable_scope.get_variable(_unique("biased"), initializer=initializers[0], shape=unbiased.get_shape(),
                                             dtype=unbiased.dtype, trainable=False)
        local_step = variable_scope.get_variable(_unique("local_step"), shape=[], dtype=unbiased.dtype,
                                                 initializer=initializers[1], trainable=False)
    update_biased = state_ops.assign_sub(biased, (biased - value) * decay)
    update_local_step = local_step.assign_add(1)
    factor = 1 - math_ops.pow(1.0 - decay, update_local_step)
    return state_ops.assign(unbiased, update_biased / factor, name=ops.get_name_scope() + "/")


def _unique(name):
    scope = variable_scope.get_variable_scope()
    if scope.reuse:
        return name
    taken = [variable.op.name for variable in scope.global_variables()]
    full, suffix, number = scope.name + "/" + name, "", 0
    while full + suffix in taken:
        number += 1
        suffix = "_%d" % number
    return name + suffix


def weighted_moving_average(value, decay, weight, truediv=True, collections=None, name=None):
    if collections is None:
        collections = [ops.GraphKeys.GLOBAL_VARIABLES]
    with variable_scope.variable_scope(name, "WeightedMovingAvg", [value, weight, decay]) as scope:
        value_variable = variable_scope.get_variable(
            "value_x_weight", shape=value.get_shape(), dtype=value.dtype, initializer=init_ops.zeros_initializer(),
            trainable=False, collections=collections)
        weight_variable = variable_scope.get_variable(
            "weight", shape=weight.get_shape(), dtype=weight.dtype, initializer=init_ops.zeros_initializer(),
            trainable=False, collections=collections)
        numerator = assign_moving_average(value_variable, value * weight, decay, zero_debias=False)
        denominator = assign_moving_average(weight_variable, weight, decay, zero_debias=False)
        divide = math_ops.truediv if truediv else math_ops.div
        return divide(numerator, denominator, name=scope.name)


class ExponentialMovingAverage(object):

    def __init__(self, decay, num_updates=None, zero_debias=False, name="ExponentialMovingAverage"):
        self._decay = decay
        self._num_updates = num_updates
        self._zero_debias = zero_debias
        self._name = name
        self._averages = {}  # by the reference of what is averaged

    @property
    def name(self):
        return self._name

    def apply(self, var_list=None):
        if var_list is None:
            var_list = variables.trainable_variables()
        debiased = []
        for var in var_list:
            if not var.dtype.base_dtype.is_floating:
                raise TypeError("The variables must be half, float, or double: %s" % var.name)
            if var.experimental_ref() not in self._averages:
                with ops.init_scope(), variable_scope.Api("tf.train.ExponentialMovingAverage.apply"):
                    self._averages[var.experimental_ref()] = self._make_average(var, debiased)
        with ops.name_scope(self._name) as scope:
            decay = ops.convert_to_tensor(self._decay, name="decay")
            if self._num_updates is not None:
                num_updates = math_ops.cast(self._num_updates, "float32", name="num_updates")
                decay = math_ops.minimum(decay, (1.0 + num_updates) / (10.0 + num_updates))
            updates = []
            for var in var_list:
                average = self._averages[var.experimental_ref()]
                updates.append(assign_moving_average(average, var, decay, any(average is one for one in debiased)))
            return control_flow_ops.group(*updates, name=scope)

    def _make_average(self, var, debiased):
        if isinstance(var, variables.Variable):
            average = slot_creator.create_slot(var, var.initialized_value(), self._name)
            ops.add_to_collection(ops.GraphKeys.MOVING_AVERAGE_VARIABLES, var)
            return average
        average = slot_creator.create_zeros_slot(var, self._name)
        if self._zero_debias:
            debiased.append(average)
        return average

    def average(self, var):
        return self._averages.get(var.experimental_ref())

    def average_name(self, var):
        average = self.average(var)
        if average is not None:
            return average.op.name
        return ops.get_default_graph().unique_name(var.op.name + "/" + self._name, mark_as_used=False)

    def variables_to_restore(self, moving_avg_variables=None):
        if moving_avg_variables is None:
            moving_avg_variables = variables.trainable_variables() + variables.moving_average_variables()
        result = {}
        for var in moving_avg_variables:
            result[self.average_name(var)] = var
        averaged = [var.name for var in moving_avg_variables]
        for var in variables.global_variables():
            if var.name not in averaged and var.op.name not in result:
                result[var.op.name] = var
        return result
