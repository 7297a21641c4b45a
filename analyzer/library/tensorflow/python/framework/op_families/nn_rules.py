"""Shapes of convolutions, pooling, losses, random numbers and linear algebra."""

from _tfscope import is_unknown
from tensorflow.python.framework import tensor_shape
from tensorflow.python.framework.op_families import math_rules


def conv_length(c, size, window, stride, padding, dilation=1):
    """The output length of a window that moves over `size` elements."""
    if not is_unknown(stride) and stride <= 0:
        c.fail("Stride must be > 0, but got %d" % stride)
    if size is None or window is None:
        return None
    effective = (window - 1) * dilation + 1
    if padding == "SAME":
        return (size + stride - 1) // stride
    if not is_unknown(size) and not is_unknown(effective) and size < effective:
        c.fail("Negative dimension size caused by subtracting %d from %d" % (effective, size))
    return (size - effective + stride) // stride


def _layout(c, rank):
    """Where the channels and the spatial dimensions are."""
    data_format = c.attribute("data_format", "NHWC")
    if data_format.startswith("NC"):
        return 1, list(range(2, rank))
    return rank - 1, list(range(1, rank - 1))


def _windowed(c, rank):
    x, kernel = c.need_rank(0, rank), c.need_rank(1, rank)
    channel, spatial = _layout(c, rank)
    strides, padding = c.attribute("strides"), c.attribute("padding")
    dilations = c.attribute("dilations") or [1] * rank
    return x, kernel, channel, spatial, strides, padding, dilations


def conv2d(c):
    return _convolution(c, 4)


def conv3d(c):
    return _convolution(c, 5)


def _convolution(c, rank):
    x, kernel, channel, spatial, strides, padding, dilations = _windowed(c, rank)
    depth, filters = x[channel], kernel[-2]
    if depth is not None and filters is not None and not is_unknown(depth) and not is_unknown(filters):
        if rank == 4 and filters and depth % filters:
            c.fail("Depth of input (%d) is not a multiple of input depth of filter (%d)" % (depth, filters))
        if rank == 5 and depth != filters:
            c.fail("Dimensions must be equal, but are %d and %d" % (depth, filters))
    result = list(x)
    result[channel] = kernel[-1]
    for i in range(len(spatial)):
        at = spatial[i]
        result[at] = _window(c, x[at], kernel[i], strides[at], padding, dilations[at], i)
    return [result]


def _window(c, size, window, stride, padding, dilation, i):
    if padding != "EXPLICIT":
        return conv_length(c, size, window, stride, padding, dilation)
    pads = c.attribute("explicit_paddings")
    at = _layout(c, 4)[1][i]
    return None if size is None else conv_length(
        c, size + pads[2 * at] + pads[2 * at + 1], window, stride, "VALID", dilation)


def depthwise_conv2d(c):
    x, kernel, channel, spatial, strides, padding, dilations = _windowed(c, 4)
    depth = c.merge_dim(x[channel], kernel[2])
    result = list(x)
    result[channel] = None if depth is None or kernel[3] is None else depth * kernel[3]
    for i in range(2):
        result[spatial[i]] = conv_length(c, x[spatial[i]], kernel[i], strides[spatial[i]], padding)
    return [result]


def dilation2d(c):
    x, kernel = c.need_rank(0, 4), c.need_rank(1, 3)
    strides, rates = c.attribute("strides"), c.attribute("rates")
    sizes = [conv_length(c, x[i + 1], kernel[i], strides[i + 1], c.attribute("padding"), rates[i + 1]) for i in (0, 1)]
    return [[x[0]] + sizes + [x[3]]]


def input_sizes(c):
    """The gradient of a convolution by its input: as large as that was."""
    return [c.shape_value(0)]


def pool2d(c):
    return [_pooled(c, 4)]


def pool3d(c):
    return [_pooled(c, 5)]


def pool_with_argmax(c):
    dims = _pooled(c, 4)
    return [dims, dims]


def _pooled(c, rank):
    x = c.need_rank(0, rank)
    channel, spatial = _layout(c, rank)
    sizes, strides = c.attribute("ksize"), c.attribute("strides")
    result = list(x)
    for at in spatial:
        result[at] = conv_length(c, x[at], sizes[at], strides[at], c.attribute("padding"))
    if sizes[channel] != 1 or strides[channel] != 1:
        result[channel] = conv_length(c, x[channel], sizes[channel], strides[channel], c.attribute("padding"))
    return result


def bias_add(c):
    channel_first = c.attribute("data_format", "NHWC") == "NCHW"
    dims = c.need_rank_at_least(0, 2)
    bias = c.need_rank(1, 1)
    if dims is None:
        return [None]
    at = 1 if channel_first else len(dims) - 1
    if channel_first and len(dims) >= 3:
        at = len(dims) - 3 if len(dims) == 4 or len(dims) == 3 else 1
    result = list(dims)
    result[at] = c.merge_dim(dims[at], bias[0])
    return [result]


def fused_batch_norm(c):
    x = c.need_rank(0, 4)
    at = _layout(c, 4)[0]
    channels = x[at]
    count = 3 if c.attribute("is_training", True) else 5
    for i in range(1, count):
        channels = c.merge_dim(channels, c.need_rank(i, 1)[0])
    result = list(x)
    result[at] = channels
    more = [[channels] for i in range(4)]
    return [result] + more + ([None] if c.definition.op_type == "FusedBatchNormV3" else [])


