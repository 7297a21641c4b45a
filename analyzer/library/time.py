"""time: nothing of it is fixed by the source."""

from _tfscope import unknown

timezone = 0
tzname = ("UTC", "UTC")


def time():
    return unknown("float")


clock = perf_counter = monotonic = process_time = time


def time_ns():
    return unknown("int")


def sleep(secs):
    pass


def strftime(format, t=None):
    return unknown("str")


ctime = asctime = strftime


def localtime(secs=None):
    return unknown("tuple")


gmtime = strptime = localtime


def mktime(t):
    return unknown("float")
