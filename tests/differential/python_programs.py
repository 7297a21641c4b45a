"""Random programs over the whole of Python and its standard library, compared with CPython 3.7.

A program computes values by random typed expressions and statements, and turns each into the name or the shape of a
variable; exceptions are compared by type, message and line. Its parts ("pieces", in python_pieces/) are composed at
random, the rarer ones in turn by the program's number, so that each construct occurs often enough.
"""

import importlib
import pathlib

import python_truth
from python_pieces import program, registry

NAME = "python"

for _module in sorted(pathlib.Path(__file__).with_name("python_pieces").glob("pieces_*.py")):
    importlib.import_module("python_pieces." + _module.stem)

CONSTRUCTS = sorted(registry.CONSTRUCTS)

PIECES_IN_TURN = 7
PIECES_AT_RANDOM = 3


def generate(random, index):
    """The source of one program and the set of the constructs in it."""
    pieces = registry.PIECES
    writer = program.Program(random, index * PIECES_IN_TURN // len(pieces))
    writer.prologue()
    chosen = [pieces[(index * PIECES_IN_TURN + i) % len(pieces)] for i in range(PIECES_IN_TURN)]
    chosen += [random.choice(pieces) for _ in range(PIECES_AT_RANDOM)]
    random.shuffle(chosen)
    for piece in chosen:
        writer.piece(piece)
    return writer.source(), writer.used


def truth(source, path):
    """What CPython 3.7 does."""
    return python_truth.run(source, path)
