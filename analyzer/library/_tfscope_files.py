"""What the program finds on the disk: the disk itself, and what the program has made, written and removed since.

Nothing is ever written. Paths that are not known, and files too large to read, have unknown answers.
"""

from _tfscope import disk_is_link, disk_kind, disk_list, disk_read, disk_size, unknown, working_folder

_kinds = {}     # by absolute path, of what the program changed
_contents = {}  # by absolute path, of what it wrote: text, bytes, or None if not known


def path_text(path, function="stat"):
    if path is None or isinstance(path, (list, dict, tuple, float)):
        raise TypeError("{}: path should be string, bytes, os.PathLike or integer, not {}".format(
            function, type(path).__name__))
    return path.__fspath__() if hasattr(path, "__fspath__") else path


def absolute(path):
    if isinstance(path, bytes):
        path = path.decode("utf-8", "replace")
    if not path.startswith("/"):
        path = working_folder() + "/" + path
    parts = []
    for part in path.split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part not in ("", ".", ".."):
            parts.append(part)
    return "/" + "/".join(parts)


def kind(path):
    """ "absent", "file", "folder", "other", or None if it is not known."""
    found = disk_kind(path)
    if found is None or isinstance(path, int):
        return None
    return _kinds.get(absolute(path), found)


def is_kind(path, *kinds):
    found = kind(path)
    return unknown("bool") if found is None else found in kinds


def is_link(path):
    return disk_is_link(path) and absolute(path) not in _kinds


def change(path, new_kind, content=None):
    if disk_kind(path) is None:
        return
    place = absolute(path)
    _kinds[place] = new_kind
    _contents[place] = content


def missing(path, error=FileNotFoundError):
    return error(2, "No such file or directory", path)


def content(path):
    """The bytes or the text of a file; None if they are not known."""
    place = absolute(path)
    return _contents[place] if place in _kinds else disk_read(path)


def size(path):
    found = kind(path)
    if found == "absent":
        raise missing(path)
    if found != "file":
        return unknown("int")
    if absolute(path) in _kinds:
        written = _contents[absolute(path)]
        return unknown("int") if written is None else len(written if isinstance(written, bytes) else written.encode())
    return disk_size(path)


def names(path):
    """The sorted names in a folder; None if they are not known."""
    found = kind(path)
    if found is None or found == "other":
        return None
    if found == "absent":
        raise missing(path)
    if found == "file":
        raise NotADirectoryError(20, "Not a directory", path)
    place = absolute(path)
    listed = disk_list(path) if disk_kind(path) == "folder" else []
    if listed is None:
        return None
    here = {}
    for name in listed:
        here[name] = True
    start = place.rstrip("/") + "/"
    for changed, changed_kind in _kinds.items():
        if changed.startswith(start) and "/" not in changed[len(start):]:
            here[changed[len(start):]] = changed_kind != "absent"
    return sorted([name for name, there in here.items() if there])


def parent(path):
    at = path.rfind("/")
    return "." if at < 0 else path[:at] or "/"


def make_folder(path):
    path = path_text(path, "mkdir")
    found = kind(path)
    if found == "absent" and kind(parent(absolute(path))) == "absent":
        raise missing(path)
    if found is not None and found != "absent":
        raise FileExistsError(17, "File exists", path)
    change(path, "folder")


def make_folders(path, exist_ok=False):
    path = path_text(path, "makedirs")
    found = kind(path)
    if found is None:
        return
    if found != "absent" and not (exist_ok and found == "folder"):
        raise FileExistsError(17, "File exists", path)
    place = absolute(path)
    while place != "/" and kind(place) == "absent":
        _kinds[place] = "folder"
        place = parent(place)


def remove(path):
    path = path_text(path, "remove")
    if kind(path) == "absent":
        raise missing(path)
    change(path, "absent")


def remove_tree(path, ignore_errors=False):
    path = path_text(path, "rmtree")
    found = kind(path)
    if found == "absent" and not ignore_errors:
        raise missing(path)
    if found is None:
        return
    start = absolute(path) + "/"
    for changed in list(_kinds):
        if changed.startswith(start):
            _kinds[changed] = "absent"
    change(path, "absent")


def rename(source, target):
    source, target = path_text(source, "rename"), path_text(target, "rename")
    found = kind(source)
    if found == "absent":
        raise missing(source)
    if found is None:
        return
    change(target, found, content(source) if found == "file" else None)
    change(source, "absent")


def copy(source, target):
    source, target = path_text(source, "copy"), path_text(target, "copy")
    if kind(source) == "absent":
        raise missing(source)
    if kind(target) == "folder":
        target = target.rstrip("/") + "/" + source[source.rfind("/") + 1:]
    if kind(source) == "file":
        change(target, "file", content(source))
    return target
