"""six.moves.urllib.response."""

from urllib.response import *
