"""What arrays give whose shape is not known."""
from _tfscope import is_unknown, unknown


def of_known_shapes(function):
    """The function for arrays of which the shape is known; of others its result is not."""

    def called(*args, **kwargs):
        if args and _is_open(args[0]):
            return unknown("opaque")
        return function(*args, **kwargs)

    called.__name__ = called.__qualname__ = function.__name__
    return called


def _is_open(value):
    return is_unknown(value) or hasattr(value, "_flat") and value._shape is None
