"""os: paths and an environment in which nothing is set. What files there are, the source does not say."""

from _tfscope import unknown
import os.path as path

name = "posix"
sep = "/"
altsep = None
pathsep = ":"
linesep = "\n"
curdir = "."
pardir = ".."
extsep = "."
devnull = "/dev/null"
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
O_RDONLY, O_WRONLY, O_CREAT = 0, 1, 64
error = OSError


class _Environment(dict):

    def copy(self):
        return dict(self)


environ = _Environment()


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def unsetenv(key):
    environ.pop(key, None)


def getcwd():
    return "."


getcwdu = getcwd


def chdir(path):
    pass


def mkdir(path, mode=0o777):
    pass


def makedirs(name, mode=0o777, exist_ok=False):
    pass


def remove(path):
    pass


unlink = rmdir = removedirs = remove


def rename(src, dst):
    pass


replace = symlink = link = renames = rename


def chmod(path, mode):
    pass


def listdir(path="."):
    return unknown("list")


def scandir(path="."):
    return unknown("list")


def walk(top, topdown=True, onerror=None, followlinks=False):
    return unknown("list")


def stat(path):
    return unknown("any")


lstat = fstat = statvfs = stat


def access(path, mode):
    return unknown("bool")


def getpid():
    return unknown("int")


getppid = getuid = getgid = getpid


def getlogin():
    return unknown("str")


def cpu_count():
    return unknown("int")


def urandom(n):
    return unknown("bytes")


def system(command):
    return 0


def popen(command, mode="r"):
    return unknown("any")


def kill(pid, sig):
    pass


def umask(mask):
    return 0o22


def uname():
    return unknown("tuple")


def fspath(path):
    return path if isinstance(path, (str, bytes)) else path.__fspath__()


def _exit(status):
    raise SystemExit(status)


abort = lambda: _exit(134)
