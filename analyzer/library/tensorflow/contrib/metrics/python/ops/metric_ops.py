"""Streaming metrics that take the predictions first; most are those of tf.metrics."""
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, math_ops, metrics_impl, nn_ops, state_ops, variable_scope
from tensorflow.python.ops import weights_broadcast_ops


def _of(metric):
    """The metric of tf.metrics, with the predictions before the labels."""

    def streaming(predictions, labels, weights=None, metrics_collections=None, updates_collections=None, name=None):
        return metric(labels, predictions, weights, metrics_collections, updates_collections, name)

    streaming.__name__ = "streaming_" + metric.__name__
    return streaming


streaming_true_positives = _of(metrics_impl.true_positives)
streaming_true_negatives = _of(metrics_impl.true_negatives)
streaming_false_positives = _of(metrics_impl.false_positives)
streaming_false_negatives = _of(metrics_impl.false_negatives)
streaming_accuracy = _of(metrics_impl.accuracy)
streaming_precision = _of(metrics_impl.precision)
streaming_recall = _of(metrics_impl.recall)
streaming_mean_absolute_error = _of(metrics_impl.mean_absolute_error)
streaming_mean_squared_error = _of(metrics_impl.mean_squared_error)
streaming_root_mean_squared_error = _of(metrics_impl.root_mean_squared_error)


def streaming_mean(values, weights=None, metrics_collections=None, updates_collections=None, name=None):
    return metrics_impl.mean(values, weights, metrics_collections, updates_collections, name)


def streaming_mean_tensor(values, weights=None, metrics_collections=None, updates_collections=None, name=None):
    return metrics_impl.mean_tensor(values, weights, metrics_collections, updates_collections, name)


def streaming_percentage_less(values, threshold, weights=None, metrics_collections=None, updates_collections=None, name=None):
    return metrics_impl.percentage_below(values, threshold, weights, metrics_collections, updates_collections, name)


def streaming_mean_relative_error(predictions, labels, normalizer, weights=None, metrics_collections=None,
                                  updates_collections=None, name=None):
    return metrics_impl.mean_relative_error(labels, predictions, normalizer, weights, metrics_collections,
                                            updates_collections, name)


def streaming_mean_cosine_distance(predictions, labels, dim, weights=None, metrics_collections=None,
                                   updates_collections=None, name=None):
    return metrics_impl.mean_cosine_distance(labels, predictions, dim, weights, metrics_collections, updates_collections,
                                             name)


def streaming_mean_iou(predictions, labels, num_classes, weights=None, metrics_collections=None, updates_collections=None,
                       name=None):
    return metrics_impl.mean_iou(labels, predictions, num_classes, weights, metrics_collections, updates_collections, name)


# ---- by thresholds
def streaming_auc(predictions, labels, weights=None, num_thresholds=200, metrics_collections=None, updates_collections=None,
                  curve="ROC", name=None):
    return metrics_impl.auc(labels, predictions, weights, num_thresholds, metrics_collections, updates_collections, curve,
                            name)


def streaming_specificity_at_sensitivity(predictions, labels, sensitivity, weights=None, num_thresholds=200,
                                         metrics_collections=None, updates_collections=None, name=None):
    return metrics_impl.specificity_at_sensitivity(labels, predictions, sensitivity, weights, num_thresholds,
                                                   metrics_collections, updates_collections, name)


def streaming_sensitivity_at_specificity(predictions, labels, specificity, weights=None, num_thresholds=200,
                                         metrics_collections=None, updates_collections=None, name=None):
    return metrics_impl.sensitivity_at_specificity(labels, predictions, specificity, weights, num_thresholds,
                                                   metrics_collections, updates_collections, name)


def streaming_precision_at_thresholds(predictions, labels, thresholds, weights=None, metrics_collections=None,
                                      updates_collections=None, name=None):
    return metrics_impl.precision_at_thresholds(labels, predictions, thresholds, weights, metrics_collections,
                                                updates_collections, name)


def streaming_recall_at_thresholds(predictions, labels, thresholds, weights=None, metrics_collections=None,
                                   updates_collections=None, name=None):
    return metrics_impl.recall_at_thresholds(labels, predictions, thresholds, weights, metrics_collections,
                                             updates_collections, name)


# ---- among the best k
def streaming_recall_at_k(predictions, labels, k, weights=None, metrics_collections=None, updates_collections=None,
                          name=None):
    hits = math_ops.cast(nn_ops.in_top_k(predictions, labels, k), dtypes.float32)
    return streaming_mean(hits, weights, metrics_collections, updates_collections, name or "recall_at_%d" % k)


def streaming_sparse_recall_at_k(predictions, labels, k, class_id=None, weights=None, metrics_collections=None,
                                 updates_collections=None, name=None):
    return metrics_impl.recall_at_k(labels, predictions, k, class_id, weights, metrics_collections, updates_collections,
                                    name)


