"""typing: annotations, which decide nothing."""

import collections


class _Special(object):
    """A name of the module that can be subscripted."""

    def __init__(self, name):
        self._name = name

    def __getitem__(self, parameters):
        return self

    def __call__(self, *args, **kwargs):
        return None

    def __repr__(self):
        return "typing." + self._name


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
        for key in namespace:
            if key not in fields and not key.startswith("__"):
                setattr(result, key, namespace[key])
        return result


class NamedTuple(object, metaclass=NamedTupleMeta):
    _root = True

    def __new__(cls, typename, fields=None, **kwargs):
        return collections.namedtuple(typename, [field[0] for field in fields or kwargs.items()])


TYPE_CHECKING = False
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


def TypeVar(name, *constraints, **kwargs):
    return _Special(name)


def NewType(name, tp):
    return lambda x: x


def cast(typ, val):
    return val


def overload(func):
    return func


def no_type_check(arg):
    return arg


def get_type_hints(obj, globalns=None, localns=None):
    return dict(getattr(obj, "__annotations__", {}))
