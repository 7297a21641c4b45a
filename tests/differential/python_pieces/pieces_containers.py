"""Methods of list, tuple, dict, set, frozenset and range; slices; numbers."""

from python_pieces.registry import constructs, piece

LIST_METHODS = {
    "append": ["I"],
    "extend": ["L", "'ab'", "range(2)", "5"],
    "insert": ["0, I", "-1, I", "99, I"],
    "pop": ["", "0", "-1", "9"],
    "remove": ["I", "1"],
    "index": ["I", "1, 1", "2, 0, 3"],
    "count": ["I", "1"],
    "sort": ["", "reverse=True", "key=lambda v: -v", "key=str", "key=len", "lambda v: v"],
    "reverse": [""],
    "clear": [""],
    "copy": [""],
    "__len__": [""],
    "__contains__": ["1"],
    "__add__": ["L", "()"],
    "__mul__": ["2"],
    "__iadd__": ["L", "'xy'"],
    "__eq__": ["L"],
}
DICT_METHODS = {
    "get": ["'conv'", "'nope', I", "I", "[]"],
    "setdefault": ["'w', I", "'new'"],
    "pop": ["'conv'", "'no', I", "'no'", ""],
    "popitem": [""],
    "update": ["D", "k=I", "[('a', 1)]", "D, w=2", "[1]", "5"],
    "keys": [""],
    "values": [""],
    "items": [""],
    "copy": [""],
    "clear": [""],
    "fromkeys": ["'ab'", "[1, 2], I", "5"],
    "__contains__": ["'w'"],
    "__getitem__": ["'w'", "'zz'"],
    "__delitem__": ["'conv'", "'zz'"],
    "__len__": [""],
}
SET_METHODS = {
    "add": ["I", "[]"],
    "remove": ["I", "3", "'a'"],
    "discard": ["I"],
    "pop": ["1"],
    "union": ["L", "L, L", "5"],
    "intersection": ["L", ""],
    "difference": ["L"],
    "symmetric_difference": ["L"],
    "update": ["L", "L, [3]"],
    "intersection_update": ["L"],
    "difference_update": ["L"],
    "symmetric_difference_update": ["L"],
    "issubset": ["L", "range(100)"],
    "issuperset": ["L", "[]"],
    "isdisjoint": ["L"],
    "copy": [""],
    "clear": [""],
    "__or__": ["{1}", "[1]"],
    "__contains__": ["3", "[]"],
}
FROZEN_METHODS = [
    "union",
    "intersection",
    "difference",
    "symmetric_difference",
    "issubset",
    "issuperset",
    "isdisjoint",
    "copy",
    "add",
]
constructs(
    *["list." + n for n in LIST_METHODS],
    *["dict." + n for n in DICT_METHODS],
    *["set." + n for n in SET_METHODS],
    *["frozenset." + n for n in FROZEN_METHODS],
)


def argument(p, template):
    for letter, kind in (("L", "list"), ("D", "dict")):
        while letter in template.replace("lambda", ""):
            template = template.replace(letter, p.value(kind, 1), 1)
    return template.replace("I", p.expressions.small(-1, 9)) if "lambda" not in template else template


@piece("list methods", "list of mixed values", "slice assignment", "extended slice assignment", "sequence comparison")
def list_methods(p):
    for name in p.rotate(sorted(LIST_METHODS), 8):
        p.use("list." + name)
        p.attempt_statement(
            "subject = %s"
            % p.pick(p.value("list"), "[3, 1, 2, 1]", p.value("strs", 1), p.value("tuple", 1).join(["list(", ")"])),
            "report(subject.%s(%s))" % (name, argument(p, p.random.choice(LIST_METHODS[name]))),
            "report(subject)",
        )
    for _ in range(3):
        p.attempt_statement(
            "subject = list(range(%d))" % p.random.randrange(9),
            "subject[%s] = %s"
            % (p.expressions.start_stop_step(), p.pick(p.value("list"), p.value("str", 1), "range(3)", "5", "()")),
            "report(subject)",
        )
    p.attempt_statement(
        "subject = list(range(8))", "del subject[%s]" % p.expressions.start_stop_step(), "report(subject)"
    )
    p.attempt_statement(
        "subject = [[0] * 2] * 2",
        "subject[0][1] = %s" % p.value("any"),
        "report(subject)",
        "subject[%s] = 1" % p.pick("5", "-3", "'a'", "1.5", "True", "-1"),
        "report(subject)",
    )
    p.attempt(
        "%s %s %s" % (p.value("list"), p.pick("<", "<=", "==", "!=", ">"), p.value(p.pick("list", "list", "tuple")))
    )
    p.attempt("%s %s %s" % (p.value("tuple"), p.pick("<", "<=", "==", "!=", ">"), p.value("tuple")))
    p.attempt_statement(
        "cyclic = [1]", "cyclic.append(cyclic)", "report(repr(cyclic), len(cyclic), cyclic[1] is cyclic)"
    )


