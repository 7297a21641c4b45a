"""enum: the common part of it."""


class auto(object):
    pass


class EnumMeta(type):

    def __new__(mcls, name, bases, namespace, **kwargs):
        members = []
        methods = {}
        for key in namespace:
            value = namespace[key]
            if key.startswith("_") or callable(value) or isinstance(value, (property, staticmethod, classmethod)):
                methods[key] = value
            else:
                members.append((key, value))
        cls = type.__new__(mcls, name, bases, methods)
        cls._member_map_ = {}
        last = 0
        for key, value in members:
            if isinstance(value, auto):
                value = last + 1
            last = value if isinstance(value, int) else last
            cls._add(key, value)
        return cls

    def _add(cls, key, value):
        for member in cls._member_map_.values():
            if member._value_ == value:
                cls._member_map_[key] = member
                return
        kind = [base for base in (int, str) if issubclass(cls, base)]
        member = kind[0].__new__(cls, value) if kind else object.__new__(cls)
        member._name_ = key
        member._value_ = value
        cls._member_map_[key] = member

    def __getattr__(cls, name):
        members = cls.__dict__.get("_member_map_", {})
        if name in members:
            return members[name]
        raise AttributeError(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __call__(cls, value, names=None):
        if names is not None:
            listed = names.replace(",", " ").split() if isinstance(names, str) else names
            return EnumMeta(value, (cls,), dict([(name, i + 1) for i, name in enumerate(listed)]))
        for member in cls._member_map_.values():
            if member is value or member._value_ == value:
                return member
        raise ValueError("%r is not a valid %s" % (value, cls.__name__))

    def __iter__(cls):
        seen = []
        for member in cls._member_map_.values():
            if not any([member is other for other in seen]):
                seen.append(member)
        return iter(seen)

    def __len__(cls):
        return len(list(iter(cls)))

    def __contains__(cls, member):
        return isinstance(member, cls)

    @property
    def __members__(cls):
        return cls._member_map_


class Enum(object, metaclass=EnumMeta):

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __hash__(self):
        return hash(self._name_)

    def __str__(self):
        return "%s.%s" % (type(self).__name__, self._name_)

    def __repr__(self):
        return "<%s.%s: %r>" % (type(self).__name__, self._name_, self._value_)


class IntEnum(int, Enum):
    pass


class Flag(Enum):
    pass


class IntFlag(int, Enum):
    pass


def unique(enumeration):
    return enumeration
