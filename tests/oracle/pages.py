#!/usr/bin/env python
"""Runs the Python blocks of Markdown pages under TensorFlow 1.15 and checks what they say about it.

Usage:  pages.py [FILE.md...]      (with the interpreter that install.sh prints; `./dev oracle pages`)

All pages of rules/, testdata/pages and testdata/seeds by default. A comment on a line of its own is about the next line of
code, one behind code about its own line; a statement over several lines is one line. "On a line" means that the line is
among the active calls.

  # creates: a/w, a/b       exactly these variables are created on this line (op name or key in the variable store)
  # reuses: a/w             exactly these existing variables are given out by the store on this line
  # raises: ValueError "part of the text"     an exception is raised on this line, whether or not it is caught

An uncaught exception that neither `# raises:` nor `# error:` announces is a disagreement. A block that reads a name which
only the program before it binds continues that program. `` `other.py`: `` before a block makes it a second file for the
programs of the section. `<!-- no-oracle: why -->` before a block leaves it out.
"""
import ast
import builtins
import collections
import glob
import io
import os
import re
import shutil
import sys
import tempfile
import tokenize

import watch

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SELF_TEST = os.path.join(os.path.dirname(os.path.abspath(__file__)), "self_test.md")
PAGES = ("rules/*.md", "testdata/pages/**/*.md", "testdata/seeds/*.md")

FENCE = re.compile(r"^( *)(```+|~~~+)\s*(\w*)")
FILE_NAME = re.compile(r"^`([\w./-]+\.py)`:\s*$")
ASSERTION = re.compile(r"#\s*(creates|reuses|raises|error):\s*(.*)$")
RAISES = re.compile(r'^(\w+)(?:\s+"(.*)")?\s*$')

Block = collections.namedtuple("Block", "line text file_name section skipped")
Assertion = collections.namedtuple("Assertion", "line kind text")
Program = collections.namedtuple("Program", "text lines files")  # lines: the page's line of each line of text


def read_blocks(page):
    """Fenced Python blocks of a page, in order."""
    blocks, section, file_name, skipped, fence, indent, body, start = [], 0, None, False, None, 0, [], 0
    for number, line in enumerate(page.split("\n"), 1):
        found = FENCE.match(line)
        if fence is None and found:
            fence, indent, language, body, start = found.group(2), len(found.group(1)), found.group(3), [], number + 1
        elif fence is not None and line.strip() == fence:
            if language in ("python", "py", "python3"):
                blocks.append(Block(start, "\n".join(body) + "\n", file_name, section, skipped))
            fence, file_name, skipped = None, None, False
        elif fence is not None:
            body.append(line[indent:] if not line[:indent].strip() else line)
        elif line.startswith("#"):
            section += 1
        elif FILE_NAME.match(line):
            file_name = FILE_NAME.match(line).group(1)
        elif "<!-- no-oracle:" in line:
            skipped = True
    return blocks


def names_of(text):
    """(names that module-level code binds, names read anywhere that the text does not bind at all)."""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return set(), set()
    bound, read = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            (read if isinstance(node.ctx, ast.Load) else bound).add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            bound.add(node.name)
        elif isinstance(node, ast.arg):
            bound.add(node.arg)
        elif isinstance(node, ast.alias):
            bound.add((node.asname or node.name).split(".")[0])
        elif isinstance(node, ast.ExceptHandler) and node.name:
            bound.add(node.name)
    return bound, read - bound - set(dir(builtins))


def read_programs(blocks):
    programs = []
    bound_before = set()
    for block in blocks:
        if block.file_name or block.skipped:
            continue
        lines = list(range(block.line, block.line + block.text.count("\n")))
        bound, free = names_of(block.text)
        if programs and free & bound_before:
            last = programs[-1]
            programs[-1] = Program(last.text + block.text, last.lines + lines, last.files)
            bound_before |= bound
        else:
            files = {b.file_name: b.text for b in blocks if b.file_name and b.section == block.section}
            programs.append(Program(block.text, lines, files))
            bound_before = bound
    return programs


def logical_lines(text):
    """The first line of the statement that each line belongs to; lines of comments only are left out."""
    first_of, first = {}, None
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type in (tokenize.COMMENT, tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER):
                continue
            first = token.start[0] if first is None else first
            for line in range(first, token.end[0] + 1):
                first_of[line] = first
            if token.type == tokenize.NEWLINE:
                first = None
    except (tokenize.TokenError, SyntaxError):
        pass
    return first_of


def read_assertions(text, first_of):
    assertions = []
    for number, line in enumerate(text.split("\n"), 1):
        found = ASSERTION.search(line)
        if not found:
            continue
        about = number
        if line.strip().startswith("#"):
            about = next((n for n in range(number + 1, text.count("\n") + 2) if n in first_of), number)
        assertions.append(Assertion(first_of.get(about, about), found.group(1), found.group(2).strip()))
    return assertions


