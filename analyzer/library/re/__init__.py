"""re: regular expressions, matched by backtracking over a parsed pattern. On texts that are not known the answer is not
known either."""

from _tfscope import is_unknown, unknown
from re.matching import find
from re.parsing import error, parse

A = ASCII = 256
I = IGNORECASE = 2
L = LOCALE = 4
U = UNICODE = 32
M = MULTILINE = 8
S = DOTALL = 16
X = VERBOSE = 64
DEBUG = 128


class Match(object):

    def __init__(self, pattern, string, groups, span):
        self.re = pattern
        self.string = string
        self._spans = dict(groups)
        self._spans[0] = span
        self.pos = 0
        self.endpos = len(string)

    def _span(self, group):
        if isinstance(group, str):
            if group not in self.re.groupindex:
                raise IndexError("no such group")
            group = self.re.groupindex[group]
        if group > self.re.groups:
            raise IndexError("no such group")
        return self._spans.get(group)

    def group(self, *groups):
        found = []
        for group in groups or (0,):
            span = self._span(group)
            found.append(None if span is None else self.string[span[0]:span[1]])
        return found[0] if len(found) == 1 else tuple(found)

    def __getitem__(self, group):
        return self.group(group)

    def groups(self, default=None):
        result = []
        for i in range(1, self.re.groups + 1):
            span = self._spans.get(i)
            result.append(default if span is None else self.string[span[0]:span[1]])
        return tuple(result)

    def groupdict(self, default=None):
        result = {}
        for name in self.re.groupindex:
            value = self.group(name)
            result[name] = default if value is None else value
        return result

    def span(self, group=0):
        found = self._span(group)
        return (-1, -1) if found is None else found

    def start(self, group=0):
        return self.span(group)[0]

    def end(self, group=0):
        return self.span(group)[1]

    @property
    def lastindex(self):
        return max([i for i in self._spans if i] or [0]) or None

    def expand(self, template):
        return _expand(self, template)

    def __repr__(self):
        return "<re.Match object; span=%r, match=%r>" % (self.span(), self.group())


class Pattern(object):

    def __init__(self, pattern, flags):
        self.pattern = pattern
        self.flags = flags
        self._tree, self.groups, self.groupindex, inner = parse(pattern, flags)
        self._flags = flags | inner

    def _at(self, string, start, anchored, whole=False):
        found = find(self._tree, string, start, self._flags, anchored, whole)
        return None if found is None else Match(self, string, found[1], found[0])

    def match(self, string, pos=0, endpos=None):
        return unknown("any") if is_unknown(string) else self._at(_text(string), pos, True)

    def fullmatch(self, string, pos=0, endpos=None):
        return unknown("any") if is_unknown(string) else self._at(_text(string), pos, True, True)

    def search(self, string, pos=0, endpos=None):
        return unknown("any") if is_unknown(string) else self._at(_text(string), pos, False)

    def _all(self, string):
        string = _text(string)
        position, found = 0, []
        while position <= len(string):
            match = self._at(string, position, False)
            if match is None:
                break
            found.append(match)
            position = match.end() + 1 if match.end() == match.start() else match.end()
        return found

    def finditer(self, string, pos=0, endpos=None):
        return unknown("list") if is_unknown(string) else iter(self._all(string))

    def findall(self, string, pos=0, endpos=None):
        if is_unknown(string):
            return unknown("list")
        result = []
        for match in self._all(string):
            groups = match.groups("")
            result.append(match.group() if not groups else groups[0] if len(groups) == 1 else groups)
        return result

    def subn(self, repl, string, count=0):
        if is_unknown(string):
            return unknown("str"), unknown("int")
        parts, last, number = [], 0, 0
        for match in self._all(string):
            if count and number >= count:
                break
            parts.append(string[last:match.start()])
            parts.append(repl(match) if callable(repl) else _expand(match, repl))
            last = match.end()
            number += 1
        parts.append(string[last:])
        return "".join(parts), number

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def split(self, string, maxsplit=0):
        if is_unknown(string):
            return unknown("list")
        parts, last, number = [], 0, 0
        for match in self._all(string):
            if maxsplit and number >= maxsplit:
                break
            parts.append(string[last:match.start()])
            parts.extend(match.groups())
            last = match.end()
            number += 1
        parts.append(string[last:])
        return parts

    def __repr__(self):
        return "re.compile(%r)" % self.pattern


def _text(string):
    if not isinstance(string, (str, bytes)):
        raise TypeError("expected string or bytes-like object")
    return string.decode("latin-1") if isinstance(string, bytes) else string


def _expand(match, template):
    if "\\" not in template:
        return template
    parts, i = [], 0
    while i < len(template):
        if template[i] != "\\" or i + 1 == len(template):
            parts.append(template[i])
            i += 1
            continue
        after = template[i + 1]
        if after == "g" and template[i + 2:i + 3] == "<":
            end = template.index(">", i)
            name = template[i + 3:end]
            parts.append(match.group(int(name) if name.isdigit() else name) or "")
            i = end + 1
        elif after.isdigit():
            parts.append(match.group(int(after)) or "")
            i += 2
        else:
            parts.append({"n": "\n", "t": "\t", "r": "\r", "\\": "\\"}.get(after, "\\" + after))
            i += 2
    return "".join(parts)


_compiled = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        return pattern
    if is_unknown(pattern):
        return unknown("any")
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    key = (_text(pattern), flags)
    if key not in _compiled:
        _compiled[key] = Pattern(key[0], flags)
    return _compiled[key]


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def escape(pattern):
    return "".join(["\\" + letter if letter in "\\.^$*+?{}[]|()-&~# \t\n\r\v\f" else letter for letter in pattern])


def purge():
    _compiled.clear()
