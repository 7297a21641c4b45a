"""Reads YAML 1.1 documents as PyYAML does: block and flow collections, plain, quoted and block scalars, anchors, aliases,
merge keys and the standard tags."""
import datetime


class Unread(Exception):
    """The document has something that is not read here, or is wrong."""


_WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False, "null": None, "~": None,
          "": None}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", '"': '"', "\\": "\\", "/": "/", " ": " ", "a": "\a", "b": "\b",
            "e": "\x1b", "f": "\f", "v": "\v"}
_ESCAPED_DIGITS = {"x": 2, "u": 4, "U": 8}
_MERGE = "<<"


# ---- scalars
def _cases(word):
    return (word, word.capitalize(), word.upper())


def _sexagesimal(body):
    total = 0
    for i, part in enumerate(body.split(":")):
        if not part.isdigit() or i and (len(part) > 2 or int(part) > 59):
            return None
        total = total * 60 + int(part)
    return total


def _integer(body):
    """The number of digits without a sign, or None."""
    if body.isdigit():
        if len(body) == 1 or body[0] != "0":
            return int(body)
        return None if "8" in body or "9" in body else int(body, 8)
    if body[:2] == "0x":
        return int(body, 16)
    if body[:2] == "0b":
        return int(body, 2)
    return _sexagesimal(body) if ":" in body and body[0] != "0" else None


def _number(text):
    digits = text.replace("_", "")
    body = digits[1:] if digits[:1] in ("+", "-") else digits
    sign = -1 if digits[:1] == "-" else 1
    if not body:
        return None
    whole = _integer(body)
    if whole is not None:
        return sign * whole
    if body in ["." + case for case in _cases("inf")]:
        return sign * float("inf")
    if body in ["." + case for case in _cases("nan")]:
        return float("nan")
    mantissa, e, exponent = body.lower().partition("e")
    # The exponent needs a point before it and a sign of its own.
    if "." not in mantissa or (e and exponent[:1] not in ("+", "-")) or not mantissa.replace(".", "", 1).isdigit():
        return None
    return float(digits)


def _date(text):
    parts = text.split("-")
    if [len(part) for part in parts] == [4, 2, 2] and all([part.isdigit() for part in parts]):
        return datetime.date(int(parts[0]), int(parts[1]), int(parts[2]))
    if len(text) > 10 and text[:4].isdigit() and text[4] == "-" and text[5].isdigit():
        raise Unread()  # a time
    return None


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
            escape = text[at + 1:at + 2]
            width = _ESCAPED_DIGITS.get(escape, 0)
            if width:
                result += chr(int(text[at + 2:at + 2 + width], 16))
            elif escape in _ESCAPES:
                result += _ESCAPES[escape]
            else:
                raise Unread()
            at += 2 + width
        else:
            result, at = result + char, at + 1
    raise Unread()


def _tagged(tag, value, text):
    """A value under one of the standard tags; `text` is that of a scalar."""
    kind = tag[2:]
    if kind in ("str", "python/str", "python/unicode"):
        return text
    if kind in ("int", "python/int", "float", "python/float"):
        number = _number(text)
        if number is None:
            raise Unread()
        return int(number) if "int" in kind else float(number)
    if kind == "python/tuple" and isinstance(value, list):
        return tuple(value)
    if kind in ("map", "seq", "bool", "null", "python/bool", "python/none", "python/list", "python/dict"):
        return value
    raise Unread()


def _properties(text):
    """(anchor, tag, rest) of a node's text."""
    anchor = tag = ""
    while text[:1] in ("&", "!"):
        word, _, rest = text.partition(" ")
        if text[0] == "&":
            anchor = word[1:]
        else:
            tag = word
        text = rest.lstrip()
    return anchor, tag, text


def _mapping(items):
    """A dictionary of pairs, in which merged mappings come first and give way."""
    merged = {}
    for key, value in items:
        if key is not _MERGE:
            continue
        for mapping in reversed(value) if isinstance(value, list) else [value]:
            if not isinstance(mapping, dict):
                raise Unread()
            merged.update(mapping)
    merged.update([(key, value) for key, value in items if key is not _MERGE])
    return merged


