"""itertools, as classes around generators: `iter` gives the generator itself, which keeps loops short."""

import operator as _operator


class _Lazy(object):

    def __iter__(self):
        return self._generator

    def __next__(self):
        return next(self._generator)


class chain(_Lazy):

    def __init__(self, *iterables):
        self._generator = _chained(iter(iterables))

    @classmethod
    def from_iterable(cls, iterable):
        result = cls()
        result._generator = _chained(iter(iterable))
        return result


def _chained(iterables):
    for iterable in iterables:
        for item in iterable:
            yield item


class count(_Lazy):

    def __init__(self, start=0, step=1):
        for number in (start, step):
            if isinstance(number, (str, bytes, list, tuple, dict, set)) or number is None:
                raise TypeError("a number is required")
        self._value, self._step = start, step
        self._generator = self._count()

    def _count(self):
        while True:
            value = self._value
            self._value = value + self._step
            yield value

    def __repr__(self):
        step = "" if isinstance(self._step, int) and self._step == 1 else ", %r" % self._step
        return "count(%r%s)" % (self._value, step)


class cycle(_Lazy):

    def __init__(self, iterable):
        self._generator = _cycled(iter(iterable))


def _cycled(iterator):
    items = []
    for item in iterator:
        items.append(item)
        yield item
    while items:
        for item in items:
            yield item


class repeat(_Lazy):

    def __init__(self, object, times=None):
        if times is not None:
            times = max(_operator.index(times), 0)
        self._object, self._left = object, times
        self._generator = self._repeated()

    def _repeated(self):
        while self._left is None or self._left > 0:
            if self._left is not None:
                self._left -= 1
            yield self._object

    def __repr__(self):
        return "repeat(%r%s)" % (self._object, "" if self._left is None else ", %d" % self._left)

    def __length_hint__(self):
        if self._left is None:
            raise TypeError("len() of unsized object")
        return self._left


class accumulate(_Lazy):

    def __init__(self, iterable, func=None):
        self._generator = _accumulated(iter(iterable), func)


def _accumulated(items, func):
    try:
        total = next(items)
    except StopIteration:
        return
    yield total
    for item in items:
        total = total + item if func is None else func(total, item)
        yield total


class islice(_Lazy):

    def __init__(self, iterable, *args):
        bounds = slice(*args)
        for value in (bounds.start, bounds.stop):
            if value is not None and (not isinstance(value, int) or value < 0):
                if len(args) == 1:
                    raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
                raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        if bounds.step is not None and (not isinstance(bounds.step, int) or bounds.step < 1):
            raise ValueError("Step for islice() must be a positive integer or None.")
        self._generator = _sliced(iter(iterable), bounds)


def _sliced(iterable, bounds):
    start, stop, step = bounds.start or 0, bounds.stop, bounds.step or 1
    position, wanted = 0, start
    if stop is not None and stop <= start:
        for _ in range(stop):
            next(iterable, None)
        return
    for item in iterable:
        if position == wanted:
            yield item
            wanted += step
        position += 1
        if stop is not None and position >= stop:
            return


class starmap(_Lazy):

    def __init__(self, function, iterable):
        self._generator = _starred(function, iter(iterable))


def _starred(function, iterator):
    for args in iterator:
        yield function(*tuple(args))


class takewhile(_Lazy):

    def __init__(self, predicate, iterable):
        self._generator = _taken(predicate, iter(iterable))


