# Division, literals, long integers.
print 1 <> 2, 1 <> 1
print 7 / 2, -7 / 2, 7 // 2, 7.0 / 2, 7 % 3, -7 % 3
print 0755, 0o17, 0xff, 0b11, 10L, 0xFFL, 0777L
print 2**62, 2**63, 2**64, repr(2**64), [2**64], -2**63
print divmod(7, 2), divmod(-7, 2), pow(2, 10), pow(2, -1), 2 ** -1
x = 7
x /= 2
print x
print 1 / 2 * 1.0, 1.0 * 1 / 2, 3 / 2 / 2.0
print int("12"), long("12"), int(3.9), int(1e20), long(3)
import sys
print sys.maxint, sys.maxint + 1, -sys.maxint - 1
print True / 2, True + True
import os
print 0644, 0777, 010, 00, 0
