"""Regular expressions as trees. A node is a tuple whose first item names its kind."""

_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a", "\\": "\\"}
_FLAGS = {"i": 2, "L": 4, "m": 8, "s": 16, "u": 32, "x": 64, "a": 256}
_PLACES = {"A": ("absolute_start",), "Z": ("absolute_end",), "b": ("boundary", True), "B": ("boundary", False)}
_FIXED = ("start", "end", "absolute_start", "absolute_end", "boundary", "ahead", "behind")


class error(Exception):

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        Exception.__init__(self, msg if pos is None else "%s at position %d" % (msg, pos))
        self.msg, self.pattern, self.pos = msg, pattern, pos
        if pos is not None:
            self.lineno = pattern.count("\n", 0, pos) + 1
            self.colno = pos - pattern.rfind("\n", 0, pos)


class Parser(object):
    """What patterns and templates have in common."""

    def __init__(self, text):
        self.text = text
        self.at = 0

    def peek(self):
        return self.text[self.at:self.at + 1]

    def take(self, expected):
        if self.text.startswith(expected, self.at):
            self.at += len(expected)
            return True
        return False

    def fail(self, message, at=None):
        raise error(message, self.text, self.at if at is None else at)

    def until(self, closing, name):
        """What stands before `closing`."""
        end = self.text.find(closing, self.at)
        if end < 0:
            if self.at == len(self.text):
                self.fail("missing " + name)
            self.fail("missing %s, unterminated name" % closing)
        found = self.text[self.at:end]
        if not found:
            self.fail("missing " + name)
        self.at = end + 1
        return found

    def octal(self, start):
        """The digits of an octal escape whose first stands at `start`."""
        while self.at < start + 3 and self.peek() in tuple("01234567"):
            self.at += 1
        return int(self.text[start:self.at], 8)


