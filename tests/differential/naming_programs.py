"""Programs over the naming core of TensorFlow: scopes, variables, graphs and collections, with Python around them.

What a program notes in its list `log` (error texts, names of scopes, members of collections) becomes the collection key
of a variable, so that it is compared, too.
"""

import naming_classes
import naming_collections
import naming_contexts
import naming_functions
import naming_graphs
import naming_helpers
import naming_loops
import naming_names
import naming_notes
import naming_rare
import naming_scopes
import naming_variables
import record
from program_text import Program

NAME = "naming"
MODULES = (
    naming_names,
    naming_variables,
    naming_scopes,
    naming_contexts,
    naming_notes,
    naming_graphs,
    naming_collections,
    naming_functions,
    naming_classes,
    naming_loops,
)
CONSTRUCTS = [construct for module in MODULES for construct in module.STATEMENTS.constructs]
STATEMENTS = [pair for module in MODULES for pair in module.STATEMENTS.weighted]
NOTES = "tf.Variable(0.0, name='notes', trainable=False, collections=['log: ' + ' | '.join(log)])"


# A program that notes the error of every statement goes on to its end; others end with their first one.
CAREFUL = 0.36
RARE = 0.15  # programs that end with a statement that is rare otherwise


def write_carefully(program):
    with program.block("try:"):
        program.statement()
    with program.block("except Exception as error:"):
        program.line("log.append(told(error))")


def generate(random, index):
    program = Program(random, STATEMENTS, budget=random.randint(6, 26))
    program.graphs = 0
    careful = program.chance(CAREFUL)
    while program.budget > 0:
        if careful:
            write_carefully(program)
        else:
            program.statement()
        if program.chance(0.1):
            program.line(NOTES)
    if program.chance(RARE):
        naming_rare.write(program)
    program.line(NOTES)
    return naming_helpers.with_head(program), program.constructs


def run_functions_as_they_are():
    """Keeps autograph from turning the functions of datasets into other files, where lines are lost."""
    from tensorflow.python.autograph.impl import api

    api.tf_convert = lambda function, *arguments, **options: function


def truth(source, path):
    """What TensorFlow does, with the lines where the store gives out a variable again."""
    run_functions_as_they_are()
    result, seen = record.observe(path)
    for graph, described in zip(seen.graphs, result.get("graphs", [result])):
        mine = [variable for variable, _ in seen.created if getattr(variable, "graph", None) is graph]
        for variable, description in zip(mine, described["variables"]):
            description["shared_at"] = [lines[-1] for shared, lines in seen.shared if shared is variable]
    return result
