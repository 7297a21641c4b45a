#!/usr/bin/env python3
"""Checks published packages with TensorFlow 1 code and shows which findings changed: `./dev ecosystem`.

The packages of testdata/ecosystem/packages.txt are fetched by pip into a cache and unpacked, never installed or run. What
`tfscope check` says about each is compared with testdata/ecosystem/NAME.txt, which has findings only: no code of theirs.
A difference is printed and fails the run; `--update` accepts it.
"""

import argparse
import difflib
import glob
import json
import os
import resource
import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
EXPECTED = os.path.join(ROOT, "testdata", "ecosystem")
CACHE = os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "tfscope", "ecosystem")


def packages():
    with open(os.path.join(EXPECTED, "packages.txt")) as stream:
        return [line.strip() for line in stream if line.strip() and not line.startswith("#")]


def pip():
    """The pip of a virtual environment whose setuptools are as old as the packages."""
    folder = os.path.join(CACHE, "venv")
    program = os.path.join(folder, "bin", "pip")
    if not os.path.exists(program):
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([program, "--quiet", "install", "setuptools<60", "wheel", "numpy"], check=True)
    return program


def fetch(package):
    """The folder with a package's files; its name is that of the package."""
    folder = os.path.join(CACHE, "source", package.replace("==", "-"))
    if os.path.isdir(folder):
        return folder
    with tempfile.TemporaryDirectory() as download:
        subprocess.run([pip(), "--quiet", "download", "--no-deps", "--no-build-isolation", "--dest", download, package],
                       check=True)
        archive, = glob.glob(os.path.join(download, "*"))
        unpacked = os.path.join(download, "unpacked")
        if archive.endswith((".whl", ".zip")):
            zipfile.ZipFile(archive).extractall(unpacked)
        else:
            tarfile.open(archive).extractall(unpacked, filter="data")
        os.makedirs(os.path.dirname(folder), exist_ok=True)
        shutil.move(unpacked, folder)
    return folder


def line_of(finding):
    return "%(file)s:%(line)d:%(column)d: %(code)s %(severity)s: %(message)s" % finding


def check(program, folder):
    """The findings as lines, and a summary with the CPU seconds that they took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([program, "check", "--isolated", "-q", "--output-format", "json", "."], cwd=folder,
                          stdout=subprocess.PIPE, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit("%s: tfscope ended with %d" % (folder, done.returncode))
    findings = json.loads(done.stdout)
    counts = {severity: sum(1 for finding in findings if finding["severity"] == severity)
              for severity in ("error", "warning", "info")}
    seconds = after.ru_utime - before.ru_utime
    summary = "%(error)3d errors, %(warning)3d warnings, %(info)3d remarks" % counts
    # Where a limit is reached moves with every change of a model.
    lines = {line_of(finding): None for finding in findings if finding["code"] != "TFV902"}
    return list(lines), "%s, %5.1f s" % (summary, seconds)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=os.path.join(ROOT, "build", "release", "tfscope"))
    parser.add_argument("--update", action="store_true", help="accept what changed")
    parser.add_argument("names", nargs="*", help="only these packages")
    options = parser.parse_args()
    changed = 0
    for package in packages():
        name = package.split("==")[0]
        if options.names and name not in options.names:
            continue
        lines, summary = check(options.program, fetch(package))
        path = os.path.join(EXPECTED, name + ".txt")
        expected = open(path).read().splitlines() if os.path.exists(path) else []
        difference = [line for line in difflib.unified_diff(expected, lines, lineterm="", n=0)
                      if line[:1] in "+-" and line[:3] not in ("+++", "---")]
        print("%-24s %s%s" % (package, summary, ", %d lines changed" % len(difference) if difference else ""), flush=True)
        for line in difference:
            print("    " + line)
        changed += bool(difference)
        if options.update:
            with open(path, "w") as stream:
                stream.write("".join(line + "\n" for line in lines))
    print("%d of the packages changed%s" % (changed, ", accepted" if changed and options.update else ""))
    return 1 if changed and not options.update else 0


if __name__ == "__main__":
    sys.exit(main())
