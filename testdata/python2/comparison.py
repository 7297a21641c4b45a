# cmp, __cmp__ and the order of unlike types.
print cmp(1, 2), cmp('b', 'a'), cmp([1], [1]), cmp(None, 0), cmp((1, 2), (1, 3)), cmp(2.0, 2)
print sorted([3, 1, 2], cmp=lambda a, b: cmp(b, a)), sorted([3, 1, 2], lambda a, b: b - a)
l = [3, 1, 2]; l.sort(lambda a, b: cmp(b, a)); print l
l.sort(cmp=cmp); print l
l.sort(cmp, None, True); print l
print sorted(['b', 'A'], key=str.lower), sorted(['b', 'A'], cmp=cmp, key=str.lower, reverse=True)
print 1 < 'a', None < 0, 'a' < [], [] < (), {} < [], 1 < 2.5, () > 'z', None < None
class C(object):
    def __init__(self, v): self.v = v
    def __cmp__(self, o): return cmp(self.v, o.v)
print C(1) < C(2), C(1) == C(1), C(2) > C(1), C(1) != C(2), sorted([C(2), C(1)])[0].v, max(C(1), C(5)).v, cmp(C(1), C(2))
print max('a', 1), min('a', 1, None)
print {1: 2} == {1: 2}, {1: 2} < {1: 3}, cmp({1: 2}, {1: 3})
