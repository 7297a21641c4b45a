"""The standard library: text, numbers, dates, introspection, command lines."""

from python_pieces.expressions import WORDS
from python_pieces.registry import constructs, piece

RE_FUNCTIONS = ["match", "search", "fullmatch", "findall", "finditer", "split", "sub", "subn", "escape", "compile"]
constructs(*["re." + name for name in RE_FUNCTIONS])
PATTERNS = [
    r"\d+",
    r"(\w+)/(\w+)",
    r"^conv(\d*)$",
    r"[a-z]+",
    r"(?P<name>\w+)_(?P<n>\d+)",
    r"a|b",
    r"\s*,\s*",
    r"(a)(b)?",
    r"x*",
    r"[^/]+$",
    r"(?i)HELLO",
    r"\bw\b",
    r"(\w)\1",
    r"a{2,3}",
    r"<.*?>",
    r"<.*>",
    r"(?:ab)+",
    r"[A-Z][a-z]*",
    r"w(?=\d)",
    r"(?<=/)\w",
    r"w(?!\d)",
    r".",
    r"$",
    r"",
    r"[\w.]+@\w+",
    r"\.",
    r"(\d+)-(\d+)",
    r"[]x]",
    r"(?m)^\w",
    r"(?s)a.b",
    r"(?x) a b # c",
    r"\W",
    r"[+-]?\d+(?:\.\d*)?",
]
SUBJECTS = [
    "conv1/weights",
    "layer_12",
    "a, b ,c",
    "Hello World hello",
    "aab ab abb",
    "<a><b>",
    "w w1 ww",
    "x@y.com",
    "2019-01-02",
    "fooBarBaz",
    "",
    "a\nb",
    "tower_0/conv_3/bias:0",
    "aaa",
    "3.14 -2 +7",
    "ab]x",
]


@piece(
    "re with flags", "re groups", "re substitution with function", "re match object", "re errors", "compiled pattern"
)
def regular_expressions(p):
    p.need("re")
    pattern, subject = (
        (
            lambda: (
                repr(p.random.choice(PATTERNS)).replace("\\\\", "\\").join(["r", ""])
                if False
                else "r" + repr(p.random.choice(PATTERNS)).replace("\\\\", "\\")
            )
        ),
        lambda: repr(p.random.choice(SUBJECTS)),
    )
    for name in p.rotate(RE_FUNCTIONS, 6):
        p.use("re." + name)
        if name in ("match", "search", "fullmatch"):
            p.attempt(
                "(lambda m: m and (m.group(), m.groups(), m.span(), m.start(), m.end(), m.groupdict(), m.lastindex, m.string[m.end():]))(re.%s(%s, %s%s))"
                % (name, pattern(), subject(), p.pick("", "", ", re.I", ", re.M | re.S", ", flags=re.IGNORECASE"))
            )
        elif name == "finditer":
            p.attempt("[(m.start(), m.group()) for m in re.finditer(%s, %s)]" % (pattern(), subject()))
        elif name in ("sub", "subn"):
            replacement = p.pick(
                "'-'",
                "r'<\\g<0>>'",
                "lambda m: m.group().upper()",
                "lambda m: '[%s]' % m.start()",
                "''",
                "r'\\1'",
                "'\\\\n'",
                "r'\\2\\1'",
            )
            p.attempt(
                "re.%s(%s, %s, %s%s)" % (name, pattern(), replacement, subject(), p.pick("", "", ", count=1", ", 2"))
            )
        elif name == "split":
            p.attempt("re.split(%s, %s%s)" % (pattern(), subject(), p.pick("", ", 1", ", maxsplit=2")))
        elif name == "escape":
            p.attempt("re.escape(%s)" % p.pick(subject(), p.value("str")))
        elif name == "compile":
            p.attempt(
                "(lambda r: (r.pattern, r.groups, r.groupindex.get('name'), r.findall(%s), r.sub('_', %s), bool(r.match(%s, 1))))(re.compile(%s))"
                % (subject(), subject(), subject(), pattern())
            )
        else:
            p.attempt("re.findall(%s, %s)" % (pattern(), subject()))
    p.attempt(
        "re.sub(r'([a-z0-9])([A-Z])', r'\\1_\\2', %s).lower()"
        % p.pick("'MyLayerName'", "'conv2D'", "'HTTPServer'", subject())
    )
    p.attempt(
        "re.match(r'(?P<a>\\w)(?P<b>\\d)?', %s).%s"
        % (
            p.pick("'x1'", "'y'"),
            p.pick(
                "group('a')",
                "group('a', 'b')",
                "groupdict('none')",
                "group(1, 2)",
                "groups('d')",
                "group('zz')",
                "group(5)",
                "span('b')",
                "expand(r'\\g<a>!')",
                "lastgroup",
                "re.pattern",
                "__getitem__(1)",
                "pos",
                "regs",
            ),
        )
    )
    p.attempt(
        "re.%s"
        % p.pick(
            "compile('(')",
            "compile('[')",
            "compile('*a')",
            "compile('a**')",
            "match('a', 5)",
            "sub('a', 5, 'b')",
            "compile(')')",
            "match('(a', '')",
            "sub('(a)', r'\\3', 'a')",
            "compile('(?P<n>a)(?P<n>b)')",
            "compile('a', re.X).flags",
            "findall(b'a', b'banana')",
            "match('a', b'a')",
            "fullmatch('a', 'a').re is re.compile('a')",
        )
    )


