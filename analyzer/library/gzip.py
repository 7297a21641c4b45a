"""gzip: what is compressed is not known."""

from _tfscope import unknown

import _tfscope_files as _files
import io as _io


class GzipFile(_io._File):

    def __init__(self, filename=None, mode="rb", compresslevel=9, fileobj=None, mtime=None):
        if filename is not None and fileobj is None and "r" in mode and _files.kind(filename) == "absent":
            raise _files.missing(filename)
        _io._File.__init__(self, filename, mode, None)


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    return GzipFile(filename, mode)


def compress(data, compresslevel=9):
    return unknown("bytes")


decompress = compress
