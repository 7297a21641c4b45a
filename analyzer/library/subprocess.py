"""subprocess: nothing is run; what a command does and prints is not known."""

from _tfscope import unknown

PIPE, STDOUT, DEVNULL = -1, -2, -3


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):

    def __init__(self, returncode, cmd, output=None, stderr=None):
        SubprocessError.__init__(self, returncode, cmd)
        self.returncode, self.cmd, self.output, self.stderr = returncode, cmd, output, stderr

    def __str__(self):
        return "Command '{}' returned non-zero exit status {}.".format(self.cmd, self.returncode)


class TimeoutExpired(SubprocessError):
    pass


class _Stream(object):

    def read(self, size=-1):
        return unknown("bytes")

    readline = read

    def readlines(self):
        return unknown("list")

    def __iter__(self):
        return iter(unknown("list"))

    def write(self, data):
        pass

    def flush(self):
        pass

    def close(self):
        pass


class Popen(object):

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, *rest, **kwargs):
        self.args = args
        self.stdin, self.stdout, self.stderr = _Stream(), _Stream(), _Stream()
        self.pid, self.returncode = unknown("int"), unknown("int")

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    def communicate(self, input=None, timeout=None):
        return unknown("bytes"), unknown("bytes")

    def wait(self, timeout=None):
        return unknown("int")

    poll = wait

    def kill(self):
        pass

    terminate = kill

    def send_signal(self, signal):
        pass


class CompletedProcess(object):

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args, self.returncode, self.stdout, self.stderr = args, returncode, stdout, stderr

    def check_returncode(self):
        pass


def run(*popenargs, **kwargs):
    return CompletedProcess(popenargs[0] if popenargs else None, unknown("int"), unknown("bytes"), unknown("bytes"))


def call(*popenargs, **kwargs):
    return unknown("int")


def check_call(*popenargs, **kwargs):
    return 0


def check_output(*popenargs, **kwargs):
    return unknown("bytes")


def getoutput(cmd):
    return unknown("str")


def getstatusoutput(cmd):
    return unknown("int"), unknown("str")


list2cmdline = lambda seq: " ".join(seq)
