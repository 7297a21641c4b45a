"""ConfigParser, of Python 2."""

from configparser import *
