"""tf.contrib.layers.optimize_loss: loss, learning rate, optimizer and summaries in one scope."""
from tensorflow.contrib.training.python.training.training import change_values
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import (
    array_ops, check_ops, clip_ops, control_flow_ops, init_ops, math_ops, random_ops, variable_scope, variables as vars_)
from tensorflow.python.summary import summary
from tensorflow.python.training import moving_averages, optimizer as optimizer_, training_util
from tensorflow.python.training.adagrad import AdagradOptimizer
from tensorflow.python.training.adam import AdamOptimizer
from tensorflow.python.training.ftrl import FtrlOptimizer
from tensorflow.python.training.gradient_descent import GradientDescentOptimizer
from tensorflow.python.training.momentum import MomentumOptimizer
from tensorflow.python.training.rmsprop import RMSPropOptimizer

OPTIMIZER_CLS_NAMES = {
    "Adagrad": AdagradOptimizer,
    "Adam": AdamOptimizer,
    "Ftrl": FtrlOptimizer,
    "Momentum": lambda learning_rate: MomentumOptimizer(learning_rate, momentum=0.9),
    "RMSProp": RMSPropOptimizer,
    "SGD": GradientDescentOptimizer,
}
OPTIMIZER_SUMMARIES = ["learning_rate", "loss", "gradients", "gradient_norm", "global_gradient_norm"]


def _learning_rate(learning_rate):
    if learning_rate is None or isinstance(learning_rate, ops.Tensor) and learning_rate.get_shape().ndims == 0:
        return learning_rate
    if not isinstance(learning_rate, float):
        raise ValueError("Learning rate should be 0d Tensor or float. Got %s of type %s" % (
            str(learning_rate), str(type(learning_rate))))
    if learning_rate < 0.0:
        raise ValueError("Invalid learning_rate %s.", learning_rate)
    with variable_scope.Api("tf.contrib.layers.optimize_loss"):
        return variable_scope.get_variable("learning_rate", [], trainable=False,
                                           initializer=init_ops.constant_initializer(learning_rate))


def _optimizer(optimizer, learning_rate, rate):
    """An optimizer of what names one, is a class of them, is one or makes one."""
    is_class = isinstance(optimizer, type) and issubclass(optimizer, optimizer_.Optimizer)
    if isinstance(optimizer, str) or is_class:
        if rate is None:
            raise ValueError("Learning rate is None, but should be specified if optimizer is %s (%s)." % (
                "class" if is_class else "string", optimizer))
        if not is_class and optimizer not in OPTIMIZER_CLS_NAMES:
            raise ValueError("Optimizer name should be one of [%s], you provided %s." % (
                ", ".join(OPTIMIZER_CLS_NAMES), optimizer))
        return (optimizer if is_class else OPTIMIZER_CLS_NAMES[optimizer])(learning_rate=rate)
    if isinstance(optimizer, optimizer_.Optimizer):
        return optimizer
    if not callable(optimizer):
        raise ValueError("Unrecognized optimizer: should be string, subclass of Optimizer, instance of subclass of "
                         "Optimizer or function with one argument. Got %s." % str(optimizer))
    made = optimizer() if learning_rate is None else optimizer(rate)
    if not isinstance(made, optimizer_.Optimizer):
        raise ValueError("Unrecognized optimizer: function should return subclass of Optimizer. Got %s." % str(made))
    return made


def _clipped(gradients, clip_gradients):
    if isinstance(clip_gradients, float):
        return _clip_gradients_by_norm(gradients, clip_gradients)
    if callable(clip_gradients):
        return clip_gradients(gradients)
    if clip_gradients is not None:
        raise ValueError("Unknown type %s for clip_gradients" % type(clip_gradients))
    return gradients


def _summarize_gradients(gradients, summaries):
    for grad, var in gradients:
        values = grad.values if isinstance(grad, ops.IndexedSlices) else grad
        if values is not None:
            name = var.name.replace(":", "_")
            if "gradients" in summaries:
                summary.histogram("gradients/%s" % name, values)
            if "gradient_norm" in summaries:
                summary.scalar("gradient_norm/%s" % name, clip_ops.global_norm([values]))


def _changed_gradients(gradients, gradient_noise_scale, gradient_multipliers):
    if gradient_noise_scale is not None:
        gradients = _add_scaled_noise_to_gradients(gradients, gradient_noise_scale)
    if gradient_multipliers is not None:
        gradients = _multiply_gradients(gradients, gradient_multipliers)
        if not gradients:
            raise ValueError("Empty list of (gradient, var) pairs encountered. This is most likely to be caused by an "
                             "improper value of gradient_multipliers.")
    return gradients


def _checked_summaries(summaries):
    if summaries is None:
        return ["loss", "learning_rate", "global_gradient_norm"]
    for name in summaries:
        if name not in OPTIMIZER_SUMMARIES:
            raise ValueError("Summaries should be one of [%s], you provided %s." % (", ".join(OPTIMIZER_SUMMARIES), name))
    return summaries


def _decayed(rate, learning_rate, learning_rate_decay_fn, global_step, summaries):
    if learning_rate is not None and learning_rate_decay_fn is not None:
        if global_step is None:
            raise ValueError("global_step is required for learning_rate_decay_fn.")
        rate = learning_rate_decay_fn(rate, global_step)
        if "learning_rate" in summaries:
            summary.scalar("learning_rate", rate)
    return rate