@piece(
    "dict methods",
    "dict views",
    "dict order",
    "dict comparison",
    "set operations on views",
    "dict in loops",
    "unhashable keys",
    "equal keys of several types",
)
def dict_methods(p):
    for name in p.rotate(sorted(DICT_METHODS), 7):
        p.use("dict." + name)
        p.attempt_statement(
            "subject = %s" % p.pick(p.value("dict"), "{'conv': 1, 'w': [2]}"),
            "report(subject.%s(%s))" % (name, argument(p, p.random.choice(DICT_METHODS[name]))),
            "report(subject)",
        )
    p.attempt_statement(
        "d = %s" % p.value("dict"),
        "keys, values, items = d.keys(), d.values(), d.items()",
        "d['added'] = %s" % p.value("any"),
        "report(keys, list(values), items, len(items), 'added' in keys, ('added', 1) in items)",
        "report([sorted(some, key=repr) for some in (keys & {'conv', 'w', 'added'}, keys | ['z'], keys - {'conv'}, keys ^ {'b'})])",
    )
    p.attempt(
        "%s == %s, list(%s), sorted(%s.items(), key=lambda kv: kv[%s])"
        % (p.value("dict"), p.value("dict"), p.value("dict"), p.value("dict"), p.pick("0", "1", "-1"))
    )
    p.attempt("{1: 'a', 1.0: 'b', True: 'c', 0: 'd', False: %s}" % p.value("any"))
    p.attempt(
        "{%s: 1}[%s]"
        % (p.value(p.pick("tuple", "list", "set", "dict", "bytes", "float")), p.value(p.pick("tuple", "int", "list")))
    )
    p.attempt(
        "dict(%s)"
        % p.pick(
            "[('a', 1), ['b', 2]]",
            "a=1, b=2",
            "{'a': 1}, a=2",
            "zip('ab', [1, 2])",
            "[(1, 2, 3)]",
            "['ab', 'cd']",
            "[1]",
            "5",
            "None",
            "(('a', 1),)",
            "{1, 2}",
            "'ab'",
        )
    )
    p.attempt(
        "{k: v for k, v in %s.items() if v %% 2}, max(%s, key=len, default='none'), min({'b': 1, 'a': 2}, key={'b': 1, 'a': 2}.get)"
        % (p.value("dict"), p.value("dict"))
    )
    p.attempt("{%s: %s, **%s, **{'w': 0}}" % (p.value("str"), p.value("any"), p.value("dict")))


@piece(
    "set methods", "frozenset methods", "set operators", "set comparison", "set in-place operators", "frozenset as key"
)
def set_methods(p):
    for name in p.rotate(sorted(SET_METHODS), 6):
        p.use("set." + name)
        p.attempt_statement(
            "subject = %s" % ("{4}" if name == "pop" else p.value("set")),
            "report(subject.%s(%s))" % (name, "" if name == "pop" else argument(p, p.random.choice(SET_METHODS[name]))),
            "report(subject)",
        )
    for name in p.rotate(FROZEN_METHODS, 3):
        p.use("frozenset." + name)
        p.attempt("frozenset(%s).%s(%s)" % (p.value("set"), name, "" if name == "copy" else p.value("list", 1)))
    p.attempt(
        "%s %s %s"
        % (
            p.value("set"),
            p.pick("<", "<=", ">", ">=", "==", "!=", "|", "&", "-", "^"),
            p.value(p.pick("set", "set", "list")),
        )
    )
    p.attempt(
        "frozenset(%s) %s %s, {frozenset([1, 2]): 'k'}[frozenset((2, 1))]"
        % (p.value("set"), p.pick("|", "&", "==", "<=", "-"), p.value("set"))
    )
    p.attempt_statement(
        "s = t = %s" % p.value("set"),
        "s %s %s" % (p.pick("|=", "&=", "-=", "^="), p.value(p.pick("set", "set", "set", "list"))),
        "report(s, t is s, len(t))",
    )
    p.attempt("sorted(set(%s)), set(), frozenset(), {1.0, 1, True}, set('') == set(), repr({(1, 2)})" % p.value("str"))


