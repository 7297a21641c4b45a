"""What TensorFlow reads from the parameter list of a callable."""
import functools

import _tfscope


def takes(function, name):
    """The callable has a parameter of this name, or takes any keyword."""
    while isinstance(function, functools.partial):
        if name in function.keywords:
            return False
        function = function.func
    found = _tfscope.parameters(function)
    return found is not None and (name in found[0] or found[3])


def needs_nothing(function):
    """All positional parameters have defaults or values. The `self` of a method counts as one that has none."""
    given, named = 0, ()
    while isinstance(function, functools.partial):
        given, named = given + len(function.args), named + tuple(function.keywords)
        function = function.func
    found = _tfscope.parameters(function)
    if found is None:
        return True
    names, positional, defaults, _ = found
    return all(name in named for name in names[given:positional - defaults])


def names_of(function):
    """The names of the positional parameters, without `self`."""
    found = _tfscope.parameters(function)
    if found is None:
        return []
    names = list(found[0][:found[1]])
    return names[1:] if names[:1] == ["self"] else names
