"""absl.flags: options that modules define and that the arguments of the program set."""
import sys

import _tfscope
from absl._flag_parsers import (
    ArgumentParser, BooleanParser, EnumParser, FloatParser, IllegalFlagValueError, IntegerParser, ListParser, Error,
    WhitespaceSeparatedListParser)

_PREDEFINED = (
    ("logtostderr", False, "absl.logging"), ("alsologtostderr", False, "absl.logging"), ("log_dir", "", "absl.logging"),
    ("v", -1, "absl.logging"), ("verbosity", -1, "absl.logging"), ("logger_levels", {}, "absl.logging"),
    ("stderrthreshold", "fatal", "absl.logging"), ("showprefixforinfo", True, "absl.logging"),
    ("run_with_pdb", False, "absl.app"), ("pdb_post_mortem", False, "absl.app"), ("pdb", False, "absl.app"),
    ("run_with_profiling", False, "absl.app"), ("profile_file", None, "absl.app"),
    ("use_cprofile_for_profiling", True, "absl.app"), ("only_check_args", False, "absl.app"),
    ("op_conversion_fallback_to_while_loop", False, "tensorflow.python.ops.parallel_for.pfor"),
    ("test_srcdir", "", "absl.testing.absltest"), ("test_tmpdir", "/tmp/absl_testing", "absl.testing.absltest"),
    ("test_random_seed", 301, "absl.testing.absltest"), ("test_randomize_ordering_seed", "", "absl.testing.absltest"),
    ("xml_output_file", "", "absl.testing.absltest"))
_HELP = {"log_dir": "directory to write logfiles into", "test_tmpdir": "Directory for temporary testing files",
         "pdb": "Alias for --pdb_post_mortem."}


class DuplicateFlagError(Error):
    __module__ = "absl.flags._exceptions"


class UnrecognizedFlagError(Error):

    __module__ = "absl.flags._exceptions"

    def __init__(self, flagname, flagvalue="", suggestions=None):
        self.flagname = flagname
        self.flagvalue = flagvalue
        tip = ". Did you mean: %s ?" % ", ".join(suggestions) if suggestions else ""
        super(UnrecognizedFlagError, self).__init__("Unknown command line flag '%s'%s" % (flagname, tip))


class UnparsedFlagAccessError(Error):
    __module__ = "absl.flags._exceptions"


class ValidationError(Error):
    __module__ = "absl.flags._exceptions"


class Flag(object):

    def __init__(self, parser, serializer, name, default, help_string, short_name=None, boolean=False,
                 allow_override=False, **options):
        self.name = name
        self.parser = parser
        self.help = help_string
        self.short_name = short_name
        self.boolean = boolean
        self.allow_override = allow_override
        self.present = 0
        self.using_default_value = True
        self.validators = []
        self.value = self.default = self._parse(default)

    def _parse(self, argument):
        if argument is None or _tfscope.is_unknown(argument):
            return argument
        try:
            return self.parser.parse(argument)
        except (TypeError, ValueError) as error:
            raise IllegalFlagValueError("flag --%s=%s: %s" % (self.name, argument, error))

    def parse(self, argument):
        self.value = self._parse(argument)
        self.present += 1
        self.using_default_value = False

    def _set_default(self, value):
        self.default = self._parse(value)
        if self.using_default_value:
            self.value = self.default


class MultiFlag(Flag):

    def _parse(self, argument):
        if argument is None or _tfscope.is_unknown(argument):
            return argument
        items = argument if isinstance(argument, (list, tuple)) else [argument]
        return [super(MultiFlag, self)._parse(item) for item in items]

    def parse(self, argument):
        before = self.value if self.present else []
        super(MultiFlag, self).parse(argument)
        self.value = before + self.value


class FlagHolder(object):

    def __init__(self, flag_values, flag):
        self._flag_values = flag_values
        self._flag = flag
        self.name = flag.name

    @property
    def value(self):
        return getattr(self._flag_values, self.name)

    @property
    def default(self):
        return self._flag.default

    @property
    def present(self):
        return bool(self._flag.present)


