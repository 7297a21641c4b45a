"""Text: the three ways of formatting."""

from python_pieces.registry import constructs, piece

CONVERSIONS = "diouxXeEfFgGcrsa%"
FORMAT_TYPES = ["", "d", "b", "o", "x", "X", "n", "c", "e", "E", "f", "F", "g", "G", "%", "s"]

constructs(
    *["percent conversion %" + c for c in CONVERSIONS],
    *["format type " + (t or "none") for t in FORMAT_TYPES],
    "percent flag #",
    "percent flag 0",
    "percent flag -",
    "percent flag space",
    "percent flag +",
    "percent width",
    "percent precision",
    "percent width from argument",
    "percent mapping",
    "format fill and alignment",
    "format sign",
    "format alternate form",
    "format zero padding",
    "format grouping",
    "format precision",
    "format width",
)


def percent_spec(p):
    text, stars = "%", 0
    for flag, name in (("#", "#"), ("0", "0"), ("-", "-"), (" ", "space"), ("+", "+")):
        if p.chance(0.2):
            p.use("percent flag " + name)
            text += flag
    if p.chance(0.4):
        p.use("percent width")
        if p.chance(0.25):
            p.use("percent width from argument")
            text, stars = text + "*", stars + 1
        else:
            text += str(p.random.randrange(1, 15))
    if p.chance(0.35):
        p.use("percent precision")
        text += "." + p.pick("0", "1", "2", "3", "5", "10", "")
    conversion = p.random.choice(CONVERSIONS)
    p.use("percent conversion %" + conversion)
    return text + p.pick("", "", "", "", "l") + conversion, stars, conversion


def fitting(p, conversion):
    if p.chance(0.12):
        return p.value("any", 1)
    if conversion in "diouxX":
        return p.value(p.pick("int", "int", "bool", "float") if conversion in "diu" else p.pick("int", "bool"), 1)
    if conversion in "eEfFgG":
        return p.value(p.pick("float", "float", "int"), 1)
    if conversion == "c":
        return p.pick("'a'", "65", "'é'", "8364", "'ab'", "-1", "0x110000")
    return p.value("any", 1)


@piece("percent formatting", "percent errors")
def percent(p):
    for _ in range(7):
        parts, values = [], []
        for _ in range(p.random.randrange(1, 4)):
            spec, stars, conversion = percent_spec(p)
            parts.append(p.pick("", "a", " ", "/") + spec)
            values += [p.expressions.small(-1, 9) for _ in range(stars)]
            if conversion != "%":
                values.append(fitting(p, conversion))
        if p.chance(0.06):
            values = values[1:]
        if p.chance(0.05):
            values.append(p.value("any", 0))
        p.attempt("%r %% (%s)" % ("".join(parts), "".join(v + ", " for v in values)))
    p.use("percent mapping")
    p.attempt(
        "'%%(%s)s %%(n)05d %%%% %%(f).2f' %% {'conv': %s, 'n': %s, 'f': %s}"
        % (p.pick("conv", "conv", "missing"), p.value("any"), p.value("int"), p.value("float"))
    )
    p.attempt(
        "%r %% %s"
        % (
            p.pick("%s", "%r", "plain", "%d", "%s %s", "%", "%(a)s", "%5", "%.3s|", "%z"),
            p.value(p.pick("any", "dict", "tuple", "str", "list")),
        )
    )
    p.attempt(
        "b'%s %d %x %r' % (b'by', 5, 255, 'a')"
        if p.chance(0.5)
        else "b'%%a|%%5s|%%c' %% (%s, %s, %s)" % (p.value("any", 1), p.value("bytes", 1), p.pick("65", "b'z'", "300"))
    )


def format_spec(p, form=None):
    text = ""
    if p.chance(0.3):
        p.use("format fill and alignment")
        text += p.pick("", "", "*", "0", "é", " ") + p.pick("<", ">", "^", "=")
    if p.chance(0.2):
        p.use("format sign")
        text += p.pick("+", "-", " ")
    if p.chance(0.15):
        p.use("format alternate form")
        text += "#"
    if p.chance(0.15):
        p.use("format zero padding")
        text += "0"
    if p.chance(0.4):
        p.use("format width")
        text += str(p.random.randrange(1, 16))
    if p.chance(0.15):
        p.use("format grouping")
        text += p.pick(",", "_")
    if p.chance(0.3):
        p.use("format precision")
        text += "." + str(p.random.randrange(0, 9))
    form = p.random.choice(FORMAT_TYPES) if form is None else form
    p.use("format type " + (form or "none"))
    return text + form


def formatted(p, spec):
    if p.chance(0.1):
        return p.value("any", 1)
    form = spec[-1:]
    if form in tuple("dboxXcn"):
        return p.value(p.pick("int", "int", "int", "bool"), 1)
    if form in tuple("eEfFgG%"):
        return p.value(p.pick("float", "float", "int"), 1)
    return p.value("str" if form == "s" else p.pick("int", "float", "str", "any"), 1)


