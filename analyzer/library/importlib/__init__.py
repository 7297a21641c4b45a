"""importlib."""

import sys


def import_module(name, package=None):
    if name.startswith("."):
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import for {!r}".format(name))
        dots = len(name) - len(name.lstrip("."))
        parts = package.split(".")
        name = ".".join(parts[:len(parts) - dots + 1] + ([name[dots:]] if name[dots:] else []))
    return __import__(name, None, None, ["*"])


def reload(module):
    """Runs the module again, in a new module object whose names the old one gets."""
    if not hasattr(module, "__file__"):
        return module
    name = module.__name__
    known = sys.modules.pop(name, module)
    fresh = __import__(name, None, None, ["*"])
    module.__dict__.update(fresh.__dict__)
    sys.modules[name] = known
    return module


def invalidate_caches():
    pass


def find_loader(name, path=None):
    return None
