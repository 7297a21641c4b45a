# The line on which a manager is left by an exception.
import sys
class M:
    def __init__(s, n): s.n = n
    def __enter__(s): return s
    def __exit__(s, *a):
        print(s.n, sys._getframe(1).f_lineno)
        return True
with M('a') as x, M(undefined) as y:
    pass
with M('b') as x:
    z = 1
    q()
    pass
with M('c'):
    with M(
        undefined):
        print(3)
    w = 1
with M('d') as x, M('e') as y, M(undefined):
    pass
    z = 2
with M('f'), M('g'):
    if x:
        pass
    else:
        y
with M('h'):
    for i in []:
        pass
with M('i'):
    def f(): pass
with M('j'):
    def f():
        pass
with M('k'), M('l'):
    try:
        q()
    finally:
        pass
with M('o'), M(nope): x = (1,
         3)
