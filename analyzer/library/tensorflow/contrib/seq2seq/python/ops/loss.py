"""The weighted cross-entropy of sequences of logits."""

from tensorflow.python.framework import ops
from tensorflow.python.ops import array_ops, math_ops, nn_ops


def sequence_loss(logits, targets, weights, average_across_timesteps=True, average_across_batch=True,
                  sum_over_timesteps=False, sum_over_batch=False, softmax_loss_function=None, name=None):
    if len(logits.get_shape()) != 3:
        raise ValueError("Logits must be a [batch_size x sequence_length x logits] tensor")
    if len(targets.get_shape()) != 2:
        raise ValueError("Targets must be a [batch_size x sequence_length] tensor")
    if len(weights.get_shape()) != 2:
        raise ValueError("Weights must be a [batch_size x sequence_length] tensor")
    if average_across_timesteps and sum_over_timesteps:
        raise ValueError("average_across_timesteps and sum_over_timesteps cannot be set to True at same time.")
    if average_across_batch and sum_over_batch:
        raise ValueError("average_across_batch and sum_over_batch cannot be set to True at same time.")
    with ops.name_scope(name, "sequence_loss", [logits, targets, weights]):
        flat_logits = array_ops.reshape(logits, [-1, array_ops.shape(logits)[2]])
        targets = array_ops.reshape(targets, [-1])
        function = softmax_loss_function or nn_ops.sparse_softmax_cross_entropy_with_logits
        crossent = function(labels=targets, logits=flat_logits)
        crossent *= array_ops.reshape(weights, [-1])
        averages = average_across_timesteps, average_across_batch
        if all(averages):
            return math_ops.div_no_nan(math_ops.reduce_sum(crossent), math_ops.reduce_sum(weights))
        if sum_over_timesteps and sum_over_batch:
            total = math_ops.reduce_sum(crossent)
            return math_ops.div_no_nan(total, math_ops.cast(math_ops.count_nonzero(weights), total.dtype))
        crossent = array_ops.reshape(crossent, array_ops.shape(logits)[0:2])
        if any(averages):
            axis = [0] if average_across_batch else [1]
            total = math_ops.reduce_sum(crossent, axis=axis)
            return math_ops.div_no_nan(total, math_ops.reduce_sum(weights, axis=axis))
        if sum_over_timesteps or sum_over_batch:
            axis = [0] if sum_over_batch else [1]
            total = math_ops.reduce_sum(crossent, axis=axis)
            count = math_ops.cast(math_ops.count_nonzero(weights, axis=axis), dtype=total.dtype)
            return math_ops.div_no_nan(total, count)
        return crossent
