"""Streaming metrics: their local variables, under tf.Variable's rules."""
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, check_ops, confusion_matrix, math_ops, state_ops, variable_scope, variables
from tensorflow.python.ops import weights_broadcast_ops


def metric_variable(shape, dtype, validate_shape=True, name=None):
    return variables.VariableV1(
        lambda: array_ops.zeros(shape, dtype), trainable=False,
        collections=[ops.GraphKeys.LOCAL_VARIABLES, ops.GraphKeys.METRIC_VARIABLES], validate_shape=validate_shape,
        synchronization=variables.VariableSynchronization.ON_READ, aggregation=variables.VariableAggregation.SUM, name=name)


def squeezed(predictions, labels, weights):
    """The last dimension of size 1 goes if the other one lacks it."""
    predictions = ops.convert_to_tensor(predictions)
    if labels is not None:
        labels, predictions = confusion_matrix.remove_squeezable_dimensions(labels, predictions)
        predictions.get_shape().assert_is_compatible_with(labels.get_shape())
    if weights is not None:
        weights = ops.convert_to_tensor(weights)
        rank, wanted = weights.get_shape().ndims, predictions.get_shape().ndims
        if rank and wanted is not None and rank - wanted == 1:
            weights = array_ops.squeeze(weights, [-1])
        elif rank and wanted is not None and wanted - rank == 1:
            weights = array_ops.expand_dims(weights, [-1])
    return predictions, labels, weights


def joined(collections, value):
    if collections:
        ops.add_to_collections(collections, value)
    return value


def ratio(total, count, name):
    return math_ops.div_no_nan(total, math_ops.maximum(count, 0), name=name)


def mean(values, weights=None, metrics_collections=None, updates_collections=None, name=None):
    with variable_scope.variable_scope(name, "mean", (values, weights)), variable_scope.Api("tf.metrics.mean"):
        values = math_ops.cast(values, dtypes.float32)
        total = metric_variable([], dtypes.float32, name="total")
        count = metric_variable([], dtypes.float32, name="count")
        if weights is None:
            number = math_ops.cast(array_ops.size(values), dtypes.float32)
        else:
            values, _, weights = squeezed(values, None, weights)
            weights = weights_broadcast_ops.broadcast_weights(math_ops.cast(weights, dtypes.float32), values)
            values = math_ops.multiply(values, weights)
            number = math_ops.reduce_sum(weights)
        update_total = state_ops.assign_add(total, math_ops.reduce_sum(values))
        with ops.control_dependencies([values]):
            update_count = state_ops.assign_add(count, number)
        result = joined(metrics_collections, ratio(total, count, "value"))
        return result, joined(updates_collections, ratio(update_total, update_count, "update_op"))


def mean_tensor(values, weights=None, metrics_collections=None, updates_collections=None, name=None):
    with variable_scope.variable_scope(name, "mean", (values, weights)), variable_scope.Api("tf.metrics.mean_tensor"):
        values = math_ops.cast(values, dtypes.float32)
        total = metric_variable(values.get_shape(), dtypes.float32, name="total_tensor")
        count = metric_variable(values.get_shape(), dtypes.float32, name="count_tensor")
        number = array_ops.ones_like(values)
        if weights is not None:
            values, _, weights = squeezed(values, None, weights)
            weights = weights_broadcast_ops.broadcast_weights(math_ops.cast(weights, dtypes.float32), values)
            values, number = math_ops.multiply(values, weights), math_ops.multiply(number, weights)
        update_total = state_ops.assign_add(total, values)
        with ops.control_dependencies([values]):
            update_count = state_ops.assign_add(count, number)
        result = joined(metrics_collections, ratio(total, count, "value"))
        return result, joined(updates_collections, ratio(update_total, update_count, "update_op"))


def accuracy(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None):
    predictions, labels, weights = squeezed(predictions, labels, weights)
    if labels.dtype != predictions.dtype:
        predictions = math_ops.cast(predictions, labels.dtype)
    correct = math_ops.cast(math_ops.equal(predictions, labels), dtypes.float32)
    with variable_scope.Api("tf.metrics.accuracy"):
        return mean(correct, weights, metrics_collections, updates_collections, name or "accuracy")


def percentage_below(values, threshold, weights=None, metrics_collections=None, updates_collections=None, name=None):
    below = math_ops.cast(math_ops.less(values, threshold), dtypes.float32)
    with variable_scope.Api("tf.metrics.percentage_below"):
        return mean(below, weights, metrics_collections, updates_collections, name or "percentage_below_threshold")


def mean_absolute_error(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None):
    predictions, labels, weights = squeezed(predictions, labels, weights)
    errors = math_ops.abs(predictions - labels)
    with variable_scope.Api("tf.metrics.mean_absolute_error"):
        return mean(errors, weights, metrics_collections, updates_collections, name or "mean_absolute_error")


def mean_squared_error(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None):
    predictions, labels, weights = squeezed(predictions, labels, weights)
    errors = math_ops.squared_difference(labels, predictions)
    with variable_scope.Api("tf.metrics.mean_squared_error"):
        return mean(errors, weights, metrics_collections, updates_collections, name or "mean_squared_error")


