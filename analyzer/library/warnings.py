"""warnings: shown nowhere, but filters make errors of them, and they are recorded."""

import re

from _tfscope import is_unknown

filters = []
_records = []  # of the catch_warnings that record, the innermost last
_seen = []


class WarningMessage(object):

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source

    def __str__(self):
        return "{message : %r, category : %r}" % (self.message, self.category.__name__)


def _action(text, category):
    for action, message, kind, _, _ in filters:
        if issubclass(category, kind) and (message is None or message.match(text)):
            return action
    return "default"


def warn(message, category=None, stacklevel=1, source=None):
    if is_unknown(message) or is_unknown(category):
        return
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    text = str(message)
    action = _action(text, category)
    if action == "error":
        raise message if isinstance(message, Warning) else category(message)
    if action == "ignore" or not _records:
        return
    if action in ("once", "default", "module"):
        if (text, category) in _seen:
            return
        _seen.append((text, category))
    instance = message if isinstance(message, Warning) else category(message)
    _records[-1].append(WarningMessage(instance, category, "", 0))


def warn_explicit(message, category, filename="", lineno=0, *args, **kwargs):
    warn(message, category)


def _add(item, append):
    if append:
        filters.append(item)
    else:
        filters.insert(0, item)


_ACTIONS = ("error", "ignore", "always", "default", "module", "once")


def simplefilter(action, category=Warning, lineno=0, append=False):
    assert is_unknown(action) or action in _ACTIONS, "invalid action: %r" % (action,)
    _add((action, None, category, None, lineno), append)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    assert is_unknown(action) or action in _ACTIONS, "invalid action: %r" % (action,)
    _add((action, re.compile(message, re.I) if message else None, category, None, lineno), append)


def resetwarnings():
    filters[:] = []


def formatwarning(message, category, filename, lineno, line=None):
    return "%s:%s: %s: %s\n" % (filename, lineno, category.__name__, message)


def showwarning(*args, **kwargs):
    pass


class catch_warnings(object):

    def __init__(self, *, record=False, module=None):
        self._record = record

    def __enter__(self):
        self._filters = list(filters)
        if self._record:
            _records.append([])
            return _records[-1]

    def __exit__(self, *exc_info):
        filters[:] = self._filters
        if self._record:
            _records.pop()
