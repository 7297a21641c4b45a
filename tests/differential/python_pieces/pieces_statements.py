"""Control flow, assignments of all forms, and plain expressions."""

from python_pieces.registry import IDENTIFIERS, constructs, piece

KINDS = ["int", "float", "str", "bool", "list", "strs", "tuple", "dict", "set", "bytes", "any"]


@piece("expressions at depth")
def expressions(p):
    for _ in range(5):
        p.attempt(p.value(p.pick(*KINDS), p.pick(2, 3, 3, 4)))


@piece("shape from integers")
def shapes(p):
    dimension = p.pick(
        "abs(%s) %% 50" % p.value("int"), "len(%s) + 1" % p.value("list"), "(3, 4)[%s]" % p.value("bool")
    )
    name = p.fresh("dim")
    p.line("%s = %s" % (name, dimension))
    p.line("tf.get_variable('shape%d', shape=[%s, %d])" % (p.counter, name, p.random.randrange(1, 9)))
    p.line("tf.get_variable('tuple%d', shape=(%s,) + tuple(i + 1 for i in range(%s %% 4)))" % (p.counter, name, name))
    p.line("tf.Variable(0.0, name='variable%d_' + str(%s))" % (p.counter, name))


def block(p, depth, loop=False, function=False):
    """A few random statements."""
    for _ in range(p.random.randrange(1, 4)):
        statement(p, depth, loop, function)


constructs(
    "if elif else",
    "while else",
    "for else",
    "break",
    "continue",
    "try except",
    "try finally",
    "try else",
    "augmented assignment",
    "chained assignment",
    "del name",
    "assert",
    "assert with message",
    "return in loop",
)


def statement(p, depth, loop, function):
    choices = [assign, assign, report_value, augmented]
    if depth > 0:
        choices += [if_statement, while_statement, for_statement, try_statement, if_statement]
    if loop and p.chance(0.25):
        name = p.pick("break", "continue")
        p.use(name)
        with p.block("if " + p.value("bool", 1)):
            p.line(name)
        return
    if function and p.chance(0.1):
        p.use("return in loop") if loop else None
        with p.block("if " + p.value("bool", 1)):
            p.line("return " + p.value("any", 1))
        return
    choice = p.random.choice(choices)
    choice(p, depth, loop, function) if choice in NESTING else choice(p)


def assign(p):
    p.assign(p.pick("int", "str", "float", "list", "dict", "strs"), 2)


def report_value(p):
    names = [name for kind in ("int", "str", "float", "list", "dict", "tuple") for name in p.names(kind)]
    p.report(p.random.choice(names), p.value("any", 1))


def augmented(p):
    p.use("augmented assignment")
    kind = p.pick("int", "str", "list", "float")
    local = [name for name, its_kind in p.scopes[-1].items() if its_kind == kind and name.isidentifier()]
    name = p.random.choice(local) if local else p.assign(kind)
    operator = {
        "int": p.pick("+=", "-=", "*=", "//=", "%=", "&=", "|=", "^="),
        "str": "+=",
        "list": "+=",
        "float": p.pick("+=", "-=", "*=", "/="),
    }[kind]
    p.line("%s %s %s" % (name, operator, p.value(kind, 1)))
    p.report(name)


def if_statement(p, depth, loop, function):
    p.use("if elif else")
    with p.block("if " + p.value(p.pick("bool", "any"), 2)):
        block(p, depth - 1, loop, function)
    if p.chance(0.5):
        with p.block("elif " + p.value("bool", 1)):
            block(p, depth - 1, loop, function)
    if p.chance(0.5):
        with p.block("else"):
            block(p, depth - 1, loop, function)


def while_statement(p, depth, loop, function):
    name = p.fresh("n")
    p.line("%s = %d" % (name, p.random.randrange(5)))
    with p.block("while %s > 0" % name):
        p.line("%s -= %d" % (name, p.random.randrange(1, 3)))
        p.bind(name + " + 0", "int")
        block(p, depth - 1, True, function)
    if p.chance(0.6):
        p.use("while else")
        with p.block("else"):
            block(p, depth - 1, loop, function)


def for_statement(p, depth, loop, function):
    name = p.fresh("i")
    form = p.random.randrange(4)
    header = [
        "for %s in %s" % (name, p.expressions.source(1)),
        "for %s, %s_ in enumerate(%s)" % (name, name, p.value("strs", 1)),
        "for %s_, %s in %s.items()" % (name, name, p.value("dict", 1)),
        "for %s, (%s_, *%s__) in [(%d, %s), (2, 'xyz')]"
        % (name, name, name, p.random.randrange(9), p.value("strs", 1)),
    ][form]
    with p.block(header):
        p.bind(name, "int")
        if form:
            p.bind(name + "_", "str")
        block(p, depth - 1, True, function)
    if p.chance(0.6):
        p.use("for else")
        with p.block("else"):
            block(p, depth - 1, loop, function)


