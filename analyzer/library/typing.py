"""typing: annotations, which decide nothing."""

import collections
from collections import abc


_ORIGINS = {
    "List": list, "Dict": dict, "Set": set, "FrozenSet": frozenset, "Tuple": tuple, "Type": type,
    "DefaultDict": collections.defaultdict, "OrderedDict": collections.OrderedDict, "Counter": collections.Counter,
    "Deque": collections.deque, "Callable": abc.Callable, "Iterable": abc.Iterable, "Iterator": abc.Iterator,
    "Generator": abc.Generator, "Sequence": abc.Sequence, "MutableSequence": abc.MutableSequence,
    "Mapping": abc.Mapping, "MutableMapping": abc.MutableMapping, "Hashable": abc.Hashable, "Sized": abc.Sized,
    "Container": abc.Container, "Collection": abc.Collection,
}


def _shown(parameter):
    if parameter is ...:
        return "..."
    if isinstance(parameter, list):
        return "[%s]" % ", ".join([_shown(item) for item in parameter])
    if isinstance(parameter, type):
        return parameter.__qualname__ if parameter.__module__ == "builtins" else "%s.%s" % (
            parameter.__module__, parameter.__qualname__)
    return repr(parameter)


def _flattened(parameters):
    """The members of a union, each once."""
    result = []
    for parameter in parameters:
        if parameter is None:
            parameter = type(None)
        members = parameter.__args__ if isinstance(parameter, _Special) and parameter._name == "Union" and \
            parameter.__args__ else [parameter]
        result.extend([member for member in members if member not in result])
    return result


class _Special(object):
    """A name of the module, or one with parameters: `List`, `List[int]`."""

    __module__ = "typing"

    def __init__(self, name, parameters=None):
        self._name = name
        self.__args__ = () if parameters is None else tuple(parameters)
        self.__origin__ = _ORIGINS.get(name)

    def __getitem__(self, parameters):
        parameters = list(parameters) if isinstance(parameters, tuple) else [parameters]
        name = self._name
        if name == "Tuple" and not parameters:
            parameters = [()]
        if name == "Optional":
            name, parameters = "Union", parameters + [None]
        if name == "Union":
            parameters = _flattened(parameters)
            if len(parameters) == 1:
                return parameters[0]
        return _Special(name, [type(None) if parameter is None else parameter for parameter in parameters])

    def __call__(self, *args, **kwargs):
        if self.__origin__ is None:
            return None
        if self._name in ("List", "Dict", "Set", "FrozenSet", "Tuple"):
            raise TypeError("Type %s cannot be instantiated; use %s() instead" % (self._name, self._name.lower()))
        return self.__origin__(*args, **kwargs)

    def __instancecheck__(self, instance):
        return self.__subclasscheck__(type(instance))

    def __subclasscheck__(self, subclass):
        if self.__args__:
            raise TypeError("Subscripted generics cannot be used with class and instance checks")
        if self.__origin__ is None:
            raise TypeError("%r cannot be used with isinstance()" % self)
        return issubclass(subclass, self.__origin__)

    def __eq__(self, other):
        return isinstance(other, _Special) and repr(self) == repr(other)

    def __hash__(self):
        return hash(self._name)

    def __repr__(self):
        if self._name[:1] == "~":
            return self._name
        if not self.__args__:
            return "typing." + self._name
        parts = list(self.__args__)
        if self._name == "Callable" and not isinstance(parts[0], list) and parts[0] is not ...:
            parts = [parts[:-1], parts[-1]]
        return "typing.%s[%s]" % (self._name, ", ".join([_shown(part) for part in parts]))


class Generic(object):
    __slots__ = ()

    def __class_getitem__(cls, parameters):
        return cls


class Protocol(Generic):
    pass


class NamedTupleMeta(type):

    def __new__(mcls, name, bases, namespace):
        annotations = namespace.get("__annotations__", {})
        if not bases or "_root" in namespace:
            return type.__new__(mcls, name, bases, namespace)
        fields = list(annotations)
        result = collections.namedtuple(name,
                                        fields,
                                        defaults=[namespace[field] for field in fields if field in namespace])
        result.__module__ = namespace.get("__module__", result.__module__)
        result.__annotations__ = result._field_types = collections.OrderedDict(annotations)
        for key in namespace:
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_make", "_replace", "_asdict"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in fields and key not in ("__module__", "__qualname__", "__annotations__"):
                setattr(result, key, namespace[key])
        return result


