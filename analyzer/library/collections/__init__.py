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

_missing = object()


class OrderedDict(dict):

    def move_to_end(self, key, last=True):
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
        return "defaultdict(%r, %s)" % (self.default_factory, dict.__repr__(self))


class Counter(dict):

    def __init__(*args, **kwargs):
        self, args = args[0], args[1:]
        dict.__init__(self)
        self.update(*args, **kwargs)

    def __missing__(self, key):
        return 0

    def update(*args, **kwargs):
        self, args = args[0], args[1:]
        for source in args + (kwargs,):
            if isinstance(source, dict):
                for key in source:
                    self[key] = self[key] + source[key]
            elif source is not None:
                for key in source:
                    self[key] = self[key] + 1

    def subtract(self, other):
        for key in other:
            self[key] = self[key] - (other[key] if isinstance(other, dict) else 1)

    def elements(self):
        return iter([key for key in self for _ in range(self[key])])

    def most_common(self, n=None):
        ranked = sorted(self.items(), key=lambda item: item[1], reverse=True)
        return ranked if n is None else ranked[:n]

    def __add__(self, other):
        result = Counter(self)
        result.update(other)
        return Counter(dict([item for item in result.items() if item[1] > 0]))

    def copy(self):
        return Counter(self)

    def __repr__(self):
        if not self:
            return "Counter()"
        return "Counter({%s})" % ", ".join(["%r: %r" % item for item in self.most_common()])


class deque(object):

    __hash__ = None

    def __init__(self, iterable=(), maxlen=None):
        self._items = []
        self.maxlen = maxlen
        self.extend(iterable)

    def _trim(self, left):
        while self.maxlen is not None and len(self._items) > self.maxlen:
            self._items.pop(0 if left else -1)

    def append(self, item):
        self._items.append(item)
        self._trim(True)

    def appendleft(self, item):
        self._items.insert(0, item)
        self._trim(False)

    def extend(self, iterable):
        for item in iterable:
            self.append(item)

    def extendleft(self, iterable):
        for item in iterable:
            self.appendleft(item)

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

    def count(self, value):
        return self._items.count(value)

    def index(self, value):
        return self._items.index(value)

    def reverse(self):
        self._items.reverse()

    def copy(self):
        return deque(self._items, self.maxlen)

    def __iter__(self):
        return iter(self._items)

    def __len__(self):
        return len(self._items)

    def __bool__(self):
        return bool(self._items)

    def __contains__(self, item):
        return item in self._items

    def __getitem__(self, index):
        try:
            return self._items[index]
        except IndexError:
            raise IndexError("deque index out of range")

    def __setitem__(self, index, value):
        self._items[index] = value

    def __eq__(self, other):
        return isinstance(other, deque) and self._items == other._items

    def __repr__(self):
        end = "" if self.maxlen is None else ", maxlen=%d" % self.maxlen
        return "deque(%r%s)" % (self._items, end)


class ChainMap(dict):

    def __init__(self, *maps):
        dict.__init__(self)
        self.maps = list(maps) or [{}]
        for mapping in self.maps[::-1]:
            dict.update(self, mapping)

    def new_child(self, m=None):
        return ChainMap({} if m is None else m, *self.maps)


class UserDict(dict):

    @property
    def data(self):
        return self


UserList = list


# ---- named tuples
class _Field(object):
    """The descriptor of a named tuple's field."""

    def __init__(self, index):
        self._index = index

    def __get__(self, instance, owner=None):
        return self if instance is None else tuple.__getitem__(instance, self._index)

    def __set__(self, instance, value):
        raise AttributeError("can't set attribute")


def _bind(cls, args, kwargs):
    fields, defaults = cls._fields, cls._field_defaults
    if len(args) > len(fields):
        raise TypeError("__new__() takes %s %d positional argument%s but %d were given" %
                        ("from %d to" % (len(fields) - len(defaults) + 1) if defaults else "", len(fields) + 1,
                         "" if not fields else "s",
                         len(args) + 1) if defaults else "__new__() takes %d positional argument%s but %d were given" %
                        (len(fields) + 1, "" if not fields else "s", len(args) + 1))
    values = list(args)
    missing = []
    for name in fields[len(args):]:
        if name in kwargs:
            values.append(kwargs.pop(name))
        elif name in defaults:
            values.append(defaults[name])
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


class _NamedTuple(tuple):

    __slots__ = ()

    def __new__(_cls, *args, **kwargs):
        return tuple.__new__(_cls, args if len(args) == len(_cls._fields) and not kwargs else _bind(_cls, args, kwargs))

    @classmethod
    def _make(cls, iterable):
        values = list(iterable)
        if len(values) != len(cls._fields):
            raise TypeError("Expected %d arguments, got %d" % (len(cls._fields), len(values)))
        return tuple.__new__(cls, values)

    def _replace(_self, **kwargs):
        result = _self._make([kwargs.pop(name) if name in kwargs else value for name,
                             value in zip(_self._fields, _self)])
        if kwargs:
            raise ValueError("Got unexpected field names: %r" % list(kwargs))
        return result

    def _asdict(self):
        return OrderedDict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, ", ".join(["%s=%r" % item for item in zip(self._fields, self)]))


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None, verbose=False):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    fields = [str(name) for name in field_names]
    if rename:
        fields = ["_%d" % i if name in fields[:i] or name.startswith("_") or not name.isidentifier() else name
                  for i, name in enumerate(fields)]
    for name in [typename] + fields:
        if not name.isidentifier():
            raise ValueError("Type names and field names must be valid identifiers: %r" % name)
    for i, name in enumerate(fields):
        if name.startswith("_") and not rename:
            raise ValueError("Field names cannot start with an underscore: %r" % name)
        if name in fields[:i]:
            raise ValueError("Encountered duplicate field name: %r" % name)
    given = () if defaults is None else tuple(defaults)
    if len(given) > len(fields):
        raise TypeError("Got more default values than field names")
    namespace = {"_fields": tuple(fields), "__slots__": (), "_field_defaults": dict(
        zip(fields[len(fields) - len(given):], given))}
    for i, name in enumerate(fields):
        namespace[name] = _Field(i)
    return type(typename, (_NamedTuple,), namespace)
