"""Convolutions, pooling, activations and losses that are neural networks' own."""

import collections

from tensorflow.python.framework import dtypes, errors_impl, ops, tensor_shape, tensor_util
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import array_ops, check_ops, math_ops, random_ops
from tensorflow.python.ops.math_ops import _one_of

_TopK = collections.namedtuple("TopKV2", ["values", "indices"])


def window_sizes(value, count, channel_index, name):
    """A size or stride for each dimension of a tensor, from one of 1, `count` or `count` + 2 numbers."""
    if value is None:
        value = [1]
    elif not hasattr(value, "__len__"):
        value = [value]
    if len(value) == count + 2:
        return value
    if len(value) == 1:
        value = [value[0]] * count
    elif len(value) != count:
        raise ValueError("%s should be of length 1, %s or %s but was %s" % (name, count, count + 2, len(value)))
    value = list(value)
    return [1, 1] + value if channel_index == 1 else [1] + value + [1]


def _padding(padding, op_type="Conv2D"):
    """A padding argument as its name and the explicit numbers."""
    if not isinstance(padding, (list, tuple)):
        if padding == "EXPLICIT":
            raise ValueError(
                "\"EXPLICIT\" is not a valid value for the padding parameter. To use explicit padding, the "
                "padding parameter must be a list.")
        if isinstance(padding, str) and padding not in ("SAME", "VALID"):
            raise ValueError("Attr 'padding' of '%s' Op passed string '%s' not in: \"SAME\", \"VALID\", "
                             "\"EXPLICIT\"." % (op_type, padding))
        return padding, []
    numbers = []
    for i, pair in enumerate(padding):
        if not isinstance(pair, (list, tuple)):
            raise ValueError(
                "When padding is a list, each element of padding must be a list/tuple of size 2. Element with "
                "index %d of padding is not a list/tuple" % i)
        if len(pair) != 2:
            raise ValueError(
                "When padding is a list, each element of padding must be a list/tuple of size 2. Element with "
                "index %d of padding has size %d" % (i, len(pair)))
        numbers.extend(pair)
    if len(padding) != 4:
        raise ValueError("When padding is a list, it must be of size 4. Got padding of size: %d" % len(padding))
    return "EXPLICIT", numbers


def check_padding(padding, op_type, allowed=("SAME", "VALID")):
    if padding not in allowed and padding not in [name.encode() for name in allowed]:
        raise ValueError("Value for attr 'padding' of \"%s\" is not in the list of allowed values: %s\n\t; NodeDef: "
                         % (padding, ", ".join(["\"%s\"" % name for name in allowed])))


# ---- activations
def relu(features, name=None):
    return apply("Relu", name, [features])


def relu6(features, name=None):
    with ops.name_scope(name, "Relu6", [features]) as name:
        return apply("Relu6", name, [ops.convert_to_tensor(features, name="features")])


def crelu(features, name=None, axis=-1):
    with ops.name_scope(name, "CRelu", [features]) as name:
        features = ops.convert_to_tensor(features, name="features")
        return relu(array_ops.concat([features, -features], axis, name=name))


def leaky_relu(features, alpha=0.2, name=None):
    with ops.name_scope(name, "LeakyRelu", [features, alpha]) as name:
        features = ops.convert_to_tensor(features, name="features")
        if features.dtype.is_integer:
            features = math_ops.cast(features, dtypes.float32)
        if isinstance(alpha, ops.Tensor):
            return math_ops.maximum(alpha * features, features, name=name)
        return apply("LeakyRelu", name, [features], alpha=alpha)


def elu(features, name=None):
    return apply("Elu", name, [features])


def selu(features, name=None):
    return apply("Selu", name, [features])


def softplus(features, name=None):
    return apply("Softplus", name, [features])


def softsign(features, name=None):
    return apply("Softsign", name, [features])


def softmax(logits, axis=None, name=None, dim=None):
    axis = _one_of("axis", axis, "dim", dim)
    return _softmax("Softmax", logits, -1 if axis is None else axis, name)


def log_softmax(logits, axis=None, name=None, dim=None):
    axis = _one_of("axis", axis, "dim", dim)
    return _softmax("LogSoftmax", logits, -1 if axis is None else axis, name)


def _softmax(op_type, logits, axis, name):
    logits = ops.convert_to_tensor(logits)
    shape = logits.get_shape()
    if axis == -1 or shape.ndims is not None and axis == shape.ndims - 1:
        return apply(op_type, name, [logits])
    if not -shape.ndims <= axis < shape.ndims:
        raise errors_impl.InvalidArgumentError(
            None, None,
            "Dimension (%d) must be in the range [%d, %d) where %d is the number of dimensions in the input." %
            (axis, -shape.ndims, shape.ndims, shape.ndims))
    number = array_ops.rank(logits)
    if axis < 0:
        axis += number
    rank = array_ops.rank(logits)
    axis = axis % shape.ndims
    logits = _swap(logits, axis, math_ops.subtract(rank, 1), None)
    result = _swap(apply(op_type, None, [logits]), axis, math_ops.subtract(rank, 1), name)
    result.set_shape(shape)
    return result


