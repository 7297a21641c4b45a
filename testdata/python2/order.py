# The order of dicts and sets, and that of what a print statement does.
d = {'b': 1, 'a': 2, 'conv1': 3}
print d, d.keys(), d.items(), list(d), [k for k in d], d.values(), sorted(d), list(d.iteritems()), dict(a=1, c=2, b=3)
for k, v in d.iteritems(): print k, v
e = {}
for i in range(20): e['layer_%d' % i] = i
print e
f = {3: 1, 'x': 2, (1, 2): 3, 1.5: 4, -1: 5, 'hidden': 6, True: 1}
print f
print set(['b', 'a', 'zeta', 'w']), frozenset('hello'), set(range(10, 0, -1)), list(set(['conv', 'pool', 'fc']))
h = {'filters': [64, 128], 'kernel': 3, 'strides': (1, 1), 'name': 'x', 'rate': 0.5}
print h
h['q'] = 1; h['r'] = 2; print h
def g(**kw): print kw, kw.keys()
g(z=1, y=2, x=3, w=4)
from collections import OrderedDict
o = OrderedDict([('b', 1), ('a', 2)]); print o.keys(), o, [k for k in o], dict(o)
class A(object):
    def __init__(self): self.beta = 1; self.alpha = 2
print vars(A()), A().__dict__.keys()
print {1: 2, 0: 3}, {'': 1, 'a b': 2}, {None: 1}
print {'a': {'c': 1, 'b': 2}}, set(), {'name': 'n', 'shape': [1]}
import json
print json.dumps({'b': 1, 'a': 2}, sort_keys=True)
for x in set(['relu', 'tanh', 'sigmoid']): print x,
print
print zip(d, d.values()), enumerate(d).next(), max(d), len(d), map(str, d), tuple(d), [x for x in d.viewkeys()]
import sys
def f(x):
    print "inner", x
    return x
print "a", f(1), f(2)
print f(3)
class W(object):
    def __init__(self): self.t = []
    def write(self, s): self.t.append(s)
w = W()
print >>w, "a", f(1),
print >>w, "b"
print w.t
print "x", [f(i) for i in range(2)],
print "y"
l = [1]
print l, l.append(2), l
print >>sys.stdout, "s", f(5)
