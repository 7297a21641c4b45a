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
            pairs.append(tuple(pair))
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
