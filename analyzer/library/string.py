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

    def format(*args, **kwargs):
        if len(args) < 2:
            raise TypeError("format() missing 1 required positional argument: 'format_string'")
        return args[0].vformat(args[1], args[2:], kwargs)

    def vformat(self, format_string, args, kwargs):
        return self._filled(format_string, args, kwargs, [0], 2)

    def _filled(self, format_string, args, kwargs, count, depth):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        parts = []
        for literal, name, spec, conversion in self.parse(format_string):
            parts.append(literal)
            if name is None:
                continue
            if name == "" or name[0] in ".[":
                name = str(count[0]) + name
                count[0] += 1
            value, _ = self.get_field(name, args, kwargs)
            value = self.convert_field(value, conversion)
            parts.append(self.format_field(value, self._filled(spec, args, kwargs, count, depth - 1)))
        return "".join(parts)

    def parse(self, format_string):
        """Yields (literal text, field name, format specification, conversion)."""
        literal = []
        at = 0
        while at < len(format_string):
            c = format_string[at]
            if c in "{}" and format_string[at + 1:at + 2] == c:
                literal.append(c)
                at += 2
                yield "".join(literal), None, None, None
                literal = []
            elif c == "}":
                raise ValueError("Single '}' encountered in format string")
            elif c == "{":
                end = _field_end(format_string, at + 1)
                yield ("".join(literal),) + _field_parts(format_string[at + 1:end])
                literal = []
                at = end + 1
            else:
                literal.append(c)
                at += 1
        if literal:
            yield "".join(literal), None, None, None

    def get_field(self, field_name, args, kwargs):
        end = min([at for at in (field_name.find("."), field_name.find("["), len(field_name)) if at >= 0])
        first, rest = field_name[:end], field_name[end:]
        if first.isdigit():
            first = int(first)
        value = self.get_value(first, args, kwargs)
        while rest:
            if rest[0] == ".":
                end = min([at for at in (rest.find(".", 1), rest.find("[", 1), len(rest)) if at > 0])
                value = getattr(value, rest[1:end])
            else:
                end = rest.index("]") + 1
                key = rest[1:end - 1]
                value = value[int(key) if key.isdigit() else key]
            rest = rest[end:]
        return value, first

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion not in ("s", "r", "a"):
            raise ValueError("Unknown conversion specifier %s" % conversion)
        return {"s": str, "r": repr, "a": ascii}[conversion](value)

    def check_unused_args(self, used_args, args, kwargs):
        pass


def _field_end(text, at):
    depth = 1
    while at < len(text):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if depth == 0:
            return at
        at += 1
    raise ValueError("expected '}' before end of string" if text[-1:] != "{" else
                     "Single '{' encountered in format string")


def _field_parts(field):
    at = 0
    depth = 0
    while at < len(field) and (depth or field[at] not in "!:"):
        depth += {"[": 1, "]": -1}.get(field[at], 0)
        at += 1
    name, rest, conversion = field[:at], field[at:], None
    if rest[:1] == "!":
        conversion, rest = rest[1:2], rest[2:]
    return name, rest[1:], conversion


class Template(object):
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _mapping(self, args, kws):
        if len(args) > 1:
            raise TypeError("Too many positional arguments")
        mapping = dict(args[0]) if args else {}
        mapping.update(kws)
        return mapping

    def _pieces(self):
        """Yields (text, name): a name to put in, or else a text as it is; (None, position) for a bad delimiter."""
        text, at = self.template, 0
        while at < len(text):
            end = text.find(self.delimiter, at)
            if end < 0:
                yield text[at:], None
                return
            yield text[at:end], None
            after = end + len(self.delimiter)
            if text.startswith(self.delimiter, after):
                yield self.delimiter, None
                at = after + len(self.delimiter)
                continue
            braced = text[after:after + 1] == "{"
            stop = begin = after + 1 if braced else after
            while stop < len(text) and (text[stop] in ascii_letters or text[stop] == "_" or (
                    stop > begin and text[stop] in digits)):
                stop += 1
            if stop == begin or (braced and text[stop:stop + 1] != "}"):
                yield None, end
                at = after
                continue
            at = stop + 1 if braced else stop
            yield text[end:at], text[begin:stop]

    def substitute(*args, **kws):
        self, mapping = args[0], args[0]._mapping(args[1:], kws)
        parts = []
        for text, name in self._pieces():
            if text is None:
                line = self.template[:name].count("\n") + 1
                column = name - self.template.rfind("\n", 0, name)
                raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))
            parts.append(text if name is None else str(mapping[name]))
        return "".join(parts)

    def safe_substitute(*args, **kws):
        self, mapping = args[0], args[0]._mapping(args[1:], kws)
        parts = []
        for text, name in self._pieces():
            if text is None:
                parts.append(self.delimiter)
            else:
                parts.append(str(mapping[name]) if name is not None and name in mapping else text)
        return "".join(parts)


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
