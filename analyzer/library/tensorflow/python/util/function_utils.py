"""What callables are made of."""
import functools

import _tfscope


def _function_of(fn):
    while isinstance(fn, functools.partial):
        fn = fn.func
    return fn


def fn_args(fn):
    """Names of the parameters that a caller can give, a tuple."""
    if isinstance(fn, functools.partial):
        names = fn_args(fn.func)[len(fn.args):]
        return tuple([name for name in names if name not in fn.keywords])
    found = _tfscope.parameters(fn)
    names = tuple(found[0]) if found is not None else ()
    return names[1:] if names and (hasattr(fn, "__self__") or not hasattr(fn, "__code__")) else names


def has_kwargs(fn):
    found = _tfscope.parameters(_function_of(fn))
    return found is not None and bool(found[3])


def get_func_name(func):
    func = _function_of(func)
    if not callable(func):
        raise ValueError("Argument must be callable")
    return func.__name__ if hasattr(func, "__name__") else str(type(func))


def get_func_code(func):
    return getattr(_function_of(func), "__code__", None)
