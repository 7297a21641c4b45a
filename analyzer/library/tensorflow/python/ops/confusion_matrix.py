"""Confusion matrices, and labels with one dimension too many."""

from tensorflow.python.framework import dtypes, ops, sparse_tensor
from tensorflow.python.ops import array_ops, check_ops, control_flow_ops, math_ops, sparse_ops


def remove_squeezable_dimensions(labels, predictions, expected_rank_diff=0, name=None):
    with ops.name_scope(name, "remove_squeezable_dimensions", [labels, predictions]):
        predictions = ops.convert_to_tensor(predictions)
        labels = ops.convert_to_tensor(labels)
        predictions_rank, labels_rank = predictions.get_shape().ndims, labels.get_shape().ndims
        if labels_rank is not None and predictions_rank is not None:
            difference = predictions_rank - labels_rank
            if difference == expected_rank_diff + 1:
                predictions = array_ops.squeeze(predictions, [-1])
            elif difference == expected_rank_diff - 1:
                labels = array_ops.squeeze(labels, [-1])
            return labels, predictions
        difference = array_ops.rank(predictions) - array_ops.rank(labels)
        if predictions_rank is None or predictions.get_shape()[-1].is_compatible_with(1):
            whole = predictions
            predictions = control_flow_ops.cond(math_ops.equal(expected_rank_diff + 1, difference),
                                                lambda: array_ops.squeeze(whole, [-1]), lambda: whole)
        if labels_rank is None or labels.get_shape()[-1].is_compatible_with(1):
            all_labels = labels
            labels = control_flow_ops.cond(math_ops.equal(expected_rank_diff - 1, difference),
                                           lambda: array_ops.squeeze(all_labels, [-1]), lambda: all_labels)
        return labels, predictions


def confusion_matrix(labels, predictions, num_classes=None, dtype=dtypes.int32, name=None, weights=None):
    with ops.name_scope(name, "confusion_matrix", (predictions, labels, num_classes, weights)):
        labels, predictions = remove_squeezable_dimensions(
            ops.convert_to_tensor(labels, name="labels"),
            ops.convert_to_tensor(predictions, name="predictions"))
        predictions, labels = math_ops.cast(predictions, dtypes.int64), math_ops.cast(labels, dtypes.int64)
        labels = _not_negative(labels, "`labels` contains negative values")
        predictions = _not_negative(predictions, "`predictions` contains negative values")
        if num_classes is None:
            num_classes = math_ops.maximum(math_ops.reduce_max(predictions), math_ops.reduce_max(labels)) + 1
        else:
            size = math_ops.cast(num_classes, dtypes.int64)
            labels = _below(labels, size, "`labels` out of bound")
            predictions = _below(predictions, size, "`predictions` out of bound")
        if weights is not None:
            weights = ops.convert_to_tensor(weights, name="weights")
            predictions.get_shape().assert_is_compatible_with(weights.get_shape())
            weights = math_ops.cast(weights, dtype)
        shape = array_ops.stack([num_classes, num_classes])
        indices = array_ops.stack([labels, predictions], axis=1)
        values = array_ops.ones_like(predictions, dtype) if weights is None else weights
        counts = sparse_tensor.SparseTensor(indices, values, math_ops.cast(shape, dtypes.int64))
        zeros = array_ops.zeros(math_ops.cast(shape, dtypes.int32), dtype)
        return sparse_ops.sparse_add(zeros, counts)


def _not_negative(tensor, message):
    return control_flow_ops.with_dependencies([check_ops.assert_non_negative(tensor, message=message)], tensor)


def _below(tensor, size, message):
    return control_flow_ops.with_dependencies([check_ops.assert_less(tensor, size, message=message)], tensor)


confusion_matrix_v1 = confusion_matrix
