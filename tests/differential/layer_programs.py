"""Programs over layers: tf.layers, tf.contrib.layers and slim, with scopes of variables and of arguments around them.

At its end a program makes a variable whose collections name all operations of the graph, and what the program noted in
its list `log`, so that the names and texts are compared, too. Operations of gradients are left out.
"""

import layer_contexts
import layer_core
import layer_operations
import layer_slim
import layer_tensors
import naming_programs
from program_text import Program

NAME = "layers"
MODULES = (layer_core, layer_slim, layer_contexts, layer_operations)
CONSTRUCTS = [construct for module in MODULES for construct in module.STATEMENTS.constructs]
STATEMENTS = [pair for module in MODULES for pair in module.STATEMENTS.weighted]
NOTES = """names = [op.name for op in tf.get_default_graph().get_operations() if 'gradients' not in op.name]
tf.Variable(0.0, name='notes', trainable=False, collections=['log: ' + ' | '.join(log), 'operations: ' + ' '.join(names)])"""
CAREFUL = 0.5  # programs that note the error of every statement and go on to their end


def generate(random, index):
    program = Program(random, STATEMENTS, budget=random.randint(3, 14))
    layer_tensors.start(program)
    careful = program.chance(CAREFUL)
    while program.budget > 0:
        if not careful:
            program.statement()
            continue
        with program.block("try:"), layer_tensors.forgetting(program):
            program.statement()
        with program.block("except Exception as error:"):
            program.line("log.append(told(error))")
    for line in NOTES.split("\n"):
        program.line(line)
    return layer_tensors.HEAD + program.text(), program.constructs


truth = naming_programs.truth
