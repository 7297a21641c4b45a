"""sys."""

import __main__
import collections

from _tfscope import active_calls, is_python2, modules as _modules, program_arguments, search_path, unknown

_VersionInfo = collections.namedtuple("version_info", ["major", "minor", "micro", "releaselevel", "serial"])

argv = [getattr(__main__, "__file__", "")] + program_arguments()
if is_python2():
    version_info = _VersionInfo(2, 7, 18, "final", 0)
    version = "2.7.18 (default)"
    hexversion = 0x020712f0
else:
    version_info = _VersionInfo(3, 7, 17, "final", 0)
    version = "3.7.17 (default)"
    hexversion = 0x030711f0
maxsize = maxint = 9223372036854775807
maxunicode = 1114111
platform = "linux"
byteorder = "little"
executable = "/usr/bin/python"
prefix = exec_prefix = "/usr"
path = search_path()
modules = _modules()
flags = collections.namedtuple("flags", [
    "debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site", "ignore_environment",
    "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode"])(
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, False, 0)
float_info = collections.namedtuple("float_info", ["max", "min", "epsilon"])(
    1.7976931348623157e+308, 2.2250738585072014e-308, 2.220446049250313e-16)


class _Stream(object):

    encoding = "utf-8"
    closed = False

    def __init__(self, shown):
        self._shown = shown

    @property
    def buffer(self):
        return _Bytes(self)

    def write(self, text):
        if self._shown:
            print(text, end="")
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def read(self, size=-1):
        raise ValueError("not readable")

    readline = readlines = read

    def isatty(self):
        return False

    def fileno(self):
        return 1

    def close(self):
        pass


class _Bytes(object):
    """A stream below the text: what is written are bytes."""

    def __init__(self, text):
        self._text = text

    def write(self, data):
        self._text.write(data.decode("utf-8", "replace"))
        return len(data)

    def flush(self):
        pass


stdout = __stdout__ = _Stream(True)
stderr = __stderr__ = _Stream(False)


def exit(status=None):
    raise SystemExit() if status is None else SystemExit(status)


class _Traceback(object):

    tb_next = None
    tb_lineno = property(lambda self: unknown("int"))
    tb_frame = property(lambda self: unknown("opaque"))


def exc_info():
    try:
        raise
    except RuntimeError as error:
        if str(error) == "No active exception to reraise":
            return None, None, None
        return type(error), error, _Traceback()
    except BaseException as error:
        return type(error), error, _Traceback()


class _Code(object):

    def __init__(self, name, filename):
        self.co_name, self.co_filename, self.co_firstlineno = name, filename, unknown("int")


class _Frame(object):
    """An active call, of which only the place is known."""

    def __init__(self, calls, i):
        function, filename, self.f_lineno = calls[i]
        self.f_code = _Code(function, filename)
        self._calls, self._i = calls, i

    @property
    def f_back(self):
        return _Frame(self._calls, self._i + 1) if self._i + 1 < len(self._calls) else None

    f_locals = property(lambda self: unknown("dict"))

    @property
    def f_globals(self):
        return __main__.__dict__ if self.f_code.co_filename == getattr(__main__, "__file__", "") else unknown("dict")

    f_trace = None


def _getframe(depth=0):
    calls = active_calls()
    if depth >= len(calls):
        raise ValueError("call stack is not deep enough")
    return _Frame(calls, depth)


def getrecursionlimit():
    return 1000


def setrecursionlimit(limit):
    pass


def getsizeof(object, default=64):
    return default


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def intern(string):
    return string


def gettrace():
    return None


def settrace(function):
    pass


def reload(module):
    return module


setdefaultencoding = setcheckinterval = lambda value: None
