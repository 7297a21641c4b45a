"""The text of a program while it is being written: lines, names in scope, and the constructs used so far."""

import contextlib

from python_pieces import expressions, registry

PROLOGUE = '''\
import tensorflow as tf

_SAFE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_count = [0]


def _has_set(value):
    if isinstance(value, (set, frozenset)):
        return True
    return type(value) in (list, tuple) and any([_has_set(item) for item in value])


def _show(value):
    # The order of a set is not part of the language.
    if not _has_set(value):
        return repr(value)
    if isinstance(value, (set, frozenset)):
        return "%s{%s}" % (type(value).__name__, ",".join(sorted([_show(item) for item in value])))
    return "%s<%s>" % (type(value).__name__, ",".join([_show(item) for item in value]))


def report(*values):
    _count[0] += 1
    text = ",".join([_show(value) for value in values])
    name = "".join([c if c in _SAFE else "_%x-" % ord(c) for c in text])
    tf.get_variable("v%d.%s" % (_count[0], name), shape=[1])


def attempt(thunk):
    try:
        value = thunk()
    except Exception as error:
        report(type(error).__name__, str(error))
    else:
        report(value)

'''


class Program:
    """Pieces write into it. `scopes` maps the names that an expression may use to their types."""

    def __init__(self, random, turn):
        self.random = random
        self.turn = turn  # how often each piece has had its turn in the programs before
        self.lines = []
        self.depth = 0
        self.counter = 0
        self.used = set()
        self.scopes = [{}]
        self.expressions = expressions.Expressions(self)
        self.imports = set()
        self.at_end = []  # lines outside of every block, after all pieces

    # ---- text
    def prologue(self):
        self.lines.extend(PROLOGUE.splitlines())
        self.declare_variables()

    def declare_variables(self):
        """Some names of each type, which all expressions may use."""
        e = self.expressions
        for kind in ("int", "int", "float", "str", "bool", "list", "strs", "tuple", "dict", "set", "bytes"):
            name = self.fresh(kind[0])
            self.line("%s = %s" % (name, e.literal(kind)))
            self.scopes[0][name] = kind

    def source(self):
        return "\n".join(self.lines + self.at_end[:1]) + "\n"

    def line(self, text):
        self.lines.append("    " * self.depth + text)

    def text(self, text):
        """Several lines, written as they are, below the present indentation."""
        for line in text.strip("\n").splitlines():
            self.line(line) if line.strip() else self.lines.append("")

    @contextlib.contextmanager
    def block(self, header):
        self.line(header + ":")
        self.depth += 1
        before = len(self.lines)
        self.scopes.append({})
        yield
        if len(self.lines) == before:
            self.line("pass")
        self.scopes.pop()
        self.depth -= 1

    def fresh(self, prefix="x"):
        self.counter += 1
        return "%s%d" % (prefix, self.counter)

    def need(self, module):
        """Imports a module of the standard library, once."""
        if module not in self.imports:
            self.imports.add(module)
            # Pieces may stand inside a block: the import goes to the top, after the prologue.
            self.lines.insert(1, "import " + module)

    # ---- pieces
    def use(self, *constructs):
        for construct in constructs:
            if construct not in registry.CONSTRUCTS:
                raise KeyError("undeclared construct " + construct)
        self.used.update(constructs)

    def piece(self, function):
        self.line("# piece: " + function.__name__)
        self.used.update(function.constructs)
        if self.chance(0.85):
            with self.block("try"):
                function(self)
            with self.block("except Exception as error"):
                self.line("report('raised', type(error).__name__, str(error))")
        else:
            self.scopes.append({})
            function(self)
            self.scopes.pop()

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, *choices):
        return self.random.choice(choices)

    def rotate(self, choices, count):
        """`count` of the choices: the next ones in turn, or random ones."""
        if self.chance(0.25):
            return [self.random.choice(choices) for _ in range(count)]
        return [choices[(self.turn * count + i) % len(choices)] for i in range(count)]

    # ---- names in scope
    def bind(self, name, kind):
        self.scopes[-1][name] = kind

    def names(self, kind):
        return [name for scope in self.scopes for name, its_kind in scope.items() if its_kind == kind]

    @contextlib.contextmanager
    def scope(self, **names):
        self.scopes.append(names)
        yield
        self.scopes.pop()

    # ---- what is compared
    def report(self, *expressions_):
        self.line("report(%s)" % ", ".join(expressions_))

    def attempt(self, expression):
        self.line("attempt(lambda: (%s))" % expression)

    def attempt_statement(self, *statements):
        """Statements of which one may raise; the exception is reported."""
        self.line("try:")
        for statement in statements:
            self.line("    " + statement)
        self.line("except Exception as error:")
        self.line("    report(type(error).__name__, str(error))")

    def value(self, kind=None, depth=2):
        kind = kind or self.pick("int", "float", "str", "bool", "list", "strs", "tuple", "dict", "set", "bytes", "none")
        return self.expressions.make(kind, depth)

    def assign(self, kind, depth=1):
        """A new name bound to a value of a type."""
        name = self.fresh(kind[0])
        self.line("%s = %s" % (name, self.value(kind, depth)))
        self.bind(name, kind)
        return name
