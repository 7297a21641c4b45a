"""collections: named tuples and the containers beside list, tuple and dict."""

from collections.abc import (
    Callable,
    Container,
    Hashable,
    Iterable,
    Iterator,
    Mapping,
    MutableMapping,
    MutableSequence,
    MutableSet,
    Sequence,
    Set,
     Sized)

import keyword

from collections._user import ChainMap, UserDict, UserList, UserString
from collections.abc import Mapping as _Mapping

_missing = object()


class OrderedDict(dict):

    def move_to_end(self, key, last=True):
        if key not in self:
            raise KeyError(key)
        value = dict.pop(self, key)
        if last:
            self[key] = value
            return
        items = list(self.items())
        self.clear()
        self[key] = value
        self.update(items)

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        key = list(self)[-1 if last else 0]
        return key, self.pop(key)

    def copy(self):
        return self.__class__(self)

    def __reversed__(self):
        return iter(list(self)[::-1])

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, list(self.items())) if self else "%s()" % type(self).__name__

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return list(self.items()) == list(other.items())
        return dict.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    @classmethod
    def fromkeys(cls, iterable, value=None):
        return cls([(key, value) for key in iterable])


class defaultdict(dict):

    def __init__(*args, **kwargs):
        self, args = args[0], args[1:]
        self.default_factory = args[0] if args else None
        if self.default_factory is not None and not callable(self.default_factory):
            raise TypeError("first argument must be callable or None")
        dict.__init__(self, *args[1:], **kwargs)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self[key] = value
        return value

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __repr__(self):
        return "%s(%r, %s)" % (type(self).__name__, self.default_factory, dict.__repr__(self))


class Counter(dict):

    def __init__(*args, **kwargs):
        self, args = args[0], args[1:]
        dict.__init__(self)
        self.update(*args, **kwargs)

    def __missing__(self, key):
        return 0

    def _sources(self, args, kwargs):
        if len(args) > 1:
            raise TypeError("expected at most 1 arguments, got %d" % len(args))
        for source in args + (kwargs,):
            if isinstance(source, _Mapping):
                for key, count in source.items():
                    yield key, count
            elif source is not None:
                for key in source:
                    yield key, 1

    def update(*args, **kwargs):
        self, args = args[0], args[1:]
        for key, count in self._sources(args, kwargs):
            self[key] = count + self.get(key, 0)

    def subtract(*args, **kwargs):
        self, args = args[0], args[1:]
        for key, count in self._sources(args, kwargs):
            self[key] = self.get(key, 0) - count

    def elements(self):
        for key, count in self.items():
            for _ in range(count):
                yield key

    def most_common(self, n=None):
        ranked = sorted(self.items(), key=lambda item: item[1], reverse=True)
        return ranked if n is None else ranked[:max(n, 0)]

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def __delitem__(self, key):
        if key in self:
            dict.__delitem__(self, key)

    def _combined(self, other, combine):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for key in list(self) + [key for key in other if key not in self]:
            count = combine(self[key], other[key])
            if count > 0:
                result[key] = count
        return result

    def __add__(self, other):
        return self._combined(other, lambda mine, its: mine + its)

    def __sub__(self, other):
        return self._combined(other, lambda mine, its: mine - its)

    def __or__(self, other):
        return self._combined(other, max)

    def __and__(self, other):
        return self._combined(other, min)

    def __pos__(self):
        return self._combined(Counter(), lambda mine, its: mine)

    def __neg__(self):
        return self._combined(Counter(), lambda mine, its: -mine)

    def _replaced(self, result):
        dict.clear(self)
        dict.update(self, result)
        return self

    def __iadd__(self, other):
        return self._replaced(self + other)

    def __isub__(self, other):
        return self._replaced(self - other)

    def __ior__(self, other):
        return self._replaced(self | other)

    def __iand__(self, other):
        return self._replaced(self & other)

    def copy(self):
        return self.__class__(self)

    def __repr__(self):
        if not self:
            return "%s()" % self.__class__.__name__
        return "%s({%s})" % (self.__class__.__name__, ", ".join(["%r: %r" % item for item in self.most_common()]))


