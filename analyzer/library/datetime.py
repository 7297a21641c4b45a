"""datetime: known dates are computed with; today is not known."""

from _tfscope import is_unknown, unknown

MINYEAR, MAXYEAR = 1, 9999
_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December")


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in(year, month):
    return 29 if month == 2 and _is_leap(year) else _MONTHS[month - 1]


def _ordinal(year, month, day):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + sum(
        [_days_in(year, m) for m in range(1, month)]) + day


def _from_ordinal(n):
    year = n * 400 // 146097 + 1
    while _ordinal(year, 1, 1) > n:
        year -= 1
    month = 1
    while month < 12 and _ordinal(year, month + 1, 1) <= n:
        month += 1
    return year, month, n - _ordinal(year, month, 1) + 1


class timedelta(object):

    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        self._total = None
        parts = (days, seconds, microseconds, milliseconds, minutes, hours, weeks)
        if not any([is_unknown(part) for part in parts]):
            whole = ((days + weeks * 7) * 86400 + hours * 3600 + minutes * 60 + seconds) * 1000000
            self._total = int(round(whole + milliseconds * 1000 + microseconds))

    @classmethod
    def _of(cls, total):
        result = cls()
        result._total = total
        return result

    days = property(lambda self: unknown("int") if self._total is None else self._total // 86400000000)
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

    def __sub__(self, other):
        return self._with(other, lambda a, b: timedelta._of(a - b))

    def __mul__(self, other):
        return timedelta._of(None if self._total is None else int(round(self._total * other)))

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._with(other, lambda a, b: a / b)
        return timedelta._of(None if self._total is None else int(round(self._total / other)))

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._with(other, lambda a, b: a // b)
        return timedelta._of(None if self._total is None else self._total // other)

    def __neg__(self):
        return timedelta._of(None if self._total is None else -self._total)

    def __abs__(self):
        return timedelta._of(None if self._total is None else abs(self._total))

    def _compared(self, other, function):
        if not isinstance(other, timedelta):
            return NotImplemented
        if self._total is None or other._total is None:
            return unknown("bool")
        return function(self._total, other._total)

    def __eq__(self, other):
        return self._compared(other, lambda a, b: a == b)

    def __lt__(self, other):
        return self._compared(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compared(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compared(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compared(other, lambda a, b: a >= b)

    def __hash__(self):
        return hash(self._total)

    def __bool__(self):
        return unknown("bool") if self._total is None else self._total != 0

    def __repr__(self):
        if self._total is None:
            return unknown("str")
        named = [("days", self.days), ("seconds", self.seconds), ("microseconds", self.microseconds)]
        shown = ["{}={}".format(name, value) for name, value in named if value]
        return "datetime.timedelta({})".format(", ".join(shown) or "0")

    def __str__(self):
        if self._total is None:
            return unknown("str")
        days, seconds = self.days, self.seconds
        text = "{}:{:02d}:{:02d}".format(seconds // 3600, seconds // 60 % 60, seconds % 60)
        if self.microseconds:
            text += ".{:06d}".format(self.microseconds)
        return "{} day{}, {}".format(days, "" if abs(days) == 1 else "s", text) if days else text


def _formatted(value, format):
    pieces = {"Y": "{:04d}".format(value.year), "m": "{:02d}".format(value.month), "d": "{:02d}".format(value.day),
              "H": "{:02d}".format(value.hour), "M": "{:02d}".format(value.minute), "S": "{:02d}".format(value.second),
              "y": "{:02d}".format(value.year % 100), "f": "{:06d}".format(value.microsecond), "%": "%",
              "B": _MONTH_NAMES[value.month - 1], "b": _MONTH_NAMES[value.month - 1][:3],
              "A": _DAY_NAMES[value.weekday()], "a": _DAY_NAMES[value.weekday()][:3],
              "I": "{:02d}".format((value.hour + 11) % 12 + 1), "p": "AM" if value.hour < 12 else "PM",
              "j": "{:03d}".format(value.toordinal() - _ordinal(value.year, 1, 1) + 1), "z": "", "Z": ""}
    text, i = "", 0
    while i < len(format):
        if format[i] == "%" and format[i + 1:i + 2] in pieces and i + 1 < len(format):
            text += pieces[format[i + 1]]
            i += 1
        else:
            text += format[i]
        i += 1
    return text


class date(object):
    """A date with a time; `date` itself has midnight. Without a year it is not known."""

    hour = minute = second = microsecond = 0
    tzinfo = None

    def __init__(self, year, month, day):
        self._set(year, month, day)

    def _set(self, year, month, day):
        self.year, self.month, self.day = year, month, day
        if not self._known():
            return
        if not 1 <= month <= 12:
            raise ValueError("month must be in 1..12")
        if not 1 <= day <= _days_in(year, month):
            raise ValueError("day is out of range for month")

    def _known(self):
        return not any([is_unknown(part) for part in (self.year, self.month, self.day, self.hour, self.minute)])

    @classmethod
    def today(cls):
        return cls._unknown()

    @classmethod
    def _unknown(cls):
        return cls(unknown("int"), unknown("int"), unknown("int"))

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        return cls._unknown()

    @classmethod
    def fromordinal(cls, n):
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text):
        return cls(*[int(part) for part in text[:10].split("-")])

    def toordinal(self):
        return _ordinal(self.year, self.month, self.day) if self._known() else unknown("int")

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def strftime(self, format):
        return _formatted(self, format) if self._known() else unknown("str")

    __format__ = lambda self, format: self.strftime(format) if format else str(self)

    def isoformat(self):
        return self.strftime("%Y-%m-%d")

    def ctime(self):
        return self.strftime("%a %b %d %H:%M:%S %Y")

    def timetuple(self):
        return unknown("tuple")

    utctimetuple = timetuple

    def replace(self, year=None, month=None, day=None):
        return type(self)(year or self.year, month or self.month, day or self.day)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        if not self._known():
            return unknown("str")
        return "datetime.date({}, {}, {})".format(self.year, self.month, self.day)

    def _micros(self):
        seconds = self.toordinal() * 86400 + self.hour * 3600 + self.minute * 60 + self.second
        return seconds * 1000000 + self.microsecond

    @classmethod
    def _from_micros(cls, total):
        return cls(*_from_ordinal(total // 86400000000))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        if not self._known() or other._total is None:
            return self._unknown()
        return self._from_micros(self._micros() + other._total)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, date):
            return NotImplemented
        if not self._known() or not other._known():
            return timedelta._of(None)
        return timedelta._of(self._micros() - other._micros())

    def _compared(self, other, function):
        if not isinstance(other, date):
            return NotImplemented
        if not self._known() or not other._known():
            return unknown("bool")
        return function(self._micros(), other._micros())

    def __eq__(self, other):
        return self._compared(other, lambda a, b: a == b)

    def __lt__(self, other):
        return self._compared(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compared(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compared(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compared(other, lambda a, b: a >= b)

    def __hash__(self):
        return hash((self.year, self.month, self.day, self.hour, self.minute, self.second))


class datetime(date):

    def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo = hour, minute, second, microsecond, tzinfo
        self._set(year, month, day)

    @classmethod
    def _unknown(cls):
        return cls(*[unknown("int") for _ in range(7)])

    @classmethod
    def now(cls, tz=None):
        return cls._unknown()

    utcnow = today = now

    @classmethod
    def combine(cls, date, time, tzinfo=None):
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond)

    @classmethod
    def strptime(cls, date_string, format):
        return cls._unknown()

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls._unknown()

    @classmethod
    def fromisoformat(cls, text):
        return cls._unknown()

    @classmethod
    def _from_micros(cls, total):
        year, month, day = _from_ordinal(total // 86400000000)
        seconds = total // 1000000 % 86400
        return cls(year, month, day, seconds // 3600, seconds // 60 % 60, seconds % 60, total % 1000000)

    def date(self):
        return _date(self.year, self.month, self.day)

    def time(self):
        return time(self.hour, self.minute, self.second, self.microsecond)

    def timestamp(self):
        return unknown("float")

    def astimezone(self, tz=None):
        return self._unknown()

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=None, *, fold=None):
        given = (year, month, day, hour, minute, second, microsecond)
        own = (self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond)
        return type(self)(*[mine if new is None else new for new, mine in zip(given, own)])

    def isoformat(self, sep="T", timespec="auto"):
        return self.strftime("%Y-%m-%d{}%H:%M:%S{}".format(sep, ".%f" if self.microsecond else ""))

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        if not self._known():
            return unknown("str")
        parts = [self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond]
        while parts[-1] == 0 and len(parts) > 5:
            parts.pop()
        return "datetime.datetime({})".format(", ".join([str(part) for part in parts]))


_date = date


class time(object):

    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo = hour, minute, second, microsecond, tzinfo

    def isoformat(self):
        text = "{:02d}:{:02d}:{:02d}".format(self.hour, self.minute, self.second)
        return text + ".{:06d}".format(self.microsecond) if self.microsecond else text

    __str__ = isoformat

    def strftime(self, format):
        return datetime(1900, 1, 1, self.hour, self.minute, self.second, self.microsecond).strftime(format)


class tzinfo(object):
    pass


class timezone(tzinfo):

    def __init__(self, offset, name=None):
        self._offset, self._name = offset, name

    def utcoffset(self, dt):
        return self._offset


timezone.utc = timezone(timedelta(0))
