#!/usr/bin/env python
"""Write analyzer/tensorflow/api_table.txt: what the modules of TensorFlow 1.15 contain.

Usage:  make_api_table.py [FILE]      (run it with the interpreter that tests/oracle/install.sh prints)

The table is text in two parts. First an index, one line per module, sorted by bytes; then, after an empty line, the
attributes of each module, in the order of the index and sorted by bytes themselves, so that both are found by bisection:

  PATH|RUNTIME|IMPORT|FILE|SAME|SIZE      in the index
  NAME<TAB>KIND...                        in a module's part

PATH     how users write the module: `tensorflow.nn`, `tensorflow.contrib.slim`, `tensorflow.python.ops.array_ops`
RUNTIME  the name in an AttributeError's text, if it is not PATH
IMPORT   the name in an ImportError's text, if it is not PATH
FILE     `p` for a package, `m` for a module in a file of its own, empty if it cannot be imported by PATH
SAME     number of the module that has the same attributes, which are listed there only
SIZE     bytes of the module's part

KIND is one of
  f(PARAMETERS)   a function defined here; c(PARAMETERS) a class
  @MODULE:NAME    what another module defines; NAME is left out if it is the same
  mMODULE         a module; m=NAME a module that is not TensorFlow's
  kTYPE=REPR      a constant; the repr of str, int, float, bool and None if it is short
  iTYPE           any other object
MODULE (and SAME) is the line number in the index, from 0, in hexadecimal.
PARAMETERS are names with commas between: `name=` has a default, `*name` and `**name` as in Python, `*` alone precedes
keyword-only ones, `?` says that the signature is not known.
"""
import contextlib
import functools
import importlib
import inspect
import os
import re
import sys
import types
import warnings

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")
warnings.filterwarnings("ignore")

API = re.compile(r"tensorflow(_core)?\._api\.|tensorflow_core\.keras|tensorflow\.python\.keras\.api\.|"
                 r"tensorflow_estimator\.python\.estimator\.api\.|tensorflow(_core)?\.contrib\b")
PRIVATE = ("python", "contrib", "core", "examples")
TOP = ("python", "core", "tools")
FUTURE = ("absolute_import", "division", "print_function", "unicode_literals", "annotations")
KEPT = ("__version__", "__git_version__", "__compiler_version__", "__cxx11_abi_flag__", "__monolithic_build__")
ABSENT = "no_such_name_"
LONGEST_CONSTANT = 40


def own_modules(package):
    """Names of all module files below the package's private folders, parents first."""
    root = os.path.dirname(package.__file__)
    names = []
    for top in PRIVATE:
        for folder, _, files in os.walk(os.path.join(root, top)):
            dotted = "tensorflow." + os.path.relpath(folder, root).replace(os.sep, ".")
            if "__init__.py" not in files:
                continue
            names.append(dotted)
            names += [dotted + "." + f[:-3] for f in files if f.endswith(".py") and f != "__init__.py"]
    return sorted(names)


def runtime_name(module):
    try:
        getattr(module, ABSENT)
    except AttributeError as error:
        found = re.match(r"module '(.*)' has no attribute", str(error))
        if found:
            return found.group(1)
    return module.__name__


def snapshot(module, unlisted=()):
    """The attributes that the module has now, name to object; `unlisted` are tried although dir() leaves them out."""
    result = {}
    for name in sorted(set(dir(module)) | set(unlisted)):
        if name in FUTURE or (name.startswith("__") and name not in KEPT):
            continue
        try:
            result[name] = getattr(module, name)
        except Exception:  # listed by dir(), but not there
            continue
    return result


