"""Streaming metrics: their local variables, under tf.Variable's rules."""
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, confusion_matrix, math_ops, state_ops, variable_scope, variables


def metric_variable(shape, dtype, validate_shape=True, name=None):
    return variables.VariableV1(
        lambda: array_ops.zeros(shape, dtype), trainable=False,
        collections=[ops.GraphKeys.LOCAL_VARIABLES, ops.GraphKeys.METRIC_VARIABLES], validate_shape=validate_shape,
        synchronization=variables.VariableSynchronization.ON_READ, aggregation=variables.VariableAggregation.SUM, name=name)


def _squeezed(predictions, labels, weights):
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


def _joined(collections, value):
    if collections:
        ops.add_to_collections(collections, value)
    return value


def _ratio(total, count, name):
    return math_ops.div_no_nan(total, math_ops.maximum(count, 0), name=name)


def mean(values, weights=None, metrics_collections=None, updates_collections=None, name=None):
    with variable_scope.variable_scope(name, "mean", (values, weights)), variable_scope.Api("tf.metrics.mean"):
        values = math_ops.cast(values, dtypes.float32)
        total = metric_variable([], dtypes.float32, name="total")
        count = metric_variable([], dtypes.float32, name="count")
        if weights is None:
            number = math_ops.cast(array_ops.size(values), dtypes.float32)
        else:
            values, _, weights = _squeezed(values, None, weights)
            weights = math_ops.multiply(math_ops.cast(weights, dtypes.float32), array_ops.ones_like(values))
            values = math_ops.multiply(values, weights)
            number = math_ops.reduce_sum(weights)
        update_total = state_ops.assign_add(total, math_ops.reduce_sum(values))
        with ops.control_dependencies([values]):
            update_count = state_ops.assign_add(count, number)
        result = _joined(metrics_collections, _ratio(total, count, "value"))
        return result, _joined(updates_collections, _ratio(update_total, update_count, "update_op"))


def mean_tensor(values, weights=None, metrics_collections=None, updates_collections=None, name=None):
    with variable_scope.variable_scope(name, "mean", (values, weights)), variable_scope.Api("tf.metrics.mean_tensor"):
        values = math_ops.cast(values, dtypes.float32)
        total = metric_variable(values.get_shape(), dtypes.float32, name="total_tensor")
        count = metric_variable(values.get_shape(), dtypes.float32, name="count_tensor")
        number = array_ops.ones_like(values)
        if weights is not None:
            values, _, weights = _squeezed(values, None, weights)
            values = math_ops.multiply(values, math_ops.cast(weights, dtypes.float32))
            number = math_ops.multiply(number, math_ops.cast(weights, dtypes.float32))
        update_total = state_ops.assign_add(total, values)
        with ops.control_dependencies([values]):
            update_count = state_ops.assign_add(count, number)
        result = _joined(metrics_collections, _ratio(total, count, "value"))
        return result, _joined(updates_collections, _ratio(update_total, update_count, "update_op"))


def accuracy(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None):
    predictions, labels, weights = _squeezed(predictions, labels, weights)
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
    predictions, labels, weights = _squeezed(predictions, labels, weights)
    errors = math_ops.abs(predictions - labels)
    with variable_scope.Api("tf.metrics.mean_absolute_error"):
        return mean(errors, weights, metrics_collections, updates_collections, name or "mean_absolute_error")


def mean_squared_error(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None):
    predictions, labels, weights = _squeezed(predictions, labels, weights)
    errors = math_ops.squared_difference(labels, predictions)
    with variable_scope.Api("tf.metrics.mean_squared_error"):
        return mean(errors, weights, metrics_collections, updates_collections, name or "mean_squared_error")


def root_mean_squared_error(labels, predictions, weights=None, metrics_collections=None, updates_collections=None,
                            name=None):
    with variable_scope.Api("tf.metrics.root_mean_squared_error"):
        value, update = mean_squared_error(labels, predictions, weights, None, None, name or "root_mean_squared_error")
    return _joined(metrics_collections, math_ops.sqrt(value)), _joined(updates_collections, math_ops.sqrt(update))


