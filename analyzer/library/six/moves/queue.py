"""six.moves.queue."""

from queue import *
