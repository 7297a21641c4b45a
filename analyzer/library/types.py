"""types: the types of Python's own objects."""

import _tfscope


def _generator():
    yield


class _Method(object):

    def method(self):
        pass


FunctionType = LambdaType = type(_generator)
GeneratorType = type(_generator())
MethodType = type(_Method().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
ModuleType = type(_tfscope)
NoneType = type(None)
TypeType = ClassType = type
StringType = UnicodeType = str
StringTypes = (str,)
IntType = LongType = int
FloatType = float
BooleanType = bool
ListType = list
TupleType = tuple
DictType = DictionaryType = dict


class SimpleNamespace(object):

    __tp_name__ = "types.SimpleNamespace"

    def __init__(self, *args, **kwargs):
        if args:
            raise TypeError("no positional arguments expected")
        self.__dict__.update(kwargs)

    def __repr__(self):
        return "%s(%s)" % ("namespace" if type(self) is SimpleNamespace else type(self).__name__,
                           ", ".join(["%s=%r" % item for item in sorted(self.__dict__.items())]))

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, SimpleNamespace) else NotImplemented

    __hash__ = None


def new_class(name, bases=(), kwds=None, exec_body=None):
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", type(bases[0]) if bases else type)
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}
    if exec_body is not None:
        exec_body(namespace)
    return meta(name, bases, namespace, **kwds)


class MappingProxyType(object):

    def __init__(self, mapping):
        if not hasattr(mapping, "keys"):
            raise TypeError("mappingproxy() argument must be a mapping, not %s" % type(mapping).__name__)
        self.__mapping = mapping

    def __getitem__(self, key):
        return self.__mapping[key]

    def __contains__(self, key):
        return key in self.__mapping

    def __iter__(self):
        return iter(self.__mapping)

    def __len__(self):
        return len(self.__mapping)

    def get(self, key, default=None):
        return self.__mapping.get(key, default)

    def keys(self):
        return self.__mapping.keys()

    def values(self):
        return self.__mapping.values()

    def items(self):
        return self.__mapping.items()

    def copy(self):
        return self.__mapping.copy()

    def __eq__(self, other):
        return self.__mapping == other

    __hash__ = None

    def __str__(self):
        return str(self.__mapping)

    def __repr__(self):
        return "mappingproxy(%r)" % (self.__mapping,)


MappingProxyType.__name__ = "mappingproxy"
