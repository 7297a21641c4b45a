"""Makes a program smaller while it keeps a property, by taking statements out of it."""

MOST_TRIALS = 400


class _Trials(object):

    def __init__(self, keeps):
        self.keeps = keeps
        self.left = MOST_TRIALS
        self.seen = set()

    def accepts(self, lines):
        source = "\n".join(lines) + "\n"
        if self.left <= 0 or source in self.seen:
            return False
        self.seen.add(source)
        try:
            compile(source, "program.py", "exec")
        except SyntaxError:
            return False
        self.left -= 1
        return self.keeps(source)


def indent_of(line):
    return len(line) - len(line.lstrip(" "))


def block_end(lines, start):
    """The line after the statement that begins at `start`, with what is indented below it."""
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or indent_of(lines[end]) > indent_of(lines[start])):
        end += 1
    return end


def statement_end(lines, start):
    """The same, with the other clauses of a compound statement."""
    end = block_end(lines, start)
    while (
        end < len(lines)
        and indent_of(lines[end]) == indent_of(lines[start])
        and lines[end].strip().startswith(("else:", "elif ", "except", "finally:"))
    ):
        end = block_end(lines, end)
    return end


def without(lines, start, end):
    """Lines without a range; `pass` stands for it where a block would become empty."""
    before, after = lines[:start], lines[end:]
    if before and before[-1].rstrip().endswith(":") and (not after or indent_of(after[0]) <= indent_of(before[-1])):
        before = before + [" " * indent_of(lines[start]) + "pass"]
    return before + after


def unwrapped(lines, start, end):
    """Lines with the body of a compound statement in the place of the statement."""
    body = lines[start + 1 : block_end(lines, start)]
    if not body or not lines[start].rstrip().endswith(":"):
        return None
    dedent = indent_of(body[0]) - indent_of(lines[start])
    return lines[:start] + [line[dedent:] for line in body] + lines[end:]


def candidates(lines, start):
    end = statement_end(lines, start)
    yield without(lines, start, end)
    if block_end(lines, start) != end or end > start + 1:
        replacement = unwrapped(lines, start, end)
        if replacement is not None:
            yield replacement
        if block_end(lines, start) != end:
            yield without(lines, start, block_end(lines, start))


def remove_runs(lines, trials):
    """Tries to take out long runs of whole statements of the top level."""
    starts = [index for index, line in enumerate(lines) if line.strip() and indent_of(line) == 0]
    size = len(starts) // 2
    while size >= 2:
        position = 0
        while position < len(starts):
            begin = starts[position]
            end = starts[position + size] if position + size < len(starts) else len(lines)
            candidate = lines[:begin] + lines[end:]
            if candidate and trials.accepts(candidate):
                lines = candidate
                starts = [index for index, line in enumerate(lines) if line.strip() and indent_of(line) == 0]
            else:
                position += size
        size //= 2
    return lines


def remove_statements(lines, trials):
    index = len(lines) - 1
    while index >= 0:
        accepted = next((candidate for candidate in candidates(lines, index) if trials.accepts(candidate)), None)
        if accepted is not None:
            lines = accepted
            index = min(index, len(lines))
        index -= 1
    return lines


def reduce(source, keeps):
    """The smallest program found for which `keeps(program)` holds, as it does for `source`."""
    trials = _Trials(keeps)
    lines = remove_runs([line for line in source.split("\n") if line.strip()], trials)
    while True:
        smaller = remove_statements(lines, trials)
        if smaller == lines:
            return "\n".join(lines) + "\n"
        lines = smaller
