"""argparse, for the options and positional arguments that programs declare."""

import ast
import sys

import _tfscope
from _tfscope_argparse_namespaces import Namespace, OpenNamespace
from _tfscope_argparse_help import (
    SUPPRESS, ArgumentDefaultsHelpFormatter, FileType, HelpFormatter, MetavarTypeHelpFormatter,
    RawDescriptionHelpFormatter, RawTextHelpFormatter, help_of, usage_of)

OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, REMAINDER = "?", "*", "+", "..."


class ArgumentError(Exception):
    pass


class ArgumentTypeError(Exception):
    pass


class Action(object):

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False,
                 help=None, metavar=None):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.metavar = metavar
        self.help = help
        self.kind = "store"

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")


class _Group(object):

    def __init__(self, parser, exclusive=False, required=False, title=None, description=None):
        self.title, self.description = title, description
        self._parser = parser
        self._exclusive = exclusive
        self.required = required
        self.actions = []

    def add_argument(self, *args, **kwargs):
        action = self._parser.add_argument(*args, **kwargs)
        self.actions.append(action)
        return action

    def add_argument_group(self, *args, **kwargs):
        return self

    def add_mutually_exclusive_group(self, required=False):
        return self._parser.add_mutually_exclusive_group(required=required)


_BOUNDS = {None: (1, 1), "?": (0, 1), "*": (0, None), "+": (1, None), "...": (0, None), "A...": (1, 1)}
_EXPECTED = {None: "expected one argument", "?": "expected at most one argument", "+": "expected at least one argument"}
_WITHOUT_VALUE = ("store_true", "store_false", "store_const", "append_const", "count", "help", "version")


def _is_negative_number(text):
    digits = text[1:].replace(".", "", 1)
    return text[:1] == "-" and digits.isdigit() and not text.endswith(".")


def _bounds(action):
    """How many arguments an action takes at least and at most."""
    if action.kind in _WITHOUT_VALUE:
        return 0, 0
    return (action.nargs, action.nargs) if isinstance(action.nargs, int) else _BOUNDS[action.nargs]


def _shared(actions, available):
    """How many of the available arguments each action gets, the first as many as it can; as for re's greedy `*`."""
    counts = []
    bounds = [_bounds(action) for action in actions]
    while bounds and sum([least for least, _ in bounds]) > available:
        bounds.pop()
    for i, (least, most) in enumerate(bounds):
        free = available - sum([later for later, _ in bounds[i + 1:]])
        counts.append(free if most is None else min(most, free))
        available -= counts[-1]
    return counts