@piece(
    "tuple methods",
    "range methods",
    "range slicing",
    "range comparison",
    "range errors",
    "slice objects",
    "nested indexing",
)
def sequences(p):
    p.attempt("%s.%s(%s)" % (p.value("tuple"), p.pick("count", "index"), p.value("any", 0)))
    r = lambda: (
        "range(%s)"
        % p.pick(
            "%s" % p.expressions.small(-1, 20),
            "%s, %s" % (p.expressions.small(-1, 9), p.expressions.small(-1, 20)),
            "%s, %s, %s" % (p.expressions.small(-1, 30), p.expressions.small(-1, 30), p.pick("2", "-1", "-3", "5")),
        )
    )
    p.attempt("%s, list(%s), len(%s)" % (r(), r(), r()))
    p.attempt(
        "%s[%s]" % (r(), p.pick("0", "-1", "3", p.expressions.start_stop_step(), p.expressions.start_stop_step()))
    )
    p.attempt(
        "%s == %s, %s in %s, %s.index(%s), %s.count(2)"
        % (r(), r(), p.value("int", 0), r(), r(), p.expressions.small(), r())
    )
    p.attempt(
        "%s.%s, bool(%s), hash(%s) == hash(%s), list(reversed(%s)), sum(%s)"
        % (r(), p.pick("start", "stop", "step"), r(), "range(3)", "range(0, 3, 1)", r(), r())
    )
    p.attempt("range(%s)" % p.pick("1.5", "'a'", "1, 2, 0", "", "1, 2, 3, 4", "None", "10 ** 20", "-5"))
    p.attempt(
        "slice(%s), slice(1, 9, 2).indices(%s), slice(None).start, slice(1, 2) == slice(1, 2)"
        % (p.pick("1", "1, 2", "None, None, -1", "'a', 'b'"), p.expressions.small())
    )
    p.attempt(
        "[[1, 2, [3, 'abc']], {'k': [4, (5,)]}]%s"
        % p.pick(
            "[0][2][1][0]",
            "[1]['k'][1][0]",
            "[-1]['k'][::-1]",
            "[0][3]",
            "[1][0]",
            "[0][2][1]['a']",
            "[0][-1][-1][-1]",
            "[:1][0][:2]",
        )
    )
    p.attempt(
        "%s[%s], %s * %s, %s + %s"
        % (
            p.value("tuple"),
            p.pick("0", "-1", "1:", "9"),
            p.value("tuple", 1),
            p.expressions.small(-1, 3),
            p.value("tuple", 1),
            p.value(p.pick("tuple", "tuple", "list"), 1),
        )
    )


NUMBER_METHODS = [
    "bit_length()",
    "conjugate()",
    "numerator",
    "denominator",
    "real",
    "imag",
    "__index__()",
    "__int__()",
    "__float__()",
    "__abs__()",
    "__neg__()",
    "__bool__()",
    "__hash__() is not None",
    "__add__(1)",
    "__add__('a')",
    "__radd__(2)",
    "__divmod__(7)",
    "__pow__(2)",
    "__pow__(2, 5)",
    "__floordiv__(3)",
    "__mod__(4)",
    "__lt__(5)",
    "__eq__(1.0)",
    "__eq__('a')",
    "__str__()",
    "__format__('5')",
    "__round__()",
    "__trunc__()",
    "__ceil__()",
]
FLOAT_METHODS = [
    "is_integer()",
    "as_integer_ratio()",
    "hex()",
    "conjugate()",
    "real",
    "imag",
    "__int__()",
    "__round__()",
    "__round__(2)",
    "__trunc__()",
    "__add__(1)",
    "__lt__(5)",
    "__eq__(1)",
    "__mod__(2)",
    "__str__()",
    "__repr__()",
    "__divmod__(0.3)",
]


