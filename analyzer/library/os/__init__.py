"""os: the disk as the program would find it, and an environment in which nothing is set."""

import _tfscope_files as _files
from _tfscope import unknown, working_folder
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


class _Environ(dict):

    def copy(self):
        return dict(self)

    def __setitem__(self, key, value):
        for text in (key, value):
            if isinstance(text, (int, float, list, tuple, dict)) or text is None:
                raise TypeError("str expected, not {}".format(type(text).__name__))
        dict.__setitem__(self, key, value)


environ = _Environ()
environb = {}


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def unsetenv(key):
    environ.pop(key, None)


def getcwd():
    return working_folder()


getcwdu = getcwd


def getcwdb():
    return unknown("bytes")


def chdir(path):
    if _files.kind(_files.path_text(path, "chdir")) == "absent":
        raise _files.missing(path)


def mkdir(path, mode=0o777, dir_fd=None):
    _files.make_folder(path)


def makedirs(name, mode=0o777, exist_ok=False):
    _files.make_folders(name, exist_ok)


def remove(path, dir_fd=None):
    _files.remove(path)


unlink = rmdir = removedirs = remove


def rename(src, dst):
    _files.rename(src, dst)


replace = renames = rename


def symlink(src, dst, target_is_directory=False):
    _files.change(_files.path_text(dst), "other")


link = symlink


def readlink(path):
    return unknown("str")


def chmod(path, mode, dir_fd=None, follow_symlinks=True):
    if _files.kind(_files.path_text(path, "chmod")) == "absent":
        raise _files.missing(path)


utime = chown = chmod


def mkfifo(path, mode=0o666):
    _files.change(_files.path_text(path), "other")


mknod = mkfifo


def listdir(path="."):
    names = _files.names("." if path is None else _files.path_text(path, "listdir"))
    return unknown("list") if names is None else names


class DirEntry(object):

    def __init__(self, folder, name):
        self.name = name
        self.path = _join(folder, name)

    def is_file(self, follow_symlinks=True):
        return path.isfile(self.path)

    def is_dir(self, follow_symlinks=True):
        return path.isdir(self.path)

    def is_symlink(self):
        return unknown("bool")

    def stat(self, follow_symlinks=True):
        return stat(self.path)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return "<DirEntry {!r}>".format(self.name)


class _Entries(object):

    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self._entries

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    def close(self):
        pass


def scandir(path="."):
    names = _files.names(_files.path_text(path, "scandir"))
    return unknown("list") if names is None else _Entries([DirEntry(path, name) for name in names])


def _join(folder, name):
    return path.join(folder, name)


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = _files.path_text(top, "walk")
    if _files.kind(top) in ("absent", "file"):
        return
    names = _files.names(top)
    if names is None:
        yield top, unknown("list"), unknown("list")
        return
    folders = [name for name in names if _files.kind(_join(top, name)) == "folder"]
    files = [name for name in names if name not in folders]
    if topdown:
        yield top, folders, files
    for name in folders:
        # A link may lead to a folder around it.
        if _files.is_link(_join(top, name)) and not followlinks:
            continue
        for found in walk(_join(top, name), topdown, onerror, followlinks):
            yield found
    if not topdown:
        yield top, folders, files


class stat_result(tuple):
    pass


class _Stat(object):

    def __init__(self, path):
        found = _files.kind(path)
        if found == "absent":
            raise _files.missing(path)
        self.st_size = _files.size(path) if found == "file" else unknown("int")
        self.st_mode = unknown("int")
        self.st_mtime = self.st_atime = self.st_ctime = unknown("float")

    def __getattr__(self, name):
        return unknown("int")

    def __getitem__(self, index):
        return self.st_size if index == 6 else unknown("int")


def stat(path, dir_fd=None, follow_symlinks=True):
    return _Stat(_files.path_text(path))


lstat = stat


def statvfs(path):
    return unknown("any")


fstat = statvfs


def access(path, mode, dir_fd=None):
    return False if _files.kind(_files.path_text(path, "access")) == "absent" else unknown("bool")


def open(path, flags, mode=0o777, dir_fd=None):
    return unknown("int")


def fdopen(fd, mode="r", *args, **kwargs):
    import io
    return io.open(0, mode)


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
    return unknown("int")


class _Output(object):
    """What a command prints is not known."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    def __iter__(self):
        return iter(unknown("list"))

    def read(self, size=-1):
        return unknown("str")

    readline = read

    def readlines(self):
        return unknown("list")

    def close(self):
        return unknown("any")


def popen(cmd, mode="r", buffering=-1):
    return _Output()


def kill(pid, sig):
    pass


def umask(mask):
    return 0o22


def uname():
    return unknown("tuple")


class PathLike(object):

    def __fspath__(self):
        raise NotImplementedError


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    if not hasattr(path, "__fspath__"):
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__)
    return path.__fspath__()


fsencode = fsdecode = fspath


def _exit(status):
    raise SystemExit(status)


abort = lambda: _exit(134)
