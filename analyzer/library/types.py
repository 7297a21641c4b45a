"""types: the types of Python's own objects."""


def _generator():
    yield


class _Method(object):

    def method(self):
        pass


FunctionType = LambdaType = type(_generator)
GeneratorType = type(_generator())
MethodType = type(_Method().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
ModuleType = type(__builtins__) if "__builtins__" in globals() and not isinstance(__builtins__, dict) else type(None)
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

    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def __repr__(self):
        return "namespace(%s)" % ", ".join(["%s=%r" % item for item in sorted(self.__dict__.items())])

    def __eq__(self, other):
        return isinstance(other, SimpleNamespace) and self.__dict__ == other.__dict__


def new_class(name, bases=(), kwds=None, exec_body=None):
    namespace = {}
    if exec_body is not None:
        exec_body(namespace)
    return type(name, bases, namespace)


def MappingProxyType(mapping):
    return mapping
