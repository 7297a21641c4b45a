"""socket: nothing of the network is known, and nothing is asked."""

from _tfscope import unknown

AF_INET, AF_INET6, AF_UNIX = 2, 10, 1
SOCK_STREAM, SOCK_DGRAM = 1, 2
SOL_SOCKET, SO_REUSEADDR = 1, 2
INADDR_ANY = 0

error = OSError


class timeout(OSError):
    pass


class gaierror(OSError):
    pass


class herror(OSError):
    pass


class socket(object):

    def __init__(self, family=AF_INET, type=SOCK_STREAM, proto=0, fileno=None):
        self.family, self.type, self.proto = family, type, proto

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *args, **kwargs: unknown("any")


def gethostname():
    return unknown("str")


getfqdn = gethostbyname = gethostname


def create_connection(address, timeout=None, source_address=None):
    return socket()


def getaddrinfo(host, port, *args, **kwargs):
    return unknown("list")


def setdefaulttimeout(timeout):
    pass


def getdefaulttimeout():
    return None


def gethostbyaddr(ip_address):
    return unknown("tuple")


gethostbyname_ex = socketpair = gethostbyaddr


def inet_aton(ip_string):
    return unknown("bytes")


def inet_ntoa(packed_ip):
    return unknown("str")


def ntohs(x):
    return unknown("int")


htons = ntohl = htonl = ntohs
