# Fractions, sizes of structures, options, base 64, test cases.
import struct, fractions, shlex, getopt, base64, unittest
from fractions import Fraction as F
print(F(1, 3) + F(1, 6), F('3/4') * 2, F(0.5), repr(F(4, -6)), F(7, 2) > 3, float(F(1, 4)), F(3.14159).limit_denominator(100), F(1, 2) ** 3, 1 - F(1, 3), int(F(7, 2)), F(1, 2) == 0.5, abs(F(-1, 2)), F(2) / 3)
print(struct.calcsize('<iIhB'), struct.calcsize('ihl'), struct.calcsize('>4s2d'), struct.calcsize('=l'), struct.calcsize('bq'))
print(shlex.split('a "b c" d\\ e \'f g\''), shlex.quote('a b'), shlex.quote('ab'))
print(getopt.getopt(['-a', '-b', 'v', '--long=3', '--flag', 'rest'], 'ab:', ['long=', 'flag']))
try: getopt.getopt(['-z'], 'a')
except getopt.GetoptError as e: print(e)
print(base64.b64encode(b'hello'), base64.b64decode('aGVsbG8='), base64.b64encode(b''), base64.urlsafe_b64encode(b'\xff\xfe'))
class T(unittest.TestCase):
    def test_a(self):
        with self.assertRaises(ValueError) as c: raise ValueError('x y')
        print(c.exception)
        with self.assertRaisesRegex(ValueError, 'x .'): raise ValueError('x y')
        self.assertEqual(1, 1)
t = T('test_a'); t.test_a(); print(t.id())
if False: unittest.main()
