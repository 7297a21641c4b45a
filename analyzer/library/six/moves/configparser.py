"""six.moves.configparser."""

from configparser import *
