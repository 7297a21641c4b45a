"""In what a true record (tests/oracle/record.py) and an answer of `tfscope inventory` differ."""

import collections
import re

import watch

# `kind` says what differs without saying where, so that a smaller program can have the same difference.
Difference = collections.namedtuple("Difference", "kind text")


def without_addresses(text):
    """Objects lie elsewhere in each run."""
    return re.sub(r"0x[0-9a-f]{6,}", "0x...", text)


def collection_names(keys):
    """Keys as the inventory shows them: by their names in tf.GraphKeys, each once, sorted."""
    import tensorflow as tf

    names = {value: name for name, value in vars(tf.GraphKeys).items() if name.isupper() and isinstance(value, str)}
    names["variables"] = "GLOBAL_VARIABLES"
    return sorted({without_addresses(names.get(key, key)) for key in keys})


def true_variable(variable):
    result = {key: variable[key] for key in ("shape", "dtype", "trainable", "lines", "shared_at") if key in variable}
    result["name"] = without_addresses(variable["name"][:-2] if variable["name"].endswith(":0") else variable["name"])
    result["collections"] = collection_names(variable["collections"])
    return result


def answered_variable(variable):
    result = {key: variable[key] for key in ("name", "shape", "dtype", "trainable")}
    result["name"] = without_addresses(result["name"])
    result["collections"] = [without_addresses(name) for name in variable["collections"]]
    result["lines"] = [call["line"] for call in variable["stack"]] + [variable["line"]]
    result["shared_at"] = [place["line"] for place in variable["shared_at"]]
    return result


def compare_variable(place, truth, answer):
    for key in ("name", "shape", "dtype", "trainable", "collections", "lines", "shared_at"):
        if key in truth and truth[key] != answer[key]:
            return [
                Difference(
                    "variable " + key,
                    "%s (%s): %s: expected %s, got %s" % (place, truth["name"], key, truth[key], answer[key]),
                )
            ]
    return []


def compare_graph(place, truth, answer):
    result = []
    for index, (expected, got) in enumerate(zip(truth, answer)):
        result += compare_variable("%s variable %d" % (place, index), expected, got)
    result += [
        Difference("missing variable", "%s: missing %s" % (place, variable["name"]))
        for variable in truth[len(answer) :]
    ]
    result += [
        Difference("extra variable", "%s: TensorFlow does not make %s" % (place, variable["name"]))
        for variable in answer[len(truth) :]
    ]
    return result


def message_kind(message):
    """A message without what is particular to a program: its words without digits, quotes and slashes."""
    return " ".join(word for word in message.split() if word.strip(".,:;?()").isalpha())[:60]


def leaves_block(true_line, line, path):
    """Does `line` open a `with` around `true_line`? In Python 3.7 leaving it has the line of its last statement."""
    with open(path) as stream:
        lines = stream.read().split("\n")
    header = lines[line - 1] if line else ""
    indent = len(header) - len(header.lstrip())
    return (
        header.lstrip().startswith("with ")
        and line < true_line
        and all(len(text) - len(text.lstrip()) > indent for text in lines[line:true_line] if text.strip())
    )


def compare_errors(truth, answer, path):
    if truth is None and answer is None:
        return []
    if truth is None:
        return [
            Difference(
                "extra error: %s %s" % (answer["type"], message_kind(answer["message"])),
                "no error expected, got %s: %s" % (answer["type"], answer["message"]),
            )
        ]
    if answer is None:
        return [
            Difference(
                "missing error: %s %s" % (truth["type"], message_kind(truth["message"])),
                "missing %s: %s" % (truth["type"], truth["message"]),
            )
        ]
    message = watch.clean(answer["message"], path)
    if truth["type"] != answer["type"]:
        return [
            Difference(
                "error type: %s, not %s" % (truth["type"], answer["type"]),
                "error: expected %s: %s\n    got %s: %s" % (truth["type"], truth["message"], answer["type"], message),
            )
        ]
    if truth["message"] != message:
        return [
            Difference(
                "message: " + message_kind(truth["message"]),
                "message: expected %s\n    got %s" % (truth["message"], message),
            )
        ]
    if truth["line"] != answer["line"] and not leaves_block(truth["line"], answer["line"], path):
        return [Difference("line of error", "error: expected line %s, got %s" % (truth["line"], answer["line"]))]
    return []


def compare_run(truth, answer):
    if not answer["complete"] or answer["limits"] or answer["assumptions"]:
        return [Difference("uncertain answer", "uncertain: %s" % (answer["limits"] + answer["assumptions"]))]
    return []


def differences(truth, answer, path):
    """All differences, the errors first: what is missing is often missing because of them."""
    if answer is None:
        return [Difference("no answer", "tfscope gave no inventory")]
    result = compare_run(truth, answer)
    if "error" in truth:
        result += compare_errors(truth["error"], answer["error"], path)
    graphs = [graph["variables"] for graph in truth.get("graphs", [{"variables": truth.get("variables", [])}])]
    answered = [[answered_variable(variable) for variable in graph["variables"]] for graph in answer["graphs"]]
    if "variables" not in truth:
        return result
    for listed in (graphs, answered):  # nothing has asked for the default graph that TensorFlow makes last
        while listed and not listed[-1]:
            listed.pop()
    if len(graphs) != len(answered):
        result.append(Difference("graphs", "expected %d graphs, got %d" % (len(graphs), len(answered))))
    for index, (expected, got) in enumerate(zip(graphs, answered)):
        result += compare_graph("graph %d" % index, [true_variable(variable) for variable in expected], got)
    return result