@piece(
    "json.dumps",
    "json.dumps options",
    "json.loads",
    "json errors",
    "string.Template",
    "string constants",
    "string.Formatter",
    "textwrap and pprint",
)
def text_modules(p):
    p.need("json")
    p.need("string")
    data = "{%r: %s, 'n': [%s, None, True, %s], 'd': {'x': %s}, 't': (1, 2)}" % (
        p.random.choice(WORDS[:12]),
        p.value("any", 1).replace("b'", "'"),
        p.value("float", 0),
        p.value("str", 1),
        p.value("dict", 1),
    )
    p.attempt(
        "json.dumps(%s%s)"
        % (
            data,
            p.pick(
                "",
                ", sort_keys=True",
                ", indent=2",
                ", indent=1, sort_keys=True",
                ", separators=(',', ':')",
                ", ensure_ascii=False",
                ", indent='-'",
                ", default=str",
            ),
        )
    )
    p.attempt("json.dumps(%s)" % p.value("any"))
    p.attempt(
        "json.dumps(%s)"
        % p.pick(
            "{1: 2, None: 3, True: 4, 2.5: 5}",
            "{(1, 2): 3}",
            "{1, 2}",
            "object",
            "[1e400, float('nan')]",
            "'\\u20ac\\x00\\\\'",
            "b'a'",
            "{(1,): 2, 'a': 1}, skipkeys=True",
            "1 + 2j",
            "float('inf'), allow_nan=False",
        )
    )
    p.attempt(
        "json.loads(%s)"
        % p.pick(
            "'{\"a\": [1, 2.5, null, true], \"b\": \"x\\\\u00e9\"}'",
            "'[1, 2'",
            "'{\\'a\\': 1}'",
            "''",
            "'{\"a\": 1,}'",
            "'[1e3, -0.0, 12345678901234567890]'",
            "'nope'",
            "'{\"a\" 1}'",
            "'1 2'",
            "'\"abc'",
            "b'[1]'",
            "'[NaN, -Infinity]'",
            "'{\"b\": 1, \"a\": 2}', object_pairs_hook=list",
            "5",
            "'[1.5]', parse_float=str",
            "'{\"a\": {\"b\": 1}}', object_hook=sorted",
            "'\"\\\\q\"'",
        )
    )
    p.attempt("json.loads(json.dumps(%s)) == %s" % ((p.value("dict", 1),) * 2))
    p.attempt(
        "string.Template(%s).%s(%s)"
        % (
            p.pick("'$a is ${b}c $$'", "'$missing'", "'${a'", "'$a$b'", "'$'"),
            p.pick("substitute", "safe_substitute"),
            p.pick("a=1, b=2", "{'a': %s}, b='x'" % p.value("any", 1), "{'a': 1, 'b': 2}"),
        )
    )
    p.attempt(
        "string.%s"
        % p.pick(
            "ascii_letters",
            "digits",
            "punctuation",
            "whitespace",
            "hexdigits",
            "ascii_uppercase[:3]",
            "capwords('hello big  world')",
            "octdigits",
            "printable[-6:]",
        )
    )
    p.attempt(
        "string.Formatter().%s"
        % p.pick(
            "format('{0} {a}', 1, a=2)",
            "vformat('{x}', (), {'x': 3})",
            "parse('a{b!r:>5}c{}') and list(string.Formatter().parse('a{b!r:>5}c{}'))",
            "format('{}{}', 1, 2)",
            "format('{z}')",
        )
    )
