"""csv: rows of what is known, unknown rows else."""

import collections

from _tfscope import is_unknown, unknown

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = 0, 1, 2, 3


class Error(Exception):
    pass


class Dialect(object):
    delimiter, quotechar, lineterminator = ",", '"', "\r\n"
    quoting, doublequote, skipinitialspace, escapechar = QUOTE_MINIMAL, True, False, None


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}


def register_dialect(name, dialect=excel, **fmtparams):
    class Registered(dialect):
        pass
    for key, value in fmtparams.items():
        setattr(Registered, key, value)
    _dialects[name] = Registered


def get_dialect(name):
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(*args):
    return 131072


def _settings(dialect, given):
    base = _dialects.get(dialect, excel) if isinstance(dialect, str) else dialect
    return (given.get("delimiter", base.delimiter), given.get("quotechar", base.quotechar),
            given.get("lineterminator", base.lineterminator), given.get("quoting", base.quoting),
            given.get("skipinitialspace", base.skipinitialspace))


def _split(line, delimiter, quote, skip):
    """The fields of a line, and the text of a quoted field that goes on in the next line, or None."""
    fields, text, quoted, i = [], "", False, 0
    while i < len(line):
        char = line[i]
        if quoted:
            if char == quote and line[i + 1:i + 2] == quote:
                text += quote
                i += 1
            elif char == quote:
                quoted = False
            else:
                text += char
        elif char == quote and text == "":
            quoted = True
        elif char == delimiter:
            fields.append(text)
            text = ""
            while skip and line[i + 1:i + 2] == " ":
                i += 1
        else:
            text += char
        i += 1
    fields.append(text)
    return fields, quoted


class reader(object):

    def __init__(self, csvfile, dialect="excel", **fmtparams):
        self._lines = iter(csvfile)
        self._delimiter, self._quote, _, _, self._skip = _settings(dialect, fmtparams)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        line = next(self._lines)
        self.line_num += 1
        if is_unknown(line):
            return unknown("list")
        while True:
            fields, quoted = _split(line.rstrip("\r\n"), self._delimiter, self._quote, self._skip)
            if not quoted:
                return fields if line.rstrip("\r\n") else []
            line = line + next(self._lines, '"')

    next = __next__


class writer(object):

    def __init__(self, csvfile, dialect="excel", **fmtparams):
        self._file = csvfile
        self._delimiter, self._quote, self._end, self._quoting, _ = _settings(dialect, fmtparams)

    def _field(self, value):
        text = "" if value is None else str(value)
        special = [mark for mark in (self._delimiter, self._quote, "\n", "\r") if mark in text]
        if self._quoting == QUOTE_ALL or special:
            return self._quote + text.replace(self._quote, self._quote * 2) + self._quote
        return text

    def writerow(self, row):
        return self._file.write(self._delimiter.join([self._field(value) for value in row]) + self._end)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


class DictReader(object):

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._names = fieldnames
        self._rest_key, self._rest_value = restkey, restval
        self.reader = reader(f, dialect, *args, **kwds)

    @property
    def fieldnames(self):
        if self._names is None:
            self._names = next(self.reader, None)
        return self._names

    def __iter__(self):
        return self

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        if is_unknown(names) or is_unknown(row):
            return unknown("dict")
        while row == []:
            row = next(self.reader)
        result = collections.OrderedDict(zip(names, row))
        if len(row) > len(names):
            result[self._rest_key] = row[len(names):]
        for name in names[len(row):]:
            result[name] = self._rest_value
        return result

    next = __next__


class DictWriter(object):

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames, self._rest, self._action = fieldnames, restval, extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def writerow(self, rowdict):
        extra = [key for key in rowdict if key not in self.fieldnames]
        if extra and self._action == "raise":
            raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(key) for key in extra]))
        return self.writer.writerow([rowdict.get(key, self._rest) for key in self.fieldnames])

    def writerows(self, rowdicts):
        for row in rowdicts:
            self.writerow(row)


class Sniffer(object):

    def sniff(self, sample, delimiters=None):
        return excel

    def has_header(self, sample):
        return unknown("bool")
