"""logging. What goes to the standard error is not shown, so it is not even formatted."""

import string
import sys
import time
import traceback

from _tfscope import is_unknown

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0
_NAMES = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
raiseExceptions = True


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
        if style not in ("%", "{", "$"):
            raise ValueError("Style must be one of: %,{,$")
        self._fmt = fmt or {"%": "%(message)s", "{": "{message}", "$": "${message}"}[style]
        self.datefmt = datefmt
        self._style = style

    def formatTime(self, record, datefmt=None):
        return time.strftime(datefmt or "%Y-%m-%d %H:%M:%S")

    def formatException(self, exc_info):
        return "".join(traceback.format_exception(*exc_info)).rstrip("\n")

    def usesTime(self):
        return "asctime" in self._fmt

    def formatMessage(self, record):
        values = record.__dict__
        if self._style == "{":
            return self._fmt.format(**values)
        if self._style == "$":
            return string.Template(self._fmt).substitute(values)
        return self._fmt % values

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info:
            text += "\n" + self.formatException(record.exc_info)
        return text


_plain_formatter = Formatter()


class LogRecord(object):

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        if len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        self.name, self.levelno, self.levelname, self.msg, self.args = name, level, getLevelName(level), msg, args
        self.pathname, self.lineno, self.exc_info, self.funcName, self.stack_info = pathname, lineno, exc_info, func, sinfo
        self.filename = pathname.rpartition("/")[2]
        self.module = self.filename.partition(".")[0]
        self.created, self.thread, self.process = time.time(), 1, 1
        self.threadName, self.processName = "MainThread", "MainProcess"

    def getMessage(self):
        return str(self.msg) % self.args if self.args else str(self.msg)

    def __repr__(self):
        return '<LogRecord: %s, %s, %s, %s, "%s">' % (self.name, self.levelno, self.pathname, self.lineno, self.msg)


def makeLogRecord(dict):
    record = LogRecord(None, None, "", 0, "", (), None)
    record.__dict__.update(dict)
    return record


class Filter(object):

    def __init__(self, name=""):
        self.name = name

    def filter(self, record):
        return not self.name or record.name == self.name or record.name.startswith(self.name + ".")


class Filterer(object):

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        for chosen in self.filters:
            if not (chosen.filter(record) if hasattr(chosen, "filter") else chosen(record)):
                return False
        return True


