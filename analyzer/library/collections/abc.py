"""collections.abc: what a value can do, asked by its methods."""

import abc


class _Able(abc.ABCMeta):
    """Instances of the classes below are known by their methods too."""

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
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

    def index(self, value):
        for i in range(len(self)):
            if self[i] == value:
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
        for value in values:
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]


class Set(Collection):
    _kinds = (set, frozenset)


class MutableSet(Set):
    _kinds = (set,)

    @abc.abstractmethod
    def add(self, value):
        raise NotImplementedError

    @abc.abstractmethod
    def discard(self, value):
        raise NotImplementedError


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
        return [key for key in self]

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return [(key, self[key]) for key in self]

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


class KeysView(Collection):
    pass


class ValuesView(Collection):
    pass


class ItemsView(Collection):
    pass
