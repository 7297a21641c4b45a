"""six.moves.builtins."""

from builtins import *
