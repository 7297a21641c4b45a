"""signal: none arrives."""

SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGKILL, SIGUSR1, SIGUSR2, SIGPIPE, SIGALRM, SIGTERM = 1, 2, 3, 6, 9, 10, 12, 13, 14, 15
SIGCHLD, SIGSTOP, SIGTSTP = 17, 19, 20
SIG_DFL, SIG_IGN = 0, 1

_handlers = {}


def default_int_handler(signum, frame):
    raise KeyboardInterrupt


def signal(signalnum, handler):
    old = _handlers.get(signalnum, SIG_DFL)
    _handlers[signalnum] = handler
    return old


def getsignal(signalnum):
    return _handlers.get(signalnum, SIG_DFL)


def alarm(time):
    return 0


def pause():
    pass


def setitimer(which, seconds, interval=0.0):
    return 0.0, 0.0


def siginterrupt(signalnum, flag):
    pass
