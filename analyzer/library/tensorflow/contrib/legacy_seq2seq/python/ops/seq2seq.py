"""tf.contrib.legacy_seq2seq: models unrolled over lists of inputs, and their losses."""
from tensorflow.contrib.legacy_seq2seq.python.ops.attention import attention_decoder, embedding_attention_decoder
from tensorflow.contrib.legacy_seq2seq.python.ops.decoders import (
    basic_rnn_seq2seq, embedding_rnn_decoder, rnn_decoder, tied_rnn_seq2seq)
from tensorflow.contrib.legacy_seq2seq.python.ops.embedded_models import (
    embedding_attention_seq2seq, embedding_rnn_seq2seq, embedding_tied_rnn_seq2seq, one2many_rnn_seq2seq)
from tensorflow.python.framework import ops
from tensorflow.python.ops import array_ops, math_ops, nn_ops, variable_scope


def sequence_loss_by_example(logits, targets, weights, average_across_timesteps=True, softmax_loss_function=None,
                             name=None):
    if len(targets) != len(logits) or len(weights) != len(logits):
        raise ValueError("Lengths of logits, weights, and targets must be the same %d, %d, %d." % (
            len(logits), len(weights), len(targets)))
    with ops.name_scope(name, "sequence_loss_by_example", logits + targets + weights):
        losses = []
        for logit, target, weight in zip(logits, targets, weights):
            if softmax_loss_function is None:
                loss = nn_ops.sparse_softmax_cross_entropy_with_logits(
                    labels=array_ops.reshape(target, [-1]), logits=logit)
            else:
                loss = softmax_loss_function(labels=target, logits=logit)
            losses.append(loss * weight)
        total = math_ops.add_n(losses)
        if not average_across_timesteps:
            return total
        return total / (math_ops.add_n(weights) + 1e-12)


def sequence_loss(logits, targets, weights, average_across_timesteps=True, average_across_batch=True,
                  softmax_loss_function=None, name=None):
    with ops.name_scope(name, "sequence_loss", logits + targets + weights):
        cost = math_ops.reduce_sum(sequence_loss_by_example(
            logits, targets, weights, average_across_timesteps=average_across_timesteps,
            softmax_loss_function=softmax_loss_function))
        if not average_across_batch:
            return cost
        return cost / math_ops.cast(array_ops.shape(targets[0])[0], cost.dtype)


def model_with_buckets(encoder_inputs, decoder_inputs, targets, weights, buckets, seq2seq, softmax_loss_function=None,
                       per_example_loss=False, name=None):
    longest = buckets[-1]
    if len(encoder_inputs) < longest[0]:
        raise ValueError("Length of encoder_inputs (%d) must be at least that of last bucket (%d)." % (
            len(encoder_inputs), longest[0]))
    for title, given in (("targets", targets), ("weights", weights)):
        if len(given) < longest[1]:
            raise ValueError("Length of %s (%d) must be at least that of last bucket (%d)." % (title, len(given), longest[1]))
    loss_of = sequence_loss_by_example if per_example_loss else sequence_loss
    outputs, losses = [], []
    with ops.name_scope(name, "model_with_buckets", encoder_inputs + decoder_inputs + targets + weights):
        for number, (source, target) in enumerate(buckets):
            with variable_scope.variable_scope(variable_scope.get_variable_scope(), reuse=True if number > 0 else None):
                outputs.append(seq2seq(encoder_inputs[:source], decoder_inputs[:target])[0])
                losses.append(loss_of(outputs[-1], targets[:target], weights[:target],
                                      softmax_loss_function=softmax_loss_function))
    return outputs, losses
