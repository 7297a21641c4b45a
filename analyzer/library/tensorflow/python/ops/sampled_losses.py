"""Losses over a sample of many classes."""

from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, candidate_sampling_ops, embedding_ops, math_ops, nn_impl, nn_ops, sparse_ops


def _logits_and_labels(weights, biases, labels, inputs, num_sampled, num_classes, num_true, sampled_values, without_hits,
                       strategy, name):
    """Logits of the true classes and of the sampled ones, and the share of each in the truth."""
    weights = list(weights) if isinstance(weights, (list, tuple)) or hasattr(weights, "_variable_list") else [weights]
    with ops.name_scope(name, "compute_sampled_logits", weights + [biases, inputs, labels]):
        if labels.dtype != dtypes.int64:
            labels = math_ops.cast(labels, dtypes.int64)
        flat = array_ops.reshape(labels, [-1])
        if sampled_values is None:
            sampled_values = candidate_sampling_ops.log_uniform_candidate_sampler(
                true_classes=labels, num_true=num_true, num_sampled=num_sampled, unique=True, range_max=num_classes)
        sampled, true_expected, sampled_expected = [array_ops.stop_gradient(value) for value in sampled_values]
        sampled = math_ops.cast(sampled, dtypes.int64)
        every = array_ops.concat([flat, sampled], 0)
        rows = embedding_ops.embedding_lookup(weights, every, partition_strategy=strategy)
        if rows.dtype != inputs.dtype:
            rows = math_ops.cast(rows, inputs.dtype)
        true_rows = array_ops.slice(rows, [0, 0], array_ops.stack([array_ops.shape(flat)[0], -1]))
        other_rows = array_ops.slice(rows, array_ops.stack([array_ops.shape(flat)[0], 0]), [-1, -1])
        other_logits = math_ops.matmul(inputs, other_rows, transpose_b=True)
        offsets = embedding_ops.embedding_lookup(biases, every, partition_strategy=strategy)
        if offsets.dtype != inputs.dtype:
            offsets = math_ops.cast(offsets, inputs.dtype)
        true_offsets = array_ops.slice(offsets, [0], array_ops.shape(flat))
        other_offsets = array_ops.slice(offsets, array_ops.shape(flat), [-1])
        true_logits = _products(inputs, true_rows, num_true)
        true_logits += array_ops.reshape(true_offsets, [-1, num_true])
        other_logits += other_offsets
        if without_hits:
            other_logits += _hits(labels, sampled, other_logits, num_sampled, num_true)
        true_logits -= math_ops.log(true_expected)
        other_logits -= math_ops.log(sampled_expected)
        logits = array_ops.concat([true_logits, other_logits], 1)
        shares = [array_ops.ones_like(true_logits) / num_true, array_ops.zeros_like(other_logits)]
        return logits, array_ops.concat(shares, 1)


def _products(inputs, rows, num_true):
    """What each input makes with the rows of its own classes."""
    width = array_ops.shape(rows)[1:2]
    per_class = array_ops.concat([[-1, num_true], width], 0)
    products = math_ops.multiply(array_ops.expand_dims(inputs, 1), array_ops.reshape(rows, per_class))
    sums = _row_sums(array_ops.reshape(products, array_ops.concat([[-1], width], 0)))
    return array_ops.reshape(sums, [-1, num_true])


def _hits(labels, sampled, logits, num_sampled, num_true):
    """What takes away the classes that were sampled though they are true."""
    found, ids, amounts = candidate_sampling_ops.compute_accidental_hits(labels, sampled, num_true=num_true)
    places = array_ops.concat([array_ops.reshape(found, [-1, 1]), array_ops.reshape(
        math_ops.cast(ids, dtypes.int32), [-1, 1])], 1, name="sparse_indices")
    shape = array_ops.concat([array_ops.shape(labels)[:1], array_ops.expand_dims(num_sampled, 0)], 0)
    if logits.dtype != amounts.dtype:
        amounts = math_ops.cast(amounts, logits.dtype)
    return sparse_ops.sparse_to_dense(places, shape, amounts, default_value=0.0, validate_indices=False)


def _row_sums(x):
    ones = array_ops.ones(array_ops.stack([array_ops.shape(x)[1], 1]), x.dtype)
    return array_ops.reshape(math_ops.matmul(x, ones), [-1])


def nce_loss(weights, biases, labels, inputs, num_sampled, num_classes, num_true=1, sampled_values=None,
             remove_accidental_hits=False, partition_strategy="mod", name="nce_loss"):
    logits, labels = _logits_and_labels(weights, biases, labels, inputs, num_sampled, num_classes, num_true,
                                        sampled_values, remove_accidental_hits, partition_strategy, name)
    losses = nn_impl.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits, name="sampled_losses")
    return _row_sums(losses)


def sampled_softmax_loss(weights, biases, labels, inputs, num_sampled, num_classes, num_true=1, sampled_values=None,
                         remove_accidental_hits=True, partition_strategy="mod", name="sampled_softmax_loss", seed=None):
    logits, labels = _logits_and_labels(weights, biases, labels, inputs, num_sampled, num_classes, num_true,
                                        sampled_values, remove_accidental_hits, partition_strategy, name)
    labels = array_ops.stop_gradient(labels, name="labels_stop_gradient")
    return nn_ops.softmax_cross_entropy_with_logits_v2(labels=labels, logits=logits)
