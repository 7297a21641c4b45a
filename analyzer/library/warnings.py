"""warnings: shown nowhere."""


def warn(message, category=None, stacklevel=1, source=None):
    pass


def warn_explicit(*args, **kwargs):
    pass


def simplefilter(action, category=Warning, lineno=0, append=False):
    pass


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    pass


def resetwarnings():
    pass


def formatwarning(message, category, filename, lineno, line=None):
    return str(message)


def showwarning(*args, **kwargs):
    pass


class catch_warnings(object):

    def __init__(self, record=False, module=None):
        self._record = record

    def __enter__(self):
        return [] if self._record else None

    def __exit__(self, *exc_info):
        return None
