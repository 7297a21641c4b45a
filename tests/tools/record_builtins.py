#!/usr/bin/env python3
"""Records what CPython 3.7 prints for the programs in testdata/builtins, beside them as `.out`.

tests/builtins_programs_test.cpp compares what the evaluator prints with these files. Run it after changing a program:

    tests/tools/record_builtins.py [PYTHON]

PYTHON is a Python 3.7, by default the one of the TensorFlow 1.15 that `./dev oracle` installs.
"""

import os
import pathlib
import subprocess
import sys


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    python = sys.argv[1] if len(sys.argv) > 1 else os.path.expanduser("~/.cache/tfscope/tf1/python")
    for program in sorted((root / "testdata" / "builtins").glob("*.py")):
        environment = dict(os.environ, PYTHONHASHSEED="0", PYTHONIOENCODING="utf-8")
        run = subprocess.run([python, "-W", "ignore", program.name], cwd=str(program.parent), env=environment,
                             stdout=subprocess.PIPE)
        program.with_suffix(".out").write_bytes(run.stdout)
        print("{}: {} lines".format(program.name, run.stdout.count(b"\n")))


if __name__ == "__main__":
    main()
