"""copy: shallow and deep copies."""

import types

_ATOMS = (int, float, bool, complex, str, bytes, type, type(None), type(Ellipsis), type(len), type(lambda: 0), range)


class Error(Exception):
    pass


error = Error


def copy(x):
    if type(x) in _ATOMS or type(x) in (tuple, frozenset) or isinstance(x, type):
        return x
    if type(x) in (list, dict, set):
        return x.copy()
    if hasattr(x, "__copy__"):
        return x.__copy__()
    return _rebuilt(x, None)


def deepcopy(x, memo=None):
    if memo is None:
        memo = {}
    if type(x) in _ATOMS or isinstance(x, type):
        return x
    if id(x) in memo:
        return memo[id(x)]
    if type(x) is list:
        result = memo[id(x)] = []
        for item in x:
            result.append(deepcopy(item, memo))
        return result
    if type(x) is dict:
        result = memo[id(x)] = {}
        for key in x:
            result[deepcopy(key, memo)] = deepcopy(x[key], memo)
        return result
    if type(x) is tuple:
        items = [deepcopy(item, memo) for item in x]
        if id(x) in memo:
            return memo[id(x)]
        same = all([new is old for new, old in zip(items, x)])
        memo[id(x)] = x if same else tuple(items)
        return memo[id(x)]
    if type(x) in (set, frozenset):
        result = memo[id(x)] = type(x)([deepcopy(item, memo) for item in x])
        return result
    if isinstance(x, types.MethodType):
        return types.MethodType(x.__func__, deepcopy(x.__self__, memo))
    if hasattr(x, "__deepcopy__"):
        result = x.__deepcopy__(memo)
    else:
        result = _rebuilt(x, memo)
    memo[id(x)] = result
    return result


def _slots(cls):
    found = []
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        found.extend([slots] if isinstance(slots, str) else slots)
    return [name for name in found if name not in ("__dict__", "__weakref__")]


def _rebuilt(x, memo):
    cls = type(x)
    if hasattr(x, "_fields") and isinstance(x, tuple):
        return cls(*[item if memo is None else deepcopy(item, memo) for item in x])
    if isinstance(x, (list, dict, set)):
        if isinstance(x, dict):
            result = cls.__new__(cls)
            for key in x:
                dict.__setitem__(result, key, x[key] if memo is None else deepcopy(x[key], memo))
        else:
            result = cls([item if memo is None else deepcopy(item, memo) for item in x])
    elif isinstance(x, _ATOMS) or isinstance(x, tuple):
        return x
    elif isinstance(x, BaseException):
        result = cls.__new__(cls, *x.args)
    else:
        result = cls.__new__(cls)
    if memo is not None:
        memo[id(x)] = result
    for slot in _slots(cls):
        if hasattr(x, slot):
            value = getattr(x, slot)
            setattr(result, slot, value if memo is None else deepcopy(value, memo))
    for name in getattr(x, "__dict__", {}):
        value = x.__dict__[name]
        result.__dict__[name] = value if memo is None else deepcopy(value, memo)
    return result
