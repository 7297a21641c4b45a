"""threading: what another thread does, and when, is not evaluated."""

from _tfscope import unknown


class Thread(object):

    _count = 0

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        Thread._count += 1
        self._target, self._args, self._kwargs = target, args, kwargs or {}
        self.name = name or "Thread-{}".format(Thread._count)
        self.daemon = bool(daemon)
        self.ident = None

    def start(self):
        pass

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        pass

    def is_alive(self):
        return unknown("bool")

    isAlive = is_alive

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def isDaemon(self):
        return self.daemon

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name


class _MainThread(Thread):
    pass


class Timer(Thread):

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self, target=function, args=args or (), kwargs=kwargs)

    def cancel(self):
        pass


class Lock(object):

    def __init__(self, *args):
        pass

    def acquire(self, blocking=True, timeout=-1):
        return True

    def release(self):
        pass

    def locked(self):
        return unknown("bool")

    def __enter__(self):
        return True

    def __exit__(self, *exc_info):
        pass


RLock = Semaphore = BoundedSemaphore = Lock


class Condition(Lock):

    def wait(self, timeout=None):
        return True

    def wait_for(self, predicate, timeout=None):
        return True

    def notify(self, n=1):
        pass

    notify_all = notifyAll = notify


class Event(object):

    _flag = False

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        return True


class Barrier(object):

    def __init__(self, parties, action=None, timeout=None):
        self.parties = parties

    def wait(self, timeout=None):
        return unknown("int")

    def reset(self):
        pass

    abort = reset


class local(object):
    pass


ThreadError = RuntimeError
BrokenBarrierError = RuntimeError
TIMEOUT_MAX = 9223372036.0
_main = _MainThread(name="MainThread")


def current_thread():
    return _main


currentThread = main_thread = current_thread


def active_count():
    return unknown("int")


activeCount = get_ident = active_count


def enumerate():
    return unknown("list")


def setprofile(func):
    pass


settrace = stack_size = setprofile
