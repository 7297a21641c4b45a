"""How convolution and pooling layers read their arguments, and the sizes that come out."""
from tensorflow.python.framework import ops
from tensorflow.python.keras import backend


def normalize_tuple(value, count, name):
    if isinstance(value, int):
        return (value,) * count
    try:
        sizes = tuple(value)
    except TypeError:
        raise ValueError("The `" + name + "` argument must be a tuple of " + str(count) + " integers. Received: " + str(value))
    if len(sizes) != count:
        raise ValueError("The `" + name + "` argument must be a tuple of " + str(count) + " integers. Received: " + str(value))
    return sizes


def normalize_padding(value):
    padding = value.lower()
    if padding not in ("valid", "same", "causal"):
        raise ValueError("The `padding` argument must be a list/tuple or one of \"valid\", \"same\" (or \"causal\", only for "
                         "`Conv1D). Received: " + str(padding))
    return padding


def normalize_data_format(value):
    data_format = (backend.image_data_format() if value is None else value).lower()
    if data_format not in ("channels_first", "channels_last"):
        raise ValueError("The `data_format` argument must be one of \"channels_first\", \"channels_last\". Received: " +
                         str(value))
    return data_format


def op_format(data_format, rank):
    first = data_format == "channels_first"
    return {1: "NCW" if first else "NWC", 2: "NCHW" if first else "NHWC", 3: "NCDHW" if first else "NDHWC"}[rank]


def deconvolved(size, window, padding, stride):
    """The size that a transposed convolution makes of `size`, None of None."""
    if size is None:
        return None
    size = size * stride
    return size + max(window - stride, 0) if padding == "valid" else size
