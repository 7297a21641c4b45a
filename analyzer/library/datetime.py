"""datetime: known dates are computed with; what the clock says is not known."""

from _tfscope import is_unknown, unknown
from _tfscope_dates import formatted, parsed
from _tfscope_durations import (DAY, MAXYEAR, MINYEAR, Comparable, check_integers, check_time, class_name, days_in,
                                from_ordinal, offset_shown, ordinal, timedelta)

class date(Comparable):
    """A date with a time; `date` itself has midnight. Without a year it is not known."""

    __tp_name__ = "datetime.date"
    hour = minute = second = microsecond = 0
    tzinfo = None

    def __init__(self, year=None, month=None, day=None):
        self._set(year, month, day)

    def _set(self, year, month, day):
        for position, (name, part) in enumerate((("year", year), ("month", month), ("day", day))):
            if part is None:
                raise TypeError("function missing required argument '%s' (pos %d)" % (name, position + 1))
        self.year, self.month, self.day = year, month, day
        if not self._known():
            return
        check_integers(year, month, day)
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError("year %d is out of range" % year)
        if not 1 <= month <= 12:
            raise ValueError("month must be in 1..12")
        if not 1 <= day <= days_in(year, month):
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
        return cls._unknown() if is_unknown(n) else cls(*from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        parts = date_string.split("-")
        if [len(part) for part in parts] != [4, 2, 2] or not all([part.isdigit() for part in parts]):
            raise ValueError("Invalid isoformat string: %r" % date_string)
        return cls(*[int(part) for part in parts])

    def toordinal(self):
        return ordinal(self.year, self.month, self.day) if self._known() else unknown("int")

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        if not self._known():
            return unknown("tuple")
        thursday = self.toordinal() - self.weekday() + 3
        year = self.year
        if thursday >= ordinal(year + 1, 1, 1):
            year += 1
        elif thursday < ordinal(year, 1, 1):
            year -= 1
        return year, (thursday - ordinal(year, 1, 1)) // 7 + 1, self.isoweekday()

    def strftime(self, format):
        return formatted(self, format) if self._known() and not is_unknown(format) else unknown("str")

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def isoformat(self):
        return "%04d-%02d-%02d" % (self.year, self.month, self.day) if self._known() else unknown("str")

    def ctime(self):
        return self.strftime("%a %b %e %H:%M:%S %Y")

    def timetuple(self):
        if not self._known():
            return unknown("tuple")
        from time import struct_time
        year_day = self.toordinal() - ordinal(self.year, 1, 1) + 1
        return struct_time((self.year, self.month, self.day, self.hour, self.minute, self.second, self.weekday(),
                            year_day, -1))

    utctimetuple = timetuple

    def _offset_text(self, separator):
        return ""

    def _zone_name(self):
        return ""

    def replace(self, year=None, month=None, day=None):
        given = zip((year, month, day), (self.year, self.month, self.day))
        return type(self)(*[own if new is None else new for new, own in given])

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        if not self._known():
            return unknown("str")
        return "{}({}, {}, {})".format(class_name(self), self.year, self.month, self.day)

    def _fits(self, other):
        return isinstance(other, date) and isinstance(self, datetime) == isinstance(other, datetime)

    def _key(self):
        seconds = self.toordinal() * 86400 + self.hour * 3600 + self.minute * 60 + self.second
        return seconds * 1000000 + self.microsecond

    def _from_key(self, key):
        return type(self)(*from_ordinal(key // DAY))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        if not self._known() or other._total is None:
            return self._unknown()
        key = self._key() + (other._total if isinstance(self, datetime) else other.days * DAY)
        if not DAY <= key < (ordinal(MAXYEAR, 12, 31) + 1) * DAY:
            raise OverflowError("date value out of range")
        return self._from_key(key)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + (timedelta(-other.days) if not isinstance(self, datetime) else -other)
        if not self._fits(other):
            return NotImplemented
        if not self._known() or not other._known():
            return timedelta._of(None)
        return timedelta._of(self._key() - other._key())

    def _compared(self, other, function):
        if isinstance(other, date) and not self._fits(other) and function is not Comparable._same:
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return Comparable._compared(self, other, function)

    __eq__ = Comparable.__eq__

    def __hash__(self):
        return hash((self.year, self.month, self.day, self.hour, self.minute, self.second))


_date = date


class tzinfo(object):

    __tp_name__ = "datetime.tzinfo"


class timezone(tzinfo):

    __tp_name__ = "datetime.timezone"

    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta, not %s" % type(offset).__name__)
        self._offset, self._name = offset, name

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        minutes = self._offset._total // 60000000
        return "UTC" + (offset_shown(minutes, ":") if minutes else "")

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        name = "" if self._name is None else ", %r" % self._name
        return "datetime.timezone(%r%s)" % (self._offset, name)

    def __eq__(self, other):
        return isinstance(other, timezone) and self._offset == other._offset

    def __hash__(self):
        return hash(self._offset)


timezone.utc = timezone(timedelta(0))


class _Zoned(object):
    """What datetime and time share."""

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(self)

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(self)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(self)

    def _offset_text(self, separator):
        offset = self.utcoffset()
        return "" if offset is None else offset_shown(offset._total // 60000000, separator)

    def _zone_name(self):
        return self.tzname() or ""

    def _clock(self, timespec):
        texts = {"hours": "%02d" % self.hour, "minutes": "%02d:%02d" % (self.hour, self.minute),
                 "seconds": "%02d:%02d:%02d" % (self.hour, self.minute, self.second)}
        texts["milliseconds"] = texts["seconds"] + ".%03d" % (self.microsecond // 1000)
        texts["microseconds"] = texts["seconds"] + ".%06d" % self.microsecond
        texts["auto"] = texts["microseconds" if self.microsecond else "seconds"]
        if timespec not in texts:
            raise ValueError("Unknown timespec value")
        return texts[timespec] + self._offset_text(":")

    def _shown(self, parts, kept):
        while len(parts) > kept and parts[-1] == 0:
            parts.pop()
        zone = [] if self.tzinfo is None else ["tzinfo=%r" % self.tzinfo]
        return "%s(%s)" % (class_name(self), ", ".join([str(part) for part in parts] + zone))


class datetime(_Zoned, date):

    __tp_name__ = "datetime.datetime"

    def __init__(self, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *,
                 fold=0):
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo = hour, minute, second, microsecond, tzinfo
        self.fold = fold
        self._set(year, month, day)
        if self._known():
            check_time(hour, minute, second, microsecond)
        _check_zone(tzinfo)

    @classmethod
    def _unknown(cls):
        return cls(*[unknown("int") for _ in range(7)])

    @classmethod
    def now(cls, tz=None):
        return cls._unknown()

    utcnow = today = now

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        if is_unknown(timestamp):
            return cls._unknown()
        return cls(1970, 1, 1) + timedelta(seconds=timestamp)

    @classmethod
    def combine(cls, date, time, tzinfo=None):
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is None else tzinfo)

    @classmethod
    def strptime(cls, date_string, format):
        if is_unknown(date_string) or is_unknown(format):
            return cls._unknown()
        for i, text in enumerate((date_string, format)):
            if not isinstance(text, str):
                raise TypeError("strptime() argument %d must be str, not %s" % (i + 1, type(text).__name__))
        parts, values = parsed(date_string, format)
        if "j" in values and "d" not in values:
            return cls(parts[0], 1, 1, *parts[3:]) + timedelta(values["j"] - 1)
        return cls(*parts, tzinfo=timezone(timedelta(minutes=values["z"])) if "z" in values else None)

    @classmethod
    def fromisoformat(cls, date_string):
        if is_unknown(date_string):
            return cls._unknown()
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            day = date.fromisoformat(date_string[:10])
            clock = time.fromisoformat(date_string[11:]) if len(date_string) > 10 else time()
        except ValueError:
            raise ValueError("Invalid isoformat string: %r" % date_string) from None
        return cls.combine(day, clock)

    def _from_key(self, key):
        seconds = key // 1000000 % 86400
        return type(self)(*from_ordinal(key // DAY), seconds // 3600, seconds // 60 % 60, seconds % 60, key % 1000000,
                          self.tzinfo)

    def _key(self):
        offset = self.utcoffset()
        return date._key(self) - (0 if offset is None else offset._total)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        if self.tzinfo is None or not self._known():
            return date.__add__(self, other)
        return (self.replace(tzinfo=None) + other).replace(tzinfo=self.tzinfo)

    __radd__ = __add__

    def date(self):
        return _date(self.year, self.month, self.day)

    def time(self):
        return time(self.hour, self.minute, self.second, self.microsecond)

    def timetz(self):
        return time(self.hour, self.minute, self.second, self.microsecond, self.tzinfo)

    def timestamp(self):
        if self.tzinfo is None or not self._known():
            return unknown("float")
        return (self._key() - ordinal(1970, 1, 1) * DAY) / 1000000

    def astimezone(self, tz=None):
        if tz is None or self.tzinfo is None or not self._known():
            return self._unknown()
        return (self.replace(tzinfo=None) - self.utcoffset() + tz.utcoffset(self)).replace(tzinfo=tz)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        given = (year, month, day, hour, minute, second, microsecond)
        own = (self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond)
        parts = [mine if new is None else new for new, mine in zip(given, own)]
        return type(self)(*parts, self.tzinfo if tzinfo is True else tzinfo)

    def isoformat(self, sep="T", timespec="auto"):
        return date.isoformat(self) + sep + self._clock(timespec) if self._known() else unknown("str")

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        if not self._known():
            return unknown("str")
        return self._shown([self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond], 5)


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(zone).__name__)


class time(_Zoned, Comparable):

    __tp_name__ = "datetime.time"

    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo = hour, minute, second, microsecond, tzinfo
        self.fold = fold
        if self._known():
            check_time(hour, minute, second, microsecond)
        _check_zone(tzinfo)

    def _known(self):
        return not any([is_unknown(part) for part in (self.hour, self.minute, self.second, self.microsecond)])

    def _fits(self, other):
        return isinstance(other, time)

    def _key(self):
        return self.hour, self.minute, self.second, self.microsecond

    @classmethod
    def fromisoformat(cls, time_string):
        error = ValueError("Invalid isoformat string: %r" % time_string)
        at = max(time_string.find("+"), time_string.find("-"))
        clock, zone = (time_string, "") if at < 0 else (time_string[:at], time_string[at:])
        clock, dot, fraction = clock.partition(".")
        parts = clock.split(":")
        fits = len(parts) <= 3 and all([len(part) == 2 and part.isdigit() for part in parts])
        if not fits or (dot and (len(fraction) not in (3, 6) or not fraction.isdigit())):
            raise error
        numbers = [int(part) for part in parts] + [0] * (3 - len(parts)) + [int(fraction.ljust(6, "0")) if dot else 0]
        if not zone:
            return cls(*numbers)
        minutes = int(zone[1:3]) * 60 + int(zone[4:6])
        offset = timedelta(minutes=-minutes if zone[0] == "-" else minutes)
        return cls(*numbers, timezone(offset) if minutes else timezone.utc)

    def isoformat(self, timespec="auto"):
        return self._clock(timespec) if self._known() else unknown("str")

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return self._shown([self.hour, self.minute, self.second, self.microsecond], 2) if self._known() else unknown("str")

    def strftime(self, format):
        return datetime(1900, 1, 1, self.hour, self.minute, self.second, self.microsecond).strftime(format)

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        given = zip((hour, minute, second, microsecond), (self.hour, self.minute, self.second, self.microsecond))
        return type(self)(*[own if new is None else new for new, own in given],
                          self.tzinfo if tzinfo is True else tzinfo)


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
time.min, time.max = time(0, 0), time(23, 59, 59, 999999)
datetime.resolution = time.resolution = timedelta.resolution
