"""importlib."""

import sys


def import_module(name, package=None):
    if name.startswith("."):
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import for {!r}".format(name))
        dots = len(name) - len(name.lstrip("."))
        parts = package.split(".")
        name = ".".join(parts[:len(parts) - dots + 1] + [name[dots:]])
    return __import__(name, None, None, ["*"])


def reload(module):
    return module


def invalidate_caches():
    pass


def find_loader(name, path=None):
    return None
