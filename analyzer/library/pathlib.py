"""pathlib: paths as objects, on os.path."""

import fnmatch as _fnmatch
import glob as _glob
import io as _io
import os as _os
import os.path as _path


class PurePath(object):

    def __new__(cls, *parts, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(PosixPath if cls is Path else cls)

    def __init__(self, *parts):
        texts = [_os.fspath(part) for part in parts]
        text = _path.join(*texts) if texts else ""
        root = "/" if text.startswith("/") else ""
        self._text = root + "/".join([part for part in text.split("/") if part and part != "."]) or "."

    def _new(self, text):
        return type(self)(text)

    def __str__(self):
        return self._text

    def __fspath__(self):
        return self._text

    def __repr__(self):
        return "{}({!r})".format(type(self).__name__, self._text)

    def __hash__(self):
        return hash(self._text)

    def __eq__(self, other):
        return self._text == other._text if isinstance(other, PurePath) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self.parts <= other.parts if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self.parts > other.parts if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self.parts >= other.parts if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, key):
        if not isinstance(key, (str, PurePath)):
            return NotImplemented
        return type(self)(self, key)

    def __rtruediv__(self, key):
        return type(self)(key, self)

    def joinpath(self, *other):
        return type(self)(self, *other)

    @property
    def parts(self):
        root = ["/"] if self._text.startswith("/") else []
        return tuple(root + [part for part in self._text.split("/") if part and part != "."])

    @property
    def drive(self):
        return ""

    @property
    def root(self):
        return "/" if self._text.startswith("/") else ""

    anchor = root

    @property
    def name(self):
        return "" if self._text in (".", "/") else _path.basename(self._text)

    @property
    def suffix(self):
        name = self.name
        at = name.rfind(".")
        return name[at:] if 0 < at < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        return [] if name.endswith(".") else ["." + part for part in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        return self.name[:len(self.name) - len(self.suffix)]

    @property
    def parent(self):
        head = _path.dirname(self._text)
        return self._new(head or self.root or ".")

    @property
    def parents(self):
        found, here = [], self
        while here.parent != here:
            here = here.parent
            found.append(here)
        return found

    def as_posix(self):
        return self._text

    def as_uri(self):
        return "file://" + self._text

    def is_absolute(self):
        return self._text.startswith("/")

    def match(self, path_pattern):
        parts, wanted = list(self.parts), list(PurePath(path_pattern).parts)
        if len(wanted) > len(parts):
            return False
        pairs = zip(parts[len(parts) - len(wanted):], wanted)
        return all([_fnmatch.fnmatchcase(part, pattern) for part, pattern in pairs])

    def relative_to(self, *other):
        base = PurePath(*other)
        parts, start = self.parts, base.parts
        if parts[:len(start)] != start:
            raise ValueError("{!r} does not start with {!r}".format(self._text, base._text))
        return type(self)(*parts[len(start):])

    def with_name(self, name):
        if not self.name:
            raise ValueError("{!r} has an empty name".format(self))
        return self._new(_path.join(_path.dirname(self._text), name))

    def with_suffix(self, suffix):
        if suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError("Invalid suffix {!r}".format(suffix))
        return self.with_name(self.stem + suffix)


class PurePosixPath(PurePath):
    pass


PureWindowsPath = PurePosixPath


class Path(PurePath):

    @classmethod
    def cwd(cls):
        return cls(_os.getcwd())

    @classmethod
    def home(cls):
        return cls(_path.expanduser("~"))

    def exists(self):
        return _path.exists(self._text)

    def is_file(self):
        return _path.isfile(self._text)

    def is_dir(self):
        return _path.isdir(self._text)

    def is_symlink(self):
        return _path.islink(self._text)

    def stat(self):
        return _os.stat(self._text)

    lstat = stat

    def absolute(self):
        return self._new(_path.join(_os.getcwd(), self._text))

    def resolve(self, strict=False):
        return self._new(_path.abspath(self._text))

    def expanduser(self):
        return self._new(_path.expanduser(self._text))

    def iterdir(self):
        return iter([self / name for name in _os.listdir(self._text)])

    def glob(self, pattern):
        return iter([self._new(found) for found in _glob.glob(_path.join(self._text, pattern), recursive=True)])

    def rglob(self, pattern):
        return self.glob("**/" + pattern)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return _io.open(self._text, mode, buffering, encoding)

    def read_text(self, encoding=None, errors=None):
        return self.open("r").read()

    def read_bytes(self):
        return self.open("rb").read()

    def write_text(self, data, encoding=None, errors=None):
        with self.open("w") as f:
            return f.write(data)

    def write_bytes(self, data):
        with self.open("wb") as f:
            return f.write(data)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if exist_ok and _path.isdir(self._text):
            return
        if parents:
            _os.makedirs(self._text)
        else:
            _os.mkdir(self._text)

    def touch(self, mode=0o666, exist_ok=True):
        self.open("a").close()

    def unlink(self, missing_ok=False):
        if not missing_ok or _path.exists(self._text):
            _os.remove(self._text)

    def rmdir(self):
        _os.rmdir(self._text)

    def rename(self, target):
        _os.rename(self._text, _os.fspath(target))

    replace = rename

    def chmod(self, mode):
        pass

    def samefile(self, other_path):
        return _path.samefile(self._text, _os.fspath(other_path))

    def symlink_to(self, target, target_is_directory=False):
        _os.symlink(target, self._text)


class PosixPath(Path, PurePosixPath):
    pass


WindowsPath = PosixPath
