# Classes over the abstract containers, and the User* ones.
import collections
import collections.abc as containers


def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


class Bag(containers.MutableMapping):
    def __init__(self, **items):
        self.items_ = dict(items)

    def __getitem__(self, key):
        return self.items_[key]

    def __setitem__(self, key, value):
        self.items_[key] = value

    def __delitem__(self, key):
        del self.items_[key]

    def __iter__(self):
        return iter(self.items_)

    def __len__(self):
        return len(self.items_)

    def __repr__(self):
        return "Bag(%r)" % self.items_


bag = Bag(a=1, b=2)
show(lambda: (bag.keys(), bag.values(), bag.items(), list(bag.items()), sorted(bag.keys() & {"a"}), ("a", 1) in bag.items()))
show(lambda: (bag.popitem(), bag.pop("b"), bag.pop("z", 0), len(bag), bag.setdefault("k", []), bag == {"k": []}))
show(lambda: Bag().popitem())
show(lambda: bag.pop("none"))


class Names(containers.MutableSet):
    def __init__(self, names=()):
        self.names = list(dict.fromkeys(names))

    def __contains__(self, name):
        return name in self.names

    def __iter__(self):
        return iter(self.names)

    def __len__(self):
        return len(self.names)

    def add(self, name):
        if name not in self.names:
            self.names.append(name)

    def discard(self, name):
        if name in self.names:
            self.names.remove(name)

    def __repr__(self):
        return "Names(%r)" % self.names


names = Names("abc")
show(lambda: (names | {"d"}, names & "ab", names - {"a"}, names ^ Names("cd"), names <= {"a", "b", "c"}, names == {"a", "b", "c"}))
show(lambda: (names < Names("abcd"), names > Names("a"), names.isdisjoint("xy"), {"z"} | names))
names |= Names("xy")
names -= {"a"}
names &= Names("bcx")
names ^= Names("bz")
show(lambda: (names, names.pop(), names.remove("x"), names))
show(lambda: names.remove("nope"))
show(lambda: names < 3)


class Layers(containers.MutableSequence):
    def __init__(self, *layers):
        self.layers = list(layers)

    def __getitem__(self, index):
        return self.layers[index]

    def __setitem__(self, index, value):
        self.layers[index] = value

    def __delitem__(self, index):
        del self.layers[index]

    def __len__(self):
        return len(self.layers)

    def insert(self, index, value):
        self.layers.insert(index, value)


layers = Layers(1, 2, 3)
layers += [4]
layers.reverse()
layers.append(5)
show(lambda: (list(layers), layers.pop(0), layers.remove(2), list(layers), layers.index(5), layers.count(3), 3 in layers))
layers.clear()
show(lambda: len(layers))


class Path(collections.UserString):
    def __truediv__(self, other):
        return Path(str(self) + "/" + str(other))


show(lambda: (Path("a") / "b", Path("a b").title(), type(Path("x").upper()).__name__, Path("ab")[0], "a" in Path("ab")))
show(lambda: (Path("a%d") % 3, Path("a,b").split(","), Path("a") == "a", len(Path("abc")), Path("b") + "c", "z" + Path("y")))


class Stack(collections.UserList):
    pass


stack = Stack([3, 1, 2])
stack.sort()
stack.reverse()
show(lambda: (stack, stack[:2], type(stack[:2]).__name__, stack + [9], stack * 2, stack.pop(), stack == [3, 2], 3 in stack))
for kind in ("Mapping", "MutableSequence", "Set", "Sized", "Callable", "Iterator", "KeysView", "Sequence"):
    cls = getattr(containers, kind)
    show(lambda: (kind, [isinstance(x, cls) for x in ({}, [], set(), "", 3, len, iter([]), {}.keys(), bag, names, layers)]))
