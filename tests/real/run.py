#!/usr/bin/env python3
"""Scores tfscope on real models against what TensorFlow 1.15 made of them: `./dev real CORPUS`.

CORPUS holds a checkout OWNER__NAME of each repository. The truth is a folder with index.json (which folders of a
repository are on the search path), drivers/NAME.py (the program) and truth/NAME.json (its variables and its error).

A program is exact if all its graphs have the same variables in the same order, with shape, dtype, trainability and
collections, and if it ends alike: normally, or by an error of the same type in the same statement. Printed are the
shares, the first difference of each other program, and the TensorFlow functions without a model that they call.
"""

import argparse
import ast
import collections
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

TIME_LIMIT = 120  # seconds for one analysis

# Values of keys of tf.GraphKeys that are not their names in lower case.
KEY_NAMES = {
    "variables": "GLOBAL_VARIABLES",
    "table_initializer": "TABLE_INITIALIZERS",
    "asset_filepaths": "ASSET_FILEPATHS",
}
KEYS = ("local_variables metric_variables model_variables trainable_variables moving_average_variables weights biases "
        "activations saveable_objects resources local_resources trainable_resource_variables global_step eval_step "
        "concatenated_variables").split()

Answer = collections.namedtuple("Answer", "inventory unmodelled")


class Score(object):
    """What is counted over all programs."""

    def __init__(self):
        self.programs = self.exact = 0
        self.names = self.same_names = 0
        self.errors = self.same_errors = self.same_messages = self.false_errors = 0
        self.unfinished = 0
        self.unmodelled = collections.Counter()


def collection_names(keys):
    return sorted(KEY_NAMES.get(key, key.upper() if key in KEYS else key) for key in keys)


def true_graphs(truth):
    return [graph for graph in [truth["variables"]] + truth.get("other_graphs", []) if graph]


def answered_graphs(inventory):
    return [graph["variables"] for graph in inventory["graphs"] if graph["variables"]]


def names_of(graph):
    return collections.Counter(variable["name"] for variable in graph)


def paired(truth, answer):
    """Pairs of a true graph and the answered one that shares most names with it; graphs without one have None."""
    rest = list(answer)
    pairs = []
    for graph in truth:
        best = max(rest, key=lambda other: sum((names_of(other) & names_of(graph)).values()), default=None)
        if best is not None:
            rest.remove(best)
        pairs.append((graph, best))
    return pairs + [(None, graph) for graph in rest]


def variable_difference(expected, got):
    for key in ("name", "shape", "dtype", "trainable"):
        if expected[key] != got[key]:
            return "%s: %s %s, got %s" % (expected["name"], key, expected[key], got[key])
    if collection_names(expected["collections"]) != got["collections"]:
        return "%s: collections %s, got %s" % (
            expected["name"],
            collection_names(expected["collections"]),
            got["collections"],
        )
    return None


def graph_difference(expected, got):
    """The first difference of two graphs, or None."""
    for index, (one, other) in enumerate(zip(expected or [], got or [])):
        difference = variable_difference(one, other)
        if difference:
            return "variable %d: %s" % (index, difference)
    expected, got = len(expected or []), len(got or [])
    return None if expected == got else "%d variables, got %d" % (expected, got)


def statement_lines(path, line):
    """First and last line of the statement around a line; the line itself in what this Python cannot parse."""
    try:
        with open(path) as stream:
            tree = ast.parse(stream.read())
    except (OSError, SyntaxError, ValueError):
        return line, line
    lines = line, line
    for node in ast.walk(tree):  # outer ones first
        if isinstance(node, ast.stmt) and node.lineno <= line <= node.end_lineno:
            body = getattr(node, "body", None)  # of a compound statement only the head counts
            lines = node.lineno, max(node.lineno, body[0].lineno - 1) if body else node.end_lineno
    return lines if lines[0] <= line <= lines[1] else (line, line)


def error_text(error):
    return "none" if error is None else "%s at %s:%s: %s" % (
        error["type"],
        error["file"],
        error["line"],
        error["message"].split("\n")[0][:160],
    )


def same_statement(truth, answer, repository, driver):
    path = driver if truth["file"] == "<driver>" else os.path.join(repository, truth["file"])
    if os.path.realpath(os.path.join(repository, answer["file"] or "")) != os.path.realpath(path):
        return False
    begin, end = statement_lines(path, truth["line"])
    return begin <= answer["line"] <= end


def message_of(text):
    return re.sub(r"(Originally defined at:).*", r"\1", text, flags=re.DOTALL).strip()


