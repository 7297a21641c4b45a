"""time: what the clock says is not known; times that the source gives are."""

from _tfscope import is_unknown, unknown

timezone = altzone = daylight = 0
tzname = ("UTC", "UTC")
_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")


class struct_time(tuple):

    __tp_name__ = "time.struct_time"
    n_fields, n_sequence_fields, n_unnamed_fields = 11, 9, 0
    tm_zone = tm_gmtoff = None

    def __new__(cls, sequence):
        items = tuple(sequence)
        if len(items) < 9:
            raise TypeError("time.struct_time() takes an at least 9-sequence (%d-sequence given)" % len(items))
        return tuple.__new__(cls, items[:9])

    def __repr__(self):
        shown = ", ".join(["%s=%r" % (name, value) for name, value in zip(_FIELDS, self)])
        return "time.struct_time(%s)" % shown


for _index, _name in enumerate(_FIELDS):
    setattr(struct_time, _name, property(lambda self, index=_index: self[index]))


def _moment(t):
    from datetime import datetime
    return datetime(*tuple(t)[:6])


def time():
    return unknown("float")


clock = perf_counter = monotonic = process_time = time


def time_ns():
    return unknown("int")


perf_counter_ns = monotonic_ns = process_time_ns = time_ns


def sleep(secs):
    if not is_unknown(secs) and secs < 0:
        raise ValueError("sleep length must be non-negative")


def strftime(format, t=None):
    if t is None or is_unknown(t) or is_unknown(format):
        return unknown("str")
    return _moment(t).strftime(format)


def asctime(t=None):
    return unknown("str") if t is None or is_unknown(t) else _moment(t).ctime()


def ctime(secs=None):
    return unknown("str")


def gmtime(secs=None):
    if secs is None or is_unknown(secs):
        return unknown("tuple")
    from datetime import datetime
    return struct_time(tuple(datetime.utcfromtimestamp(int(secs)).timetuple())[:8] + (0,))


def localtime(secs=None):
    return unknown("tuple")


def strptime(string, format="%a %b %d %H:%M:%S %Y"):
    if is_unknown(string) or is_unknown(format):
        return unknown("tuple")
    from datetime import datetime
    return datetime.strptime(string, format).timetuple()


def mktime(t):
    return unknown("float")
