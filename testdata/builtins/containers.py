"""list, tuple, dict, set, range, slice, bytes. Each line prints a result or the exception."""


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


def changed(value, action):
    """The value after an action, with what the action gave."""
    try:
        print(repr(value), repr(action(value)), repr(value))
    except Exception as e:
        print(type(e).__name__ + ":", e, repr(value))


def assign(target, index, value):
    target[index] = value


def delete(target, index):
    del target[index]


L = [3, 1, 2]
changed([1], lambda l: l.append(2))
changed([1], lambda l: l.extend([2, 3]))
changed([1], lambda l: l.extend(x for x in "ab"))
changed([1], lambda l: l.extend("xy"))
changed([1], lambda l: l.extend(5))
changed([1, 2], lambda l: l.insert(0, 9))
changed([1, 2], lambda l: l.insert(-1, 9))
changed([1, 2], lambda l: l.insert(100, 9))
changed([1, 2], lambda l: l.pop())
changed([1, 2], lambda l: l.pop(0))
changed([1, 2], lambda l: l.pop(5))
changed([], lambda l: l.pop())
changed([1, 2, 1], lambda l: l.remove(1))
changed([1], lambda l: l.remove(5))
changed([1, 2, 1], lambda l: (l.index(1), l.index(1, 1), l.count(1)))
changed([1], lambda l: l.index(5))
changed([1, 2], lambda l: l.reverse())
changed([3, 1, 2], lambda l: l.sort())
changed([3, 1, 2], lambda l: l.sort(reverse=True))
changed(["bb", "a", "ccc"], lambda l: l.sort(key=len))
changed(["b", "a", "B"], lambda l: l.sort(key=str.lower, reverse=True))
changed([1, "a"], lambda l: l.sort())
changed([1, 2], lambda l: l.clear())
changed([1, 2], lambda l: l.copy())
changed([1, 2, 3, 4], lambda l: assign(l, 1, 9))
changed([1, 2, 3, 4], lambda l: assign(l, -1, 9))
changed([1, 2, 3, 4], lambda l: assign(l, 9, 9))
changed([1, 2, 3, 4], lambda l: assign(l, "a", 9))
changed([1, 2, 3, 4], lambda l: assign(l, slice(1, 3), "xyz"))
changed([1, 2, 3, 4], lambda l: assign(l, slice(1, 1), [7, 8]))
changed([1, 2, 3, 4], lambda l: assign(l, slice(None, None, 2), [7, 8]))
changed([1, 2, 3, 4], lambda l: assign(l, slice(None, None, 2), [7]))
changed([1, 2, 3, 4], lambda l: assign(l, slice(3, 1), [7]))
changed([1, 2, 3, 4], lambda l: assign(l, slice(0, 1), 5))
changed([1, 2, 3, 4], lambda l: delete(l, 0))
changed([1, 2, 3, 4], lambda l: delete(l, -1))
changed([1, 2, 3, 4], lambda l: delete(l, 7))
changed([1, 2, 3, 4], lambda l: delete(l, slice(1, 3)))
changed([1, 2, 3, 4], lambda l: delete(l, slice(None, None, 2)))
changed([1, 2, 3, 4], lambda l: delete(l, slice(None, None, -2)))
t(lambda: (L[0], L[-1], L[0:2], L[::-1], L[5:], L[:-1], L[-100:100:2]))
t(lambda: L[3])
t(lambda: L["a"])
t(lambda: L[1.0])
t(lambda: L[None:2])
t(lambda: L["a":])
t(lambda: (L + [4], L * 2, 2 * L, L * 0, L * -1, [] + []))
t(lambda: L + (1,))
t(lambda: L + "a")
t(lambda: L * "a")
t(lambda: (3 in L, 9 in L, 9 not in L, [1] in [[1]], 1.0 in L, "3" in L))
t(lambda: ([1, 2] < [1, 3], [1] < [1, 2], [] < [1], [1, 2] == [1, 2], [1] != [2], [1, [2]] == [1, [2]], [2] > [1, 5]))
t(lambda: [1] < ["a"])
t(lambda: [1] < (1,))
t(lambda: [1] == (1,))
t(lambda: list("abc") + list((1, 2)) + list({3: 4}) + list(range(2)) + list())
t(lambda: list(5))
t(lambda: tuple([1, 2]) + tuple("ab") + () + (1,))
t(lambda: tuple(x * 2 for x in range(3)))
t(lambda: tuple(5))
t(lambda: ((1, 2, 3)[1:], (1, 2, 1).count(1), (1, 2).index(2), (1,) * 3))
t(lambda: (1, 2).index(5))
t(lambda: (1, 2)[5])
t(lambda: (1, 2) + [3])
t(lambda: assign((1, 2), 0, 1))
t(lambda: delete((1, 2), 0))
t(lambda: assign("ab", 0, "c"))
t(lambda: assign(5, 0, "c"))
t(lambda: (5)[0])
t(lambda: None["a"])
t(lambda: len[0])
d = {"a": 1, "b": 2}
changed({"a": 1}, lambda m: m.get("a"))
changed({"a": 1}, lambda m: (m.get("z"), m.get("z", 5)))
changed({"a": 1}, lambda m: m.setdefault("a", 5))
changed({"a": 1}, lambda m: m.setdefault("b", 5))
changed({"a": 1}, lambda m: m.setdefault("c"))
changed({"a": 1, "b": 2}, lambda m: m.pop("a"))
changed({"a": 1}, lambda m: m.pop("z"))
changed({"a": 1}, lambda m: m.pop("z", 0))
changed({"a": 1, "b": 2}, lambda m: m.popitem())
changed({}, lambda m: m.popitem())
changed({"a": 1}, lambda m: m.update({"b": 2}, c=3))
changed({"a": 1}, lambda m: m.update([("x", 1), ["y", 2]]))
changed({"a": 1}, lambda m: m.update(z=1))
changed({"a": 1}, lambda m: m.update([1]))
changed({"a": 1}, lambda m: m.update(["abc"]))
changed({"a": 1}, lambda m: m.update(5))
changed({"a": 1}, lambda m: m.update((k, k) for k in "pq"))
changed({"a": 1}, lambda m: m.clear())
changed({"a": [1]}, lambda m: m.copy())
changed({"a": 1}, lambda m: delete(m, "a"))
changed({"a": 1}, lambda m: delete(m, "z"))
changed({}, lambda m: assign(m, [], 1))
changed({}, lambda m: assign(m, (1, "x"), 1))
changed({1: "a"}, lambda m: assign(m, 1.0, "b"))
changed({1: "a"}, lambda m: assign(m, True, "b"))
t(lambda: d["z"])
t(lambda: d[[]])
t(lambda: {[]: 1})
t(lambda: {(1, []): 1})
t(lambda: (list(d.keys()), list(d.values()), list(d.items()), list(d), len(d), "a" in d, "z" in d))
t(lambda: (d.keys(), d.values(), d.items()))
t(lambda: (d.keys() | {"c"}) == {"a", "b", "c"})
t(lambda: sorted(d.keys() & ["a"]))
t(lambda: sorted(d.keys() - {"a"}))
t(lambda: d.keys() == {"a", "b"})
t(lambda: ("a", 1) in d.items())
t(lambda: 1 in d.values())
t(lambda: (dict(a=1, b=2), dict([("a", 1)]), dict({"x": 1}, y=2), dict(zip("ab", [1, 2])), dict()))
t(lambda: dict(5))
t(lambda: dict([1]))
t(lambda: dict({}, {}))
t(lambda: dict.fromkeys("ab"))
t(lambda: dict.fromkeys([1, 2], 0))
t(lambda: {"a": 1} == {"a": 1.0})
t(lambda: {"a": 1} == {"a": 2})
t(lambda: {"a": 1, "b": 2} == {"b": 2, "a": 1})
t(lambda: {} < {})
t(lambda: {**d, "c": 3})
t(lambda: [k + str(v) for k, v in sorted(d.items())])
t(lambda: {v: k for k, v in d.items()})
t(lambda: d.nope)


