# Views share elements; operations that store into an array keep its type and identity.
import numpy as np
def show(f):
    try: v = f(); print(type(v).__name__, repr(v))
    except Exception as e: print(type(e).__name__, str(e).replace("\n", " "))
def f1():
    x = np.zeros(3); y = x; x += 1; return y
show(f1)
def f2():
    x = np.zeros((2,3)); y = x[1]; y[0] = 5; return x
show(f2)
def f3():
    x = np.zeros((2,3)); y = x[1]; x[1, 2] = 5; return y
show(f3)
def f4():
    x = np.zeros((2,3)); y = x[:, 1:]; y[...] = 5; z = y[0]; z[0] = 7; return x, y, z
show(f4)
def f5():
    x = np.zeros((2,3)); y = x.reshape(-1); y[0] = 5; return x
show(f5)
def f6():
    x = np.zeros((2,3), np.uint8); x += 1.5; return x
show(f6)
def f7():
    x = np.zeros((2,3), np.int32); x /= 2; return x
show(f7)
def f8():
    x = np.zeros((3,), np.float32); x += np.ones((2, 3)); return x
show(f8)
def f9():
    x = np.array([250], np.uint8); x += 10; return x
show(f9)
def f10():
    x = np.arange(6).reshape(2, 3); x[0] += 1; x[:, 1] *= 2; return x
show(f10)
def f11():
    x = np.arange(6); 
    for i, r in enumerate(x.reshape(2,3)): r[:] = i
    return x
show(f11)
def f12():
    x = np.array(['ab', 'c']); x[1] = 'xyz'; return x, x[0] + 'q', isinstance(x[0], str), {x[0]: 1}['ab'], x[0] == 'ab', '%s' % x[0], x[0].upper(), type(x[0])
show(f12)
def f13():
    x = np.float32([1,2]); x += 1.5; x -= np.float64(0.5); return x, x.dtype
show(f13)
def f14():
    x = np.arange(3); x += np.uint8(3); x **= 2; return x
show(f14)
def f15():
    x = np.ones(3, bool); x &= np.array([True, False, True]); return x
show(f15)
def f16():
    x = np.ones(3, bool); x += 1; return x
show(f16)
def f17():
    x = np.arange(4); y = x[::2]; x += 1; return y
show(f17)
def f18():
    x = np.arange(4); y = x[[0, 1]]; x += 1; y[0] = 9; return x, y
show(f18)
def f19():
    x = np.arange(4).reshape(2,2); y = x.T; y[0, 1] = 9; return x, y
show(f19)
def f20():
    x = np.arange(4); x.fill(7); y = x[1:]; x.sort(); x.fill(8); return y
show(f20)
def f21():
    x = np.arange(4); x[x > 1] = 0; x[:2] = [5, 6]; x[-1] = -1; return x
show(f21)
def f22():
    x = [np.zeros(2)] * 2; x[0][0] = 1; return x
show(f22)
def f23():
    a = np.zeros(2); b = a; a = a + 1; return b
show(f23)
show(lambda: np.dtype('U'))
show(lambda: np.dtype('float32').str + np.dtype('bool').str + np.dtype(object).str)
show(lambda: np.dtype('U4') == np.dtype('U5'))
show(lambda: np.array(['a']).dtype == np.dtype(str))
show(lambda: np.array(['a']).dtype.kind)
show(lambda: np.issubdtype(np.array(['a']).dtype, np.str_))
show(lambda: np.array(['a', 'bcd']).dtype.type is np.str_)
show(lambda: np.array(['a'] * 3 + ['bcd']).astype('U2'))
show(lambda: np.array([u'a', b'b']))
show(lambda: np.array([[1, 2], ['a', 'b']]))
show(lambda: str(np.array(['a', 'bc'])))
show(lambda: np.array(['b', 'a', 'b'])[np.array([True, False, True])])
show(lambda: np.concatenate([np.array(['b', 'a']), np.array(['xyz'])]))
show(lambda: np.unique(np.array(['b', 'a', 'b'])))
show(lambda: np.array(['b', 'a']).tolist() + [np.array('x').item()])
show(lambda: sorted(np.array(['b', 'a'])))
show(lambda: np.array(['%d' % i for i in range(12)]))
show(lambda: np.where(np.array([True, False]), 'yes', 'no'))
show(lambda: np.string_('abc'))
show(lambda: np.str_('abc') + 'd')
show(lambda: np.array('abc'))
show(lambda: np.array(b'abc').dtype)
show(lambda: np.array([3000000000]) * 10)
show(lambda: np.array([2**63]))
show(lambda: np.array([2**64]))
show(lambda: np.array([1, 2**63]))
show(lambda: np.int32(2**31))
show(lambda: np.array([2**31], np.int32))
show(lambda: np.int64(2**63))
show(lambda: np.random.randint(0, 255, (2,)).astype(np.uint8).dtype)
def f30():
    x = np.arange(6); y = x[1:5].reshape(2, 2); y[0, 0] = 9; z = y.T; z += 1; return x, y, z
show(f30)
def f31():
    x = np.arange(6).reshape(2, 3); y = x.flatten(); y[0] = 9; z = x.ravel(); z[1] = 8; return x, y, z
show(f31)
