"""copy: shallow and deep copies."""

import copyreg
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


def _reduced(x, memo, reduced):
    """What `__reduce__` says: a name, or a callable, its arguments, and what to fill the result with."""
    if isinstance(reduced, str):
        return x
    part = lambda value: value if memo is None else deepcopy(value, memo)
    function, args, state, items, pairs = reduced + (None,) * (5 - len(reduced))
    result = function(*[part(arg) for arg in args])
    if memo is not None:
        memo[id(x)] = result
    if state is not None:
        _set_state(result, part(state))
    for item in items or ():
        result.append(part(item))
    for key, value in pairs or ():
        result[part(key)] = part(value)
    return result


def _set_state(result, state):
    if hasattr(result, "__setstate__"):
        result.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        result.__dict__.update(state)
    for name in slots or {}:
        setattr(result, name, slots[name])


def _new_arguments(x):
    if hasattr(x, "__getnewargs_ex__"):
        return x.__getnewargs_ex__()
    return (x.__getnewargs__() if hasattr(x, "__getnewargs__") else (), {})


def _rebuilt(x, memo):
    cls = type(x)
    if cls in copyreg.dispatch_table:
        return _reduced(x, memo, copyreg.dispatch_table[cls](x))
    if hasattr(cls, "__reduce_ex__"):
        return _reduced(x, memo, x.__reduce_ex__(4))
    if hasattr(cls, "__reduce__"):
        return _reduced(x, memo, x.__reduce__())
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
        args, kwargs = _new_arguments(x)
        result = cls.__new__(cls, *args, **kwargs)
    if memo is not None:
        memo[id(x)] = result
    if hasattr(cls, "__getstate__"):
        state = x.__getstate__()
        if state:
            _set_state(result, state if memo is None else deepcopy(state, memo))
        return result
    if hasattr(cls, "__setstate__") and getattr(x, "__dict__", None):
        result.__setstate__(x.__dict__ if memo is None else deepcopy(x.__dict__, memo))
        return result
    for slot in _slots(cls):
        if hasattr(x, slot):
            value = getattr(x, slot)
            setattr(result, slot, value if memo is None else deepcopy(value, memo))
    for name in getattr(x, "__dict__", {}):
        value = x.__dict__[name]
        result.__dict__[name] = value if memo is None else deepcopy(value, memo)
    return result
