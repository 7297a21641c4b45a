"""How argparse shows a parser: its usage and its help, 80 columns wide."""

import textwrap

SUPPRESS = "==SUPPRESS=="
_WIDTH = 78
_HELP_COLUMN = 24
_WITHOUT_VALUE = ("store_true", "store_false", "store_const", "append_const", "count", "help", "version")


class HelpFormatter(object):

    def __init__(self, *args, **kwargs):
        pass

    keeps_description = keeps_help = shows_defaults = shows_types = False


class RawDescriptionHelpFormatter(HelpFormatter):
    keeps_description = True


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    keeps_help = True


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    shows_defaults = True


class MetavarTypeHelpFormatter(HelpFormatter):
    shows_types = True


class FileType(object):

    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode = mode

    def __call__(self, string):
        return string


def _placeholder(parser, action):
    """What stands for one value of an action."""
    if action.metavar is not None:
        return action.metavar
    choices = getattr(action, "_parsers", None) or action.choices
    if choices is not None:
        return "{%s}" % ",".join([str(choice) for choice in choices])
    if getattr(parser._formatter_class, "shows_types", False) and action.type is not None:
        return action.type.__name__
    return action.dest.upper() if action.option_strings else action.dest


def _arguments(parser, action):
    name = _placeholder(parser, action)
    names = name if isinstance(name, tuple) else (name,) * 2
    if isinstance(action.nargs, int):
        return " ".join(name if isinstance(name, tuple) else [name] * action.nargs)
    return {None: "%s" % names[0], "?": "[%s]" % names[0], "*": "[%s [%s ...]]" % names[:2],
            "+": "%s [%s ...]" % names[:2], "...": "...", "A...": "%s ..." % names[0]}[action.nargs]


def _takes_value(action):
    return action.kind not in _WITHOUT_VALUE and action.nargs != 0


def _in_usage(parser, action):
    option = action.option_strings[0]
    return "%s %s" % (option, _arguments(parser, action)) if _takes_value(action) else option


def _option_parts(parser):
    """Each stays on one line."""
    parts, done = [], []
    for action in parser._actions:
        if not action.option_strings or action.help == SUPPRESS or action in done:
            continue
        group = [group for group in parser._exclusive if action in group.actions]
        if group and all([member.option_strings for member in group[0].actions]):
            members = [member for member in group[0].actions if member.help != SUPPRESS]
            done.extend(members)
            text = " | ".join([_in_usage(parser, member) for member in members])
            if len(members) > 1 or not group[0].required:
                text = ("(%s)" if group[0].required else "[%s]") % text
                parts.append(text)
            else:
                parts.extend(text.split(" "))
        elif action.required:
            parts.extend(_in_usage(parser, action).split(" ", 1))
        else:
            parts.append("[%s]" % _in_usage(parser, action))
    return parts


def _position_parts(parser):
    parts = []
    for action in parser._actions:
        if action.option_strings or action.help == SUPPRESS:
            continue
        text = _arguments(parser, action)
        if action.nargs in ("+", "A...") or isinstance(action.nargs, int):
            name, _, rest = text.partition(" ")
            parts.extend([name, rest] if rest else [name])
        else:
            parts.append(text)
    return parts


def _lines(parts, indent, first):
    """Parts in lines; the first line has `first` columns before it."""
    lines, line, used = [], [], first - 1
    for part in parts:
        if used + 1 + len(part) > _WIDTH and line:
            lines.append(indent + " ".join(line))
            line, used = [], len(indent) - 1
        line.append(part)
        used += len(part) + 1
    return lines + [indent + " ".join(line)] if line else lines


