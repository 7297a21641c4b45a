"""Decorators of what is deprecated: they warn, and change nothing else."""
import contextlib
import re


def _check(date, instructions):
    if date is not None and not re.match(r"20\d\d-[01]\d-[0123]\d", date):
        raise ValueError("Date must be YYYY-MM-DD.")
    if not instructions:
        raise ValueError("Don't deprecate things without conversion instructions!")


def _unchanged(function):
    return function


def deprecated(date, instructions, warn_once=True):
    _check(date, instructions)
    return _unchanged


def deprecated_args(date, instructions, *deprecated_arg_names_or_tuples, **kwargs):
    _check(date, instructions)
    if not deprecated_arg_names_or_tuples:
        raise ValueError("Specify which argument is deprecated.")
    return _unchanged


def deprecated_arg_values(date, instructions, warn_once=True, **deprecated_kwargs):
    _check(date, instructions)
    if not deprecated_kwargs:
        raise ValueError("Specify which argument values are deprecated.")
    return _unchanged


def deprecated_alias(deprecated_name, name, func_or_class, warn_once=True):
    return func_or_class


def deprecated_endpoints(*args):
    return _unchanged


def hide_attribute_from_api(deprecation_message):
    return _unchanged


def deprecated_argument_lookup(new_name, new_value, old_name, old_value):
    if old_value is None:
        return new_value
    if new_value is not None:
        raise ValueError("Cannot specify both '%s' and '%s'" % (old_name, new_name))
    return old_value


def rewrite_argument_docstring(old_doc, old_argument, new_argument):
    return old_doc.replace("`%s`" % old_argument, "`%s`" % new_argument).replace(
        "%s:" % old_argument, "%s:" % new_argument)


@contextlib.contextmanager
def silence():
    yield