def grow():
    m = {1: 1}
    for k in m:
        m[k + 1] = 1


t(grow)
s = {1, 2, 3}
changed({1}, lambda m: m.add(2))
changed({1}, lambda m: m.add([]))
changed({1}, lambda m: m.remove(1))
changed({1}, lambda m: m.remove(5))
changed({1}, lambda m: m.discard(5))
changed(set(), lambda m: m.pop())
changed({1}, lambda m: m.update([2], (3,)))
changed({1, 2}, lambda m: m.intersection_update([2, 3]))
changed({1, 2}, lambda m: m.difference_update([2]))
changed({1, 2}, lambda m: m.symmetric_difference_update([2, 3]))
changed({1, 2}, lambda m: m.clear())
t(lambda: (s | {4}, s & {1, 9}, s - {1}, sorted(s ^ {1, 9})))
t(lambda: (s.union([7]), s.intersection([1], [1, 2]), s.difference([1]), s.symmetric_difference([1, 5])))
t(lambda: (s <= {1, 2, 3}, s < {1, 2, 3}, s < {1, 2, 3, 4}, s >= {1}, s == {3, 2, 1}, s != {1}, s.issubset([1, 2, 3]), s.isdisjoint([9])))
t(lambda: s | [4])
t(lambda: s + {4})
t(lambda: (set(), frozenset(), frozenset([1]), set("a"), {1} == frozenset([1])))
t(lambda: frozenset([1]) | {2})
t(lambda: {frozenset([1]): "x"}[frozenset([1])])
t(lambda: {set()})
t(lambda: set(5))
t(lambda: (2 in s, 5 in s, len(s), sorted(s), sum(s)))
t(lambda: set(x % 3 for x in range(10)))
t(lambda: set([3, 1, 2]) == {1, 2, 3})
r = range(2, 20, 3)
t(lambda: (r, len(r), r[0], r[-1], r[1:3], list(r), 5 in r, 6 in r, 5.0 in r, r.index(8), r.count(8), r.start, r.stop, r.step))
t(lambda: (list(range(5, 0, -2)), list(range(0)), range(3) == range(0, 3), range(0, 3, 2) == range(0, 4, 2), range(5)[::-1]))
t(lambda: range(1, 2, 0))
t(lambda: range(1.5))
t(lambda: r[50])
t(lambda: r.index(3))
t(lambda: (list(reversed(range(3))), list(reversed([1, 2])), list(reversed((1, 2))), list(reversed("ab"))))
t(lambda: reversed({}))
t(lambda: reversed(5))
t(lambda: (slice(1, 2), slice(5), slice(1, 10, 2).indices(5), slice(None, None, -1).indices(5), slice(1, 2).start))
t(lambda: (list(enumerate("ab")), list(enumerate([7], 5)), list(zip("ab", [1, 2, 3])), list(zip()), list(zip([1]))))
t(lambda: enumerate(5))
t(lambda: zip([1], 5))
t(lambda: list(map(lambda a, b: a + b, [1, 2], [3, 4])))
t(lambda: list(map(str.upper, "ab")))
t(lambda: list(filter(None, [0, 1, "", "a"])))
t(lambda: list(filter(lambda v: v > 1, [1, 2, 3])))
t(lambda: map(5))
t(lambda: list(map(len, 5)))
t(lambda: (any([0, 1]), any([]), all([1, 0]), all([]), any(x > 2 for x in [1, 2, 3]), all(x > 0 for x in [1, 2])))
t(lambda: any(5))
t(lambda: sorted([3, 1, 2], reverse=True))
t(lambda: sorted({"b": 1, "a": 2}))
t(lambda: sorted([(2, "a"), (1, "b"), (1, "a")]))
t(lambda: sorted(["b", "A", "c"], key=lambda v: v.lower()))
t(lambda: sorted([1, None]))
t(lambda: sorted(5))
t(lambda: sorted([[2], [1]], key=lambda v: v[0]))
t(lambda: [next(iter([1])), next(iter([]), "end"), list(iter([1, 2]))])
t(lambda: next(iter([])))
t(lambda: next([1]))
t(lambda: iter(5))
it = iter([1, 2, 3])
t(lambda: (next(it), list(it), list(it)))
calls = [3, 2, 1, 0]
t(lambda: list(iter(calls.pop, 2)))
t(lambda: (len([]), len("é"), len({}), len(range(5)), len(b"ab"), len({1})))
t(lambda: len(5))
cycle = [1]
cycle.append(cycle)
t(lambda: cycle)
cycle_dict = {}
cycle_dict["self"] = cycle_dict
t(lambda: cycle_dict)
t(lambda: cycle == cycle)
b = b"hello"
t(lambda: (b[0], b[1:3], b[-1], len(b), b + b"x", b * 2, 104 in b, b"el" in b, b == b"hello", b < b"i", list(b)))
t(lambda: b[9])
t(lambda: b["a"])
t(lambda: b + "a")
t(lambda: "a" in b)
t(lambda: (b.upper(), b.find(b"l"), b.replace(b"l", b"L"), b.split(b"l"), b.startswith(b"he"), b.decode(), b.hex(), b" a ".strip()))
t(lambda: (bytes(3), bytes([1, 2]), bytes("é", "utf-8"), bytes(b"x"), bytes(), bytes.fromhex("00ff"), b",".join([b"a", b"b"])))
t(lambda: bytes("a"))
t(lambda: bytes([300]))
t(lambda: bytes(-1))
t(lambda: b"%d %s" % (5, b"x"))
ba = bytearray(b"abc")
changed(bytearray(b"ab"), lambda v: v.append(99))
changed(bytearray(b"ab"), lambda v: assign(v, 0, 65))
changed(bytearray(b"ab"), lambda v: v.extend(b"cd"))
t(lambda: (ba, ba + b"d", ba == b"abc", ba[0], ba.decode(), len(ba)))
t(lambda: hash([]))
t(lambda: hash(({},)))
t(lambda: hash((1, 2)) == hash((1, 2)))
a, *rest = range(4)
t(lambda: (a, rest))
x = [1, 2]
y = x
x += [3]
t(lambda: (x, y, x is y))
x *= 2
t(lambda: (x, x is y))
p = q = {1}
p |= {2}
t(lambda: (p, q))
p = q = (1,)
p += (2,)
t(lambda: (p, q))
x = [1]
x += "ab"
x += (c for c in "cd")
t(lambda: x)


