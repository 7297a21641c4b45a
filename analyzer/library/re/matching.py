"""Matching of a parsed pattern: each node hands each of its possible ends to what follows it."""


_DEEPEST = 40  # turns of a repetition that recur


class _Search(object):

    def __init__(self, text, flags, groups):
        self.text = text
        self.groups = groups
        self.last = None
        self.use(flags)

    def use(self, flags):
        self.flags = flags
        self.ignore_case = bool(flags & 2)
        self.multiline = bool(flags & 8)
        self.dot_all = bool(flags & 16)
        self.ascii = bool(flags & 256)

    def node(self, node, at, then):
        """The end that `then` answers for the first way in which the node matches at `at`; None if there is none."""
        kind = node[0]
        if kind == "sequence":
            return self.sequence(node[1], 0, at, then)
        if kind in ("letter", "dot", "set"):
            return then(at + 1) if at < len(self.text) and self.takes(node, self.text[at]) else None
        if kind == "repeat":
            return self.repeat(node, 0, at, then)
        if kind == "any_of":
            for branch in node[1]:
                end = self.node(branch, at, then)
                if end is not None:
                    return end
            return None
        if kind == "group":
            return self.group(node, at, then)
        if kind == "ahead":
            return then(at) if (self.node(node[1], at, lambda end: end) is not None) == node[2] else None
        if kind == "behind":
            found = at >= node[3] and self.node(node[1], at - node[3], lambda end: end) is not None
            return then(at) if found == node[2] else None
        if kind == "backreference":
            return self.backreference(node, at, then)
        if kind == "conditional":
            return self.node(node[3] if self.groups.get(node[1]) is None else node[2], at, then)
        if kind == "flags":
            return self.with_flags(node, at, then)
        return then(at) if self.holds(node, at) else None

    def backreference(self, node, at, then):
        span = self.groups.get(node[1])
        if span is None:
            return None
        wanted, found = self.text[span[0]:span[1]], self.text[at:at + span[1] - span[0]]
        same = wanted.lower() == found.lower() if self.ignore_case else wanted == found
        return then(at + span[1] - span[0]) if same else None

    def with_flags(self, node, at, then):
        outer = self.flags
        inner = (outer | node[2]) & ~node[3]

        def leave(end):
            self.use(outer)
            result = then(end)
            self.use(inner)
            return result

        self.use(inner)
        result = self.node(node[1], at, leave)
        self.use(outer)
        return result

    def sequence(self, items, i, at, then):
        # Single letters need no call each.
        while i < len(items) and items[i][0] in ("letter", "dot", "set"):
            if at >= len(self.text) or not self.takes(items[i], self.text[at]):
                return None
            at += 1
            i += 1
        if i == len(items):
            return then(at)
        return self.node(items[i], at, lambda end: self.sequence(items, i + 1, end, then))

    def group(self, node, at, then):
        before = self.groups.get(node[2])

        def close(end):
            inner, last = self.groups.get(node[2]), self.last
            self.groups[node[2]], self.last = (at, end), node[2]
            result = then(end)
            if result is None:
                self.groups[node[2]], self.last = inner, last
            return result

        result = self.node(node[1], at, close)
        if result is None:
            self.groups[node[2]] = before
        return result

    def repeat(self, node, count, at, then):
        _, item, least, most, greedy = node
        if item[0] in ("letter", "dot", "set"):
            return self.repeat_letter(node, at, then)

        if count >= _DEEPEST:
            return self.repeat_flat(node, count, at, then)

        def more():
            if most is not None and count >= most:
                return None
            return self.node(item, at, lambda end: None if end == at and count >= least else
                             self.repeat(node, count + 1, end, then))

        if count < least:
            return more()
        if greedy:
            end = more()
            return then(at) if end is None else end
        end = then(at)
        return more() if end is None else end

    def repeat_flat(self, node, count, at, then):
        """As `repeat`, but each turn matches in its first way only, which takes no recursion."""
        _, item, least, most, greedy = node
        ends = [(at, dict(self.groups))]
        while most is None or count + len(ends) <= most:
            end = self.node(item, ends[-1][0], lambda end: end)
            if end is None or end == ends[-1][0]:
                break
            ends.append((end, dict(self.groups)))
        fitting = ends[max(0, least - count):]
        for end, groups in reversed(fitting) if greedy else fitting:
            self.groups.clear()
            self.groups.update(groups)
            found = then(end)
            if found is not None:
                return found
        return None

    def repeat_letter(self, node, at, then):
        _, item, least, most, greedy = node
        limit = len(self.text) if most is None else min(len(self.text), at + most)
        longest = at
        while longest < limit and self.takes(item, self.text[longest]):
            longest += 1
        ends = range(longest, at + least - 1, -1) if greedy else range(at + least, longest + 1)
        for position in ends:
            end = then(position)
            if end is not None:
                return end
        return None

    def holds(self, node, at):
        kind = node[0]
        if kind == "start":
            return at == 0 or self.multiline and self.text[at - 1] == "\n"
        if kind == "end":
            return at == len(self.text) or self.text[at:] == "\n" or self.multiline and self.text[at] == "\n"
        if kind == "absolute_start":
            return at == 0
        if kind == "absolute_end":
            return at == len(self.text)
        before = at > 0 and self.is_word(self.text[at - 1])
        after = at < len(self.text) and self.is_word(self.text[at])
        return (before != after) == node[1]

    def takes(self, node, letter):
        if node[0] == "letter":
            return node[1] == letter or self.ignore_case and node[1].lower() == letter.lower()
        if node[0] == "dot":
            return self.dot_all or letter != "\n"
        letters = (letter.lower(), letter.upper()) if self.ignore_case else (letter,)
        return any([self.in_ranges(node[2], one) for one in letters]) != node[1]

    def in_ranges(self, ranges, letter):
        for low, high in ranges:
            if low == "class":
                if self.in_class(high, letter):
                    return True
            elif low <= letter <= high:
                return True
        return False

    def in_class(self, name, letter):
        if name in "DWS":
            return not self.in_class(name.lower(), letter)
        if self.ascii and letter > "\x7f":
            return False
        if name == "d":
            return letter.isdecimal()
        return self.is_word(letter) if name == "w" else letter.isspace()

    def is_word(self, letter):
        return (letter.isalnum() or letter == "_") and not (self.ascii and letter > "\x7f")


def find(tree, text, start, flags, anchored, whole, advance):
    """(span, groups, number of the group closed last) of the first match at `start`, or after it unless anchored. With
    `advance`, one at `start` is not empty."""
    length = len(text)
    for at in range(start, start + 1 if anchored else length + 1):
        search = _Search(text, flags, {})
        if whole:
            end = search.node(tree, at, lambda end: end if end == length else None)
        elif advance and at == start:
            end = search.node(tree, at, lambda end: None if end == start else end)
        else:
            end = search.node(tree, at, lambda end: end)
        if end is not None:
            groups = dict([item for item in search.groups.items() if item[1] is not None])
            return (at, end), groups, search.last
    return None
