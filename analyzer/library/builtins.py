"""Builtin functions that call Python code for each item, so that the evaluator's own frames run it.

The natives of builtins/*.cpp call these in place of themselves where an argument is a generator, an iterator written in
Python, or a key function. Iterables come as iterators.
"""


def fill_list(target, iterable):
    for item in iterable:
        list.append(target, item)


def extend_in_place(target, iterable):
    for item in iterable:
        list.append(target, item)
    return target


def make_tuple(cls, iterable):
    items = []
    for item in iterable:
        items.append(item)
    return tuple.__new__(cls, items)


def make_frozenset(cls, iterable):
    items = []
    for item in iterable:
        items.append(item)
    return frozenset.__new__(cls, items)


def fill_set(target, iterable):
    for item in iterable:
        set.add(target, item)


def fill_dict(target, source, keywords):
    if hasattr(source, "keys"):
        for key in source.keys():
            dict.__setitem__(target, key, source[key])
    else:
        pairs = []
        for pair in source:
            pairs.append(tuple(pair) if hasattr(pair, "__iter__") else pair)
        dict.update(target, pairs)
    dict.update(target, keywords)


def dict_from_keys(cls, iterable, value):
    result = cls()
    for key in iterable:
        result[key] = value
    return result


def sort_list(target, key, reverse):
    target[:] = sorted_list(iter(list(target)), key, reverse)


def sorted_list(iterable, key, reverse):
    items = []
    for item in iterable:
        items.append(item)
    keys = items
    if key is not None:
        keys = [key(item) for item in items]
    return [items[position] for position in __order__(keys, reverse)]


def extreme_of(iterable, key, default, largest):
    items = []
    for item in iterable:
        items.append(item)
    if not items:
        if default is not ...:
            return default
        raise ValueError("max() arg is an empty sequence" if largest else "min() arg is an empty sequence")
    keys = items
    if key is not None:
        keys = [key(item) for item in items]
    return __extreme__(items, keys, largest)


def any_of(iterable):
    undecided = []
    for item in iterable:
        truth = __truth__(item)
        if truth is True:
            return True
        if truth is None:
            undecided.append(item)
    return any(undecided)


def all_of(iterable):
    undecided = []
    for item in iterable:
        truth = __truth__(item)
        if truth is False:
            return False
        if truth is None:
            undecided.append(item)
    return all(undecided)


def sum_up(iterable, start):
    total = start
    for item in iterable:
        total = total + item
    return total


def join_text(separator, iterable):
    items = []
    for item in iterable:
        items.append(item)
    return separator.join(items)


def next_or(iterator, default):
    try:
        return iterator.__next__()
    except StopIteration:
        return default


def map_one(function, iterable):
    for item in iterable:
        yield function(item)


def map_lazily(function, *iterables):
    for items in zip(*iterables):
        yield function(*items)


def filter_lazily(function, iterable):
    for item in iterable:
        if item if function is None else function(item):
            yield item


# What Python 2 has in place of the lazy ones.


def map_list(function, *iterables):
    if function is None:
        function = first if len(iterables) == 1 else gather
    return list(map_lazily(function, *iterables))


def first(item):
    return item


def gather(*items):
    return items


def filter_list(function, iterable):
    return list(filter_lazily(function, iterable))


def zip_list(*iterators):
    return list(zip_lazily(*iterators))


def zip_lazily(*iterators):
    while iterators:
        items = []
        for iterator in iterators:
            try:
                items.append(next(iterator))
            except StopIteration:
                return
        yield tuple(items)


def enumerate_lazily(iterable, start):
    index = start
    for item in iterable:
        yield index, item
        index += 1


def reverse_lazily(sequence):
    index = len(sequence)
    while index > 0:
        index -= 1
        yield sequence[index]


def reduce(function, iterable, *initial):
    iterator = iter(iterable)
    if initial:
        value = initial[0]
    else:
        try:
            value = next(iterator)
        except StopIteration:
            raise TypeError("reduce() of empty sequence with no initial value")
    for item in iterator:
        value = function(value, item)
    return value