def observe(program, folder):
    """In a child: (created, reused, raised, error); each item with the set of statements on which it happened."""
    for name, text in program.files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as stream:
            stream.write(text)
    os.chdir(folder)
    sys.path.insert(0, folder)
    path = os.path.join(folder, "page.py")
    with open(path, "w") as stream:
        stream.write(program.text)
    seen = watch.Watch(path).run(program.text, {"reveal": lambda value: value})
    first_of = logical_lines(program.text)

    def statements(lines):
        return {first_of.get(line, line) for line in lines}
    keys = {op: key for key, op, is_new, _ in seen.stored if is_new}
    created = [({v.op.name, keys.get(v.op.name, v.op.name)}, statements(lines)) for v, lines in seen.created]
    reused = [({key, op}, statements(lines)) for key, op, is_new, lines in seen.stored if not is_new]
    raised = [(type(e).__name__, watch.clean(str(e), path), statements(lines)) for e, lines in seen.exceptions]
    error = None
    if seen.error is not None:
        lines = seen.traceback_lines(seen.error.__traceback__)
        if isinstance(seen.error, SyntaxError):  # tokenizing fails as well, so it may be announced anywhere
            lines = range(1, program.text.count("\n") + 2)
        error = (type(seen.error).__name__, watch.clean(str(seen.error), path), statements(lines))
        raised.append(error)
    return created, reused, raised, error


def check_names(assertion, happened):
    wanted = [name.strip() for name in assertion.text.split(",")]
    found = [names for names, statements in happened if assertion.line in statements]
    missing = [name for name in wanted if not any(name in names for names in found)]
    extra = [min(names) for names in found if not names & set(wanted)]
    if missing:
        yield "%s: %s: TensorFlow does not" % (assertion.kind, ", ".join(missing))
    if extra:
        yield "%s: TensorFlow also does so for %s" % (assertion.kind, ", ".join(sorted(set(extra))))


def check_raises(assertion, raised):
    found = RAISES.match(assertion.text)
    if not found:
        yield "not understood: # raises: %s" % assertion.text
        return
    here = [(name, text) for name, text, statements in raised if assertion.line in statements]
    if not any(name == found.group(1) and (found.group(2) or "") in text for name, text in here):
        yield "raises: %s, but TensorFlow raises %s" % (
            assertion.text, "; ".join("%s: %s" % item for item in here) or "nothing")


def check_program(program, folder):
    """Disagreements as (line of the page, text)."""
    created, reused, raised, error = watch.in_child(observe, program, folder)
    assertions = read_assertions(program.text, logical_lines(program.text))
    result = []
    for assertion in assertions:
        if assertion.kind == "raises":
            texts = check_raises(assertion, raised)
        elif assertion.kind in ("creates", "reuses"):
            texts = check_names(assertion, created if assertion.kind == "creates" else reused)
        else:
            continue
        result += [(program.lines[assertion.line - 1], text) for text in texts]
    announced = {assertion.line for assertion in assertions if assertion.kind in ("raises", "error")}
    if error is not None and not announced & error[2]:
        line = program.lines[0 if error[0] == "SyntaxError" else min(max(error[2] or {1}), len(program.lines)) - 1]
        result.append((line, "TensorFlow raises %s: %s, which nothing announces" % error[:2]))
    return result


def check_page(path):
    """(number of programs, disagreements as (line of the page, text))."""
    with io.open(path, encoding="utf-8") as stream:
        programs = read_programs(read_blocks(stream.read()))
    disagreements = []
    for program in programs:
        folder = tempfile.mkdtemp(prefix="page")
        try:
            found = check_program(program, folder)
        except RuntimeError as error:
            found = [(program.lines[0], str(error))]
        finally:
            shutil.rmtree(folder)
        disagreements += found
    return len(programs), disagreements


def test_self():
    """A runner that finds nothing would call every page right: SELF_TEST lists in a `text` block what it must find."""
    with io.open(SELF_TEST, encoding="utf-8") as stream:
        expected = re.search(r"```text\n(.*?)```", stream.read(), re.DOTALL).group(1).splitlines()
    found = ["%d: %s" % item for item in check_page(SELF_TEST)[1]]
    for line in sorted(set(expected) ^ set(found)):
        print("%s: %s: %s" % (os.path.relpath(SELF_TEST), "not found" if line in expected else "found", line))
    return expected == found


def main():
    paths = sys.argv[1:] or sorted(path for pattern in PAGES for path in glob.glob(os.path.join(ROOT, pattern), recursive=True))
    missing = [path for path in paths if not os.path.exists(path)]
    if missing:
        print("pages.py: no such page: " + missing[0])
        return 2
    watch.load_tensorflow()
    succeeded = test_self()
    programs = disagreements = 0
    for path in paths:
        count, found = check_page(os.path.abspath(path))
        for line, text in found:
            print("%s:%d: %s" % (os.path.relpath(path), line, text))
        programs += count
        disagreements += len(found)
    print("oracle pages: %d pages, %d programs, %d disagreements" % (len(paths), programs, disagreements))
    return 0 if succeeded and not disagreements else 1


if __name__ == "__main__":
    sys.exit(main())
