"""Statements that note what the state is."""

from program_text import Statements

STATEMENTS = Statements()

STATEMENTS.declare(
    "name of the current scope",
    "flag of the current scope",
    "original_name_scope",
    "current name scope",
    "unique_name",
    "name of an operation",
    "name of a variable",
    "shape of a variable",
    "dtype of a variable",
    "defaults of the current scope",
)


@STATEMENTS.kind(6)
def write_note(program):
    kind = program.choose(
        "name of the current scope",
        "flag of the current scope",
        "original_name_scope",
        "current name scope",
        "unique_name",
        "name of an operation",
        "name of a variable",
        "shape of a variable",
        "dtype of a variable",
        "defaults of the current scope",
    )
    variable, scope = program.pick("variable"), program.pick("scope")
    if variable is None and kind.endswith("of a variable"):
        kind = "name of an operation"
    program.mark(kind)
    scope = scope if scope and program.chance(0.6) else "tf.get_variable_scope()"
    program.line(
        "log.append(%s)"
        % {
            "name of the current scope": scope + ".name",
            "flag of the current scope": "str(%s.reuse)" % scope,
            "original_name_scope": scope + ".original_name_scope",
            "current name scope": "tf.get_default_graph().get_name_scope()",
            "unique_name": "tf.get_default_graph().unique_name(%s%s)"
            % (program.choose("'w'", "'net'", "'w_1'", "'a/w'"), program.choose("", ", mark_as_used=False")),
            "name of an operation": program.choose(
                "tf.no_op().name",
                "tf.constant(1.0).name",
                "tf.zeros([2]).op.name",
                "tf.identity(1.0, name='w').name",
                "tf.add(1, 2).name",
            ),
            "name of a variable": "%s.name" % variable,
            "shape of a variable": "str(%s.shape)" % variable,
            "dtype of a variable": "str(%s.dtype)" % variable,
            "defaults of the current scope": program.choose(
                "str({0}.dtype)",
                "str({0}.use_resource)",
                "str({0}.initializer is None)",
                "str({0}.regularizer is None)",
                "str({0}.custom_getter is None)",
                "str({0}.partitioner is None)",
                "str({0}.caching_device)",
                "str({0}.constraint is None)",
            ).format(scope),
        }[kind]
    )
