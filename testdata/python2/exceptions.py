# except and raise with commas, and what exceptions carry.
try:
    raise ValueError, "boo"
except ValueError, e:
    print e, e.args, type(e).__name__
try:
    raise KeyError, ("a", "b")
except (KeyError, ValueError), e:
    print e.args
try:
    raise ValueError, ValueError("inner")
except Exception, e:
    print repr(e)
try:
    raise ValueError
except ValueError, e:
    print repr(e), str(e) == ''
import sys
try:
    try:
        raise TypeError("t")
    except TypeError:
        t, v, tb = sys.exc_info()
        raise ValueError, "from", tb
except ValueError, e:
    print e
print e.message
try:
    1/0
except ZeroDivisionError, e:
    print e, e.message
try:
    {}['x']
except KeyError, (k):
    print k
try:
    raise IOError(2, "No such file", "f")
except IOError, e:
    print e.errno, e.strerror, e.filename, e
