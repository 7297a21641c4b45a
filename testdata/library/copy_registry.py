import argparse
import copy
import copyreg
import inspect
import operator
import pickle
import typing

count: int = 5
names: typing.List[str]
print(__annotations__)


class Twice(object):

    def __init__(self, value):
        self.value = value

    def __reduce__(self):
        return Twice, (self.value * 2,)


print(copy.copy(Twice(2)).value, pickle.loads(pickle.dumps(Twice(3))).value)


class Named(object):

    def __init__(self, name):
        self.name = name


copyreg.pickle(Named, lambda named: (Named, (named.name + "'",)))
print(copy.copy(Named("a")).name)


def build(a, b=1, *rest, c, d=4, **options):
    pass


print(inspect.getcallargs(build, 1, c=2) == {"a": 1, "b": 1, "rest": (), "c": 2, "d": 4, "options": {}})
print(operator.index(True), operator.matmul.__name__, typing.Tuple[()])

parser = argparse.ArgumentParser(prog="tool")
parser.add_argument("--version", action="version", version="%(prog)s 1.0")
parser.add_argument("first")
parser.add_argument("rest", nargs="*")
print(parser.parse_args(["a"]))
try:
    parser.parse_args(["--version"])
except SystemExit as error:
    print(error.code)
print(parser.format_help())
parser = argparse.ArgumentParser(prog="tool")
commands = parser.add_subparsers(dest="command")
commands.add_parser("evaluate", aliases=["ev"]).add_argument("path")
print(parser.parse_args(["ev", "q"]), parser.format_usage())
