"""Runs a program in this interpreter, with a stub in place of `tensorflow`, and records what it asks for."""

import os
import sys
import traceback
import types

COLLECTIONS = ["trainable_variables", "variables"]


def lines_of(frame, path):
    lines = []
    while frame is not None:
        if frame.f_code.co_filename == path:
            lines.append(frame.f_lineno)
        frame = frame.f_back
    return lines[::-1]


def stub_tensorflow(path, variables):
    def note(name, shape):
        variables.append(
            {"name": name, "shape": list(shape), "collections": COLLECTIONS, "lines": lines_of(sys._getframe(2), path)}
        )

    def get_variable(name, shape=()):
        note(name, shape)

    def variable(initial_value, name=None):
        note(name, [])

    module = types.ModuleType("tensorflow")
    module.get_variable = get_variable
    module.Variable = variable
    return module


def error_record(error, path):
    lines = [line for frame, line in traceback.walk_tb(error.__traceback__) if frame.f_code.co_filename == path]
    if isinstance(error, SyntaxError) and not lines:
        lines = [error.lineno]
    try:
        message = str(error)
    except Exception:  # an exception class of the program may have a failing __str__
        message = "<exception str() failed>"
    return {"type": type(error).__name__, "message": message, "line": lines[-1] if lines else None}


def run(source, path):
    """The names, shapes and lines of the variables, and the error, as a record of tests/oracle/record.py."""
    variables = []
    sys.modules["tensorflow"] = stub_tensorflow(path, variables)
    main = types.ModuleType("__main__")
    main.__file__ = path
    sys.modules["__main__"] = main
    sys.argv = [path]
    record = {"variables": variables, "error": None}
    with open(os.devnull, "w") as sink:
        sys.stdout = sys.stderr = sink
        try:
            exec(compile(source, path, "exec"), main.__dict__)
        except SystemExit as exit_:
            if exit_.code not in (None, 0):
                record["error"] = error_record(exit_, path)
        except BaseException as error:
            record["error"] = error_record(error, path)
        finally:
            sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    return record
