"""Metrics of the k highest predictions. Their variables have the names of name scopes."""

from tensorflow.python.framework import dtypes, ops, sparse_tensor
from tensorflow.python.ops import array_ops, math_ops, metrics_impl, nn_ops, sets_impl, state_ops, variable_scope
from tensorflow.python.ops import weights_broadcast_ops


def _named(name, k, class_id=None):
    name = "%s_at_k" % name if k is None else "%s_at_%d" % (name, k)
    return name if class_id is None else "%s_class%d" % (name, class_id)


def _with_last_dimension(labels, predictions):
    with ops.name_scope(None, "expand_labels", (labels, predictions)) as scope:
        labels = sparse_tensor.convert_to_tensor_or_sparse_tensor(labels)
        ranks = labels.get_shape().ndims, predictions.get_shape().ndims
        if isinstance(labels, sparse_tensor.SparseTensor) or None in ranks or ranks[0] == ranks[1]:
            return labels
        if ranks[1] == ranks[0] + 1:
            return array_ops.expand_dims(labels, -1, name=scope)
        raise ValueError("Unexpected labels shape %s for predictions shape %s." % (
            labels.get_shape(), predictions.get_shape()))


def _streamed(outcome, operation, labels, predictions, k, class_id, weights):
    """The variable that counts an outcome, and its update."""
    with ops.name_scope(None, _named(outcome, k, class_id), (predictions, labels, weights)) as scope:
        with ops.name_scope(None, outcome + "s", (predictions, labels, weights)):
            counts = math_ops.cast(sets_impl.set_size(operation(predictions, labels)), dtypes.float64)
            if weights is not None:
                with ops.control_dependencies([weights_broadcast_ops.assert_broadcastable(weights, counts)]):
                    counts = math_ops.multiply(counts, math_ops.cast(weights, dtypes.float64))
        total = math_ops.cast(math_ops.reduce_sum(counts), dtypes.float64)
        variable = metrics_impl.metric_variable([], dtypes.float64, name=scope)
        return variable, state_ops.assign_add(variable, total, name="update")


def _hits(labels, predictions, k, class_id, weights):
    return _streamed("true_positive", sets_impl.set_intersection, labels, predictions, k, class_id, weights)


def _share(kind, other, labels, predictions_idx, k, class_id, weights, metrics_collections, updates_collections, name):
    """hits / (hits + others)"""
    with ops.name_scope(name, _named(kind, k, class_id), (predictions_idx, labels, weights)) as scope:
        labels = _with_last_dimension(labels, predictions_idx)
        highest = math_ops.cast(predictions_idx, dtypes.int64)
        with variable_scope.Api("tf.metrics.%s_at_k" % kind):
            found, update_found = _hits(labels, highest, k, class_id, weights)
            others, update_others = other(labels, highest, k, class_id, weights)
        value = math_ops.div(found, math_ops.add(found, others), name=scope)
        update = math_ops.div(update_found, math_ops.add(update_found, update_others), name="update")
        return metrics_impl.joined(metrics_collections, value), metrics_impl.joined(updates_collections, update)


def _misses(labels, predictions, k, class_id, weights):
    return _streamed("false_negative", lambda a, b: sets_impl.set_difference(a, b, aminusb=False), labels, predictions,
                     k, class_id, weights)


def _false_alarms(labels, predictions, k, class_id, weights):
    return _streamed("false_positive", sets_impl.set_difference, labels, predictions, k, class_id, weights)


def recall_at_top_k(labels, predictions_idx, k=None, class_id=None, weights=None, metrics_collections=None,
                    updates_collections=None, name=None):
    return _share("recall", _misses, labels, predictions_idx, k, class_id, weights, metrics_collections,
                  updates_collections, name)


def precision_at_top_k(labels, predictions_idx, k=None, class_id=None, weights=None, metrics_collections=None,
                       updates_collections=None, name=None):
    return _share("precision", _false_alarms, labels, predictions_idx, k, class_id, weights, metrics_collections,
                  updates_collections, name)


def recall_at_k(labels, predictions, k, class_id=None, weights=None, metrics_collections=None, updates_collections=None,
                name=None):
    with ops.name_scope(name, _named("recall", k, class_id), (predictions, labels, weights)) as scope:
        highest = nn_ops.top_k(predictions, k)[1]
        return recall_at_top_k(labels, highest, k, class_id, weights, metrics_collections, updates_collections, scope)


def precision_at_k(labels, predictions, k, class_id=None, weights=None, metrics_collections=None,
                   updates_collections=None, name=None):
    with ops.name_scope(name, _named("precision", k, class_id), (predictions, labels, weights)) as scope:
        highest = nn_ops.top_k(predictions, k)[1]
        return precision_at_top_k(labels, highest, k, class_id, weights, metrics_collections, updates_collections,
                                  scope)


sparse_precision_at_k = precision_at_k


def average_precision_at_k(labels, predictions, k, weights=None, metrics_collections=None, updates_collections=None,
                           name=None):
    """The operations that make the batch's values are left out."""
    if k < 1:
        raise ValueError("Invalid k=%s." % k)
    with ops.name_scope(name, _named("average_precision", k), (predictions, labels, weights)) as scope:
        values = math_ops.cast(nn_ops.top_k(predictions, k)[0], dtypes.float64)
        with variable_scope.Api("tf.metrics.average_precision_at_k"):
            # The scope `max` is taken by the maximum inside of the values.
            with ops.name_scope(None, "max_1", (values,)) as max_scope:
                most = metrics_impl.metric_variable([], dtypes.float64, name=max_scope)
                batch_most = math_ops.cast(array_ops.size(values, name="batch_max"), dtypes.float64)
                update_most = state_ops.assign_add(most, batch_most, name="update")
            with ops.name_scope(None, "total", (values,)) as total_scope:
                total = metrics_impl.metric_variable([], dtypes.float64, name=total_scope)
                batch_total = math_ops.reduce_sum(values, name="batch_total")
                update_total = state_ops.assign_add(total, batch_total, name="update")
        value = math_ops.div_no_nan(total, most, name="mean")
        update = math_ops.div_no_nan(update_total, update_most, name=scope)
        return metrics_impl.joined(metrics_collections, value), metrics_impl.joined(updates_collections, update)


sparse_average_precision_at_k = average_precision_at_k
