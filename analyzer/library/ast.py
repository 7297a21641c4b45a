"""ast: literals; trees of code are not made."""

from _tfscope import unknown


def _is_literal(text):
    """Only what a literal can hold: no names but None, True and False, no calls."""
    word, quote, i = "", "", 0
    while i <= len(text):
        char = text[i:i + 1]
        if quote:
            if char == "\\":
                i += 1
            elif char == quote or char == "":
                quote = ""
        elif char and (char.isalnum() or char in "_."):
            word += char
        else:
            is_number = word[:1].isdigit() or word[:1] == "."
            is_prefix = char and char in "'\"" and word.lower() in ("b", "r", "u", "br", "rb")
            if word and not is_number and not is_prefix and word not in ("None", "True", "False"):
                return False
            if char == "(" and word:
                return False
            if char and char in "'\"":
                quote = char
            elif char and char not in " \t\n()[]{},:+-":
                return False
            word = ""
        i += 1
    return True


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        return unknown("any")
    if not _is_literal(node_or_string):
        raise ValueError("malformed node or string: " + repr(node_or_string))
    return eval(node_or_string, {})
