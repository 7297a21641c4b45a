"""Normalizations, separable convolutions and sampled losses."""

from tensorflow.python.framework import constant_op, dtypes, ops
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import array_ops, control_flow_ops, math_ops, nn_ops
from tensorflow.python.ops.math_ops import _one_of
from tensorflow.python.ops.sampled_losses import nce_loss, sampled_softmax_loss


# ---- losses
def _same_shape(labels, logits, names="logits and labels"):
    try:
        labels.get_shape().merge_with(logits.get_shape())
    except ValueError:
        raise ValueError("%s must have the same shape (%s vs %s)" % (names, logits.get_shape(), labels.get_shape()))


def sigmoid_cross_entropy_with_logits(_sentinel=None, labels=None, logits=None, name=None):
    nn_ops._check_named("sigmoid_cross_entropy_with_logits", _sentinel, labels, logits)
    with ops.name_scope(name, "logistic_loss", [logits, labels]) as name:
        logits = ops.convert_to_tensor(logits, name="logits")
        labels = ops.convert_to_tensor(labels, name="labels")
        _same_shape(labels, logits)
        zeros = array_ops.zeros_like(logits, dtype=logits.dtype)
        positive = logits >= zeros
        rectified = array_ops.where(positive, logits, zeros)
        negative = array_ops.where(positive, -logits, logits)
        return math_ops.add(rectified - logits * labels, math_ops.log1p(math_ops.exp(negative)), name=name)


def weighted_cross_entropy_with_logits(labels=None, logits=None, pos_weight=None, name=None, targets=None):
    labels = _one_of("labels", labels, "targets", targets)
    with ops.name_scope(name, "logistic_loss", [logits, labels]) as name:
        logits = ops.convert_to_tensor(logits, name="logits")
        labels = ops.convert_to_tensor(labels, name="labels")
        _same_shape(labels, logits)
        weight = 1 + (pos_weight - 1) * labels
        first = (1 - labels) * logits
        tail = math_ops.log1p(math_ops.exp(-math_ops.abs(logits))) + nn_ops.relu(-logits)
        return math_ops.add(first, weight * tail, name=name)


def log_poisson_loss(targets, log_input, compute_full_loss=False, name=None):
    with ops.name_scope(name, "log_poisson_loss", [log_input, targets]) as name:
        log_input = ops.convert_to_tensor(log_input, name="log_input")
        targets = ops.convert_to_tensor(targets, name="targets")
        _same_shape(targets, log_input, "log_input and targets")
        return math_ops.exp(log_input) - log_input * targets


# ---- activations and norms
def swish(features):
    """A function with a gradient of its own, whose result and input are passed through."""
    features = ops.convert_to_tensor(features, name="features")
    result = array_ops.identity(features * math_ops.sigmoid(features))
    return apply("IdentityN", None, [[result, features]])[0]


def relu_layer(x, weights, biases, name=None):
    with ops.name_scope(name, "relu_layer", [x, weights, biases]) as name:
        x = ops.convert_to_tensor(x, name="x")
        weights = ops.convert_to_tensor(weights, name="weights")
        biases = ops.convert_to_tensor(biases, name="biases")
        return nn_ops.relu(nn_ops.bias_add(math_ops.matmul(x, weights), biases), name=name)


def l2_normalize(x, axis=None, epsilon=1e-12, name=None, dim=None):
    axis = _one_of("axis", axis, "dim", dim)
    with ops.name_scope(name, "l2_normalize", [x]) as name:
        x = ops.convert_to_tensor(x, name="x")
        total = math_ops.reduce_sum(math_ops.square(x), axis, keepdims=True)
        return math_ops.multiply(x, math_ops.rsqrt(math_ops.maximum(total, epsilon)), name=name)


def normalize(tensor, ord="euclidean", axis=None, name=None):
    from tensorflow.python.ops import linalg_ops
    with ops.name_scope(name, "normalize", [tensor]) as name:
        tensor = ops.convert_to_tensor(tensor)
        norm = math_ops.cast(linalg_ops.norm(tensor, ord, axis, keepdims=True), tensor.dtype)
        return tensor / norm, norm


