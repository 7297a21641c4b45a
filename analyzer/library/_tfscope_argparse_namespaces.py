"""What parsers of arguments give."""
from _tfscope import unknown


class Namespace(object):

    __module__ = "argparse"

    def __init__(self, **kwargs):
        for name in kwargs:
            setattr(self, name, kwargs[name])

    def __contains__(self, key):
        return key in self.__dict__

    def _get_kwargs(self):
        return sorted(vars(self).items())

    def _get_args(self):
        return []

    def __eq__(self, other):
        return isinstance(other, Namespace) and vars(self) == vars(other)

    def __repr__(self):
        return "Namespace(%s)" % ", ".join(["%s=%r" % item for item in sorted(vars(self).items())])


class OpenNamespace(Namespace):
    """Of a parser to which code that is not known may have added arguments."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return unknown("any")