def try_statement(p, depth, loop, function):
    p.use("try except")
    with p.block("try"):
        block(p, depth - 1, loop, function)
        p.report(p.value("any", 3))
    with p.block(
        "except (%s) as error"
        % p.pick("ValueError, KeyError", "ArithmeticError, LookupError", "TypeError,", "IndexError, TypeError")
    ):
        p.report("type(error).__name__", "str(error)")
        block(p, depth - 1, loop, function)
    with p.block("except Exception as error"):
        p.report("'other'", "type(error).__name__", "str(error)")
    if p.chance(0.5):
        p.use("try else")
        with p.block("else"):
            block(p, depth - 1, loop, function)
    if p.chance(0.5):
        p.use("try finally")
        with p.block("finally"):
            p.report("'finally'", p.value("int", 1))


NESTING = (if_statement, while_statement, for_statement, try_statement)


@piece("nested statements")
def control_flow(p):
    block(p, 3)


@piece("statements in a function")
def control_flow_in_function(p):
    name = p.fresh("function")
    with p.block("def %s(a, b=%s)" % (name, p.value("int", 1))):
        p.bind("a", "int")
        p.bind("b", "int")
        block(p, 2, False, True)
        if p.chance(0.7):
            p.line("return " + p.value("any", 2))
    for _ in range(3):
        p.attempt("%s(%s)" % (name, p.value("int", 1)))


@piece("augmented assignment to names, items and attributes", "augmented assignment")
def augmented_targets(p):
    items, holder = p.fresh("items"), p.fresh("holder")
    p.line("%s = [%s, %s, [1, 2], 'a', {3, 4}, {'k': 2}]" % (items, p.value("int", 1), p.value("float", 1)))
    p.line("%s = type('Holder', (), {'value': %s})()" % (holder, p.value("int", 1)))
    target = p.pick(items + "[0]", items + "[-6]", holder + ".value", items + "[5]['k']")
    for operator in ("+=", "-=", "*=", "//=", "%=", "**=", ">>=", "<<=", "&=", "|=", "^=", "/=", "@="):
        if p.chance(0.4):
            operand = p.random.randrange(1, 9) if operator in ("**=", "<<=", ">>=") else p.value("int", 1)
            p.attempt_statement("%s %s %s" % (target, operator, operand))
    p.attempt_statement("%s[2] += %s" % (items, p.value("tuple", 1)), "%s[2][:1] += [9]" % items)
    p.attempt_statement("%s[3] *= %s" % (items, p.expressions.small(-1, 4)))
    p.attempt_statement("%s[4] |= %s" % (items, p.value("set", 1)), "%s[4] -= {3}" % items)
    p.attempt_statement("t = (%s, %s)" % (items, p.value("int", 0)), "t[0] += [%s]" % p.value("int", 0), "t[1] += 1")
    p.report(items, holder + ".value")


@piece(
    "chained assignment", "unpacking assignment", "starred assignment", "nested unpacking", "unpacking errors", "swap"
)
def assignments(p):
    a, b, c = p.fresh("a"), p.fresh("b"), p.fresh("c")
    p.attempt_statement("%s = %s = %s" % (a, b, p.value("any")), "report(%s, %s)" % (a, b))
    p.attempt_statement("%s, %s = %s" % (a, b, p.value("tuple")), "report(%s, %s)" % (a, b))
    p.attempt_statement(
        "%s, *%s = %s" % (a, b, p.value(p.pick("list", "str", "tuple", "dict"))), "report(%s, %s)" % (a, b)
    )
    p.attempt_statement("*%s, %s = %s" % (a, b, p.value("strs")), "report(%s, %s)" % (a, b))
    p.attempt_statement("%s, *%s, %s = %s" % (a, b, c, p.value("tuple")), "report(%s, %s, %s)" % (a, b, c))
    p.attempt_statement(
        "(%s, [%s, *%s]) = %s, %s" % (a, b, c, p.value("int"), p.value("list")), "report(%s, %s, %s)" % (a, b, c)
    )
    p.attempt_statement(
        "%s, %s, %s = %s" % (a, b, c, p.value(p.pick("int", "list", "str", "none", "dict", "float"))),
        "report(%s, %s, %s)" % (a, b, c),
    )
    p.attempt_statement(
        "%s, %s = %s, %s" % (a, b, p.value("int"), p.value("str")),
        "%s, %s = %s, %s" % (b, a, a, b),
        "report(%s, %s)" % (a, b),
    )
    p.attempt_statement("%s = [0, 1, 2]" % a, "%s[0], %s[1:] = %s" % (a, a, p.value("tuple")), "report(%s)" % a)
    p.attempt_statement("%s = i = 0" % a, "i, x = 1, [5, 6]", "i, x[i] = 0, 9", "report(i, x)")
    p.attempt_statement("for %s, %s in zip(%s, %s): report(%s, %s)" % (a, b, p.value("str"), p.value("list"), a, b))