def _skip(text, at):
    while at < len(text) and text[at] in " \t\n":
        at += 1
    return at


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


def _indentation(line):
    return len(line) - len(line.lstrip())


def _folded(lines):
    """The text of a folded block: single line breaks are blanks, but not around lines further to the right."""
    result, previous, breaks = "", "", 0
    for line in lines:
        if not line:
            breaks += 1
            continue
        if previous and (previous[0] in " \t" or line[0] in " \t"):
            breaks += 1
        result += ("\n" * breaks or " " if previous else "\n" * breaks) + line
        previous, breaks = line, 0
    return result


class _Document(object):
    """Reads blocks of lines; each line is (indentation, text, number)."""

    def __init__(self, raw):
        self.raw = raw
        self.lines = []
        self.anchors = {}
        self.at = 0
        for number, line in enumerate(raw):
            shown = _uncommented(line).rstrip()
            if shown.strip():
                if "\t" in shown[:_indentation(shown)]:
                    raise Unread()
                self.lines.append((_indentation(shown), shown.strip(), number))

    def read(self):
        value = self.block(0)
        if self.at < len(self.lines):
            raise Unread()
        return value

    # ---- nodes in a line
    def plain(self, text):
        if text[:1] == "*":
            if text[1:] not in self.anchors:
                raise Unread()
            return self.anchors[text[1:]]
        for word in _WORDS:
            if text in _cases(word):
                return _WORDS[word]
        if text == _MERGE:
            return _MERGE
        if text[:1] in "%@`" or text[:2] in ("? ", "- "):
            raise Unread()
        first = text[:1]
        value = None
        if first.isdigit() or first in "+-.":
            value = _date(text)
            value = _number(text) if value is None else value
        return text if value is None else value

    def flow(self, text, at):
        """The value of a flow collection or a scalar in one, and the place behind it."""
        at = _skip(text, at)
        start = at
        while text[at:at + 1] in ("&", "!"):
            while at < len(text) and text[at] not in " ,]}":
                at += 1
            at = _skip(text, at)
        anchor, tag, _ = _properties(text[start:at])
        start = at
        value, at = self.flow_value(text, at)
        if tag:
            value = _tagged(tag, value, value if text[start] in "'\"" else text[start:at].strip())
        if anchor:
            self.anchors[anchor] = value
        return value, at

    def flow_value(self, text, at):
        if text[at:at + 1] in ("[", "{"):
            return self.flow_collection(text, at)
        if text[at:at + 1] in ("'", '"'):
            return _quoted(text, at)
        end = at
        while end < len(text) and text[end] not in ",[]{}\n" and \
                not (text[end] == ":" and text[end + 1:end + 2] in " ,}]\n"):
            end += 1
        return self.plain(text[at:end].strip()), end

    def flow_collection(self, text, at):
        close = "]" if text[at] == "[" else "}"
        items, is_map = [], close == "}"
        at = _skip(text, at + 1)
        while text[at:at + 1] != close:
            item, at = self.flow(text, at)
            at = _skip(text, at)
            if is_map or text[at:at + 1] == ":":
                value = None
                if text[at:at + 1] == ":":
                    value, at = self.flow(text, at + 1)
                item = (item, value) if is_map else {item: value}
            items.append(item)
            at = _skip(text, at)
            if text[at:at + 1] == ",":
                at = _skip(text, at + 1)
            elif text[at:at + 1] != close:
                raise Unread()
        return (_mapping(items) if is_map else items), at + 1

    # ---- blocks
    def block(self, indent):
        if self.at >= len(self.lines) or self.lines[self.at][0] < indent:
            return None
        indent, text, _ = self.lines[self.at]
        if text == "-" or text.startswith("- "):
            return self.sequence(indent)
        if self.key_end(text) >= 0:
            return self.mapping(indent)
        return self.value(text, indent - 1, False)

    def key_end(self, text):
        at = 0
        if text[:1] in ("'", '"'):
            _, at = _quoted(text, 0)
        elif text[:1] in "[{?":
            return -1
        while at < len(text):
            if text[at] == ":" and (at + 1 == len(text) or text[at + 1] == " "):
                return at
            at += 1
        return -1

    def value(self, text, indent, after_key):
        """The node whose text starts in the current line, in a block of `indent`."""
        anchor, tag, text = _properties(text)
        if text and text[0] in "|>":
            value = shown = self.literal(text, indent)
        elif text:
            value, shown = self.scalar(text, indent)
        else:
            self.at += 1
            same = after_key and self.at < len(self.lines) and self.lines[self.at][0] == indent and \
                self.lines[self.at][1].startswith("-")
            value, shown = self.block(indent if same else indent + 1), ""
        if tag:
            value = _tagged(tag, value, shown)
        if anchor:
            self.anchors[anchor] = value
        return value

    def sequence(self, indent):
        items = []
        while self.at < len(self.lines) and self.lines[self.at][0] == indent and \
                (self.lines[self.at][1] == "-" or self.lines[self.at][1].startswith("- ")):
            _, text, number = self.lines[self.at]
            rest = text[1:].lstrip()
            if rest and rest[0] not in "&!|>":
                # What follows the dash is a block of its own, further to the right.
                inner = indent + len(text) - len(rest)
                self.lines[self.at] = (inner, rest, number)
                items.append(self.block(inner))
            else:
                items.append(self.value(rest, indent, False))
        return items

    def mapping(self, indent):
        items = []
        while self.at < len(self.lines) and self.lines[self.at][0] == indent:
            _, text, _ = self.lines[self.at]
            end = self.key_end(text)
            if end < 0 or text.startswith("- "):
                raise Unread()
            key, _ = self.flow(text[:end], 0)
            items.append((key, self.value(text[end + 1:].strip(), indent, True)))
        if self.at < len(self.lines) and self.lines[self.at][0] > indent:
            raise Unread()
        return _mapping(items)

    def scalar(self, text, indent):
        """A scalar or flow collection, which may go on in lines further to the right, and its text."""
        self.at += 1
        open_flow = text[:1] in "[{"
        while self.at < len(self.lines) and (self.lines[self.at][0] > indent or open_flow and text.count("[") +
                                             text.count("{") > text.count("]") + text.count("}")):
            text = text + " " + self.lines[self.at][1]
            self.at += 1
        if text[:1] in "[{'\"":
            value, end = self.flow(text, 0)
            if text[end:].strip():
                raise Unread()
            return value, value
        if ": " in text:
            raise Unread()
        return self.plain(text), text

    def literal(self, header, indent):
        number = self.lines[self.at][2] + 1
        lines = []
        while number < len(self.raw) and (not self.raw[number].strip() or _indentation(self.raw[number]) > indent):
            lines.append(self.raw[number].rstrip("\r"))
            number += 1
        while self.at < len(self.lines) and self.lines[self.at][2] < number:
            self.at += 1
        margins = [_indentation(line) for line in lines if line.strip()]
        lines = [line[min(margins):] if line.strip() else "" for line in lines]
        blank = 0
        while lines and not lines[-1]:
            lines.pop()
            blank += 1
        text = "\n".join(lines) if header[0] == "|" else _folded(lines)
        if not lines or "-" in header:
            return text
        return text + "\n" * (max(blank, 1) if "+" in header else 1)


def documents(text):
    """The values of all documents of a text."""
    parts, lines, marked = [], [], False
    for line in text.split("\n") + ["..."]:
        starts = line == "---" or line.startswith("--- ")
        if starts or line.rstrip() == "...":
            document = _Document(lines)
            if marked or document.lines:
                parts.append(document)
            lines, marked = [line[4:]] if starts and line[4:] else [], starts
        elif line[:1] != "%":
            lines.append(line)
    return [document.read() for document in parts]
