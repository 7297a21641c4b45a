"""copy: shallow and deep copies."""

_ATOMS = (int, float, bool, complex, str, bytes, type, type(None), type(Ellipsis), type(len), type(lambda: 0), range)


class Error(Exception):
    pass


error = Error


def copy(x):
    if isinstance(x, _ATOMS) or type(x) in (tuple, frozenset):
        return x
    if type(x) in (list, dict, set):
        return x.copy()
    if hasattr(x, "__copy__"):
        return x.__copy__()
    return _rebuilt(x, None)


def deepcopy(x, memo=None):
    if memo is None:
        memo = {}
    if id(x) in memo:
        return memo[id(x)]
    if isinstance(x, _ATOMS):
        return x
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
        return tuple([deepcopy(item, memo) for item in x])
    if type(x) is set:
        return set([deepcopy(item, memo) for item in x])
    if hasattr(x, "__deepcopy__"):
        result = x.__deepcopy__(memo)
    else:
        result = _rebuilt(x, memo)
    memo[id(x)] = result
    return result


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
    elif hasattr(x, "__dict__"):
        result = cls.__new__(cls)
    else:
        return x
    if memo is not None:
        memo[id(x)] = result
    for name in getattr(x, "__dict__", {}):
        value = x.__dict__[name]
        result.__dict__[name] = value if memo is None else deepcopy(value, memo)
    return result