class Modules(object):
    """All modules by the path that users write, each with its attributes as a fresh program sees them."""

    def __init__(self):
        self.attributes = {}   # path -> {name: object}
        self.runtime = {}      # path -> name in AttributeError
        self.path_of = {}      # module.__name__ -> path

    def add(self, path, module):
        self.path_of.setdefault(module.__name__, path)
        if path in self.attributes:
            return False
        self.attributes[path] = snapshot(module, TOP if path == "tensorflow" else ())
        self.runtime[path] = runtime_name(module)
        return True

    def add_public(self, path, module):
        """Breadth first, so that a module gets its shortest path."""
        queue = [(path, module)]
        while queue:
            path, module = queue.pop(0)
            if not self.add(path, module):
                continue
            for name, value in sorted(self.attributes[path].items()):
                if not isinstance(value, types.ModuleType) or name.startswith("_"):
                    continue
                known = value.__name__ in self.path_of
                if API.match(value.__name__ + ".") and not known and "contrib" not in value.__name__:
                    queue.append((path + "." + name, value))

    def add_loaded(self):
        for name, module in sorted(sys.modules.items()):
            path = re.sub(r"^tensorflow_core\.", "tensorflow.", name)
            if path.split(".")[1:2] and path.split(".")[1] in PRIVATE and path.startswith("tensorflow.") \
                    and ".api._v" not in path and isinstance(module, types.ModuleType):
                self.add(path, module)
                self.path_of.setdefault(module.__name__, path)


def collect():
    import tensorflow
    import tensorflow_core
    modules = Modules()
    modules.add_public("tensorflow", tensorflow)
    modules.add_loaded()
    names = own_modules(tensorflow_core)
    for name in ["tensorflow.contrib"] + names:
        with contextlib.suppress(Exception):
            importlib.import_module(name)
            modules.add_loaded()
    # Reached through the lazy loader of `tf.contrib`, names of modules differ from those that an import gives.
    modules.runtime["tensorflow.contrib"] = runtime_name(tensorflow.contrib)
    for name, value in snapshot(tensorflow.contrib).items():
        path = "tensorflow.contrib." + name
        if isinstance(value, types.ModuleType) and path in modules.attributes:
            modules.runtime[path] = runtime_name(value)
    return modules


def import_names(paths):
    """For each importable path: (name in ImportError, is it a package); asked last, since imports bind attributes."""
    result = {}
    for path in paths:
        try:
            exec("from %s import %s" % (path, ABSENT), {})
        except ImportError as error:
            found = re.match(r"cannot import name '%s' from '(.*)' \((.*)\)" % ABSENT, str(error))
            if found:
                result[path] = (found.group(1), found.group(2).endswith("__init__.py"))
        except Exception:
            continue
    return result


def parameters(function):
    from tensorflow.python.util import tf_inspect
    try:
        spec = tf_inspect.getfullargspec(function)
    except Exception:
        return "?"
    names = list(spec.args)
    if inspect.isclass(function) or inspect.ismethod(function):
        names = names[1:]
    first_default = len(names) - len(spec.defaults or ())
    parts = [name + ("=" if i >= first_default else "") for i, name in enumerate(names)]
    if spec.varargs:
        parts.append("*" + spec.varargs)
    elif spec.kwonlyargs:
        parts.append("*")
    parts += [name + ("=" if name in (spec.kwonlydefaults or {}) else "") for name in spec.kwonlyargs]
    if spec.varkw:
        parts.append("**" + spec.varkw)
    return ",".join(parts)


def class_parameters(cls):
    if "__init__" in dir(cls) and cls.__init__ is not object.__init__:
        text = parameters(cls.__init__)
    elif cls.__new__ is not object.__new__:
        text = parameters(cls.__new__)
    else:
        return ""
    return text if text == "?" else ",".join(text.split(",")[1:])


def is_callable_of_python(value):
    return isinstance(value, (types.FunctionType, types.BuiltinFunctionType, types.MethodType, functools.partial))


