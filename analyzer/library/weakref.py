"""weakref: what is referred to lives on."""


class ref(object):

    def __init__(self, object, callback=None):
        self._object = object
        self.__callback__ = callback

    def __call__(self):
        return self._object

    def __eq__(self, other):
        return isinstance(other, ref) and self._object == other._object

    def __hash__(self):
        return hash(self._object)


WeakMethod = KeyedRef = ReferenceType = ref


def proxy(object, callback=None):
    return object


class WeakValueDictionary(dict):
    pass


class WeakKeyDictionary(dict):
    pass


class WeakSet(set):
    pass


class finalize(object):

    alive = True
    atexit = True

    def __init__(self, obj, func, *args, **kwargs):
        self._call = func, args, kwargs

    def __call__(self):
        func, args, kwargs = self._call
        return func(*args, **kwargs)

    def detach(self):
        self.alive = False


def getweakrefcount(object):
    return 0


def getweakrefs(object):
    return []
