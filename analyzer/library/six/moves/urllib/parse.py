"""six.moves.urllib.parse."""

from urllib.parse import *