class Writer(object):
    def __init__(self, modules):
        self.modules = modules
        self.paths = sorted(modules.attributes, key=lambda path: path.encode())
        self.number = {path: "%x" % i for i, path in enumerate(self.paths)}

    def owner(self, value):
        """(path, name) of the definition of a function or class, or nothing if it stands in no listed module."""
        if isinstance(value, functools.partial):  # it knows nothing of its own: look beside the function that it calls
            return self.binding(self.modules.path_of.get(getattr(value.func, "__module__", None)), value)
        name = getattr(value, "__name__", None)
        path = self.modules.path_of.get(getattr(value, "__module__", None))
        if path is None or name is None or self.modules.attributes[path].get(name) is not value:
            return None
        return path, name

    def owner_of_object(self, value):
        """(path, name) of an object that stands in the module of its class, such as `tf.float32`, or nothing."""
        return self.binding(self.modules.path_of.get(type(value).__module__), value)

    def binding(self, path, value):
        """(path, name) of the first name of a module that is bound to an object, or nothing."""
        names = [name for name, other in self.modules.attributes.get(path, {}).items() if other is value]
        return (path, min(names)) if names else None

    def describe(self, path, name, value):
        if isinstance(value, types.ModuleType):
            target = self.modules.path_of.get(value.__name__, value.__name__)
            target = re.sub(r"^tensorflow_core\.", "tensorflow.", target)
            return "m" + self.number.get(target, "=" + target)
        if isinstance(value, type) or is_callable_of_python(value):
            owner = self.owner(value)
            if owner and owner != (path, name):
                return self.alias(owner, name)
            if isinstance(value, type):
                return "c(%s)" % class_parameters(value)
            return "f(%s)" % parameters(value)
        if value is None or type(value) in (str, int, float, bool):
            text = repr(value)
            return "k%s%s" % (type(value).__name__, "=" + text if len(text) <= LONGEST_CONSTANT else "")
        owner = self.owner_of_object(value)
        return self.alias(owner, name) if owner and owner != (path, name) else "i" + type(value).__name__

    def alias(self, owner, name):
        return "@" + self.number[owner[0]] + (":" + owner[1] if owner[1] != name else "")

    def is_listed(self, path, name, value):
        """No private modules; nothing that serves eager execution alone."""
        if name.endswith("_eager_fallback"):
            return False
        return not name.startswith("_") or name.startswith("__") or not isinstance(value, types.ModuleType)

    def part(self, path):
        lines = ["%s\t%s\n" % (name, self.describe(path, name, value))
                 for name, value in self.modules.attributes[path].items() if self.is_listed(path, name, value)]
        return "".join(sorted(lines, key=lambda line: line.split("\t")[0].encode()))

    def render(self, importable):
        parts = {path: self.part(path) for path in self.paths}
        first_with = {}
        for path in sorted(self.paths, key=lambda p: (p.count("."), len(p), p)):
            first_with.setdefault(parts[path], path)
        index = []
        for path in self.paths:
            same = first_with[parts[path]] if parts[path] else path
            if same != path:
                parts[path] = ""
            imported, is_package = importable.get(path, (path, None))
            runtime = self.modules.runtime[path]
            index.append("|".join([
                path, "" if runtime == path else runtime, "" if imported == path else imported,
                {None: "", True: "p", False: "m"}[is_package], "" if same == path else self.number[same],
                str(len(parts[path].encode()))]) + "\n")
        return "".join(index) + "\n" + "".join(parts[path] for path in self.paths)


def main():
    default = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "analyzer", "tensorflow", "api_table.txt")
    output = sys.argv[1] if len(sys.argv) > 1 else os.path.normpath(default)
    with open(os.devnull, "w") as sink, contextlib.redirect_stdout(sink), contextlib.redirect_stderr(sink):
        modules = collect()
        writer = Writer(modules)
        importable = import_names(sorted(modules.attributes))
        text = writer.render(importable)
    with open(output, "w") as stream:
        stream.write(text)
    print("%s: %d modules, %d bytes" % (output, len(modules.attributes), len(text)))


if __name__ == "__main__":
    main()