@piece("del name", "del item", "del attribute", "del slice", "unbound names")
def deletions(p):
    name = p.fresh("doomed")
    p.attempt_statement(
        "%s = %s" % (name, p.value("list")),
        "del %s[%s]" % (name, p.pick("0", "-1", "1:", ":2", "::2", "5", "'a'", "::-1")),
        "report(%s)" % name,
    )
    p.attempt_statement(
        "%s = %s" % (name, p.value("dict")), "del %s[%r]" % (name, p.random.choice(IDENTIFIERS)), "report(%s)" % name
    )
    p.attempt_statement("%s = 1" % name, "del %s" % name, "report(%s)" % name)
    p.attempt_statement("del %s" % p.pick(name, "(%s)" % name))
    p.attempt_statement("a = b = 1", "del a, (b)", "report(a)")
    function = p.fresh("function")
    p.text(
        """
def {f}(flag):
    if flag:
        local = 1
        del local
    report(local)
""".format(f=function)
    )
    p.attempt("%s(%s)" % (function, p.value("bool")))
    p.text(
        """
def {f}(flag):
    if flag:
        shared = {value}
    def inner():
        return shared
    return inner()
""".format(f=function, value=p.value("any"))
    )
    p.attempt("%s(%s)" % (function, p.value("bool")))
    holder = p.fresh("Holder")
    p.line("class %s: value = %s" % (holder, p.value("int")))
    p.attempt_statement("h = %s()" % holder, "h.value = 2", "del h.value", "report(h.value)", "del h.value")
    p.attempt_statement("del %s.%s" % (holder, p.pick("value", "missing")), "report(hasattr(%s, 'value'))" % holder)
    p.attempt_statement("(1, 2)[0] = 3") if p.chance(0.3) else p.attempt_statement("del (1, 2)[0]")


@piece("assert", "assert with message")
def assertions(p):
    p.attempt_statement("assert %s" % p.value("any"))
    p.attempt_statement("assert %s, %s" % (p.value("bool"), p.value("any")))
    p.attempt_statement("assert not %s, 'size %%d' %% %s" % (p.value("list"), p.value("int")))


@piece("comprehension scoping", "generator expression", "nested comprehension", "comprehension in class body")
def comprehension_scopes(p):
    name = p.fresh("v")
    p.line("%s = %s" % (name, p.value("any")))
    p.report("[%s for %s in %s]" % (name, name, p.value("list")), name)
    p.attempt(
        "{%s: [%s + j for j in range(%s)] for %s in range(%d)}"
        % (name, name, p.pick(name, "2"), name, p.random.randrange(4))
    )
    p.attempt("[[%s for %s in row] for row in [%s, %s]]" % (name, name, p.value("list"), p.value("str")))
    p.attempt("[f(%s) for f in [lambda q: (q, i) for i in range(%d)]]" % (p.value("int"), p.random.randrange(1, 4)))
    p.attempt("list((a, b) for a in %s if a for b in (%s))" % (p.expressions.source(1), "range(2)"))
    holder = p.fresh("Body")
    p.text(
        """
class {h}:
    size = {n}
    items = [{name} for {name} in range(size)]
    try:
        bad = [size for _ in range(2)]
    except NameError as error:
        bad = str(error)
report({h}.items, {h}.bad)
""".format(h=holder, n=p.random.randrange(5), name=name)
    )
    p.report(
        "sum(%s * 2 for %s in %s)" % (name, name, p.expressions.source(1)),
        "any(%s for %s in %s)" % (name, name, p.value("list")),
    )


@piece("return, break and continue in finally")
def overriding_finally(p):
    name = p.fresh("function")
    p.text(
        """
def {f}(n):
    for i in range(n):
        try:
            if i == {a}:
                {leave}
            report('in', i, {d} // (i - {b}))
        {handler}
        finally:
            report('finally', i)
            if i == {c}:
                {override}
    else:
        return 'else'
    return 'end'
""".format(
            f=name,
            a=p.random.randrange(3),
            b=p.random.randrange(4),
            c=p.random.randrange(4),
            d=p.random.randrange(99),
            leave=p.pick("return 'leave'", "break", "continue", "raise ValueError(i)"),
            handler=p.pick(
                "except ZeroDivisionError:\n            report('caught')", "except KeyError:\n            pass", ""
            ),
            override=p.pick("return ('override', i)", "break", "raise KeyError('override')", "pass"),
        )
    )
    p.attempt("%s(%d)" % (name, p.random.randrange(6)))
    p.attempt("%s(%d)" % (name, p.random.randrange(6)))
