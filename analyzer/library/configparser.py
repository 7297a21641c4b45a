"""configparser."""

import collections as _collections
import io as _io

from _tfscope import is_unknown, unknown

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()
_BOOLEANS = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False}


class Error(Exception):

    def __init__(self, msg=""):
        self.message = msg
        Exception.__init__(self, msg)


class NoSectionError(Error):

    def __init__(self, section):
        Error.__init__(self, "No section: {!r}".format(section))
        self.section = section


class NoOptionError(Error):

    def __init__(self, option, section):
        Error.__init__(self, "No option {!r} in section: {!r}".format(option, section))
        self.option, self.section = option, section


class DuplicateSectionError(Error):

    def __init__(self, section, source=None, lineno=None):
        Error.__init__(self, "Section {!r} already exists".format(section))


class ParsingError(Error):
    pass


class MissingSectionHeaderError(ParsingError):
    pass


class DuplicateOptionError(Error):
    pass


class InterpolationError(Error):
    pass


InterpolationMissingOptionError = InterpolationSyntaxError = InterpolationDepthError = InterpolationError


class BasicInterpolation(object):
    pass


class ExtendedInterpolation(object):
    pass


class RawConfigParser(object):

    _interpolates = False

    def __init__(self, defaults=None, dict_type=None, allow_no_value=False, *args, **kwargs):
        self._sections = _collections.OrderedDict()
        self._defaults = _collections.OrderedDict()
        self._opaque = False  # something that is not known was read
        self._extended = isinstance(kwargs.get("interpolation"), ExtendedInterpolation)
        if "interpolation" in kwargs and kwargs["interpolation"] is None:
            self._interpolates = False
        for key, value in (defaults or {}).items():
            self._defaults[self.optionxform(key)] = str(value)

    def optionxform(self, optionstr):
        return optionstr.lower()

    def defaults(self):
        return self._defaults

    def sections(self):
        return unknown("list") if self._opaque else list(self._sections)

    def add_section(self, section):
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = _collections.OrderedDict()

    def has_section(self, section):
        return unknown("bool") if self._opaque else section in self._sections

    def options(self, section):
        if self._opaque:
            return unknown("list")
        if section not in self._sections:
            raise NoSectionError(section)
        own = list(self._sections[section])
        return own + [name for name in self._defaults if name not in own]

    def has_option(self, section, option):
        if self._opaque:
            return unknown("bool")
        if section == DEFAULTSECT:
            return self.optionxform(option) in self._defaults
        return section in self._sections and self.optionxform(option) in self._merged(section)

    def read(self, filenames, encoding=None):
        read = []
        for name in [filenames] if isinstance(filenames, str) or hasattr(filenames, "__fspath__") else filenames:
            try:
                f = _io.open(name)
            except OSError:
                continue
            self.read_file(f)
            read.append(name)
        return read

    def read_file(self, f, source=None):
        text = f.read() if hasattr(f, "read") else "\n".join([line.rstrip("\n") for line in f])
        self.read_string(text)

    readfp = read_file

    def read_dict(self, dictionary, source="<dict>"):
        for section, values in dictionary.items():
            target = self._section(section)
            for key, value in values.items():
                target[self.optionxform(str(key))] = None if value is None else str(value)

    def _section(self, name):
        if name == DEFAULTSECT:
            return self._defaults
        return self._sections.setdefault(name, _collections.OrderedDict())

    def read_string(self, string, source="<string>"):
        if is_unknown(string):
            self._opaque = True
            return
        section, option = None, None
        for line in string.split("\n"):
            stripped = line.strip()
            if not stripped or stripped[0] in "#;":
                continue
            if line[0] in " \t" and section is not None and option is not None:
                section[option] = (section[option] or "") + "\n" + stripped
            elif stripped.startswith("[") and "]" in stripped:
                section, option = self._section(stripped[1:stripped.index("]")]), None
            elif section is None:
                raise MissingSectionHeaderError("File contains no section headers.\n" + line)
            else:
                option = self._read_option(section, stripped)

    def _read_option(self, section, line):
        places = [line.index(mark) for mark in "=:" if mark in line]
        at = min(places) if places else len(line)
        option = self.optionxform(line[:at].strip())
        section[option] = line[at + 1:].strip() if places else None
        return option

    def _merged(self, section):
        values = _collections.OrderedDict(self._defaults)
        values.update(self._sections[section])
        return values

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        if self._opaque:
            return unknown("str")
        if section != DEFAULTSECT and section not in self._sections:
            if fallback is not _UNSET:
                return fallback
            raise NoSectionError(section)
        values = _collections.OrderedDict(self._defaults) if section == DEFAULTSECT else self._merged(section)
        for key, value in (vars or {}).items():
            values[self.optionxform(key)] = value
        name = self.optionxform(option)
        if name not in values:
            if fallback is not _UNSET:
                return fallback
            raise NoOptionError(option, section)
        return values[name] if raw else self._filled_in(values[name], values)

    def _filled_in(self, value, values):
        if not self._interpolates or not isinstance(value, str):
            return value
        for _ in range(MAX_INTERPOLATION_DEPTH):
            start = value.find("${" if self._extended else "%(")
            if start < 0:
                break
            end = value.find("}" if self._extended else ")s", start)
            if end < 0:
                break
            name = value[start + 2:end]
            if self._extended and ":" in name:
                found = self.get(*name.split(":", 1))
            elif self.optionxform(name) in values:
                found = values[self.optionxform(name)]
            else:
                raise InterpolationError("Bad value substitution: " + name)
            value = value[:start] + found + value[end + (1 if self._extended else 2):]
        return value if self._extended else value.replace("%%", "%")

    def _converted(self, section, option, convert, hint, raw, vars, fallback):
        value = self.get(section, option, raw=raw, vars=vars, fallback=fallback)
        if is_unknown(value):
            return unknown(hint)
        return convert(value) if isinstance(value, str) else value

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, option, int, "int", raw, vars, fallback)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, option, float, "float", raw, vars, fallback)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, option, self._boolean, "bool", raw, vars, fallback)

    def _boolean(self, text):
        if text.lower() not in _BOOLEANS:
            raise ValueError("Not a boolean: " + text)
        return _BOOLEANS[text.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if self._opaque:
            return unknown("list")
        if section is _UNSET:
            return [(DEFAULTSECT, self[DEFAULTSECT])] + [(name, self[name]) for name in self._sections]
        if section not in self._sections and section != DEFAULTSECT:
            raise NoSectionError(section)
        names = self._defaults if section == DEFAULTSECT else self._merged(section)
        return [(name, self.get(section, name, raw=raw)) for name in names]

    def set(self, section, option, value=None):
        if section != DEFAULTSECT and section not in self._sections:
            raise NoSectionError(section)
        self._section(section)[self.optionxform(option)] = value

    def remove_option(self, section, option):
        return self._section(section).pop(self.optionxform(option), None) is not None

    def remove_section(self, section):
        return self._sections.pop(section, None) is not None

    def write(self, fp, space_around_delimiters=True):
        equals = " = " if space_around_delimiters else "="
        for name, values in ([(DEFAULTSECT, self._defaults)] if self._defaults else []) + list(self._sections.items()):
            fp.write("[{}]\n".format(name))
            for key, value in values.items():
                fp.write(key + ("" if value is None else equals + str(value).replace("\n", "\n\t")) + "\n")
            fp.write("\n")

    def __getitem__(self, key):
        if self._opaque:
            return unknown("dict")
        if key != DEFAULTSECT and key not in self._sections:
            raise KeyError(key)
        return SectionProxy(self, key)

    def __setitem__(self, key, value):
        self._section(key).clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        del self._sections[key]

    def __contains__(self, key):
        return unknown("bool") if self._opaque else key == DEFAULTSECT or key in self._sections

    def __iter__(self):
        return iter([DEFAULTSECT] + list(self._sections))

    def __len__(self):
        return len(self._sections) + 1

    def keys(self):
        return list(self)

    def values(self):
        return [self[name] for name in self]


class ConfigParser(RawConfigParser):
    _interpolates = True


SafeConfigParser = ConfigParser


class SectionProxy(object):

    def __init__(self, parser, name):
        self.parser, self.name = parser, name

    def _names(self):
        return self.parser._defaults if self.name == DEFAULTSECT else self.parser._merged(self.name)

    def __getitem__(self, key):
        if self.parser.optionxform(key) not in self._names():
            raise KeyError(key)
        return self.parser.get(self.name, key)

    def __setitem__(self, key, value):
        self.parser.set(self.name, key, value)

    def __contains__(self, key):
        return self.parser.optionxform(key) in self._names()

    def __iter__(self):
        return iter(self._names() if self.name == DEFAULTSECT else self.parser.options(self.name))

    def __len__(self):
        return len(self._names())

    def __repr__(self):
        return "<Section: {}>".format(self.name)

    def get(self, option, fallback=None, *, raw=False, vars=None):
        return self.parser.get(self.name, option, raw=raw, vars=vars, fallback=fallback)

    def getint(self, option, fallback=None):
        return self.parser.getint(self.name, option, fallback=fallback)

    def getfloat(self, option, fallback=None):
        return self.parser.getfloat(self.name, option, fallback=fallback)

    def getboolean(self, option, fallback=None):
        return self.parser.getboolean(self.name, option, fallback=fallback)

    def keys(self):
        return list(self)

    def values(self):
        return [self[name] for name in self]

    def items(self):
        return [(name, self[name]) for name in self]
