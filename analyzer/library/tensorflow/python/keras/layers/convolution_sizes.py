"""How convolution and pooling layers read their arguments, and the sizes that come out."""
import _tfscope
from tensorflow.python.keras import backend


def normalize_tuple(value, count, name):
    if isinstance(value, int):
        return (value,) * count
    if _tfscope.is_unknown(value):
        return tuple([_tfscope.unknown("int") for _ in range(count)])
    try:
        sizes = tuple(value)
    except TypeError:
        raise ValueError("The `" + name + "` argument must be a tuple of " + str(count) + " integers. Received: " + str(value))
    if len(sizes) != count:
        raise ValueError("The `" + name + "` argument must be a tuple of " + str(count) + " integers. Received: " + str(value))
    return sizes


def normalize_padding(value):
    padding = "same" if _tfscope.is_unknown(value) else value.lower()
    if padding not in ("valid", "same", "causal"):
        raise ValueError("The `padding` argument must be a list/tuple or one of \"valid\", \"same\" (or \"causal\", only for "
                         "`Conv1D). Received: " + str(padding))
    return padding


def normalize_data_format(value):
    if _tfscope.is_unknown(value):
        return "channels_last"
    data_format = (backend.image_data_format() if value is None else value).lower()
    if data_format not in ("channels_first", "channels_last"):
        raise ValueError("The `data_format` argument must be one of \"channels_first\", \"channels_last\". Received: " +
                         str(value))
    return data_format


def op_format(data_format, rank):
    first = data_format == "channels_first"
    return {1: "NCW" if first else "NWC", 2: "NCHW" if first else "NHWC", 3: "NCDHW" if first else "NDHWC"}[rank]


def convolved(size, window, padding, stride, dilation=1):
    """The size that a convolution makes of `size`, None of None."""
    if size is None:
        return None
    window = window + (window - 1) * (dilation - 1)
    return ((size - window + 1 if padding == "valid" else size) + stride - 1) // stride


def deconvolved(size, window, padding, extra, stride, dilation):
    """The size that a transposed convolution makes of `size`, which may be a tensor; None of None."""
    if size is None:
        return None
    window = window + (window - 1) * (dilation - 1)
    if extra is not None:
        return (size - 1) * stride + window - 2 * (window // 2 if padding == "same" else 0) + extra
    size = size * stride
    return size + max(window - stride, 0) if padding == "valid" else size


def output_padding(value, strides):
    if value is None:
        return None
    value = normalize_tuple(value, len(strides), "output_padding")
    for stride, extra in zip(strides, value):
        if extra >= stride:
            raise ValueError("Stride " + str(strides) + " must be greater than output padding " + str(value))
    return value
