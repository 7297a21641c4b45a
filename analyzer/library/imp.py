"""imp: the older importlib."""

import os
import sys
from importlib import reload
from importlib.machinery import SourceFileLoader

PY_SOURCE, PKG_DIRECTORY = 1, 5


def load_source(name, pathname, file=None):
    return SourceFileLoader(name, pathname).load_module(name)


def find_module(name, path=None):
    for folder in sys.path if path is None else path:
        file = os.path.join(folder, name + ".py")
        if os.path.isfile(file):
            return None, file, (".py", "r", PY_SOURCE)
        if os.path.isfile(os.path.join(folder, name, "__init__.py")):
            return None, os.path.join(folder, name), ("", "", PKG_DIRECTORY)
    raise ImportError("No module named {!r}".format(name), name=name)


def load_module(name, file, filename, details):
    if details[2] == PKG_DIRECTORY:
        filename = os.path.join(filename, "__init__.py")
    return SourceFileLoader(name, filename).load_module(name)


def new_module(name):
    return type(sys)(name)
