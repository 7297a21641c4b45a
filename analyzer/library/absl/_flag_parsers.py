"""How the texts and defaults of flags become values."""


class Error(Exception):
    __module__ = "absl.flags._exceptions"


class IllegalFlagValueError(Error):
    __module__ = "absl.flags._exceptions"


class ArgumentParser(object):

    hint = "str"

    def parse(self, argument):
        if not isinstance(argument, str):
            raise TypeError('flag value must be a string, found "{}"'.format(type(argument)))
        return argument


class _NumberParser(ArgumentParser):

    number_article = number_name = None

    def __init__(self, lower_bound=None, upper_bound=None):
        self.lower_bound = lower_bound
        self.upper_bound = upper_bound

    def _bounds(self):
        """What is said of a number that fits."""
        low, high = self.lower_bound, self.upper_bound
        words = "%s %s" % (self.number_article, self.number_name)
        if low is not None and high is not None:
            return "%s in the range [%s, %s]" % (words, low, high)
        for bound, beyond, what in ((low, 0, "a non-negative"), (low, 1, "a positive"), (high, -1, "a negative"),
                                    (high, 0, "a non-positive")):
            if bound == beyond and bound is not None and (beyond != 1 and beyond != -1 or self.number_name == "integer"):
                return "%s %s" % (what, self.number_name)
        return "%s >= %s" % (self.number_name, low) if low is not None else "%s <= %s" % (self.number_name, high)

    def parse(self, argument):
        value = self.convert(argument)
        below = self.lower_bound is not None and value < self.lower_bound
        if below or self.upper_bound is not None and value > self.upper_bound:
            raise ValueError("%s is not %s" % (value, self._bounds()))
        return value


class IntegerParser(_NumberParser):

    hint = "int"
    number_article = "an"
    number_name = "integer"

    def convert(self, argument):
        if isinstance(argument, int) and not isinstance(argument, bool):
            return argument
        if not isinstance(argument, str):
            raise TypeError("Expect argument to be a string or int, found {}".format(type(argument)))
        base = 10
        if len(argument) > 2 and argument[0] == "0":
            base = {"o": 8, "x": 16}.get(argument[1], 10)
        return int(argument, base)


class FloatParser(_NumberParser):

    hint = "float"
    number_article = "a"
    number_name = "number"

    def convert(self, argument):
        if isinstance(argument, (int, float, str)) and not isinstance(argument, bool):
            return float(argument)
        raise TypeError("Expect argument to be a string, int, or float, found {}".format(type(argument)))


class BooleanParser(ArgumentParser):

    hint = "bool"

    def parse(self, argument):
        if isinstance(argument, str):
            if argument.lower() in ("true", "t", "1"):
                return True
            if argument.lower() in ("false", "f", "0"):
                return False
            raise ValueError("Non-boolean argument to boolean flag", argument)
        if isinstance(argument, (int, float)) and argument == bool(argument):
            return bool(argument)
        raise ValueError("Non-boolean argument to boolean flag", argument)


class EnumParser(ArgumentParser):

    def __init__(self, enum_values, case_sensitive=True):
        if not enum_values:
            raise ValueError("enum_values cannot be empty, found {}".format(enum_values))
        self.enum_values = enum_values

    def parse(self, argument):
        if argument not in self.enum_values:
            raise ValueError("value should be one of <%s>" % "|".join(self.enum_values))
        return argument


class ListParser(ArgumentParser):

    hint = "list"

    def parse(self, argument):
        if isinstance(argument, list):
            return argument
        return [part.strip() for part in argument.split(",")] if argument else []


class WhitespaceSeparatedListParser(ListParser):

    def __init__(self, comma_compat=False):
        self._comma_compat = comma_compat

    def parse(self, argument):
        if isinstance(argument, list):
            return argument
        return (argument.replace(",", " ") if self._comma_compat else argument).split()
