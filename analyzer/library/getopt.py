"""getopt."""


class GetoptError(Exception):

    def __init__(self, msg, opt=""):
        Exception.__init__(self, msg, opt)
        self.msg, self.opt = msg, opt

    def __str__(self):
        return self.msg


error = GetoptError


def _long(word, args, longopts):
    name, equals, value = word[2:].partition("=")
    matches = [option for option in longopts if option.rstrip("=").startswith(name)]
    exact = [option for option in matches if option.rstrip("=") == name]
    if not matches:
        raise GetoptError("option --{} not recognized".format(name), name)
    if len(matches) > 1 and not exact:
        raise GetoptError("option --{} not a unique prefix".format(name), name)
    option = (exact or matches)[0]
    if not option.endswith("="):
        if equals:
            raise GetoptError("option --{} must not have an argument".format(option), option)
        return "--" + option, ""
    if not equals:
        if not args:
            raise GetoptError("option --{} requires argument".format(option.rstrip("=")), option)
        value = args.pop(0)
    return "--" + option.rstrip("="), value


def _short(word, args, shortopts, found):
    letters = word[1:]
    while letters:
        letter, letters = letters[0], letters[1:]
        at = shortopts.find(letter)
        if at < 0 or letter == ":":
            raise GetoptError("option -{} not recognized".format(letter), letter)
        if shortopts[at + 1:at + 2] != ":":
            found.append(("-" + letter, ""))
            continue
        if not letters and not args:
            raise GetoptError("option -{} requires argument".format(letter), letter)
        found.append(("-" + letter, letters or args.pop(0)))
        letters = ""


def getopt(args, shortopts, longopts=[]):
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    found, args = [], list(args)
    while args and args[0].startswith("-") and args[0] != "-":
        word = args.pop(0)
        if word == "--":
            break
        if word.startswith("--"):
            found.append(_long(word, args, longopts))
        else:
            _short(word, args, shortopts, found)
    return found, args


gnu_getopt = getopt
