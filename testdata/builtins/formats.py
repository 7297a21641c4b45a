"""The format mini-language. Each line prints a result or the exception."""


def t(value, *specs):
    for spec in specs:
        try:
            print(repr(value), spec, ascii(format(value, spec)), sep="|")
        except Exception as e:
            print(repr(value), spec, type(e).__name__ + ":", e)


ints = ["", "d", "5", "<5", ">5", "^5", "=5", "05", "+", " ", "-", "+5d", "*^7", "x", "X", "#x", "#X", "o", "#o", "b", "#b",
        "#010x", "08b", ",", "_", ",d", "_x", "_b", "012,", "c", "n", "e", ".2e", "f", ".1f", "g", "%", ".1%", ".2", "s", "r",
        "é>5", "<<5", ",,", "_,", "5.", ".", "abc", ",x", ",c", "+c", "#c", "99999999999999999999", "=+06d", "<06", ">+8,.2f"]
for value in [0, 5, -5, 42, 255, -255, 1234567, -1234567, 2 ** 70, True, False, 65, 8364]:
    t(value, *ints)
floats = ["", "f", "F", "e", "E", "g", "G", "n", "%", ".0f", ".1f", ".2f", ".10f", ".0e", ".3e", ".3g", ".10g", ".3", ".1", ".0",
          "10", "<10", "^10", "010", "+", "+.1f", " .1f", ",", ",.2f", "_.1f", "015,.2f", "#.0f", "#g", "#.3g", "d", "x", "s", "c",
          "=+10.1f", "*<12.3e", "08.3f", "#e", ".17g", ".20f"]
for value in [0.0, -0.0, 1.0, -1.5, 3.14159, 1234567.891, 1e10, 1e16, 1e-5, 0.0001, 123456789.0, 1e100, 99999.5, 0.5, 2.5, 1e22,
              float("inf"), float("-inf"), float("nan"), 100000.0, 1e5, 123456.0]:
    t(value, *floats)
strings = ["", "s", "5", "<5", ">5", "^5", "^6", "*^9", ".2", "10.2", "=5", "05", "+", "#", "d", ",", "x", "é^7", "<", "é<", ".0"]
for value in ["", "a", "abc", "héé"]:
    t(value, *strings)
for value in [1 + 2j, 1.5j, -1 - 0.5j, 0j, 1e20 + 1j]:
    t(value, "", ".2f", "10.1f", "<20", "e", "g", "+", "05", "=5", "d", ".3", ",")
for value in [None, [1], (1, 2), {"a": 1}, int, len]:
    t(value, "", "5", "s")
t("a", "{}", "5s5")
name = "x"
print(rf"\{name}", rf"\d{name}\\{name}", fr"{{\{name}}}", f"\\{name}")
