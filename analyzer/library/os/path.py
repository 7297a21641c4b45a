"""os.path: paths are text; what is on the disk is not known."""

from _tfscope import unknown

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


def join(path, *paths):
    path = _text(path)
    for part in paths:
        part = _text(part)
        if part.startswith("/"):
            path = part
        elif not path or path.endswith("/"):
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
    return normpath(path)


def normcase(path):
    return path


def realpath(path):
    return normpath(path)


def relpath(path, start="."):
    here, there = normpath(start).split("/"), normpath(path).split("/")
    if normpath(start) == ".":
        return normpath(path)
    common = 0
    while common < min(len(here), len(there)) and here[common] == there[common]:
        common += 1
    return "/".join([".."] * (len(here) - common) + there[common:]) or "."


def expanduser(path):
    return path


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
    return commonprefix(paths).rstrip("/")


def exists(path):
    return unknown("bool")


lexists = isfile = isdir = islink = ismount = exists


def samefile(path1, path2):
    return unknown("bool")


def getsize(path):
    return unknown("int")


def getmtime(path):
    return unknown("float")


getctime = getatime = getmtime
