"""cPickle, of Python 2."""

from pickle import *
