"""fnmatch."""


def _set_end(pattern, at):
    end = at + 1
    if end < len(pattern) and pattern[end] == "!":
        end += 1
    if end < len(pattern) and pattern[end] == "]":
        end += 1
    while end < len(pattern) and pattern[end] != "]":
        end += 1
    return end


def _in_set(char, members):
    negated = members.startswith("!")
    if negated:
        members = members[1:]
    i, found = 0, False
    while i < len(members):
        if i + 2 < len(members) and members[i + 1] == "-":
            found = found or members[i] <= char <= members[i + 2]
            i += 3
        else:
            found = found or members[i] == char
            i += 1
    return found != negated


def _one(name, at, pattern, p):
    """The place behind the pattern's single character at p if it fits name[at], else -1."""
    if p >= len(pattern) or pattern[p] == "*":
        return -1
    if pattern[p] == "?":
        return p + 1
    if pattern[p] == "[":
        end = _set_end(pattern, p)
        if end < len(pattern):
            return end + 1 if _in_set(name[at], pattern[p + 1:end]) else -1
    return p + 1 if pattern[p] == name[at] else -1


def fnmatchcase(name, pat):
    at, p, star, mark = 0, 0, -1, 0
    while at < len(name):
        behind = _one(name, at, pat, p)
        if behind >= 0:
            at, p = at + 1, behind
        elif p < len(pat) and pat[p] == "*":
            star, mark, p = p, at, p + 1
        elif star >= 0:
            mark += 1
            at, p = mark, star + 1
        else:
            return False
    return pat[p:].strip("*") == ""


fnmatch = fnmatchcase


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]
