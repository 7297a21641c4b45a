"""optparse."""

import sys as _sys

SUPPRESS_HELP, SUPPRESS_USAGE = "SUPPRESSHELP", "SUPPRESSUSAGE"
NO_DEFAULT = ("NO", "DEFAULT")


class OptParseError(Exception):

    def __init__(self, msg):
        Exception.__init__(self, msg)
        self.msg = msg

    def __str__(self):
        return self.msg


class OptionError(OptParseError):
    pass


class OptionValueError(OptParseError):
    pass


class BadOptionError(OptParseError):
    pass


class Values(object):

    def __init__(self, defaults=None):
        for name, value in (defaults or {}).items():
            setattr(self, name, value)

    def __repr__(self):
        return "<Values: {}>".format(self.__dict__)

    def __str__(self):
        return str(self.__dict__)

    def ensure_value(self, attr, value):
        if getattr(self, attr, None) is None:
            setattr(self, attr, value)
        return getattr(self, attr)


_TYPES = {"int": int, "long": int, "float": float, "string": str, "choice": str, "complex": complex, None: str}


class Option(object):

    def __init__(self, *opts, **attrs):
        self._long_opts = [opt for opt in opts if opt.startswith("--")]
        self._short_opts = [opt for opt in opts if not opt.startswith("--")]
        self.action = attrs.get("action", "store")
        kind = attrs.get("type")
        self.type = kind.__name__.replace("str", "string") if isinstance(kind, type) else kind
        self.choices, self.nargs = attrs.get("choices"), attrs.get("nargs") or 1
        self.const, self.default = attrs.get("const"), attrs.get("default", NO_DEFAULT)
        self.callback, self.help, self.metavar = attrs.get("callback"), attrs.get("help"), attrs.get("metavar")
        name = self._long_opts[0][2:] if self._long_opts else self._short_opts[0][1:]
        self.dest = attrs.get("dest") or name.replace("-", "_")
        self._callback_args = attrs.get("callback_args") or (), attrs.get("callback_kwargs") or {}

    def takes_value(self):
        return self.action in ("store", "append") or self.action == "callback" and self.type is not None

    def convert(self, opt, text):
        if self.choices is not None and text not in self.choices:
            raise OptionValueError("option {}: invalid choice: {!r} (choose from {})".format(
                opt, text, ", ".join([repr(choice) for choice in self.choices])))
        try:
            return _TYPES[self.type](text)
        except ValueError:
            named = {"int": "integer", "float": "floating-point"}.get(self.type, self.type)
            raise OptionValueError("option {}: invalid {} value: {!r}".format(opt, named, text))

    def apply(self, opt, value, values, parser):
        if self.action == "store":
            setattr(values, self.dest, value)
        elif self.action in ("store_true", "store_false"):
            setattr(values, self.dest, self.action == "store_true")
        elif self.action == "store_const":
            setattr(values, self.dest, self.const)
        elif self.action in ("append", "append_const"):
            values.ensure_value(self.dest, []).append(value if self.action == "append" else self.const)
        elif self.action == "count":
            setattr(values, self.dest, values.ensure_value(self.dest, 0) + 1)
        elif self.action == "callback":
            self.callback(self, opt, value, parser, *self._callback_args[0], **self._callback_args[1])
        elif self.action in ("help", "version"):
            _sys.exit(0)


make_option = Option


class OptionGroup(object):

    def __init__(self, parser, title, description=None):
        self.parser = parser

    def add_option(self, *args, **kwargs):
        return self.parser.add_option(*args, **kwargs)


class OptionParser(object):

    def __init__(self, usage=None, option_list=None, option_class=Option, version=None, conflict_handler="error",
                 description=None, formatter=None, add_help_option=True, prog=None, epilog=None):
        self.usage, self.version, self.description = usage, version, description
        self.option_list, self.defaults = [], {}
        self.values = None
        if add_help_option:
            self.add_option("-h", "--help", action="help")
        for option in option_list or ():
            self.add_option(option)

    def add_option(self, *args, **kwargs):
        option = args[0] if isinstance(args[0], Option) else Option(*args, **kwargs)
        self.option_list.append(option)
        if option.action not in ("help", "version", "callback"):
            default = None if option.default is NO_DEFAULT else option.default
            if isinstance(default, str) and option.type not in (None, "string", "choice"):
                default = option.convert(option.dest, default)
            if option.default is not NO_DEFAULT or option.dest not in self.defaults:
                self.defaults[option.dest] = default
        return option

    def add_options(self, option_list):
        for option in option_list:
            self.add_option(option)

    def add_option_group(self, *args, **kwargs):
        return args[0] if isinstance(args[0], OptionGroup) else OptionGroup(self, *args)

    def set_defaults(self, **kwargs):
        self.defaults.update(kwargs)

    def set_usage(self, usage):
        self.usage = usage

    def get_default_values(self):
        return Values(self.defaults)

    def get_option(self, opt_str):
        for option in self.option_list:
            if opt_str in option._long_opts or opt_str in option._short_opts:
                return option

    def has_option(self, opt_str):
        return self.get_option(opt_str) is not None

    def _long(self, name):
        exact = self.get_option(name)
        if exact is not None:
            return exact
        found = [option for option in self.option_list if [opt for opt in option._long_opts if opt.startswith(name)]]
        if len(found) > 1:
            raise BadOptionError("ambiguous option: " + name)
        if not found:
            raise BadOptionError("no such option: " + name)
        return found[0]

    def parse_args(self, args=None, values=None):
        rest = list(_sys.argv[1:] if args is None else args)
        self.values = self.get_default_values() if values is None else values
        positional = []
        try:
            while rest:
                word = rest.pop(0)
                if word == "--":
                    positional.extend(rest)
                    break
                if word.startswith("--"):
                    name, equals, text = word.partition("=")
                    self._take(self._long(name), name, rest, [text] if equals else [])
                elif word.startswith("-") and len(word) > 1:
                    self._take_short(word[1:], rest)
                else:
                    positional.append(word)
        except (BadOptionError, OptionValueError) as error:
            self.error(str(error))
        return self.values, positional

    def _take_short(self, letters, rest):
        while letters:
            option = self.get_option("-" + letters[0])
            if option is None:
                raise BadOptionError("no such option: -" + letters[0])
            opt, letters = "-" + letters[0], letters[1:]
            attached = [letters] if letters and option.takes_value() else []
            self._take(option, opt, rest, attached)
            if option.takes_value():
                break

    def _take(self, option, opt, rest, words):
        if not option.takes_value():
            if words:
                raise BadOptionError("{} option does not take a value".format(opt))
            return option.apply(opt, None, self.values, self)
        while len(words) < option.nargs:
            if not rest:
                raise BadOptionError("{} option requires {} argument{}".format(
                    opt, option.nargs, "" if option.nargs == 1 else "s"))
            words.append(rest.pop(0))
        converted = [option.convert(opt, word) for word in words]
        option.apply(opt, converted[0] if option.nargs == 1 else tuple(converted), self.values, self)

    def error(self, msg):
        _sys.exit(2)

    def exit(self, status=0, msg=None):
        _sys.exit(status)

    def print_help(self, file=None):
        pass

    print_usage = print_version = print_help

    def format_help(self, formatter=None):
        return ""

    def get_usage(self):
        return self.usage or ""

    def destroy(self):
        pass
