"""Members of enumerations, without the weight of the `enum` module."""


class Member(object):

    def __init__(self, enumeration, name, value):
        self._enumeration = enumeration
        self.name = name
        self.value = value

    def __str__(self):
        return "%s.%s" % (self._enumeration, self.name)

    def __repr__(self):
        return "<%s.%s: %r>" % (self._enumeration, self.name, self.value)