class deque(object):

    __hash__ = None

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None and not isinstance(maxlen, int):
            raise TypeError("an integer is required")
        if maxlen is not None and maxlen < 0:
            raise ValueError("maxlen must be non-negative")
        self._items = []
        self._maxlen = maxlen
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._maxlen

    def _trim(self, left):
        while self._maxlen is not None and len(self._items) > self._maxlen:
            self._items.pop(0 if left else -1)

    def append(self, item):
        self._items.append(item)
        self._trim(True)

    def appendleft(self, item):
        self._items.insert(0, item)
        self._trim(False)

    def extend(self, iterable):
        for item in list(iterable) if iterable is self else iterable:
            self.append(item)

    def extendleft(self, iterable):
        for item in list(iterable) if iterable is self else iterable:
            self.appendleft(item)

    def insert(self, index, item):
        if self._maxlen is not None and len(self._items) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        self._items.insert(index, item)

    def pop(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop()

    def popleft(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop(0)

    def clear(self):
        self._items = []

    def rotate(self, n=1):
        if self._items:
            n = n % len(self._items)
            self._items = self._items[len(self._items) - n:] + self._items[:len(self._items) - n]

    def remove(self, value):
        if value not in self._items:
            raise ValueError("deque.remove(x): x not in deque")
        self._items.remove(value)

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError('can only concatenate deque (not "%s") to deque' % type(other).__name__)
        return self.__class__(self._items + other._items, self._maxlen)

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        return self.__class__(self._items * n, self._maxlen)

    __rmul__ = __mul__

    def count(self, value):
        return self._items.count(value)

    def index(self, value, *bounds):
        if value not in self._items:
            raise ValueError("%r is not in deque" % (value,))
        return self._items.index(value, *bounds)

    def reverse(self):
        self._items.reverse()

    def copy(self):
        return self.__class__(self._items, self._maxlen)

    __copy__ = copy

    def __iter__(self):
        size = len(self._items)
        for i in range(size):
            if len(self._items) != size:
                raise RuntimeError("deque mutated during iteration")
            yield self._items[i]

    def __reversed__(self):
        return reversed(self._items)

    def __len__(self):
        return len(self._items)

    def __bool__(self):
        return bool(self._items)

    def __contains__(self, item):
        return item in self._items

    def __getitem__(self, index):
        return self._items[self._position(index)]

    def __setitem__(self, index, value):
        self._items[self._position(index)] = value

    def __delitem__(self, index):
        del self._items[self._position(index)]

    def _position(self, index):
        if isinstance(index, slice):
            raise TypeError("sequence index must be integer, not 'slice'")
        if not hasattr(index, "__index__"):
            raise TypeError("sequence index must be integer, not '%s'" % type(index).__name__)
        if not -len(self._items) <= index < len(self._items):
            raise IndexError("deque index out of range")
        return index

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, deque) else NotImplemented

    def __repr__(self):
        end = "" if self._maxlen is None else ", maxlen=%d" % self._maxlen
        return "%s(%r%s)" % (self.__class__.__name__, self._items, end)


# ---- named tuples
class _Field(object):
    """The descriptor of a named tuple's field."""

    def __init__(self, index):
        self._index = index
        self.__doc__ = "Alias for field number %d" % index

    def __get__(self, instance, owner=None):
        return self if instance is None else tuple.__getitem__(instance, self._index)

    def __set__(self, instance, value):
        raise AttributeError("can't set attribute")


def _too_many(fields, defaults, given):
    takes = "from %d to %d" % (len(fields) - len(defaults) + 1, len(fields) + 1) if defaults else len(fields) + 1
    return TypeError("__new__() takes %s positional argument%s but %d were given" % (takes, "s" if fields else "", given + 1))


def _bind(fields, defaults, args, kwargs):
    if len(args) > len(fields):
        raise _too_many(fields, defaults, len(args))
    values = list(args)
    missing = []
    for i, name in enumerate(fields[len(args):], len(args) - len(fields) + len(defaults)):
        if name in kwargs:
            values.append(kwargs.pop(name))
        elif i >= 0:
            values.append(defaults[i])
        else:
            missing.append(repr(name))
    for name in kwargs:
        if name in fields:
            raise TypeError("__new__() got multiple values for argument %r" % name)
        raise TypeError("__new__() got an unexpected keyword argument %r" % name)
    if missing:
        listed = missing[0] if len(missing) == 1 else "%s%s and %s" % (
            ", ".join(missing[:-1]), "," if len(missing) > 2 else "", missing[-1])
        raise TypeError("__new__() missing %d required positional argument%s: %s" % (
            len(missing), "" if len(missing) == 1 else "s", listed))
    return values


def _constructor(fields, defaults):
    """The `__new__` of one class. Programs give it other `__defaults__`, which are those of the last fields."""
    def __new__(_cls, *args, **kwargs):
        if len(args) != len(fields) or kwargs:
            args = _bind(fields, __new__.__defaults__ or (), args, kwargs)
        return tuple.__new__(_cls, args)

    __new__.__defaults__ = defaults or None
    return __new__


def _make(cls, iterable):
    values = list(iterable)
    if len(values) != len(cls._fields):
        raise TypeError("Expected %d arguments, got %d" % (len(cls._fields), len(values)))
    return tuple.__new__(cls, values)


def _replace(_self, **kwargs):
    result = _self._make([kwargs.pop(name) if name in kwargs else value
                          for name, value in zip(_self._fields, _self)])
    if kwargs:
        raise ValueError("Got unexpected field names: %r" % list(kwargs))
    return result


def _asdict(self):
    return OrderedDict(zip(self._fields, self))


def _getnewargs(self):
    return tuple(self)


def _repr(self):
    return "%s(%s)" % (type(self).__name__, ", ".join(["%s=%r" % item for item in zip(self._fields, self)]))


def _checked_names(typename, fields, rename):
    for name in [typename] + fields:
        if not isinstance(name, str):
            raise TypeError("Type names and field names must be strings")
        if not name.isidentifier():
            raise ValueError("Type names and field names must be valid identifiers: %r" % name)
        if keyword.iskeyword(name):
            raise ValueError("Type names and field names cannot be a keyword: %r" % name)
    for i, name in enumerate(fields):
        if name.startswith("_") and not rename:
            raise ValueError("Field names cannot start with an underscore: %r" % name)
        if name in fields[:i]:
            raise ValueError("Encountered duplicate field name: %r" % name)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None, verbose=False):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    fields = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        fields = ["_%d" % i if name in fields[:i] or name.startswith("_") or not name.isidentifier() or
                  keyword.iskeyword(name) else name for i, name in enumerate(fields)]
    _checked_names(typename, fields, rename)
    given = () if defaults is None else tuple(defaults)
    if len(given) > len(fields):
        raise TypeError("Got more default values than field names")
    namespace = {
        "__doc__": "%s(%s)" % (typename, ", ".join(fields)),
        "__slots__": (),
        "_fields": tuple(fields),
        "_fields_defaults": dict(zip(fields[len(fields) - len(given):], given)),
        "__new__": _constructor(tuple(fields), given),
        "_make": classmethod(_make),
        "_replace": _replace,
        "_asdict": _asdict,
        "__getnewargs__": _getnewargs,
        "__repr__": _repr,
    }
    if module is not None:
        namespace["__module__"] = module
    namespace["_field_defaults"] = namespace["_fields_defaults"]
    for i, name in enumerate(fields):
        namespace[name] = _Field(i)
    return type(typename, (tuple,), namespace)
