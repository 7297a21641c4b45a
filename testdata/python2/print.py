# Every form of the print statement.
print "hello", 1
print(1, 2)
print ("a %d" % 3), 5
print -1
print +1, ~2
print [1][0]
print [1, 2], [3]
print
print ()
print (1), (2)
print ("x")
print ("x"), 
print "y"
print ("x").upper()
print (1, 2)[0]
print {1: 2}
print not True
import sys
print >>sys.stdout, "y", "z"
print >>sys.stdout
print >>sys.stderr, "no"
class W(object):
    def __init__(self): self.t = []
    def write(self, s): self.t.append(s)
w = W()
print >>w, "a", 1
print >>w, "b",
print >>w, "c"
print w.t
if True: print "one"; print "two"
for i in range(3): print i,
print
x = 3
print x if x > 2 else 0
print x == 3 and "yes" or "no"
print "%d %s" % (1, "a"), "b"
print "a" "b" 'c'
print "tab\t", "x"
print "a\n", "x"
print 1.0, 0.1, 1e20, 1/3.0, 1e16, 12345678.9
print None, True, (1,), [u'a'.encode('ascii')]
print """a
b"""
print yield_ if False else 2
