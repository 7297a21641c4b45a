"""pprint: values over several lines where they do not fit into one."""

import collections as _collections


def _sorted(items, key=lambda item: item):
    items = list(items)
    try:
        return sorted(items, key=key)
    except TypeError:
        return sorted(items, key=lambda item: str(type(key(item))))


_open = []


def _recursion(object):
    return "<Recursion on %s with id=%s>" % (type(object).__name__, id(object))


def _shown(object, depth, level):
    """On one line."""
    kind = type(object)
    plain = kind.__repr__ in (dict.__repr__, list.__repr__, tuple.__repr__)
    if not plain or not object:
        return repr(object)
    if id(object) in _open:
        return _recursion(object)
    _open.append(id(object))
    try:
        return _one_line(object, depth, level)
    finally:
        _open.pop()


def _one_line(object, depth, level):
    if depth and level >= depth:
        return {dict: "{...}", list: "[...]", tuple: "(...)"}[dict if isinstance(object, dict) else
                                                               list if isinstance(object, list) else tuple]
    if isinstance(object, dict):
        items = ["%s: %s" % (_shown(key, depth, level + 1), _shown(object[key], depth, level + 1))
                 for key in _sorted(object)]
        return "{%s}" % ", ".join(items)
    items = ", ".join([_shown(item, depth, level + 1) for item in object])
    if isinstance(object, list):
        return "[%s]" % items
    return "(%s,)" % items if len(object) == 1 else "(%s)" % items


class PrettyPrinter(object):

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent, self._width, self._depth, self._stream, self._compact = indent, width, depth, stream, compact

    def pprint(self, object):
        text = self.pformat(object)
        print(text) if self._stream is None else self._stream.write(text + "\n")

    def pformat(self, object):
        parts = []
        self._write(object, parts, 0, 0, 0)
        return "".join(parts)

    def _write(self, object, parts, indent, allowance, level):
        text = _shown(object, self._depth, level)
        if len(text) <= self._width - indent - allowance or id(object) in _open:
            parts.append(text)
            return
        _open.append(id(object))
        try:
            self._write_lines(object, text, parts, indent, allowance, level)
        finally:
            _open.pop()

    def _write_lines(self, object, text, parts, indent, allowance, level):
        kind = type(object)
        if isinstance(object, _collections.OrderedDict) and object:
            parts.append(kind.__name__ + "(")
            self._write(list(object.items()), parts, indent + len(kind.__name__) + 1, allowance + 1, level + 1)
            parts.append(")")
        elif isinstance(object, dict) and kind.__repr__ is dict.__repr__ and object:
            self._dict(object, parts, indent, allowance, level + 1)
        elif isinstance(object, list) and kind.__repr__ is list.__repr__:
            self._sequence(object, parts, indent, allowance, level + 1, "[", "]")
        elif isinstance(object, tuple) and kind.__repr__ is tuple.__repr__:
            self._sequence(object, parts, indent, allowance, level + 1, "(", ",)" if len(object) == 1 else ")")
        elif isinstance(object, (set, frozenset)) and object:
            name = "" if kind is set else kind.__name__ + "("
            self._sequence(_sorted(object), parts, indent + len(name), allowance, level + 1, name + "{",
                           "}" if kind is set else "})")
        elif isinstance(object, str) and object:
            self._text(object, parts, indent, allowance, level + 1)
        else:
            parts.append(text)

    def _dict(self, object, parts, indent, allowance, level):
        parts.append("{" + " " * (self._indent - 1))
        indent += self._indent
        keys = _sorted(object)
        for i, key in enumerate(keys):
            last = i == len(keys) - 1
            text = _shown(key, self._depth, level)
            parts.append(text + ": ")
            self._write(object[key], parts, indent + len(text) + 2, allowance + 1 if last else 1, level)
            if not last:
                parts.append(",\n" + " " * indent)
        parts.append("}")

    def _sequence(self, items, parts, indent, allowance, level, begin, end):
        parts.append(begin + " " * (self._indent - 1))
        indent += self._indent
        items = list(items)
        separator = ",\n" + " " * indent
        room = width = self._width - indent
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                room -= allowance + len(end)
                width -= allowance + len(end)
            if self._compact:
                text = _shown(item, self._depth, level)
                if i and room < len(text) + 2:
                    room = width
                    parts.append(separator)
                elif i:
                    room -= 2
                    parts.append(", ")
                if len(text) <= room:
                    room -= len(text)
                    parts.append(text)
                    continue
            elif i:
                parts.append(separator)
            self._write(item, parts, indent, allowance + len(end) if last else 1, level)
        parts.append(end)

    def _text(self, text, parts, indent, allowance, level):
        chunks = []
        if level == 1:
            indent += 1
            allowance += 1
        lines = text.splitlines(True)
        for number, line in enumerate(lines):
            room = self._width - indent - (allowance if number == len(lines) - 1 else 0)
            if len(repr(line)) <= room:
                chunks.append(repr(line))
                continue
            words = _words(line)
            current = ""
            for i, word in enumerate(words):
                end = self._width - indent
                if i == len(words) - 1 and number == len(lines) - 1:
                    end -= allowance
                if len(repr(current + word)) > end:
                    if current:
                        chunks.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            parts.append(chunks[0])
            return
        joined = ("\n" + " " * indent).join(chunks)
        parts.append("(" + joined + ")" if level == 1 else joined)


def _words(line):
    """Each with the blanks behind it."""
    words, current = [], ""
    for char in line:
        if current and current[-1].isspace() and not char.isspace():
            words.append(current)
            current = ""
        current += char
    return words + [current] if current else words


def pformat(object, indent=1, width=80, depth=None, *, compact=False):
    return PrettyPrinter(indent, width, depth, compact=compact).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact).pprint(object)


def saferepr(object):
    return _shown(object, None, 0)


def isreadable(object):
    return True


def isrecursive(object):
    return False