def bad():
    z = [1]
    z += 5


t(bad)
t(lambda: [1, 2, 3].__getitem__(1) + list.__len__([1, 2]) + dict.__getitem__({"a": 5}, "a"))
t(lambda: [[0] * 2 for _ in range(2)])
t(lambda: isinstance([], (int, list)))
t(lambda: isinstance(1, "a"))
t(lambda: issubclass(bool, int))
t(lambda: issubclass(1, int))
t(lambda: (isinstance(True, int), isinstance(1, float), isinstance("a", str), isinstance(None, type(None))))
t(lambda: (callable(len), callable(5), callable(lambda: 1), callable(int)))
t(lambda: getattr(5, "nope"))
t(lambda: getattr(5, "nope", "default"))
t(lambda: (hasattr([], "append"), hasattr([], "nope"), hasattr(5, "real")))
t(lambda: setattr(5, "x", 1))
t(lambda: (type(1), type("a"), type([]), type(None), type(len)))
t(lambda: (repr(int), repr(None), repr(NotImplemented), repr(...), repr(len), repr(ValueError("a", 1)), repr(KeyError("k"))))
t(lambda: (str(ValueError("a", 1)), str(KeyError("k")), str(ValueError()), str(OSError(2, "No such file"))))


class Pairs:
    def __init__(self, *items): self.items = items
    def __iter__(self): return iter(self.items)


for items in ((3, 4), ((1, 2), 5), ("ab", [3, 4]), ("abc",)):
    try:
        print(dict(Pairs(*items)))
    except Exception as error:
        print(type(error).__name__, error)
print(str.join.__qualname__, [].append.__qualname__, len.__qualname__, str.join.__name__)