def zero_fraction(value, name=None):
    with ops.name_scope(name, "zero_fraction", [value]):
        value = ops.convert_to_tensor(value, name="value")
        size = array_ops.size(value, out_type=dtypes.int64)

        def nonzero(dtype):
            with ops.name_scope("count_nonzero", values=[value]):
                zero = array_ops.zeros([], dtype=value.dtype)
                unlike = math_ops.cast(math_ops.not_equal(value, zero), dtype)
                return math_ops.reduce_sum(unlike, name="nonzero_count")

        count = control_flow_ops.cond(size <= dtypes.int32.max,
                                      true_fn=lambda: math_ops.cast(nonzero(dtypes.int32), dtypes.int64),
                                      false_fn=lambda: nonzero(dtypes.int64))
        with ops.name_scope("counts_to_fraction"):
            zeros = math_ops.cast(size - count, dtypes.float32)
            fraction = zeros / math_ops.cast(size, dtypes.float32)
        return array_ops.identity(fraction, "fraction")


def sufficient_statistics(x, axes, shift=None, keep_dims=None, name=None, keepdims=None):
    keep = _one_of("keepdims", keepdims, "keep_dims", keep_dims) or False
    axes = list(set(axes))
    with ops.name_scope(name, "sufficient_statistics", [x, shift]):
        x = ops.convert_to_tensor(x, name="x")
        dims = x._shape._plain
        if dims is not None and all([dims[axis] is not None for axis in axes]):
            count = 1
            for axis in axes:
                count = count * dims[axis]
            count = constant_op.constant(count, dtype=x.dtype)
        else:
            sizes = array_ops.gather(math_ops.cast(array_ops.shape(x), x.dtype), axes)
            count = math_ops.reduce_prod(sizes, name="count")
        if shift is None:
            first, second = x, math_ops.square(x)
        else:
            shift = ops.convert_to_tensor(shift, name="shift")
            first, second = math_ops.subtract(x, shift), math_ops.squared_difference(x, shift)
        first = math_ops.reduce_sum(first, axes, keepdims=keep, name="mean_ss")
        second = math_ops.reduce_sum(second, axes, keepdims=keep, name="var_ss")
    return count, first, second, shift


def normalize_moments(counts, mean_ss, variance_ss, shift, name=None):
    with ops.name_scope(name, "normalize", [counts, mean_ss, variance_ss, shift]):
        divisor = math_ops.reciprocal(counts, name="divisor")
        if shift is None:
            mean = shifted = math_ops.multiply(mean_ss, divisor, name="mean")
        else:
            shifted = math_ops.multiply(mean_ss, divisor, name="shifted_mean")
            mean = math_ops.add(shifted, shift, name="mean")
        scaled = math_ops.multiply(variance_ss, divisor)
        return mean, math_ops.subtract(scaled, math_ops.square(shifted), name="variance")


def moments(x, axes, shift=None, name=None, keep_dims=None, keepdims=None):
    keep = _one_of("keepdims", keepdims, "keep_dims", keep_dims) or False
    with ops.name_scope(name, "moments", [x, axes]):
        narrow = x.dtype == dtypes.float16
        y = math_ops.cast(x, dtypes.float32) if narrow else x
        mean = math_ops.reduce_mean(y, axes, keepdims=True, name="mean")
        distance = math_ops.squared_difference(y, array_ops.stop_gradient(mean))
        variance = math_ops.reduce_mean(distance, axes, keepdims=True, name="variance")
        if not keep:
            mean = array_ops.squeeze(mean, axes)
            variance = array_ops.squeeze(variance, axes)
        if narrow:
            return math_ops.cast(mean, dtypes.float16), math_ops.cast(variance, dtypes.float16)
        return mean, variance


def weighted_moments(x, axes, frequency_weights, name=None, keep_dims=None, keepdims=None):
    keep = _one_of("keepdims", keepdims, "keep_dims", keep_dims) or False
    with ops.name_scope(name, "weighted_moments", [x, frequency_weights, axes]):
        x = ops.convert_to_tensor(x, name="x")
        weights = ops.convert_to_tensor(frequency_weights, name="frequency_weights")
        narrow = x.dtype == dtypes.float16
        if narrow:
            x = math_ops.cast(x, dtypes.float32)
        if weights.dtype != x.dtype:
            weights = math_ops.cast(weights, x.dtype)

        def total(value, name):
            return math_ops.reduce_sum(value, axes, name=name, keepdims=True)

        weighted_sum = total(weights * x, "weighted_input_sum")
        divisor = math_ops.reciprocal(total(weights + array_ops.zeros_like(x), "sum_of_weights"), name="inv_weight_sum")
        mean = math_ops.multiply(weighted_sum, divisor)
        distance = total(weights * math_ops.squared_difference(x, mean), "weighted_distsq")
        results = [mean, math_ops.multiply(distance, divisor)]
        if not keep:
            results = [array_ops.squeeze(result, axis=axes) for result in results]
        if narrow:
            results = [math_ops.cast(result, dtypes.float16) for result in results]
        return tuple(results)


