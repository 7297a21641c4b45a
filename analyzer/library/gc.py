"""gc."""

from _tfscope import unknown


def collect(generation=2):
    return unknown("int")


def enable():
    pass


disable = freeze = unfreeze = enable


def isenabled():
    return True


def get_objects():
    return unknown("list")


get_referrers = get_referents = get_objects


def get_count():
    return unknown("tuple")


get_threshold = get_count


def set_debug(flags):
    pass


def set_threshold(threshold0, threshold1=0, threshold2=0):
    pass
