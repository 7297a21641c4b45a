"""The module inspect, looking through decorators of TensorFlow."""
import inspect as _inspect
from inspect import ArgSpec, FullArgSpec

from tensorflow.python.util import tf_decorator


def _plain(object):
    return tf_decorator.unwrap(object)[1]


def _told(object):
    """The argument specification that a decorator gives for what it decorates, if one does."""
    for decorator in tf_decorator.unwrap(object)[0]:
        if decorator.decorator_argspec is not None:
            return decorator.decorator_argspec
    return None


def getfullargspec(obj):
    told = _told(obj)
    return told if told is not None else _inspect.getfullargspec(_plain(obj))


def getargspec(obj):
    spec = getfullargspec(obj)
    return ArgSpec(spec[0], spec[1], spec[2], spec[3])


def getcallargs(*func_and_positional, **named):
    func = func_and_positional[0]
    return _inspect.getcallargs(_plain(func), *func_and_positional[1:], **named)


def getmembers(object, predicate=None):
    return _inspect.getmembers(object, predicate)


def getmro(cls):
    return _inspect.getmro(cls)


def currentframe():
    return _inspect.currentframe()


def stack(context=1):
    return _inspect.stack(context)[1:]


def getdoc(object):
    return _inspect.getdoc(object)


def getmodule(object):
    return _inspect.getmodule(object)


def getfile(object):
    return _inspect.getfile(_plain(object))


def getsource(object):
    return _inspect.getsource(_plain(object))


def getsourcefile(object):
    return _inspect.getsourcefile(_plain(object))


def getsourcelines(object):
    return _inspect.getsourcelines(_plain(object))


def isbuiltin(object):
    return _inspect.isbuiltin(_plain(object))


def isclass(object):
    return _inspect.isclass(_plain(object))


def isframe(object):
    return _inspect.isframe(_plain(object))


def isfunction(object):
    return _inspect.isfunction(_plain(object))


def isgenerator(object):
    return _inspect.isgenerator(_plain(object))


def isgeneratorfunction(object):
    return _inspect.isgeneratorfunction(_plain(object))


def ismethod(object):
    return _inspect.ismethod(_plain(object))


def ismodule(object):
    return _inspect.ismodule(_plain(object))


def isroutine(object):
    return _inspect.isroutine(_plain(object))
