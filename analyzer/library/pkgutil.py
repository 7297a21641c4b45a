"""pkgutil: what lies in the folders of a package."""

import collections
import os

ModuleInfo = collections.namedtuple("ModuleInfo", "module_finder name ispkg")


def iter_modules(path=None, prefix=""):
    for folder in path or []:
        for entry in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
            name, extension = os.path.splitext(entry)
            if extension == ".py" and name != "__init__":
                yield ModuleInfo(None, prefix + name, False)
            elif not extension and os.path.isfile(os.path.join(folder, entry, "__init__.py")):
                yield ModuleInfo(None, prefix + entry, True)


def walk_packages(path=None, prefix="", onerror=None):
    for info in iter_modules(path, prefix):
        yield info
        if info.ispkg:
            module = __import__(info.name, None, None, ["*"])
            for inner in walk_packages(module.__path__, info.name + "."):
                yield inner


def extend_path(path, name):
    return path


def get_data(package, resource):
    module = __import__(package, None, None, ["*"])
    with open(os.path.join(os.path.dirname(module.__file__), resource), "rb") as stream:
        return stream.read()
