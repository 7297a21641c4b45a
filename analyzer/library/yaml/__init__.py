"""yaml: block and flow collections and plain, quoted and block scalars. A document with more (anchors, tags, several
documents) has an unknown value."""

from _tfscope import is_unknown, unknown


class YAMLError(Exception):
    pass


class Loader(object):
    pass


SafeLoader = FullLoader = UnsafeLoader = CLoader = CSafeLoader = Loader


class Dumper(object):
    pass


SafeDumper = CDumper = Dumper


class _Unread(Exception):
    """The document has something that is not read here."""


_WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False, "null": None, "~": None,
          "": None}


def _cases(word):
    return (word, word.capitalize(), word.upper())


def _number(text):
    digits = text.replace("_", "")
    body = digits.lstrip("+-")
    if body.isdigit():
        return int(digits, 8) if len(body) > 1 and body[0] == "0" and "8" not in body and "9" not in body else \
            int(digits) if body == "0" or body[0] != "0" else None
    if body[:2] == "0x":
        return int(digits, 16)
    if body in ("." + case for case in _cases("inf")):
        return float("-inf" if digits[0] == "-" else "inf")
    if body in ("." + case for case in _cases("nan")):
        return float("nan")
    mantissa, e, exponent = body.lower().partition("e")
    # The exponent needs a point before it and a sign of its own.
    if "." not in mantissa or (e and exponent[:1] not in ("+", "-")) or not mantissa.replace(".", "", 1).isdigit():
        return None
    return float(digits)


def _plain(text):
    for word in _WORDS:
        if text in _cases(word):
            return _WORDS[word]
    if text[:1] in "&*!%@`":
        raise _Unread()
    if len(text) > 7 and text[:4].isdigit() and text[4] == "-" and text[5].isdigit():
        return unknown("any")  # a date
    first = text[:1]
    number = _number(text) if first.isdigit() or first in "+-." else None
    return text if number is None else number


_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", '"': '"', "\\": "\\", "/": "/", " ": " "}


def _quoted(text, at):
    """The string that starts at a quote, and the place behind it."""
    quote, result, at = text[at], "", at + 1
    while at < len(text):
        char = text[at]
        if quote == "'" and char == "'" and text[at + 1:at + 2] == "'":
            result, at = result + "'", at + 2
        elif char == quote:
            return result, at + 1
        elif quote == '"' and char == "\\":
            if text[at + 1:at + 2] not in _ESCAPES:
                raise _Unread()
            result, at = result + _ESCAPES[text[at + 1]], at + 2
        else:
            result, at = result + char, at + 1
    raise _Unread()


def _skip(text, at):
    while at < len(text) and text[at] in " \t\n":
        at += 1
    return at


def _flow(text, at):
    """The value of a flow collection or a scalar in one, and the place behind it."""
    at = _skip(text, at)
    if text[at:at + 1] in ("[", "{"):
        close = "]" if text[at] == "[" else "}"
        items, is_map = [], close == "}"
        at = _skip(text, at + 1)
        while text[at:at + 1] != close:
            item, at = _flow(text, at)
            at = _skip(text, at)
            if is_map:
                value = None
                if text[at:at + 1] == ":":
                    value, at = _flow(text, at + 1)
                item = (item, value)
            items.append(item)
            at = _skip(text, at)
            if text[at:at + 1] == ",":
                at = _skip(text, at + 1)
            elif text[at:at + 1] != close:
                raise _Unread()
        return (dict(items) if is_map else items), at + 1
    if text[at:at + 1] in ("'", '"'):
        return _quoted(text, at)
    end = at
    while end < len(text) and text[end] not in ",[]{}\n" and \
            not (text[end] == ":" and text[end + 1:end + 2] in " ,}]\n"):
        end += 1
    return _plain(text[at:end].strip()), end


def _uncommented(line):
    quote = ""
    for i in range(len(line)):
        char = line[i]
        if quote:
            quote = "" if char == quote else quote
        elif char in "'\"" and (i == 0 or line[i - 1] in " [{,:-"):
            quote = char
        elif char == "#" and (i == 0 or line[i - 1] in " \t"):
            return line[:i]
    return line


