"""absl.logging: messages are not shown."""

FATAL, ERROR, WARNING, INFO, DEBUG = -3, -2, -1, 0, 1
WARN = WARNING

_verbosity = -1


def info(msg, *args, **kwargs):
    pass


debug = warning = warn = error = exception = info


def fatal(msg, *args, **kwargs):
    raise SystemExit(134)


def log(level, msg, *args, **kwargs):
    pass


vlog = log_every_n = log_first_n = log_if = log_every_n_seconds = log


def set_verbosity(v):
    global _verbosity
    _verbosity = v


def get_verbosity():
    return _verbosity


def vlog_is_on(level):
    return level <= _verbosity


level_debug = lambda: _verbosity >= DEBUG
level_info = lambda: _verbosity >= INFO
level_warning = lambda: _verbosity >= WARNING
level_error = lambda: _verbosity >= ERROR


def set_stderrthreshold(s):
    pass


use_absl_handler = use_python_logging = set_stderrthreshold


def get_absl_logger():
    import logging
    return logging.getLogger("absl")
