"""urlparse, of Python 2."""

from urllib.parse import *
