# Lines of textwrap; exact fractions of texts; members of members; fields that replace() needs.
import dataclasses
import enum
import json
import textwrap
from fractions import Fraction


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e), e)


long = "The quick  brown fox jumped over the well-known lazy-dog, twice. abcdefghijklmnopqrstuvwxyz"
for width in (1, 5, 8, 11, 20, 70):
    t(lambda: textwrap.wrap(long, width))
t(lambda: textwrap.fill("  a b\tc\nd e", 4))
t(lambda: textwrap.wrap(long, 12, break_long_words=False))
t(lambda: textwrap.wrap(long, 12, break_on_hyphens=False, initial_indent="* ", subsequent_indent="  "))
t(lambda: textwrap.wrap("", 5) + textwrap.wrap("   ", 5) + textwrap.wrap("a", 1))
t(lambda: textwrap.wrap("a", 0))
t(lambda: textwrap.wrap("a  b   c", 3, drop_whitespace=False))
for text in ("0.1", "-1.25", "3/4", " -6/8 ", "2e-3", "1.5E2", "7", "x", "1/0", "", "1.", ".5", "1/-2", "--1"):
    t(lambda: Fraction(text))


class Color(enum.Enum):
    RED = 1
    BLUE = 2


t(lambda: Color.RED.BLUE)
t(lambda: Color.RED.GREEN)
t(lambda: json.loads("["))


@dataclasses.dataclass
class Point:
    x: int
    y: dataclasses.InitVar[int] = 3


t(lambda: dataclasses.replace(Point(1), x=2))
t(lambda: dataclasses.replace(Point(1), y=2))