def optimize_loss(loss, global_step, learning_rate, optimizer, gradient_noise_scale=None, gradient_multipliers=None,
                  clip_gradients=None, learning_rate_decay_fn=None, update_ops=None, variables=None, name=None,
                  summaries=None, colocate_gradients_with_ops=False, increment_global_step=True):
    loss = ops.convert_to_tensor(loss)
    check_ops.assert_scalar(loss)
    if global_step is None:
        global_step = training_util.get_global_step()
    else:
        training_util.assert_global_step(global_step)
    with variable_scope.variable_scope(name, "OptimizeLoss", [loss, global_step]):
        updates = ops.get_collection(ops.GraphKeys.UPDATE_OPS) if update_ops is None else list(update_ops)
        if updates:
            loss = control_flow_ops.with_dependencies(updates, loss)
        rate = _learning_rate(learning_rate)
        summaries = _checked_summaries(summaries)
        rate = _decayed(rate, learning_rate, learning_rate_decay_fn, global_step, summaries)
        opt = _optimizer(optimizer, learning_rate, rate)
        gradients = opt.compute_gradients(loss, vars_.trainable_variables() if variables is None else variables,
                                          colocate_gradients_with_ops=colocate_gradients_with_ops)
        gradients = _changed_gradients(gradients, gradient_noise_scale, gradient_multipliers)
        with_norm = "global_gradient_norm" in summaries or "gradient_norm" in summaries
        if with_norm:
            summary.scalar("global_norm/gradient_norm", clip_ops.global_norm(list(zip(*gradients))[0]))
        gradients = _clipped(gradients, clip_gradients)
        if "loss" in summaries:
            summary.scalar("loss", loss)
        _summarize_gradients(gradients, summaries)
        if clip_gradients is not None and with_norm:
            summary.scalar("global_norm/clipped_gradient_norm", clip_ops.global_norm(list(zip(*gradients))[0]))
        train = opt.apply_gradients(gradients, global_step=global_step if increment_global_step else None, name="train")
        return control_flow_ops.with_dependencies([train], loss)


def _clip_gradients_by_norm(grads_and_vars, clip_gradients):
    gradients, variables = zip(*grads_and_vars)
    clipped, _ = clip_ops.clip_by_global_norm(gradients, clip_gradients)
    return list(zip(clipped, variables))


def _average(name, value, decay):
    variable = variable_scope.get_variable(name, shape=value.get_shape(), dtype=value.dtype,
                                           initializer=init_ops.zeros_initializer(), trainable=False)
    return moving_averages.assign_moving_average(variable, value, decay, zero_debias=False)


def _adaptive_max_norm(norm, std_factor, decay, global_step, epsilon, name):
    with variable_scope.variable_scope(name, "AdaptiveMaxNorm", [norm]):
        log_norm = math_ops.log(norm + epsilon)
        if global_step is not None:
            n = math_ops.cast(global_step, dtypes.float32)
            decay = math_ops.minimum(decay, n / (n + 1.))
        mean = _average("mean", log_norm, decay)
        sq_mean = _average("sq_mean", math_ops.square(log_norm), decay)
        variance = sq_mean - math_ops.square(mean)
        std = math_ops.sqrt(math_ops.maximum(epsilon, variance))
        return math_ops.exp(mean + std_factor * std), mean


def adaptive_clipping_fn(std_factor=2., decay=0.95, static_max_norm=None, global_step=None, report_summary=False,
                         epsilon=1e-8, name=None):
    def gradient_clipping(grads_and_vars):
        grads, variables = zip(*grads_and_vars)
        norm = clip_ops.global_norm(grads)
        max_norm, log_mean = _adaptive_max_norm(norm, std_factor, decay, global_step, epsilon, name)
        if report_summary:
            summary.scalar("global_norm/adaptive_max_gradient_norm", max_norm)
        factor = array_ops.where(norm < max_norm, array_ops.ones_like(norm), math_ops.exp(log_mean) / norm)
        if static_max_norm is not None:
            factor = math_ops.minimum(static_max_norm / norm, factor)
        return list(zip([None if grad is None else change_values(grad, lambda values: values * factor)
                         for grad in grads], variables))

    return gradient_clipping


def _add_scaled_noise_to_gradients(grads_and_vars, gradient_noise_scale):
    noisy = []
    for grad, var in grads_and_vars:
        if grad is not None:
            shape = grad.dense_shape if isinstance(grad, ops.IndexedSlices) else grad.get_shape()
            grad = grad + random_ops.truncated_normal(shape) * gradient_noise_scale
        noisy.append((grad, var))
    return noisy


def _multiply_gradients(grads_and_vars, gradient_multipliers):
    multiplied = []
    for grad, var in grads_and_vars:
        for key in gradient_multipliers:
            if grad is not None and (key is var or isinstance(key, str) and key == var.name):
                multiplier = gradient_multipliers[key]
                grad = change_values(grad, lambda values: values * math_ops.cast(multiplier, values.dtype))
        multiplied.append((grad, var))
    return multiplied
