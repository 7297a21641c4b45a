"""difflib: what two sequences have in common."""

import collections as _collections

Match = _collections.namedtuple("Match", "a b size")


class SequenceMatcher(object):

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk, self.autojunk, self.a, self.b = isjunk, autojunk, None, None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        self.a = a
        self._blocks = None

    def set_seq2(self, b):
        self.b = b
        self._blocks = None
        self._places = {}
        for i, item in enumerate(b):
            self._places.setdefault(item, []).append(i)
        for item in list(self._places):
            junk = self.isjunk is not None and self.isjunk(item)
            popular = self.autojunk and len(b) >= 200 and len(self._places[item]) > len(b) // 100 + 1
            if junk or popular:
                del self._places[item]

    def find_longest_match(self, alo, ahi, blo, bhi):
        best_a, best_b, best = alo, blo, 0
        lengths = {}
        for i in range(alo, ahi):
            new = {}
            for j in self._places.get(self.a[i], ()):
                if blo <= j < bhi:
                    new[j] = lengths.get(j - 1, 0) + 1
                    if new[j] > best:
                        best_a, best_b, best = i - new[j] + 1, j - new[j] + 1, new[j]
            lengths = new
        while best_a > alo and best_b > blo and self.a[best_a - 1] == self.b[best_b - 1]:
            best_a, best_b, best = best_a - 1, best_b - 1, best + 1
        while best_a + best < ahi and best_b + best < bhi and self.a[best_a + best] == self.b[best_b + best]:
            best += 1
        return Match(best_a, best_b, best)

    def get_matching_blocks(self):
        if self._blocks is not None:
            return self._blocks
        waiting, found = [(0, len(self.a), 0, len(self.b))], []
        while waiting:
            alo, ahi, blo, bhi = waiting.pop()
            match = self.find_longest_match(alo, ahi, blo, bhi)
            if match.size:
                found.append(match)
                waiting.append((alo, match.a, blo, match.b))
                waiting.append((match.a + match.size, ahi, match.b + match.size, bhi))
        self._blocks = []
        for match in sorted(found):
            last = self._blocks[-1] if self._blocks else Match(0, 0, 0)
            if last.size and last.a + last.size == match.a and last.b + last.size == match.b:
                self._blocks[-1] = Match(last.a, last.b, last.size + match.size)
            else:
                self._blocks.append(match)
        self._blocks.append(Match(len(self.a), len(self.b), 0))
        return self._blocks

    def get_opcodes(self):
        codes, a, b = [], 0, 0
        for match in self.get_matching_blocks():
            tag = "replace" if a < match.a and b < match.b else "delete" if a < match.a else "insert"
            if a < match.a or b < match.b:
                codes.append((tag, a, match.a, b, match.b))
            a, b = match.a + match.size, match.b + match.size
            if match.size:
                codes.append(("equal", match.a, a, match.b, b))
        return codes

    def ratio(self):
        return _ratio(sum([match.size for match in self.get_matching_blocks()]), len(self.a) + len(self.b))

    def quick_ratio(self):
        left = _collections.Counter(self.b)
        matches = 0
        for item in self.a:
            if left[item] > 0:
                matches += 1
                left[item] -= 1
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:
        raise ValueError("n must be > 0: %r" % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError("cutoff must be in [0.0, 1.0]: %r" % (cutoff,))
    matcher, found = SequenceMatcher(), []
    matcher.set_seq2(word)
    for candidate in possibilities:
        matcher.set_seq1(candidate)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            found.append((matcher.ratio(), candidate))
    return [candidate for _, candidate in sorted(found, reverse=True)[:n]]