class _PatternParser(Parser):

    def __init__(self, text, flags):
        Parser.__init__(self, text)
        self.groups = 0
        self.names = {}
        self.flags = flags
        self.open = []
        self.widths = {}

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

    def skip_blanks(self):
        while self.flags & 64 and self.at < len(self.text) and self.peek() in " \t\n\r\f\v#":
            if self.peek() == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            else:
                self.at += 1

    def repeated(self, item):
        while True:
            self.skip_blanks()
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
            if item[0] in _FIXED and item[0] not in ("ahead", "behind"):
                self.fail("nothing to repeat", start)
            if item[0] == "repeat":
                self.fail("multiple repeat", start)
            item = ("repeat", item, least, most, not self.take("?"))

    def bounds(self):
        end = self.text.find("}", self.at)
        inner = self.text[self.at + 1:end] if end >= 0 else ""
        low, comma, high = inner.partition(",")
        if not inner or low and not low.isdigit() or high and not high.isdigit():
            return None
        start, self.at = self.at + 1, end + 1
        least = int(low) if low else 0
        most = (int(high) if high else None) if comma else least
        if most is not None and most < least:
            self.fail("min repeat greater than max repeat", start)
        return least, most

    def item(self):
        self.skip_blanks()
        letter = self.peek()
        if not letter or letter in "|)":
            return None
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
        return ("letter", letter)

    def escape(self):
        start = self.at - 1
        letter = self.peek()
        if not letter:
            self.fail("bad escape (end of pattern)", start)
        self.at += 1
        if letter in "dDwWsS":
            return ("set", False, [("class", letter)])
        if letter in _PLACES:
            return _PLACES[letter]
        if letter in "123456789":
            return self.reference(start)
        return ("letter", self.escaped_letter(letter, start))

    def reference(self, start):
        digits = self.text[self.at - 1:self.at + 1]
        if len(digits) == 2 and digits.isdigit():
            self.at += 1
            if self.text[start + 1:start + 4].isdigit() and all([d in "01234567" for d in self.text[start + 1:start + 4]]):
                return ("letter", chr(self.octal(start + 1)))
        number = int(self.text[start + 1:self.at])
        if number > self.groups:
            self.fail("invalid group reference %d" % number, start + 1)
        if number in self.open:
            self.fail("cannot refer to an open group", start)
        return ("backreference", number)

    def escaped_letter(self, letter, start):
        if letter == "0":
            return chr(self.octal(start + 1))
        if letter in "xuU":
            size = {"x": 2, "u": 4, "U": 8}[letter]
            digits = self.text[self.at:self.at + size]
            if len(digits) < size or not all([digit in "0123456789abcdefABCDEF" for digit in digits]):
                self.fail("incomplete escape " + self.text[start:self.at + len(digits)], start)
            self.at += size
            return chr(int(digits, 16))
        if letter not in _ESCAPES and ("a" <= letter <= "z" or "A" <= letter <= "Z"):
            self.fail("bad escape \\" + letter, start)
        return _ESCAPES.get(letter, letter)

    def set(self):
        start = self.at - 1
        negated = self.take("^")
        ranges, first = [], True
        while first or self.peek() != "]":
            if self.at >= len(self.text):
                self.fail("unterminated character set", start)
            first = False
            begin = self.at
            low = self.set_letter(ranges)
            if self.peek() == "-" and self.text[self.at + 1:self.at + 2] not in ("]", ""):
                self.at += 1
                high = self.set_letter(ranges)
                if low is None or high is None or high < low:
                    self.fail("bad character range " + self.text[begin:self.at], begin)
                ranges.append((low, high))
            elif low is not None:
                ranges.append((low, low))
        self.at += 1
        return ("set", negated, ranges)

    def set_letter(self, ranges):
        """One letter of a set; None for a class, which goes into the ranges."""
        start = self.at
        letter = self.peek()
        self.at += 1
        if letter != "\\":
            return letter
        letter = self.peek()
        self.at += 1
        if letter and letter in "dDwWsS":
            ranges.append(("class", letter))
            return None
        if letter and letter in "01234567":
            return chr(self.octal(start + 1))
        return "\b" if letter == "b" else self.escaped_letter(letter, start)

    def group(self):
        start = self.at - 1
        if not self.take("?"):
            return self.captured(None, start)
        for opening, wanted in (("=", True), ("!", False)):
            if self.take(opening):
                return ("ahead", self.closed(start), wanted)
            if self.take("<" + opening):
                return self.behind(start, wanted)
        if self.take(":"):
            return self.closed(start)
        if self.take("P<"):
            begin = self.at
            return self.captured(self.name(self.until(">", "group name"), begin), start)
        if self.take("P="):
            begin = self.at
            name = self.name(self.until(")", "group name"), begin)
            if name not in self.names:
                self.fail("unknown group name %r" % name, begin)
            return ("backreference", self.names[name])
        if self.take("("):
            return self.conditional(start)
        if self.take("#"):
            end = self.text.find(")", self.at)
            if end < 0:
                self.fail("missing ), unterminated comment", start)
            self.at = end + 1
            return None
        if self.take("P") or self.take("<"):
            self.at += 1
            self.unknown_extension(start)
        return self.with_flags(start)

    def unknown_extension(self, start):
        if self.at > len(self.text):
            self.fail("unexpected end of pattern", len(self.text))
        self.fail("unknown extension " + self.text[start + 1:self.at], start + 1)

    def name(self, name, begin):
        if not name.isidentifier():
            self.fail("bad character in group name %r" % name, begin)
        return name

    def behind(self, start, wanted):
        inner = self.closed(start)
        low, high = width(inner, self.widths)
        if low != high:
            raise error("look-behind requires fixed-width pattern")
        return ("behind", inner, wanted, low)

    def conditional(self, start):
        begin = self.at
        name = self.until(")", "group name")
        number = self.names.get(name) if not name.isdigit() else int(name)
        if number is None:
            self.fail("unknown group name %r" % self.name(name, begin), begin)
        if number == 0:
            self.fail("bad group number", begin)
        yes, no = self.sequence(), ("sequence", [])
        if self.take("|"):
            no = self.sequence()
            if self.peek() == "|":
                self.fail("conditional backref with more than two branches")
        if not self.take(")"):
            self.fail("missing ), unterminated subpattern", start)
        return ("conditional", number, yes, no)

    def with_flags(self, start):
        added, removed = self.flag_letters(), 0
        if self.take("-"):
            removed = self.flag_letters()
        elif self.take(")"):
            self.flags |= added
            return None
        if not self.take(":"):
            if self.at >= len(self.text):
                self.fail("unexpected end of pattern" if not added else "missing -, : or )")
            self.at += 1
            self.unknown_extension(start)
        return ("flags", self.closed(start), added, removed)

    def flag_letters(self):
        flags = 0
        while self.peek() and self.peek() in _FLAGS:
            flags |= _FLAGS[self.peek()]
            self.at += 1
        return flags

    def captured(self, name, start):
        self.groups += 1
        number = self.groups
        if name is not None:
            if name in self.names:
                self.fail("redefinition of group name %r as group %d; was group %d" % (name, number, self.names[name]),
                          self.at - len(name) - 1)
            self.names[name] = number
        self.open.append(number)
        inner = self.closed(start)
        self.open.remove(number)
        self.widths[number] = width(inner, self.widths)
        return ("group", inner, number)

    def closed(self, start):
        inner = self.alternatives()
        if not self.take(")"):
            self.fail("missing ), unterminated subpattern", start)
        return inner