class FlagValues(object):

    def __init__(self):
        self.__dict__["__flags"] = {}
        self.__dict__["__modules"] = {}  # name of a flag -> name of the module that defines it
        self.__dict__["__flags_parsed"] = False

    def _flags(self):
        return self.__dict__["__flags"]

    def __setitem__(self, name, flag):
        self._define(flag)

    def _define(self, flag, module=None):
        module = module or _tfscope.calling_module()
        if module == "__main__":
            module = sys.argv[0]
        known = self._flags().get(flag.name)
        if known is not None and not flag.allow_override and not known.allow_override:
            raise DuplicateFlagError(
                "The flag '%s' is defined twice. First from %s, Second from %s.  Description from first occurrence: %s" % (
                    flag.name, self.__dict__["__modules"][flag.name], module, known.help))
        self._flags()[flag.name] = flag
        self.__dict__["__modules"][flag.name] = module
        if flag.short_name:
            self._flags()[flag.short_name] = flag
            self.__dict__["__modules"][flag.short_name] = module

    # ---- reading and writing
    def __getattr__(self, name):
        flag = self._flags().get(name)
        if flag is None:
            raise AttributeError(name)
        if not self.is_parsed() and not flag.present:
            raise UnparsedFlagAccessError("Trying to access flag --%s before flags were parsed." % name)
        return flag.value

    def __setattr__(self, name, value):
        flag = self._flags().get(name)
        if flag is None:
            raise UnrecognizedFlagError(name, value)
        flag.value = value
        flag.using_default_value = False
        self._validate([flag])

    def __delattr__(self, name):
        if self._flags().pop(name, None) is None:
            raise AttributeError(name)

    def __getitem__(self, name):
        return self._flags()[name]

    def __contains__(self, name):
        return name in self._flags()

    def __len__(self):
        return len(self._flags())

    def __iter__(self):
        return iter(sorted(self._flags()))

    def __dir__(self):
        return sorted(self._flags())

    def flag_values_dict(self):
        return {name: flag.value for name, flag in self._flags().items()}

    def get_flag_value(self, name, default):
        value = getattr(self, name, None)
        return default if value is None else value

    def set_default(self, name, value):
        if name not in self._flags():
            raise UnrecognizedFlagError(name, value)
        self._flags()[name]._set_default(value)

    def is_parsed(self):
        return self.__dict__["__flags_parsed"]

    def mark_as_parsed(self):
        self.__dict__["__flags_parsed"] = True

    def unparse_flags(self):
        for flag in self._flags().values():
            flag.value, flag.using_default_value, flag.present = flag.default, True, 0
        self.__dict__["__flags_parsed"] = False

    def find_module_defining_flag(self, flagname, default=None):
        return self.__dict__["__modules"].get(flagname, default)

    def get_key_flags_for_module(self, module):
        return []

    def key_flags_by_module_dict(self):
        return {}

    def flags_by_module_dict(self):
        return {}

    def flags_into_string(self):
        return "".join(["--%s=%s\n" % (name, self._flags()[name].value) for name in self])

    def append_flag_values(self, flag_values):
        for flag in flag_values._flags().values():
            self._define(flag)

    def set_gnu_getopt(self, gnu_getopt=True):
        pass

    # ---- parsing
    def __call__(self, argv, known_only=False):
        if isinstance(argv, (str, bytes)):
            raise TypeError("argv should be a tuple/list of strings, not bytes or string.")
        if not argv:
            raise ValueError("argv cannot be an empty list, and must contain the program name as the first element.")
        rest = self._parse_arguments(list(argv[1:]), known_only)
        for text in _tfscope.flag_values():
            name, _, value = text.partition("=")
            if name in self._flags():
                self._flags()[name].parse(value)
                _tfscope.flag_taken(name)
        self.mark_as_parsed()
        self._validate(self._flags().values())
        return list(argv[:1]) + rest

    def _parse_arguments(self, arguments, known_only):
        rest = []
        while arguments:
            argument = arguments.pop(0)
            if _tfscope.is_unknown(argument) or not argument.startswith("-") or argument == "-":
                rest.append(argument)
                continue
            if argument == "--":
                return rest + arguments
            name, equals, text = argument.lstrip("-").partition("=")
            flag = self._flags().get(name)
            if flag is None and name.startswith("no") and not equals:
                flag = self._flags().get(name[2:])
                flag = flag if flag is not None and flag.boolean else None
                if flag is not None:
                    equals, text = "=", "false"
            if flag is None:
                if not known_only:
                    raise UnrecognizedFlagError(name, text)
                rest.append(argument)
                continue
            if not equals and flag.boolean:
                text = "true"
            elif not equals:
                if not arguments:
                    raise Error("Missing value for flag --%s" % name)
                text = arguments.pop(0)
            flag.parse(text)
        return rest

    def _validate(self, flags):
        for flag in flags:
            for checker, message in flag.validators:
                if flag.value is None and _tfscope.assumes_arguments():
                    flag.value = _tfscope.unknown(flag.parser.hint)
                if not _tfscope.is_unknown(flag.value) and not checker(flag.value):
                    raise IllegalFlagValueError("flag --%s=%s: %s" % (flag.name, flag.value, message))


FLAGS = FlagValues()
for _name, _default, _module in _PREDEFINED:
    _flag = Flag(ArgumentParser(), None, _name, None, _HELP.get(_name, ""), boolean=isinstance(_default, bool))
    _flag.value = _flag.default = _default
    FLAGS._define(_flag, _module)


