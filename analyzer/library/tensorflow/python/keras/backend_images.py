"""Images in the Keras backend."""
from tensorflow.python.framework import constant_op
from tensorflow.python.keras.backend_config import image_data_format
from tensorflow.python.ops import array_ops, image_ops_impl, nn_ops


def preprocess_image(x, data_format, force_transpose=False):
    """On a machine without a graphics card only the channels-last layout is computed."""
    if data_format == "channels_first":
        return array_ops.transpose(x, (0, 2, 3, 1))
    return x


def conv2d_transpose(x, kernel, output_shape, strides=(1, 1), padding="valid", data_format=None, dilation_rate=(1, 1)):
    data_format = data_format or image_data_format()
    x, first = preprocess_image(x, data_format), data_format == "channels_first"
    if first:
        output_shape = output_shape[0], output_shape[2], output_shape[3], output_shape[1]
    if output_shape[0] is None:
        output_shape = (array_ops.shape(x)[0],) + tuple(output_shape[1:])
    if isinstance(output_shape, (tuple, list)):
        output_shape = array_ops.stack(list(output_shape))
    if tuple(dilation_rate) == (1, 1):
        x = nn_ops.conv2d_transpose(x, kernel, output_shape, (1,) + tuple(strides) + (1,), padding=padding.upper(),
                                    data_format="NHWC")
    else:
        x = nn_ops.atrous_conv2d_transpose(x, kernel, output_shape, rate=dilation_rate[0], padding=padding.upper())
    return array_ops.transpose(x, (0, 3, 1, 2)) if first else x


def resize_images(x, height_factor, width_factor, data_format, interpolation="nearest"):
    if data_format not in ("channels_first", "channels_last"):
        raise ValueError("Invalid `data_format` argument: %s" % (data_format,))
    if interpolation not in ("nearest", "bilinear"):
        raise ValueError("interpolation should be one of \"nearest\" or \"bilinear\".")
    first = data_format == "channels_first"
    rows = 2 if first else 1
    sizes = x.shape.as_list()
    wanted = array_ops.shape(x)[rows:rows + 2]
    wanted *= constant_op.constant([height_factor, width_factor], dtype="int32")
    x = array_ops.transpose(x, perm=[0, 2, 3, 1]) if first else x
    method = image_ops_impl.ResizeMethod.NEAREST_NEIGHBOR if interpolation == "nearest" else (
        image_ops_impl.ResizeMethod.BILINEAR)
    x = image_ops_impl.resize_images(x, wanted, method=method)
    x = array_ops.transpose(x, perm=[0, 3, 1, 2]) if first else x
    space = [None if size is None else size * factor
             for size, factor in zip(sizes[rows:rows + 2], (height_factor, width_factor))]
    x.set_shape([None, None] + space if first else [None] + space + [None])
    return x


def pad_space(x, padding, data_format=None):
    """Zeros before and after each dimension of the space."""
    pairs = [list(pair) for pair in padding]
    first = (data_format or image_data_format()) == "channels_first"
    return array_ops.pad(x, [[0, 0], [0, 0]] + pairs if first else [[0, 0]] + pairs + [[0, 0]])


def temporal_padding(x, padding=(1, 1)):
    return pad_space(x, [padding], "channels_last")


spatial_2d_padding = spatial_3d_padding = pad_space
