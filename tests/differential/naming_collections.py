"""Statements about collections, and the functions of tf.contrib.framework, tf.train and tf.metrics on variables."""

import naming_names as names
import naming_variables as variables
from program_text import Statements

STATEMENTS = Statements()

STATEMENTS.declare(
    "get_collection",
    "get_collection with a scope",
    "add_to_collection",
    "get_collection_ref",
    "add_to_collections",
    "clear_collection",
    "variables of a scope object",
    "global_variables()",
    "trainable_variables()",
    "local_variables()",
    "model_variables()",
    "variable twice in a collection",
    "names of a collection",
    "variable as a new name",
)

LISTS = ("tf.global_variables", "tf.trainable_variables", "tf.local_variables", "tf.model_variables")
KEYS = (
    "tf.GraphKeys.GLOBAL_VARIABLES",
    "tf.GraphKeys.TRAINABLE_VARIABLES",
    "'mine'",
    "tf.GraphKeys.LOCAL_VARIABLES",
    "tf.GraphKeys.REGULARIZATION_LOSSES",
    "tf.GraphKeys.UPDATE_OPS",
    "'variables'",
)
FILTERS = (
    "'net'",
    "'a/'",
    "'w'",
    "'net/.*w'",
    "'(a|b)/'",
    "tf.get_variable_scope().name",
    "None",
    "'.*b$'",
    "'[Nn]et'",
)


@STATEMENTS.kind(6)
def write_collection(program):
    kind = program.choose(
        "get_collection",
        "get_collection with a scope",
        "add_to_collection",
        "add_to_collection",
        "get_collection_ref",
        "clear_collection",
        "add_to_collections",
        "variables of a scope object",
        "variables()",
        "variables()",
        "variables()",
        "variable twice in a collection",
        "names of a collection",
        "variable as a new name",
    )
    variable, scope = program.pick("plain variable"), program.pick("scope") or "tf.get_variable_scope()"
    if variable is None and kind in (
        "add_to_collection",
        "get_collection_ref",
        "add_to_collections",
        "variable twice in a collection",
    ):
        variable = program.fresh("v")
        program.line("%s = tf.Variable(0.0)" % variable)
        program.bind("plain variable", variable)
    key = program.random.choice(KEYS)
    if kind == "variables()":
        function = program.random.choice(LISTS)
        program.mark(function[3:] + "()")
        program.line(
            "log.append(str([v.name for v in %s(%s)]))"
            % (function, program.choose("", "", program.random.choice(FILTERS)))
        )
        return
    program.mark(kind)
    if kind == "variable as a new name":
        with program.block("for v in tf.trainable_variables()[:2]:"):
            program.line(
                "tf.Variable(%s, trainable=False, name=v.op.name + %s)"
                % (
                    program.choose("tf.zeros(v.shape)", "tf.zeros_like(v)", "0.0"),
                    program.choose("'_copy'", "'/average'"),
                )
            )
        return
    program.line(
        {
            "get_collection": "log.append(str(len(tf.get_collection(%s))))" % key,
            "get_collection with a scope": "log.append(str([v.name for v in tf.get_collection(%s, %s)]))"
            % (program.random.choice(KEYS[:4]), program.random.choice(FILTERS)),
            "add_to_collection": "tf.add_to_collection(%s, %s)" % (key, variable),
            "get_collection_ref": program.choose(
                "tf.get_collection_ref(%s).append(%s)",
                "tf.get_default_graph().get_collection_ref(%s).insert(0, %s)",
                "tf.get_collection(%s).append(%s)",
            )
            % (key, variable),
            "add_to_collections": "tf.add_to_collections([%s, 'yours'], %s)" % (key, variable),
            "clear_collection": "tf.get_default_graph().clear_collection(%s)" % key,
            "variables of a scope object": "log.append(str([v.name for v in %s.%s()]))"
            % (scope, program.choose("trainable_variables", "global_variables", "local_variables")),
            "variable twice in a collection": "tf.add_to_collection(tf.GraphKeys.GLOBAL_VARIABLES, %s)" % variable,
            "names of a collection": "log.append(' '.join(sorted(v.op.name for v in tf.global_variables())))",
        }[kind]
    )


STATEMENTS.declare(
    "model_variable",
    "framework variable",
    "framework local_variable",
    "framework global_variable",
    "metrics",
    "get_or_create_global_step",
    "create_global_step",
    "get_global_step",
    "get_variables with a filter",
    "get_unique_variable",
    "filter_variables",
    "add_model_variable",
    "variables to restore",
    "moving average",
    "Saver",
    "Saver of a list",
    "Saver of a dict",
    "hand-made global step",
    "assert_global_step",
)

