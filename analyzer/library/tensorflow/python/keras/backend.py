"""The parts of the Keras backend that layers and users' models lean on."""
import _tfscope
from tensorflow.python.framework import dtypes, ops

_settings = {"floatx": "float32", "image_data_format": "channels_last", "epsilon": 1e-07, "phase": None}


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
    _settings["phase"] = value


def learning_phase():
    return 0 if _settings["phase"] is None else _settings["phase"]


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
    _settings["phase"] = None


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
