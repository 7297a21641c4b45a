# Iterators beside the builtins that give lists.
import itertools
print itertools.izip([1], [2]).next(), itertools.imap(str, [1, 2]).next(), list(itertools.ifilter(None, [0, 1])), list(itertools.izip(itertools.count(), 'ab')), zip([1], [2])
for a, b in itertools.izip([1], [2]): print a, b
from itertools import izip, imap
print sum(imap(lambda a, b: a * b, [1, 2], [3, 4])), list(itertools.izip_longest('a', 'bc'))