_ENDLESS = 1 << 32


def width(node, of_groups):
    """The least and the greatest number of letters that a node matches."""
    kind = node[0]
    if kind == "sequence":
        parts = [width(item, of_groups) for item in node[1]]
        return sum([low for low, _ in parts]), min(_ENDLESS, sum([high for _, high in parts]))
    if kind in ("any_of", "conditional"):
        parts = [width(branch, of_groups) for branch in (node[1] if kind == "any_of" else node[2:])]
        return min([low for low, _ in parts]), max([high for _, high in parts])
    if kind == "repeat":
        low, high = width(node[1], of_groups)
        return low * node[2], _ENDLESS if node[3] is None and high else min(_ENDLESS, high * (node[3] or 0))
    if kind in ("group", "flags"):
        return width(node[1], of_groups)
    if kind == "backreference":
        return of_groups.get(node[1], (0, _ENDLESS))
    return (0, 0) if kind in _FIXED else (1, 1)


def parse(text, flags):
    """(tree, number of groups, names of groups, flags that the pattern sets)"""
    parser = _PatternParser(text, flags)
    tree = parser.alternatives()
    if parser.at < len(text):
        parser.fail("unbalanced parenthesis")
    return tree, parser.groups, parser.names, parser.flags


class _TemplateParser(Parser):

    def __init__(self, text, groups, names):
        Parser.__init__(self, text)
        self.groups, self.names = groups, names

    def parts(self):
        parts = []
        while self.at < len(self.text):
            end = self.text.find("\\", self.at)
            end = len(self.text) if end < 0 else end
            if end > self.at:
                parts.append(self.text[self.at:end])
                self.at = end
            else:
                parts.append(self.escape())
        return parts

    def escape(self):
        start = self.at
        letter = self.text[start + 1:start + 2]
        self.at += 2
        if not letter:
            self.fail("bad escape (end of pattern)", start)
        if letter == "g":
            return self.named()
        if letter == "0":
            return chr(self.octal(start + 1) & 255)
        if letter.isdigit():
            if self.peek().isdigit() and self.peek():
                self.at += 1
            digits = self.text[start + 1:start + 4]
            if len(digits) == 3 and all([digit in "01234567" for digit in digits]):
                return chr(self.octal(start + 1) & 255)
            return self.numbered(int(self.text[start + 1:self.at]), start + 1)
        if letter not in _ESCAPES and ("a" <= letter <= "z" or "A" <= letter <= "Z"):
            self.fail("bad escape \\" + letter, start)
        return _ESCAPES.get(letter, "\\" + letter)

    def numbered(self, number, at):
        if number > self.groups:
            self.fail("invalid group reference %d" % number, at)
        return number

    def named(self):
        if not self.take("<"):
            self.fail("missing <")
        begin = self.at
        name = self.until(">", "group name")
        if name.isdigit():
            return self.numbered(int(name), begin)
        if not name.isidentifier():
            self.fail("bad character in group name %r" % name, begin)
        if name not in self.names:
            raise IndexError("unknown group name %r" % name)
        return self.names[name]


def parse_template(text, groups, names):
    """The texts and the numbers of groups that a replacement is made of."""
    return _TemplateParser(text, groups, names).parts()
