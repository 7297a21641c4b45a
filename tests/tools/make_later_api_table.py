#!/usr/bin/env python3
"""Write analyzer/tensorflow/later_api_table.txt: `tensorflow.compat.v1` of TensorFlow 2.15, and tf_slim.

Usage:  make_later_api_table.py [FILE]

Run it in a virtual environment with `pip install tensorflow-cpu==2.15.1 'numpy<2' tf-slim==1.1.0`. The format is that of
make_api_table.py. Of `tensorflow.compat.v1` it lists the modules, and only those attributes that api_table.txt does not
have, or has with another signature.
"""
import contextlib
import importlib
import os
import pkgutil
import re
import sys

import make_api_table
from make_api_table import Modules, Writer, import_names

make_api_table.API = re.compile(
    r"tensorflow\._api\.v2\.compat\.v1\.|keras\.api\._v1\.|tensorflow_estimator\.python\.estimator\.api\._v1\.")
make_api_table.TOP = ()


def collect():
    import tensorflow.compat.v1
    import tf_slim
    modules = Modules()
    modules.add_public("tensorflow.compat.v1", tensorflow.compat.v1)
    modules.add("tf_slim", tf_slim)
    for found in pkgutil.walk_packages(tf_slim.__path__, "tf_slim."):
        if found.name.endswith("_test"):
            continue
        with contextlib.suppress(Exception):
            modules.add(found.name, importlib.import_module(found.name))
    for path in [path for path in modules.attributes if path.startswith("tensorflow.compat.v1.compat")]:
        del modules.attributes[path]  # the same again
    return modules


class FirstTable(object):
    """api_table.txt."""

    def __init__(self, text):
        index, body = text.split("\n\n", 1)
        self.parts = []
        self.number = {}
        sames = []
        for line in index.split("\n"):
            path, _, _, _, same, size = line.split("|")
            self.number[path] = len(self.parts)
            part, body = body[:int(size)], body[int(size):]
            self.parts.append(dict(line.split("\t", 1) for line in part.splitlines()))
            sames.append(same)
        for number, same in enumerate(sames):
            if same:
                self.parts[number] = self.parts[int(same, 16)]

    def kind(self, path, name):
        if path not in self.number:
            return None
        kind = self.parts[self.number[path]].get(name)
        if kind and kind.startswith("@"):
            module, _, other = kind[1:].partition(":")
            kind = self.parts[int(module, 16)].get(other or name)
        return kind


class LaterWriter(Writer):
    def __init__(self, modules, first):
        super().__init__(modules)
        self.first = first

    def is_listed(self, path, name, value):
        if not super().is_listed(path, name, value):
            return False
        known = self.first.kind(path, name)
        if not path.startswith("tensorflow") or known is None:
            return True
        return known[0] in "fc" and known != self.describe(path, name, value)


def main():
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "analyzer", "tensorflow")
    output = sys.argv[1] if len(sys.argv) > 1 else os.path.normpath(os.path.join(folder, "later_api_table.txt"))
    with open(os.path.join(folder, "api_table.txt")) as stream:
        first = FirstTable(stream.read())
    with open(os.devnull, "w") as sink, contextlib.redirect_stdout(sink), contextlib.redirect_stderr(sink):
        modules = collect()
        text = LaterWriter(modules, first).render(import_names(sorted(modules.attributes)))
    with open(output, "w") as stream:
        stream.write(text)
    print("%s: %d modules, %d bytes" % (output, len(modules.attributes), len(text)))


if __name__ == "__main__":
    main()
