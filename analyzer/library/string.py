"""string: constants and templates."""

ascii_lowercase = lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdefABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
whitespace = " \t\n\r\x0b\x0c"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


def join(words, sep=" "):
    return sep.join(words)


def split(s, sep=None):
    return s.split(sep)


class Formatter(object):

    def format(self, format_string, *args, **kwargs):
        return format_string.format(*args, **kwargs)


class Template(object):

    def __init__(self, template):
        self.template = template

    def substitute(self, mapping=None, **kws):
        values = dict(mapping or {})
        values.update(kws)
        text = self.template
        for key in sorted(values, key=len, reverse=True):
            text = text.replace("${%s}" % key, str(values[key])).replace("$%s" % key, str(values[key]))
        return text.replace("$$", "$")

    safe_substitute = substitute


# Functions of Python 2.


def _of_text(name):
    return lambda s, *args: getattr(s, name)(*args)


upper, lower, capitalize, swapcase = _of_text("upper"), _of_text("lower"), _of_text("capitalize"), _of_text("swapcase")
strip, lstrip, rstrip, zfill = _of_text("strip"), _of_text("lstrip"), _of_text("rstrip"), _of_text("zfill")
find, rfind, index, count = _of_text("find"), _of_text("rfind"), _of_text("index"), _of_text("count")
ljust, rjust, center = _of_text("ljust"), _of_text("rjust"), _of_text("center")
replace, expandtabs, translate = _of_text("replace"), _of_text("expandtabs"), _of_text("translate")
joinfields, splitfields = join, split


def atoi(s, base=10):
    return int(s, base)


atol = atoi


def atof(s):
    return float(s)
