"""tf.gfile: the files of the disk, as the program would find them."""

import _tfscope_files as _files
import glob
import os
from _tfscope import unknown
from tensorflow.python.framework import errors_impl as errors

_MODES = ("r", "w", "a", "r+", "w+", "a+")


def _text(path):
    path = path.__fspath__() if hasattr(path, "__fspath__") else path
    return path.decode("utf-8") if isinstance(path, bytes) else path


def _missing(path):
    return errors.NotFoundError(None, None, _text(path) + "; No such file or directory")


class FileIO(object):

    def __init__(self, name, mode="r"):
        self._name, self._mode = name, mode
        self._binary = isinstance(mode, str) and "b" in mode
        if isinstance(mode, str) and mode.replace("b", "") not in _MODES:
            raise errors.InvalidArgumentError(None, None,
                                              "mode is not 'r' or 'w' or 'a' or 'r+' or 'w+' or 'a+'")
        self._file = None

    name = property(lambda self: self._name)
    mode = property(lambda self: self._mode)

    def _open(self):
        if self._file is None:
            path = _text(self._name)
            found = _files.kind(path)
            if found == "folder":
                raise errors.FailedPreconditionError(None, None, path + "; Is a directory")
            reads = "r" in self._mode
            if found == "absent" and (reads or _files.kind(_files.parent(path)) == "absent"):
                raise _missing(path)
            self._file = open(path, self._mode)
        return self._file

    def _reading(self):
        if "r" not in self._mode and "+" not in self._mode:
            raise errors.PermissionDeniedError(None, None, "File isn't open for reading")
        return self._open()

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    next = __next__

    def read(self, n=-1):
        return self._reading().read(n)

    def readline(self):
        return self._reading().readline()

    def readlines(self):
        return self._reading().readlines()

    def write(self, file_content):
        if "r" in self._mode and "+" not in self._mode:
            raise errors.PermissionDeniedError(None, None, "File isn't open for writing")
        self._open().write(file_content)

    def size(self):
        return stat(self._name).length

    def seek(self, offset=None, whence=0, position=None):
        self._open().seek(position if offset is None else offset, whence)

    def tell(self):
        return self._open().tell()

    def flush(self):
        if self._file is not None:
            self._file.flush()

    def close(self):
        if self._file is not None:
            self._file.close()
        self._file = None


def file_exists(filename):
    return _files.is_kind(_text(filename), "file", "folder", "other")


def file_exists_v2(path):
    return file_exists(path)


def is_directory(dirname):
    return _files.is_kind(_text(dirname), "folder")


def is_directory_v2(path):
    return is_directory(path)


def _fixed_folder(pattern):
    """The folder up to the first part with a wildcard; a name without any names itself."""
    fixed = []
    for part in pattern.split("/")[:-1]:
        if glob.has_magic(part):
            break
        fixed.append(part)
    return "/".join(fixed) or ("/" if pattern.startswith("/") else ".")


def get_matching_files(filename):
    patterns = filename if isinstance(filename, (list, tuple)) else [filename]
    found = []
    for pattern in patterns:
        folder = _fixed_folder(_text(pattern))
        if _files.kind(folder) == "absent":
            raise _missing(folder)
        matches = glob.glob(_text(pattern))
        if not isinstance(matches, list):
            return unknown("list")
        found.extend(matches)
    return found


def get_matching_files_v2(pattern):
    return get_matching_files(pattern)


def list_directory(dirname):
    path = _text(dirname)
    if _files.kind(path) in ("absent", "file"):
        raise errors.NotFoundError(None, None, "Could not find directory " + path)
    names = _files.names(path)
    return unknown("list") if names is None else names


def list_directory_v2(path):
    return list_directory(path)


def walk(top, in_order=True):
    return os.walk(_text(top), in_order)


def walk_v2(top, topdown=True, onerror=None):
    return os.walk(_text(top), topdown)


def delete_file(filename):
    if _files.kind(_text(filename)) == "absent":
        raise _missing(filename)
    _files.remove(_text(filename))


def delete_file_v2(path):
    delete_file(path)


def create_dir(dirname):
    path = _text(dirname)
    if _files.kind(path) == "absent":
        if _files.kind(_files.parent(path)) == "absent":
            raise _missing(path)
        _files.make_folder(path)


def create_dir_v2(path):
    create_dir(path)


def recursive_create_dir(dirname):
    if _files.kind(_text(dirname)) == "absent":
        _files.make_folders(_text(dirname))


def recursive_create_dir_v2(path):
    recursive_create_dir(path)


def copy(oldpath, newpath, overwrite=False):
    if _files.kind(_text(oldpath)) == "absent":
        raise _missing(oldpath)
    if not overwrite and _files.kind(_text(newpath)) == "file":
        raise errors.AlreadyExistsError(None, None, "file already exists")
    _files.copy(_text(oldpath), _text(newpath))


def copy_v2(src, dst, overwrite=False):
    copy(src, dst, overwrite)


def rename(oldname, newname, overwrite=False):
    if _files.kind(_text(oldname)) == "absent":
        raise _missing(oldname)
    if not overwrite and _files.kind(_text(newname)) == "file":
        raise errors.AlreadyExistsError(None, None, "file already exists")
    _files.rename(_text(oldname), _text(newname))


def rename_v2(src, dst, overwrite=False):
    rename(src, dst, overwrite)


def delete_recursively(dirname):
    if _files.kind(_text(dirname)) == "absent":
        raise errors.NotFoundError(None, None, _text(dirname) + " not found")
    _files.remove_tree(_text(dirname))


def delete_recursively_v2(path):
    delete_recursively(path)


def read_file_to_string(filename, binary_mode=False):
    return FileIO(filename, "rb" if binary_mode else "r").read()


def write_string_to_file(filename, file_content):
    with FileIO(filename, "w") as f:
        f.write(file_content)


atomic_write_string_to_file = write_string_to_file


class _Statistics(object):

    def __init__(self, path):
        if _files.kind(path) == "absent":
            raise _missing(path)
        self.length = _files.size(path)
        self.mtime_nsec = unknown("int")
        self.is_directory = is_directory(path)


def stat(filename):
    return _Statistics(_text(filename))


def stat_v2(path):
    return stat(path)


def filecmp(filename_a, filename_b):
    return unknown("bool")
