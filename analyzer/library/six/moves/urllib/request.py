"""six.moves.urllib.request."""

from urllib.request import *