def _taken(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            return
        yield item


class dropwhile(_Lazy):

    def __init__(self, predicate, iterable):
        self._generator = _dropped(predicate, iter(iterable))


def _dropped(predicate, iterator):
    dropping = True
    for item in iterator:
        if dropping and predicate(item):
            continue
        dropping = False
        yield item


class filterfalse(_Lazy):

    def __init__(self, predicate, iterable):
        self._generator = _filtered(predicate, iter(iterable))


def _filtered(predicate, iterator):
    for item in iterator:
        if not (item if predicate is None else predicate(item)):
            yield item


class compress(_Lazy):

    def __init__(self, data, selectors):
        self._generator = _compressed(iter(data), iter(selectors))


def _compressed(data, selectors):
    for item, selected in zip(data, selectors):
        if selected:
            yield item


class zip_longest(_Lazy):

    def __init__(self, *iterables, **options):
        fill = options.pop("fillvalue", None)
        if options:
            raise TypeError("zip_longest() got an unexpected keyword argument")
        self._generator = _zipped_longest([iter(iterable) for iterable in iterables], fill)


def _zipped_longest(iterators, fill):
    ended = object()
    while iterators:
        row = [next(iterator, ended) for iterator in iterators]
        if all([item is ended for item in row]):
            return
        yield tuple([fill if item is ended else item for item in row])


class _Tee(_Lazy):

    def __init__(self, source, seen, at):
        self._source, self._seen, self._at = source, seen, at
        self._generator = self._items()

    def _items(self):
        while True:
            if self._at == len(self._seen):
                try:
                    self._seen.append(next(self._source))
                except StopIteration:
                    return
            self._at += 1
            yield self._seen[self._at - 1]

    def __copy__(self):
        return _Tee(self._source, self._seen, self._at)


def tee(iterable, n=2):
    if n < 0:
        raise ValueError("n must be >= 0")
    source, seen = iter(iterable), []
    return tuple([_Tee(source, seen, 0) for _ in range(n)])


class groupby(_Lazy):
    """A group is empty once the next one was asked for."""

    def __init__(self, iterable, key=None):
        self._iterator, self._function = iter(iterable), key
        self._generator = self._groups()

    def _groups(self):
        ended = object()
        item = next(self._iterator, ended)
        while item is not ended:
            key = item if self._function is None else self._function(item)
            state = [key, item, True]
            self._current = state
            group = self._group(state)
            yield key, group
            for _ in group:
                pass
            if self._current is not state:
                return
            item = state[1] if not state[2] else next(self._iterator, ended)
            if state[2] is None:
                return

    def _group(self, state):
        ended = object()
        if self._current is not state:
            return
        yield state[1]
        while self._current is state:
            item = next(self._iterator, ended)
            if item is ended:
                state[2] = None
                return
            key = item if self._function is None else self._function(item)
            if key != state[0]:
                state[1], state[2] = item, False
                return
            yield item


class product(_Lazy):

    def __init__(self, *iterables, repeat=1):
        if repeat < 0:
            raise ValueError("repeat argument cannot be negative")
        self._generator = _multiplied([tuple(pool) for pool in iterables] * repeat)


def _multiplied(pools):
    if not pools:
        yield ()
    elif len(pools) == 1:
        for item in pools[0]:
            yield (item,)
    else:
        for first in _multiplied(pools[:-1]):
            for item in pools[-1]:
                yield first + (item,)


class permutations(_Lazy):

    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        if r is not None and not isinstance(r, int):
            raise TypeError("Expected int as r")
        if r is not None and r < 0:
            raise ValueError("r must be non-negative")
        self._generator = _arranged(pool, len(pool) if r is None else r)


def _arranged(pool, r):
    if r == 0:
        yield ()
        return
    for i in range(len(pool)):
        if r == 1:
            yield (pool[i],)
            continue
        for rest in _arranged(pool[:i] + pool[i + 1:], r - 1):
            yield (pool[i],) + rest


class combinations(_Lazy):

    def __init__(self, iterable, r):
        pool = tuple(iterable)
        if r < 0:
            raise ValueError("r must be non-negative")
        self._generator = _chosen(pool, r, 1)


class combinations_with_replacement(_Lazy):

    def __init__(self, iterable, r):
        pool = tuple(iterable)
        if r < 0:
            raise ValueError("r must be non-negative")
        self._generator = _chosen(pool, r, 0)


def _chosen(pool, r, step):
    if r == 0:
        yield ()
        return
    for i in range(len(pool) - (r - 1) * step):
        if r == 1:
            yield (pool[i],)
            continue
        for rest in _chosen(pool[i + step:], r - 1, step):
            yield (pool[i],) + rest


# Python 2's names, kept for programs that parse as both. Its builtins give lists; called here they are Python 3's.
def izip(*iterables):
    return zip(*iterables)


def imap(function, *iterables):
    return zip(*iterables) if function is None else map(function, *iterables)


def ifilter(function, iterable):
    return filter(function, iterable)


izip_longest, ifilterfalse = zip_longest, filterfalse
