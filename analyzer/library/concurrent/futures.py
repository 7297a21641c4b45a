"""concurrent.futures: what is submitted is not evaluated."""

from _tfscope import unknown

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"


class TimeoutError(Exception):
    pass


class CancelledError(Exception):
    pass


class Future(object):

    def result(self, timeout=None):
        return unknown("any")

    def exception(self, timeout=None):
        return unknown("any")

    def done(self):
        return unknown("bool")

    running = cancelled = cancel = done

    def add_done_callback(self, fn):
        pass


class Executor(object):

    def __init__(self, max_workers=None, *args, **kwargs):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    def submit(self, fn, *args, **kwargs):
        return Future()

    def map(self, func, *iterables, timeout=None, chunksize=1):
        return iter([unknown("any") for _ in zip(*iterables)])

    def shutdown(self, wait=True):
        pass


ThreadPoolExecutor = ProcessPoolExecutor = Executor


def as_completed(fs, timeout=None):
    return iter(list(fs))


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    return set(fs), set()