def _merged(first, second):
    """The common dimensions of two lists; None where they differ."""
    if any([x is not None and y is not None and x != y for x, y in zip(first, second)]):
        return None
    return [y if x is None else x for x, y in zip(first, second)]


def softmax_cross_entropy(c):
    features, labels = [[None, None] if c.shape(i) is None else c.shape(i) for i in range(2)]
    merged = _merged(features, labels) if len(features) == len(labels) == 2 else None
    if merged is not None:
        return [merged[:1], merged]
    dims = math_rules.broadcast_dims(c, c.shape(0), c.shape(1))
    if dims is not None and len(dims) != 2:
        c.fail("Shape must be rank 2 but is rank %d" % len(dims))
    return [[None] if dims is None else dims[:1], dims or [None, None]]


def sparse_softmax_cross_entropy(c):
    features, labels = c.need_rank(0, 2), c.need_rank(1, 1)
    batch = c.merge_dim(labels[0], features[0])
    return [[batch], [batch, features[1]]]


def top_k(c):
    dims, k = c.need_rank_at_least(0, 1), c.value(1)
    if dims is None:
        return [None, None]
    if k is not None and dims[-1] is not None and not is_unknown(dims[-1]) and dims[-1] < k:
        c.fail("input must have last dimension >= k = %d but is %d" % (k, dims[-1]))
    return [dims[:-1] + [k]] * 2


def in_top_k(c):
    predictions, targets = c.need_rank(0, 2), c.need_rank(1, 1)
    return [[c.merge_dim(predictions[0], targets[0])]]


def last_removed(c):
    dims = c.need_rank_at_least(0, 1)
    return [None if dims is None else dims[:-1]]


def ctc_loss(c):
    dims = c.need_rank(0, 3)
    return [[dims[1]], dims]


def ctc_greedy_decoder(c):
    dims = c.need_rank(0, 3)
    return [[None, 2], [None], [2], [dims[1], 1]]


def ctc_beam_search_decoder(c):
    dims, paths = c.need_rank(0, 3), c.attribute("top_paths", 1)
    return [[None, 2]] * paths + [[None]] * paths + [[2]] * paths + [[dims[1], paths]]


def candidate_sampler(c):
    classes = c.need_rank(0, 2)
    sampled = c.attribute("num_sampled")
    return [[sampled], [classes[0], c.attribute("num_true")], [sampled]]


def accidental_hits(c):
    return [[None], [None], [None]]


def shape_then(c):
    dims, rest = c.shape_value(0), c.shape(1)
    return [None if dims is None or rest is None else dims + rest]


def multinomial(c):
    return [[c.need_rank(0, 2)[0], c.value(1)]]


def matrix_determinant(c):
    dims = c.need_rank_at_least(0, 2)
    if dims is not None:
        c.merge_dim(dims[-1], dims[-2])
    return [None if dims is None else dims[:-2]]


def matrix_solve(c):
    matrix, right = c.need_rank_at_least(0, 2), c.shape(1)
    if matrix is not None:
        c.merge_dim(matrix[-2], matrix[-1])
    return [None if matrix is None or right is None else matrix[:-1] + right[-1:]]


def qr(c):
    dims = c.need_rank_at_least(0, 2)
    if dims is None:
        return [None, None]
    batch, rows, columns = dims[:-2], dims[-2], dims[-1]
    if c.attribute("full_matrices"):
        return [batch + [rows, rows], dims]
    least = None if rows is None or columns is None else min(rows, columns)
    return [batch + [rows, least], batch + [least, columns]]


def svd(c):
    dims = c.need_rank_at_least(0, 2)
    if dims is None:
        return [None, None, None]
    batch, rows, columns = dims[:-2], dims[-2], dims[-1]
    least = None if rows is None or columns is None else min(rows, columns)
    if not c.attribute("compute_uv", True):
        return [batch + [least], [0], [0]]
    if c.attribute("full_matrices"):
        return [batch + [least], batch + [rows, rows], batch + [columns, columns]]
    return [batch + [least], batch + [rows, least], batch + [columns, least]]


def self_adjoint_eig(c):
    dims = c.need_rank_at_least(0, 2)
    if dims is None:
        return [None, None]
    return [dims[:-1], dims if c.attribute("compute_v", True) else [0]]


def rfft(c):
    dims, length = c.shape(0), c.value(1)
    if dims is None:
        return [None]
    if length is None:
        return [dims[:-1] + [None]]
    return [dims[:-1] + [length[0] // 2 + 1 if c.definition.op_type == "RFFT" else length[0]]]


def lstm_block_cell(c):
    return [[c.need_rank(0, 2)[0], c.need_rank(1, 2)[1]]] * 7


def block_lstm(c):
    return [c.need_rank(1, 3)[:2] + [c.need_rank(2, 2)[1]]] * 7


def gru_block_cell(c):
    state = [c.need_rank(0, 2)[0], c.need_rank(1, 2)[1]]
    return [state, state, state, state]


def gather_tree(c):
    return [c.need_rank(0, 3)]
