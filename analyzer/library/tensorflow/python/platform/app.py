"""tf.app: runs the main function of the program."""
import sys

from absl.app import run as _run
from tensorflow.python.platform import flags


def _parse_flags_tolerate_undef(argv):
    return flags.FLAGS(sys.argv if argv is None else argv, known_only=True)


def run(main=None, argv=None):
    import __main__
    _run(main=main or __main__.main, argv=argv, flags_parser=_parse_flags_tolerate_undef)
