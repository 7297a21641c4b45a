"""six.moves.urllib.error."""

from urllib.error import *
