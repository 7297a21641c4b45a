"""traceback: texts of calls are not known."""

from _tfscope import unknown


def print_exc(limit=None, file=None, chain=True):
    pass


print_exception = print_last = print_stack = print_tb = print_list = print_exc


def format_exc(limit=None, chain=True):
    return unknown("str")


def format_exception(etype, value, tb, limit=None, chain=True):
    return unknown("list")


format_list = format_stack = format_tb = extract_tb = extract_stack = format_exception


def format_exception_only(etype, value):
    if etype is None:
        return ["None\n"]
    name = etype.__qualname__
    if etype.__module__ not in ("__main__", "builtins"):
        name = etype.__module__ + "." + name
    text = "" if value is None else str(value)
    return [name + (": " + text if text else "") + "\n"]


def walk_stack(f):
    return iter([])


walk_tb = walk_stack


def clear_frames(tb):
    pass


class TracebackException(object):

    def __init__(self, exc_type, exc_value, exc_traceback, **kwargs):
        self.exc_type = exc_type

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, None)

    def format(self, chain=True):
        return iter(unknown("list"))