class NamedTuple(object, metaclass=NamedTupleMeta):
    _root = True

    def __new__(cls, typename, fields=None, **kwargs):
        types = [(name, kind) for name, kind in fields or kwargs.items()]
        result = collections.namedtuple(typename, [name for name, _ in types])
        result.__annotations__ = result._field_types = collections.OrderedDict(types)
        return result


TYPE_CHECKING = False
__all__ = ["Any", "Callable", "ClassVar", "Generic", "Optional", "Tuple", "Type", "TypeVar", "Union", "Container",
           "Hashable", "Iterable", "Iterator", "Mapping", "MutableMapping", "MutableSequence", "Sequence", "Sized",
           "Awaitable", "Collection", "SupportsFloat", "SupportsInt", "Counter", "Deque", "Dict", "DefaultDict", "List",
           "Set", "FrozenSet", "NamedTuple", "Generator", "AnyStr", "cast", "get_type_hints", "NewType", "no_type_check",
           "NoReturn", "overload", "Text", "TYPE_CHECKING"]
Any = _Special("Any")
Union = _Special("Union")
Optional = _Special("Optional")
Callable = _Special("Callable")
Type = _Special("Type")
ClassVar = _Special("ClassVar")
NoReturn = _Special("NoReturn")
List = _Special("List")
Dict = _Special("Dict")
Set = _Special("Set")
FrozenSet = _Special("FrozenSet")
Tuple = _Special("Tuple")
Text = str
AnyStr = _Special("AnyStr")
Iterable = _Special("Iterable")
Iterator = _Special("Iterator")
Generator = _Special("Generator")
Sequence = _Special("Sequence")
MutableSequence = _Special("MutableSequence")
Mapping = _Special("Mapping")
MutableMapping = _Special("MutableMapping")
Hashable = _Special("Hashable")
Sized = _Special("Sized")
Container = _Special("Container")
Collection = _Special("Collection")
DefaultDict = _Special("DefaultDict")
OrderedDict = _Special("OrderedDict")
Counter = _Special("Counter")
Deque = _Special("Deque")
IO = _Special("IO")
TextIO = _Special("TextIO")
BinaryIO = _Special("BinaryIO")
Pattern = _Special("Pattern")
Literal = _Special("Literal")
Final = _Special("Final")
Awaitable = _Special("Awaitable")
SupportsInt = _Special("SupportsInt")
SupportsFloat = _Special("SupportsFloat")
SupportsAbs, SupportsRound = _Special("SupportsAbs"), _Special("SupportsRound")
AbstractSet, MutableSet = _Special("AbstractSet"), _Special("MutableSet")
ByteString, Reversible = _Special("ByteString"), _Special("Reversible")
KeysView, ValuesView, ItemsView = _Special("KeysView"), _Special("ValuesView"), _Special("ItemsView")
ChainMap, ContextManager = _Special("ChainMap"), _Special("ContextManager")
Coroutine, AsyncIterator, AsyncIterable = _Special("Coroutine"), _Special("AsyncIterator"), _Special("AsyncIterable")
ForwardRef = _Special("ForwardRef")


def TypeVar(name, *constraints, **kwargs):
    return _Special("~" + name)


def NewType(name, tp):
    return lambda x: x


def cast(typ, val):
    return val


def overload(func):
    return func


def no_type_check(arg):
    return arg


def get_type_hints(obj, globalns=None, localns=None):
    import sys
    hints = {}
    is_class = isinstance(obj, type)
    for owner in reversed(obj.__mro__) if is_class else [obj]:
        module = sys.modules.get(owner.__module__) if is_class else None
        names = globalns or (module.__dict__ if module is not None else getattr(owner, "__globals__", {}))
        own = owner.__dict__.get("__annotations__", {}) if is_class else getattr(owner, "__annotations__", {})
        for name, kind in own.items():
            if isinstance(kind, str):
                kind = eval(kind, names, localns)
            hints[name] = type(None) if kind is None else kind
    return hints
