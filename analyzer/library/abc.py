"""abc: abstract methods."""


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
        value = value.fget
    value = getattr(value, "__func__", value)
    return getattr(value, "__isabstractmethod__", False) is True


class ABCMeta(type):

    def __new__(mcls, name, bases, namespace, **kwargs):
        cls = type.__new__(mcls, name, bases, namespace)
        names = [key for key in namespace if _is_abstract(namespace[key])]
        for base in bases:
            for key in getattr(base, "__abstractmethods__", ()):
                if key not in namespace and _is_abstract(getattr(cls, key, None)) and key not in names:
                    names.append(key)
        cls.__abstractmethods__ = frozenset(names)
        return cls

    def __call__(cls, *args, **kwargs):
        names = sorted(cls.__abstractmethods__)
        if names:
            raise TypeError("Can't instantiate abstract class %s with abstract methods %s" %
                            (cls.__name__, ", ".join(names)))
        return type.__call__(cls, *args, **kwargs)

    def register(cls, subclass):
        return subclass


class ABC(object, metaclass=ABCMeta):
    __slots__ = ()
