"""getpass."""

from _tfscope import unknown


def getpass(prompt="Password: ", stream=None):
    return unknown("str")


def getuser():
    return unknown("str")
