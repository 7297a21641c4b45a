"""Convolutions and their transposes."""

from tensorflow.python.framework import constant_op, dtypes, ops, tensor_shape, tensor_util
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import array_ops, nn_ops
from tensorflow.python.ops.math_ops import _one_of


def _channel_index(data_format, count):
    return 1 if data_format is not None and data_format.startswith("NC") else count + 1


def conv2d(
    input,
    filter=None,
    strides=None,
    padding=None,
    use_cudnn_on_gpu=True,
    data_format="NHWC",
    dilations=[
        1,
        1,
        1,
        1],
        name=None,
         filters=None):
    filter = _one_of("filters", filters, "filter", filter)
    padding, explicit = nn_ops._padding(padding)
    data_format = "NHWC" if data_format is None else data_format
    channel = _channel_index(data_format, 2)
    return apply("Conv2D",
                 name, [input, filter],
                 strides=nn_ops.window_sizes(strides, 2, channel, "strides"),
                 padding=padding,
                 explicit_paddings=explicit,
                 data_format=data_format,
                 dilations=nn_ops.window_sizes(dilations, 2, channel, "dilations"))


def conv3d(input, filter=None, strides=None, padding=None, data_format="NDHWC", dilations=[1, 1, 1, 1, 1], name=None,
           filters=None):
    filter = _one_of("filters", filters, "filter", filter)
    return apply("Conv3D", name, [input, filter], strides=strides, padding=padding, data_format=data_format or "NDHWC",
                 dilations=dilations)


def _line_format(data_format, names):
    """Data format, spatial and channel dimension of a one-dimensional convolution seen as a two-dimensional one."""
    if data_format is None or data_format in names[0]:
        return "NHWC", 1, 2
    if data_format in names[1]:
        return "NCHW", 2, 1
    raise ValueError("data_format must be \"NWC\" or \"NCW\".")


def conv1d(
    value=None,
    filters=None,
    stride=None,
    padding=None,
    use_cudnn_on_gpu=None,
    data_format=None,
    name=None,
    input=None,
     dilations=None):
    value = _one_of("input", input, "value", value)
    with ops.name_scope(name, "conv1d", [value, filters]) as name:
        data_format, spatial, channel = _line_format(data_format, (("NHWC", "NWC"), ("NCHW", "NCW")))
        strides = [1] + nn_ops.window_sizes(stride, 1, channel, "stride")
        dilations = [1] + nn_ops.window_sizes(dilations, 1, channel, "dilations")
        value = array_ops.expand_dims(value, spatial)
        filters = array_ops.expand_dims(filters, 0)
        result = apply("Conv2D", name, [value, filters], strides=strides, padding=padding, data_format=data_format,
                       dilations=dilations)
        return array_ops.squeeze(result, [spatial])


def conv1d_transpose(
    input,
    filters,
    output_shape,
    strides,
    padding="SAME",
    data_format="NWC",
    dilations=None,
     name=None):
    with ops.name_scope(name, "conv1d_transpose", [input, filters, output_shape]) as name:
        data_format, spatial, channel = _line_format(data_format, (("NWC",), ("NCW",)))
        strides = [1] + nn_ops.window_sizes(strides, 1, channel, "stride")
        input = array_ops.expand_dims(input, spatial)
        filters = array_ops.expand_dims(filters, 0)
        sizes = output_shape if isinstance(output_shape, ops.Tensor) else list(output_shape)
        sizes = array_ops.concat([sizes[:spatial], [1], sizes[spatial:]], 0)
        result = apply("Conv2DBackpropInput", name, [sizes, filters, input], strides=strides, padding=padding,
                       data_format=data_format)
        return array_ops.squeeze(result, spatial)


def conv2d_backprop_input(
    input_sizes,
    filter=None,
    out_backprop=None,
    strides=None,
    padding=None,
    use_cudnn_on_gpu=True,
    data_format="NHWC",
    dilations=[
        1,
        1,
        1,
        1],
        name=None,
         filters=None):
    filter = _one_of("filters", filters, "filter", filter)
    return apply("Conv2DBackpropInput", name, [input_sizes, filter, out_backprop], strides=strides, padding=padding,
                 data_format=data_format)


def conv2d_transpose(
    value=None,
    filter=None,
    output_shape=None,
    strides=None,
    padding="SAME",
    data_format="NHWC",
    name=None,
    input=None,
    filters=None,
     dilations=None):
    value = _one_of("input", input, "value", value)
    filter = _one_of("filters", filters, "filter", filter)
    with ops.name_scope(name, "conv2d_transpose", [value, filter, output_shape]) as name:
        data_format = "NHWC" if data_format is None else data_format
        strides = nn_ops.window_sizes(strides, 2, _channel_index(data_format, 2), "strides")
        return apply("Conv2DBackpropInput", name, [output_shape, filter, value], strides=strides, padding=padding,
                     data_format=data_format)


