"""multiprocessing.dummy."""

from multiprocessing import *
