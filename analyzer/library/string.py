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
