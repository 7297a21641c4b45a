"""json: texts out of plain values; what a file holds is not known."""

from _tfscope import is_unknown, unknown


class JSONDecodeError(ValueError):
    pass


class JSONEncoder(object):

    def __init__(self, **kwargs):
        pass

    def default(self, o):
        raise TypeError("Object of type %s is not JSON serializable" % type(o).__name__)

    def encode(self, o):
        return dumps(o)


class JSONDecoder(object):

    def decode(self, s):
        return loads(s)


def dumps(obj, **kwargs):
    return unknown("str") if is_unknown(obj) else _text(obj, kwargs)


def _text(value, options):
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
        return "\"%s\"" % escaped
    if isinstance(value, (list, tuple)):
        return "[%s]" % ", ".join([_text(item, options) for item in value])
    if isinstance(value, dict):
        keys = sorted(value) if options.get("sort_keys") else list(value)
        return "{%s}" % ", ".join(["%s: %s" % (_text(str(key), options), _text(value[key], options)) for key in keys])
    if options.get("default") is not None:
        return _text(options["default"](value), options)
    raise TypeError("Object of type %s is not JSON serializable" % type(value).__name__)


def dump(obj, fp, **kwargs):
    fp.write(dumps(obj, **kwargs))


def load(fp, **kwargs):
    return loads(fp.read(), **kwargs)


def loads(s, **kwargs):
    if is_unknown(s):
        return unknown("any")
    value, at = _value(s, _skip(s, 0))
    if _skip(s, at) != len(s):
        raise JSONDecodeError("Extra data")
    return value


def _skip(s, at):
    while at < len(s) and s[at] in " \t\r\n":
        at += 1
    return at


def _value(s, at):
    if at >= len(s):
        raise JSONDecodeError("Expecting value")
    first = s[at]
    if first == "{":
        return _object(s, _skip(s, at + 1))
    if first == "[":
        return _array(s, _skip(s, at + 1))
    if first == "\"":
        return _string(s, at + 1)
    for word, value in (("true", True), ("false", False), ("null", None)):
        if s.startswith(word, at):
            return value, at + len(word)
    end = at
    while end < len(s) and s[end] in "+-0123456789.eE":
        end += 1
    if end == at:
        raise JSONDecodeError("Expecting value")
    text = s[at:end]
    return (float(text) if "." in text or "e" in text.lower() else int(text)), end


def _string(s, at):
    parts = []
    while at < len(s) and s[at] != "\"":
        if s[at] == "\\":
            if s[at + 1] == "u":
                parts.append(chr(int(s[at + 2:at + 6], 16)))
                at += 6
                continue
            parts.append({"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}.get(s[at + 1], s[at + 1]))
            at += 2
        else:
            parts.append(s[at])
            at += 1
    if at >= len(s):
        raise JSONDecodeError("Unterminated string")
    return "".join(parts), at + 1


def _array(s, at):
    items = []
    if s[at:at + 1] == "]":
        return items, at + 1
    while True:
        item, at = _value(s, _skip(s, at))
        items.append(item)
        at = _skip(s, at)
        if s[at:at + 1] == "]":
            return items, at + 1
        if s[at:at + 1] != ",":
            raise JSONDecodeError("Expecting ',' delimiter")
        at += 1


def _object(s, at):
    result = {}
    if s[at:at + 1] == "}":
        return result, at + 1
    while True:
        at = _skip(s, at)
        if s[at:at + 1] != "\"":
            raise JSONDecodeError("Expecting property name enclosed in double quotes")
        key, at = _string(s, at + 1)
        at = _skip(s, at)
        if s[at:at + 1] != ":":
            raise JSONDecodeError("Expecting ':' delimiter")
        result[key], at = _value(s, _skip(s, at + 1))
        at = _skip(s, at)
        if s[at:at + 1] == "}":
            return result, at + 1
        if s[at:at + 1] != ",":
            raise JSONDecodeError("Expecting ',' delimiter")
        at += 1
