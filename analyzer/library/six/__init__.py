"""six, under Python 3."""

import functools

PY2 = False
PY3 = True
PY34 = True
MAXSIZE = 9223372036854775807
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


def raise_from(value, from_value):
    raise value


def reraise(tp, value=None, tb=None):
    raise tp() if value is None else value


def with_metaclass(meta, *bases):
    return meta("temporary_class", bases or (object,), {})


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
