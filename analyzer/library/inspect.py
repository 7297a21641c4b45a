"""inspect: signatures and kinds of objects."""

import collections
import types

from _tfscope import parameters

ArgSpec = collections.namedtuple("ArgSpec", ["args", "varargs", "keywords", "defaults"])
FullArgSpec = collections.namedtuple(
    "FullArgSpec", ["args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults", "annotations"])


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    return isfunction(object) or ismethod(object) or isbuiltin(object)


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isgeneratorfunction(object):
    return False


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def isabstract(object):
    return bool(getattr(object, "__abstractmethods__", ()))


def getfullargspec(func):
    found = parameters(func)
    if found is None:
        raise TypeError("unsupported callable")
    names, positional = list(found[0]), found[1]
    defaults = func.__defaults__ if hasattr(func, "__defaults__") else None
    return FullArgSpec(names[:positional], None, "kwargs" if found[3] else None, defaults, names[positional:], None, {})


def getargspec(func):
    spec = getfullargspec(func)
    return ArgSpec(spec.args, spec.varargs, spec.varkw, spec.defaults)


def getmembers(object, predicate=None):
    members = [(name, getattr(object, name)) for name in dir(object)]
    return [member for member in members if predicate is None or predicate(member[1])]


def getdoc(object):
    return getattr(object, "__doc__", None)


def getmodule(object):
    return None


def getmro(cls):
    return cls.__mro__


def cleandoc(doc):
    return doc