def conv3d_transpose(
    value,
    filter=None,
    output_shape=None,
    strides=None,
    padding="SAME",
    data_format="NDHWC",
    name=None,
    input=None,
    filters=None,
     dilations=None):
    value = _one_of("input", input, "value", value)
    filter = _one_of("filters", filters, "filter", filter)
    with ops.name_scope(name, "conv3d_transpose", [value, filter, output_shape]) as name:
        data_format = "NDHWC" if data_format is None else data_format
        strides = nn_ops.window_sizes(strides, 3, _channel_index(data_format, 3), "strides")
        return apply("Conv3DBackpropInputV2", name, [output_shape, filter, value], strides=strides, padding=padding,
                     data_format=data_format)


def depthwise_conv2d_native(input, filter, strides, padding, data_format="NHWC", dilations=[1, 1, 1, 1], name=None):
    return apply("DepthwiseConv2dNative", name, [input, filter], strides=strides, padding=padding,
                 data_format=data_format or "NHWC", dilations=dilations)


def dilation2d(input, filter=None, strides=None, rates=None, padding=None, name=None, filters=None, dilations=None):
    filter = _one_of("filters", filters, "filter", filter)
    rates = _one_of("dilations", dilations, "rates", rates)
    return apply("Dilation2D", name, [input, filter], strides=strides, rates=rates, padding=padding)


def erosion2d(value, kernel, strides, rates, padding, name=None):
    with ops.name_scope(name, "erosion2d", [value, kernel]) as name:
        from tensorflow.python.ops import math_ops
        widened = apply("Dilation2D",
                        None, [math_ops.negative(value), array_ops.reverse_v2(kernel, [0, 1])],
                        strides=strides,
                        rates=rates,
                        padding=padding)
        return math_ops.negative(widened, name=name)


# ---- any rank, and dilation by blocks
def convolution(input, filter, padding, strides=None, dilation_rate=None, name=None, data_format=None, filters=None,
                dilations=None):
    filter = _one_of("filters", filters, "filter", filter)
    dilations = _one_of("dilations", dilations, "dilation_rate", dilation_rate)
    rank = input.shape.ndims if input.shape.ndims is not None else filter.shape.ndims
    if rank is None:
        raise ValueError("rank of input or filter must be known")
    count = rank - 2
    if not 1 <= count <= 3:
        raise ValueError("Input tensor must be of rank 3, 4 or 5 but was %s." % rank)
    channel = _channel_index(data_format, count)
    strides = nn_ops.window_sizes(strides, count, channel, "strides")
    dilations = nn_ops.window_sizes(dilations, count, channel, "dilations")
    with ops.name_scope(name, "convolution", [input, filter]) as name:
        if all([dilation == 1 for dilation in dilations]):
            return _plain_convolution(count, input, filter, strides, padding, data_format, dilations, name)
        first = 2 if channel == 1 else 1
        strides, rate = list(strides[first:first + count]), list(dilations[first:first + count])
        depth = tensor_shape.dimension_at_index(input.shape, channel)
        if not depth.is_compatible_with(filter.shape[count]):
            raise ValueError("number of input channels does not match corresponding dimension of filter, %s != %s" % (
                depth, filter.shape[count]))
        if any([_exceeds_one(stride) for stride in strides]):
            raise ValueError("strides > 1 not supported in conjunction with dilation_rate > 1")
        whole = [1, 1] + strides if channel == 1 else [1] + strides + [1]

        def op(value, _, inner_padding):
            return _plain_convolution(count, value, filter, whole, inner_padding, data_format, [1] * (count + 2), name)

        return with_space_to_batch(input, rate, padding, op, filter_shape=filter.shape, data_format=data_format,
                                   spatial_dims=list(range(first, first + count)), filter=filter)


def _plain_convolution(count, input, filter, strides, padding, data_format, dilations, name):
    if count == 1:
        return conv1d(input, filter, strides, padding, data_format=data_format, dilations=dilations, name=name)
    if count == 2:
        return apply("Conv2D", name, [input, filter], strides=strides, padding=padding,
                     data_format=data_format or "NHWC", dilations=dilations)
    return apply("Conv3D", name, [input, filter], strides=strides, padding=padding, data_format=data_format or "NDHWC",
                 dilations=dilations)


def atrous_conv2d(value, filters, rate, padding, name=None):
    return convolution(input=value, filter=filters, padding=padding, dilation_rate=[rate, rate], name=name)


def with_space_to_batch(
    input,
    dilation_rate,
    padding,
    op,
    filter_shape=None,
    spatial_dims=None,
    data_format=None,
     filter=None):
    if filter is None:
        input = ops.convert_to_tensor(input, name="input")
    return _BlockedOp(dilation_rate, padding, op, filter_shape, spatial_dims, data_format)(input)


