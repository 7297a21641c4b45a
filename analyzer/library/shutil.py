"""shutil: what it does to the disk is remembered, not done."""

import _tfscope_files as _files
from _tfscope import unknown


class Error(OSError):
    pass


SameFileError = ExecError = ReadError = RegistryError = Error


def rmtree(path, ignore_errors=False, onerror=None):
    _files.remove_tree(path, ignore_errors)


def copyfile(src, dst, follow_symlinks=True):
    return _files.copy(src, dst)


copy = copy2 = copyfile


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False):
    if _files.kind(_files.path_text(src)) == "absent":
        raise _files.missing(src)
    _files.make_folders(dst)
    return dst


def move(src, dst, copy_function=copy2):
    _files.rename(src, dst)
    return dst


def copyfileobj(fsrc, fdst, length=0):
    fdst.write(fsrc.read())


def copymode(src, dst, follow_symlinks=True):
    pass


copystat = copymode


def ignore_patterns(*patterns):
    return lambda path, names: set()


def which(cmd, mode=1, path=None):
    return unknown("any")


def disk_usage(path):
    return unknown("tuple")


def get_terminal_size(fallback=(80, 24)):
    return unknown("tuple")


def make_archive(base_name, format, root_dir=None, base_dir=None, *args, **kwargs):
    return unknown("str")


def unpack_archive(filename, extract_dir=None, format=None):
    pass
