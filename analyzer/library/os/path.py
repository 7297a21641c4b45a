"""os.path."""

import _tfscope_files as _files
from _tfscope import unknown, working_folder

sep = "/"
curdir = "."
pardir = ".."
extsep = "."
pathsep = ":"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = True


def _text(path):
    if path is None:
        raise TypeError("expected str, bytes or os.PathLike object, not NoneType")
    return path.__fspath__() if hasattr(path, "__fspath__") else path


def _certainly(condition):
    return condition is True


def join(path, *paths):
    path = _text(path)
    for part in paths:
        part = _text(part)
        if part.startswith("/"):
            path = part
        elif not path or _certainly(path.endswith("/")):
            path = path + part
        else:
            path = path + "/" + part
    return path


def split(path):
    path = _text(path)
    at = path.rfind("/") + 1
    head, tail = path[:at], path[at:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def basename(path):
    return split(path)[1]


def dirname(path):
    return split(path)[0]


def splitext(path):
    path = _text(path)
    at = path.rfind(".")
    start = path.rfind("/") + 1
    if at <= start or path[start:at].strip(".") == "":
        return path, ""
    return path[:at], path[at:]


def splitdrive(path):
    return "", path


def isabs(path):
    return _text(path).startswith("/")


def normpath(path):
    path = _text(path)
    if path == "":
        return "."
    root = "/" if path.startswith("/") else ""
    parts = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part != ".." or not root:
            parts.append(part)
    return root + "/".join(parts) or "."


def abspath(path):
    path = _text(path)
    return normpath(path if isabs(path) else join(working_folder(), path))


def normcase(path):
    return path


def realpath(path):
    return abspath(path)


def relpath(path, start=curdir):
    if not path:
        raise ValueError("no path specified")
    here = [part for part in abspath(start).split(sep) if part]
    there = [part for part in abspath(path).split(sep) if part]
    common = 0
    while common < min(len(here), len(there)) and here[common] == there[common]:
        common += 1
    return sep.join([pardir] * (len(here) - common) + there[common:]) or curdir


def expanduser(path):
    # The home folder is not in the environment, which is empty.
    path = _text(path)
    if not path.startswith("~"):
        return path
    at = path.find("/")
    return unknown("str") + ("" if at < 0 else path[at:])


def expandvars(path):
    return path


def commonprefix(paths):
    if not paths:
        return ""
    low, high = min(paths), max(paths)
    for i in range(len(low)):
        if i >= len(high) or low[i] != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    paths = [path.split(sep) for path in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len(set([parts[0] == "" for parts in paths])) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    root = sep if paths[0][0] == "" else ""
    paths = [[part for part in parts if part and part != curdir] for parts in paths]
    low, high = min(paths), max(paths)
    common = 0
    while common < min(len(low), len(high)) and low[common] == high[common]:
        common += 1
    return root + sep.join(low[:common])


def exists(path):
    if isinstance(path, int):
        return unknown("bool")
    return _files.is_kind(_files.path_text(path), "file", "folder", "other")


lexists = exists


def isfile(path):
    return _files.is_kind(_files.path_text(path), "file")


def isdir(s):
    return _files.is_kind(_files.path_text(s), "folder")


def islink(path):
    return unknown("bool") if _files.kind(_text(path)) is None else _files.is_link(path)


def ismount(path):
    return False if _files.kind(_text(path)) == "absent" else unknown("bool")


def samefile(f1, f2):
    return unknown("bool")


def getsize(filename):
    return _files.size(_files.path_text(filename))


def getmtime(filename):
    if _files.kind(_files.path_text(filename)) == "absent":
        raise _files.missing(filename)
    return unknown("float")


getctime = getatime = getmtime


def walk(top, func, arg):
    """Python 2's os.path.walk."""
    import os
    for folder, folders, files in os.walk(top):
        func(arg, folder, folders + files)
