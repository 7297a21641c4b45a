"""collections.abc: what a value can do, asked by its methods."""

import abc

from _tfscope import is_unknown, unknown


class _Able(abc.ABCMeta):
    """Instances of the classes below are known by their methods too."""

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if is_unknown(subclass):
            return unknown("bool")
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if cls in subclass.__mro__:
            return True
        if any([issubclass(subclass, registered) for registered in cls.__dict__.get("_abc_registry", ())]):
            return True
        for kind in cls.__dict__.get("_kinds", ()):
            if issubclass(subclass, kind):
                return True
        methods = cls.__dict__.get("_methods", ())
        return bool(methods) and all([getattr(subclass, name, None) is not None for name in methods])


class Hashable(object, metaclass=_Able):
    _methods = ("__hash__",)


class Iterable(object, metaclass=_Able):
    _methods = ("__iter__",)

    @abc.abstractmethod
    def __iter__(self):
        return iter(())


class Iterator(Iterable):
    _methods = ("__iter__", "__next__")

    @abc.abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self


class Generator(Iterator):
    _methods = ("__iter__", "__next__", "send", "throw", "close")


class Sized(object, metaclass=_Able):
    _methods = ("__len__",)

    @abc.abstractmethod
    def __len__(self):
        return 0


class Container(object, metaclass=_Able):
    _methods = ("__contains__",)

    @abc.abstractmethod
    def __contains__(self, x):
        return False


class Collection(Sized, Iterable, Container):
    _methods = ("__len__", "__iter__", "__contains__")


class _Calling(_Able):

    def __instancecheck__(cls, instance):
        return callable(instance)

    def __subclasscheck__(cls, subclass):
        return any(["__call__" in base.__dict__ for base in subclass.__mro__])


class Callable(object, metaclass=_Calling):

    @abc.abstractmethod
    def __call__(self, *args, **kwds):
        return False


class Sequence(Collection):
    _kinds = (tuple, list, str, bytes, range)

    @abc.abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        i = 0
        while i < len(self):
            yield self[i]
            i += 1

    def __contains__(self, value):
        for item in self:
            if item == value:
                return True
        return False

    def __reversed__(self):
        return iter([self[i] for i in range(len(self) - 1, -1, -1)])

    def index(self, value, start=0, stop=None):
        start = max(len(self) + start, 0) if start < 0 else start
        stop = len(self) if stop is None else stop + len(self) if stop < 0 else stop
        for i in range(start, min(stop, len(self))):
            if self[i] is value or self[i] == value:
                return i
        raise ValueError

    def count(self, value):
        return len([item for item in self if item == value])


class MutableSequence(Sequence):
    _kinds = (list,)

    @abc.abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abc.abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abc.abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def extend(self, values):
        for value in list(values) if values is self else values:
            self.append(value)

    def __iadd__(self, values):
        self.extend(values)
        return self

    def clear(self):
        while len(self):
            self.pop()

    def reverse(self):
        n = len(self)
        for i in range(n // 2):
            self[i], self[n - i - 1] = self[n - i - 1], self[i]

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]


class Set(Collection):
    _kinds = (set, frozenset, type({}.keys()), type({}.items()))

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) <= len(other) and all([value in other for value in self])

    def __lt__(self, other):
        return len(self) < len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) >= len(other) and all([value in self for value in other])

    def __gt__(self, other):
        return len(self) > len(other) and self.__ge__(other) if isinstance(other, Set) else NotImplemented

    def __eq__(self, other):
        return len(self) == len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    __hash__ = None

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable([value for value in other if value in self])

    __rand__ = __and__

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(list(self) + list(other))

    __ror__ = __or__

    def __sub__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        other = other if isinstance(other, Set) else self._from_iterable(other)
        return self._from_iterable([value for value in self if value not in other])

    def __rsub__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable([value for value in other if value not in self])

    def __xor__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        other = other if isinstance(other, Set) else self._from_iterable(other)
        return (self - other) | (other - self)

    __rxor__ = __xor__

    def isdisjoint(self, other):
        return not any([value in self for value in other])


class MutableSet(Set):
    _kinds = (set,)

    @abc.abstractmethod
    def add(self, value):
        raise NotImplementedError

    @abc.abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        while len(self):
            self.pop()

    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self

    def __iand__(self, it):
        for value in list(self - it):
            self.discard(value)
        return self

    def __isub__(self, it):
        for value in list(it):
            self.discard(value)
        return self

    def __ixor__(self, it):
        for value in self._from_iterable(it):
            (self.discard if value in self else self.add)(value)
        return self


class Mapping(Collection):
    _kinds = (dict,)

    @abc.abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return KeysView(self)

    def values(self):
        return ValuesView(self)

    def items(self):
        return ItemsView(self)

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented

    __hash__ = None


class MutableMapping(Mapping):
    _kinds = (dict,)

    @abc.abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abc.abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, *others, **kwargs):
        for other in others:
            pairs = other.items() if hasattr(other, "items") else other
            for key, value in pairs:
                self[key] = value
        for key in kwargs:
            self[key] = kwargs[key]

    def clear(self):
        for key in list(self):
            del self[key]


class MappingView(Sized):

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self._mapping)


class KeysView(MappingView, Set):
    _kinds = (type({}.keys()),)

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        return iter([key for key in self._mapping])


class ItemsView(MappingView, Set):
    _kinds = (type({}.items()),)

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, item):
        key, value = item
        return key in self._mapping and self._mapping[key] == value

    def __iter__(self):
        return iter([(key, self._mapping[key]) for key in self._mapping])


class ValuesView(MappingView, Collection):
    _kinds = (type({}.values()),)

    def __contains__(self, value):
        return value in list(self)

    def __iter__(self):
        return iter([self._mapping[key] for key in self._mapping])