def mean_relative_error(labels, predictions, normalizer, weights=None, metrics_collections=None, updates_collections=None,
                        name=None):
    predictions, labels, weights = squeezed(predictions, labels, weights)
    predictions, normalizer = confusion_matrix.remove_squeezable_dimensions(predictions, normalizer)
    predictions.get_shape().assert_is_compatible_with(normalizer.get_shape())
    is_zero, zeros = math_ops.equal(normalizer, 0.0), array_ops.zeros_like(labels)
    errors = array_ops.where(is_zero, zeros, math_ops.div(math_ops.abs(labels - predictions), normalizer))
    with variable_scope.Api("tf.metrics.mean_relative_error"):
        return mean(errors, weights, metrics_collections, updates_collections, name or "mean_relative_error")


def mean_cosine_distance(labels, predictions, dim, weights=None, metrics_collections=None, updates_collections=None,
                         name=None):
    predictions, labels, weights = squeezed(predictions, labels, weights)
    products = math_ops.reduce_sum(math_ops.multiply(predictions, labels), axis=[dim], keepdims=True)
    with variable_scope.Api("tf.metrics.mean_cosine_distance"):
        value, update = mean(products, weights, None, None, name or "mean_cosine_distance")
    value, update = math_ops.subtract(1.0, value), math_ops.subtract(1.0, update)
    return joined(metrics_collections, value), joined(updates_collections, update)


def root_mean_squared_error(labels, predictions, weights=None, metrics_collections=None, updates_collections=None,
                            name=None):
    with variable_scope.Api("tf.metrics.root_mean_squared_error"):
        value, update = mean_squared_error(labels, predictions, weights, None, None, name or "root_mean_squared_error")
    return joined(metrics_collections, math_ops.sqrt(value)), joined(updates_collections, math_ops.sqrt(update))


# ---- counts of outcomes
def _counting(default_name, label, prediction):
    """A metric that counts where labels and predictions have these truth values."""

    def count(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None):
        with variable_scope.variable_scope(name, default_name, (predictions, labels, weights)):
            predictions, labels, weights = squeezed(math_ops.cast(predictions, dtypes.bool),
                                                     math_ops.cast(labels, dtypes.bool), weights)
            hits = math_ops.logical_and(math_ops.equal(labels, label), math_ops.equal(predictions, prediction))
            with variable_scope.Api("tf.metrics." + default_name):
                check_ops.assert_type(hits, dtypes.bool)
                total = metric_variable([], dtypes.float32, name="count")
            values = math_ops.cast(hits, dtypes.float32)
            if weights is not None:
                with ops.control_dependencies([check_ops.assert_rank_in(weights, (0, array_ops.rank(values)))]):
                    values = math_ops.multiply(values, math_ops.cast(weights, dtypes.float32))
            value = joined(metrics_collections, array_ops.identity(total))
            return value, joined(updates_collections, state_ops.assign_add(total, math_ops.reduce_sum(values)))

    count.__name__ = default_name
    return count


true_positives = _counting("true_positives", True, True)
true_negatives = _counting("true_negatives", False, False)
false_positives = _counting("false_positives", False, True)
false_negatives = _counting("false_negatives", True, False)


def _rate(default_name, other, labels, predictions, weights, metrics_collections, updates_collections, name):
    """true positives / (true positives + other)"""
    with variable_scope.variable_scope(name, default_name, (predictions, labels, weights)):
        with variable_scope.Api("tf.metrics." + default_name):
            predictions, labels, weights = squeezed(math_ops.cast(predictions, dtypes.bool),
                                                     math_ops.cast(labels, dtypes.bool), weights)
            hits, update_hits = true_positives(labels, predictions, weights)
            misses, update_misses = other(labels, predictions, weights)
        result = joined(metrics_collections, _share(hits, misses, "value"))
        return result, joined(updates_collections, _share(update_hits, update_misses, "update_op"))


def _share(hits, others, name):
    is_some = math_ops.greater(hits + others, 0)
    return array_ops.where(is_some, math_ops.div(hits, hits + others), 0, name)


def precision(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None):
    return _rate("precision", false_positives, labels, predictions, weights, metrics_collections, updates_collections, name)


def recall(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None):
    return _rate("recall", false_negatives, labels, predictions, weights, metrics_collections, updates_collections, name)


from tensorflow.python.ops.metrics_at_k import (
    average_precision_at_k, precision_at_k, precision_at_top_k, recall_at_k, recall_at_top_k,
    sparse_average_precision_at_k, sparse_precision_at_k)
from tensorflow.python.ops.metrics_by_class import mean_iou, mean_per_class_accuracy
from tensorflow.python.ops.metrics_by_threshold import (
    auc, false_negatives_at_thresholds, false_positives_at_thresholds, precision_at_thresholds, recall_at_thresholds,
    sensitivity_at_specificity, specificity_at_sensitivity, true_negatives_at_thresholds, true_positives_at_thresholds)
