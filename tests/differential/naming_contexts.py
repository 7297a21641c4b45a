"""Several scopes at once, other contexts, and contexts as values."""

import naming_names as names
import naming_notes as notes
import naming_scopes as scopes
from program_text import Statements

STATEMENTS = Statements()

STATEMENTS.declare(
    "with of several scopes",
    "scope used twice as a value",
    "scope entered by hand",
    "ExitStack",
    "control_dependencies",
    "device",
    "init_scope",
    "colocate_with",
    "variable_creator_scope",
    "exception leaves a scope",
    "scopes chosen by a condition",
    "kept context manager",
)


@STATEMENTS.kind(2)
def write_several(program):
    if not program.may_nest():
        return notes.write_note(program)
    program.mark("with of several scopes")
    parts = []
    for _ in range(program.random.randint(2, 3)):
        if program.chance(0.6):
            target, name = scopes.scope_target(program)
            parts.append(scopes.variable_scope_call(program) + target)
            if name:
                program.bind("scope", name)
        else:
            parts.append("tf.name_scope(%s)" % names.scope_name(program))
    with program.block("with %s:" % ", ".join(parts)):
        program.body(3)


@STATEMENTS.kind(2)
def write_manager(program):
    if not program.may_nest():
        return notes.write_note(program)
    kind = program.choose("scope used twice as a value", "scope entered by hand", "ExitStack", "kept context manager")
    program.mark(kind)
    name = program.fresh("manager")
    if kind == "ExitStack":
        with program.block("with contextlib.ExitStack() as %s:" % name):
            for _ in range(program.random.randint(1, 2)):
                scope = program.fresh("scope")
                program.line("%s = %s.enter_context(%s)" % (scope, name, scopes.variable_scope_call(program)))
                program.bind("scope", scope)
            program.body(2)
        return
    program.line("%s = %s" % (name, scopes.variable_scope_call(program)))
    if kind == "scope used twice as a value":
        for _ in range(2):
            with program.block("with %s:" % name):
                program.body(2)
    elif kind == "kept context manager":
        with program.block("with tf.name_scope(%s):" % names.scope_name(program)):
            with program.block("with %s:" % name):
                program.body(2)
    else:
        scope = program.fresh("scope")
        program.line("%s = %s.__enter__()" % (scope, name))
        program.bind("scope", scope)
        program.body(2)
        program.line("%s.__exit__(None, None, None)" % name)


@STATEMENTS.kind(3.5)
def write_context(program):
    if not program.may_nest():
        return notes.write_note(program)
    kind = program.choose("control_dependencies", "device", "init_scope", "colocate_with", "variable_creator_scope")
    program.mark(kind)
    variable = program.pick("variable")
    call = {
        "control_dependencies": "tf.control_dependencies([%s])"
        % program.choose("tf.no_op()", "", "tf.constant(1.0, name='w')"),
        "device": "tf.device(%s)" % program.choose("'/cpu:0'", "None", "lambda op: '/cpu:0'"),
        "init_scope": "tf.init_scope()",
        "colocate_with": "tf.colocate_with(%s)" % ("tf.zeros([2])" if variable is None else variable),
        "variable_creator_scope": "tf.variable_creator_scope(%s)" % program.choose("frozen_creator", "named_creator"),
    }[kind]
    with program.block("with %s:" % call):
        program.body(3)


@STATEMENTS.kind(2)
def write_unwinding(program):
    """An exception that passes through scopes."""
    if not program.may_nest():
        return notes.write_note(program)
    program.mark("exception leaves a scope")
    with program.block("try:"):
        target, name = scopes.scope_target(program)
        with program.block("with %s%s:" % (scopes.variable_scope_call(program), target)):
            with program.forgetting():
                if name:
                    program.bind("scope", name)
                program.body(2)
            program.line(
                program.choose(
                    "raise KeyError('leave')",
                    "{}['missing']",
                    "raise KeyError",
                    "int('x')",
                    "tf.get_variable('w', [2])",
                )
            )
    with program.block(
        "except %s as error:"
        % program.choose("(KeyError, ValueError)", "Exception", "(LookupError, ValueError, TypeError)")
    ):
        program.line("log.append(told(error))")
        program.line("log.append(tf.get_variable_scope().name)")


@STATEMENTS.kind(1)
def write_chosen_scope(program):
    if not program.may_nest():
        return notes.write_note(program)
    program.mark("scopes chosen by a condition")
    with program.block(
        "with %s if %s else %s:"
        % (
            scopes.variable_scope_call(program),
            program.choose("log", "len(log) > 3", "True", "tf"),
            scopes.variable_scope_call(program),
        )
    ):
        program.body(3)
