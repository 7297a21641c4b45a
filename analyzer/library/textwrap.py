"""textwrap."""

from _tfscope import is_unknown, unknown


def dedent(text):
    lines = text.split("\n")
    indents = [line[:len(line) - len(line.lstrip(" \t"))] for line in lines if line.strip()]
    margin = indents[0] if indents else ""
    for indent in indents:
        while not indent.startswith(margin):
            margin = margin[:-1]
    return "\n".join([line[len(margin):] if line.strip() else "" for line in lines])


def indent(text, prefix, predicate=None):
    found = []
    for line in text.splitlines(True):
        found.append(prefix + line if (line.strip() if predicate is None else predicate(line)) else line)
    return "".join(found)


def _parts_of(word):
    """A word, divided behind the hyphens between letters."""
    parts, begin = [], 0
    for place in range(2, len(word) - 2):
        before, after = word[place - 2:place], word[place + 1:place + 3]
        if word[place] == "-" and before.isalpha() and after.isalpha():
            parts.append(word[begin:place + 1])
            begin = place + 1
    return parts + [word[begin:]]


def _chunks_of(text, break_on_hyphens=True):
    """Words and the blanks between them, in order."""
    chunks, begin = [], 0
    for place in range(1, len(text) + 1):
        if place == len(text) or (text[place] == " ") != (text[begin] == " "):
            chunk = text[begin:place]
            chunks += _parts_of(chunk) if break_on_hyphens and chunk[0] != " " else [chunk]
            begin = place
    return chunks


def wrap(text, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
         break_long_words=True, break_on_hyphens=True, drop_whitespace=True, **kwargs):
    if width <= 0:
        raise ValueError("invalid width %r (must be > 0)" % width)
    if is_unknown(text) or is_unknown(len(text)):
        return unknown("list")
    if expand_tabs:
        text = text.expandtabs(kwargs.get("tabsize", 8))
    if replace_whitespace:
        text = text.translate({ord(blank): " " for blank in "\t\n\x0b\x0c\r"})
    chunks, lines = _chunks_of(text, break_on_hyphens), []
    chunks.reverse()
    while chunks:
        indent = subsequent_indent if lines else initial_indent
        room, here = width - len(indent), []
        if drop_whitespace and lines and not chunks[-1].strip():
            chunks.pop()
        while chunks and len(chunks[-1]) <= room:
            room -= len(chunks[-1])
            here.append(chunks.pop())
        if chunks and len(chunks[-1]) > width - len(indent):
            _break(chunks, here, room if width > len(indent) else 1, break_long_words)
        if drop_whitespace and here and not here[-1].strip():
            here.pop()
        if here:
            lines.append(indent + "".join(here))
    return lines


def _break(chunks, here, room, break_long_words):
    """Takes from a word that no line has room for what this one has room for."""
    if break_long_words:
        word = chunks.pop()
        here.append(word[:room])
        chunks.append(word[room:])
    elif not here:
        here.append(chunks.pop())


def fill(text, width=70, **kwargs):
    lines = wrap(text, width, **kwargs)
    return unknown("str") if is_unknown(lines) else "\n".join(lines)


def shorten(text, width, placeholder=" [...]", **kwargs):
    words = text.split()
    if len(" ".join(words)) <= width:
        return " ".join(words)
    while words and len(" ".join(words)) + len(placeholder) > width:
        words.pop()
    return " ".join(words) + placeholder if words else placeholder.lstrip()


class TextWrapper(object):

    def __init__(self, width=70, **kwargs):
        self.width, self._kwargs = width, kwargs

    def wrap(self, text):
        return wrap(text, self.width, **self._kwargs)

    def fill(self, text):
        return fill(text, self.width, **self._kwargs)
