"""urllib.parse."""

import collections as _collections

_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~"


def quote(string, safe="/", encoding=None, errors=None):
    data = string if isinstance(string, bytes) else string.encode("utf-8")
    return "".join([chr(byte) if chr(byte) in _SAFE or chr(byte) in safe else "%{:02X}".format(byte) for byte in data])


def quote_plus(string, safe="", encoding=None, errors=None):
    return quote(string, safe + " ").replace(" ", "+")


def unquote(string, encoding="utf-8", errors="replace"):
    first, *parts = string.split("%")
    data = first.encode("utf-8")
    for part in parts:
        try:
            data = data + bytes([int(part[:2], 16)]) + part[2:].encode("utf-8")
        except ValueError:
            data = data + b"%" + part.encode("utf-8")
    return data.decode("utf-8", "replace")


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "))


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    pairs = query.items() if hasattr(query, "items") else query
    found = []
    for key, value in pairs:
        values = value if doseq and isinstance(value, (list, tuple)) else [value]
        found.extend([quote_via(str(key), safe) + "=" + quote_via(str(item), safe) for item in values])
    return "&".join(found)


class ParseResult(_collections.namedtuple("ParseResult", "scheme netloc path params query fragment")):

    @property
    def hostname(self):
        host = self.netloc.rpartition("@")[2].partition(":")[0]
        return host.lower() or None

    @property
    def port(self):
        port = self.netloc.rpartition("@")[2].partition(":")[2]
        return int(port) if port else None

    @property
    def username(self):
        return self.netloc.rpartition("@")[0].partition(":")[0] or None

    def geturl(self):
        return urlunparse(self)


class SplitResult(_collections.namedtuple("SplitResult", "scheme netloc path query fragment")):

    hostname, port, username = ParseResult.hostname, ParseResult.port, ParseResult.username

    def geturl(self):
        return urlunparse((self.scheme, self.netloc, self.path, "", self.query, self.fragment))


def urlsplit(url, scheme="", allow_fragments=True):
    head, colon, rest = url.partition(":")
    if colon and head and head[0].isalpha() and head.replace("+", "").replace("-", "").replace(".", "").isalnum():
        scheme, url = head.lower(), rest
    netloc = query = fragment = ""
    if allow_fragments:
        url, _, fragment = url.partition("#")
    url, _, query = url.partition("?")
    if url.startswith("//"):
        netloc, slash, path = url[2:].partition("/")
        url = slash + path
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme="", allow_fragments=True):
    parts = urlsplit(url, scheme, allow_fragments)
    path, _, params = parts.path.partition(";")
    return ParseResult(parts.scheme, parts.netloc, path, params, parts.query, parts.fragment)


def urlunparse(components):
    scheme, netloc, path, params, query, fragment = components
    url = path + (";" + params if params else "")
    if netloc:
        url = "//" + netloc + ("/" if url and not url.startswith("/") else "") + url
    return (scheme + ":" if scheme else "") + url + ("?" + query if query else "") + ("#" + fragment if fragment else "")


def urlunsplit(components):
    scheme, netloc, path, query, fragment = components
    return urlunparse((scheme, netloc, path, "", query, fragment))


def urljoin(base, url, allow_fragments=True):
    if not base or urlsplit(url).scheme:
        return url or base
    start, there = urlsplit(base), urlsplit(url)
    if url.startswith("//"):
        return start.scheme + ":" + url
    path = there.path if there.path.startswith("/") else start.path[:start.path.rfind("/") + 1] + there.path
    parts = []
    for part in path.split("/"):
        if part == ".." and len(parts) > 1:
            parts.pop()
        elif part not in (".", ".."):
            parts.append(part)
    return urlunsplit((start.scheme, start.netloc, "/".join(parts), there.query, there.fragment))


def urldefrag(url):
    base, _, fragment = url.partition("#")
    return base, fragment


def parse_qsl(qs, keep_blank_values=False, *args, **kwargs):
    pairs = [part.partition("=") for part in qs.replace(";", "&").split("&") if part]
    return [(unquote_plus(name), unquote_plus(value)) for name, _, value in pairs if value or keep_blank_values]


def parse_qs(qs, keep_blank_values=False, *args, **kwargs):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values):
        found.setdefault(name, []).append(value)
    return found
