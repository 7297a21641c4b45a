"""Metrics of outcomes at each of several thresholds."""

from tensorflow.python.framework import constant_op, dtypes, ops
from tensorflow.python.ops import array_ops, check_ops, math_ops, metrics_impl, state_ops, variable_scope
from tensorflow.python.ops import weights_broadcast_ops

_LITTLE = 1e-7
_IN_RANGE = "predictions must be in [0, 1]"
_OUTCOMES = ("true_positives", "false_negatives", "true_negatives", "false_positives")


def _counts(labels, predictions, thresholds, weights, which=_OUTCOMES):
    """({outcome: its variable}, {outcome: its update})"""
    in_range = [check(predictions, math_ops.cast(bound, dtype=predictions.dtype), message=_IN_RANGE)
                for check, bound in ((check_ops.assert_greater_equal, 0.0), (check_ops.assert_less_equal, 1.0))]
    with ops.control_dependencies(in_range):
        predictions, labels, weights = metrics_impl.squeezed(
            math_ops.cast(predictions, dtypes.float32), math_ops.cast(labels, dtypes.bool), weights)
    size = len(thresholds)
    column, row = array_ops.reshape(predictions, [-1, 1]), array_ops.reshape(labels, [1, -1])
    count = column.get_shape().as_list()[0]
    count = array_ops.shape(column)[0] if count is None else count
    tiled = array_ops.tile(array_ops.expand_dims(constant_op.constant(thresholds), [1]), array_ops.stack([1, count]))
    is_predicted = math_ops.greater(array_ops.tile(array_ops.transpose(column), [size, 1]), tiled)
    is_not_predicted = math_ops.logical_not(is_predicted) if set(which) & set(_OUTCOMES[1:3]) else None
    is_true = array_ops.tile(row, [size, 1])
    is_false = math_ops.logical_not(is_true) if set(which) & set(_OUTCOMES[2:]) else None
    if weights is not None:
        weights = weights_broadcast_ops.broadcast_weights(math_ops.cast(weights, dtypes.float32), predictions)
        weights = array_ops.tile(array_ops.reshape(weights, [1, -1]), [size, 1])
        tiled.get_shape().assert_is_compatible_with(weights.get_shape())
    labels = (is_true, is_true, is_false, is_false)
    predictions = (is_predicted, is_not_predicted, is_not_predicted, is_predicted)
    values, updates = {}, {}
    for outcome, label, prediction in zip(_OUTCOMES, labels, predictions):
        if outcome in which:
            values[outcome] = metrics_impl.metric_variable([size], dtypes.float32, name=outcome)
            hits = math_ops.cast(math_ops.logical_and(label, prediction), dtypes.float32)
            hits = hits if weights is None else hits * weights
            updates[outcome] = state_ops.assign_add(values[outcome], math_ops.reduce_sum(hits, 1))
    return values, updates


def _between(count):
    inner = [(i + 1) * 1.0 / (count - 1) for i in range(count - 2)]
    return [0.0 - _LITTLE] + inner + [1.0 + _LITTLE]


def _metric(default_name, labels, predictions, thresholds, weights, which, compute, metrics_collections,
            updates_collections, name):
    with variable_scope.variable_scope(name, default_name, (predictions, labels, weights)):
        with variable_scope.Api("tf.metrics." + default_name):
            values, updates = _counts(labels, predictions, thresholds, weights, which)
        value = compute(*[values[outcome] for outcome in which], name="value")
        metrics_impl.joined(metrics_collections, value)
        update = compute(*[updates[outcome] for outcome in which], name="update_op")
        return value, metrics_impl.joined(updates_collections, update)


