"""Dates as text: the directives of strftime and strptime, and ISO formats."""

MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _fields(value):
    year, month, day, hour, minute, second, weekday, year_day = tuple(value.timetuple())[:8]
    clock = "%02d:%02d:%02d" % (hour, minute, second)
    short = "%02d/%02d/%02d" % (month, day, year % 100)
    iso = value.isocalendar()
    return {
        "Y": "%d" % year, "y": "%02d" % (year % 100), "m": "%02d" % month, "d": "%02d" % day, "e": "%2d" % day,
        "H": "%02d" % hour, "k": "%2d" % hour, "I": "%02d" % (hour % 12 or 12), "l": "%2d" % (hour % 12 or 12),
        "M": "%02d" % minute, "S": "%02d" % second, "j": "%03d" % year_day, "C": "%02d" % (year // 100),
        "B": MONTHS[month], "b": MONTHS[month][:3], "h": MONTHS[month][:3], "A": WEEKDAYS[weekday],
        "a": WEEKDAYS[weekday][:3], "p": "AM" if hour < 12 else "PM", "P": "am" if hour < 12 else "pm",
        "w": "%d" % ((weekday + 1) % 7), "u": "%d" % (weekday + 1), "%": "%", "n": "\n", "t": "\t",
        "G": "%d" % iso[0], "g": "%02d" % (iso[0] % 100), "V": "%02d" % iso[1],
        "F": "%d-%02d-%02d" % (year, month, day), "T": clock, "X": clock, "R": "%02d:%02d" % (hour, minute),
        "D": short, "x": short, "r": "%02d:%02d:%02d %s" % (hour % 12 or 12, minute, second, "AM" if hour < 12 else "PM"),
        "U": "%02d" % ((year_day + 6 - (weekday + 1) % 7) // 7), "W": "%02d" % ((year_day + 6 - weekday) // 7),
        "c": "%s %s %2d %s %d" % (WEEKDAYS[weekday][:3], MONTHS[month][:3], day, clock, year),
        "f": "%06d" % getattr(value, "microsecond", 0), "z": value._offset_text(""), "Z": value._zone_name(),
    }


def formatted(value, fmt):
    fields = _fields(value)
    result, i = [], 0
    while i < len(fmt):
        letter = fmt[i + 1:i + 2]
        if fmt[i] == "%" and letter == "-" and fmt[i + 2:i + 3] in fields:
            result.append(fields[fmt[i + 2]].lstrip("0") or "0")
            i += 3
        elif fmt[i] == "%" and letter in fields and letter:
            result.append(fields[letter])
            i += 2
        else:
            result.append(fmt[i])
            i += 1
    return "".join(result)


def _digits(text, at, most):
    end = at
    while end < len(text) and end - at < most and text[end].isdigit():
        end += 1
    return end


_LENGTHS = {"Y": 4, "f": 6, "j": 3, "w": 1}
_LIMITS = {"m": (1, 12), "d": (1, 31), "H": (0, 23), "I": (1, 12), "M": (0, 59), "S": (0, 61), "j": (1, 366),
           "U": (0, 53), "W": (0, 53)}
_NAMES = {"b": [name[:3] for name in MONTHS], "B": list(MONTHS), "p": ["", "AM", "PM"],
          "a": [""] + [name[:3] for name in WEEKDAYS], "A": [""] + list(WEEKDAYS)}
_SHORTHANDS = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}


class _Mismatch(Exception):
    pass


def _take_name(letter, text, at):
    names = _NAMES[letter]
    fitting = [i for i in range(1, len(names)) if text[at:at + len(names[i])].lower() == names[i].lower()]
    if not fitting:
        raise _Mismatch
    longest = max(fitting, key=lambda i: len(names[i]))
    return longest, at + len(names[longest])


def _take_offset(text, at):
    if text[at:at + 1] == "Z":
        return 0, at + 1
    digits = text[at + 1:at + 6].replace(":", "")[:4]
    if text[at:at + 1] not in ("+", "-") or len(digits) != 4 or not digits.isdigit():
        raise _Mismatch
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    return -minutes if text[at] == "-" else minutes, at + (6 if ":" in text[at:at + 6] else 5)


def _take_number(letter, text, at):
    end = _digits(text, at, _LENGTHS.get(letter, 2))
    low, high = _LIMITS.get(letter, (0, 999999))
    while end > at and not low <= int(text[at:end]) <= high:
        end -= 1
    if end == at or (letter in ("Y", "y") and end - at != _LENGTHS.get(letter, 2)):
        raise _Mismatch
    number = int(text[at:end].ljust(6, "0")) if letter == "f" else int(text[at:end])
    return number, end


def _take_all(text, fmt, values):
    at = i = 0
    while i < len(fmt):
        if fmt[i].isspace():
            while i < len(fmt) and fmt[i].isspace():
                i += 1
            if not text[at:at + 1].isspace():
                raise _Mismatch
            while text[at:at + 1].isspace():
                at += 1
            continue
        letter = fmt[i + 1:i + 2]
        if fmt[i] != "%" or letter == "%":
            if text[at:at + 1] != fmt[i]:
                raise _Mismatch
            at, i = at + 1, i + (2 if fmt[i] == "%" else 1)
            continue
        i += 2
        if letter in _NAMES:
            values[letter.lower()], at = _take_name(letter, text, at)
        elif letter == "z":
            values["z"], at = _take_offset(text, at)
        elif letter in "YymdHIMSfjwUW":
            values[letter], at = _take_number(letter, text, at)
        else:
            raise ValueError("'%s' is a bad directive in format '%s'" % (letter, fmt))
    if at != len(text):
        raise ValueError("unconverted data remains: %s" % text[at:])


def parsed(text, fmt):
    """Year, month, day, hour, minute, second, microsecond of a text that `fmt` describes, and the zone's minutes."""
    for letter in _SHORTHANDS:
        fmt = fmt.replace("%" + letter, _SHORTHANDS[letter])
    if fmt.endswith("%") and not fmt.endswith("%%"):
        raise ValueError("stray %% in format '%s'" % fmt)
    values = {}
    try:
        _take_all(text, fmt, values)
    except _Mismatch:
        raise ValueError("time data %r does not match format %r" % (text, fmt)) from None
    year = values.get("Y", 1900)
    if "y" in values:
        year = values["y"] + (2000 if values["y"] < 69 else 1900)
    hour = values.get("H", 0)
    if "I" in values:
        hour = values["I"] % 12 + (12 if values.get("p") == 2 else 0)
    month, day = values.get("b", values.get("m", 1)), values.get("d", 1)
    return [year, month, day, hour, values.get("M", 0), values.get("S", 0), values.get("f", 0)], values
