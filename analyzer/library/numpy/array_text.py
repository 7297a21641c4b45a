"""How arrays print."""

_PRECISION = 8
_LINE_WIDTH = 75
_THRESHOLD = 1000
_EDGE_ITEMS = 3
_DEFAULTS = ("float64", "int64", "bool", "complex128", "str", "bytes")


def text(array, separator, prefix):
    """The array in brackets, its rows under each other."""
    values = array._flat
    if array._shape == ():
        return _alone(values[0], array._dtype._element_type)
    if len(values) == 0:
        return "[]"
    shortened = len(values) > _THRESHOLD
    shown = _edges(values, array._shape) if shortened else values
    form = _format_of(shown, array._dtype._element_type)
    return _block(values, array._shape, 0, form, separator, " " * (len(prefix) + 1), shortened)


def representation(array):
    kind = array._dtype._element_type
    if array._flat is None:
        return "array(<shape {}>)".format(array._shape)
    body = _block(array._flat, (), 0, _format_of(array._flat, kind), "", "", False) if array._shape == () else \
        text(array, ", ", "array(")
    if len(array._flat) == 0 and array._shape != (0,):
        body = "[], shape={}".format(array._shape)
    if kind in _DEFAULTS[:4] and (array._flat or kind == "float64"):
        return "array({})".format(body)
    suffix = "dtype={})".format(repr(str(array._dtype)) if kind in ("str", "bytes") else kind)
    start = "array({},".format(body)
    fits = len(start.rpartition("\n")[2]) + 1 + len(suffix) <= _LINE_WIDTH
    return start + (" " if fits else "\n      ") + suffix


def _alone(value, kind):
    return str(_scalar(value, kind))


def _scalar(value, kind):
    from numpy.scalars import _TYPES
    return _TYPES[kind](value) if kind in ("float16", "float32") else value


def _edges(values, shape):
    if not shape:
        return values
    step = len(values) // shape[0]
    rows = range(shape[0])
    if shape[0] > 2 * _EDGE_ITEMS:
        rows = list(rows[:_EDGE_ITEMS]) + list(rows[-_EDGE_ITEMS:])
    found = []
    for row in rows:
        found.extend(_edges(values[row * step:(row + 1) * step], shape[1:]))
    return found


def _block(values, shape, depth, form, separator, margin, shortened):
    if not shape:
        return form(values[0])
    step = len(values) // shape[0]
    rows = list(range(shape[0]))
    gap = shortened and shape[0] > 2 * _EDGE_ITEMS
    if gap:
        rows = rows[:_EDGE_ITEMS] + [None] + rows[-_EDGE_ITEMS:]
    if len(shape) == 1:
        return _line([None if row is None else form(values[row]) for row in rows], separator, margin,
                     _LINE_WIDTH - 1 - depth)
    between = separator.rstrip() + "\n" * (len(shape) - 1) + margin
    parts = []
    for row in rows:
        if row is None:
            parts.append("...")
        else:
            parts.append(_block(values[row * step:(row + 1) * step], shape[1:], depth + 1, form, separator,
                                margin + " ", shortened))
    return "[" + between.join(parts) + "]"


def _line(words, separator, margin, width):
    """One row, wrapped at the width of a line."""
    lines, here = [], margin
    for i in range(len(words)):
        word = "..." if words[i] is None else words[i]
        last = i + 1 == len(words)
        if len(here) + len(word) > width and here != margin:
            lines.append(here.rstrip())
            here = margin
        here = here + word + ("" if last else separator)
    lines.append(here)
    return "[" + "\n".join(lines)[len(margin):] + "]"


def _format_of(values, kind):
    if kind == "bool":
        return lambda value: " True" if value else "False"
    if kind in ("str", "bytes", "object"):
        return repr if kind != "object" else str if not values else lambda value: repr(value)
    if kind.startswith("complex"):
        real, imaginary = _format_of_floats([value.real for value in values], "float64"), _format_of_floats(
            [abs(value.imag) for value in values], "float64")
        return lambda value: real(value.real) + ("-" if value.imag < 0 else "+") + imaginary(value.imag).strip() + "j"
    if kind.startswith("float") or kind == "bfloat16":
        return _format_of_floats(values, kind)
    width = max([len(str(value)) for value in values])
    return lambda value: str(value).rjust(width)


def _is_special(value):
    return value != value or value in (float("inf"), float("-inf"))


def _format_of_floats(values, kind):
    finite = [value for value in values if not _is_special(value)]
    sizes = [abs(value) for value in finite if value != 0]
    scientific = bool(sizes) and (max(sizes) >= 1e8 or min(sizes) < 1e-4 or max(sizes) / min(sizes) > 1000)
    parts = [_positional(value, kind) for value in finite] if not scientific else \
        [_scientific(value, kind) for value in finite]
    left = max([len(part[0]) for part in parts] + [0])
    right = max([len(part[1]) for part in parts] + [0])
    special = [_special(value) for value in values if _is_special(value)]
    left = max([left] + [len(word) - right - 1 for word in special])

    def form(value):
        if _is_special(value):
            return _special(value).rjust(left + right + 1)
        if scientific:
            whole, fraction, exponent = _scientific(value, kind)
            return whole.rjust(left) + "." + fraction.ljust(right, "0") + exponent
        whole, fraction = _positional(value, kind)
        return whole.rjust(left) + "." + fraction.ljust(right)
    return form


def _special(value):
    return "nan" if value != value else "inf" if value > 0 else "-inf"


def _positional(value, kind):
    """The digits before and behind the point, the fewest that tell the number, at most eight behind it."""
    word = str(_scalar(value, kind))
    if "e" in word or len(word.partition(".")[2]) > _PRECISION:
        word = "%.*f" % (_PRECISION, value)
    whole, _, fraction = word.partition(".")
    return whole, fraction.rstrip("0")


def _scientific(value, kind):
    word = str(_scalar(value, kind))
    digits = word.partition("e")[0].replace(".", "").replace("-", "").strip("0")
    fraction = max(0, min(_PRECISION, len(digits) - 1))
    mantissa, _, exponent = ("%.*e" % (fraction, value)).partition("e")
    whole, _, rest = mantissa.partition(".")
    return whole, rest, "e" + exponent
