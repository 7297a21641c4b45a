"""Text: literals, and the methods of str, bytes and bytearray."""

from python_pieces.expressions import WORDS
from python_pieces.registry import constructs, piece


STR_METHODS = {
    "capitalize": [""],
    "casefold": [""],
    "center": ["I", "I, '*'", "I, 'ab'"],
    "count": ["S", "'a', 1", "'', 0, 3"],
    "encode": [
        "",
        "'utf-8'",
        "'ascii'",
        "'ascii', 'replace'",
        "'latin-1', 'ignore'",
        "'utf-16-le'",
        "'nope'",
        "'ascii', 'backslashreplace'",
    ],
    "endswith": ["S", "('a', S)", "S, 1", "1"],
    "expandtabs": ["", "4", "0", "tabsize=2"],
    "find": ["S", "S, 1", "S, -3, 10"],
    "format": ["S", "S, S"],
    "index": ["S", "'a', 0, 2"],
    "isalnum": [""],
    "isalpha": [""],
    "isascii": [""],
    "isdecimal": [""],
    "isdigit": [""],
    "isidentifier": [""],
    "islower": [""],
    "isnumeric": [""],
    "isprintable": [""],
    "isspace": [""],
    "istitle": [""],
    "isupper": [""],
    "join": ["W", "S", "'abc'", "[1]", "()"],
    "ljust": ["I", "I, '.'"],
    "lower": [""],
    "lstrip": ["", "S", "None", "' a'"],
    "partition": ["S", "''", "'a'"],
    "replace": ["S, S", "'a', 'bb', 1", "'', '-'", "'a'"],
    "rfind": ["S", "'a', 0, -1"],
    "rindex": ["S"],
    "rjust": ["I", "I, '0'"],
    "rpartition": ["S", "'a'"],
    "rsplit": ["", "None, 1", "'a'", "'X', 1", "maxsplit=1"],
    "rstrip": ["", "S", "'ab'"],
    "split": ["", "S", "'X'", "None, 1", "'a', 1", "sep='/'", "' ', maxsplit=1", "1"],
    "splitlines": ["", "True", "keepends=True"],
    "startswith": ["S", "('a', 'A')", "S, 1, 4", "[]"],
    "strip": ["", "S", "'- '"],
    "swapcase": [""],
    "title": [""],
    "translate": [
        "{97: 'X', 98: None}",
        "str.maketrans('abc', 'xyz')",
        "str.maketrans({'a': 'AA'})",
        "str.maketrans('a', 'b', 'cw')",
        "{}",
    ],
    "upper": [""],
    "zfill": ["I", "8", "-1"],
    "__contains__": ["S"],
    "__getitem__": ["0", "slice(1, 3)"],
    "__len__": [""],
    "__mul__": ["2"],
    "__add__": ["S", "1"],
    "__mod__": ["3"],
    "__eq__": ["S", "1"],
    "__lt__": ["S"],
    "__repr__": [""],
    "__format__": ["'>9'"],
}
constructs(*["str." + name for name in STR_METHODS])
TEXTS = WORDS + [
    "aaaa",
    "Hello World",
    "HELLO",
    "hello world foo",
    "one,two,,three",
    "a\r\nb\nc\x0bd\u2028e",
    "ǅ x",
    "ŉ",
    "İ",
    "ΑΣ",
    "ﬁ",
    "٣",
    "½",
    "²",
    "_x9",
    "9x",
    "x" * 30,
    "\t a \n",
    "¿Qué?",
    "they're bill's",
    "1a2B3c",
    "\xa0",
    "\ud7ff",
]


def text_argument(p, template):
    return (
        "".join(
            repr(p.random.choice(TEXTS))
            if c == "S"
            else p.expressions.small(-1, 14)
            if c == "I"
            else p.value("strs", 1)
            if c == "W"
            else c
            for c in template.replace("slice", "\x01").replace("'X'", "\x02").replace("'ABC'", "\x03")
        )
        .replace("\x01", "slice")
        .replace("\x02", "'X'")
        .replace("\x03", "'ABC'")
    )


