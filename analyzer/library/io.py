"""io: files of the disk for reading, files that only the program sees for writing, and texts in memory."""

import _tfscope_files as _files
from _tfscope import is_unknown, unknown

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase(object):

    closed = False

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

    def close(self):
        self.flush()
        self.closed = True

    def flush(self):
        pass

    def isatty(self):
        return False

    def fileno(self):
        return unknown("int")

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def writelines(self, lines):
        for line in lines:
            self.write(line)


RawIOBase = BufferedIOBase = TextIOBase = IOBase


class _Memory(IOBase):
    """A content, known or None, and a place in it."""

    _empty = ""
    _refusal = "string argument expected, got '{}'"

    def __init__(self, content):
        self._content = content
        self._at = 0

    def _unknown(self):
        return unknown("bytes" if isinstance(self._empty, bytes) else "str")

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def read(self, size=-1):
        self._check()
        if self._content is None:
            return self._unknown()
        end = len(self._content) if size is None or size < 0 else self._at + size
        data = self._content[self._at:end]
        self._at += len(data)
        return data

    read1 = read

    def readline(self, size=-1):
        self._check()
        if self._content is None:
            return self._unknown()
        newline = b"\n" if isinstance(self._empty, bytes) else "\n"
        end = self._content.find(newline, self._at) + 1
        return self.read(end - self._at if end else -1)

    def readlines(self, hint=-1):
        self._check()
        if self._content is None:
            return unknown("list")
        lines = self._content[self._at:].split(b"\n" if isinstance(self._empty, bytes) else "\n")
        self._at = len(self._content)
        ended = [line + (b"\n" if isinstance(self._empty, bytes) else "\n") for line in lines[:-1]]
        return ended + ([lines[-1]] if lines[-1] else [])

    xreadlines = readlines

    def __iter__(self):
        return iter(self.readlines())

    def write(self, data):
        self._check()
        if isinstance(data, (int, float, list, tuple, dict)) or data is None:
            if isinstance(self._empty, bytes):
                raise TypeError("a bytes-like object is required, not '{}'".format(type(data).__name__))
            raise TypeError(self._refusal.format(type(data).__name__))
        if self._content is not None and isinstance(data, type(self._empty)):
            self._content = self._content[:self._at] + data + self._content[self._at + len(data):]
            self._at += len(data)
            return len(data)
        self._content = None
        return unknown("int")

    def seek(self, offset, whence=0):
        self._check()
        if self._content is not None:
            base = 0 if whence == 0 else self._at if whence == 1 else len(self._content)
            self._at = max(0, base + offset)
        return self.tell()

    def tell(self):
        self._check()
        return unknown("int") if self._content is None else self._at

    def truncate(self, size=None):
        size = self._at if size is None else size
        if self._content is not None:
            self._content = self._content[:size]
        return size

    def getvalue(self):
        return self._unknown() if self._content is None else self._content

    def reset(self):
        self._at = 0


class StringIO(_Memory):

    def __init__(self, initial_value="", newline="\n"):
        _Memory.__init__(self, "" if initial_value is None else initial_value)


class BytesIO(_Memory):

    _empty = b""

    def __init__(self, initial_bytes=b""):
        _Memory.__init__(self, b"" if initial_bytes is None else initial_bytes)

    def getbuffer(self):
        return self.getvalue()


class _File(_Memory):

    _refusal = "write() argument must be str, not {}"

    def __init__(self, name, mode, content):
        _Memory.__init__(self, content)
        self.name = name
        self.mode = mode
        self.encoding = None if "b" in mode else "UTF-8"
        if "b" in mode:
            self._empty = b""
        if "a" in mode and content is not None:
            self._at = len(content)

    def readable(self):
        return "r" in self.mode or "+" in self.mode

    def writable(self):
        return "r" not in self.mode or "+" in self.mode

    def read(self, size=-1):
        if not self.readable():
            raise UnsupportedOperation("read" if "b" in self.mode else "not readable")
        return _Memory.read(self, size)

    def write(self, data):
        if not self.writable():
            raise UnsupportedOperation("write" if "b" in self.mode else "not writable")
        written = _Memory.write(self, data)
        # A file that is not kept is closed at once, so what is written is there.
        if not isinstance(self.name, int):
            _files.change(self.name, "file", self._content)
        return written