class Judge(object):
    """Runs the analyzer on the programs of one folder of truth."""

    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        with open(os.path.join(options.truth, "index.json")) as stream:
            self.index = json.load(stream)

    def repository(self, name):
        return os.path.join(self.options.corpus, self.index[name]["repo"].replace("/", "__"))

    def driver(self, name):
        """A copy of the program without its neighbours, which are no modules of it."""
        folder = os.path.join(self.folder, name)
        path = os.path.join(folder, name + ".py")
        if not os.path.exists(path):
            os.makedirs(folder)
            shutil.copy(os.path.join(self.options.truth, "drivers", name + ".py"), path)
        return path

    def run(self, name, arguments):
        repository = self.repository(name)
        command = [self.options.tfscope] + arguments
        for path in self.index[name].get("paths", ["."]):
            command += ["--search-path", os.path.normpath(os.path.join(repository, path))]
        try:
            result = subprocess.run(
                command + [self.driver(name)],
                cwd=repository,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                timeout=TIME_LIMIT,
            )
        except subprocess.TimeoutExpired:
            return ""
        return result.stdout.decode("utf-8", "replace")

    def answer(self, name):
        text = self.run(name, ["inventory", "--output-format", "json"])
        summary = self.run(name, ["check", "--output-format", "full", "--show-unmodelled"])
        unmodelled = {}
        for function, calls in re.findall(r"^unmodelled: (\S+) \((\d+) call", summary, flags=re.MULTILINE):
            unmodelled[function] = int(calls)
        return Answer(json.loads(text) if text else None, unmodelled)

    def truth(self, name):
        with open(os.path.join(self.options.truth, "truth", name + ".json")) as stream:
            return json.load(stream)

    def judge(self, name, score):
        """The differences of a program, the first one first."""
        truth, answer = self.truth(name), self.answer(name)
        score.programs += 1
        score.unmodelled.update(answer.unmodelled)
        score.errors += truth["error"] is not None
        if answer.inventory is None:
            score.unfinished += 1
            return ["no answer"]
        differences = self.ends(name, truth["error"], answer.inventory, score)
        for expected, got in paired(true_graphs(truth), answered_graphs(answer.inventory)):
            one, other = names_of(expected or []), names_of(got or [])
            score.names += sum((one | other).values())
            score.same_names += sum((one & other).values())
            difference = graph_difference(expected, got)
            if difference:
                differences.append(difference)
        return differences

    def ends(self, name, truth, inventory, score):
        """How the ends of the program differ."""
        error = inventory["error"]
        if not inventory["complete"]:
            score.unfinished += 1
            return ["not complete: %s" % inventory["limits"]]
        if truth is None:
            score.false_errors += error is not None
            return [] if error is None else ["no error expected, got " + error_text(error)]
        same = (
            error is not None
            and error["type"] == truth["type"]
            and same_statement(truth, error, self.repository(name), self.driver(name))
        )
        score.same_errors += same
        if same and message_of(error["message"]) == message_of(truth["message"]):
            score.same_messages += 1
        return [] if same else ["error: expected %s\n      got %s" % (error_text(truth), error_text(error))]


def share(part, whole):
    return "%d of %d (%.1f %%)" % (part, whole, 100.0 * part / whole if whole else 100.0)


def print_score(score):
    print("exact programs   " + share(score.exact, score.programs))
    print("names            " + share(score.same_names, score.names))
    print(
        "errors           %s, %d with the same message; %d false ones"
        % (share(score.same_errors, score.errors), score.same_messages, score.false_errors)
    )
    print("not to their end %d" % score.unfinished)
    for function, calls in score.unmodelled.most_common():
        print("  unmodelled: %4d  %s" % (calls, function))


def parse(arguments):
    parser = argparse.ArgumentParser(prog="./dev real", description="Score tfscope on real models.")
    parser.add_argument("corpus", metavar="CORPUS", type=os.path.realpath, help="folder with checkouts OWNER__NAME")
    parser.add_argument("names", metavar="NAME", nargs="*", help="just these programs")
    parser.add_argument(
        "--truth", metavar="DIR", type=os.path.realpath, required=True, help="folder with index.json, drivers and truth"
    )
    parser.add_argument("--tfscope", metavar="PROGRAM", default=os.path.join(ROOT, "build", "release", "tfscope"))
    parser.add_argument("-q", "--quiet", action="store_true", help="only the first difference of each program")
    return parser.parse_intermixed_args(arguments)


def run(options, folder):
    judge = Judge(options, folder)
    score = Score()
    for name in options.names or sorted(judge.index):
        if name not in judge.index:
            print("no program is called " + name)
            return 2
        if not os.path.isdir(judge.repository(name)):
            print("%s: %s is not checked out" % (name, judge.repository(name)))
            return 2
        differences = judge.judge(name, score)
        score.exact += not differences
        print("%-34s %s" % (name, "exact" if not differences else differences[0]))
        for difference in [] if options.quiet else differences[1:]:
            print("      " + difference)
        sys.stdout.flush()
    print_score(score)
    return 0 if score.exact == score.programs else 1


def main():
    options = parse(sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        return run(options, os.path.realpath(folder))


if __name__ == "__main__":
    sys.exit(main())
