"""six.moves.cPickle."""

from pickle import *
