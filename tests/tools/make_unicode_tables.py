"""Prints unicode_classes.def or unicode_cases.def of analyzer/evaluator/text: characters as CPython 3.7 knows them.

Usage: python3.7 make_unicode_tables.py classes|cases
"""

import sys

ALL = [chr(code) for code in range(sys.maxunicode + 1)]


def runs(items):
    """Pairs (code, delta) in order as lists [first, last, step, delta], where step is 1 or 2."""
    result = []
    for code, delta in items:
        last = result[-1] if result else None
        distance = code - last[1] if last else 0
        fits = last and last[3] == delta and distance in (1, 2) and (last[0] == last[1] or distance == last[2])
        if fits:
            last[1:3] = code, distance
        else:
            result.append([code, code, 1, delta])
    return result


def show(kind, name, rows):
    lines = ["constexpr %s %s[] = {" % (kind, name)]
    line = "   "
    for row in rows:
        if len(line) + len(row) + 2 > 120:
            lines.append(line)
            line = "   "
        line += " " + row + ","
    print("\n".join(lines + [line, "};"]))


def show_class(name, is_member):
    items = [(ord(c), 0) for c in ALL if is_member(c)]
    show("ClassRun", name, ["{0x%X, 0x%X, %d}" % tuple(run[:3]) for run in runs(items)])


def show_case(name, change, base=lambda c: c):
    """What `change` makes of one character where it is not what `base` makes: other single ones, then longer texts."""
    changed = [(c, change(c)) for c in ALL if change(c) != base(c)]
    simple = [(ord(c), ord(text) - ord(c)) for c, text in changed if len(text) == 1]
    show("CaseRun", name, ["{0x%X, 0x%X, %d, %d}" % tuple(run) for run in runs(simple)])
    longer = ['{0x%X, "%s"}' % (ord(c), "".join(map(escape, text))) for c, text in changed if len(text) > 1]
    show("LongCase", name + "Texts", longer)


def escape(letter):
    return letter if letter < "\x7f" else "\\u%04X" % ord(letter)


def ends_word(text):
    return (text + "\u03a3").lower().endswith("\u03c2")


def is_part(c):
    return ("a" + c).isidentifier()


def show_classes():
    show_class("kAlpha", str.isalpha)
    show_class("kDigit", str.isdigit)
    show_class("kOtherNumeric", lambda c: c.isnumeric() and not c.isdigit())
    show_class("kSpace", str.isspace)
    show_class("kPrintable", str.isprintable)
    show_class("kStartsUnlikeAlpha", lambda c: c.isidentifier() != c.isalpha())
    show_class("kOtherIdentifierPart", lambda c: is_part(c) and not c.isidentifier())
    zeros = [c for c in ALL if c.isdecimal() and int(c) == 0]
    assert all(int(chr(ord(c) + i)) == i for c in zeros for i in range(10))
    assert sum(c.isdecimal() for c in ALL) == 10 * len(zeros)
    show("uint32_t", "kDecimalZeros", ["0x%X" % ord(c) for c in zeros])


def show_cases():
    show_class("kUpper", str.isupper)
    show_class("kLower", str.islower)
    show_class("kTitleLetter", lambda c: c.istitle() and not c.isupper())
    show_class("kCaseIgnorable", lambda c: ends_word("a" + c) and not ends_word(c))
    show_case("kToUpper", str.upper)
    show_case("kToLower", str.lower)
    show_case("kToTitle", str.title, str.upper)
    show_case("kToFolded", str.casefold, str.lower)


print("// Made by tests/tools/make_unicode_tables.py from CPython %d.%d." % sys.version_info[:2])
{"classes": show_classes, "cases": show_cases}[sys.argv[1]]()
