"""absl.app: runs the main function of the program."""

import sys

from absl import flags


class UsageError(Exception):

    def __init__(self, message, exitcode=1):
        Exception.__init__(self, message)
        self.exitcode = exitcode


class Error(Exception):
    pass


def run(main, argv=None, flags_parser=None):
    argv = sys.argv if argv is None else argv
    arguments = (flags_parser or parse_flags_with_usage)(argv)
    try:
        sys.exit(main(arguments))
    except UsageError as error:
        sys.exit(error.exitcode)


def call_after_init(callback):
    pass


def usage(shorthelp=False, writeto_stdout=False, detailed_error=None, exitcode=None):
    if exitcode is not None:
        sys.exit(exitcode)


def define_help_flags():
    pass


def parse_flags_with_usage(args):
    try:
        return flags.FLAGS(args)
    except flags.Error:
        sys.exit(1)


install_exception_handler = call_after_init
