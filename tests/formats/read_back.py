"""Reads every output format of `tfscope check` back with parsers that are not ours.

    read_back.py TFSCOPE SARIF-SCHEMA

The programs checked have hostile names and lines; what each format says of them must come back whole: the path, and
columns that cut the same call out of the file in the format's own unit. Needs jsonschema and markdown-it-py.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree

import jsonschema
from markdown_it import MarkdownIt

CALL = 'tf.get_variable("w", [4, 4])'
PROGRAM = f"""import tensorflow as tf


def net(x):
    with tf.variable_scope("net"):
        return {{}}, {CALL}


net(1)
net(2)
"""
# A path, and what stands before the call on its line.
FILES = {
    "plain.py": '""',
    "pkg/a,b%c d:\u00e9.py": '"\u00e9\U0001f600"',
    "emoji \U0001f600/x&<y>\"'|`_*.py": '"\u65e5\u672c"',
    "long.py": '"' + "\u00e9" * 9000 + '"',
    "we[ir](d)#1;@$.py": "'\\\\'",
}
SEVERITIES = {"error", "warning", "info"}


class Checker:
    def __init__(self, program, folder):
        self.program = program
        self.folder = folder

    def run(self, output_format, *arguments, folder=None, paths=(".",)):
        command = [self.program, "check", "--isolated", "--output-format", output_format, *arguments, *paths]
        environment = {k: v for k, v in os.environ.items() if k not in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")}
        done = subprocess.run(command, cwd=folder or self.folder, capture_output=True, env=environment)
        assert done.returncode in (0, 1), (command, done)
        assert done.stderr == b"", (command, done.stderr)
        return done.stdout.decode("utf-8")

    def cut(self, path, line, column, end_column, as_bytes=False):
        text = (self.folder / path).read_bytes().split(b"\n")[line - 1]
        if as_bytes:
            return text[column - 1:end_column - 1].decode("utf-8")
        return text.decode("utf-8")[column - 1:end_column - 1]


def expect(actual, expected):
    assert actual == expected, f"{actual!r} is not {expected!r}"


def read_json(check):
    findings = json.loads(check.run("json"))
    expect({finding["file"] for finding in findings}, set(FILES))
    for finding in findings:
        expect(check.cut(finding["file"], finding["line"], finding["column"], finding["end_column"]), CALL)
        assert finding["severity"] in SEVERITIES
    lines = check.run("json-lines").splitlines()
    expect([json.loads(line) for line in lines], findings)
    return findings


def read_gitlab(check):
    findings = json.loads(check.run("gitlab"))
    expect({finding["location"]["path"] for finding in findings}, set(FILES))
    expect(len({finding["fingerprint"] for finding in findings}), len(findings))
    for finding in findings:
        assert finding["severity"] in {"info", "minor", "major", "critical", "blocker"}
        begin, end = (finding["location"]["positions"][key] for key in ("begin", "end"))
        expect(check.cut(finding["location"]["path"], begin["line"], begin["column"], end["column"]), CALL)
    return {finding["location"]["path"]: finding["fingerprint"] for finding in findings}


def unescape(text, also):
    for escape, character in {"%0D": "\r", "%0A": "\n", **also, "%25": "%"}.items():
        text = text.replace(escape, character)
    return text


def read_github(check):
    """As the runner of GitHub Actions parses a workflow command."""
    paths = set()
    for line in check.run("github").splitlines():
        command, message = re.fullmatch(r"::(\w+ [^\n]*?)::(.*)", line).groups()
        name, properties = command.split(" ", 1)
        assert name in {"error", "warning", "notice"}
        values = dict(entry.split("=", 1) for entry in properties.split(","))
        values = {key: unescape(value, {"%3A": ":", "%2C": ","}) for key, value in values.items()}
        expect(set(values), {"title", "file", "line", "endLine", "col", "endColumn"})
        paths.add(values["file"])
        expect(check.cut(values["file"], int(values["line"]), int(values["col"]), int(values["endColumn"])), CALL)
        assert "created first at" in unescape(message, {}).splitlines()[2], message
    expect(paths, set(FILES))


def read_junit(check):
    root = xml.etree.ElementTree.fromstring(check.run("junit"))
    expect({suite.get("name") for suite in root}, set(FILES))
    cases = root.findall("./testsuite/testcase")
    expect(int(root.get("tests")), len(cases))
    expect(int(root.get("failures")), len(root.findall("./testsuite/testcase/failure")))
    expect({case.get("classname") + ".py" for case in cases}, set(FILES))
    clean = xml.etree.ElementTree.fromstring(check.run("junit", "--select", "TFV201"))
    expect([case.get("name") for case in clean.findall("./testsuite/testcase")], ["No errors found"])


def read_sarif(check, schema):
    validator = jsonschema.Draft4Validator(schema)
    log = json.loads(check.run("sarif"))
    validator.validate(log)
    run = log["runs"][0]
    expect(run["columnKind"], "unicodeCodePoints")
    rules = run["tool"]["driver"]["rules"]
    expect([rule["id"] for rule in rules], sorted(rule["id"] for rule in rules))
    paths = set()
    for result in run["results"]:
        expect(rules[result["ruleIndex"]]["id"], result["ruleId"])
        place = result["locations"][0]["physicalLocation"]
        path = urllib.parse.unquote(place["artifactLocation"]["uri"])
        paths.add(path)
        region = place["region"]
        expect(check.cut(path, region["startLine"], region["startColumn"], region["endColumn"]), CALL)
    expect(paths, set(FILES))
    for rule in rules:
        assert len(rule["shortDescription"]["text"]) <= 1024 and len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
    clean = json.loads(check.run("sarif", "--select", "TFV201"))
    validator.validate(clean)
    expect(clean["runs"][0]["results"], [])
    expect([rule["id"] for rule in clean["runs"][0]["tool"]["driver"]["rules"]], ["TFV201"])


def read_rdjson(check):
    result = json.loads(check.run("rdjson"))
    expect(set(result) - {"source", "severity", "diagnostics"}, set())
    known = {"message", "location", "severity", "source", "code", "suggestions", "relatedLocations"}
    paths = set()
    for diagnostic in result["diagnostics"]:
        expect(set(diagnostic) - known, set())
        assert diagnostic["severity"] in {"ERROR", "WARNING", "INFO"}
        path = diagnostic["location"]["path"]
        paths.add(path)
        start, end = (diagnostic["location"]["range"][key] for key in ("start", "end"))
        expect(check.cut(path, start["line"], start["column"], end["column"], as_bytes=True), CALL)
    expect(paths, set(FILES))


def read_markdown(check, findings):
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(check.run("markdown"))
    cells = []
    for before, token in zip(tokens, tokens[1:]):
        if before.type == "td_open":
            cells.append("".join(child.content for child in token.children
                                 if child.type in ("text", "text_special", "code_inline")))
    rows = [cells[index:index + 4] for index in range(0, len(cells), 4)]
    expect([row[2] for row in rows], [f"{f['file']}:{f['line']}:{f['column']}" for f in findings])
    expect([row[3] for row in rows], [finding["message"].replace("`", "") for finding in findings])


def paths_start_at_the_repository(check):
    """Code hosts want paths from the root of the repository, wherever the command runs."""
    (check.folder / ".git").mkdir()
    folder = check.folder / "pkg"
    path = "pkg/a,b%c d:\u00e9.py"
    expect([f["location"]["path"] for f in json.loads(check.run("gitlab", folder=folder))], [path])
    expect([f["file"] for f in json.loads(check.run("json", folder=folder))], [path[4:]])
    (check.folder / ".git").rmdir()


def fingerprints_survive_edits(check):
    before = read_gitlab(check)
    for path in FILES:
        file = check.folder / path
        file.write_text("# an edit above\n\n" + file.read_text("utf-8").replace("        return", "          return"), "utf-8")
    expect(read_gitlab(check), before)


def main():
    schema = json.loads(pathlib.Path(sys.argv[2]).read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        check = Checker(os.path.abspath(sys.argv[1]), pathlib.Path(folder))
        for path, before in FILES.items():
            file = check.folder / path
            file.parent.mkdir(exist_ok=True)
            file.write_text(PROGRAM.format(before), "utf-8")
        findings = read_json(check)
        read_github(check)
        read_junit(check)
        read_sarif(check, schema)
        read_rdjson(check)
        read_markdown(check, findings)
        paths_start_at_the_repository(check)
        fingerprints_survive_edits(check)
    print(f"{len(FILES)} files came back from every format")


if __name__ == "__main__":
    main()
