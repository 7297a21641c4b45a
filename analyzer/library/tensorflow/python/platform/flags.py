"""tf.app.flags: those of absl, which are parsed when the first of them is read."""
import sys

from absl import flags as _flags
from absl.flags import *

_OLD_NAMES = {"flag_name": "name", "default_value": "default", "docstring": "help"}


class _FlagValuesWrapper(object):

    def __init__(self, flags_object):
        self.__dict__["__wrapped"] = flags_object

    def __getattr__(self, name):
        wrapped = self.__dict__["__wrapped"]
        if hasattr(type(wrapped), name):
            return getattr(wrapped, name)
        if name in wrapped.__dict__:
            return wrapped.__dict__[name]
        if not wrapped.is_parsed():
            wrapped(sys.argv)
        return wrapped.__getattr__(name)

    def __setattr__(self, name, value):
        return self.__dict__["__wrapped"].__setattr__(name, value)

    def __delattr__(self, name):
        return self.__dict__["__wrapped"].__delattr__(name)

    def __dir__(self):
        return self.__dict__["__wrapped"].__dir__()

    def __getitem__(self, name):
        return self.__dict__["__wrapped"][name]

    def __setitem__(self, name, flag):
        self.__dict__["__wrapped"][name] = flag

    def __contains__(self, name):
        return name in self.__dict__["__wrapped"]

    def __len__(self):
        return len(self.__dict__["__wrapped"])

    def __iter__(self):
        return iter(self.__dict__["__wrapped"])

    def __call__(self, *args, **kwargs):
        return self.__dict__["__wrapped"](*args, **kwargs)


def _with_old_names(define):
    def wrapper(*args, **kwargs):
        return define(*args, **{_OLD_NAMES.get(name, name): value for name, value in kwargs.items()})
    wrapper.__name__ = define.__name__
    return wrapper


FLAGS = _FlagValuesWrapper(_flags.FLAGS)
DEFINE_string = _with_old_names(_flags.DEFINE_string)
DEFINE_boolean = DEFINE_bool = _with_old_names(_flags.DEFINE_boolean)
DEFINE_float = _with_old_names(_flags.DEFINE_float)
DEFINE_integer = _with_old_names(_flags.DEFINE_integer)