@piece(
    "int methods",
    "float methods",
    "complex numbers",
    "big integer text",
    "integer and float comparison",
    "negative floor division",
    "banker's rounding",
    "float.fromhex",
    "hash of numbers",
    "float to integer conversion",
)
def numbers(p):
    for _ in range(4):
        p.attempt("(%s).%s" % (p.value("int"), p.random.choice(NUMBER_METHODS)))
        p.attempt("(%s).%s" % (p.value("float"), p.random.choice(FLOAT_METHODS)))
    p.attempt(
        "%s %s %s"
        % (
            p.pick("1j", "(2+3j)", "complex(1, -2)", "complex('1+2j')", "-1.5j"),
            p.pick("+", "-", "*", "/", "==", "**", "!=", "//", "<"),
            p.pick("2", "1.5", "(1-1j)", "0", "2j"),
        )
    )
    p.attempt(
        "(%s).%s, abs(3+4j), complex(%s)"
        % (
            p.pick("1j", "(2-3.5j)", "(-0.0+0j)"),
            p.pick("real", "imag", "conjugate()", "__repr__()"),
            p.pick("1", "1.5, 2", "'3-4j'", "'x'", "", "1j, 1j"),
        )
    )
    p.attempt(
        "%s ** %s, %s * %s, %s // %s"
        % (p.value("int", 0), p.random.randrange(25), p.value("int"), p.value("int"), p.value("int"), p.value("int"))
    )
    p.attempt("str(%s), hex(%s), '{:,}'.format(%s), %s %% %s, -(-%s // 7)" % tuple(p.value("int") for _ in range(6)))
    p.attempt(
        "%s == %s, %s < %s, %s == %s"
        % (p.value("int"), p.value("float"), p.value("int"), p.value("float"), p.value("float"), p.value("bool"))
    )
    p.attempt("divmod(%s, %s), divmod(%s, %s)" % (p.value("int"), p.value("int"), p.value("float"), p.value("float")))
    p.attempt(
        "round(%s), round(%s, %s), round(%s, %s)"
        % (
            p.pick("0.5", "1.5", "2.5", "-0.5", p.value("float")),
            p.pick("2.675", "1.005", "-1.25", "1234.5678", p.value("float")),
            p.pick("0", "1", "2", "-2", "None"),
            p.value("int"),
            p.pick("-1", "-2", "0", "3"),
        )
    )
    p.attempt(
        "hash(%s) == hash(%s), hash(1) == hash(1.0) == hash(True), hash(%s), hash(%s), hash(-1), hash(2 ** 61 - 1), hash(float('inf'))"
        % (p.value("int"), p.value("int"), p.value("int"), p.value("float").replace("float('nan')", "1.25"))
    )
    p.attempt("int(%s), int(%s)" % (p.value("float"), p.value("float")))
    p.attempt(
        "float.fromhex(%r), float(%r)"
        % (
            p.pick("0x1.8p3", "-0x1p-2", "1.5", "zz"),
            p.pick("1e5", " 2.5 ", "nan", "-Infinity", "1_0.5", "1e400", ".5", "5.", "abc", "", "0x10"),
        )
    )
    p.attempt(
        "int(%s)"
        % p.pick(
            "'12', 8",
            "'0x1f', 16",
            "'0b11', 0",
            "'zz', 36",
            "' 42 '",
            "'1_000'",
            "'-7'",
            "'1.5'",
            "''",
            "'9', 8",
            "'10', 1",
            "b'12'",
            "'٣'",
            "'0o17', 0",
            "'010', 0",
            "1.9, 10",
            "'12', base=5",
            "x='3'",
            "'+5'",
            "'--5'",
            "True",
        )
    )
    p.attempt(
        "0.1 + 0.2, 1e16 + 1, 1 / 3, -7 // 2, -7 %% 3, 7 %% -3, -7.5 // 2, -7.5 %% 2, 5 // -0.3, 1e308 * 10, -1e-320, %s / %s"
        % (p.value("int"), p.value("float"))
    )
