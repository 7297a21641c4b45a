"""tf.app: runs the main function of the program."""

import sys

from tensorflow.python.platform import flags


def run(main=None, argv=None):
    import __main__
    arguments = flags.FLAGS(sys.argv if argv is None else argv)
    main = main or __main__.main
    sys.exit(main(arguments))
