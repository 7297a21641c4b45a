#!/usr/bin/env python
"""Records what TensorFlow 1.15 does with the programs of testdata/oracle.

Usage:  record.py [--write] [NAME...]      (with the interpreter that install.sh prints; `./dev oracle cases`)

NAME is a case or a .py file; all cases by default. Each is run and compared with its recorded truth, NAME.json beside
NAME.py; exit 1 on a difference. With --write the record is written instead.

  tensorflow   version that was observed
  variables    variables of the final default graph in creation order: name, shape (null: unknown rank; null inside:
               unknown dimension), dtype, trainable, resource, collections (keys, repeated if in one more than once),
               lines (active calls in the case's file, outermost first; the last is the creating line)
  counts       number of members of the collections that hold no variables
  graphs       only if there were several: all in creation order, with variables, counts and final_default
  error        null, or the uncaught exception: type, message, line (innermost of the case's file), lines
  caught       exceptions that went through a frame of the case's file and were caught by it
  stdout       printed lines

Python 3.7 gives a call over several lines the line of its last argument. Where a message quotes the place of a definition,
the quotation is cut. Code that autograph converted (`call` of layers and cells, functions of datasets) is another file:
lines are those of the outer call. Graphs of functions are not listed.
"""
import difflib
import glob
import json
import os
import sys

import watch

CASES = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "testdata", "oracle"))


def describe_exception(exception, lines, path):
    return {"type": type(exception).__name__, "message": watch.clean(str(exception), path),
            "line": lines[-1] if lines else None, "lines": lines}


def describe_variable(variable, collections, lines):
    shape = variable.shape
    return {"name": variable.name, "shape": None if shape.ndims is None else shape.as_list(),
            "dtype": variable.dtype.base_dtype.name, "trainable": bool(variable.trainable),
            "resource": "Resource" in type(variable).__name__, "collections": sorted(collections), "lines": lines}


def describe_graph(graph, seen):
    mine = [(variable, lines) for variable, lines in seen.created if getattr(variable, "graph", None) is graph]
    index = {id(variable): i for i, (variable, _) in enumerate(mine)}
    collections = [[] for _ in mine]
    counts = {}
    for key in graph.get_all_collection_keys():
        if not isinstance(key, str) or key.startswith("__"):
            continue
        for item in graph.get_collection_ref(key):
            if id(item) in index:
                collections[index[id(item)]].append(key)
            else:
                counts[key] = counts.get(key, 0) + 1
    return [describe_variable(v, keys, lines) for (v, lines), keys in zip(mine, collections)], counts


def observe(path):
    """The record of one case, and the watch that saw it. Ends the usefulness of this process: call it in a child."""
    import tensorflow as tf
    with open(path) as stream:
        seen = watch.Watch(path).run(stream.read())
    final = tf.get_default_graph()
    record = {"tensorflow": tf.__version__}
    record["variables"], record["counts"] = describe_graph(final, seen)
    if len(seen.graphs) > 1:
        record["graphs"] = []
        for graph in seen.graphs:
            variables, counts = describe_graph(graph, seen)
            record["graphs"].append({"final_default": graph is final, "counts": counts, "variables": variables})
    record["error"] = None
    if seen.error is not None:
        lines = seen.traceback_lines(seen.error.__traceback__)
        record["error"] = describe_exception(seen.error, lines, path)
    record["caught"] = [describe_exception(e, lines, path) for e, lines in seen.exceptions if e is not seen.error]
    record["stdout"] = seen.output
    return record, seen


def run_case(path):
    """The record of one case, as the text of its .json."""
    return render(observe(path)[0])


def rows(items, indent):
    if not items:
        return "[]"
    return "[\n" + ",\n".join(indent + " " + json.dumps(item) for item in items) + "\n" + indent + "]"


def render(record):
    """JSON with one line per variable, exception and printed line."""
    parts = []
    for key, value in record.items():
        if key in ("variables", "caught", "stdout"):
            text = rows(value, " ")
        elif key == "graphs":
            text = "[\n" + ",\n".join('  {"final_default": %s, "counts": %s, "variables": %s}' % (
                json.dumps(graph["final_default"]), json.dumps(graph["counts"]), rows(graph["variables"], "   "))
                for graph in value) + "\n ]"
        else:
            text = json.dumps(value)
        parts.append(' "%s": %s' % (key, text))
    return "{\n" + ",\n".join(parts) + "\n}\n"


def paths_of(names):
    if not names:
        return sorted(glob.glob(os.path.join(CASES, "*.py")))
    return [os.path.abspath(name) if name.endswith(".py") else os.path.join(CASES, name + ".py") for name in names]


def compare(path, text):
    """Prints how a record differs from the truth; True if it does."""
    truth_path = os.path.splitext(path)[0] + ".json"
    truth = ""
    if os.path.exists(truth_path):
        with open(truth_path) as stream:
            truth = stream.read()
    sys.stdout.writelines(difflib.unified_diff(truth.splitlines(True), text.splitlines(True),
                                               os.path.relpath(truth_path), "TensorFlow now"))
    return text != truth


def main():
    options = [argument for argument in sys.argv[1:] if argument.startswith("-")]
    paths = paths_of([argument for argument in sys.argv[1:] if not argument.startswith("-")])
    missing = [path for path in paths if not os.path.exists(path)]
    if missing or set(options) - {"--write"}:
        print("record.py: " + ("no such case: " + missing[0] if missing else "unknown option " + options[0]))
        return 2
    watch.load_tensorflow()
    differing = 0
    for path in paths:
        try:
            text = watch.in_child(run_case, path)
        except RuntimeError as error:
            print("%s: %s" % (os.path.relpath(path), error))
            differing += 1
            continue
        if "--write" in options:
            with open(os.path.splitext(path)[0] + ".json", "w") as stream:
                stream.write(text)
        else:
            differing += compare(path, text)
    print("oracle cases: %d run, %d %s" % (len(paths), differing,
                                           "failed" if "--write" in options else "differ from their records"))
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
