# The texts of exceptions that differ from those of Python 3.
def f(a): pass
for src in ["f()", "f(1, 2)", "None.x", "[].foo", "undefined", "'a' + 1", "1 + 'a'", "[][1]", "{}['k']", "int('x')", "1()", "len(3)", "f(b=1)", "f(1, a=2)", "object().x", "'%d' % 'a'", "float('x')", "[1] + (1,)", "for_", "(1, 2)[5]", "'abc'[9]", "min([])", "iter(3)", "a, b = 1,", "raise_", "1 / 0", "1.0 / 0", "1 % 0", "None + 1", "{}[[]]", "(lambda: 0)(1)", "int([])", "int(None)", "[].index(3)", "[].remove(1)", "{}.pop('a')", "set().pop()", "[].pop()", "d.x.y", "getattr(3, 'q')"]:
    try:
        exec src
    except Exception, e:
        print src, '->', type(e).__name__, e
try:
    a, b = 1, 2, 3
except ValueError, e: print e
try:
    a, b, c = 1, 2
except ValueError, e: print e
try:
    a, b = 3
except TypeError, e: print e
try:
    for x in 3: pass
except TypeError, e: print e
class K(object):
    def m(self, a): pass
try: K().m()
except TypeError, e: print e
def g(a, b, c=1): pass
for c in [lambda: g(), lambda: g(1), lambda: g(1, 2, 3, 4), lambda: g(1, b=2, d=3), lambda: g(c=1)]:
    try: c()
    except TypeError, e: print e
try: assert False, "msg"
except AssertionError, e: print repr(e)
