"""shlex."""

_SAFE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-"


def split(s, comments=False, posix=True):
    words, word, quote, i, inside = [], "", "", 0, False
    while i < len(s):
        char = s[i]
        if quote:
            if char == "\\" and quote == '"' and s[i + 1:i + 2] in ('"', "\\"):
                i += 1
                word += s[i]
            elif char == quote:
                quote = ""
            else:
                word += char
        elif char in "'\"":
            quote, inside = char, True
        elif char == "\\":
            i += 1
            word += s[i:i + 1]
            inside = True
        elif char in " \t\r\n":
            if inside:
                words.append(word)
            word, inside = "", False
        elif char == "#" and comments:
            break
        else:
            word += char
            inside = True
        i += 1
    if quote:
        raise ValueError("No closing quotation")
    return words + [word] if inside else words


def quote(s):
    if s and not [char for char in s if char not in _SAFE]:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"