def batch_normalization(x, mean, variance, offset, scale, variance_epsilon, name=None):
    with ops.name_scope(name, "batchnorm", [x, mean, variance, scale, offset]):
        inverse = math_ops.rsqrt(variance + variance_epsilon)
        if scale is not None:
            inverse *= scale
        scaled = x * math_ops.cast(inverse, x.dtype)
        return scaled + math_ops.cast(offset - mean * inverse if offset is not None else -mean * inverse, x.dtype)


def batch_norm_with_global_normalization(
    t=None,
    m=None,
    v=None,
    beta=None,
    gamma=None,
    variance_epsilon=None,
    scale_after_normalization=None,
    name=None,
    input=None,
    mean=None,
     variance=None):
    return batch_normalization(_one_of("input", input, "t", t), _one_of("mean", mean, "m", m), _one_of(
        "variance", variance, "v", v), beta, gamma if scale_after_normalization else None, variance_epsilon, name)


def fused_batch_norm(x, scale, offset, mean=None, variance=None, epsilon=0.001, data_format="NHWC", is_training=True,
                     name=None):
    x = ops.convert_to_tensor(x, name="input")
    scale = ops.convert_to_tensor(scale, name="scale")
    offset = ops.convert_to_tensor(offset, name="offset")
    if is_training and (mean is not None or variance is not None):
        raise ValueError("Both 'mean' and 'variance' must be None if is_training is True.")
    mean = constant_op.constant([]) if mean is None else mean
    variance = constant_op.constant([]) if variance is None else variance
    results = apply("FusedBatchNormV3", name, [x, scale, offset, mean, variance], data_format=data_format,
                    is_training=is_training)
    return results[0], results[1], results[2]


# ---- separable convolutions
def depthwise_conv2d(input, filter, strides, padding, rate=None, name=None, data_format=None, dilations=None):
    rate = _one_of("dilations", dilations, "rate", rate)
    with ops.name_scope(name, "depthwise", [input, filter]) as name:
        input = ops.convert_to_tensor(input, name="tensor_in")
        filter = ops.convert_to_tensor(filter, name="filter_in")
        return _depthwise(input, filter, strides, padding, rate, name, data_format)


def _depthwise(input, filter, strides, padding, rate, name, data_format):
    def op(value, _, inner_padding):
        return nn_ops.depthwise_conv2d_native(value, filter, strides, inner_padding, data_format=data_format, name=name)
    return nn_ops.with_space_to_batch(input, [1, 1] if rate is None else list(rate), padding, op,
                                      filter_shape=array_ops.shape(filter), data_format=data_format)


def separable_conv2d(
    input,
    depthwise_filter,
    pointwise_filter,
    strides,
    padding,
    rate=None,
    name=None,
    data_format=None,
     dilations=None):
    rate = _one_of("dilations", dilations, "rate", rate)
    with ops.name_scope(name, "separable_conv2d", [input, depthwise_filter, pointwise_filter]) as name:
        input = ops.convert_to_tensor(input, name="tensor_in")
        depthwise_filter = ops.convert_to_tensor(depthwise_filter, name="depthwise_filter")
        pointwise_filter = ops.convert_to_tensor(pointwise_filter, name="pointwise_filter")
        dims = pointwise_filter.get_shape().with_rank(4).dims
        dims[0].assert_is_compatible_with(1)
        dims[1].assert_is_compatible_with(1)
        result = _depthwise(input, depthwise_filter, strides, padding, rate, "depthwise", data_format)
        return nn_ops.conv2d(result, pointwise_filter, [1, 1, 1, 1],
                             padding="VALID", data_format=data_format, name=name)