def streaming_sparse_precision_at_k(predictions, labels, k, class_id=None, weights=None, metrics_collections=None,
                                    updates_collections=None, name=None):
    return metrics_impl.precision_at_k(labels, predictions, k, class_id, weights, metrics_collections,
                                       updates_collections, name)


def streaming_sparse_average_precision_at_k(predictions, labels, k, weights=None, metrics_collections=None,
                                            updates_collections=None, name=None):
    return metrics_impl.average_precision_at_k(labels, predictions, k, weights, metrics_collections, updates_collections,
                                               name)


# ---- with variables of their own
def _rate(default_name, outcome, other):
    """outcome / (outcome + other), where that is defined"""

    def rate(predictions, labels, weights=None, metrics_collections=None, updates_collections=None, name=None):
        with variable_scope.variable_scope(name, default_name, (predictions, labels, weights)):
            predictions, labels, weights = metrics_impl.squeezed(
                math_ops.cast(predictions, dtypes.bool), math_ops.cast(labels, dtypes.bool), weights)
            hits, update_hits = outcome(labels, predictions, weights)
            others, update_others = other(labels, predictions, weights)
            value = metrics_impl.joined(metrics_collections, metrics_impl._share(hits, others, "value"))
            update = metrics_impl._share(update_hits, update_others, "update_op")
            return value, metrics_impl.joined(updates_collections, update)

    rate.__name__ = "streaming_" + default_name
    return rate


streaming_false_positive_rate = _rate("false_positive_rate", metrics_impl.false_positives, metrics_impl.true_negatives)
streaming_false_negative_rate = _rate("false_negative_rate", metrics_impl.false_negatives, metrics_impl.true_positives)


def count(values, weights=None, metrics_collections=None, updates_collections=None, name=None):
    with variable_scope.variable_scope(name, "count", (values, weights)):
        total = metrics_impl.metric_variable([], dtypes.float32, name="count")
        if weights is None:
            number = math_ops.cast(array_ops.size(values), dtypes.float32)
        else:
            values, _, weights = metrics_impl.squeezed(math_ops.cast(values, dtypes.float32), None, weights)
            weights = weights_broadcast_ops.broadcast_weights(math_ops.cast(weights, dtypes.float32), values)
            number = math_ops.reduce_sum(weights)
        with ops.control_dependencies([values]):
            update = state_ops.assign_add(total, number)
        value = metrics_impl.joined(metrics_collections, array_ops.identity(total))
        return value, metrics_impl.joined(updates_collections, update)


def streaming_covariance(predictions, labels, weights=None, metrics_collections=None, updates_collections=None, name=None):
    with variable_scope.variable_scope(name, "covariance", (predictions, labels, weights)):
        predictions, labels, weights = metrics_impl.squeezed(predictions, labels, weights)
        for part in ("count", "mean_prediction", "mean_label", "comoment"):
            variable = metrics_impl.metric_variable([], dtypes.float32, name=part)
        product = math_ops.reduce_sum(predictions * labels)
        value = metrics_impl.joined(metrics_collections, array_ops.identity(variable, name="covariance"))
        update = array_ops.identity(state_ops.assign_add(variable, product), name="update_op")
        return value, metrics_impl.joined(updates_collections, update)


def streaming_pearson_correlation(predictions, labels, weights=None, metrics_collections=None, updates_collections=None,
                                  name=None):
    with variable_scope.variable_scope(name, "pearson_r", (predictions, labels, weights)):
        predictions, labels, weights = metrics_impl.squeezed(predictions, labels, weights)
        if weights is not None:
            weights = weights_broadcast_ops.broadcast_weights(weights, labels)
        both = streaming_covariance(predictions, labels, weights, name="covariance")
        one = streaming_covariance(predictions, predictions, weights, name="variance_predictions")
        other = streaming_covariance(labels, labels, weights, name="variance_labels")
        results = [math_ops.truediv(both[i], math_ops.multiply(math_ops.sqrt(one[i]), math_ops.sqrt(other[i])), name=part)
                   for i, part in enumerate(("pearson_r", "update_op"))]
        return (metrics_impl.joined(metrics_collections, results[0]),
                metrics_impl.joined(updates_collections, results[1]))


# ---- several at once
def aggregate_metrics(*value_update_tuples):
    if not value_update_tuples:
        raise ValueError("Expected at least one value_tensor/update_op pair")
    values, updates = zip(*value_update_tuples)
    return list(values), list(updates)


def aggregate_metric_map(names_to_tuples):
    values, updates = zip(*names_to_tuples.values())
    return dict(zip(names_to_tuples, values)), dict(zip(names_to_tuples, updates))