def DEFINE_flag(flag, flag_values=FLAGS, module_name=None, required=False):
    flag_values._define(flag, module_name)
    if required:
        mark_flag_as_required(flag.name, flag_values)
    return FlagHolder(flag_values, flag)


def DEFINE(parser, name, default, help, flag_values=FLAGS, serializer=None, module_name=None, required=False, **args):
    return DEFINE_flag(Flag(parser, serializer, name, default, help, **args), flag_values, module_name, required)


def DEFINE_string(name, default, help, flag_values=FLAGS, required=False, **args):
    return DEFINE(ArgumentParser(), name, default, help, flag_values, required=required, **args)


def DEFINE_boolean(name, default, help, flag_values=FLAGS, module_name=None, required=False, **args):
    return DEFINE(BooleanParser(), name, default, help, flag_values, None, module_name, required, boolean=True, **args)


DEFINE_bool = DEFINE_boolean


def DEFINE_float(name, default, help, lower_bound=None, upper_bound=None, flag_values=FLAGS, required=False, **args):
    return DEFINE(FloatParser(lower_bound, upper_bound), name, default, help, flag_values, required=required, **args)


def DEFINE_integer(name, default, help, lower_bound=None, upper_bound=None, flag_values=FLAGS, required=False, **args):
    return DEFINE(IntegerParser(lower_bound, upper_bound), name, default, help, flag_values, required=required, **args)


def DEFINE_enum(name, default, enum_values, help, flag_values=FLAGS, module_name=None, required=False, **args):
    return DEFINE(EnumParser(enum_values), name, default, help, flag_values, None, module_name, required, **args)


def DEFINE_list(name, default, help, flag_values=FLAGS, required=False, **args):
    return DEFINE(ListParser(), name, default, help, flag_values, required=required, **args)


def DEFINE_spaceseplist(name, default, help, comma_compat=False, flag_values=FLAGS, required=False, **args):
    parser = WhitespaceSeparatedListParser(comma_compat=comma_compat)
    return DEFINE(parser, name, default, help, flag_values, required=required, **args)


def DEFINE_multi(parser, serializer, name, default, help, flag_values=FLAGS, module_name=None, required=False, **args):
    return DEFINE_flag(MultiFlag(parser, serializer, name, default, help, **args), flag_values, module_name, required)


def DEFINE_multi_string(name, default, help, flag_values=FLAGS, required=False, **args):
    return DEFINE_multi(ArgumentParser(), None, name, default, help, flag_values, required=required, **args)


def DEFINE_multi_integer(name, default, help, lower_bound=None, upper_bound=None, flag_values=FLAGS, required=False,
                         **args):
    parser = IntegerParser(lower_bound, upper_bound)
    return DEFINE_multi(parser, None, name, default, help, flag_values, required=required, **args)


def DEFINE_multi_float(name, default, help, lower_bound=None, upper_bound=None, flag_values=FLAGS, required=False, **args):
    parser = FloatParser(lower_bound, upper_bound)
    return DEFINE_multi(parser, None, name, default, help, flag_values, required=required, **args)


def DEFINE_multi_enum(name, default, enum_values, help, flag_values=FLAGS, case_sensitive=True, required=False, **args):
    return DEFINE_multi(EnumParser(enum_values), None, name, default, help, flag_values, required=required, **args)


def DEFINE_alias(name, original_name, flag_values=FLAGS, module_name=None):
    flag_values._flags()[name] = flag_values[original_name]
    return FlagHolder(flag_values, flag_values[original_name])


# ---- validation
def register_validator(flag_name, checker, message="Flag validation failed", flag_values=FLAGS):
    flag_values[flag_name].validators.append((checker, message))


def validator(flag_name, message="Flag validation failed", flag_values=FLAGS):
    def decorate(function):
        register_validator(flag_name, function, message, flag_values)
        return function
    return decorate


def mark_flag_as_required(flag_name, flag_values=FLAGS):
    register_validator(flag_name, lambda value: value is not None,
                       "Flag --%s must have a value other than None." % flag_name, flag_values)


def mark_flags_as_required(flag_names, flag_values=FLAGS):
    for name in flag_names:
        mark_flag_as_required(name, flag_values)


def register_multi_flags_validator(flag_names, multi_flags_checker, message="Flags validation failed", flag_values=FLAGS):
    pass


def multi_flags_validator(flag_names, message="Flag validation failed", flag_values=FLAGS):
    return lambda function: function


def mark_flags_as_mutual_exclusive(flag_names, required=False, flag_values=FLAGS):
    pass


mark_bool_flags_as_mutual_exclusive = mark_flags_as_mutual_exclusive


def declare_key_flag(flag_name, flag_values=FLAGS):
    pass


def adopt_module_key_flags(module, flag_values=FLAGS):
    pass


def disclaim_key_flags():
    pass
