# Lists in place of iterators, and the methods of dicts.
d = {'a': 1}
print d.has_key('a'), d.keys(), d.values(), d.items(), list(d.iteritems()), list(d.iterkeys()), list(d.itervalues())
print d.viewkeys(), d.viewvalues(), d.viewitems()
k = d.keys(); k.sort(); print k
print d.items()[0], d.keys() + [1]
from collections import OrderedDict, defaultdict
o = OrderedDict([('x', 1), ('y', 2)])
print o.keys(), o.items(), o.values(), list(o.iteritems()), o.has_key('x'), o
dd = defaultdict(int)
dd['a'] += 1
print dd.items(), dd.has_key('b'), list(dd.itervalues())
print dict(a=1).copy().keys()
print o.keys()[0]
print map(str, [1, 2]), filter(lambda x: x > 1, [1, 2]), zip([1, 2], [3, 4]), range(3), range(1, 6, 2), map(None, [1, 2]), map(None, [1], [2, 3]), zip()
print filter(None, (0, 1)), filter(lambda c: c > 'a', 'abc'), map(lambda x, y: (x, y), [1, 2], [3])
print xrange(3), list(xrange(3)), len(xrange(5)), xrange(10)[2], type(range(2)), range(3)[::-1], range(5).index(2)
print reversed([1]) is not None, enumerate(['a']).next(), iter([1, 2]).next()
print reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [1, 2], 10)
a = range(3); a.append(9); print a, a + range(2)
print sum(range(4)), max(range(4)), sorted(range(3), reverse=True)
print isinstance(range(3), list), range(0), range(-1)
