"""tf.logging: messages go nowhere."""

DEBUG = 10
INFO = 20
WARN = 30
ERROR = 40
FATAL = 50
_verbosity = [WARN]


def log(level, msg, *args, **kwargs):
    pass


def debug(msg, *args, **kwargs):
    pass


info = warn = warning = error = fatal = debug


def vlog(level, msg, *args, **kwargs):
    pass


def log_first_n(level, msg, n, *args):
    pass


log_every_n = log_first_n


def log_if(level, msg, condition, *args):
    pass


def TaskLevelStatusMessage(msg):
    pass


def flush():
    pass


def get_verbosity():
    return _verbosity[0]


def set_verbosity(v):
    _verbosity[0] = v


def get_logger():
    import logging
    return logging.getLogger("tensorflow")
