"""Files and readers."""

import collections

from tensorflow.python.framework.op_library import apply

_Read = collections.namedtuple("ReaderReadV2", ["key", "value"])
_ReadUpTo = collections.namedtuple("ReaderReadUpToV2", ["keys", "values"])


def read_file(filename, name=None):
    return apply("ReadFile", name, [filename])


def write_file(filename, contents, name=None):
    return apply("WriteFile", name, [filename, contents])


def matching_files(pattern, name=None):
    return apply("MatchingFiles", name, [pattern])


class ReaderBase(object):

    def __init__(self, reader_ref, supports_serialize=False):
        self._reader_ref = reader_ref

    @property
    def reader_ref(self):
        return self._reader_ref

    @staticmethod
    def _queue_of(queue):
        return getattr(queue, "queue_ref", queue)

    def read(self, queue, name=None):
        return _Read(*apply("ReaderReadV2", name, [self._reader_ref, self._queue_of(queue)]))

    def read_up_to(self, queue, num_records, name=None):
        return _ReadUpTo(*apply("ReaderReadUpToV2", name, [self._reader_ref, self._queue_of(queue), num_records]))


class TextLineReader(ReaderBase):

    def __init__(self, skip_header_lines=None, name=None):
        ReaderBase.__init__(self, apply("TextLineReaderV2", name, []))


class TFRecordReader(ReaderBase):

    def __init__(self, name=None, options=None):
        ReaderBase.__init__(self, apply("TFRecordReaderV2", name, []))


class WholeFileReader(ReaderBase):

    def __init__(self, name=None):
        ReaderBase.__init__(self, apply("WholeFileReaderV2", name, []))


class IdentityReader(ReaderBase):

    def __init__(self, name=None):
        ReaderBase.__init__(self, apply("IdentityReaderV2", name, []))


class FixedLengthRecordReader(ReaderBase):

    def __init__(self, record_bytes, header_bytes=None, footer_bytes=None, hop_bytes=None, name=None, encoding=None):
        ReaderBase.__init__(self, apply("FixedLengthRecordReaderV2", name, []))
