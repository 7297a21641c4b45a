"""platform: Linux, with CPython 3.7; more of the machine is not known."""

import sys as _sys

from _tfscope import unknown


def system():
    return "Linux"


def python_version():
    return "{}.{}.{}".format(*_sys.version_info[:3])


def python_version_tuple():
    return tuple(python_version().split("."))


def python_implementation():
    return "CPython"


def node():
    return unknown("str")


platform = machine = processor = release = version = node


def architecture(executable=None, bits="", linkage=""):
    return "64bit", unknown("str")


def uname():
    return unknown("tuple")


linux_distribution = dist = libc_ver = mac_ver = win32_ver = uname
