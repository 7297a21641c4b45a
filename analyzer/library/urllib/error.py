"""urllib.error."""


class URLError(OSError):

    def __init__(self, reason, filename=None):
        OSError.__init__(self, reason)
        self.reason = reason


class HTTPError(URLError):

    def __init__(self, url, code, msg, hdrs, fp):
        URLError.__init__(self, msg)
        self.code, self.msg, self.headers = code, msg, hdrs


class ContentTooShortError(URLError):
    pass
