# The order in which sets of numbers, tuples and frozensets come, after every way to make and change them.


class Numbers:
    def __init__(self, seed):
        self.state = seed * 7919 + 13

    def next(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return self.state >> 33

    def between(self, low, high):
        return low + self.next() % (high - low + 1)

    def choice(self, items):
        return items[self.next() % len(items)]


def element(numbers):
    kind = numbers.between(0, 9)
    if kind < 6:
        return numbers.between(-5, 60)
    if kind == 6:
        return numbers.choice([2 ** 40 + 3, 10 ** 18, -10 ** 19, 2 ** 61 - 1, 2 ** 61, -1, -2])
    if kind == 7:
        return numbers.choice([0.5, 1.25, -3.5, 1e300, float("inf"), 1e-9])
    if kind == 8:
        return (numbers.between(0, 5), numbers.between(-2, 9))
    return frozenset(numbers.between(0, 9) for _ in range(numbers.between(0, 4)))


def elements(numbers):
    return [element(numbers) for _ in range(numbers.choice([0, 1, 3, 5, 8, 12, 20, 40]))]


def change(s, v, kind, numbers, note):
    if kind == 0:
        s.add(element(numbers))
    elif kind == 1:
        s |= set(v)
    elif kind == 2:
        s.update(v)
    elif kind == 3:
        s -= set(v)
    elif kind == 4:
        s = s - set(v)
    elif kind == 5:
        s = s & set(v) or s
    elif kind == 6:
        s ^= set(v)
    elif kind == 7:
        s = s ^ set(v)
    elif kind == 8:
        s = s.copy()
    elif kind == 9:
        s = {1, 70, *s, 3, 99, *v}
    elif kind == 10:
        if len(s) > 1:
            note(s.pop())
            note(s.pop())
    elif kind == 11:
        s = s.union(v, [3])
    elif kind == 12:
        s = s.difference(v) | set(list(s)[:30])
    elif kind == 13:
        s.symmetric_difference_update(v)
    elif kind == 14:
        s.update(dict.fromkeys(v))
    elif kind == 15:
        for x in list(s)[:10]:
            s.discard(x)
    elif kind == 16:
        s = set({x: 1 for x in s}.keys() | s)
    else:
        s = set(frozenset(s).union(set(v))).intersection(list(s) + v[:3])
    return s


for seed in range(12):
    numbers = Numbers(seed)
    notes = []
    s = set(elements(numbers))
    for _ in range(25):
        s = change(s, elements(numbers), numbers.between(0, 17), numbers, notes.append)
        notes.append(s.copy() if len(notes) % 2 else list(s))
    print(seed, notes)

print(hash(frozenset()), hash(frozenset([1, 2, 3])), hash((1, 2, 3)), hash(()), hash(range(5)), hash((1, (2.5,))))
print(hash(range(0, 3, 2)) == hash(range(0, 4, 2)), {range(0, 3, 2): "found"}[range(0, 4, 2)])


class Point:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return self.value * 8

    def __repr__(self):
        return "P%d" % self.value


print({Point(i) for i in (5, 3, 9, 1, 40)}, hash(Point(2 ** 60)), hash(Point(2 ** 61)))
same = {1, 2}
other = same
other |= {3}.union({4: 5}.keys())
print(same is other, sorted(same))
other |= set()
view = same | {9: 1}.keys()
print(view is same, view)
try:
    same |= [1]
except TypeError as error:
    print(error)
