"""Metrics with a place for each class."""

from tensorflow.python.framework import dtypes
from tensorflow.python.ops import array_ops, confusion_matrix, math_ops, metrics_impl, state_ops, variable_scope


def _flat(value):
    return array_ops.reshape(value, [-1]) if value.get_shape().ndims > 1 else value


def mean_iou(labels, predictions, num_classes, weights=None, metrics_collections=None, updates_collections=None,
             name=None):
    with variable_scope.variable_scope(name, "mean_iou", (predictions, labels, weights)):
        predictions.get_shape().assert_is_compatible_with(labels.get_shape())
        with variable_scope.Api("tf.metrics.mean_iou"):
            matrix = metrics_impl.metric_variable([num_classes, num_classes], dtypes.float64,
                                                  name="total_confusion_matrix")
        predictions, labels = math_ops.cast(predictions, dtypes.int64), math_ops.cast(labels, dtypes.int64)
        size = math_ops.cast(num_classes, dtypes.int64)
        predictions, labels = _flat(predictions), _flat(labels)
        weights = weights if weights is None else _flat(weights)
        counts = confusion_matrix.confusion_matrix(labels, predictions, size, weights=weights, dtype=dtypes.float64)
        update = state_ops.assign_add(matrix, counts)
        value = metrics_impl.joined(metrics_collections, _mean_of_overlaps(matrix))
        return value, metrics_impl.joined(updates_collections, update)


def _mean_of_overlaps(matrix):
    """Of each class that occurs: what lies on the diagonal, of all in its row and column."""
    rows = math_ops.cast(math_ops.reduce_sum(matrix, 0), dtypes.float32)
    columns = math_ops.cast(math_ops.reduce_sum(matrix, 1), dtypes.float32)
    diagonal = math_ops.cast(array_ops.diag_part(matrix), dtypes.float32)
    whole = rows + columns - diagonal
    present = math_ops.reduce_sum(math_ops.cast(math_ops.not_equal(whole, 0), dtype=dtypes.float32))
    whole = array_ops.where(math_ops.greater(whole, 0), whole, array_ops.ones_like(whole))
    overlap = math_ops.div(diagonal, whole)
    return array_ops.where(math_ops.greater(present, 0),
                           math_ops.reduce_sum(overlap, name="mean_iou") / present, 0)


def mean_per_class_accuracy(labels, predictions, num_classes, weights=None, metrics_collections=None,
                            updates_collections=None, name=None):
    with variable_scope.variable_scope(name, "mean_accuracy", (predictions, labels, weights)):
        labels, predictions = _flat(math_ops.cast(labels, dtypes.int64)), _flat(predictions)
        predictions.get_shape().assert_is_compatible_with(labels.get_shape())
        with variable_scope.Api("tf.metrics.mean_per_class_accuracy"):
            total = metrics_impl.metric_variable([num_classes], dtypes.float32, name="total")
            count = metrics_impl.metric_variable([num_classes], dtypes.float32, name="count")
        ones = array_ops.ones([array_ops.size(labels)], dtypes.float32)
        if labels.dtype != predictions.dtype:
            predictions = math_ops.cast(predictions, labels.dtype)
        correct = math_ops.cast(math_ops.equal(predictions, labels), dtypes.float32)
        if weights is not None:
            weights = math_ops.cast(_flat(weights), dtypes.float32)
            correct, ones = correct * weights, ones * weights
        update_total = state_ops.scatter_add(total, labels, ones)
        update_count = state_ops.scatter_add(count, labels, correct)
        value = math_ops.reduce_mean(metrics_impl.ratio(count, total, None), name="mean_accuracy")
        update = metrics_impl.ratio(update_count, update_total, "update_op")
        return metrics_impl.joined(metrics_collections, value), metrics_impl.joined(updates_collections, update)
