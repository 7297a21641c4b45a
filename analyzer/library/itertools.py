"""itertools, as generators; `chain` is a class for its from_iterable."""


class chain(object):

    def __init__(self, *iterables):
        self._iterator = _chained(iter(iterables))

    @classmethod
    def from_iterable(cls, iterables):
        result = cls()
        result._iterator = _chained(iterables)
        return result

    def __iter__(self):
        return self._iterator

    def __next__(self):
        return next(self._iterator)


def _chained(iterables):
    for iterable in iterables:
        for item in iterable:
            yield item


def count(start=0, step=1):
    while True:
        yield start
        start = start + step


def cycle(iterable):
    items = []
    for item in iterable:
        items.append(item)
        yield item
    while items:
        for item in items:
            yield item


def repeat(object, times=None):
    if times is None:
        while True:
            yield object
    for _ in range(times):
        yield object


def accumulate(iterable, func=None):
    items = iter(iterable)
    try:
        total = next(items)
    except StopIteration:
        return
    yield total
    for item in items:
        total = total + item if func is None else func(total, item)
        yield total


def islice(iterable, *args):
    bounds = slice(*args)
    for value in (bounds.start, bounds.stop):
        if value is not None and (not isinstance(value, int) or value < 0):
            if len(args) == 1:
                raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
            raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if bounds.step is not None and (not isinstance(bounds.step, int) or bounds.step < 1):
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _sliced(iter(iterable), bounds)


def _sliced(iterable, bounds):
    start, stop, step = bounds.start or 0, bounds.stop, bounds.step or 1
    position, wanted = 0, start
    if stop is not None and stop <= start:
        return
    for item in iterable:
        if position == wanted:
            yield item
            wanted += step
        position += 1
        if stop is not None and position >= stop:
            return


def starmap(function, iterable):
    for args in iterable:
        yield function(*args)


def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item


def dropwhile(predicate, iterable):
    dropping = True
    for item in iterable:
        if dropping and predicate(item):
            continue
        dropping = False
        yield item


def filterfalse(predicate, iterable):
    for item in iterable:
        if not (item if predicate is None else predicate(item)):
            yield item


def compress(data, selectors):
    for item, selected in zip(data, selectors):
        if selected:
            yield item


def zip_longest(*iterables, **options):
    fill = options.pop("fillvalue", None)
    if options:
        raise TypeError("zip_longest() got an unexpected keyword argument")
    return _zipped_longest([iter(iterable) for iterable in iterables], fill)


def _zipped_longest(iterators, fill):
    ended = object()
    while iterators:
        row = [next(iterator, ended) for iterator in iterators]
        if all([item is ended for item in row]):
            return
        yield tuple([fill if item is ended else item for item in row])


def tee(iterable, n=2):
    items = list(iterable)
    return tuple([iter(items) for _ in range(n)])


def groupby(iterable, key=None):
    group, current = [], None
    for item in iterable:
        found = item if key is None else key(item)
        if group and found != current:
            yield current, iter(group)
            group = []
        current = found
        group.append(item)
    if group:
        yield current, iter(group)


def product(*iterables, repeat=1):
    pools = [tuple(pool) for pool in iterables] * repeat
    results = [()]
    for pool in pools:
        results = [result + (item,) for result in results for item in pool]
    return iter(results)


def permutations(iterable, r=None):
    pool = tuple(iterable)
    if r is not None and r < 0:
        raise ValueError("r must be non-negative")
    return iter(_arranged(pool, len(pool) if r is None else r))


def _arranged(pool, r):
    if r == 0:
        return [()]
    return [(pool[i],) + rest for i in range(len(pool)) for rest in _arranged(pool[:i] + pool[i + 1:], r - 1)]


def combinations(iterable, r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return iter(_chosen(tuple(iterable), r, 1))


def combinations_with_replacement(iterable, r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return iter(_chosen(tuple(iterable), r, 0))


def _chosen(pool, r, step):
    if r == 0:
        return [()]
    return [(pool[i],) + rest for i in range(len(pool)) for rest in _chosen(pool[i + step:], r - 1, step)]


izip = zip
imap = map
ifilter = filter
izip_longest = zip_longest
ifilterfalse = filterfalse
