"""textwrap."""


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


def wrap(text, width=70, initial_indent="", subsequent_indent="", **kwargs):
    lines, here, used = [], initial_indent, False
    for word in text.split():
        if used and len(here) + 1 + len(word) > width:
            lines.append(here)
            here, used = subsequent_indent, False
        here = here + (" " if used else "") + word
        used = True
    return lines + [here] if used else lines


def fill(text, width=70, **kwargs):
    return "\n".join(wrap(text, width, **kwargs))


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
