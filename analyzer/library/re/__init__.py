"""re: regular expressions, matched by backtracking over a parsed pattern. On texts that are not known the answer is not
known either."""

from _tfscope import is_unknown, unknown
from re.matching import find
from re.parsing import error, parse, parse_template

A = ASCII = 256
I = IGNORECASE = 2
L = LOCALE = 4
U = UNICODE = 32
M = MULTILINE = 8
S = DOTALL = 16
X = VERBOSE = 64
T = TEMPLATE = 1
DEBUG = 128

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "template",
           "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE",
           "MULTILINE", "DOTALL", "VERBOSE", "UNICODE"]
_NAMES = (("TEMPLATE", 1), ("IGNORECASE", 2), ("LOCALE", 4), ("MULTILINE", 8), ("DOTALL", 16), ("VERBOSE", 64),
          ("DEBUG", 128), ("ASCII", 256))


class Match(object):

    __module__ = "re"
    __tp_name__ = "re.Match"

    def __init__(self, pattern, string, found, pos, endpos):
        self.re, self.string, self.pos, self.endpos = pattern, string, pos, endpos
        span, groups, self.lastindex = found
        self._spans = dict(groups)
        self._spans[0] = span

    def _number(self, group):
        if isinstance(group, str):
            group = self.re.groupindex.get(group, -1)
        if not isinstance(group, int) or not 0 <= group <= self.re.groups:
            raise IndexError("no such group")
        return group

    def _text(self, number, default=None):
        span = self._spans.get(number)
        return default if span is None else self.string[span[0]:span[1]]

    def group(self, *groups):
        found = [self._text(self._number(group)) for group in groups or (0,)]
        return found[0] if len(found) == 1 else tuple(found)

    def __getitem__(self, group):
        return self.group(group)

    def groups(self, default=None):
        return tuple([self._text(i, default) for i in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return dict([(name, self._text(number, default)) for name, number in self.re.groupindex.items()])

    def span(self, group=0):
        return self._spans.get(self._number(group), (-1, -1))

    def start(self, group=0):
        return self.span(group)[0]

    def end(self, group=0):
        return self.span(group)[1]

    @property
    def regs(self):
        return tuple([self.span(i) for i in range(self.re.groups + 1)])

    @property
    def lastgroup(self):
        return dict([(number, name) for name, number in self.re.groupindex.items()]).get(self.lastindex)

    def expand(self, template):
        return self.re._expanded(self, self.re._template(template))

    def __repr__(self):
        return "<re.Match object; span=%r, match=%r>" % (self.span(), self.group())


class Pattern(object):

    __module__ = "re"
    __tp_name__ = "re.Pattern"

    def __init__(self, pattern, flags):
        self._is_bytes = isinstance(pattern, bytes)
        text = pattern.decode("latin-1") if self._is_bytes else pattern
        self.pattern = pattern
        self._tree, self.groups, self.groupindex, flags = parse(text, flags)
        if self._is_bytes and flags & 32:
            raise ValueError("cannot use UNICODE flag with a bytes pattern")
        self.flags = flags if self._is_bytes or flags & 256 else flags | 32
        self._flags = flags | (256 if self._is_bytes else 0)

    def _subject(self, string):
        if not isinstance(string, (str, bytes, bytearray)):
            raise TypeError("expected string or bytes-like object")
        if isinstance(string, str) == self._is_bytes:
            raise TypeError("cannot use a %s pattern on a %s object" % (
                ("bytes", "string-like") if self._is_bytes else ("string", "bytes-like")))
        return string.decode("latin-1") if self._is_bytes else string

    def _first(self, string, pos, endpos, anchored, whole):
        text = self._subject(string)
        endpos = len(text) if endpos is None else max(0, min(endpos, len(text)))
        pos = max(0, min(pos, len(text)))
        if pos > endpos:
            return None
        return self._at(text[:endpos], string, pos, pos, anchored, whole)

    def _at(self, text, string, start, pos, anchored, whole=False, advance=False):
        found = find(self._tree, text, start, self._flags, anchored, whole, advance)
        return None if found is None else Match(self, string, found, pos, len(text))

    def match(self, string, pos=0, endpos=None):
        return unknown("any") if is_unknown(string) else self._first(string, pos, endpos, True, False)

    def fullmatch(self, string, pos=0, endpos=None):
        return unknown("any") if is_unknown(string) else self._first(string, pos, endpos, True, True)

    def search(self, string, pos=0, endpos=None):
        return unknown("any") if is_unknown(string) else self._first(string, pos, endpos, False, False)

    def _all(self, string, pos=0, endpos=None):
        text = self._subject(string)[:endpos]
        position, found, advance = max(0, pos), [], False
        while position <= len(text):
            match = self._at(text, string, position, pos, False, False, advance)
            if match is None:
                break
            found.append(match)
            position = match.end()
            advance = match.start() == position  # where an empty match ends, no other empty one begins
        return found

    def finditer(self, string, pos=0, endpos=None):
        return unknown("list") if is_unknown(string) else iter(self._all(string, pos, endpos))

    def findall(self, string, pos=0, endpos=None):
        if is_unknown(string):
            return unknown("list")
        result = []
        for match in self._all(string, pos, endpos):
            groups = match.groups(string[:0])
            result.append(match.group() if not groups else groups[0] if len(groups) == 1 else groups)
        return result

    def _template(self, repl):
        """The texts and group numbers that a replacement is made of."""
        if not isinstance(repl, (str, bytes)):
            raise TypeError("decoding to str: need a bytes-like object, %s found" % type(repl).__name__)
        text = repl.decode("latin-1") if isinstance(repl, bytes) else repl
        parts = parse_template(text, self.groups, self.groupindex) if "\\" in text else [text]
        if isinstance(repl, bytes):
            return [part if isinstance(part, int) else part.encode("latin-1") for part in parts]
        return parts

    def _expanded(self, match, parts):
        empty = match.string[:0]
        return empty.join([match._text(part, empty) if isinstance(part, int) else part for part in parts])

    def subn(self, repl, string, count=0):
        if is_unknown(string) or is_unknown(repl):
            return unknown("str"), unknown("int")
        self._subject(string)
        template = None if callable(repl) else self._template(repl)
        parts, last, number = [], 0, 0
        for match in self._all(string):
            if count and number >= count:
                break
            if match.start() > last:
                parts.append(string[last:match.start()])
            parts.append(repl(match) if template is None else self._expanded(match, template))
            last = match.end()
            number += 1
        parts.append(string[last:])
        return string[:0].join(parts), number

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

    def __eq__(self, other):
        return isinstance(other, Pattern) and (self.pattern, self.flags) == (other.pattern, other.flags)

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __repr__(self):
        names = ["re." + name for name, flag in _NAMES if self.flags & flag]
        shown = repr(self.pattern)
        return "re.compile(%s%s)" % (shown[:200], ", " + "|".join(names) if names else "")


_compiled = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if is_unknown(pattern):
        return unknown("any")
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    key = (type(pattern), pattern, flags)
    if key not in _compiled:
        _compiled[key] = Pattern(pattern, flags)
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


def template(pattern, flags=0):
    return compile(pattern, flags | T)


def escape(pattern):
    text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
    text = "".join(["\\" + letter if letter in "\\.^$*+?{}[]|()-&~# \t\n\r\v\f" else letter for letter in text])
    return text.encode("latin-1") if isinstance(pattern, bytes) else text


def purge():
    _compiled.clear()
