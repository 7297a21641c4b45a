"""enum: enumerations and flags."""

import collections
import types


class auto(object):
    pass


class _Names(dict):
    """The namespace of a class body: turns auto() into values and refuses names given twice."""

    def __init__(self):
        dict.__init__(self)
        self._members = []
        self._values = []
        self._next = None

    def __setitem__(self, key, value):
        if key == "_generate_next_value_":
            self._next = value.__func__ if isinstance(value, staticmethod) else value
        elif key == "_order_" or key == "_ignore_" or _is_special(key):
            pass
        elif key in self._members:
            raise TypeError("Attempted to reuse key: %r" % key)
        elif not _is_descriptor(value):
            if dict.__contains__(self, key):
                raise TypeError("%r already defined as: %r" % (key, self[key]))
            if isinstance(value, auto):
                value = self._next(key, 1, len(self._members), self._values[:])
            self._members.append(key)
            self._values.append(value)
        dict.__setitem__(self, key, value)


def _is_special(name):
    return name[:2] == name[-2:] == "__" or (name[:1] == name[-1:] == "_" and len(name) > 2 and name[1] != "_")


def _is_descriptor(value):
    return hasattr(value, "__get__") or isinstance(value, (property, staticmethod, classmethod)) or \
        type(value) is type(_is_special)


def _data_type(bases):
    for base in bases:
        for cls in base.__mro__:
            if cls is object or isinstance(cls, EnumMeta):
                continue
            return cls
    return object


class EnumMeta(type):

    @classmethod
    def __prepare__(mcls, name, bases, **kwargs):
        names = _Names()
        for base in bases:
            if isinstance(base, EnumMeta):
                names._next = base._generate_next_value_
        return names

    def __new__(mcls, name, bases, namespace, **kwargs):
        for base in bases:
            if isinstance(base, EnumMeta) and base._member_names_:
                raise TypeError("Cannot extend enumerations")
        members = [(key, namespace[key]) for key in getattr(namespace, "_members", ())]
        body = dict([(key, namespace[key]) for key in namespace if key not in [member[0] for member in members]])
        if "_generate_next_value_" in body and not isinstance(body["_generate_next_value_"], staticmethod):
            body["_generate_next_value_"] = staticmethod(body["_generate_next_value_"])
        make = body.pop("__new__", None)
        cls = type.__new__(mcls, name, bases, body)
        cls._member_names_ = []
        cls._member_map_ = {}
        cls._value2member_map_ = {}
        cls._member_type_ = _data_type(bases)
        if make is not None:
            cls._make_member_ = staticmethod(make)
        for method in ("__repr__", "__str__", "__format__"):
            if method not in body and cls._member_type_ is not object and bases:
                derived_from = [base for base in cls.__mro__[1:] if isinstance(base, EnumMeta)]
                setattr(cls, method, getattr(derived_from[0], method))
        for key, value in members:
            cls._add(key, value)
        return cls

    def __init__(cls, *args, **kwargs):
        pass

    def _add(cls, key, value):
        args = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            args = (args,)
        if cls._make_member_ is not None:
            member = cls._make_member_(cls, *args)
        elif cls._member_type_ is object:
            member = object.__new__(cls)
        else:
            member = cls._member_type_.__new__(cls, *args)
        if "_value_" not in member.__dict__:
            member._value_ = value if cls._member_type_ is object else cls._member_type_(*args)
        member._name_ = key
        member.__init__(*args)
        for known in cls._member_map_.values():
            if known._value_ == member._value_:
                cls._member_map_[key] = known
                return
        cls._member_names_.append(key)
        cls._member_map_[key] = member

    def __getattr__(cls, name):
        members = cls.__dict__.get("_member_map_", {})
        if name[:2] != "__" and name in members:
            return members[name]
        raise AttributeError(name)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("Cannot reassign members.")
        type.__setattr__(cls, name, value)

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError("%s: cannot delete Enum member." % cls.__name__)
        type.__delattr__(cls, name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1):
        if names is not None:
            return cls._create(value, names, type, start)
        if isinstance(value, cls):
            return value
        for member in cls._member_map_.values():
            if member._value_ == value:
                return member
        return cls._missing_(value)

    def _create(cls, name, names, mixin, start):
        bases = (cls,) if mixin is None else (mixin, cls)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        body = _Names()
        body._next = cls._generate_next_value_
        values = []
        for i, item in enumerate(list(names)):
            if isinstance(names, dict):
                item = (item, names[item])
            elif isinstance(item, str):
                values.append(cls._generate_next_value_(item, start, i, values[:]))
                item = (item, values[-1])
            body[item[0]] = item[1]
        return EnumMeta.__new__(EnumMeta, name, bases, body)

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_[::-1]])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, member):
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __repr__(cls):
        return "<enum %r>" % cls.__name__

    def __dir__(cls):
        return ["__class__", "__doc__", "__members__", "__module__"] + cls._member_names_

    @property
    def __members__(cls):
        return types.MappingProxyType(collections.OrderedDict(cls._member_map_))