class Handler(Filterer):

    def __init__(self, level=NOTSET):
        Filterer.__init__(self)
        self.name = None
        self.level = _level(level)
        self.formatter = None

    def setFormatter(self, fmt):
        self.formatter = fmt

    def setLevel(self, level):
        self.level = _level(level)

    def format(self, record):
        return (self.formatter or _plain_formatter).format(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        passed = self.filter(record)
        if passed:
            self.emit(record)
        return passed

    def handleError(self, record):
        pass

    def acquire(self):
        pass

    release = createLock = flush = close = acquire

    def __repr__(self):
        return "<%s (%s)>" % (type(self).__name__, getLevelName(self.level))


class StreamHandler(Handler):

    terminator = "\n"

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = sys.stderr if stream is None else stream

    def emit(self, record):
        if self.stream is None or self.stream is sys.__stderr__ or is_unknown(self.stream):
            return
        try:
            self.stream.write(self.format(record) + self.terminator)
        except Exception:
            self.handleError(record)


class FileHandler(StreamHandler):

    def __init__(self, filename, mode="a", encoding=None, delay=False):
        Handler.__init__(self)
        self.baseFilename, self.mode, self.stream = filename, mode, None


class NullHandler(Handler):

    def handle(self, record):
        pass

    emit = handle


class Logger(Filterer):

    def __init__(self, name, level=NOTSET):
        Filterer.__init__(self)
        self.name = name
        self.level = _level(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def setLevel(self, level):
        self.level = _level(level)

    def getEffectiveLevel(self):
        logger = self
        while logger is not None:
            if is_unknown(logger.level) or logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        if not is_unknown(level) and _disabled[0] >= level:
            return False
        return level >= self.getEffectiveLevel()

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        return bool(self._all_handlers())

    def _all_handlers(self):
        found, logger = [], self
        while logger is not None:
            found.extend(logger.handlers)
            logger = logger.parent if logger.propagate else None
        return found

    def getChild(self, suffix):
        return getLogger(suffix if self is root else self.name + "." + suffix)

    def debug(self, msg, *args, **kwargs):
        self._log(DEBUG, msg, args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self._log(INFO, msg, args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self._log(WARNING, msg, args, **kwargs)

    warn = warning

    def error(self, msg, *args, **kwargs):
        self._log(ERROR, msg, args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self._log(ERROR, msg, args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self._log(CRITICAL, msg, args, **kwargs)

    fatal = critical

    def log(self, level, msg, *args, **kwargs):
        if not is_unknown(level) and not isinstance(level, int):
            raise TypeError("level must be an integer")
        self._log(level, msg, args, **kwargs)

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False):
        effective = self.getEffectiveLevel()
        if is_unknown(level) or is_unknown(effective) or _disabled[0] >= level or level < effective:
            return
        handlers = self._all_handlers()
        if not handlers:
            return
        if exc_info and not isinstance(exc_info, tuple):
            exc_info = sys.exc_info() if exc_info is True else (type(exc_info), exc_info, exc_info.__traceback__)
        caller = sys._getframe()
        record = LogRecord(self.name, level, caller.f_code.co_filename, caller.f_lineno, msg, args, exc_info,
                           caller.f_code.co_name)
        for key in extra or {}:
            if key in ("message", "asctime") or key in record.__dict__:
                raise KeyError("Attempt to overwrite %r in LogRecord" % key)
            record.__dict__[key] = extra[key]
        self.handle(record)

    def handle(self, record):
        if not self.disabled and self.filter(record):
            self.callHandlers(record)

    def callHandlers(self, record):
        for handler in self._all_handlers():
            if is_unknown(handler.level) or record.levelno >= handler.level:
                handler.handle(record)

    def __repr__(self):
        return "<%s %s (%s)>" % (type(self).__name__, self.name, getLevelName(self.getEffectiveLevel()))


class RootLogger(Logger):

    def __init__(self, level):
        Logger.__init__(self, "root", level)


class LoggerAdapter(object):

    def __init__(self, logger, extra):
        self.logger, self.extra = logger, extra

    def process(self, msg, kwargs):
        kwargs["extra"] = self.extra
        return msg, kwargs

    def log(self, level, msg, *args, **kwargs):
        msg, kwargs = self.process(msg, kwargs)
        self.logger.log(level, msg, *args, **kwargs)

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def __getattr__(self, name):
        return getattr(self.logger, name)


root = RootLogger(WARNING)
Logger.root = root
_loggers = {}
_disabled = [NOTSET]
_logger_class = [Logger]


def getLogger(name=None):
    if not name:
        return root
    if name not in _loggers:
        logger = _loggers[name] = _logger_class[0](name)
        logger.parent = root
        if not is_unknown(name):
            _place(logger, name)
    return _loggers[name]


def _place(logger, name):
    """Between its nearest ancestor and those of the ancestor's that belong below it."""
    above = name.rpartition(".")[0]
    while above and above not in _loggers:
        above = above.rpartition(".")[0]
    logger.parent = _loggers[above] if above else root
    for other in _loggers.values():
        if other.parent is logger.parent and not is_unknown(other.name) and other.name.startswith(name + "."):
            other.parent = logger


def getLoggerClass():
    return _logger_class[0]


def setLoggerClass(klass):
    _logger_class[0] = klass


def getLevelName(level):
    if level in _NAMES:
        return _NAMES[level]
    for number in _NAMES:
        if _NAMES[number] == level:
            return number
    return "Level %s" % level


def addLevelName(level, levelName):
    _NAMES[level] = levelName


def basicConfig(**kwargs):
    if root.handlers:
        return
    handlers = kwargs.get("handlers")
    if handlers is None:
        handlers = [FileHandler(kwargs["filename"]) if kwargs.get("filename") else StreamHandler(kwargs.get("stream"))]
    style = kwargs.get("style", "%")
    formats = {"%": BASIC_FORMAT, "{": "{levelname}:{name}:{message}", "$": "${levelname}:${name}:${message}"}
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(Formatter(kwargs.get("format", formats[style]), kwargs.get("datefmt"), style))
        root.addHandler(handler)
    if kwargs.get("level") is not None:
        root.setLevel(kwargs["level"])


def debug(msg, *args, **kwargs):
    root.debug(msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    root.info(msg, *args, **kwargs)


def warning(msg, *args, **kwargs):
    root.warning(msg, *args, **kwargs)


warn = warning


def error(msg, *args, **kwargs):
    root.error(msg, *args, **kwargs)


def exception(msg, *args, **kwargs):
    root.exception(msg, *args, **kwargs)


def critical(msg, *args, **kwargs):
    root.critical(msg, *args, **kwargs)


fatal = critical


def log(level, msg, *args, **kwargs):
    root.log(level, msg, *args, **kwargs)


def disable(level=CRITICAL):
    _disabled[0] = level


def shutdown():
    pass


def captureWarnings(capture):
    pass