@piece("str methods")
def str_methods(p):
    for name in p.rotate(sorted(STR_METHODS), 12):
        p.use("str." + name)
        subject = repr(p.random.choice(TEXTS)) if p.chance(0.75) else p.value("str", 2)
        template = p.random.choice(STR_METHODS[name])
        argument = (
            template if any(word in template for word in ("str.maketrans", "'XY'", "X")) else text_argument(p, template)
        )
        p.attempt("%s.%s(%s)" % (subject, name, argument))


BYTES_METHODS = {
    "capitalize": [""],
    "center": ["9", "9, b'*'"],
    "count": ["B", "97"],
    "decode": ["", "'utf-8'", "'ascii'", "'latin-1'", "'ascii', 'replace'", "'utf-8', 'ignore'"],
    "endswith": ["B", "(b'a', B)"],
    "expandtabs": ["", "4"],
    "find": ["B", "97"],
    "hex": [""],
    "index": ["B"],
    "isalnum": [""],
    "isalpha": [""],
    "isdigit": [""],
    "islower": [""],
    "isspace": [""],
    "istitle": [""],
    "isupper": [""],
    "join": ["[B, B]", "['a']"],
    "ljust": ["8", "8, b'.'"],
    "lower": [""],
    "lstrip": ["", "B"],
    "partition": ["B", "b'a'"],
    "replace": ["B, B", "b'a', b'zz', 1"],
    "rfind": ["B"],
    "rindex": ["B"],
    "rjust": ["8"],
    "rpartition": ["b'a'"],
    "rsplit": ["", "b'a'", "None, 1"],
    "rstrip": ["", "B"],
    "split": ["", "b' '", "b'X', 1", "''"],
    "splitlines": ["", "True"],
    "startswith": ["B", "'a'"],
    "strip": ["", "b' '"],
    "swapcase": [""],
    "title": [""],
    "translate": ["bytes(range(256))", "None, b'a'"],
    "upper": [""],
    "zfill": ["7"],
    "__getitem__": ["0", "slice(1, 3)"],
    "__contains__": ["B", "97", "'a'"],
    "__add__": ["B", "'a'"],
    "__mul__": ["2"],
    "__eq__": ["B", "'a'"],
}
constructs(
    *["bytes." + name for name in BYTES_METHODS],
    *[
        "bytearray." + name
        for name in (
            "append",
            "extend",
            "insert",
            "pop",
            "remove",
            "reverse",
            "clear",
            "copy",
            "item assignment",
            "slice assignment",
            "+=",
            "del",
        )
    ],
)
BYTES = [
    b"",
    b"abc",
    b"a b c",
    b"Hello World",
    b"\x00\xff\x80",
    b"aXbXc",
    b"  pad\t",
    b"123",
    b"\xc3\xa9t\xc3\xa9",
    b"line\nnext\r\nlast",
    b"it's \"q\"",
    b"ABC",
    b"-12",
    b"aaaa",
]


