"""logging: messages go nowhere."""

from _tfscope import is_unknown

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0
_NAMES = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}


def _level(level):
    if is_unknown(level) or isinstance(level, int):
        return level
    if not isinstance(level, str):
        raise TypeError("Level not an integer or a valid string: %r" % level)
    names = dict([(name, number) for number, name in _NAMES.items()], WARN=30, FATAL=50)
    if level not in names:
        raise ValueError("Unknown level: %r" % level)
    return names[level]


BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"


class Formatter(object):

    def __init__(self, fmt=None, datefmt=None, style="%"):
        self._fmt = fmt
        self.datefmt = datefmt

    def format(self, record):
        return record.getMessage()


class LogRecord(object):

    def __init__(self, name, level, message, args):
        self.name, self.levelno, self.msg, self.args = name, level, message, args

    @property
    def levelname(self):
        return getLevelName(self.levelno)

    def getMessage(self):
        return self.msg % self.args if self.args else self.msg


class Filterer(object):

    def addFilter(self, filter):
        pass

    removeFilter = addFilter


class Filter(object):

    def __init__(self, name=""):
        self.name = name

    def filter(self, record):
        return True


class Handler(Filterer):

    def __init__(self, *args, **kwargs):
        self.level = NOTSET
        self.formatter = None

    def setFormatter(self, fmt):
        self.formatter = fmt

    def setLevel(self, level):
        self.level = _level(level)

    def emit(self, record):
        pass

    def flush(self):
        pass

    def close(self):
        pass


class StreamHandler(Handler):
    pass


class FileHandler(StreamHandler):
    pass


class NullHandler(Handler):
    pass


class Logger(Filterer):

    def __init__(self, name, level=NOTSET):
        self.name = name
        self.level = level
        self.handlers = []
        self.propagate = True
        self.disabled = False
        self.parent = None

    def setLevel(self, level):
        self.level = _level(level)

    def getEffectiveLevel(self):
        return self.level or WARNING

    def isEnabledFor(self, level):
        return level >= self.getEffectiveLevel()

    def addHandler(self, hdlr):
        self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        return bool(self.handlers)

    def getChild(self, suffix):
        return getLogger(suffix if self is root else self.name + "." + suffix)

    def debug(self, msg, *args, **kwargs):
        pass

    info = warning = warn = error = exception = critical = fatal = debug

    def log(self, level, msg, *args, **kwargs):
        pass


class LoggerAdapter(Logger):

    def __init__(self, logger, extra):
        Logger.__init__(self, logger.name)
        self.logger, self.extra = logger, extra


root = Logger("root", WARNING)
_loggers = {}


def getLogger(name=None):
    if not name:
        return root
    if name not in _loggers:
        _loggers[name] = Logger(name)
    return _loggers[name]


def getLoggerClass():
    return Logger


def getLevelName(level):
    return _NAMES.get(level, "Level %s" % level)


def addLevelName(level, levelName):
    _NAMES[level] = levelName


def basicConfig(**kwargs):
    pass


def debug(msg, *args, **kwargs):
    pass


info = warning = warn = error = exception = critical = fatal = debug


def log(level, msg, *args, **kwargs):
    pass


def disable(level=CRITICAL):
    pass


def shutdown():
    pass


def captureWarnings(capture):
    pass
