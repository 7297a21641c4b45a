"""Gradients written by hand: the forward function is what is modelled."""

import functools


def custom_gradient(f=None):
    if f is None:
        return custom_gradient

    def decorated(*args, **kwargs):
        result = f(*args, **kwargs)
        return result[0] if isinstance(result, tuple) and len(result) == 2 and callable(result[1]) else result
    return functools.wraps(f)(decorated)
