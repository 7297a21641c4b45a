"""urllib.request: what the network answers is not known, and not asked."""

import _tfscope_files as _files
from _tfscope import unknown
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urlencode, urlparse


class _Answer(object):

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

    def __iter__(self):
        return iter(unknown("list"))

    def read(self, amt=None):
        return unknown("bytes")

    readline = read

    def readlines(self):
        return unknown("list")

    def close(self):
        pass

    def getcode(self):
        return unknown("int")

    def geturl(self):
        return unknown("str")

    def info(self):
        return unknown("any")

    getheader = headers = status = property(lambda self: unknown("any"))


def urlopen(url, data=None, timeout=None, **kwargs):
    return _Answer()


def urlretrieve(url, filename=None, reporthook=None, data=None):
    if filename is None:
        return unknown("str"), unknown("any")
    _files.change(filename, "file")
    return filename, unknown("any")


def urlcleanup():
    pass


class Request(object):

    def __init__(self, url, data=None, headers=None, origin_req_host=None, unverifiable=False, method=None):
        self.full_url, self.data, self.headers = url, data, dict(headers or {})

    def add_header(self, key, val):
        self.headers[key] = val

    def get_full_url(self):
        return self.full_url


class URLopener(object):

    def __init__(self, *args, **kwargs):
        pass

    def open(self, fullurl, data=None):
        return _Answer()

    def retrieve(self, url, filename=None, reporthook=None, data=None):
        return urlretrieve(url, filename)


FancyURLopener = URLopener


class _Handler(object):

    def __init__(self, *args, **kwargs):
        pass

    def add_password(self, *args):
        pass


HTTPHandler = HTTPSHandler = ProxyHandler = HTTPCookieProcessor = HTTPBasicAuthHandler = BaseHandler = _Handler


class OpenerDirector(object):

    addheaders = []

    def open(self, fullurl, data=None, timeout=None):
        return _Answer()

    def add_handler(self, handler):
        pass


def build_opener(*handlers):
    return OpenerDirector()


def install_opener(opener):
    pass


def pathname2url(pathname):
    return quote(pathname)


def url2pathname(pathname):
    return unquote(pathname)
