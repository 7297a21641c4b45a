"""yaml: documents are read by yaml._reader; one with more than that reads has an unknown value."""

from _tfscope import is_unknown, unknown
from yaml import _reader


class YAMLError(Exception):
    pass


class Loader(object):
    pass


SafeLoader = FullLoader = UnsafeLoader = CLoader = CSafeLoader = Loader


class Dumper(object):
    pass


SafeDumper = CDumper = Dumper


def _text(stream):
    text = stream.read() if hasattr(stream, "read") else stream
    return text.decode("utf-8") if isinstance(text, bytes) else text


def load(stream, Loader=None):
    text = _text(stream)
    if is_unknown(text):
        return unknown("any")
    try:
        documents = _reader.documents(text)
        return documents[0] if len(documents) == 1 else None if not documents else unknown("any")
    except _reader.Unread:
        return unknown("any")


safe_load = full_load = unsafe_load = load


def load_all(stream, Loader=None):
    text = _text(stream)
    if is_unknown(text):
        return unknown("list")
    try:
        return iter(_reader.documents(text))
    except _reader.Unread:
        return unknown("list")


safe_load_all = full_load_all = load_all


def dump(data, stream=None, Dumper=None, **kwds):
    if stream is None:
        return unknown("str")
    stream.write(unknown("str"))


def safe_dump(data, stream=None, **kwds):
    return dump(data, stream)


dump_all = safe_dump_all = dump


def add_constructor(tag, constructor, Loader=None):
    pass


def add_representer(data_type, representer, Dumper=None):
    pass


class YAMLObject(object):
    pass
