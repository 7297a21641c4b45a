"""Coordinators of threads, of which there are none."""

import contextlib

from _tfscope import unknown


class Coordinator(object):

    def __init__(self, clean_stop_exception_types=None):
        pass

    joined = property(lambda self: unknown("bool"))

    def should_stop(self):
        return unknown("bool")

    def wait_for_stop(self, timeout=None):
        return unknown("bool")

    @contextlib.contextmanager
    def stop_on_exception(self):
        yield

    def request_stop(self, ex=None):
        pass

    def clear_stop(self):
        pass

    def register_thread(self, thread):
        pass

    def join(self, threads=None, stop_grace_period_secs=120, ignore_live_threads=False):
        pass

    def raise_requested_exception(self):
        pass