class _Reader(object):
    """Reads blocks of lines; each line is (indentation, text)."""

    def __init__(self, text):
        self.raw = text.split("\n")
        self.lines = []
        for number, line in enumerate(self.raw):
            shown = _uncommented(line).rstrip()
            if shown.strip() and shown.strip() != "---":
                if "\t" in shown[:len(shown) - len(shown.lstrip())]:
                    raise _Unread()
                self.lines.append((len(shown) - len(shown.lstrip()), shown.strip(), number))
        self.at = 0

    def block(self, indent):
        if self.at >= len(self.lines) or self.lines[self.at][0] < indent:
            return None
        indent, text, _ = self.lines[self.at]
        if text == "-" or text.startswith("- "):
            return self.sequence(indent)
        if self.key_end(text) >= 0:
            return self.mapping(indent)
        return self.scalar(text, indent)

    def key_end(self, text):
        at = 0
        if text[:1] in ("'", '"'):
            _, at = _quoted(text, 0)
        elif text[:1] in "[{":
            return -1
        while at < len(text):
            if text[at] == ":" and (at + 1 == len(text) or text[at + 1] == " "):
                return at
            at += 1
        return -1

    def sequence(self, indent):
        items = []
        while self.at < len(self.lines) and self.lines[self.at][0] == indent and \
                (self.lines[self.at][1] == "-" or self.lines[self.at][1].startswith("- ")):
            _, text, number = self.lines[self.at]
            rest = text[1:].lstrip()
            if rest:
                # What follows the dash is a block of its own, further to the right.
                inner = indent + len(text) - len(rest)
                self.lines[self.at] = (inner, rest, number)
                items.append(self.block(inner))
            else:
                self.at += 1
                items.append(self.block(indent + 1))
        return items

    def mapping(self, indent):
        result = {}
        while self.at < len(self.lines) and self.lines[self.at][0] == indent:
            _, text, _ = self.lines[self.at]
            end = self.key_end(text)
            if end < 0 or text.startswith("- "):
                raise _Unread()
            key, _ = _flow(text[:end], 0)
            rest = text[end + 1:].strip()
            if rest and rest[0] in "|>":
                result[key] = self.literal(rest, indent)
            elif rest:
                result[key] = self.scalar(rest, indent)
            else:
                self.at += 1
                deeper = self.at < len(self.lines) and self.lines[self.at][0] == indent and \
                    self.lines[self.at][1].startswith("-")
                result[key] = self.block(indent if deeper else indent + 1)
        if self.at < len(self.lines) and self.lines[self.at][0] > indent:
            raise _Unread()
        return result

    def scalar(self, text, indent):
        """A scalar or flow collection, which may go on in lines further to the right."""
        self.at += 1
        open_flow = text[:1] in "[{"
        while self.at < len(self.lines) and (self.lines[self.at][0] > indent or open_flow and text.count("[") +
                                             text.count("{") > text.count("]") + text.count("}")):
            text = text + " " + self.lines[self.at][1]
            self.at += 1
        if text[:1] in "[{'\"":
            value, end = _flow(text, 0)
            if text[end:].strip():
                raise _Unread()
            return value
        return _plain(text)

    def literal(self, header, indent):
        number = self.lines[self.at][2] + 1
        lines = []
        while number < len(self.raw) and (not self.raw[number].strip() or
                                          len(self.raw[number]) - len(self.raw[number].lstrip()) > indent):
            lines.append(self.raw[number])
            number += 1
        while self.at < len(self.lines) and self.lines[self.at][2] < number:
            self.at += 1
        margins = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
        lines = [line[min(margins):] if line.strip() else "" for line in lines]
        while lines and not lines[-1]:
            lines.pop()
        text = ("\n" if header[0] == "|" else " ").join(lines)
        return text if header[1:2] == "-" else text + "\n"


def load(stream, Loader=None):
    text = stream.read() if hasattr(stream, "read") else stream
    if is_unknown(text):
        return unknown("any")
    if isinstance(text, bytes):
        text = text.decode("utf-8")
    try:
        reader = _Reader(text)
        value = reader.block(0)
        return value if reader.at == len(reader.lines) else unknown("any")
    except _Unread:
        return unknown("any")


safe_load = full_load = unsafe_load = load


def load_all(stream, Loader=None):
    return unknown("list")


safe_load_all = load_all


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
