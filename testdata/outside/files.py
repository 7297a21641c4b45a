# Files that are there, files that are not, and what the program writes itself.
import os, json, csv, glob, shutil, tempfile, pathlib
print(os.path.exists('data'), os.path.isdir('data'), os.path.isfile('data/c.json'), os.path.exists('nope'), os.path.getsize('data/c.json'))
print(json.load(open('data/c.json')))
with open('data/l.txt') as f:
    print(f.read().split(), f.closed, f.name, f.mode)
print(f.closed)
print([l.strip() for l in open('data/l.txt')], open('data/l.txt').readlines(), open('data/l.txt').readline(), open('data/l.txt', 'rb').read())
print(list(csv.reader(open('data/t.csv'))), [dict(r) for r in csv.DictReader(open('data/t.csv'))])
print(sorted(glob.glob('data/*')), sorted(glob.glob('data/*.json')), sorted(glob.glob('data/**/*.py', recursive=True)), glob.glob('x*'), glob.glob('data/**', recursive=True)[0], sorted(glob.glob('data/**', recursive=True)), sorted(glob.glob('data/[cl].*')))
print(sorted(os.listdir('data')), [(a, sorted(b), sorted(c)) for a, b, c in os.walk('data')])
for f in [lambda: open('nope'), lambda: open('no/pe', 'w'), lambda: open('data'), lambda: os.listdir('nope'), lambda: os.remove('nope'), lambda: os.makedirs('data'), lambda: os.mkdir('a/b'), lambda: os.path.getsize('nope'), lambda: json.load(open('x.json')), lambda: os.stat('nope'), lambda: shutil.rmtree('nope')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
d = 'logs/run1'
if not os.path.exists(d): os.makedirs(d)
print(os.path.exists(d), os.path.isdir('logs'), os.listdir('logs'))
with open(os.path.join(d, 'a.txt'), 'w') as f:
    f.write('hello\n')
    print('more', file=f)
print(open('logs/run1/a.txt').read(), os.path.getsize('logs/run1/a.txt'), os.listdir(d))
with open('logs/run1/a.txt', 'a') as f: f.write('x')
print(repr(open('logs/run1/a.txt').read()))
shutil.rmtree('logs')
print(os.path.exists('logs/run1/a.txt'), os.path.exists(d), os.path.exists('logs'))
os.makedirs('z/y', exist_ok=True); os.makedirs('z/y', exist_ok=True)
print(os.path.abspath('q') == os.path.join(os.getcwd(), 'q'), os.path.relpath('a/b', 'a/c'))
print(os.environ.get('TFSCOPE_X'), os.getenv('TFSCOPE_X', 'd'), 'TFSCOPE_X' in os.environ)
p = pathlib.Path('data') / 'c.json'
print(p, p.name, p.suffix, p.stem, p.parent, p.exists(), p.read_text(), sorted(x.name for x in pathlib.Path('data').glob('*.t*')), p.parts, repr(p), p.with_suffix('.x'), str(pathlib.Path('a', 'b')), pathlib.Path('a/../b').resolve() == pathlib.Path('b').absolute())
try: os.environ['A'] = 1
except TypeError as e: print(e)
os.environ['CUDA_VISIBLE_DEVICES'] = '0'
try: os.environ['NOPE_X']
except KeyError as e: print('KeyError', e)
import sys
print(os.path.commonpath(['/a/b', '/a/c']), os.path.commonprefix(['abc', 'abd']), os.path.splitext('a/b.tar.gz'), os.path.split('a/b/'), os.path.normpath('a//b/../c'), os.path.expandvars('x'))
import io
s = io.StringIO(); s.write('a\nb'); print(s.getvalue(), io.BytesIO(b'xy').read(1), io.StringIO('q\nr').readlines())
try: s.write(1)
except TypeError as e: print(e)
print(open('data/l.txt').read(3), sum(1 for _ in open('data/l.txt')))
with open('w.json', 'w') as f: json.dump({'k': 1}, f)
print(json.load(open('w.json')))
print(os.sep, os.linesep == '\n', os.path.join('a', 'b'), os.name)
try: os.path.exists(None)
except TypeError as e: print(e)
try: open(None)
except TypeError as e: print(e)
try: open('x', 'q')
except ValueError as e: print(e)
try: open('data/l.txt').write('x')
except Exception as e: print(type(e).__name__, e)