@piece(
    "str.format",
    "format automatic numbering",
    "format positional fields",
    "format keyword fields",
    "format attribute and item fields",
    "format conversions",
    "format nested fields",
    "format errors",
    "format builtin",
    "__format__ hook",
    "str.format_map",
)
def formats(p):
    for _ in range(6):
        spec = format_spec(p)
        p.attempt("'{:%s}'.format(%s)" % (spec.replace("'", ""), formatted(p, spec)))
    spec = format_spec(p)
    p.attempt("format(%s, %r)" % (formatted(p, spec), spec))
    p.attempt(
        "'{1}{0!r}{1!s:>{2}}{k!a}'.format(%s, %s, %s, k=%s)"
        % (p.value("any"), p.value("any"), p.expressions.small(0, 20), p.value("any"))
    )
    p.attempt(
        "'{0[%s]}-{0[0]}'.format(%s)"
        % (p.pick("1", "-1", "a", "conv", "2"), p.value(p.pick("list", "strs", "dict", "tuple")))
    )
    p.attempt(
        "'{:{}.{}{}}|{:{fill}{align}{width}}'.format(%s, %s, %s, %r, %s, fill=%r, align=%r, width=%s)"
        % (
            p.value("float", 1),
            p.expressions.small(1, 12),
            p.expressions.small(0, 5),
            p.pick("f", "e", "g"),
            p.value("str", 1),
            p.pick("*", "0", " "),
            p.pick("<", "^", ">"),
            p.expressions.small(0, 15),
        )
    )
    p.attempt(
        "%r.format(%s, conv=%s)"
        % (
            p.pick(
                "{}{}",
                "{0}{}",
                "{{{}}}",
                "{conv}",
                "{",
                "}",
                "{!x}",
                "{:>}",
                "{conv.real}",
                "{0.numerator}",
                "{0.missing}",
                "{conv[0]}",
                "{a b}",
                "{}}{",
                "{!r",
                "{0!r:^20}",
                "{conv!s:5}",
                "{:%}",
                "{0[}",
                "{0.}",
                "{-1}",
                "{00}",
            ),
            p.value("any", 1),
            p.value("any", 1),
        )
    )
    name = p.fresh("Spec")
    p.text(
        """
class {k}:
    value = {v}
    def __format__(self, spec): return '[%s]' % spec
report('{{:abc}} {{0.value!r}} {{}}'.replace('{{0', '{{').format({k}(), {k}(), {k}()), format({k}()), f'{{{k}():{{"x" * 3}}}}')
""".format(k=name, v=p.value("any", 1))
    )
    p.attempt(
        "'{a} {b}'.format_map(%s)"
        % p.pick(
            "{'a': 1, 'b': 2}",
            "{'a': 1}",
            "type('D', (dict,), {'__missing__': lambda s, k: k.upper()})(a=%s)" % p.value("int", 1),
        )
    )
    p.attempt("'{0.__class__.__name__}:{0!r:.{n}}'.format(%s, n=%s)" % (p.value("any"), p.expressions.small(0, 9)))


@piece(
    "f-string",
    "f-string conversions",
    "f-string nested spec",
    "f-string expressions",
    "f-string escapes",
    "f-string concatenation",
    "f-string multi-line",
)
def fstrings(p):
    names = [p.assign(kind) for kind in ("int", "float", "str", "list")]
    for _ in range(4):
        parts = []
        for _ in range(p.random.randrange(1, 4)):
            name = p.random.choice(names)
            kind = {"i": "int", "f": "float", "s": "str", "l": "list"}[name[0]]
            spec = format_spec(
                p,
                p.pick("", "d", "x", "g", "f", "e", "b")
                if kind == "int"
                else p.pick("", "g", "f", "e", "%")
                if kind == "float"
                else p.pick("", "s"),
            )
            expression = p.pick(
                name,
                name + " ",
                "(%s, 1)" % name,
                name + " * 2",
                "%s == %s" % (name, name),
                "len(str(%s))" % name,
                "[%s][0]" % name,
                "(lambda q: q)(%s)" % name,
                name,
            )
            conversion = p.pick("", "", "!r", "!s", "!a")
            width = p.pick(
                "",
                "",
                ":" + spec if spec and expression.startswith(name) and not conversion else ":>{3 + 4}",
                ":{len(str(%s))}" % name,
            )
            parts.append(p.pick("", "a ", "{{", "}}", "\\n", "%") + "{" + expression + conversion + width + "}")
        p.attempt("f'%s'%s" % ("".join(parts), p.pick("", " 'tail'", " f'{1}'", " '{}'")))
    p.attempt("rf'\\d{%s}' + F\"{%s['k'] if %s == {'k': 1} else 'no'}\"" % (names[0], names[3], names[3]))
    p.line("text = (f'''a")
    p.lines.append("  {%s:>5}" % names[2])
    p.lines.append("{")
    p.lines.append("  %s + 1" % names[0])
    p.lines.append("}''')")
    p.report("text")
    p.attempt(
        "f'{%s!r:^{%s}}|{%s:{\"*\"}^{%d}}'" % (names[3], p.random.randrange(20), names[2], p.random.randrange(20))
    )
