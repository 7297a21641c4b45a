"""six.moves.urllib.robotparser."""

from urllib.robotparser import *
