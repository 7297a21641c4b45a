"""multiprocessing: other processes are not evaluated."""

from queue import Queue
from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore, Thread

from _tfscope import unknown

SimpleQueue = JoinableQueue = Queue


class Process(Thread):

    pid = exitcode = property(lambda self: unknown("int"))

    def terminate(self):
        pass

    kill = close = terminate


class _Result(object):

    def get(self, timeout=None):
        return unknown("any")

    def wait(self, timeout=None):
        pass

    def ready(self):
        return unknown("bool")

    successful = ready


class Pool(object):

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    def map(self, func, iterable, chunksize=None):
        return [unknown("any") for _ in iterable]

    starmap = map

    def imap(self, func, iterable, chunksize=1):
        return iter(self.map(func, iterable))

    imap_unordered = imap

    def apply(self, func, args=(), kwds={}):
        return unknown("any")

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        return _Result()

    map_async = starmap_async = apply_async

    def close(self):
        pass

    join = terminate = close


class _Connection(object):

    def send(self, obj):
        pass

    def recv(self):
        return unknown("any")

    def poll(self, timeout=0.0):
        return unknown("bool")

    def close(self):
        pass


def Pipe(duplex=True):
    return _Connection(), _Connection()


class _Shared(object):

    def __init__(self, value):
        self.value = value

    def get_lock(self):
        return Lock()

    def get_obj(self):
        return self


def Value(typecode_or_type, *args, lock=True):
    return _Shared(args[0] if args else 0)


def Array(typecode_or_type, size_or_initializer, *, lock=True):
    size = size_or_initializer
    return [0] * size if isinstance(size, int) else list(size)


RawValue, RawArray = Value, Array


class _Manager(object):

    Queue, Event, Lock, RLock, Value, Array = Queue, Event, Lock, RLock, Value, Array

    def dict(self, *args, **kwargs):
        return dict(*args, **kwargs)

    def list(self, *args):
        return list(*args)

    def Namespace(self, **kwargs):
        return _Shared(None)

    def start(self, *args):
        pass

    def shutdown(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass


Manager = _Manager


def cpu_count():
    return unknown("int")


def current_process():
    return Process(name="MainProcess")


def active_children():
    return []


def freeze_support():
    pass


def set_start_method(method, force=False):
    pass


def get_start_method(allow_none=False):
    return "fork"


def get_context(method=None):
    import multiprocessing
    return multiprocessing


def get_logger():
    import logging
    return logging.getLogger("multiprocessing")


log_to_stderr = get_logger


class ProcessError(Exception):
    pass


TimeoutError = AuthenticationError = BufferTooShort = ProcessError
