#!/usr/bin/env python
"""Compares tfscope with the truth on generated programs.

Usage:  run.py N SEED [--first INDEX] [--only NAME] [--keep DIR] [--whole] [--tfscope PROGRAM]
        (with the interpreter that tests/oracle/install.sh prints; `./dev oracle --random N SEED`)

Every generator makes N programs from SEED, beginning with number INDEX: the same numbers give the same programs. Each
is run for its truth and given to `tfscope inventory`. Printed are how often each construct occurs, how many programs
agree, and the disagreements, whose programs are reduced and written to DIR (by default a new temporary folder) as
NAME.py, with truth and answer in NAME.json. --whole leaves them as they are. Exits 1 on a disagreement, or if a
construct is too rare in a thousand programs or more.

A generator is a module of this folder called *_programs.py with

  NAME                         a word
  CONSTRUCTS                   names of everything that its programs are about
  generate(random, index)      the text of a program, and the set of the constructs in it; `random` is a random.Random
  truth(source, path)          what really happens, as a record of tests/oracle/record.py, which may leave keys out;
                               called in a forked child that has TensorFlow imported; the text is in the file `path`
"""

import argparse
import collections
import gc
import glob
import importlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "tests", "oracle"))

import watch

import comparison
import reduction

RAREST = 20  # occurrences of a construct in a thousand programs
TIME_LIMIT = 60  # seconds for one analysis


class Judge(object):
    """Says in what truth and answer differ for a program of one generator."""

    def __init__(self, generator, program, folder):
        self.generator = generator
        self.program = program
        self.path = os.path.join(folder, "program.py")

    def answer(self):
        """The inventory, or None if there is none to be had."""
        command = [self.program, "inventory", "--output-format", "json", self.path]
        try:
            result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=TIME_LIMIT)
            return json.loads(result.stdout.decode("utf-8"))
        except (subprocess.TimeoutExpired, ValueError):
            return None

    def judge(self, source):
        """(truth, answer, differences); differences are of comparison.Difference."""
        with open(self.path, "w") as stream:
            stream.write(source)
        truth = watch.in_child(self.generator.truth, source, self.path)
        answer = self.answer()
        return truth, answer, comparison.differences(truth, answer, self.path)

    def reduce(self, source, differences):
        """The smallest program found that still has a difference of the first kind."""
        kind = differences[0].kind

        def still_differs(candidate):
            try:
                return any(difference.kind == kind for difference in self.judge(candidate)[2])
            except RuntimeError:
                return False

        return reduction.reduce(source, still_differs)


def generators(only):
    modules = []
    for path in sorted(glob.glob(os.path.join(HERE, "*_programs.py"))):
        module = importlib.import_module(os.path.splitext(os.path.basename(path))[0])
        if only in (None, module.NAME):
            modules.append(module)
    return modules


def keep(folder, name, source, truth, answer, differences):
    with open(os.path.join(folder, name + ".py"), "w") as stream:
        stream.write(source)
    with open(os.path.join(folder, name + ".json"), "w") as stream:
        json.dump(
            {"differences": [difference.text for difference in differences], "truth": truth, "answer": answer},
            stream,
            indent=1,
        )
        stream.write("\n")


def print_counts(generator, counts, programs):
    """Prints how often the constructs occur; True if often enough."""
    print("  constructs per thousand programs:")
    rare = []
    for construct in generator.CONSTRUCTS:
        share = 1000.0 * counts[construct] / programs
        if share < RAREST:
            rare.append(construct)
        print("    %6.0f  %s" % (share, construct))
    unknown = sorted(set(counts) - set(generator.CONSTRUCTS))
    assert not unknown, "not in CONSTRUCTS: %s" % unknown
    if rare:
        print("  rarer than %d in a thousand: %s" % (RAREST, ", ".join(rare)))
    return not rare or programs < 1000


def run(generator, options, folder):
    """Runs one generator; True if everything agrees."""
    started = time.time()
    judge = Judge(generator, options.tfscope, folder)
    counts, kinds, agreeing, normal = collections.Counter(), collections.Counter(), 0, 0
    print("%s: %d programs of seed %d from %d" % (generator.NAME, options.count, options.seed, options.first))
    for index in range(options.first, options.first + options.count):
        source, constructs = generator.generate(
            random.Random("%s %d %d" % (generator.NAME, options.seed, index)), index
        )
        counts.update(constructs)
        truth, answer, differences = judge.judge(source)
        normal += not truth.get("error")
        if not differences:
            agreeing += 1
            continue
        kinds[differences[0].kind] += 1
        if not options.whole:
            source = judge.reduce(source, differences)
            truth, answer, differences = judge.judge(source)
        name = "%s_%d_%d" % (generator.NAME, options.seed, index)
        keep(options.keep, name, source, truth, answer, differences)
        print("  %s: %s" % (name, differences[0].text))
        sys.stdout.flush()
    common = print_counts(generator, counts, options.count)
    print(
        "  %d of %d agree (%d end without an error), %.0f s" % (agreeing, options.count, normal, time.time() - started)
    )
    for kind, number in kinds.most_common():
        print("    %6d differ in: %s" % (number, kind))
    return agreeing == options.count and common


def parse(arguments):
    parser = argparse.ArgumentParser(prog="./dev oracle --random", description="Compare on generated programs.")
    parser.add_argument("count", type=int, metavar="N", help="programs of each generator")
    parser.add_argument("seed", type=int, metavar="SEED")
    parser.add_argument("--first", type=int, default=0, metavar="INDEX", help="index of the first program of the seed")
    parser.add_argument("--only", metavar="NAME", help="just this generator")
    parser.add_argument("--keep", metavar="DIR", help="where programs that disagree go")
    parser.add_argument("--whole", action="store_true", help="do not reduce them")
    parser.add_argument("--tfscope", metavar="PROGRAM", default=os.path.join(ROOT, "build", "release", "tfscope"))
    options = parser.parse_args(arguments)
    if options.count < 1 or options.first < 0:
        parser.error("N is at least 1, INDEX at least 0")
    return options


def main():
    options = parse(sys.argv[1:])
    chosen = generators(options.only)
    if not chosen:
        print("no generator is called " + options.only)
        return 2
    if options.keep is None:
        options.keep = tempfile.mkdtemp(prefix="tfscope-random-")
    os.makedirs(options.keep, exist_ok=True)
    watch.load_tensorflow()
    gc.collect()
    gc.freeze()  # children then share these pages
    agree = True
    with tempfile.TemporaryDirectory() as folder:
        for generator in chosen:
            agree = run(generator, options, folder) and agree
    if not agree:
        print("disagreements are in %s" % options.keep)
    return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main())
