"""The text of a generated program while it is being written: lines, nesting, and the names that are bound."""

import contextlib

MOST_NESTING = 4


class Program(object):
    """What writes statements: `statements` is a list of (weight, function of the program)."""

    def __init__(self, random, statements, budget):
        self.random = random
        self.statements = statements
        self.budget = budget
        self.lines = []
        self.indent = 0
        self.nesting = 0
        self.constructs = set()
        self.bound = {}  # kind -> Python names or expressions
        self.numbers = {}  # prefix -> how many names were made from it
        self.in_function = False

    # ---- randomness
    def chance(self, probability):
        return self.random.random() < probability

    def choose(self, *items):
        return self.random.choice(items)

    def weighted(self, pairs):
        """An item of (weight, item) pairs."""
        return self.random.choices([item for _, item in pairs], [weight for weight, _ in pairs])[0]

    # ---- text
    def mark(self, *constructs):
        self.constructs.update(constructs)

    def line(self, text):
        self.lines.append("    " * self.indent + text)

    def text(self):
        return "\n".join(self.lines) + "\n"

    def fresh(self, prefix):
        """A Python name that was not used."""
        self.numbers[prefix] = self.numbers.get(prefix, 0) + 1
        return "%s%d" % (prefix, self.numbers[prefix])

    # ---- names
    def bind(self, kind, name):
        self.bound.setdefault(kind, []).append(name)

    def pick(self, kind):
        """A bound name of this kind, the latest ones most likely, or None."""
        names = self.bound.get(kind)
        return self.random.choice(names[-4:]) if names else None

    @contextlib.contextmanager
    def forgetting(self):
        """What is bound inside is not to be used after it."""
        saved = {kind: list(names) for kind, names in self.bound.items()}
        yield
        self.bound = saved

    # ---- blocks
    def may_nest(self):
        return self.nesting < MOST_NESTING and self.budget > 1

    @contextlib.contextmanager
    def block(self, header):
        self.line(header)
        self.indent += 1
        self.nesting += 1
        begin = len(self.lines)
        yield
        if len(self.lines) == begin:
            self.line("pass")
        self.indent -= 1
        self.nesting -= 1

    def body(self, most=4):
        for _ in range(self.random.randint(1, most)):
            self.statement()

    def statement(self):
        self.budget -= 1
        self.weighted(self.statements)(self)

    def write(self):
        while self.budget > 0:
            self.statement()

    @contextlib.contextmanager
    def function(self, header):
        """The body of a function: what it binds is its own."""
        with self.forgetting(), self.block(header):
            outer, self.in_function = self.in_function, True
            yield
            self.in_function = outer


class Statements(object):
    """The kinds of statements of a generator."""

    def __init__(self):
        self.weighted = []
        self.constructs = []

    def kind(self, weight, *constructs):
        """Registers a function that writes a statement; it may mark any of the constructs."""
        self.declare(*constructs)

        def register(function):
            self.weighted.append((weight, function))
            return function

        return register

    def declare(self, *constructs):
        for construct in constructs:
            assert construct not in self.constructs, construct
            self.constructs.append(construct)