@piece(
    "bytes methods",
    "bytearray methods",
    "bytes.fromhex",
    "bytes constructor",
    "int.from_bytes",
    "int.to_bytes",
    "bytes comparison",
)
def bytes_methods(p):
    for name in p.rotate(sorted(BYTES_METHODS), 9):
        p.use("bytes." + name)
        subject = p.pick("%s", "%s", "bytearray(%s)") % repr(p.random.choice(BYTES))
        argument = "".join(
            repr(p.random.choice(BYTES)) if c == "B" else c for c in p.random.choice(BYTES_METHODS[name])
        )
        p.attempt("%s.%s(%s)" % (subject, name, argument))
    p.line("array = bytearray(%r)" % p.random.choice(BYTES))
    changes = {
        "append": "array.append(%s)" % p.pick("65", "300", "-1", "'a'"),
        "extend": "array.extend(%s)" % p.pick("b'xy'", "[1, 2]", "'a'", "[256]"),
        "insert": "array.insert(%s, 66)" % p.expressions.small(-1, 5),
        "pop": "array.pop(%s)" % p.pick("", "0", "9"),
        "remove": "array.remove(%s)" % p.pick("97", "1"),
        "reverse": "array.reverse()",
        "clear": "array.clear()",
        "copy": "array.copy().append(1)",
        "item assignment": "array[%s] = %s" % (p.pick("0", "-1", "20"), p.pick("99", "256", "b'a'")),
        "slice assignment": "array[%s] = %s"
        % (p.expressions.start_stop_step(), p.pick("b'new'", "b''", "[1, 2]", "'s'")),
        "+=": "array += %s" % p.pick("b'tail'", "'s'", "bytearray(b'z')"),
        "del": "del array[%s]" % p.pick("0", ":1", "::2", "9"),
    }
    for name in p.random.sample(sorted(changes), 6):
        p.use("bytearray." + name)
        p.attempt_statement(changes[name], "report(array)")
    p.attempt(
        "bytes(%s)"
        % p.pick(
            "3",
            "[1, 2]",
            "'é', 'utf-8'",
            "'a'",
            "range(3)",
            "bytearray(b'q')",
            "'a', 'ascii', 'strict'",
            "",
            "(1, 300)",
            "-1",
            "2.5",
        )
    )
    p.attempt("bytes.fromhex(%r), bytearray.fromhex('00ff')" % p.pick("00ff", "0 1", "zz", "AB cd"))
    p.attempt(
        "int.from_bytes(%r, %r%s), (%s).to_bytes(%d, %r)"
        % (
            p.random.choice(BYTES),
            p.pick("big", "little"),
            p.pick("", ", signed=True"),
            p.value("int", 0),
            p.random.randrange(1, 12),
            p.pick("big", "little"),
        )
    )
    p.attempt(
        "%s %s %s, bytearray(b'a') == b'a', b'a' == 'a'"
        % (p.value("bytes"), p.pick("<", "==", ">=", "+"), p.value(p.pick("bytes", "bytes", "str")))
    )
    p.attempt("list(%s), %s[%s]" % (p.value("bytes"), p.value("bytes"), p.expressions.start_stop_step()))


@piece(
    "string escapes",
    "unicode names in strings",
    "string indexing",
    "string iteration",
    "string comparison",
    "triple-quoted string",
    "surrogates and repr",
)
def string_literals(p):
    p.attempt(
        "'%s'"
        % "".join(
            p.pick(
                "\\n",
                "\\t",
                "\\x41",
                "\\u00e9",
                "\\U0001F600",
                "\\101",
                "\\0",
                "\\\\",
                "\\'",
                "\\a",
                "\\d",
                "\\N{BULLET}",
                "\\N{GREEK SMALL LETTER ALPHA}",
                "a",
                "%",
                "\\\"",
            )
            for _ in range(6)
        )
    )
    p.attempt(
        "b'%s'" % "".join(p.pick("\\n", "\\x41", "\\101", "\\d", "\\u00e9", "a", "\\'", "\\\\") for _ in range(5))
    )
    p.attempt("r'%s' + R\"a\\\"b\" + u'%s'" % (p.pick("\\n", "\\\\x", "a"), p.pick("\\u20ac", "z")))
    p.line("text = '''first")
    p.lines.append("second \\")
    p.lines.append("joined \"quoted\"''' %s" % p.pick("", "'tail'", "* 2"))
    p.report("text", "text.splitlines()")
    p.attempt("%s[%s]" % (p.value("str"), p.pick("0", "-1", "3", "1:3", "::-1", "'a'", "None", "1.0")))
    p.attempt("[c for c in %s], list(enumerate(%s))[:3]" % (p.value("str"), p.value("str")))
    p.attempt("%s < %s, 'a' 'b' == %s, max(%s)" % (p.value("str"), p.value("str"), p.value("str"), p.value("strs")))
    p.attempt("repr(%r), ascii(%r), len(%r)" % ((p.random.choice(TEXTS),) * 3))
    p.attempt(
        "%r.encode().decode(%s)" % (p.random.choice(TEXTS), p.pick("", "'latin-1'", "'ascii', 'replace'", "'ascii'"))
    )
