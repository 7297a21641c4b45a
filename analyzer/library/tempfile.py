"""tempfile: names that are not known."""

import io as _io

from _tfscope import unknown

tempdir = None


def gettempdir():
    return "/tmp"


def gettempprefix():
    return "tmp"


def mkdtemp(suffix=None, prefix=None, dir=None):
    return "%s/%s%s%s" % (dir or gettempdir(), prefix or "tmp", unknown("str"), suffix or "")


mktemp = mkdtemp


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    return unknown("int"), mkdtemp(suffix, prefix, dir)


class TemporaryDirectory(object):

    def __init__(self, suffix=None, prefix=None, dir=None):
        self.name = mkdtemp(suffix, prefix, dir)

    def __enter__(self):
        return self.name

    def __exit__(self, *exc_info):
        pass

    def cleanup(self):
        pass


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True):
    result = _io.BytesIO() if "b" in mode else _io.StringIO()
    result.name = mkdtemp(suffix, prefix, dir)
    return result


TemporaryFile = NamedTemporaryFile


def SpooledTemporaryFile(max_size=0, mode="w+b", *args, **kwargs):
    return NamedTemporaryFile(mode)