FRAMEWORK = "tf.contrib.framework."


@STATEMENTS.kind(7.5)
def write_framework(program):
    text, plain = names.variable_name(program)
    size = names.SHAPES.get(plain, "[3]")
    variable = program.pick("variable")
    saved = program.pick("plain variable") or "None"
    calls = {
        "model_variable": program.choose(
            "model_variable(%s, %s)",
            "model_variable(%s, shape=%s, collections=['mine'])",
            "model_variable(%s, %s, trainable=False)",
            "model_variable(%s, shape=%s, initializer=tf.ones_initializer())",
        )
        % (text, size),
        "framework variable": "variable(%s, %s)" % (text, size),
        "framework local_variable": "local_variable(%s%s)"
        % (program.choose("0.0", "[1, 2]"), program.choose("", ", name=" + text)),
        "framework global_variable": "global_variable(0.0%s)" % program.choose("", ", name=" + text),
        "get_unique_variable": "get_unique_variable(%s)" % text,
    }
    others = {
        "metrics": "tf.metrics.%s"
        % program.choose("mean([1.0, 2.0])", "accuracy([1], [1], name='acc')", "mean([1.0], name='w')"),
        "get_or_create_global_step": "tf.train.get_or_create_global_step()",
        "create_global_step": "tf.train.create_global_step()",
        "get_global_step": "tf.train.get_global_step()",
        "hand-made global step": "tf.Variable(0, name='global_step', trainable=False%s)"
        % program.choose(
            "", ", collections=[tf.GraphKeys.GLOBAL_STEP, tf.GraphKeys.GLOBAL_VARIABLES]", ", dtype=tf.int64"
        ),
        "moving average": "tf.train.ExponentialMovingAverage(0.9%s).apply(%s)"
        % (
            program.choose("", ", zero_debias=True", ", name='average'"),
            program.choose("[%s]" % variable, "") if variable else "",
        ),
        "Saver": "tf.train.Saver()",
        "Saver of a list": "tf.train.Saver(%s)"
        % program.choose(
            "tf.trainable_variables()",
            "[%s]" % saved,
            "[%s, %s]" % (saved, saved),
            "[]",
            "tf.model_variables()",
            "tf.global_variables(scope='net')",
        ),
        "Saver of a dict": "tf.train.Saver(%s)"
        % program.choose(
            "{v.op.name: v for v in tf.global_variables()}",
            "{'x': %s}" % saved,
            "{'x': %s, 'y': %s}" % (saved, saved),
            "{}",
        ),
    }
    lists = {
        "get_variables with a filter": "get_variables(%s)"
        % program.choose("'net'", "scope='a'", "suffix='w'", "'net', 'w'", "", program.pick("scope") or "'b'"),
        "filter_variables": "filter_variables(tf.global_variables(), %s)"
        % program.choose(
            "['net']",
            "include_patterns=['w'], exclude_patterns=['a']",
            "exclude_patterns=['b']",
            "['w'], reg_search=False",
        ),
        "variables to restore": "get_variables_to_restore(%s)"
        % program.choose("", "include=['net']", "exclude=['net', 'a']"),
        "model variables": "get_model_variables(%s)" % program.choose("", "'net'"),
    }
    kind = program.random.choice(
        sorted(
            set(calls) | set(others) | set(lists) - {"model variables"} | {"add_model_variable", "assert_global_step"}
        )
    )
    program.mark(kind)
    if kind in lists:
        program.line("log.append(str([v.op.name for v in %s%s]))" % (FRAMEWORK, lists[kind]))
    elif kind == "add_model_variable":
        program.line(FRAMEWORK + "add_model_variable(%s)" % saved if saved != "None" else "log.append('none')")
    elif kind == "assert_global_step":
        variables.protected(
            program,
            program.choose("tf.train.assert_global_step(%s)" % (variable or "3"), "tf.train.global_step(None, 3)"),
            "result",
            risk=1,
        )
    elif kind in calls:
        variables.protected(program, FRAMEWORK + calls[kind], risk=1 if kind == "get_unique_variable" else 0.3)
    else:
        likely = kind.startswith("Saver") or kind in ("create_global_step", "moving average", "get_global_step")
        variables.protected(program, others[kind], "result", risk=0.8 if likely else 0.3)
