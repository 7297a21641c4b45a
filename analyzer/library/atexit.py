"""atexit: what is registered is not called."""


def register(func, *args, **kwargs):
    return func


def unregister(func):
    pass
