"""tf.contrib.losses, also slim.losses: the losses that came before tf.losses, with the predictions first."""
from tensorflow.contrib.framework.python.ops.arg_scope import add_arg_scope
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, math_ops, nn_impl, nn_ops
from tensorflow.python.ops.losses import util


def _scale_losses(losses, weights):
    axes = list(range(max(0, weights.get_shape().ndims), losses.get_shape().ndims))
    return math_ops.reduce_sum(math_ops.multiply(math_ops.reduce_sum(losses, axis=axes), weights))


def _safe_mean(losses, present):
    return math_ops.div_no_nan(math_ops.reduce_sum(losses), present, name="value")


def _present_of_scalar(losses, weights):
    batch_size = array_ops.reshape(array_ops.slice(array_ops.shape(losses), [0], [1]), [])
    each = math_ops.div(math_ops.cast(array_ops.size(losses), dtypes.float32), math_ops.cast(batch_size, dtypes.float32))
    each = array_ops.where(math_ops.equal(weights, 0), 0.0, each)
    return math_ops.multiply(array_ops.ones(array_ops.reshape(batch_size, [1])), each)


def _num_present(losses, weights, per_batch=False):
    rank = weights.get_shape().ndims
    if rank == 0:
        present = _present_of_scalar(losses, weights)
    else:
        not_zero = math_ops.cast(math_ops.not_equal(weights, 0), dtypes.float32)
        weighted = math_ops.reduce_sum(not_zero, axis=list(range(1, rank)))
        others = array_ops.slice(array_ops.shape(losses), [rank], [-1])
        present = math_ops.multiply(weighted, math_ops.cast(math_ops.reduce_prod(others), dtypes.float32))
    return present if per_batch else math_ops.reduce_sum(present)


def compute_weighted_loss(losses, weights=1.0, scope=None):
    with ops.name_scope(scope, "weighted_loss", [losses, weights]):
        losses = ops.convert_to_tensor(losses)
        dtype = losses.dtype
        losses = math_ops.cast(losses, dtypes.float32)
        weights = math_ops.cast(ops.convert_to_tensor(weights), dtypes.float32)
        if losses.get_shape().ndims is None:
            raise ValueError("losses.get_shape().ndims cannot be None")
        shape = weights.get_shape()
        if shape.ndims is None:
            raise ValueError("weights.get_shape().ndims cannot be None")
        if shape.ndims > 1 and shape.dims[-1].is_compatible_with(1):
            weights = array_ops.squeeze(weights, [-1])
        total = _scale_losses(losses, weights)
        mean = math_ops.cast(_safe_mean(total, _num_present(losses, weights)), dtype)
        add_loss(mean)
        return mean


# ---- the collection
@add_arg_scope
def add_loss(loss, loss_collection=ops.GraphKeys.LOSSES):
    util.add_loss(loss, loss_collection)


get_losses, get_regularization_losses = util.get_losses, util.get_regularization_losses


def get_total_loss(add_regularization_losses=True, name="total_loss"):
    return util.get_total_loss(add_regularization_losses, name)


# ---- losses
def _same_shapes(predictions, labels):
    """Both as float32, if their shapes fit."""
    predictions.get_shape().assert_is_compatible_with(labels.get_shape())
    return math_ops.cast(predictions, dtypes.float32), math_ops.cast(labels, dtypes.float32)


def absolute_difference(predictions, labels=None, weights=1.0, scope=None):
    with ops.name_scope(scope, "absolute_difference", [predictions, labels, weights]) as scope:
        predictions, labels = _same_shapes(predictions, labels)
        return compute_weighted_loss(math_ops.abs(math_ops.subtract(predictions, labels)), weights, scope=scope)


def sigmoid_cross_entropy(logits, multi_class_labels, weights=1.0, label_smoothing=0, scope=None):
    with ops.name_scope(scope, "sigmoid_cross_entropy_loss", [logits, multi_class_labels, weights]) as scope:
        logits.get_shape().assert_is_compatible_with(multi_class_labels.get_shape())
        labels = math_ops.cast(multi_class_labels, logits.dtype)
        if label_smoothing > 0:
            labels = labels * (1 - label_smoothing) + 0.5 * label_smoothing
        losses = nn_impl.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits, name="xentropy")
        return compute_weighted_loss(losses, weights, scope=scope)


