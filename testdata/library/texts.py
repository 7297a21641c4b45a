# Literals, wrapped texts, addresses, threads that are not run.
import ast, textwrap, queue, statistics, urllib.parse, codecs, platform, signal, threading, weakref, traceback, getpass, errno
print(ast.literal_eval("{'a': [1, 2.5, (3,)], 'b': None, \"c\": 'x(y'}"), ast.literal_eval('-3'), ast.literal_eval('"a"'))
try: ast.literal_eval('foo(1)')
except ValueError as e: print('ValueError')
print(textwrap.dedent('''\
    a
      b
    c'''), textwrap.fill('aa bb cc dd', 5), textwrap.indent('a\nb', '> '))
q = queue.Queue(); q.put(1); q.put(2); print(q.get(), q.qsize(), q.empty())
print(statistics.mean([1, 2, 3]), statistics.median([3, 1, 2]), statistics.mean([1, 2]), statistics.stdev([1, 2, 3, 4]))
print(urllib.parse.quote('a b/c?'), urllib.parse.urlencode({'a': 1, 'b': 'c d'}), urllib.parse.urlparse('http://u@h:80/p/q;x?y=1#f'), urllib.parse.unquote('a%20b'), urllib.parse.urljoin('http://h/a/b', '../c'), urllib.parse.parse_qs('a=1&b=2'))
print(platform.system(), errno.ENOENT, threading.current_thread().name, isinstance(threading.Lock(), object))
class T(threading.Thread):
    def __init__(self): super(T, self).__init__(name='w'); self.daemon = True
print(T().name, T().daemon)
import hashlib, uuid, subprocess, socket
