import re
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for p in ['(a','a)','[a','a**','*a','a{2,1}','(?P<n>a)(?P<n>b)','(?P<1>a)','\\','\\q','[z-a]','(?z)','(?P=x)','\\1','(a\\1)','(?<=a*)b','(?P<n','(?','(?(1)a|b|c)','[\\d-z]','x{,3}','x{a}','a|*','(?#abc','^*','\\b*','a{1}{2}','(?P<a b>x)','\\x1','[\\q]','(?i','(?P>a)','(?<a)','((a)','\\8','(?:a','a+*','(?P<>a)']:
    t(lambda: re.compile(p))
for r in ['\\3','\\g<2>','\\g<x>','\\g<a','\\g','\\q','\\g<>','\\g<1a>','\\0','\\1','\\n\\t','\\\\','\\g<0>','\\100','\\']:
    t(lambda: re.sub('(a)(?P<n>b)?', r, 'xaby'))
t(lambda: re.sub('a', 5, 'b')); t(lambda: re.match('a', b'a')); t(lambda: re.match(b'a', 'a')); t(lambda: re.match('a', None)); t(lambda: re.sub('a', lambda m: 5, 'a')); t(lambda: re.compile(5))
print(re.findall(b'a+', b'caab a'), re.sub(b'(a)', br'<\1>', b'xa'), re.split(b',', b'a,b'))
print(re.sub('x*', '-', 'abxd'), re.split('x*', 'axbc'), re.findall('x*', 'axb'), re.split('(,)', 'a,b'), re.split(',', 'a,b,c', 1), re.sub('^', '> ', 'a\nb', flags=re.M))
m = re.match(r'(?P<a>\w)(?P<b>\d)?', 'y'); print(m.regs, m.lastgroup, m.lastindex, m.groupdict(), m.pos, m.endpos, m.re, m.string, m.groups('z'))
print(re.compile('a', re.X).flags, re.compile('a', re.I | re.M), re.compile(b'a').flags, re.compile('(?i)A').flags, re.compile('a').groups)
print(re.search(r'(?i:A)b', 'xab'), re.search('(?i:A)b', 'xaB'), re.match('(a)?(?(1)b|c)', 'ab'), re.match('(a)?(?(1)b|c)', 'c'), re.search(r'(?<=-)\w+', 'spam-egg').group(), re.search(r'(?<!-)\b\w+', '-a b').group())
print(re.fullmatch('a|ab', 'ab'), re.match('a|ab', 'ab'), re.search('b', 'abb', ) , re.compile('b').search('abb', 2), re.compile('^b').match('ab', 1), re.compile('b').findall('abbb', 1, 3))
print(re.findall(r'(\w)(\d)', 'a1b2'), [x.span() for x in re.finditer('..', 'abcde')], re.subn('a', 'b', 'aaa', 2), re.escape('a.b*c-d e'), re.escape(b'a.b'))
print(re.findall(r'\d+', '٣4 x5'), re.findall(r'\d+', '٣4 x5', re.A), re.findall(r'\w+', 'été_1 ñ'), re.findall(r'[^\W\d]+', 'ab12cd'), re.findall(r'[\s,]+', 'a, b\tc'))
print(re.sub(r'(?P<first>\w+) (?P<second>\w+)', r'\g<second> \g<first>', 'hello world'), re.sub('(?m)^', '# ', 'a\nb'), re.findall(r'''(?x) \d +  # digits
  [a-z] ''', '12a 3b'))
print(re.match(r'(\d+)-(\d+)', '12-34').expand(r'\2/\1'), re.match('(a)|(b)', 'b').lastindex, re.match('((a)(b))', 'ab').lastindex, re.search('a.c', 'a\nc', re.S), re.search('[a-c]+?', 'abc'), re.match('(?:a|b){2,3}?', 'abab'))
print(re.match(r"<([a-z]+)>.*</\1>", "<b>x</b>"), re.findall('(?=(aa))', 'aaaa'), re.match('(?!a)', 'b'), re.match('.{3}', 'abcd').end(), re.match('[]a]+', ']a'), re.match('[^]]', 'a'), re.match(r'[\w.-]+', 'a.b-c'))
try: re.compile('a(b')
except re.error as e: print(e.msg, e.pattern, e.pos, e.lineno, e.colno, type(e).__name__)
print(re.compile('a') == re.compile('a'), type(re.compile('a')), type(m), isinstance(m, re.Match))
print(re.match(r'(?:ab)*', 'ab' * 1000).end(), re.match(r'(?:a|b)*c', 'ab' * 500 + 'c').end(), re.match(r'((\w)\d)+', 'a1' * 300).groups(), re.match('(?:(a)|b)*?c', 'ab' * 200 + 'c').end(), re.match('(?:ab)*ab', 'ab' * 400).end(), re.match('(?:ab){3,300}', 'ab' * 400).end(), len(re.findall(r'(?:\w+\s)*', 'word ' * 400)))
print(re.sub(r'(?:\w+,)+', 'X', 'a,' * 500 + 'b'), re.match('(a*)*', 'a' * 50).end(), re.match('(?:a?)*?b', 'aaab'), re.match('(?:x(y)?)*z', 'xyx' * 100 + 'z').groups())