class Enum(object, metaclass=EnumMeta):
    _make_member_ = None

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        raise ValueError("%r is not a valid %s" % (value, cls.__name__))

    def __init__(self, *args):
        pass

    def __getattr__(self, name):
        """The other members are attributes of each."""
        members = type(self).__dict__.get("_member_map_", {})
        if name in members:
            return members[name]
        raise AttributeError("%r object has no attribute %r" % (type(self).__name__, name))

    def __setattr__(self, name, value):
        if name in ("name", "value"):
            raise AttributeError("can't set attribute")
        object.__setattr__(self, name, value)

    def __hash__(self):
        return hash(self._name_)

    def __str__(self):
        return "%s.%s" % (type(self).__name__, self._name_)

    def __repr__(self):
        return "<%s.%s: %r>" % (type(self).__name__, self._name_, self._value_)

    def __format__(self, format_spec):
        kind = type(self)._member_type_
        return format(str(self) if kind is object else kind(self._value_), format_spec)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class IntEnum(int, Enum):
    pass


def _high_bit(value):
    return value.bit_length() - 1


def _is_power_of_two(value):
    return value > 0 and value & (value - 1) == 0


class Flag(Enum):

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return 2 ** (_high_bit(max(last_values)) + 1) if last_values else start

    @classmethod
    def _missing_(cls, value):
        original = value
        if value < 0:
            value = ~value
        member = cls._composite(value)
        return ~member if original < 0 else member

    @classmethod
    def _composite(cls, value):
        for member in list(cls.__members__.values()) + list(cls._value2member_map_.values()):
            if member._value_ == value:
                return member
        rest = value
        for member in cls:
            rest &= ~member._value_
        if rest:
            raise ValueError("%r is not a valid %s" % (value, cls.__name__))
        return cls._pseudo(value)

    @classmethod
    def _pseudo(cls, value):
        known = cls._value2member_map_.get(value)
        if known is None:
            kind = cls._member_type_
            known = object.__new__(cls) if kind is object else kind.__new__(cls, value)
            known._name_ = None
            known._value_ = value
            cls._value2member_map_[value] = known
        return known

    def _parts(self):
        """The members that make up the value, the largest first, and what they leave."""
        value = self._value_
        members = list(type(self))
        if value >= 0:
            members += [member for member in type(self)._value2member_map_.values()
                        if member._name_ is None and _is_power_of_two(member._value_)]
        parts = [member for member in members if member._value_ and member._value_ & value == member._value_]
        parts.sort(key=lambda member: member._value_, reverse=True)
        if len(parts) > 1 and parts[0]._value_ == value:
            parts = parts[1:]
        return parts

    def _text(self, show):
        if self._name_ is not None:
            return show(self)
        parts = self._parts()
        return "|".join([show(part) for part in parts]) if parts else "%r" % (self._value_,)

    def __repr__(self):
        if self._name_ is not None:
            return "<%s.%s: %r>" % (type(self).__name__, self._name_, self._value_)
        shown = self._text(lambda part: str(part._name_ or part._value_))
        return "<%s.%s: %r>" % (type(self).__name__, shown, self._value_)

    def __str__(self):
        return "%s.%s" % (type(self).__name__, self._text(lambda part: str(part._name_ or part._value_)))

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'" % (
                type(other).__qualname__, type(self).__qualname__))
        return other._value_ & self._value_ == other._value_

    def __bool__(self):
        return bool(self._value_)

    def _operand(self, other):
        return other._value_ if isinstance(other, type(self)) else None

    def __or__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else type(self)(self._value_ | value)

    def __and__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else type(self)(self._value_ & value)

    def __xor__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else type(self)(self._value_ ^ value)

    def __invert__(self):
        inverted = 0
        for member in type(self):
            if member._value_ & self._value_ == 0:
                inverted |= member._value_
        return type(self)(inverted)


class IntFlag(int, Flag):

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__name__))
        rest = value
        for member in list(cls) + list(cls._value2member_map_.values()):
            if member._value_ & value == member._value_ and (member._name_ is not None or
                                                             _is_power_of_two(member._value_)):
                rest &= ~member._value_
        bits = []
        while rest:  # bits that no member names are members without a name
            bit = 2 ** _high_bit(rest)
            bits.append(bit)
            rest = 0 if rest == -bit else rest ^ bit
        for bit in reversed(bits):
            cls._pseudo(bit)
        return cls._pseudo(value)

    def _operand(self, other):
        return int(other) if isinstance(other, int) else None

    # In the order of bases int comes before Flag.
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__

    def __invert__(self):
        return type(self)(~self._value_)


def unique(enumeration):
    duplicates = [(name, member._name_) for name, member in enumeration.__members__.items() if name != member._name_]
    if duplicates:
        raise ValueError("duplicate values found in %r: %s" % (
            enumeration, ", ".join(["%s -> %s" % item for item in duplicates])))
    return enumeration
