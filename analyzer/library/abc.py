"""abc: abstract methods and virtual subclasses."""

from _tfscope import is_unknown, unknown


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


def abstractproperty(fget=None, fset=None, fdel=None, doc=None):
    if fget is not None:
        abstractmethod(fget)
    return property(fget, fset, fdel, doc)


def abstractclassmethod(function):
    return classmethod(abstractmethod(function))


def abstractstaticmethod(function):
    return staticmethod(abstractmethod(function))


def _is_abstract(value):
    if isinstance(value, property):
        return any([_is_abstract(part) for part in (value.fget, value.fset, value.fdel) if part is not None])
    value = getattr(value, "__func__", value)
    return getattr(value, "__isabstractmethod__", False) is True


class ABCMeta(type):

    def __new__(mcls, name, bases, namespace, **kwargs):
        cls = type.__new__(mcls, name, bases, namespace, **kwargs)
        names = [key for key in namespace if _is_abstract(namespace[key])]
        for base in bases:
            for key in getattr(base, "__abstractmethods__", ()):
                if key not in namespace and key not in names and _is_abstract(_found(cls, key)):
                    names.append(key)
        cls.__abstractmethods__ = frozenset(names)
        cls._abc_registry = []
        return cls

    def __call__(cls, *args, **kwargs):
        names = sorted(cls.__abstractmethods__)
        if names:
            raise TypeError("Can't instantiate abstract class %s with abstract methods %s" %
                            (cls.__name__, ", ".join(names)))
        return type.__call__(cls, *args, **kwargs)

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(cls, subclass) and not issubclass(subclass, cls):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_registry.append(subclass)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if is_unknown(subclass):
            return unknown("bool")
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        hook = getattr(cls, "__subclasshook__", None)
        answer = NotImplemented if hook is None else hook(subclass)
        if answer is not NotImplemented:
            return bool(answer)
        if cls in subclass.__mro__:
            return True
        if any([issubclass(subclass, registered) for registered in cls._abc_registry]):
            return True
        return any([issubclass(subclass, derived) for derived in cls.__subclasses__()])


def _found(cls, name):
    """The attribute as it stands in the class that defines it: properties stay properties."""
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name]
    return None


class ABC(object, metaclass=ABCMeta):
    __slots__ = ()