def auc(labels, predictions, weights=None, num_thresholds=200, metrics_collections=None, updates_collections=None,
        curve="ROC", name=None, summation_method="trapezoidal", thresholds=None):
    if curve != "ROC" and curve != "PR":
        raise ValueError("curve must be either ROC or PR, %s unknown" % curve)
    if thresholds is not None:
        thresholds = [0.0 - _LITTLE] + sorted(thresholds) + [1.0 + _LITTLE]

    def area(hits, misses, rejections, false_alarms, name):
        recall = math_ops.div(hits + _LITTLE, hits + misses + _LITTLE)
        if curve == "ROC":
            x, y = math_ops.div(false_alarms, false_alarms + rejections + _LITTLE), recall
        else:
            x, y = recall, math_ops.div(hits + _LITTLE, hits + false_alarms + _LITTLE)
        last = len(thresholds or _between(num_thresholds)) - 1
        return math_ops.reduce_sum(math_ops.multiply(x[:last] - x[1:], (y[:last] + y[1:]) / 2.0), name=name)

    return _metric("auc", labels, predictions, thresholds or _between(num_thresholds), weights, _OUTCOMES, area,
                   metrics_collections, updates_collections, name)


def precision_at_thresholds(labels, predictions, thresholds, weights=None, metrics_collections=None,
                            updates_collections=None, name=None):

    def compute(hits, false_alarms, name):
        return math_ops.div(hits, _LITTLE + hits + false_alarms, name="precision_" + name)

    return _metric("precision_at_thresholds", labels, predictions, thresholds, weights,
                   ("true_positives", "false_positives"), compute, metrics_collections, updates_collections, name)


def recall_at_thresholds(labels, predictions, thresholds, weights=None, metrics_collections=None,
                         updates_collections=None, name=None):

    def compute(hits, misses, name):
        return math_ops.div(hits, _LITTLE + hits + misses, name="recall_" + name)

    return _metric("recall_at_thresholds", labels, predictions, thresholds, weights,
                   ("true_positives", "false_negatives"), compute, metrics_collections, updates_collections, name)


def sensitivity_at_specificity(labels, predictions, specificity, weights=None, num_thresholds=200,
                               metrics_collections=None, updates_collections=None, name=None):
    if specificity < 0 or specificity > 1:
        raise ValueError("`specificity` must be in the range [0, 1].")

    def compute(hits, misses, rejections, false_alarms, name):
        found = math_ops.div(rejections, rejections + false_alarms + _LITTLE)
        at = math_ops.cast(math_ops.argmin(math_ops.abs(found - specificity), 0), dtypes.int32)
        return math_ops.div(hits[at], hits[at] + misses[at] + _LITTLE, name)

    return _metric("sensitivity_at_specificity", labels, predictions, _between(num_thresholds), weights, _OUTCOMES,
                   compute, metrics_collections, updates_collections, name)


def specificity_at_sensitivity(labels, predictions, sensitivity, weights=None, num_thresholds=200,
                               metrics_collections=None, updates_collections=None, name=None):
    if sensitivity < 0 or sensitivity > 1:
        raise ValueError("`sensitivity` must be in the range [0, 1].")

    def compute(hits, misses, rejections, false_alarms, name):
        found = math_ops.div(hits, hits + misses + _LITTLE)
        at = math_ops.cast(math_ops.argmin(math_ops.abs(found - sensitivity), 0), dtypes.int32)
        return math_ops.div(rejections[at], rejections[at] + false_alarms[at] + _LITTLE, name)

    return _metric("specificity_at_sensitivity", labels, predictions, _between(num_thresholds), weights, _OUTCOMES,
                   compute, metrics_collections, updates_collections, name)


def _counting(outcome):
    """A metric that only counts one outcome."""

    def count(labels, predictions, thresholds, weights=None, metrics_collections=None, updates_collections=None,
              name=None):
        with variable_scope.variable_scope(name, outcome, (predictions, labels, weights)):
            with variable_scope.Api("tf.metrics.%s_at_thresholds" % outcome):
                values, updates = _counts(labels, predictions, thresholds, weights, (outcome,))
            value = metrics_impl.joined(metrics_collections, array_ops.identity(values[outcome]))
            return value, metrics_impl.joined(updates_collections, updates[outcome])

    count.__name__ = outcome + "_at_thresholds"
    return count


true_positives_at_thresholds, false_negatives_at_thresholds, true_negatives_at_thresholds, \
    false_positives_at_thresholds = [_counting(outcome) for outcome in _OUTCOMES]
