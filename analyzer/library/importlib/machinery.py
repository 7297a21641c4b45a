"""importlib.machinery: loaders of source files."""

import os
import sys


class ModuleSpec(object):

    def __init__(self, name, loader, origin=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.submodule_search_locations = None
        self.parent = name.rpartition(".")[0]


class SourceFileLoader(object):

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def load_module(self, name=None):
        """Imports the file by its own name from its folder, and keeps the module under the name asked for."""
        folder, file = os.path.split(os.path.abspath(self.path))
        own, extension = os.path.splitext(file)
        if extension != ".py" or not os.path.exists(self.path):
            raise FileNotFoundError(2, "No such file or directory", self.path)
        before = sys.modules.pop(own, None)
        sys.path.insert(0, folder)
        try:
            module = __import__(own, None, None, ["*"])
        finally:
            sys.path.remove(folder)
        if before is not None:
            sys.modules[own] = before
        sys.modules[name or self.name] = module
        return module

    def exec_module(self, module):
        pass  # it ran when it was made

    def create_module(self, spec):
        return None