class _Run(object):
    """One parse of a list of arguments."""

    def __init__(self, parser, args, namespace):
        self._parser, self._args, self._namespace = parser, args, namespace
        self._positionals = [action for action in parser._actions if not action.option_strings]
        self._seen = []
        self._given = []
        self._options = {}
        self._kinds = []
        for i, arg in enumerate(args):
            if "-" in self._kinds or _tfscope.is_unknown(arg):
                self._kinds.append("A")
            elif arg == "--":
                self._kinds.append("-")
            else:
                option = parser._parsed_option(arg)
                self._kinds.append("A" if option is None else "O")
                if option is not None:
                    self._options[i] = option

    def rest(self):
        extras = []
        at = 0
        while self._options and at <= max(self._options):
            following = min([i for i in self._options if i >= at])
            if at != following:
                end = self._take_positionals(at)
                if end > at:
                    at = end
                    continue
            if at not in self._options:
                extras.extend(self._args[at:following])
                at = following
            at = self._take_option(at, extras)
        end = self._take_positionals(at)
        extras.extend(self._args[end:])
        self._check()
        return extras

    def _run_length(self, at):
        end = at
        while end < len(self._args) and self._kinds[end] != "O":
            end += 1
        return end - at

    def _take_positionals(self, at):
        available = self._args[at:at + self._run_length(at)]
        plain = [arg for i, arg in enumerate(available) if self._kinds[at + i] != "-"]
        for count in _shared(self._positionals, len(plain)):
            action = self._positionals.pop(0)
            taken = 0
            values = []
            while len(values) < count:
                if self._kinds[at + taken] != "-":
                    values.append(self._args[at + taken])
                taken += 1
            at += taken
            if isinstance(action, _Commands):
                at = self._run_command(action, values, at)
            else:
                self._act(action, values, None)
        return at

    def _run_command(self, commands, values, at):
        self._seen.append(commands)
        if values[0] not in commands._parsers:
            self._fail(commands, "invalid choice: %r (choose from %s)" % (
                values[0], ", ".join([repr(name) for name in commands._parsers])))
        if commands.dest is not SUPPRESS:
            setattr(self._namespace, commands.dest, values[0])
        self._args[at:] = commands._parsers[values[0]].parse_known_args(self._args[at:], self._namespace)[1]
        self._kinds[at:] = ["A"] * len(self._args[at:])
        self._options = dict([(i, option) for i, option in self._options.items() if i < at])
        return at

    def _take_option(self, at, extras):
        action, option, value = self._options[at]
        if action is None:
            extras.append(self._args[at])
            return at + 1
        while value is not None and _bounds(action)[1] == 0:
            if option.startswith("--"):
                self._fail(action, "ignored explicit argument %r" % value)
            self._act(action, [], option)
            option, value = "-" + value[0], value[1:] or None
            if option not in self._parser._all_options():
                self._fail(action, "ignored explicit argument %r" % value)
            action = self._parser._all_options()[option]
        least, most = _bounds(action)
        if value is not None:
            if least > 1:
                self._fail(action, "expected %s arguments" % least)
            self._act(action, [value], option)
            return at + 1
        kinds = ("A",) if action.nargs != "..." else ("A", "O")
        available = 0
        while at + 1 + available < len(self._args) and self._kinds[at + 1 + available] in kinds:
            available += 1
        count = available if most is None else min(most, available)
        if count < least:
            self._fail(action, _EXPECTED.get(action.nargs) or "expected %s argument%s" % (
                action.nargs, "" if action.nargs == 1 else "s"))
        self._act(action, self._args[at + 1:at + 1 + count], option)
        return at + 1 + count

    def _fail(self, action, message):
        name = "/".join(action.option_strings) or action.metavar or action.dest
        self._parser.error("argument %s: %s" % (name, message))

    def _converted(self, action, text):
        if action.type is None or not isinstance(text, str):
            return text
        try:
            return action.type(text)
        except (ArgumentTypeError, TypeError, ValueError):
            self._fail(action, "invalid %s value: %r" % (getattr(action.type, "__name__", action.type), text))

    def _checked(self, action, value):
        if action.choices is not None and value not in action.choices:
            self._fail(action, "invalid choice: %r (choose from %s)" % (
                value, ", ".join([repr(choice) for choice in action.choices])))
        return value

    def _value(self, action, values, option):
        if not values and action.nargs == "?":
            value = self._converted(action, action.default if option is None else action.const)
            return self._checked(action, value) if option is not None else value
        if not values and action.nargs == "*" and option is None:
            return values if action.default is None else action.default
        converted = [self._checked(action, self._converted(action, value)) for value in values]
        return converted[0] if action.nargs in (None, "?") else converted

    def _act(self, action, values, option):
        if action.kind == "help":
            self._parser.print_help()
        if action.kind == "version" and action.version is not None:
            print(action.version % {"prog": self._parser.prog})
        if action.kind in ("help", "version"):
            self._parser.exit(0)
        value = [] if action.kind in _WITHOUT_VALUE else self._value(action, values, option)
        self._seen.append(action)
        if value is not action.default:
            for group in self._parser._exclusive:
                others = [other for other in group.actions if other is not action and other in self._given]
                if action in group.actions and others:
                    self._fail(action, "not allowed with argument %s" % "/".join(others[0].option_strings))
            self._given.append(action)
        self._store(action, value, option)

    def _store(self, action, value, option):
        held = getattr(self._namespace, action.dest, None)
        if action.kind == "custom":
            action(self._parser, self._namespace, value, option)
        elif action.kind in ("store_true", "store_false", "store_const"):
            setattr(self._namespace, action.dest, action.const)
        elif action.kind == "count":
            setattr(self._namespace, action.dest, (held or 0) + 1)
        elif action.kind in ("append", "append_const"):
            added = value if action.kind == "append" else action.const
            setattr(self._namespace, action.dest, list(held or []) + [added])
        else:
            setattr(self._namespace, action.dest, value)

    def _check(self):
        missing = []
        for action in self._parser._actions:
            if action in self._seen:
                continue
            if action.required:
                missing.append("/".join(action.option_strings) or action.metavar or action.dest)
            elif isinstance(action.default, str) and getattr(self._namespace, action.dest, None) is action.default:
                setattr(self._namespace, action.dest, self._converted(action, action.default))
        if missing and _tfscope.assumes_arguments():
            for action in self._parser._actions:
                needed = action.required and (action.option_strings or _bounds(action)[0] > 0)
                if needed and action not in self._seen and action.dest is not SUPPRESS:
                    setattr(self._namespace, action.dest, _tfscope.unknown(_HINTS.get(action.type, "any")))
        elif missing:
            self._parser.error("the following arguments are required: %s" % ", ".join(missing))
        for group in self._parser._exclusive:
            if group.required and not [action for action in group.actions if action in self._given]:
                names = ["/".join(action.option_strings) for action in group.actions]
                self._parser.error("one of the arguments %s is required" % " ".join(names))