def _swap(value, axis, last, name):
    order = array_ops.concat([math_ops.range(axis), [last], math_ops.range(axis + 1, last), [axis]], 0)
    return array_ops.transpose(value, order, name=name)


# ---- cross entropies
def _check_named(name, sentinel, labels, logits):
    if sentinel is not None:
        raise ValueError("Only call `%s` with named arguments (labels=..., logits=..., ...)" % name)
    if labels is None or logits is None:
        raise ValueError("Both labels and logits must be provided.")


def softmax_cross_entropy_with_logits_v2(labels, logits, axis=None, name=None, dim=None):
    axis = _one_of("axis", axis, "dim", dim)
    axis = -1 if axis is None else axis
    with ops.name_scope(name, "softmax_cross_entropy_with_logits", [logits, labels]) as name:
        logits = ops.convert_to_tensor(logits, name="logits")
        labels = ops.convert_to_tensor(labels, name="labels")
        narrow = logits.dtype in (dtypes.float16, dtypes.bfloat16)
        precise = math_ops.cast(logits, dtypes.float32) if narrow else logits
        labels = math_ops.cast(labels, precise.dtype)
        rank = array_ops.rank(precise)
        dims = logits._shape._plain
        if axis != -1:
            precise = _to_end(precise, axis, rank)
            labels = _to_end(labels, axis, rank)
        whole = array_ops.shape(precise)
        precise, labels = _flat_rows(precise), _flat_rows(labels)
        cost = apply("SoftmaxCrossEntropyWithLogits", name, [precise, labels])[0]
        cost = array_ops.reshape(cost, array_ops.slice(whole, [0], [math_ops.subtract(rank, 1)]))
        if dims is not None:
            rest = list(dims)
            del rest[axis]
            cost.set_shape(rest)
        return math_ops.cast(cost, logits.dtype) if narrow else cost


def _to_end(value, axis, rank):
    order = array_ops.concat([math_ops.range(axis), math_ops.range(axis + 1, rank), [axis]], 0)
    return array_ops.transpose(value, order)


def _flat_rows(logits):
    """All but the last dimension in one."""
    rank = array_ops.rank(logits)
    last = array_ops.slice(array_ops.shape(logits), [math_ops.subtract(rank, 1)], [1])
    result = array_ops.reshape(logits, array_ops.concat([[-1], last], 0))
    dims = logits._shape._plain
    if dims is not None and not any([dim is None for dim in dims[:-1]]):
        count = 1
        for dim in dims[:-1]:
            count = count * dim
        result.set_shape([count, dims[-1]])
    return result


def softmax_cross_entropy_with_logits(_sentinel=None, labels=None, logits=None, dim=-1, name=None, axis=None):
    if axis is not None:
        dim = axis
    _check_named("softmax_cross_entropy_with_logits", _sentinel, labels, logits)
    with ops.name_scope(name, "softmax_cross_entropy_with_logits_sg", [logits, labels]) as name:
        labels = array_ops.stop_gradient(labels, name="labels_stop_gradient")
    return softmax_cross_entropy_with_logits_v2(labels=labels, logits=logits, axis=dim, name=name)


def sparse_softmax_cross_entropy_with_logits(_sentinel=None, labels=None, logits=None, name=None):
    _check_named("sparse_softmax_cross_entropy_with_logits", _sentinel, labels, logits)
    with ops.name_scope(name, "SparseSoftmaxCrossEntropyWithLogits", [labels, logits]):
        labels = ops.convert_to_tensor(labels)
        logits = ops.convert_to_tensor(logits)
        precise = math_ops.cast(logits, dtypes.float32) if logits.dtype is dtypes.float16 else logits
        known_labels, known_logits = labels.get_shape(), logits.get_shape()
        labels_shape = array_ops.shape(labels)
        defined = known_labels.is_fully_defined() and known_logits[:-1].is_fully_defined()
        if known_logits.ndims == 0:
            raise ValueError("Logits cannot be scalars - received shape %s." % known_logits)
        if None not in (known_logits.ndims, known_labels.ndims) and known_labels.ndims != known_logits.ndims - 1:
            raise ValueError(
                "Rank mismatch: Rank of labels (received %s) should equal rank of logits minus 1 (received %s)." %
                (known_labels.ndims, known_logits.ndims))
        if defined and not known_labels.is_compatible_with(known_logits[:-1]):
            raise ValueError(
                "Shape mismatch: The shape of labels (received %s) should equal the shape of logits except for "
                "the last dimension (received %s)." % (known_labels, known_logits))
        if known_logits.ndims == 2:
            cost = apply("SparseSoftmaxCrossEntropyWithLogits", name, [precise, labels])[0]
            return math_ops.cast(cost, dtypes.float16) if logits.dtype is dtypes.float16 else cost
        checks = []
        if not defined:
            checks.append(check_ops.assert_equal(array_ops.shape(labels), array_ops.shape(logits)[:-1]))
        with ops.control_dependencies(checks):
            classes = array_ops.shape(logits)[array_ops.rank(logits) - 1]
            precise = array_ops.reshape(precise, [-1, classes])
            labels = array_ops.reshape(labels, [-1])
            cost = apply("SparseSoftmaxCrossEntropyWithLogits", name, [precise, labels])[0]
            cost = array_ops.reshape(cost, labels_shape)
            cost.set_shape(known_labels)
            return math_ops.cast(cost, dtypes.float16) if logits.dtype is dtypes.float16 else cost