class FileIO(_File):

    def __init__(self, file, mode="r", closefd=True, opener=None):
        opened = open(file, mode if "b" in mode else mode + "b")
        _File.__init__(self, file, opened.mode, opened._content)


class _Layer(_File):
    """A file over another one, `raw`, unless `open` made it."""

    raw = None

    def __init__(self, raw, is_binary, encoding=None):
        mode = getattr(raw, "mode", "r+")
        mode = "r+" if isinstance(mode, int) or is_unknown(mode) else mode
        _File.__init__(self, -1, mode.replace("b", "") + ("b" if is_binary else ""), None)
        self.raw = raw
        self.encoding = encoding or self.encoding

    def _of(self, data):
        found = None if is_unknown(data) else _decoded(data, isinstance(self._empty, bytes), self.encoding)
        return self._unknown() if found is None else found

    def read(self, size=-1):
        return _File.read(self, size) if self.raw is None else self._of(self.raw.read(size))

    def readline(self, size=-1):
        return _File.readline(self, size) if self.raw is None else self._of(self.raw.readline(size))

    def readlines(self, hint=-1):
        if self.raw is None:
            return _File.readlines(self, hint)
        lines = self.raw.readlines(hint)
        return lines if is_unknown(lines) else [self._of(line) for line in lines]

    def write(self, data):
        if self.raw is None:
            return _File.write(self, data)
        self.raw.write(data.encode(self.encoding or "utf-8") if isinstance(data, str) else data)
        return unknown("int") if is_unknown(data) else len(data)

    def getvalue(self):
        raise AttributeError("'_io.%s' object has no attribute 'getvalue'" % type(self).__name__)

    def detach(self):
        return self.raw

    def close(self):
        _File.close(self)
        if self.raw is not None:
            self.raw.close()


class BufferedReader(_Layer):

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        _Layer.__init__(self, raw, True)


class BufferedWriter(BufferedReader):
    pass


class BufferedRandom(BufferedReader):
    pass


class TextIOWrapper(_Layer):

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        _Layer.__init__(self, buffer, False, encoding or "UTF-8")
        self.errors = errors
        self.buffer = buffer


def _opened(path, mode, content):
    """The file that `open` gives."""
    made = TextIOWrapper if "b" not in mode else BufferedRandom if "+" in mode else \
        BufferedReader if "r" in mode else BufferedWriter
    result = object.__new__(made)
    _File.__init__(result, path, mode, content)
    return result


def _decoded(data, binary, encoding):
    if data is None or isinstance(data, bytes) == binary:
        return data
    if binary:
        return data.encode("utf-8")
    try:
        return data.decode(encoding or "utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except (UnicodeDecodeError, LookupError):
        return None


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if not isinstance(mode, str):
        mode = "r"
    binary = "b" in mode
    if len([char for char in mode if char in "rwax"]) != 1 or mode.strip("rwaxbtU+"):
        raise ValueError("invalid mode: '{}'".format(mode))
    if isinstance(file, int):
        return _opened(file, mode, None)
    if file is None or isinstance(file, (list, dict, tuple, float)):
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(file).__name__)
    path = _files.path_text(file, "open")
    found = _files.kind(path)
    if found == "folder":
        raise IsADirectoryError(21, "Is a directory", path)
    if found == "absent" and "r" in mode:
        raise _files.missing(path)
    if found == "absent" and _files.kind(_files.parent(path)) == "absent":
        raise _files.missing(path)
    if "x" in mode and found is not None and found != "absent":
        raise FileExistsError(17, "File exists", path)
    keeps = found == "file" and ("r" in mode or "a" in mode)
    content = _decoded(_files.content(path), binary, encoding) if keeps else b"" if binary else ""
    if found is None or found == "other":
        content = None
    if "r" not in mode and found is not None:
        _files.change(path, "file", content)
    return _opened(path, mode, content)


open_code = open
