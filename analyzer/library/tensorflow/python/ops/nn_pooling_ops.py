"""Pooling."""

from tensorflow.python.framework import ops
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import array_ops, nn_ops
from tensorflow.python.ops.math_ops import _one_of


def _pool2d(op_type, value, ksize, strides, padding, data_format, name):
    data_format = "NHWC" if data_format is None else data_format
    channel = 1 if data_format.startswith("NC") else 3
    ksize = nn_ops.window_sizes(ksize, 2, channel, "ksize")
    strides = nn_ops.window_sizes(strides, 2, channel, "strides")
    if op_type == "MaxPool" and any([isinstance(size, int) and size == 0 for size in ksize]):
        raise ValueError("ksize cannot be zero.")
    return apply(op_type, name, [value], ksize=ksize, strides=strides, padding=padding, data_format=data_format)


def max_pool(value, ksize, strides, padding, data_format="NHWC", name=None, input=None):
    value = _one_of("input", input, "value", value)
    with ops.name_scope(name, "MaxPool", [value]) as name:
        return _pool2d("MaxPool", value, ksize, strides, padding, data_format, name)


def avg_pool(value, ksize, strides, padding, data_format="NHWC", name=None, input=None):
    with ops.name_scope(name, "AvgPool", [value]) as name:
        value = _one_of("input", input, "value", value)
        return _pool2d("AvgPool", value, ksize, strides, padding, data_format, name)


def max_pool2d(input, ksize, strides, padding, data_format="NHWC", name=None):
    with ops.name_scope(name, "MaxPool2d", [input]) as name:
        return _pool2d("MaxPool", input, ksize, strides, padding, data_format, name)


def avg_pool2d(input, ksize, strides, padding, data_format="NHWC", name=None):
    with ops.name_scope(name, "AvgPool2D", [input]) as name:
        return _pool2d("AvgPool", input, ksize, strides, padding, data_format, name)


def _pool1d(op_type, input, ksize, strides, padding, data_format, name):
    data_format = "NWC" if data_format is None else data_format
    channel = 1 if data_format.startswith("NC") else 2
    ksize = [1] + nn_ops.window_sizes(ksize, 1, channel, "ksize")
    strides = [1] + nn_ops.window_sizes(strides, 1, channel, "strides")
    axis = 1 if data_format == "NWC" else 2
    input = array_ops.expand_dims(input, axis)
    result = apply(op_type, name, [input], ksize=ksize, strides=strides, padding=padding,
                   data_format="NHWC" if data_format == "NWC" else "NCHW")
    return array_ops.squeeze(result, axis)


def max_pool1d(input, ksize, strides, padding, data_format="NWC", name=None):
    with ops.name_scope(name, "MaxPool1d", [input]) as name:
        return _pool1d("MaxPool", input, ksize, strides, padding, data_format, name)


def avg_pool1d(input, ksize, strides, padding, data_format="NWC", name=None):
    with ops.name_scope(name, "AvgPool1D", [input]) as name:
        return _pool1d("AvgPool", input, ksize, strides, padding, data_format, name)


def _pool3d(op_type, input, ksize, strides, padding, data_format, name):
    data_format = "NDHWC" if data_format is None else data_format
    channel = 1 if data_format.startswith("NC") else 4
    ksize = nn_ops.window_sizes(ksize, 3, channel, "ksize")
    strides = nn_ops.window_sizes(strides, 3, channel, "strides")
    return apply(op_type, name, [input], ksize=ksize, strides=strides, padding=padding, data_format=data_format)


def max_pool3d(input, ksize, strides, padding, data_format="NDHWC", name=None):
    with ops.name_scope(name, "MaxPool3D", [input]) as name:
        return _pool3d("MaxPool3D", input, ksize, strides, padding, data_format, name)


def avg_pool3d(input, ksize, strides, padding, data_format="NDHWC", name=None):
    with ops.name_scope(name, "AvgPool3D", [input]) as name:
        return _pool3d("AvgPool3D", input, ksize, strides, padding, data_format, name)


def max_pool_with_argmax(input, ksize, strides, padding, data_format="NHWC", Targmax=None, name=None, output_dtype=None,
                         include_batch_in_index=False):
    return apply("MaxPoolWithArgmax", name, [input], ksize=ksize, strides=strides, padding=padding)


def pool(input, window_shape, pooling_type, padding, dilation_rate=None, strides=None, name=None, data_format=None,
         dilations=None):
    rate = _one_of("dilations", dilations, "dilation_rate", dilation_rate)
    with ops.name_scope(name, "%s_pool" % pooling_type.lower(), [input]) as scope:
        input = ops.convert_to_tensor(input, name="input")
        count = len(window_shape)
        if count < 1 or count > 3:
            raise ValueError("It is required that 1 <= num_spatial_dims <= 3.")
        input.get_shape().with_rank(count + 2)
        rate = rate or [1] * count
        strides = strides or [1] * count
        if padding == "SAME" and any([number > 1 for number in rate]):
            raise ValueError("pooling with SAME padding is not implemented for dilation_rate > 1")
        functions = {"MAX": (max_pool, max_pool, max_pool3d), "AVG": (avg_pool, avg_pool, avg_pool3d)}
        if any([isinstance(stride, int) and stride < 1 for stride in strides]):
            raise ValueError("all values of strides must be positive")
        if pooling_type not in functions:
            raise ValueError("%d-D %s pooling is not supported." % (count, pooling_type))
        first = data_format is not None and data_format.startswith("NC")
        sizes = [1, 1] + list(window_shape) if first else [1] + list(window_shape) + [1]
        steps = [1, 1] + list(strides) if first else [1] + list(strides) + [1]
        spatial = list(range(2, count + 2)) if first else list(range(1, count + 1))
        if count == 1:
            sizes, steps = [1] + sizes, [1] + steps

        def op(value, _, inner_padding):
            if count == 1:
                value = array_ops.expand_dims(value, spatial[0])
            kind = {"NWC": "NHWC", "NCW": "NCHW", None: None}.get(data_format, data_format)
            if count == 1 and kind is None:
                kind = "NHWC"
            result = functions[pooling_type][count - 1](value,
                                                        sizes,
                                                        steps,
                                                        inner_padding,
                                                        name=scope,
                                                        data_format=kind)
            return array_ops.squeeze(result, [spatial[0]]) if count == 1 else result

        return nn_ops.with_space_to_batch(input, rate, padding, op, filter_shape=window_shape, spatial_dims=spatial)
