"""json: texts out of plain values and back; what a file holds is not known."""

from _tfscope import is_unknown, unknown


class JSONDecodeError(ValueError):
    __module__ = "json.decoder"

    def __init__(self, msg, doc, pos):
        line = doc.count("\n", 0, pos) + 1
        column = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, "%s: line %d column %d (char %d)" % (msg, line, column, pos))
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, line, column


class JSONEncoder(object):

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = " " * indent if isinstance(indent, int) else indent
        self.item_separator, self.key_separator = ", " if indent is None else ",", ": "
        if separators is not None:
            self.item_separator, self.key_separator = separators
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError("Object of type %s is not JSON serializable" % type(o).__name__)

    def encode(self, o):
        return unknown("str") if is_unknown(o) else self._text(o, 0, [])

    def iterencode(self, o):
        yield self.encode(o)

    def _float(self, value):
        if value != value or value in (float("inf"), float("-inf")):
            if not self.allow_nan:
                raise ValueError("Out of range float values are not JSON compliant")
            return "NaN" if value != value else "Infinity" if value > 0 else "-Infinity"
        return float.__repr__(value)

    def _plain(self, value):
        """The text of what is neither list nor dict; None for those and for what is not serializable."""
        if value is None:
            return "null"
        if value is True or value is False:
            return "true" if value else "false"
        if isinstance(value, str):
            return _quoted(value, self.ensure_ascii)
        if isinstance(value, int):
            return int.__repr__(value)
        if isinstance(value, float):
            return self._float(value)
        return None

    def _key(self, key):
        if isinstance(key, str):
            return key
        if key is None or isinstance(key, (int, float)):
            return self._plain(key)
        if self.skipkeys:
            return None
        raise TypeError("keys must be str, int, float, bool or None, not %s" % type(key).__name__)

    def _text(self, value, depth, outer):
        text = self._plain(value)
        if text is not None:
            return text
        if any([value is holder for holder in outer]):
            raise ValueError("Circular reference detected")
        outer = outer + [value]
        if isinstance(value, (list, tuple)):
            return self._joined("[", [self._text(item, depth + 1, outer) for item in value], "]", depth)
        if isinstance(value, dict):
            items = sorted(value.items()) if self.sort_keys else list(value.items())
            parts = []
            for key, item in items:
                name = self._key(key)
                if name is not None:
                    parts.append(_quoted(name, self.ensure_ascii) + self.key_separator + self._text(
                        item, depth + 1, outer))
            return self._joined("{", parts, "}", depth)
        return self._text(self.default(value), depth, outer)

    def _joined(self, begin, parts, end, depth):
        if not parts:
            return begin + end
        if self.indent is None:
            return begin + self.item_separator.join(parts) + end
        line = "\n" + self.indent * (depth + 1)
        return begin + line + (self.item_separator + line).join(parts) + "\n" + self.indent * depth + end


