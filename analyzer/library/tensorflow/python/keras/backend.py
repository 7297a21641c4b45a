"""The parts of the Keras backend that layers and users' models lean on."""
import _tfscope
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, nn_ops

_settings = {"floatx": "float32", "image_data_format": "channels_last", "epsilon": 1e-07}


def floatx():
    return _settings["floatx"]


def set_floatx(value):
    _settings["floatx"] = str(value)


def epsilon():
    return _settings["epsilon"]


def set_epsilon(value):
    _settings["epsilon"] = value


def image_data_format():
    return _settings["image_data_format"]


def set_image_data_format(data_format):
    if data_format not in ("channels_last", "channels_first"):
        raise ValueError("Unknown data_format: " + str(data_format))
    _settings["image_data_format"] = str(data_format)


def set_learning_phase(value):
    if value not in (0, 1):
        raise ValueError("Expected learning phase to be 0 or 1.")
    ops.get_default_graph()._attributes["learning_phase"] = value


def learning_phase():
    """What was set for the graph, or a placeholder that each graph has once."""
    phases = ops.get_default_graph()._attributes
    if "learning_phase" not in phases:
        with ops.init_scope(), ops.name_scope(""):
            phases["learning_phase"] = array_ops.placeholder_with_default(False, shape=(), name="keras_learning_phase")
    return phases["learning_phase"]


class learning_phase_scope(object):

    def __init__(self, value):
        if value not in (0, 1):
            raise ValueError("Expected learning phase to be 0 or 1.")
        self._value = value

    def __enter__(self):
        self._phases = ops.get_default_graph()._attributes
        self._old = dict(self._phases)
        set_learning_phase(self._value)

    def __exit__(self, *exception):
        self._phases.pop("learning_phase", None)
        if "learning_phase" in self._old:
            self._phases["learning_phase"] = self._old["learning_phase"]
        return False


def get_uid(prefix=""):
    return _tfscope.next_layer_number(ops.get_default_graph()._id, "uids", prefix)


def unique_object_name(name, zero_based=False, **kwargs):
    """`name`, `name_1`, ... in the order of asking, for each graph."""
    number = _tfscope.next_layer_number(ops.get_default_graph()._id, "layers", name) - (1 if zero_based else 0)
    return "%s_%d" % (name, number) if number else name


def reset_uids():
    pass


def clear_session():
    ops.reset_default_graph()


def get_session(op_input_list=()):
    return ops.get_default_session() or _tfscope.unknown("opaque")


def set_session(session):
    pass


def name_scope(name, default_name=None, values=None):
    return ops.name_scope(name, default_name, values)


def int_shape(x):
    shape = x.shape
    return None if shape.ndims is None else tuple(shape.as_list())


def ndim(x):
    return x.shape.ndims


def dtype(x):
    return x.dtype.base_dtype.name


def is_keras_tensor(x):
    return hasattr(x, "_keras_history")


# ---- tensors and variables
def placeholder(shape=None, ndim=None, dtype=None, sparse=False, name=None, ragged=False):
    if not shape and ndim:
        shape = (None,) * ndim
    dtype = floatx() if dtype is None else dtype
    if sparse:
        return array_ops.sparse_placeholder(dtype, shape=shape, name=name)
    return array_ops.placeholder(dtype, shape=shape, name=name)


# ---- images
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
