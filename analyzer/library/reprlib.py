"""reprlib: texts of values, cut where they are long."""

import builtins as _builtins


def recursive_repr(fillvalue="..."):
    def decorate(function):
        running = set()

        def wrapper(self):
            if id(self) in running:
                return fillvalue
            running.add(id(self))
            try:
                return function(self)
            finally:
                running.discard(id(self))

        wrapper.__name__, wrapper.__qualname__ = function.__name__, function.__qualname__
        wrapper.__doc__, wrapper.__module__ = function.__doc__, function.__module__
        return wrapper
    return decorate


class Repr(object):

    def __init__(self):
        self.maxlevel, self.maxtuple, self.maxlist, self.maxarray, self.maxdict, self.maxset = 6, 6, 6, 5, 4, 6
        self.maxfrozenset, self.maxdeque, self.maxstring, self.maxlong, self.maxother = 6, 6, 30, 40, 30

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        name = type(x).__name__
        if hasattr(self, "repr_" + name):
            return getattr(self, "repr_" + name)(x, level)
        return self._cut(_builtins.repr(x), self.maxother)

    def _cut(self, text, most):
        if len(text) <= most:
            return text
        head = max(0, (most - 3) // 2)
        tail = max(0, most - 3 - head)
        return text[:head] + "..." + text[len(text) - tail:]

    def _items(self, x, level, left, right, most, trail=""):
        if level <= 0 and len(x):
            return left + "..." + right
        parts = [self.repr1(item, level - 1) for item in list(x)[:most]] + (["..."] if len(x) > most else [])
        return left + ", ".join(parts) + (trail if len(x) == 1 else "") + right

    def repr_tuple(self, x, level):
        return self._items(x, level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        return self._items(x, level, "[", "]", self.maxlist)

    def repr_set(self, x, level):
        return self._items(sorted(x), level, "{", "}", self.maxset) if x else "set()"

    def repr_frozenset(self, x, level):
        return self._items(sorted(x), level, "frozenset({", "})", self.maxfrozenset) if x else "frozenset()"

    def repr_dict(self, x, level):
        if not x:
            return "{}"
        if level <= 0:
            return "{...}"
        parts = [self.repr1(key, level - 1) + ": " + self.repr1(x[key], level - 1) for key in sorted(x)[:self.maxdict]]
        return "{%s}" % ", ".join(parts + (["..."] if len(x) > self.maxdict else []))

    def repr_str(self, x, level):
        text = _builtins.repr(x[:self.maxstring])
        if len(text) <= self.maxstring:
            return text
        head = max(0, (self.maxstring - 3) // 2)
        tail = max(0, self.maxstring - 3 - head)
        text = _builtins.repr(x[:head] + x[len(x) - tail:])
        return text[:head] + "..." + text[len(text) - tail:]

    def repr_int(self, x, level):
        return self._cut(_builtins.repr(x), self.maxlong)


aRepr = Repr()
repr = aRepr.repr