# ---- counts of outcomes
def _counting(default_name, label, prediction):
    """A metric that counts where labels and predictions have these truth values."""

    def count(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None):
        with variable_scope.variable_scope(name, default_name, (predictions, labels, weights)):
            predictions, labels, weights = _squeezed(math_ops.cast(predictions, dtypes.bool),
                                                     math_ops.cast(labels, dtypes.bool), weights)
            hits = math_ops.logical_and(math_ops.equal(labels, label), math_ops.equal(predictions, prediction))
            with variable_scope.Api("tf.metrics." + default_name):
                total = metric_variable([], dtypes.float32, name="count")
            values = math_ops.cast(hits, dtypes.float32)
            if weights is not None:
                values = math_ops.multiply(values, math_ops.cast(weights, dtypes.float32))
            _joined(metrics_collections, total)
            return total, _joined(updates_collections, state_ops.assign_add(total, math_ops.reduce_sum(values)))

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
            predictions, labels, weights = _squeezed(math_ops.cast(predictions, dtypes.bool),
                                                     math_ops.cast(labels, dtypes.bool), weights)
            hits, update_hits = true_positives(labels, predictions, weights)
            misses, update_misses = other(labels, predictions, weights)
        result = _joined(metrics_collections, math_ops.div_no_nan(hits, hits + misses, name="value"))
        update = math_ops.div_no_nan(update_hits, update_hits + update_misses, name="update_op")
        return result, _joined(updates_collections, update)


def precision(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None):
    return _rate("precision", false_positives, labels, predictions, weights, metrics_collections, updates_collections, name)


def recall(labels, predictions, weights=None, metrics_collections=None, updates_collections=None, name=None):
    return _rate("recall", false_negatives, labels, predictions, weights, metrics_collections, updates_collections, name)


# ---- by classes and thresholds
def mean_iou(labels, predictions, num_classes, weights=None, metrics_collections=None, updates_collections=None, name=None):
    with variable_scope.variable_scope(name, "mean_iou", (predictions, labels, weights)):
        predictions.get_shape().assert_is_compatible_with(labels.get_shape())
        with variable_scope.Api("tf.metrics.mean_iou"):
            matrix = metric_variable([num_classes, num_classes], dtypes.float64, name="total_confusion_matrix")
        update = state_ops.assign_add(matrix, array_ops.zeros([num_classes, num_classes], dtypes.float64))
        result = math_ops.cast(math_ops.reduce_mean(matrix), dtypes.float32)
        return _joined(metrics_collections, result), _joined(updates_collections, update)


def mean_per_class_accuracy(labels, predictions, num_classes, weights=None, metrics_collections=None,
                            updates_collections=None, name=None):
    with variable_scope.variable_scope(name, "mean_accuracy", (predictions, labels, weights)):
        with variable_scope.Api("tf.metrics.mean_per_class_accuracy"):
            total = metric_variable([num_classes], dtypes.float32, name="total")
            count = metric_variable([num_classes], dtypes.float32, name="count")
        result = math_ops.reduce_mean(_ratio(count, total, None), name="mean_accuracy")
        return _joined(metrics_collections, result), _joined(updates_collections, _ratio(count, total, "update_op"))


def auc(labels, predictions, weights=None, num_thresholds=200, metrics_collections=None, updates_collections=None,
        curve="ROC", name=None, summation_method="trapezoidal", thresholds=None):
    with variable_scope.variable_scope(name, "auc", (labels, predictions, weights)):
        if curve != "ROC" and curve != "PR":
            raise ValueError("curve must be either ROC or PR, %s unknown" % curve)
        size = num_thresholds if thresholds is None else len(thresholds) + 2
        predictions, labels, weights = _squeezed(math_ops.cast(predictions, dtypes.float32),
                                                 math_ops.cast(labels, dtypes.bool), weights)
        with variable_scope.Api("tf.metrics.auc"):
            counts = [metric_variable([size], dtypes.float32, name=outcome) for outcome in (
                "true_positives", "false_negatives", "true_negatives", "false_positives")]
        updates = [state_ops.assign_add(count, array_ops.zeros([size])) for count in counts]
        return (_joined(metrics_collections, _area(counts, "value")),
                _joined(updates_collections, _area(updates, "update_op")))


def _area(counts, name):
    hits, misses, _, _ = counts
    return math_ops.reduce_sum(math_ops.div(hits, hits + misses), name=name)
