"""tf.app.flags: options with defaults, read from the arguments of the program."""

import sys


class _FlagValues(object):

    def __init__(self):
        self.__dict__["_flags"] = {}
        self.__dict__["_parsed"] = False

    def _define(self, name, default, convert):
        self._flags[name] = [default, convert]

    def __call__(self, argv, known_only=False):
        rest = []
        arguments = list(argv[1:])
        while arguments:
            argument = arguments.pop(0)
            name, equals, text = argument.lstrip("-").partition("=")
            negated = name[:2] == "no" and name[2:] in self._flags
            if not argument.startswith("-") or name not in self._flags and not negated:
                rest.append(argument)
                continue
            if negated:
                self._flags[name[2:]][0] = False
                continue
            convert = self._flags[name][1]
            if not equals and convert is not _boolean:
                text = arguments.pop(0) if arguments else ""
            self._flags[name][0] = convert(text) if equals or convert is not _boolean else True
        self.__dict__["_parsed"] = True
        return list(argv[:1]) + rest

    def __getattr__(self, name):
        if name in self._flags:
            if not self._parsed:
                self(sys.argv)
            return self._flags[name][0]
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if name in self._flags:
            self._flags[name][0] = value
        else:
            self._flags[name] = [value, str]

    def __contains__(self, name):
        return name in self._flags

    def __iter__(self):
        return iter(self._flags)

    def __getitem__(self, name):
        return _Flag(name, self._flags[name])

    def __delattr__(self, name):
        self._flags.pop(name, None)

    def flag_values_dict(self):
        return dict([(name, self._flags[name][0]) for name in self._flags])

    @property
    def __flags(self):
        return self.flag_values_dict()

    def mark_as_parsed(self):
        self.__dict__["_parsed"] = True

    def unparse_flags(self):
        self.__dict__["_parsed"] = False

    def set_default(self, name, value):
        self._flags[name][0] = value


class _Flag(object):

    def __init__(self, name, entry):
        self.name = name
        self.value, self.default = entry[0], entry[0]


class _FlagValuesWrapper(_FlagValues):
    pass


def _boolean(text):
    return str(text).lower() in ("true", "1", "t", "yes", "")


FLAGS = _FlagValuesWrapper()


def DEFINE_string(name=None, default=None, help=None, flag_values=FLAGS, **kwargs):
    FLAGS._define(kwargs.get("flag_name", name), kwargs.get("default_value", default), str)


def DEFINE_integer(name=None, default=None, help=None, lower_bound=None, upper_bound=None, flag_values=FLAGS, **kwargs):
    FLAGS._define(kwargs.get("flag_name", name), kwargs.get("default_value", default), int)


def DEFINE_float(name=None, default=None, help=None, lower_bound=None, upper_bound=None, flag_values=FLAGS, **kwargs):
    default = kwargs.get("default_value", default)
    FLAGS._define(kwargs.get("flag_name", name), float(default) if isinstance(default, int) else default, float)


def DEFINE_boolean(name=None, default=None, help=None, flag_values=FLAGS, **kwargs):
    default = kwargs.get("default_value", default)
    FLAGS._define(kwargs.get("flag_name", name), _boolean(default) if isinstance(default, str) else default, _boolean)


DEFINE_bool = DEFINE_boolean


def DEFINE_enum(name, default, enum_values, help=None, flag_values=FLAGS, **kwargs):
    FLAGS._define(name, default, str)


def _listed(text):
    return [part.strip() for part in text.split(",")] if text else []


def DEFINE_list(name, default, help=None, flag_values=FLAGS, **kwargs):
    FLAGS._define(name, _listed(default) if isinstance(default, str) else default, _listed)


def DEFINE_spaceseplist(name, default, help=None, **kwargs):
    FLAGS._define(name, default.split() if isinstance(default, str) else default, lambda text: text.split())


def DEFINE_multi_integer(name, default, help=None, **kwargs):
    FLAGS._define(name, [default] if isinstance(default, int) else default, lambda text: [int(text)])


def DEFINE_multi_string(name, default, help=None, **kwargs):
    FLAGS._define(name, [default] if isinstance(default, str) else default, lambda text: [text])


DEFINE_multi_enum = DEFINE_multi_float = DEFINE_multi_string


def mark_flag_as_required(flag_name, flag_values=FLAGS):
    pass


mark_flags_as_required = mark_flag_as_required


def register_validator(flag_name, checker, message="", flag_values=FLAGS):
    pass