_HINTS = {None: "str", str: "str", int: "int", float: "float"}  # what is known of a text that was converted


def _flag_value(action, text):
    """What the command line of the analysis gives for an action."""
    if action.nargs in (None, "?") and action.kind not in _WITHOUT_VALUE:
        return text if action.type is None else action.type(text)
    try:
        return ast.literal_eval(text)
    except (SyntaxError, ValueError):
        return text


class ArgumentParser(object):

    _is_lent = False  # to code that is not known

    def __init__(self,
                 prog=None,
                 usage=None,
                 description=None,
                 epilog=None,
                 parents=(),
                 formatter_class=HelpFormatter,
                 prefix_chars="-",
                 fromfile_prefix_chars=None,
                 argument_default=None,
                 conflict_handler="error",
                 add_help=True,
                 allow_abbrev=True):
        self.prog = sys.argv[0].rpartition("/")[2] if prog is None else prog
        self.usage = usage
        self._formatter_class = formatter_class if hasattr(formatter_class, "keeps_help") else HelpFormatter
        self._groups = []
        self.description = description
        self.epilog = epilog
        self._actions = []
        self._defaults = {}
        self._argument_default = argument_default
        self._exclusive = []
        if add_help:
            self.add_argument("-h", "--help", action="help", dest=SUPPRESS, default=SUPPRESS,
                              help="show this help message and exit")
        for parent in parents:
            self._actions.extend([action for action in parent._actions if action.kind != "help"])
            self._exclusive.extend(parent._exclusive)
            self._defaults.update(parent._defaults)

    register = lambda self, registry_name, value, object: None

    def add_argument_group(self, title=None, description=None, **kwargs):
        self._groups.append(_Group(self, title=title, description=description))
        return self._groups[-1]

    def add_mutually_exclusive_group(self, required=False):
        group = _Group(self, True, required)
        self._exclusive.append(group)
        return group

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def add_argument(self, *flags, **kwargs):
        given = list(kwargs)
        kind = kwargs.pop("action", "store")
        version = kwargs.pop("version", None)
        if kind == "version":
            kwargs = dict(dict(dest=SUPPRESS, default=SUPPRESS, help="show program's version number and exit"), **kwargs)
        options = [flag for flag in flags if flag.startswith("-")]
        dest = kwargs.pop("dest", None)
        if dest is None and options:
            dest = ([option for option in options if option.startswith("--")]
                    or options)[0].lstrip("-").replace("-", "_")
        elif dest is None:
            dest = flags[0]
        if "default" not in kwargs:
            stores_false_or_true = isinstance(kind, str) and kind in ("store_true", "store_false")
            kwargs["default"] = kind == "store_false" if stores_false_or_true else self._argument_default
        if kind == "store_true" or kind == "store_false":
            kwargs["const"] = kind == "store_true"
        if isinstance(kind, str):
            action = Action(options, dest, **kwargs)
            action.kind, action.version = kind, version
        else:
            action = kind(options, dest, **kwargs)
            action.kind = "custom"
        if not options:
            action.required = action.nargs not in ("?", "*") or (action.nargs == "*" and "default" not in given)
        if dest in self._defaults:
            action.default = self._defaults[dest]
        self._actions.append(action)
        return action

    def add_subparsers(self, **kwargs):
        commands = _Commands(self.prog, kwargs.get("dest", SUPPRESS), kwargs.get("required", False))
        commands.help, commands.metavar = kwargs.get("help"), kwargs.get("metavar")
        self._actions.append(commands)
        return commands

    # ---- parsing
    def parse_args(self, args=None, namespace=None):
        found, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error("unrecognized arguments: %s" % " ".join(rest))
        return found

    def parse_known_args(self, args=None, namespace=None):
        args = list(sys.argv[1:] if args is None else args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.default is not SUPPRESS and action.dest is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for name in self._defaults:
            if not hasattr(namespace, name):
                setattr(namespace, name, self._defaults[name])
        rest = _Run(self, args, namespace).rest()
        for text in _tfscope.flag_values():
            name, _, value = text.partition("=")
            for action in self._actions:
                if action.dest == name or name in [option.lstrip("-") for option in action.option_strings]:
                    setattr(namespace, action.dest, _flag_value(action, value))
        if self._is_lent:
            namespace.__class__ = OpenNamespace
        return namespace, rest

    def _all_options(self):
        return dict([(option, action) for action in self._actions for option in action.option_strings])

    def _parsed_option(self, arg):
        """(action, option, value after it) if `arg` is an option; None if it is an argument."""
        if not arg.startswith("-") or len(arg) == 1:
            return None
        options = self._all_options()
        if arg in options:
            return options[arg], arg, None
        name, equals, value = arg.partition("=")
        if equals and name in options:
            return options[name], name, value
        found = []
        if arg.startswith("--"):
            found = [(options[option], option, value if equals else None) for option in options
                     if option.startswith(name)]
        else:
            for option in options:
                if option == arg[:2]:
                    found.append((options[option], option, arg[2:]))
                elif option.startswith(arg):
                    found.append((options[option], option, None))
        if len(found) > 1:
            self.error("ambiguous option: %s could match %s" % (arg, ", ".join([match[1] for match in found])))
        if found:
            return found[0]
        if _is_negative_number(arg) and not any([_is_negative_number(option) for option in options]):
            return None
        return None if " " in arg else (None, arg, None)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, "%s: error: %s\n" % (self.prog, message))

    def exit(self, status=0, message=None):
        if message:
            sys.stderr.write(message)
        raise SystemExit(status)

    def print_help(self, file=None):
        (file or sys.stdout).write(self.format_help())

    def print_usage(self, file=None):
        (file or sys.stdout).write(self.format_usage())

    def format_help(self):
        return help_of(self)

    def format_usage(self):
        return usage_of(self)


class _Commands(Action):
    """What add_subparsers gives: a positional argument that names another parser."""

    def __init__(self, prog, dest, required):
        Action.__init__(self, [], dest, nargs="A...", required=required)
        self._prog, self._parsers, self._helps = prog, {}, []

    def add_parser(self, name, **kwargs):
        if "help" in kwargs:
            self._helps.append((name, kwargs.pop("help")))
        kwargs.setdefault("prog", "%s %s" % (self._prog, name))
        aliases = kwargs.pop("aliases", ())
        self._parsers[name] = ArgumentParser(**kwargs)
        for alias in aliases:
            self._parsers[alias] = self._parsers[name]
        return self._parsers[name]
