"""contextlib: context managers out of generators, and helpers for with statements."""

import functools
import sys


class AbstractContextManager(object):

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return None


class ContextDecorator(object):

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return functools.wraps(func)(inner)


class _GeneratorContextManager(ContextDecorator, AbstractContextManager):

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    def __enter__(self):
        del self.args, self.kwds, self.func  # so it can be entered but once
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, exc_type, exc_value, traceback):
        if exc_type is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if exc_value is None:
            exc_value = exc_type()
        try:
            self.gen.throw(exc_type, exc_value, traceback)
        except StopIteration as error:
            return error is not exc_value
        except RuntimeError as error:
            if error is exc_value:
                return False
            if isinstance(exc_value, StopIteration) and error.__cause__ is exc_value:
                return False
            raise
        except BaseException as error:
            if error is exc_value:
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return functools.wraps(func)(helper)


class closing(AbstractContextManager):

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class suppress(AbstractContextManager):

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exc_type, exc_value, traceback):
        return exc_type is not None and issubclass(exc_type, self._exceptions)


class nullcontext(AbstractContextManager):

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *exc_info):
        pass


class _Redirection(AbstractContextManager):

    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_Redirection):
    _stream = "stdout"


class redirect_stderr(_Redirection):
    _stream = "stderr"


class ExitStack(AbstractContextManager):

    def __init__(self):
        self._exits = []

    def push(self, exit):
        method = getattr(type(exit), "__exit__", None)
        self._exits.append(exit if method is None else exit.__exit__)
        return exit

    def enter_context(self, cm):
        kind = type(cm)
        exit = kind.__exit__
        result = kind.__enter__(cm)
        self._exits.append(lambda *exc_info: exit(cm, *exc_info))
        return result

    def callback(self, callback, *args, **kwds):
        self._exits.append(lambda *exc_info: callback(*args, **kwds) and None)
        return callback

    def pop_all(self):
        other = type(self)()
        other._exits, self._exits = self._exits, []
        return other

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, *exc_info):
        pending, suppressed = exc_info, False
        while self._exits:
            exit = self._exits.pop()
            try:
                if exit(*pending):
                    pending, suppressed = (None, None, None), True
            except BaseException as error:
                pending, suppressed = (type(error), error, None), False
        if pending[1] is not None and pending[1] is not exc_info[1]:
            context = pending[1].__context__
            try:
                raise pending[1]
            except BaseException:
                pending[1].__context__ = context
                raise
        return exc_info[0] is not None and suppressed


class _Nested(object):

    def __init__(self, managers):
        self._managers = managers
        self._stack = ExitStack()

    def __enter__(self):
        return [self._stack.enter_context(manager) for manager in self._managers]

    def __exit__(self, *exc_info):
        return self._stack.__exit__(*exc_info)


def nested(*managers):
    return _Nested(managers)
