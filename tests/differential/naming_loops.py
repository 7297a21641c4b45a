"""Loops and branches around the calls."""

import naming_names as names
import naming_notes as notes
import naming_variables as variables
from program_text import Statements

STATEMENTS = Statements()

STATEMENTS.declare(
    "for loop",
    "while loop",
    "loop with reuse after the first round",
    "tower loop",
    "loop over names",
    "comprehension",
    "if statement",
    "conditional expression",
    "loop with break",
    "loop over shapes",
    "loop with try",
    "assert",
)


@STATEMENTS.kind(6)
def write_loop(program):
    if not program.may_nest():
        return write_comprehension(program)
    kind = program.choose(
        "for loop",
        "for loop",
        "while loop",
        "loop with reuse after the first round",
        "tower loop",
        "loop over names",
        "loop with break",
        "loop over shapes",
        "loop with try",
    )
    program.mark(kind)
    index = program.fresh("i")
    outer = program.bound.get("index", [])
    program.bound["index"] = outer + [index]
    rounds = program.choose("2", "2", "3")
    if kind == "while loop":
        program.line("%s = 0" % index)
        with program.block("while %s < %s:" % (index, rounds)):
            program.body(2)
            program.line("%s += 1" % index)
    elif kind == "loop with reuse after the first round":
        with program.block("for %s in range(%s):" % (index, rounds)):
            with program.block(
                "with tf.variable_scope(%s, reuse=%s):"
                % (
                    repr(program.random.choice(names.SCOPES)),
                    program.choose("%s > 0", "None if %s == 0 else True", "bool(%s)", "True if %s else None") % index,
                )
            ):
                program.body(2)
    elif kind == "tower loop":
        form = program.choose(
            "with tf.variable_scope(tf.get_variable_scope()):",
            "with tf.variable_scope(tf.get_variable_scope(), reuse=%s > 0):" % index,
            "with tf.variable_scope('', reuse=%s > 0):" % index,
            None,
        )
        with program.block("for %s in range(%s):" % (index, rounds)):
            with program.block("with tf.name_scope('tower_%%d' %% %s):" % index):
                if form:
                    with program.block(form):
                        program.body(2)
                else:
                    program.body(2)
                    program.line("tf.get_variable_scope().reuse_variables()")
    elif kind == "loop over names":
        with program.block(
            "for %s, name in enumerate([%s, %s]):" % (index, names.variable_name(program)[0], names.scope_name(program))
        ):
            program.line("tf.get_variable(name, [%s + 1])" % index)
            program.body(1)
    elif kind == "loop with break":
        with program.block("for %s in range(5):" % index):
            program.body(2)
            program.line(
                "if %s: break" % program.choose("len(tf.global_variables()) > 3", "%s == 1" % index, "len(log) > 4")
            )
    elif kind == "loop over shapes":
        with program.block(
            "for %s, size in enumerate(%s):"
            % (index, program.choose("[(2, 3), (3, 4)]", "zip([2, 3], [3, 4])", "[[2], [3], []]"))
        ):
            program.line("tf.get_variable('m%%d' %% %s, list(size))" % index)
            program.body(1)
    elif kind == "loop with try":
        with program.block("for %s in range(%s):" % (index, rounds)):
            with program.block("try:"), program.forgetting():
                program.body(2)
            with program.block("except (ValueError, TypeError) as error:"):
                program.line("log.append(told(error))")
                program.line(program.choose("continue", "tf.get_variable_scope().reuse_variables()", "break", "pass"))
    else:
        with program.block("for %s in range(%s):" % (index, rounds)):
            program.body(3)
    program.bound["index"] = outer


@STATEMENTS.kind(1.5)
def write_comprehension(program):
    program.mark("comprehension")
    text = program.choose("'c%d' % i", "'c' + str(i)", "'net/c%d' % i", "'c'")
    variables.protected(
        program,
        program.choose(
            "[tf.get_variable(%s, [i + 1]) for i in range(2)]",
            "[tf.Variable(float(i), name=%s) for i in range(2)]",
            "{i: tf.get_variable(%s, []) for i in range(2)}",
            "tuple(tf.get_variable(%s, [2]) for i in range(2))",
        )
        % text,
        "result",
    )


@STATEMENTS.kind(3)
def write_branch(program):
    if not program.may_nest():
        return notes.write_note(program)
    kind = program.choose("if statement", "if statement", "conditional expression", "assert")
    program.mark(kind)
    condition = program.choose(
        "len(log) > 2",
        "tf.get_variable_scope().reuse",
        "log",
        "tf.get_variable_scope().name == 'net'",
        "len(tf.global_variables()) % 2",
        "tf.trainable_variables()",
        "not tf.get_collection('mine')",
        "any(v.op.name.endswith('w') for v in tf.global_variables())",
        "'w' in [v.op.name for v in tf.global_variables()]",
    )
    if kind == "assert":
        program.line("assert %s or log is not None, 'no log'" % condition)
    elif kind == "conditional expression":
        variables.protected(
            program, "%s if %s else %s" % (variables.get_variable_call(program), condition, "tf.Variable(1.0)")
        )
    else:
        with program.block("if %s:" % condition), program.forgetting():
            program.body(2)
        if program.chance(0.5):
            with program.block("else:"), program.forgetting():
                program.body(2)
