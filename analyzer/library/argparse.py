"""argparse, for the options and positional arguments that programs declare."""

import sys

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
REMAINDER = "..."


class ArgumentError(Exception):
    pass


class ArgumentTypeError(Exception):
    pass


class HelpFormatter(object):

    def __init__(self, *args, **kwargs):
        pass


RawTextHelpFormatter = RawDescriptionHelpFormatter = HelpFormatter
ArgumentDefaultsHelpFormatter = MetavarTypeHelpFormatter = HelpFormatter


class Namespace(object):

    def __init__(self, **kwargs):
        for name in kwargs:
            setattr(self, name, kwargs[name])

    def __contains__(self, key):
        return key in self.__dict__

    def __eq__(self, other):
        return isinstance(other, Namespace) and vars(self) == vars(other)

    def __repr__(self):
        return "Namespace(%s)" % ", ".join(["%s=%r" % item for item in sorted(vars(self).items())])


class Action(object):

    def __init__(self,
                 option_strings,
                 dest,
                 nargs=None,
                 const=None,
                 default=None,
                 type=None,
                 choices=None,
                 required=False,
                 help=None,
                 metavar=None):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.kind = "store"

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")


class _Group(object):

    def __init__(self, parser):
        self._parser = parser

    def add_argument(self, *args, **kwargs):
        return self._parser.add_argument(*args, **kwargs)

    def add_argument_group(self, *args, **kwargs):
        return self

    def add_mutually_exclusive_group(self, **kwargs):
        return self


class ArgumentParser(object):

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
        self.prog = prog
        self.description = description
        self.epilog = epilog
        self._actions = []
        self._defaults = {}
        self._argument_default = argument_default
        self._commands = None
        for parent in parents:
            self._actions.extend(parent._actions)
            self._defaults.update(parent._defaults)

    def register(self, registry_name, value, object):
        pass

    def add_argument_group(self, *args, **kwargs):
        return _Group(self)

    add_mutually_exclusive_group = add_argument_group

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
        kind = kwargs.pop("action", "store")
        kwargs.pop("version", None)
        options = [flag for flag in flags if flag.startswith("-")]
        dest = kwargs.pop("dest", None)
        if dest is None and options:
            dest = ([option for option in options if option.startswith("--")]
                    or options)[0].lstrip("-").replace("-", "_")
        elif dest is None:
            dest = flags[0]
        if "default" not in kwargs:
            kwargs["default"] = {
                "store_true": False,
                "store_false": True
            }.get(kind, self._argument_default) if isinstance(kind, str) else self._argument_default
        if kind == "store_true" or kind == "store_false":
            kwargs["const"] = kind == "store_true"
        if isinstance(kind, str):
            action = Action(options, dest, **kwargs)
            action.kind = kind
        else:
            action = kind(options, dest, **kwargs)
            action.kind = "custom"
        if dest in self._defaults:
            action.default = self._defaults[dest]
        self._actions.append(action)
        return action

    def add_subparsers(self, **kwargs):
        self._commands = _Commands(kwargs.get("dest"))
        return self._commands

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
            if action.default is not SUPPRESS and action.kind not in ("help", "version") and not hasattr(
                    namespace, action.dest):
                setattr(namespace, action.dest, self._converted_default(action))
        for name in self._defaults:
            if not hasattr(namespace, name):
                setattr(namespace, name, self._defaults[name])
        rest = self._consume(args, namespace)
        return namespace, rest

    def _converted_default(self, action):
        if isinstance(action.default, str) and action.type is not None:
            return action.type(action.default)
        return action.default

    def _consume(self, args, namespace):
        positionals = [action for action in self._actions if not action.option_strings]
        rest, seen = [], set()
        while args:
            arg = args.pop(0)
            name, _, value = arg.partition("=")
            action = self._option(name) if arg.startswith("-") and arg != "-" else None
            if action is not None:
                seen.add(action.dest)
                self._apply(action, namespace, [value] if "=" in arg else self._values(action, args), name)
            elif arg.startswith("-") and len(arg) > 1 and not arg[1:2].isdigit():
                rest.append(arg)
            elif positionals:
                action = positionals.pop(0)
                seen.add(action.dest)
                args.insert(0, arg)
                self._apply(action, namespace, self._values(action, args), None)
            elif self._commands is not None and arg in self._commands._parsers:
                return rest + self._commands._run(arg, args, namespace)
            else:
                rest.append(arg)
        missing = [action for action in self._actions if action.required and action.dest not in seen] + [
            action for action in positionals if action.nargs not in ("?", "*", "...")]
        if missing:
            self.error("the following arguments are required: %s" % ", ".join(
                ["/".join(action.option_strings) or action.dest for action in missing]))
        return rest

    def _option(self, name):
        exact = [action for action in self._actions if name in action.option_strings]
        if exact:
            return exact[0]
        longer = [action for action in self._actions
                  if name.startswith("--") and any([option.startswith(name) for option in action.option_strings])]
        return longer[0] if len(longer) == 1 else None

    def _values(self, action, args):
        if action.kind in ("store_true", "store_false", "store_const", "append_const", "count", "help", "version"):
            return []
        count = 1 if action.nargs is None else action.nargs
        values = []
        while args and (not isinstance(count, int) or len(values) < count):
            if args[0].startswith("-") and len(args[0]) > 1 and not args[0][1:2].isdigit() and count != "...":
                break
            if count == "?" and values:
                break
            values.append(args.pop(0))
        return values

    def _apply(self, action, namespace, values, option):
        if action.kind == "custom":
            values = [value if action.type is None else action.type(value) for value in values]
            action(self, namespace, values if action.nargs is not None else values[0], option)
            return
        if action.kind in ("store_true", "store_false", "store_const"):
            setattr(namespace, action.dest, action.const)
            return
        if action.kind in ("help", "version"):
            sys.exit(0)
        if action.kind == "count":
            setattr(namespace, action.dest, (getattr(namespace, action.dest) or 0) + 1)
            return
        converted = [value if action.type is None else action.type(value) for value in values]
        if action.nargs == "?" and not converted:
            result = action.const if option is not None else action.default
        else:
            result = converted if action.nargs not in (None, "?") else converted[0]
        if action.choices is not None and action.nargs is None and result not in action.choices:
            self.error("argument %s: invalid choice: %r (choose from %s)" % ( "/".join(action.option_strings)
                       or action.dest, result, ", ".join([repr(item) for item in action.choices])))
        if action.kind == "append":
            result = list(getattr(namespace, action.dest) or []) + [result]
        setattr(namespace, action.dest, result)

    def error(self, message):
        self.exit(2)

    def exit(self, status=0, message=None):
        raise SystemExit(status)

    def print_help(self, file=None):
        pass

    print_usage = print_help

    def format_help(self):
        return ""

    format_usage = format_help


class _Commands(object):

    def __init__(self, dest):
        self._dest = dest
        self._parsers = {}

    def add_parser(self, name, **kwargs):
        kwargs.pop("help", None)
        kwargs.pop("aliases", None)
        self._parsers[name] = ArgumentParser(**kwargs)
        return self._parsers[name]

    def _run(self, name, args, namespace):
        if self._dest is not None:
            setattr(namespace, self._dest, name)
        return self._parsers[name].parse_known_args(args, namespace)[1]


class FileType(object):

    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode = mode

    def __call__(self, string):
        return string