_ESCAPES = {"\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def _quoted(text, ensure_ascii):
    parts = []
    for c in text:
        code = ord(c)
        if is_unknown(code):
            parts.append(c)
        elif c in _ESCAPES:
            parts.append(_ESCAPES[c])
        elif code > 0xFFFF and ensure_ascii:
            parts.append("\\u%04x\\u%04x" % (0xD800 + (code - 0x10000 >> 10), 0xDC00 + (code - 0x10000 & 0x3FF)))
        elif code < 32 or (code > 126 and ensure_ascii):
            parts.append("\\u%04x" % code)
        else:
            parts.append(c)
    return "\"%s\"" % "".join(parts)


class JSONDecoder(object):

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or float
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        if is_unknown(s):
            return unknown("any")
        value, at = self._value(s, _skip(s, 0))
        at = _skip(s, at)
        if at != len(s):
            raise JSONDecodeError("Extra data", s, at)
        return value

    def _value(self, s, at):
        first = s[at:at + 1]
        if first == "{":
            return self._object(s, at + 1)
        if first == "[":
            return self._array(s, at + 1)
        if first == "\"":
            return _string(s, at + 1)
        for word, value in (("true", True), ("false", False), ("null", None)):
            if s.startswith(word, at):
                return value, at + len(word)
        for word in ("NaN", "Infinity", "-Infinity"):
            if s.startswith(word, at):
                return self.parse_constant(word), at + len(word)
        return self._number(s, at)

    def _number(self, s, at):
        end = at + 1 if s[at:at + 1] == "-" else at
        whole = end
        while end < len(s) and s[end] in "0123456789":
            end += 1
        if end == whole:
            raise JSONDecodeError("Expecting value", s, at)
        if s[whole] == "0":
            end = whole + 1
        is_float = False
        if s[end:end + 1] == "." and s[end + 1:end + 2].isdigit():
            is_float = True
            end += 1
            while end < len(s) and s[end] in "0123456789":
                end += 1
        exponent = end + 2 if s[end + 1:end + 2] in ("+", "-") else end + 1
        if s[end:end + 1] in ("e", "E") and s[exponent:exponent + 1].isdigit():
            is_float = True
            end = exponent
            while end < len(s) and s[end] in "0123456789":
                end += 1
        return (self.parse_float if is_float else self.parse_int)(s[at:end]), end

    def _array(self, s, at):
        items = []
        at = _skip(s, at)
        if s[at:at + 1] == "]":
            return items, at + 1
        while True:
            item, at = self._value(s, at)
            items.append(item)
            at = _skip(s, at)
            if s[at:at + 1] == "]":
                return items, at + 1
            if s[at:at + 1] != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = _skip(s, at + 1)

    def _object(self, s, at):
        pairs = []
        at = _skip(s, at)
        if s[at:at + 1] == "}":
            return self._finished(pairs), at + 1
        while True:
            if s[at:at + 1] != "\"":
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
            key, at = _string(s, at + 1)
            at = _skip(s, at)
            if s[at:at + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", s, at)
            value, at = self._value(s, _skip(s, at + 1))
            pairs.append((key, value))
            at = _skip(s, at)
            if s[at:at + 1] == "}":
                return self._finished(pairs), at + 1
            if s[at:at + 1] != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = _skip(s, at + 1)

    def _finished(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        result = dict(pairs)
        return result if self.object_hook is None else self.object_hook(result)


def _skip(s, at):
    while at < len(s) and s[at] in " \t\r\n":
        at += 1
    return at


_UNESCAPES = {"\"": "\"", "\\": "\\", "/": "/", "n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


def _string(s, at):
    begin = at - 1
    parts = []
    while True:
        if at >= len(s):
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        c = s[at]
        if c == "\"":
            return "".join(parts), at + 1
        if c < " ":
            raise JSONDecodeError("Invalid control character at", s, at)
        if c != "\\":
            parts.append(c)
            at += 1
        elif s[at + 1:at + 2] == "u":
            code, at = _escaped(s, at)
            parts.append(chr(code))
        elif s[at + 1:at + 2] in _UNESCAPES:
            parts.append(_UNESCAPES[s[at + 1]])
            at += 2
        elif at + 1 >= len(s):
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        else:
            raise JSONDecodeError("Invalid \\escape", s, at)


def _escaped(s, at):
    digits = s[at + 2:at + 6]
    if len(digits) != 4 or not all([c in "0123456789abcdefABCDEF" for c in digits]):
        raise JSONDecodeError("Invalid \\uXXXX escape", s, at + 1)
    code = int(digits, 16)
    low = s[at + 8:at + 12]
    if 0xD800 <= code < 0xDC00 and s[at + 6:at + 8] == "\\u" and len(low) == 4 and 0xDC00 <= int(low, 16) < 0xE000:
        return 0x10000 + ((code - 0xD800) << 10) + int(low, 16) - 0xDC00, at + 12
    return code, at + 6


def dumps(obj, *, cls=None, **kwargs):
    return (JSONEncoder if cls is None else cls)(**kwargs).encode(obj)


def dump(obj, fp, **kwargs):
    fp.write(dumps(obj, **kwargs))


def load(fp, **kwargs):
    return loads(fp.read(), **kwargs)


def loads(s, *, encoding=None, cls=None, **kwargs):
    if is_unknown(s):
        return unknown("any")
    if isinstance(s, (bytes, bytearray)):
        s = s.decode("utf-8")
    elif not isinstance(s, str):
        raise TypeError("the JSON object must be str, bytes or bytearray, not %s" % type(s).__name__)
    return (JSONDecoder if cls is None else cls)(**kwargs).decode(s)
