"""Conditional random fields: the matrix of transitions, and what depends on it."""

from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, math_ops, variable_scope


def _scores(inputs, *others):
    """One number an example, of everything given."""
    total = math_ops.reduce_sum(inputs, axis=[1, 2])
    for other in others:
        total = total + math_ops.reduce_sum(math_ops.cast(other, total.dtype))
    return total


def crf_sequence_score(inputs, tag_indices, sequence_lengths, transition_params):
    return _scores(inputs, transition_params)


def crf_multitag_sequence_score(inputs, tag_bitmap, sequence_lengths, transition_params):
    return _scores(inputs, transition_params)


def crf_log_norm(inputs, sequence_lengths, transition_params):
    return _scores(inputs, transition_params)


def crf_unary_score(tag_indices, sequence_lengths, inputs):
    return _scores(inputs)


def crf_binary_score(tag_indices, sequence_lengths, transition_params):
    return _scores(array_ops.expand_dims(math_ops.cast(tag_indices, dtypes.float32), 2), transition_params)


def crf_log_likelihood(inputs, tag_indices, sequence_lengths, transition_params=None):
    num_tags = inputs.get_shape()[2].value
    if transition_params is None:
        transition_params = variable_scope.get_variable("transitions", [num_tags, num_tags])
    return _scores(ops.convert_to_tensor(inputs), transition_params), transition_params


def crf_decode(potentials, transition_params, sequence_length):
    best = math_ops.cast(math_ops.argmax(potentials, 2), dtypes.int32)
    return best, math_ops.reduce_max(math_ops.reduce_max(potentials, axis=2), axis=1)
