"""six."""

import functools
from io import BytesIO, StringIO

from _tfscope import is_python2

PY2 = is_python2()
PY3 = PY34 = not PY2
MAXSIZE = 9223372036854775807
__version__ = "1.16.0"
string_types = (str,)
integer_types = (int,)
class_types = (type,)
text_type = str
binary_type = bytes

wraps = functools.wraps
reduce = functools.reduce
callable = callable
next = next
advance_iterator = next
unichr = chr


def u(s):
    return s


def b(s):
    return s.encode("latin-1")


def int2byte(i):
    return bytes([i])


def byte2int(bs):
    return bs[0]


def indexbytes(buf, i):
    return buf[i]


def iterkeys(d, **kw):
    return iter(d.keys(**kw))


def itervalues(d, **kw):
    return iter(d.values(**kw))


def iteritems(d, **kw):
    return iter(d.items(**kw))


def iterlists(d, **kw):
    return iter(d.lists(**kw))


def viewkeys(d):
    return d.keys()


def viewvalues(d):
    return d.values()


def viewitems(d):
    return d.items()


def ensure_str(s, encoding="utf-8", errors="strict"):
    return s.decode(encoding, errors) if isinstance(s, bytes) else s


ensure_text = ensure_str


def ensure_binary(s, encoding="utf-8", errors="strict"):
    return s.encode(encoding, errors) if isinstance(s, str) else s


def get_function_code(func):
    return func.__code__


def get_method_self(meth):
    return meth.__self__


def get_method_function(meth):
    return meth.__func__


def get_function_globals(func):
    return func.__globals__


def get_function_defaults(func):
    return func.__defaults__


def get_function_closure(func):
    return func.__closure__


def get_unbound_function(unbound):
    return unbound


def create_unbound_method(func, cls):
    return func


def create_bound_method(func, obj):
    return func.__get__(obj, obj.__class__)


class Iterator(object):
    pass


def iterbytes(buf):
    return iter(buf)


def assertCountEqual(self, *args, **kwargs):
    return self.assertCountEqual(*args, **kwargs)


def assertRaisesRegex(self, *args, **kwargs):
    return self.assertRaisesRegex(*args, **kwargs)


def assertRegex(self, *args, **kwargs):
    return self.assertRegex(*args, **kwargs)


def exec_(code, globs=None, locs=None):
    exec(code, globs, locs)


def add_move(move):
    pass


def remove_move(name):
    pass


def raise_from(value, from_value):
    raise value from from_value


def reraise(tp, value=None, tb=None):
    raise tp() if value is None else value


def with_metaclass(meta, *bases):
    """The class made from what this gives has the metaclass and the bases, and nothing in between."""
    class Making(type):

        def __new__(cls, name, this_bases, d):
            return meta(name, bases, d)

        @classmethod
        def __prepare__(cls, name, this_bases):
            return meta.__prepare__(name, bases) if hasattr(meta, "__prepare__") else {}
    return type.__new__(Making, "temporary_class", (), {})


def add_metaclass(metaclass):
    def wrapper(cls):
        namespace = dict(cls.__dict__)
        namespace.pop("__dict__", None)
        namespace.pop("__weakref__", None)
        return metaclass(cls.__name__, cls.__bases__, namespace)
    return wrapper


def python_2_unicode_compatible(klass):
    return klass


def print_(*args, **kwargs):
    print(*args, **kwargs)
