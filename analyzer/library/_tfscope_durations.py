"""Calendar, comparison and durations, for datetime."""

from _tfscope import is_unknown, unknown

MINYEAR, MAXYEAR = 1, 9999
_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DAY = 86400000000  # microseconds


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(year, month):
    return 29 if month == 2 and _is_leap(year) else _MONTHS[month - 1]


def ordinal(year, month, day):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + sum(
        [days_in(year, m) for m in range(1, month)]) + day


def from_ordinal(n):
    if n < 1:
        raise ValueError("ordinal must be >= 1")
    year = n * 400 // 146097 + 1
    while ordinal(year, 1, 1) > n:
        year -= 1
    if year > MAXYEAR:
        raise ValueError("year %d is out of range" % year)
    month = 1
    while month < 12 and ordinal(year, month + 1, 1) <= n:
        month += 1
    return year, month, n - ordinal(year, month, 1) + 1


def check_integers(*parts):
    for part in parts:
        if isinstance(part, float):
            raise TypeError("integer argument expected, got float")
        if not isinstance(part, int):
            raise TypeError("an integer is required (got type %s)" % type(part).__name__)


def check_time(hour, minute, second, microsecond):
    check_integers(hour, minute, second, microsecond)
    for name, value, most in (("hour", hour, 23), ("minute", minute, 59), ("second", second, 59)):
        if not 0 <= value <= most:
            raise ValueError("%s must be in 0..%d" % (name, most))
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")


def _rounded(numerator, denominator):
    """The nearest int, halves to the even one."""
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    quotient, rest = divmod(numerator, denominator)
    return quotient + (2 * rest > denominator or (2 * rest == denominator and quotient % 2 == 1))


def offset_shown(minutes, separator):
    return "%s%02d%s%02d" % ("-" if minutes < 0 else "+", abs(minutes) // 60, separator, abs(minutes) % 60)


class Comparable(object):

    def _compared(self, other, function):
        if not self._fits(other):
            return NotImplemented
        if not self._known() or not other._known():
            return unknown("bool")
        return function(self._key(), other._key())

    def _fits(self, other):
        return isinstance(other, type(self)) or isinstance(self, type(other)) and type(other) is not object

    @staticmethod
    def _same(a, b):
        return a == b

    def __eq__(self, other):
        return self._compared(other, Comparable._same)

    def __lt__(self, other):
        return self._compared(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compared(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compared(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compared(other, lambda a, b: a >= b)

    def __hash__(self):
        return hash(self._key())


class timedelta(Comparable):

    __module__ = "datetime"
    __tp_name__ = "datetime.timedelta"

    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        self._total = None
        named = (("days", days, DAY), ("seconds", seconds, 1000000), ("microseconds", microseconds, 1),
                 ("milliseconds", milliseconds, 1000), ("minutes", minutes, 60000000), ("hours", hours, 3600000000),
                 ("weeks", weeks, 7 * DAY))
        if any([is_unknown(part) for _, part, _ in named]):
            return
        total = 0
        for name, part, unit in named:
            if not isinstance(part, (int, float)):
                raise TypeError("unsupported type for timedelta %s component: %s" % (name, type(part).__name__))
            total += part * unit
        self._set(round(total))

    def _set(self, total):
        self._total = total
        if not -999999999 <= total // DAY <= 999999999:
            raise OverflowError("days=%d; must have magnitude <= 999999999" % (total // DAY))

    @classmethod
    def _of(cls, total):
        result = cls()
        if total is None:
            result._total = None
        else:
            result._set(total)
        return result

    def _known(self):
        return self._total is not None

    def _key(self):
        return self._total

    def _fits(self, other):
        return isinstance(other, timedelta)

    days = property(lambda self: unknown("int") if self._total is None else self._total // DAY)
    seconds = property(lambda self: unknown("int") if self._total is None else self._total // 1000000 % 86400)
    microseconds = property(lambda self: unknown("int") if self._total is None else self._total % 1000000)

    def total_seconds(self):
        return unknown("float") if self._total is None else self._total / 1000000

    def _with(self, other, function):
        if not isinstance(other, timedelta):
            return NotImplemented
        if self._total is None or other._total is None:
            return timedelta._of(None)
        return function(self._total, other._total)

    def __add__(self, other):
        return self._with(other, lambda a, b: timedelta._of(a + b))

    __radd__ = __add__

    def __sub__(self, other):
        return self._with(other, lambda a, b: timedelta._of(a - b))

    def _scaled(self, other, function):
        if is_unknown(other) or self._total is None:
            return timedelta._of(None)
        if isinstance(other, float):
            return timedelta._of(function(*other.as_integer_ratio()))
        return timedelta._of(function(other, 1)) if isinstance(other, int) else NotImplemented

    def __mul__(self, other):
        return self._scaled(other, lambda n, d: _rounded(self._total * n, d))

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._with(other, lambda a, b: a / b)
        return self._scaled(other, lambda n, d: _rounded(self._total * d, n))

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._with(other, lambda a, b: a // b)
        return NotImplemented if isinstance(other, float) else self._scaled(other, lambda n, d: self._total // n)

    def __mod__(self, other):
        return self._with(other, lambda a, b: timedelta._of(a % b))

    def __divmod__(self, other):
        return self // other, self % other

    def __neg__(self):
        return timedelta._of(None if self._total is None else -self._total)

    def __pos__(self):
        return self

    def __abs__(self):
        return timedelta._of(None if self._total is None else abs(self._total))

    def __bool__(self):
        return unknown("bool") if self._total is None else self._total != 0

    def __repr__(self):
        if self._total is None:
            return unknown("str")
        named = [("days", self.days), ("seconds", self.seconds), ("microseconds", self.microseconds)]
        shown = ["{}={}".format(name, value) for name, value in named if value]
        return "{}({})".format(class_name(self), ", ".join(shown) or "0")

    def __str__(self):
        if self._total is None:
            return unknown("str")
        days, seconds = self.days, self.seconds
        text = "{}:{:02d}:{:02d}".format(seconds // 3600, seconds // 60 % 60, seconds % 60)
        if self.microseconds:
            text += ".{:06d}".format(self.microseconds)
        return "{} day{}, {}".format(days, "" if abs(days) == 1 else "s", text) if days else text


def class_name(value):
    cls = type(value)
    return cls.__tp_name__ if cls.__module__ == "datetime" else cls.__name__


timedelta.min, timedelta.max = timedelta(-999999999), timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(microseconds=1)