class _BlockedOp(object):
    """`op` applied to blocks of an input that a dilated window sees as dense. Its constants come before the input."""

    def __init__(self, dilation_rate, padding, op, filter_shape, spatial_dims, data_format):
        self._op, self._padding = op, padding
        self._rate_tensor = ops.convert_to_tensor(list(dilation_rate), dtypes.int32, name="dilation_rate")
        if any([isinstance(rate, int) and rate < 1 for rate in dilation_rate]):
            raise ValueError("dilation_rate must be positive")
        self._rate = list(dilation_rate)
        self._dense = not any([isinstance(rate, int) and rate != 1 for rate in dilation_rate])
        if not self._dense:
            first = 2 if data_format is not None and data_format.startswith("NC") else 1
            self._dims = list(range(first, first + len(self._rate))) if spatial_dims is None else spatial_dims
            self._base = _base_paddings(filter_shape, padding, self._rate)

    def __call__(self, input):
        count = len(self._rate)
        if self._dense:
            return self._op(input, count, self._padding)
        dims = input._shape._plain
        sizes = None if dims is None else [dims[i] for i in self._dims]
        if sizes is None or None in sizes:
            whole = array_ops.shape(input)
            sizes = array_ops.stack([whole[i] for i in self._dims])
        paddings, crops = array_ops.required_space_to_batch_paddings(sizes, self._rate_tensor, self._base)
        blocks = [1] * (self._dims[0] - 1) + self._rate
        value = array_ops.space_to_batch_nd(input, blocks, _for_all(paddings, self._dims))
        result = self._op(value, count, "VALID")
        return array_ops.batch_to_space_nd(result, blocks, _for_all(crops, self._dims))


def _check_strides(strides):
    if any([isinstance(stride, int) and stride < 1 for stride in strides]):
        raise ValueError("all values of strides must be positive")


def _exceeds_one(number):
    """Surely: of what is not known, no."""
    return isinstance(number, int) and number > 1


class Convolution(object):
    """A convolution by a filter that is given later, with the input."""

    def __init__(self, input_shape, filter_shape, padding, strides=None, dilation_rate=None, name=None, data_format=None):
        count = (filter_shape.ndims or input_shape.ndims) - 2
        channel = _channel_index(data_format, count)
        depth = tensor_shape.dimension_at_index(input_shape, channel)
        if not depth.is_compatible_with(filter_shape[count]):
            raise ValueError("number of input channels does not match corresponding dimension of filter, %s != %s" % (
                depth, filter_shape[count]))
        strides, rate = list(strides or [1] * count), list(dilation_rate or [1] * count)
        _check_strides(strides)
        if any([_exceeds_one(stride) for stride in strides]) and any([_exceeds_one(one) for one in rate]):
            raise ValueError("strides > 1 not supported in conjunction with dilation_rate > 1")
        whole = [1, 1] + strides if channel == 1 else [1] + strides + [1]

        def op(value, _, inner_padding):
            return _plain_convolution(count, value, self._filter, whole, inner_padding, data_format, [1] * (count + 2), name)

        self._blocked = _BlockedOp(rate, padding, op, filter_shape, None, data_format)

    def __call__(self, inp, filter):
        self._filter = filter
        return self._blocked(inp)


def _base_paddings(filter_shape, padding, dilation_rate):
    if padding == "VALID":
        return [[0, 0] for rate in dilation_rate]
    if padding != "SAME":
        raise ValueError("Invalid padding method %r" % padding)
    if filter_shape is None:
        raise ValueError("filter_shape must be specified for SAME padding")
    sizes = tensor_util.constant_value(ops.convert_to_tensor(filter_shape, name="filter_shape"))
    result = []
    for i in range(len(dilation_rate)):
        extra = (sizes[i] - 1) * dilation_rate[i]
        result.append([extra // 2, extra - extra // 2])
    return array_ops.stack(result)


def _for_all(pairs, spatial_dims):
    """Paddings for the dimensions before the spatial ones as well."""
    missing = spatial_dims[0] - 1
    known = tensor_util.constant_value(pairs)
    if known is not None:
        return [[0, 0]] * missing + known
    return array_ops.concat([[[0, 0]] * missing, pairs], 0) if missing else pairs


def atrous_conv2d_transpose(value, filters, output_shape, rate, padding, name=None):
    with ops.name_scope(name, "atrous_conv2d_transpose", [value, filters, output_shape]) as name:
        value = ops.convert_to_tensor(value, name="value")
        filters = ops.convert_to_tensor(filters, name="filters")
        if not value.get_shape().dims[3].is_compatible_with(filters.get_shape()[3]):
            raise ValueError("value's input channels does not match filters' input channels, %s != %s" % (
                value.get_shape()[3], filters.get_shape()[3]))
        if rate < 1:
            raise ValueError("rate %s cannot be less than one" % rate)
        if rate == 1:
            return conv2d_transpose(value,
                                    filters,
                                    output_shape,
                                    strides=[1, 1, 1, 1],
                                    padding=padding,
                                    data_format="NHWC")
        sizes = tensor_util.constant_value_as_shape(ops.convert_to_tensor(output_shape, name="output_shape"))
        result = apply("Conv2DBackpropInput", None, [constant_op.constant([1, 1, 1, 1]), filters, value],
                       strides=[1, 1, 1, 1], padding="VALID", data_format="NHWC")
        result._shape = sizes
        return result
