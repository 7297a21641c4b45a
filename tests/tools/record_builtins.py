#!/usr/bin/env python3
"""Records what CPython prints for the programs in testdata/builtins and library (3.7) and python2 (2.7), as `.out`.

tests/builtins_programs_test.cpp compares what the evaluator prints with these files. Run it after changing a program:

    tests/tools/record_builtins.py [PYTHON [PYTHON2]]

PYTHON is a Python 3.7, by default the one of the TensorFlow 1.15 that `./dev oracle` installs; PYTHON2 a Python 2.7,
without which the programs of testdata/python2 are left out.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile


def record(folder, python):
    for program in sorted(folder.glob("*.py")):
        environment = dict(os.environ, PYTHONHASHSEED="0", PYTHONIOENCODING="utf-8")
        run = subprocess.run([python, "-W", "ignore", program.name], cwd=str(program.parent), env=environment,
                             stdout=subprocess.PIPE)
        program.with_suffix(".out").write_bytes(run.stdout)
        print("{}: {} lines".format(program.name, run.stdout.count(b"\n")))


def main():
    testdata = pathlib.Path(__file__).resolve().parents[2] / "testdata"
    python = sys.argv[1] if len(sys.argv) > 1 else os.path.expanduser("~/.cache/tfscope/tf1/python")
    record(testdata / "builtins", python)
    record(testdata / "library", python)
    files = testdata / "outside"
    with tempfile.TemporaryDirectory() as folder:  # its program writes files
        shutil.copytree(str(files), os.path.join(folder, "outside"))
        record(pathlib.Path(folder) / "outside", python)
        shutil.copy(os.path.join(folder, "outside", "files.out"), str(files / "files.out"))
    if len(sys.argv) > 2:
        record(testdata / "python2", sys.argv[2])


if __name__ == "__main__":
    main()
