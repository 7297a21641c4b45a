"""arg_scope: defaults for the arguments of decorated functions."""
import functools

import _tfscope

_stack = [{}]
_decorated = {}  # key of a function -> names of its parameters with defaults


def current_arg_scope():
    if not _stack:
        _stack.append({})
    return _stack[-1]


def arg_scope_func_key(op):
    return getattr(op, "_key_op", op)


class arg_scope(object):

    def __init__(self, list_ops_or_scope, **kwargs):
        self._list_ops_or_scope = list_ops_or_scope
        self._kwargs = kwargs

    def __enter__(self):
        given, kwargs = self._list_ops_or_scope, self._kwargs
        if _tfscope.is_unknown(given):
            scope = current_arg_scope().copy()
        elif isinstance(given, dict):
            if kwargs:
                raise ValueError("When attempting to re-use a scope by suppling adictionary, kwargs must be empty.")
            scope = given.copy()
        elif isinstance(given, (list, tuple)):
            scope = self._merged(current_arg_scope().copy(), given, kwargs)
        else:
            raise TypeError("list_ops_or_scope must either be a list/tuple or reused scope (i.e. dict)")
        current_arg_scope()
        _stack.append(scope)
        return scope

    def _merged(self, scope, functions, kwargs):
        for op in functions:
            if _tfscope.is_unknown(op):
                continue
            key = arg_scope_func_key(op)
            if key not in _decorated:
                current_arg_scope()
                _stack.pop()  # TensorFlow loses a scope here
                raise ValueError("%s is not decorated with @add_arg_scope", (op.__module__, op.__name__))
            arguments = scope.get(key, {}).copy()
            arguments.update(kwargs)
            scope[key] = arguments
        return scope

    def __exit__(self, *exception):
        current_arg_scope()
        _stack.pop()
        return False

    def __call__(self, function):
        @functools.wraps(function)
        def inside(*args, **kwargs):
            with arg_scope(self._list_ops_or_scope, **self._kwargs):
                return function(*args, **kwargs)
        return inside


def _names_of_defaults(func):
    if _tfscope.is_unknown(func):
        return ()
    count = len(func.__defaults__ or ())
    return func.__code__.co_varnames[-count:func.__code__.co_argcount]


def add_arg_scope(func):
    key = arg_scope_func_key(func)

    @functools.wraps(func)
    def func_with_args(*args, **kwargs):
        scoped = current_arg_scope().get(key)
        if scoped is not None:
            scoped = scoped.copy()
            scoped.update(kwargs)
            kwargs = scoped
        return func(*args, **kwargs)

    _decorated[key] = _names_of_defaults(func)
    func_with_args._key_op = key
    return func_with_args


def has_arg_scope(func):
    return arg_scope_func_key(func) in _decorated


def arg_scoped_arguments(func):
    assert has_arg_scope(func)
    return _decorated[arg_scope_func_key(func)]