# ---- sums with weights
def bias_add(value, bias, data_format=None, name=None):
    with ops.name_scope(name, "BiasAdd", [value, bias]) as name:
        if data_format is not None:
            if data_format.startswith("NC"):
                data_format = "NCHW"
            elif data_format.startswith("N") and data_format.endswith("C"):
                data_format = "NHWC"
            else:
                raise ValueError("data_format must be of the form `N...C` or `NC...`")
        value = ops.convert_to_tensor(value, name="input")
        bias = ops.convert_to_tensor(bias, dtype=value.dtype, name="bias")
        return apply("BiasAdd", name, [value, bias], data_format=data_format or "NHWC")


def xw_plus_b(x, weights, biases, name=None):
    with ops.name_scope(name, "xw_plus_b", [x, weights, biases]) as name:
        x = ops.convert_to_tensor(x, name="x")
        weights = ops.convert_to_tensor(weights, name="weights")
        biases = ops.convert_to_tensor(biases, name="biases")
        return bias_add(math_ops.matmul(x, weights), biases, name=name)


def l2_loss(t, name=None):
    return apply("L2Loss", name, [t])


def lrn(input, depth_radius=5, bias=1, alpha=1, beta=0.5, name=None):
    return apply("LRN", name, [input])


local_response_normalization = lrn


def top_k(input, k=1, sorted=True, name=None):
    return _TopK(*apply("TopKV2", name, [input, k]))


def in_top_k(predictions, targets, k, name=None):
    with ops.name_scope(name, "in_top_k"):
        return apply("InTopKV2", None, [predictions, targets, k])


def nth_element(input, n, reverse=False, name=None):
    return apply("NthElement", name, [input, n])


# ---- dropout
def dropout(x, keep_prob=None, noise_shape=None, seed=None, name=None, rate=None):
    try:
        dropped = 1. - keep_prob if keep_prob is not None else None
    except TypeError:
        raise ValueError("keep_prob must be a floating point number or Tensor (got %r)" % keep_prob)
    rate = _one_of("rate", rate, "keep_prob", dropped)
    if rate is None:
        raise ValueError("You must provide a rate to dropout.")
    return dropout_v2(x, rate, noise_shape=noise_shape, seed=seed, name=name)


def dropout_v2(x, rate, noise_shape=None, seed=None, name=None):
    with ops.name_scope(name, "dropout", [x]) as name:
        x = ops.convert_to_tensor(x, name="x")
        if not x.dtype.is_floating:
            raise ValueError(
                "x has to be a floating point tensor since it's going to be scaled. Got a %s tensor instead." % x.dtype)
        if isinstance(rate, (int, float)):
            if not 0 <= rate < 1:
                raise ValueError("rate must be a scalar tensor or a float in the range [0, 1), got %g" % rate)
            if rate == 0:
                return x
        rate = ops.convert_to_tensor(rate, dtype=x.dtype, name="rate")
        rate.get_shape().assert_has_rank(0)
        if tensor_util.constant_value(rate) == 0:
            return x
        values = random_ops.random_uniform(_noise_shape(x, noise_shape), seed=seed, dtype=x.dtype)
        scale = 1 / (1 - rate)
        kept = values >= rate
        result = x * scale * math_ops.cast(kept, x.dtype)
        result.set_shape(x.get_shape())
        return result


def _noise_shape(x, noise_shape):
    if noise_shape is None:
        return array_ops.shape(x)
    try:
        wanted = tensor_shape.as_shape(noise_shape)
    except (TypeError, ValueError):
        return noise_shape
    dims = x._shape._plain
    if dims is not None and len(dims) == len(wanted._plain):
        return tensor_shape.TensorShape([have if want is None else want for have, want in zip(dims, wanted._plain)])
    return noise_shape


from tensorflow.python.ops.nn_convolution_ops import (
    Convolution,
    atrous_conv2d,
    atrous_conv2d_transpose,
    conv1d,
    conv1d_transpose,
    conv2d,
    conv2d_backprop_input,
    conv2d_transpose,
    conv3d,
    conv3d_transpose,
    convolution,
    depthwise_conv2d_native,
    dilation2d,
    erosion2d,
     with_space_to_batch)
from tensorflow.python.ops.nn_pooling_ops import (
    avg_pool,
    avg_pool1d,
    avg_pool2d,
    avg_pool3d,
    max_pool,
    max_pool1d,
    max_pool2d,
    max_pool3d,
    max_pool_with_argmax,
     pool)
