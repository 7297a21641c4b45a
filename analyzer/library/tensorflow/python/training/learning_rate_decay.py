"""Learning rates that fall with the global step."""
import math

from tensorflow.python.framework import constant_op, dtypes, ops
from tensorflow.python.ops import control_flow_ops, math_ops, random_ops


def _numbers(learning_rate, *values):
    """The rate as a tensor, and numbers in its type."""
    rate = ops.convert_to_tensor(learning_rate, name="initial_learning_rate")
    return [rate] + [math_ops.cast(value, rate.dtype) for value in values]


def _falling(name, default, learning_rate, global_step, decay_steps, decay_rate, staircase, result):
    with ops.name_scope(name or default) as name:
        rate, steps, factor = _numbers(learning_rate, decay_steps, decay_rate)
        part = math_ops.cast(global_step, rate.dtype) / steps
        return result(rate, factor, math_ops.floor(part) if staircase else part, name)


def exponential_decay(learning_rate, global_step, decay_steps, decay_rate, staircase=False, name=None):
    return _falling(name, "ExponentialDecay", learning_rate, global_step, decay_steps, decay_rate, staircase,
                    lambda rate, factor, part, name: math_ops.multiply(rate, math_ops.pow(factor, part), name=name))


def natural_exp_decay(learning_rate, global_step, decay_steps, decay_rate, staircase=False, name=None):
    factor = math_ops.exp(math_ops.negative(decay_rate))
    return exponential_decay(learning_rate, global_step, decay_steps, factor, staircase, name)


def inverse_time_decay(learning_rate, global_step, decay_steps, decay_rate, staircase=False, name=None):
    def inverse(rate, factor, part, name):
        one = math_ops.cast(constant_op.constant(1), rate.dtype)
        return math_ops.divide(rate, math_ops.add(one, math_ops.multiply(factor, part)), name=name)

    return _falling(name, "InverseTimeDecay", learning_rate, global_step, decay_steps, decay_rate, staircase, inverse)


def polynomial_decay(learning_rate, global_step, decay_steps, end_learning_rate=0.0001, power=1.0, cycle=False, name=None):
    with ops.name_scope(name or "PolynomialDecay") as name:
        rate, end, power, step, steps = _numbers(learning_rate, end_learning_rate, power, global_step, decay_steps)
        if cycle:
            times = control_flow_ops.cond(math_ops.equal(step, 0), lambda: 1.0,
                                          lambda: math_ops.ceil(step / decay_steps))
            steps = math_ops.multiply(steps, times)
        else:
            step = math_ops.minimum(step, decay_steps)
        part = math_ops.divide(step, steps)
        return math_ops.add(math_ops.multiply(rate - end, math_ops.pow(1 - part, power)), end, name=name)


def piecewise_constant(x, boundaries, values, name=None):
    boundaries, values = ops.convert_n_to_tensor(boundaries), ops.convert_n_to_tensor(values)
    position = ops.convert_to_tensor(x)
    for i, boundary in enumerate(boundaries):
        found, wanted = boundary.dtype.base_dtype, position.dtype.base_dtype
        if found == dtypes.int32 and wanted == dtypes.int64:
            boundaries[i] = math_ops.cast(boundary, wanted)
        elif found != wanted:
            raise ValueError("Boundaries (%s) must have the same dtype as x (%s)." % (found, wanted))
    for value in values[1:]:
        if value.dtype.base_dtype != values[0].dtype.base_dtype:
            raise ValueError("Values must have elements all with the same dtype (%s vs %s)." % (
                values[0].dtype.base_dtype, value.dtype.base_dtype))
    if len(boundaries) != len(values) - 1:
        raise ValueError("The length of boundaries should be 1 less than the length of values")
    with ops.name_scope(name or "PiecewiseConstant"):
        x = ops.convert_to_tensor(x)
        pairs = [(x <= boundaries[0], lambda: values[0]), (x > boundaries[-1], lambda: values[-1])]
        for low, high, value in zip(boundaries[:-1], boundaries[1:], values[1:-1]):
            pairs.append(((x > low) & (x <= high), lambda value=value: value))
        return control_flow_ops.case(pairs, lambda: values[0], exclusive=True)


piecewise_constant_decay = piecewise_constant


def _half_wave(fraction):
    return 0.5 * (1.0 + math_ops.cos(constant_op.constant(math.pi) * fraction))


def cosine_decay(learning_rate, global_step, decay_steps, alpha=0.0, name=None):
    with ops.name_scope(name or "CosineDecay"):
        rate, steps, step = _numbers(learning_rate, decay_steps, global_step)
        wave = _half_wave(math_ops.minimum(step, steps) / steps)
        return math_ops.multiply(rate, (1 - alpha) * wave + alpha)


def cosine_decay_restarts(learning_rate, global_step, first_decay_steps, t_mul=2.0, m_mul=1.0, alpha=0.0, name=None):
    with ops.name_scope(name or "SGDRDecay") as name:
        rate, first, alpha, longer, lower, step = _numbers(learning_rate, first_decay_steps, alpha, t_mul, m_mul, global_step)
        done = step / first

        def even():
            turn = math_ops.floor(done)
            return turn, done - turn

        def growing():
            turn = math_ops.floor(math_ops.log(1.0 - done * (1.0 - longer)) / math_ops.log(longer))
            before = (1.0 - longer ** turn) / (1.0 - longer)
            return turn, (done - before) / longer ** turn

        turn, part = control_flow_ops.cond(math_ops.equal(longer, 1.0), even, growing)
        wave = 0.5 * lower ** turn * (1.0 + math_ops.cos(constant_op.constant(math.pi) * part))
        return math_ops.multiply(rate, (1 - alpha) * wave + alpha, name=name)


def linear_cosine_decay(learning_rate, global_step, decay_steps, num_periods=0.5, alpha=0.0, beta=0.001, name=None):
    with ops.name_scope(name or "LinearCosineDecay") as name:
        rate, steps, periods, alpha, beta, step = _numbers(learning_rate, decay_steps, num_periods, alpha, beta, global_step)
        step = math_ops.minimum(step, steps)
        line = (steps - step) / steps
        part = step / steps
        wave = _half_wave(2.0 * periods * part)
        return math_ops.multiply(rate, (alpha + line) * wave + beta, name=name)


def noisy_linear_cosine_decay(learning_rate, global_step, decay_steps, initial_variance=1.0, variance_decay=0.55,
                              num_periods=0.5, alpha=0.0, beta=0.001, name=None):
    with ops.name_scope(name or "NoisyLinearCosineDecay") as name:
        rate, steps, variance, decay, periods, alpha, beta, step = _numbers(
            learning_rate, decay_steps, initial_variance, variance_decay, num_periods, alpha, beta, global_step)
        step = math_ops.minimum(step, steps)
        line = (steps - step) / steps
        deviation = math_ops.sqrt(variance / math_ops.pow(1.0 + step, decay))
        line = line + random_ops.random_normal(line.shape, stddev=deviation)
        part = step / steps
        wave = _half_wave(2.0 * periods * part)
        return math_ops.multiply(rate, (alpha + line) * wave + beta, name=name)
