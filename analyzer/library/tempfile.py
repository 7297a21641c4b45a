"""tempfile: names that are not known."""

import io as _io

from _tfscope import unknown

tempdir = None


def gettempdir():
    return "/tmp"


def gettempprefix():
    return "tmp"


def mkdtemp(suffix=None, prefix=None, dir=None):
    return unknown("str")


mktemp = mkdtemp


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    return unknown("int"), unknown("str")


class TemporaryDirectory(object):

    def __init__(self, suffix=None, prefix=None, dir=None):
        self.name = unknown("str")

    def __enter__(self):
        return self.name

    def __exit__(self, *exc_info):
        pass

    def cleanup(self):
        pass


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True):
    result = _io.BytesIO() if "b" in mode else _io.StringIO()
    result.name = unknown("str")
    return result


TemporaryFile = NamedTemporaryFile


def SpooledTemporaryFile(max_size=0, mode="w+b", *args, **kwargs):
    return NamedTemporaryFile(mode)
