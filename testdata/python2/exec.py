# exec in the names of a module, of a function, and of given dicts; backquotes.
exec "x = 5"
print x
exec "y = x + 1" in globals()
print y
d = {}
exec "z = 3" in d
print d['z']
exec("q = 9")
print q
exec("r = 1", d)
print d['r']
ns = {'a': 1}
loc = {}
exec "b = a + 1" in ns, loc
print sorted(loc.items()), 'b' in ns
exec compile("w = 2", "x", "exec")
print w
exec """
def g(n):
    return n * 2
class K:
    v = 3
"""
print g(4), K.v
def h():
    exec "loc = 7"
    return loc
print h()
code = "for i in range(3):\n    s = i"
exec code
print i, s
for name in ["a", "b"]:
    exec "%s_var = '%s'" % (name, name)
print a_var, b_var
print `1`, `'a'`, `[1, 'b']`, `1 + 2`, "x" + `5` + "y"
class R(object):
    def __repr__(self): return "R!"
print `R()`, `R(), 1`
