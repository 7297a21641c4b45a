"""glob: the files that there are, in the order of their names. The files of a folder that is not there
lie on the machine that runs the program, and are not known; where paths are explored, nor are those of a pattern that
no file has here."""

import _tfscope_files as _files
import fnmatch as _fnmatch
from _tfscope import disk_kind, explores_paths, unknown


def has_magic(s):
    return "*" in s or "?" in s or "[" in s


def escape(pathname):
    return "".join(["[" + char + "]" if char in "*?[" else char for char in pathname])


def _entries(folder):
    if _files.kind(folder or ".") != "folder":
        return []
    return _files.names(folder or ".") or []


def _below(folder):
    """The folder and all folders in it."""
    found = [folder]
    for name in _entries(folder):
        path = folder + name + "/"
        if not name.startswith(".") and _files.kind(path) == "folder" and not _files.is_link(folder + name):
            found.extend(_below(path))
    return found


def _everything(folder):
    """The folder, with a slash, and all that is in it and its folders."""
    found = [folder]
    for name in _entries(folder):
        if name.startswith("."):
            continue
        found.append(folder + name)
        if _files.kind(folder + name) == "folder" and not _files.is_link(folder + name):
            found.extend(_everything(folder + name + "/")[1:])
    return found


def _step(bases, part, last, recursive):
    found = []
    for base in bases:
        if part == "**" and recursive:
            found.extend(_everything(base) if last else _below(base))
        elif has_magic(part):
            names = [name for name in _entries(base) if not name.startswith(".") or part.startswith(".")]
            found.extend([base + name for name in _fnmatch.filter(names, part)])
        else:
            found.append(base + part)
    if last:
        return found
    return [path if path.endswith("/") or not path else path + "/" for path in found]


def glob(pathname, recursive=False):
    if disk_kind(pathname) is None:
        return unknown("list")
    bases = ["/" if pathname.startswith("/") else ""]
    parts = [part for part in pathname.split("/") if part]
    for i in range(len(parts)):
        if has_magic(parts[i]) and len(bases) == 1 and _files.kind(bases[0] or ".") == "absent":
            return unknown("list")
        bases = _step(bases, parts[i], i + 1 == len(parts), recursive)
    found = [path for path in bases if path and _files.kind(path) != "absent"]
    return found if found or not has_magic(pathname) or not explores_paths() else unknown("list")


def iglob(pathname, recursive=False):
    return iter(glob(pathname, recursive))


