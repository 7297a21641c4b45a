# Tuple parameters, and the variables of list comprehensions.
def f((a, b), c): return a + b + c
print f((1, 2), 3)
print (lambda (a, b): a * b)((3, 4))
def g((a, (b, c)), d=4, *e): return a, b, c, d, e
print g((1, (2, 3))), g((1, [2, 3]), 5, 6)
print sorted({'a': 2, 'b': 1}.items(), key=lambda (k, v): v)
print map(lambda (i, x): i * x, enumerate([3, 4]))
print sorted([(1, 'b'), (1, 'a')], cmp=lambda (a, b), (c, d): cmp(b, d))
class P(object):
    def m(self, (x, y)): return x - y
print P().m((5, 3))
print [i for i in range(3)], i
print [j for j in 1, 2, 3], j
x = 5
l = [x for x in range(2)]
print x
print [a + b for a in range(2) for b in range(2)], a, b
g = (k for k in range(3))
try:
    print k
except NameError, e:
    print e
def f():
    r = [q for q in range(4)]
    return q
print f()
class C:
    v = [w for w in range(2)]
print C.w
d = {m: 1 for m in range(2)}
try:
    m
except NameError, e:
    print e
