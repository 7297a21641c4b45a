"""six.moves: what moved between Python 2 and 3."""

from functools import reduce
from itertools import filterfalse, zip_longest

import builtins
import configparser
import pickle as cPickle
import queue
import urllib

range = range
xrange = range
zip = zip
map = map
filter = filter
input = input
intern = lambda text: text
getcwd = lambda: "."
