"""functools: partial application, wrapping, reduction, caches."""

import collections

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


class partial(object):

    def __new__(cls, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, args = args[0], args[1:]
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            merged = dict(func.keywords)
            merged.update(keywords)
            keywords = merged
            func = func.func
        self = object.__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __init__(*args, **keywords):
        pass

    def __call__(*args, **keywords):
        self = args[0]
        if self.keywords:
            merged = dict(self.keywords)
            merged.update(keywords)
            keywords = merged
        return self.func(*self.args, *args[1:], **keywords)

    def __repr__(self):
        parts = [repr(self.func)] + [repr(arg) for arg in self.args]
        parts.extend(["%s=%r" % item for item in self.keywords.items()])
        return "functools.partial(%s)" % ", ".join(parts)


class partialmethod(object):

    def __init__(self, func, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("%r is not callable or a descriptor" % (func,))
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        if instance is None:
            return partial(self.func, *self.args, **self.keywords)
        return partial(self.func.__get__(instance, owner), *self.args, **self.keywords)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate


_missing = object()


def reduce(function, iterable, initial=_missing):
    items = iter(iterable)
    if initial is _missing:
        try:
            initial = next(items)
        except StopIteration:
            raise TypeError("reduce() of empty sequence with no initial value")
    for item in items:
        initial = function(initial, item)
    return initial


class _Cached(object):

    def __init__(self, function, maxsize, typed):
        self._function = function
        self._maxsize = maxsize
        self._typed = typed
        self.cache_clear()
        update_wrapper(self, function)

    def __call__(self, *args, **kwargs):
        if self._maxsize == 0:
            self._misses += 1
            return self._function(*args, **kwargs)
        key = (args, tuple(kwargs.items()))
        if self._typed:
            key += (tuple([type(value) for value in args]), tuple([type(value) for value in kwargs.values()]))
        if key in self._results:
            self._hits += 1
            # The order of the dict is that of use, the longest unused first.
            self._results[key] = self._results.pop(key)
            return self._results[key]
        self._misses += 1
        result = self._function(*args, **kwargs)
        if key not in self._results:
            if self._maxsize is not None and len(self._results) >= self._maxsize:
                del self._results[next(iter(self._results))]
            self._results[key] = result
        return result

    def __get__(self, instance, owner=None):
        return self if instance is None else partial(self, instance)

    def cache_clear(self):
        self._results = {}
        self._hits = self._misses = 0

    def cache_info(self):
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._results))


_CacheInfo = collections.namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


def lru_cache(maxsize=128, typed=False):
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError("Expected maxsize to be an integer or None")
    return lambda function: _Cached(function, maxsize, typed)


def cmp_to_key(mycmp):
    class Key(object):
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0
    return Key


_ORDERINGS = {
    "__lt__": {
        "__gt__": lambda less, unequal, equal: not less and unequal,
        "__le__": lambda less, unequal, equal: less or equal,
        "__ge__": lambda less, unequal, equal: not less,
    },
    "__le__": {
        "__ge__": lambda less, unequal, equal: not less or equal,
        "__lt__": lambda less, unequal, equal: less and unequal,
        "__gt__": lambda less, unequal, equal: not less,
    },
    "__gt__": {
        "__lt__": lambda more, unequal, equal: not more and unequal,
        "__ge__": lambda more, unequal, equal: more or equal,
        "__le__": lambda more, unequal, equal: not more,
    },
    "__ge__": {
        "__le__": lambda more, unequal, equal: not more or equal,
        "__gt__": lambda more, unequal, equal: more and unequal,
        "__lt__": lambda more, unequal, equal: not more,
    },
}


def _derived_ordering(root, name, decide):
    def compare(self, other):
        known = getattr(self, root)(other)
        if known is NotImplemented:
            return known
        return decide(known, self != other, self == other)
    compare.__name__ = name
    return compare


def total_ordering(cls):
    roots = [name for name in ("__lt__", "__le__", "__gt__", "__ge__") if getattr(cls, name, None) is not
             getattr(object, name, None)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = roots[0]
    for name in _ORDERINGS[root]:
        if name not in roots:
            setattr(cls, name, _derived_ordering(root, name, _ORDERINGS[root][name]))
    return cls


def singledispatch(func):
    registry = {}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                return registry[base]
        return func

    def register(cls, function=None):
        if function is None and isinstance(cls, type):
            return lambda f: register(cls, f)
        if function is None:
            function = cls
            cls = next(iter(function.__annotations__.values()))
        registry[cls] = function
        return function

    def wrapper(*args, **kwargs):
        if not args:
            raise TypeError("%s requires at least 1 positional argument" % getattr(
                func, "__name__", "singledispatch function"))
        return dispatch(type(args[0]))(*args, **kwargs)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)