def softmax_cross_entropy(logits, onehot_labels, weights=1.0, label_smoothing=0, scope=None):
    with ops.name_scope(scope, "softmax_cross_entropy_loss", [logits, onehot_labels, weights]) as scope:
        logits.get_shape().assert_is_compatible_with(onehot_labels.get_shape())
        labels = math_ops.cast(onehot_labels, logits.dtype)
        if label_smoothing > 0:
            classes = math_ops.cast(array_ops.shape(labels)[1], logits.dtype)
            negatives = label_smoothing / classes
            labels = labels * (1.0 - label_smoothing) + negatives
        losses = nn_ops.softmax_cross_entropy_with_logits(labels=labels, logits=logits, name="xentropy")
        return compute_weighted_loss(losses, weights, scope=scope)


def sparse_softmax_cross_entropy(logits, labels, weights=1.0, scope=None):
    with ops.name_scope(scope, "sparse_softmax_cross_entropy_loss", [logits, labels, weights]) as scope:
        labels = array_ops.reshape(labels, shape=[array_ops.shape(labels)[0]])
        losses = nn_ops.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits, name="xentropy")
        return compute_weighted_loss(losses, weights, scope=scope)


def log_loss(predictions, labels=None, weights=1.0, epsilon=1e-7, scope=None):
    with ops.name_scope(scope, "log_loss", [predictions, labels, weights]) as scope:
        predictions, labels = _same_shapes(predictions, labels)
        positive = -math_ops.multiply(labels, math_ops.log(predictions + epsilon))
        losses = positive - math_ops.multiply(1 - labels, math_ops.log(1 - predictions + epsilon))
        return compute_weighted_loss(losses, weights, scope=scope)


def hinge_loss(logits, labels=None, scope=None):
    with ops.name_scope(scope, "hinge_loss", [logits, labels]) as scope:
        logits.get_shape().assert_is_compatible_with(labels.get_shape())
        labels = math_ops.cast(labels, dtypes.float32)
        ones = array_ops.ones_like(labels)
        labels = math_ops.subtract(2 * labels, ones)
        return nn_ops.relu(math_ops.subtract(ones, math_ops.multiply(labels, logits)))


def mean_squared_error(predictions, labels=None, weights=1.0, scope=None):
    with ops.name_scope(scope, "mean_squared_error", [predictions, labels, weights]) as scope:
        predictions, labels = _same_shapes(predictions, labels)
        return compute_weighted_loss(math_ops.squared_difference(predictions, labels), weights, scope=scope)


def mean_pairwise_squared_error(predictions, labels=None, weights=1.0, scope=None):
    with ops.name_scope(scope, "mean_pairwise_squared_error", [predictions, labels, weights]) as scope:
        predictions, labels = _same_shapes(predictions, labels)
        weights = math_ops.cast(ops.convert_to_tensor(weights), dtypes.float32)
        diffs = math_ops.subtract(predictions, labels)
        for name, value in (("diffs", diffs), ("weights", weights)):
            if value.get_shape().ndims is None:
                raise ValueError(name + ".get_shape().ndims cannot be None")
        axes = list(range(1, diffs.get_shape().ndims))
        squares = math_ops.reduce_sum(math_ops.square(diffs), axis=axes)
        present = _num_present(diffs, weights, per_batch=True)
        first = 2.0 * math_ops.div_no_nan(squares, present, name="value")
        total = math_ops.reduce_sum(diffs, axis=axes)
        second = 2.0 * math_ops.div_no_nan(math_ops.square(total), math_ops.square(present), name="value")
        loss = _scale_losses(first - second, weights)
        mean = array_ops.where(math_ops.reduce_sum(present) > 0, loss, array_ops.zeros_like(loss), name="value")
        add_loss(mean)
        return mean


def cosine_distance(predictions, labels=None, axis=None, weights=1.0, scope=None, dim=None):
    if axis is not None and dim is not None:
        raise ValueError("Cannot specify both 'axis' and 'dim'")
    axis = dim if axis is None else axis
    if axis is None:
        raise ValueError("You must specify 'axis'.")
    with ops.name_scope(scope, "cosine_distance_loss", [predictions, labels, weights]) as scope:
        predictions, labels = _same_shapes(predictions, labels)
        losses = 1 - math_ops.reduce_sum(math_ops.multiply(predictions, labels), axis=[axis])
        return compute_weighted_loss(losses, weights, scope=scope)
