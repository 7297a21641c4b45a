"""Connectionist temporal classification."""

from tensorflow.python.framework import sparse_tensor
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import array_ops


def ctc_loss(labels, inputs=None, sequence_length=None, preprocess_collapse_repeated=False, ctc_merge_repeated=True,
             ignore_longer_outputs_than_inputs=False, time_major=True, logits=None):
    if not isinstance(labels, sparse_tensor.SparseTensor):
        raise TypeError("Expected labels (first argument) to be a SparseTensor")
    inputs = logits if inputs is None else inputs
    if not time_major:
        inputs = array_ops.transpose(inputs, [1, 0, 2])
    return apply("CTCLoss", None, [inputs, labels.indices, labels.values, sequence_length])[0]


def ctc_greedy_decoder(inputs, sequence_length, merge_repeated=True):
    indices, values, shape, log_probabilities = apply("CTCGreedyDecoder", None, [inputs, sequence_length])
    return [sparse_tensor.SparseTensor(indices, values, shape)], log_probabilities


def ctc_beam_search_decoder(inputs, sequence_length, beam_width=100, top_paths=1, merge_repeated=True):
    outputs = apply("CTCBeamSearchDecoder", None, [inputs, sequence_length], top_paths=top_paths)
    paths = [sparse_tensor.SparseTensor(outputs[i], outputs[top_paths + i], outputs[2 * top_paths + i])
             for i in range(top_paths)]
    return paths, outputs[3 * top_paths]
