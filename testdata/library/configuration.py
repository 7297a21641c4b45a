# configparser.
import configparser
c = configparser.ConfigParser()
c.read_string('''
[DEFAULT]
base = /x
; c
[a]
n = 3
F: 2.5
on = yes
p = %(base)s/q
long = a
  b
[b]
''')
print(c.sections(), c.getint('a', 'n'), c.getfloat('a', 'f'), c.getboolean('a', 'on'), c.get('a', 'p'), c['a']['n'], 'z' in c['a'], c.has_option('b', 'base'), c.get('a', 'zz', fallback='d'), c.items('b'), c['a'].getint('n'), list(c), c.options('a'), repr(c.get('a', 'long')))
for f in [lambda: c.get('q', 'r'), lambda: c.get('a', 'r'), lambda: c['q'], lambda: c.read('nope.ini')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