def usage_of(parser, prefix="usage: "):
    if parser.usage is not None:
        return prefix + parser.usage % {"prog": parser.prog} + "\n"
    options, positions = _option_parts(parser), _position_parts(parser)
    usage = " ".join([parser.prog] + options + positions)
    if len(prefix) + len(usage) > _WIDTH:
        if len(prefix) + len(parser.prog) <= 0.75 * _WIDTH:
            indent = " " * (len(prefix) + len(parser.prog) + 1)
            lines = _lines([parser.prog] + (options or positions), indent, len(prefix))
            lines[0] = lines[0][len(indent):]
            usage = "\n".join(lines + (_lines(positions, indent, len(indent)) if options else []))
        else:
            indent = " " * len(prefix)
            lines = _lines(options + positions, indent, len(indent))
            if len(lines) > 1:
                lines = _lines(options, indent, len(indent)) + _lines(positions, indent, len(indent))
            usage = "\n".join([parser.prog] + lines)
    return prefix + usage + "\n"


def _invocation(parser, action):
    if not action.option_strings:
        name = _placeholder(parser, action)
        return name if isinstance(name, str) else name[0]
    if not _takes_value(action):
        return ", ".join(action.option_strings)
    arguments = _arguments(parser, action)
    return ", ".join(["%s %s" % (option, arguments) for option in action.option_strings])


def _help_text(parser, action):
    text = action.help
    values = dict(vars(action), prog=parser.prog)
    for name in list(values):
        if values[name] == SUPPRESS:
            del values[name]
        elif hasattr(values[name], "__name__"):
            values[name] = values[name].__name__
    if values.get("choices") is not None:
        values["choices"] = ", ".join([str(choice) for choice in values["choices"]])
    if parser._formatter_class.shows_defaults and "%(default)" not in text and action.default != SUPPRESS and (
            action.option_strings or action.nargs in ("?", "*")):
        text += " (default: %(default)s)"
    return text % values


def _rows(parser, actions):
    """(indentation, invocation, help) of the actions and of the commands below them."""
    rows = []
    for action in actions:
        if action.help == SUPPRESS:
            continue
        text = _help_text(parser, action) if action.help else ""
        rows.append((2, _invocation(parser, action), text))
        rows.extend([(4, name, help) for name, help in getattr(action, "_helps", [])])
    return rows


def _shown_row(parser, row, column):
    indent, invocation, text = row
    if not text:
        return " " * indent + invocation + "\n"
    lines = text.splitlines() if parser._formatter_class.keeps_help else textwrap.wrap(
        " ".join(text.split()), max(_WIDTH - column, 11))
    head = " " * indent + invocation
    if len(invocation) <= column - indent - 2:
        head = head.ljust(column) + lines[0] + "\n"
        lines = lines[1:]
    else:
        head += "\n"
    return head + "".join([" " * column + line + "\n" for line in lines])


def _paragraph(parser, text, indent=""):
    text = text % {"prog": parser.prog} if "%(prog)" in text else text
    if parser._formatter_class.keeps_description:
        return "".join([indent + line for line in text.splitlines(True)]) + "\n\n"
    return textwrap.fill(" ".join(text.split()), _WIDTH, initial_indent=indent, subsequent_indent=indent) + "\n\n"


def help_of(parser):
    grouped = [action for group in parser._groups for action in group.actions]
    own = [action for action in parser._actions if action not in grouped]
    sections = [("positional arguments", None, [action for action in own if not action.option_strings]),
                ("optional arguments", None, [action for action in own if action.option_strings])]
    sections += [(group.title, group.description, group.actions) for group in parser._groups]
    rows = [row for _, _, actions in sections for row in _rows(parser, actions)]
    column = min(max([len(invocation) + indent for indent, invocation, _ in rows] or [0]) + 2, _HELP_COLUMN)
    text = usage_of(parser) + "\n"
    if parser.description:
        text += _paragraph(parser, parser.description)
    for title, description, actions in sections:
        shown = "".join([_shown_row(parser, row, column) for row in _rows(parser, actions)])
        if description:
            shown = _paragraph(parser, description, "  ") + shown
        if shown:
            text += (title + ":\n" if title else "") + shown + "\n"
    if parser.epilog:
        text += _paragraph(parser, parser.epilog)
    return text.strip("\n") + "\n"
