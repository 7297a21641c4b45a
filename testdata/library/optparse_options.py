# optparse, and the exception that is being handled.
import sys
from optparse import OptionParser, OptionGroup
p = OptionParser(usage='u')
p.add_option('-n', '--num', dest='num', type='int', default=3, help='h')
p.add_option('--lr', type=float, default=0.1)
p.add_option('-v', action='store_true', dest='verbose', default=False)
p.add_option('--name', action='append')
g = OptionGroup(p, 'g'); g.add_option('--mode', choices=['a', 'b'], default='a'); p.add_option_group(g)
o, a = p.parse_args(['-n', '5', '--lr=0.5', '-v', '--name', 'x', '--name=y', 'rest', '--mode', 'b'])
print(o.num, o.lr, o.verbose, o.name, a, o.mode)
try: p.parse_args(['--nope'])
except SystemExit as e: print('exit', e)
print(p.parse_args(['-n7'])[0].num)
try: 1 / 0
except ZeroDivisionError:
    t, v, tb = sys.exc_info(); print(t, v, tb is not None)
print(sys.exc_info())
try:
    try: raise KeyError('a')
    except KeyError: raise ValueError('b')
except ValueError: print(sys.exc_info()[1])
