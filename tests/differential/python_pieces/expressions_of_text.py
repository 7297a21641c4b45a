"""Random expressions that give text and containers; the other half of Expressions."""

from python_pieces.registry import IDENTIFIERS


class ContainerExpressions:
    # ---- str
    def make_str(self, depth):
        def concatenate():
            self.program.use("string concatenation")
            return "(%s + %s)" % (self.make("str", depth), self.make("str", depth))

        def repeat():
            self.program.use("string repetition")
            return "(%s * %s)" % (self.make("str", depth), self.small(-1, 4))

        def part():
            return "%s[%s]" % (self.make("str", depth), self.start_stop_step())

        def joined():
            return "%s.join(%s)" % (
                self.make("str", depth),
                self.random.choice([self.make("strs", depth), self.comprehension("str", depth, "%s %s")]),
            )

        return self.random.choice(
            [
                concatenate,
                concatenate,
                repeat,
                part,
                joined,
                lambda: self.generic("str", depth),
                lambda: "str(%s)" % self.make("any", depth),
                lambda: "repr(%s)" % self.make("any", depth),
                lambda: "'%%s_%%d' %% (%s, %s)" % (self.make("any", depth), self.make("int", depth)),
                lambda: "'{}-{!r}'.format(%s, %s)" % (self.make("any", depth), self.make("any", depth)),
                lambda: (
                    "%s.%s()"
                    % (
                        self.make("str", depth),
                        self.random.choice(["upper", "lower", "title", "strip", "swapcase", "capitalize"]),
                    )
                ),
                lambda: "chr(%s %% 1000 + 32)" % self.make("int", depth),
                lambda: (
                    "%s.replace(%s, %s)" % (self.make("str", depth), self.make("str", depth), self.make("str", depth))
                ),
                lambda: "type(%s).__name__" % self.make("any", depth),
            ]
        )()

    # ---- containers
    def make_list(self, depth):
        def comprehension():
            self.program.use("list comprehension")
            return self.comprehension("int", depth, "[%s %s]")

        def nested():
            self.program.use("nested comprehension", "list comprehension")
            inner = self.program.fresh("r")
            return "[%s for %s in [%s] for %s in %s]" % (
                inner + "_",
                inner,
                self.comprehension("int", depth, "[%s %s]"),
                inner + "_",
                inner,
            )

        def starred():
            self.program.use("star in list display")
            return "[%s, *%s, %s, *%s]" % (
                self.make("int", depth),
                self.make("list", depth),
                self.make("int", depth),
                self.source(depth),
            )

        def repeat():
            self.program.use("sequence repetition")
            return "(%s * %s)" % (self.make("list", depth), self.small(-1, 3))

        return self.random.choice(
            [
                comprehension,
                comprehension,
                nested,
                starred,
                repeat,
                lambda: "%s[%s]" % (self.make("list", depth), self.start_stop_step()),
                lambda: "(%s + %s)" % (self.make("list", depth), self.make("list", depth)),
                lambda: (
                    "sorted(%s%s)"
                    % (
                        self.source(depth),
                        self.random.choice(["", ", reverse=True", ", key=lambda v: -v", ", key=str"]),
                    )
                ),
                lambda: "list(%s)" % self.source(depth),
                lambda: self.generic("list", depth),
                lambda: "list(filter(None, %s))" % self.source(depth),
                lambda: "[%s]" % ", ".join(self.make("int", depth) for _ in range(self.random.randrange(4))),
            ]
        )()

    def make_strs(self, depth):
        return self.random.choice(
            [
                lambda: (
                    "%s.split(%s)" % (self.make("str", depth), self.random.choice(["", "'a'", "None, 1", "' '", "''"]))
                ),
                lambda: "[%s]" % ", ".join(self.make("str", depth) for _ in range(self.random.randrange(4))),
                lambda: self.comprehension("str", depth, "[%s %s]"),
                lambda: "list(%s)" % self.make("str", depth),
                lambda: "sorted(%s, key=len)" % self.make("strs", depth),
                lambda: "list(%s)" % self.make("dict", depth),
                lambda: self.generic("strs", depth),
            ]
        )()

    def make_tuple(self, depth):
        def starred():
            self.program.use("star in tuple display")
            return "(*%s, %s)" % (
                self.make(self.random.choice(["list", "str", "tuple"]), depth),
                self.make("any", depth),
            )

        return self.random.choice(
            [
                starred,
                lambda: "tuple(%s)" % self.make(self.random.choice(["list", "str", "strs", "dict"]), depth),
                lambda: "(%s, %s)" % (self.make("any", depth), self.make("any", depth)),
                lambda: "(%s + %s)" % (self.make("tuple", depth), self.make("tuple", depth)),
                lambda: (
                    "divmod(%s, %s)" % (self.make("int", depth), self.make(self.random.choice(["int", "float"]), depth))
                ),
                lambda: "%s[%s]" % (self.make("tuple", depth), self.start_stop_step()),
                lambda: "%s.partition(%s)" % (self.make("str", depth), self.make("str", depth)),
                lambda: "tuple(%s)" % self.comprehension("any", depth, "%s %s"),
                lambda: "((%s,) * %s)" % (self.make("any", depth), self.small(0, 3)),
            ]
        )()

    def make_dict(self, depth):
        def comprehension():
            self.program.use("dict comprehension")
            name = self.program.fresh("i")
            clauses = self.clauses(depth, name)
            with self.program.scope(**{name: "int"}):
                return "{str(%s): %s %s}" % (self.make("any", depth), self.make("int", depth), clauses)

        def starred():
            self.program.use("double star in dict display")
            return "{%s: %s, **%s}" % (self.make("str", depth), self.make("int", depth), self.make("dict", depth))

        return self.random.choice(
            [
                comprehension,
                comprehension,
                starred,
                lambda: (
                    "dict(%s, %s=%s)"
                    % (self.make("dict", depth), self.random.choice(IDENTIFIERS), self.make("int", depth))
                ),
                lambda: "dict(zip(%s, %s))" % (self.make("strs", depth), self.source(depth)),
                lambda: "dict.fromkeys(%s, %s)" % (self.make("strs", depth), self.make("int", depth)),
                lambda: "{%s: %s}" % (self.make("str", depth), self.make("int", depth)),
            ]
        )()

    def make_set(self, depth):
        def comprehension():
            self.program.use("set comprehension")
            name = self.program.fresh("i")
            return "{%s %% 50 %s}" % (name, self.clauses(depth, name))

        def starred():
            self.program.use("star in set display")
            return "{%s, *%s}" % (self.small(), self.make("set", depth))

        return self.random.choice(
            [
                comprehension,
                comprehension,
                starred,
                lambda: "(%s %s %s)" % (self.make("set", depth), self.random.choice("|&^-"), self.make("set", depth)),
                lambda: "set(%s)" % self.source(depth),
                lambda: "set()",
                lambda: "%s.union(%s)" % (self.make("set", depth), self.source(depth)),
            ]
        )()

    def make_bytes(self, depth):
        return self.random.choice(
            [
                lambda: "(%s + %s)" % (self.make("bytes", depth), self.make("bytes", depth)),
                lambda: "%s[%s]" % (self.make("bytes", depth), self.start_stop_step()),
                lambda: (
                    "%s.encode(%s)"
                    % (
                        self.make("str", depth),
                        self.random.choice(["", "'utf-8'", "'latin-1', 'replace'", "'ascii', 'ignore'", "'ascii'"]),
                    )
                ),
                lambda: "bytes(%s)" % self.source(depth),
                lambda: "(%s * %s)" % (self.make("bytes", depth), self.small(-1, 3)),
            ]
        )()

    def make_none(self, depth):
        return "None"

    def make_any(self, depth):
        kind = self.random.choice(["int", "str", "float", "bool", "none", "tuple", "list", "strs", "dict", "bytes"])
        if self.random.random() < 0.1:
            self.program.use("generator expression")
            return "list(%s)" % self.comprehension("any", depth, "(%s %s)")
        if self.random.random() < 0.06:
            self.program.use("matrix of lists")
            return "[%s for _ in range(%s)]" % (self.make("list", depth), self.small(0, 3))
        if self.random.random() < 0.06:
            self.program.use("bool arithmetic")
            return "(%s %s %s)" % (self.make("bool", depth), self.random.choice("+-*&|^"), self.make("bool", depth))
        return self.make(kind, depth)
