"""How decimals are shown: `str`, `repr` and `format`."""

from _tfscope_decimal_contexts import ROUND_DOWN, getcontext


class Texts(object):

    __slots__ = ()

    def __str__(self):
        sign = "-" if self._sign else ""
        if self._is_special():
            return sign + {"F": "Infinity", "n": "NaN", "N": "sNaN"}[self._exp]
        digits = str(self._int)
        left = self._exp + len(digits)
        point = left if self._exp <= 0 and left > -6 else 1
        if point <= 0:
            text = "0." + "0" * -point + digits
        elif point >= len(digits):
            text = digits + "0" * (point - len(digits))
        else:
            text = digits[:point] + "." + digits[point:]
        return sign + text + ("E%+d" % (left - point) if left != point else "")

    to_eng_string = __str__

    def __repr__(self):
        return "Decimal('%s')" % self

    def __format__(self, spec):
        kind = spec[-1:] if spec[-1:] in ("e", "E", "f", "F", "g", "G", "%", "n") else ""
        head = spec[:-1] if kind else spec
        head, dot, precision = head.partition(".")
        value = self
        if kind == "%":
            value = self._made(self._sign, self._int, self._exp + 2)
        if not self._is_special():
            value = value._for_format(kind, int(precision) if dot else None)
        text = value._plain() if kind in ("f", "F", "%") else str(value).lower() if kind == "g" else str(value)
        if kind in ("e", "E") and not self._is_special():
            text = value._scientific(kind)
        return self._padded(head, text + ("%" if kind == "%" else ""))

    def _for_format(self, kind, precision):
        rounding = getcontext().rounding
        if precision is None:
            return self
        if kind in ("e", "E"):
            wanted = self.adjusted() - precision
        elif kind in ("f", "F", "%"):
            wanted = -precision
        else:
            wanted = max(self._exp, self.adjusted() - max(precision, 1) + 1)
        return self._at(wanted, rounding)

    def _plain(self):
        if self._is_special():
            return str(self)
        value = self if self._exp <= 0 else self._at(0, ROUND_DOWN)
        digits = str(value._int).rjust(1 - value._exp, "0")
        whole = digits[:len(digits) + value._exp] if value._exp else digits
        return ("-" if self._sign else "") + whole + ("." + digits[len(whole):] if value._exp else "")

    def _scientific(self, mark):
        digits = str(self._int)
        return "%s%s%s%s%+d" % ("-" if self._sign else "", digits[0], "." if len(digits) > 1 else "", digits[1:] + mark,
                                self.adjusted())

    @staticmethod
    def _padded(head, text):
        """Fill, alignment, sign, width and separators of a format."""
        fill, align = " ", ">"
        if head[1:2] in ("<", ">", "^", "="):
            fill, align, head = head[0], head[1], head[2:]
        elif head[:1] in ("<", ">", "^", "="):
            align, head = head[0], head[1:]
        sign = ""
        if head[:1] in ("+", "-", " "):
            sign, head = head[0], head[1:]
        if head[:1] == "0":
            fill, align, head = "0", "=", head[1:]
        minus = text[0] if text[0] == "-" else sign if sign in ("+", " ") else ""
        body = text[1:] if text[0] == "-" else text
        if "," in head:
            head = head.replace(",", "")
            whole, point, rest = body.partition(".")
            body = "{:,}".format(int(whole)) + point + rest
        missing = (int(head) if head else 0) - len(minus + body)
        if missing <= 0:
            return minus + body
        if align == "=":
            return minus + fill * missing + body
        left = {"<": 0, ">": missing, "^": missing // 2}[align]
        return fill * left + minus + body + fill * (missing - left)