def power(base, exponent):
    return base ** exponent


def divide_with_rest(left, right):
    return left // right, left % right


def sorted_names(target):
    return sorted(target.__dir__())


def open_file(file, mode, buffering, encoding, errors, newline, closefd, opener):
    import io
    return io.open(file, "r" if mode is None else mode, buffering, encoding)


class property_base(object):
    """What classes derive from that name `property` as their base."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = getattr(fget, "__doc__", None) if doc is None else doc

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(obj)

    def __set__(self, obj, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(obj, value)

    def __delete__(self, obj):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(obj)

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, self.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)


property_base.__name__ = property_base.__qualname__ = "property"
property_base.__module__ = "builtins"


class staticmethod_base(object):
    """What classes derive from that name `staticmethod` as their base."""

    def __init__(self, function):
        self.__func__ = function

    def __get__(self, obj, objtype=None):
        return self.__func__


staticmethod_base.__name__ = staticmethod_base.__qualname__ = "staticmethod"
staticmethod_base.__module__ = "builtins"


class classmethod_base(object):
    """What classes derive from that name `classmethod` as their base."""

    def __init__(self, function):
        self.__func__ = function

    def __get__(self, obj, objtype=None):
        return classmethod(self.__func__).__get__(obj, type(obj) if objtype is None else objtype)


classmethod_base.__name__ = classmethod_base.__qualname__ = "classmethod"
classmethod_base.__module__ = "builtins"


def make_large_range(start, stop, step):
    return large_range(start, stop, step)


class large_range(object):
    """A range of which a number does not fit 64 bits."""

    def __init__(self, start, stop, step):
        self.start, self.stop, self.step = start, stop, step
        self._length = max((stop - start + step - (1 if step > 0 else -1)) // step, 0)

    def __len__(self):
        if self._length >= 2 ** 63:
            raise OverflowError("Python int too large to convert to C ssize_t")
        return self._length

    def __bool__(self):
        return self._length > 0

    def __iter__(self):
        value = self.start
        for _ in count_up(self._length):
            yield value
            value += self.step

    def __reversed__(self):
        return iter(self[::-1])

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._slice(index)
        if not hasattr(index, "__index__"):
            raise TypeError("range indices must be integers or slices, not " + type(index).__name__)
        index = index.__index__()
        if not -self._length <= index < self._length:
            raise IndexError("range object index out of range")
        return self.start + (index if index >= 0 else index + self._length) * self.step

    def _slice(self, index):
        step = 1 if index.step is None else index.step
        low, high = (0, self._length) if step > 0 else (-1, self._length - 1)
        bounds = []
        for bound, default in ((index.start, low if step > 0 else high), (index.stop, high if step > 0 else low)):
            if bound is None:
                bound = default
            else:
                bound = min(max(bound + self._length if bound < 0 else bound, low), high)
            bounds.append(self.start + bound * self.step)
        return range(bounds[0], bounds[1], self.step * step)

    def __contains__(self, value):
        if not isinstance(value, int):
            return isinstance(value, float) and value == int(value) and int(value) in self
        inside = self.start <= value < self.stop if self.step > 0 else self.stop < value <= self.start
        return inside and (value - self.start) % self.step == 0

    def index(self, value):
        if value not in self:
            raise ValueError("%r is not in range" % (value,))
        return (value - self.start) // self.step

    def count(self, value):
        return 1 if value in self else 0

    def _parts(self):
        length = self._length
        return length, self.start if length else None, self.step if length > 1 else None

    def __eq__(self, other):
        return self._parts() == other._parts() if type(other) is large_range else NotImplemented

    def __hash__(self):
        return hash(self._parts())

    def __repr__(self):
        return "range(%d, %d%s)" % (self.start, self.stop, "" if self.step == 1 else ", %d" % self.step)


large_range.__name__ = large_range.__qualname__ = "range"


def count_up(length):
    done = 0
    while done < length:
        yield done
        done += 1
