"""Regular expressions as trees. A node is a tuple whose first item names its kind."""

_CLASSES = {
    "d": (False, [("0", "9")]), "D": (True, [("0", "9")]),
    "w": (False, [("a", "z"), ("A", "Z"), ("0", "9"), ("_", "_")]),
    "W": (True, [("a", "z"), ("A", "Z"), ("0", "9"), ("_", "_")]),
    "s": (False, [(" ", " "), ("\t", "\r")]), "S": (True, [(" ", " "), ("\t", "\r")]),
}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a", "0": "\0"}
_FLAGS = {"i": 2, "L": 4, "m": 8, "s": 16, "u": 32, "x": 64, "a": 256}


class error(Exception):

    def __init__(self, msg, pattern=None, pos=None):
        Exception.__init__(self, msg if pos is None else "%s at position %d" % (msg, pos))
        self.msg, self.pattern, self.pos = msg, pattern, pos


class _Parser(object):

    def __init__(self, text, flags):
        self.text = text
        self.at = 0
        self.groups = 0
        self.names = {}
        self.flags = flags

    def peek(self):
        return self.text[self.at:self.at + 1]

    def take(self, expected):
        if self.text.startswith(expected, self.at):
            self.at += len(expected)
            return True
        return False

    def fail(self, message, at=None):
        raise error(message, self.text, self.at if at is None else at)

    def alternatives(self):
        branches = [self.sequence()]
        while self.take("|"):
            branches.append(self.sequence())
        return branches[0] if len(branches) == 1 else ("any_of", branches)

    def sequence(self):
        items = []
        while self.at < len(self.text) and self.peek() not in "|)":
            item = self.item()
            if item is not None:
                items.append(self.repeated(item))
        return ("sequence", items)

    def repeated(self, item):
        while True:
            start = self.at
            if self.take("*"):
                least, most = 0, None
            elif self.take("+"):
                least, most = 1, None
            elif self.take("?"):
                least, most = 0, 1
            elif self.peek() == "{":
                bounds = self.bounds()
                if bounds is None:
                    return item
                least, most = bounds
            else:
                return item
            if item[0] == "repeat":
                self.at = start
                self.fail("multiple repeat")
            item = ("repeat", item, least, most, not self.take("?"))

    def bounds(self):
        end = self.text.find("}", self.at)
        inner = self.text[self.at + 1:end] if end >= 0 else ""
        low, comma, high = inner.partition(",")
        if not (low.isdigit() or not low and comma) or high and not high.isdigit():
            return None
        self.at = end + 1
        least = int(low) if low else 0
        return least, (int(high) if high else None) if comma else least

    def item(self):
        letter = self.peek()
        self.at += 1
        if letter == ".":
            return ("dot",)
        if letter == "^":
            return ("start",)
        if letter == "$":
            return ("end",)
        if letter == "[":
            return self.set()
        if letter == "(":
            return self.group()
        if letter == "\\":
            return self.escape()
        if letter in "*+?":
            self.at -= 1
            self.fail("nothing to repeat")
        if self.flags & 64 and letter in " \t\n#":
            if letter == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            return None
        return ("letter", letter)

    def escape(self):
        letter = self.peek()
        if not letter:
            self.fail("bad escape (end of pattern)")
        self.at += 1
        if letter in _CLASSES:
            return ("set",) + _CLASSES[letter]
        if letter == "b" or letter == "B":
            return ("boundary", letter == "b")
        if letter == "A":
            return ("absolute_start",)
        if letter == "Z":
            return ("absolute_end",)
        if letter.isdigit() and letter != "0":
            return ("backreference", int(letter))
        return ("letter", self.escaped_letter(letter))

    def escaped_letter(self, letter):
        if letter in "xu":
            size = 2 if letter == "x" else 4
            self.at += size
            return chr(int(self.text[self.at - size:self.at], 16))
        return _ESCAPES.get(letter, letter)

    def set(self):
        start = self.at - 1
        negated = self.take("^")
        ranges, first = [], True
        while first or self.peek() != "]":
            if self.at >= len(self.text):
                self.fail("unterminated character set", start)
            first = False
            low = self.set_letter(ranges)
            if low is None:
                continue
            if self.peek() == "-" and self.text[self.at + 1:self.at + 2] not in ("]", ""):
                self.at += 1
                high = self.set_letter(ranges)
                if high is None or high < low:
                    self.fail("bad character range")
                ranges.append((low, high))
            else:
                ranges.append((low, low))
        self.at += 1
        return ("set", negated, ranges)

    def set_letter(self, ranges):
        """One letter of a set; None for a class, which goes into the ranges."""
        letter = self.peek()
        self.at += 1
        if letter != "\\":
            return letter
        letter = self.peek()
        self.at += 1
        if letter not in _CLASSES:
            return "\b" if letter == "b" else self.escaped_letter(letter)
        negated, inner = _CLASSES[letter]
        ranges.append((None, inner) if negated else ("", inner))
        return None

    def group(self):
        if not self.take("?"):
            return self.captured(None)
        for opening, kind, wanted in (("=", "ahead", True), ("!", "ahead", False),
                                      ("<=", "behind", True), ("<!", "behind", False)):
            if self.take(opening):
                return (kind, self.closed(), wanted)
        if self.take(":"):
            return self.closed()
        if self.take("P<"):
            end = self.text.index(">", self.at)
            name = self.text[self.at:end]
            self.at = end + 1
            return self.captured(name)
        if self.take("P="):
            end = self.text.index(")", self.at)
            number = self.names[self.text[self.at:end]]
            self.at = end + 1
            return ("backreference", number)
        if self.take("#"):
            self.at = self.text.index(")", self.at) + 1
            return None
        while self.peek() in _FLAGS and self.peek():
            self.flags |= _FLAGS[self.peek()]
            self.at += 1
        if self.take(")"):
            return None
        if self.take(":"):
            return self.closed()
        self.fail("unknown extension ?" + self.peek())

    def captured(self, name):
        self.groups += 1
        number = self.groups
        if name is not None:
            self.names[name] = number
        return ("group", self.closed(), number)

    def closed(self):
        start = self.text.rindex("(", 0, self.at)
        inner = self.alternatives()
        if not self.take(")"):
            self.fail("missing ), unterminated subpattern", start)
        return inner


def parse(text, flags):
    """(tree, number of groups, names of groups, flags that the pattern sets)"""
    parser = _Parser(text, flags)
    tree = parser.alternatives()
    if parser.at < len(text):
        parser.fail("unbalanced parenthesis")
    return tree, parser.groups, parser.names, parser.flags
