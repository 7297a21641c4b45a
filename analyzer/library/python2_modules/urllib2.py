"""urllib2, of Python 2."""

from urllib.error import *
from urllib.request import *
