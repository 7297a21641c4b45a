"""dataclasses."""

import copy as _copy


class _Missing(object):

    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


MISSING = _Missing()
_FIELDS = "__dataclass_fields__"


class FrozenInstanceError(AttributeError):
    pass


class InitVar(object):
    pass


class Field(object):

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata):
        self.name, self.type = None, None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.metadata = metadata or {}


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata)


def _is_class_variable(kind):
    return kind == "ClassVar" or "ClassVar" in str(kind)


def _own_fields(cls):
    found = {}
    for name, kind in cls.__dict__.get("__annotations__", {}).items():
        if _is_class_variable(kind):
            continue
        default = cls.__dict__.get(name, MISSING)
        item = default if isinstance(default, Field) else field(default=default)
        if isinstance(item.default, (list, dict, set)):
            raise ValueError("mutable default {} for field {} is not allowed: use default_factory".format(
                type(item.default), name))
        item.name, item.type = name, kind
        found[name] = item
    return found


def _default_of(item):
    return item.default_factory() if item.default_factory is not MISSING else item.default


def _make_init(cls, items, frozen):
    wanted = [item for item in items if item.init]
    seen = False
    for item in wanted:
        has_default = item.default is not MISSING or item.default_factory is not MISSING
        if seen and not has_default:
            raise TypeError("non-default argument {!r} follows default argument".format(item.name))
        seen = seen or has_default

    def __init__(self, *args, **kwargs):
        if len(args) > len(wanted):
            needed = len([item for item in wanted if item.default is MISSING and item.default_factory is MISSING])
            count = str(len(wanted) + 1)
            raise TypeError("__init__() takes {} positional arguments but {} were given".format(
                count if needed == len(wanted) else "from {} to {}".format(needed + 1, count), len(args) + 1))
        values = dict(zip([item.name for item in wanted], args))
        for name, value in kwargs.items():
            if name not in [item.name for item in wanted]:
                raise TypeError("__init__() got an unexpected keyword argument {!r}".format(name))
            if name in values:
                raise TypeError("__init__() got multiple values for argument {!r}".format(name))
            values[name] = value
        missing = [repr(item.name) for item in wanted if item.name not in values
                   and item.default is MISSING and item.default_factory is MISSING]
        if missing:
            listed = missing[0] if len(missing) == 1 else " and ".join(missing) if len(missing) == 2 else \
                ", ".join(missing[:-1]) + ", and " + missing[-1]
            raise TypeError("__init__() missing {} required positional argument{}: {}".format(
                len(missing), "" if len(missing) == 1 else "s", listed))
        for item in items:
            if item.name in values:
                object.__setattr__(self, item.name, values[item.name])
            elif item.default is not MISSING or item.default_factory is not MISSING:
                object.__setattr__(self, item.name, _default_of(item))
        if hasattr(self, "__post_init__"):
            self.__post_init__()
    return __init__


def _values(self, items):
    return tuple([getattr(self, item.name) for item in items])


def _process(cls, init, repr_, eq, order, frozen):
    items = {}
    for base in reversed(cls.__mro__[1:]):
        items.update(base.__dict__.get(_FIELDS, {}))
    items.update(_own_fields(cls))
    setattr(cls, _FIELDS, items)
    listed = list(items.values())
    for item in _own_fields(cls).values():
        if item.default is not MISSING:
            setattr(cls, item.name, item.default)
        elif item.name in cls.__dict__:
            delattr(cls, item.name)
    shown = [item for item in listed if item.repr]
    compared = [item for item in listed if item.compare]
    own = cls.__dict__

    def __repr__(self):
        return type(self).__qualname__ + "(" + ", ".join(
            ["{}={!r}".format(item.name, getattr(self, item.name)) for item in shown]) + ")"

    def __eq__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _values(self, compared) == _values(other, compared)

    def __lt__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _values(self, compared) < _values(other, compared)

    def __le__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _values(self, compared) <= _values(other, compared)

    def __gt__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _values(self, compared) > _values(other, compared)

    def __ge__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _values(self, compared) >= _values(other, compared)

    def __hash__(self):
        return hash(_values(self, compared))

    def __setattr__(self, name, value):
        raise FrozenInstanceError("cannot assign to field {!r}".format(name))

    def __delattr__(self, name):
        raise FrozenInstanceError("cannot delete field {!r}".format(name))

    if init:
        cls.__init__ = _make_init(cls, listed, frozen)
    if repr_ and "__repr__" not in own:
        cls.__repr__ = __repr__
    if eq and "__eq__" not in own:
        cls.__eq__ = __eq__
    if order:
        cls.__lt__, cls.__le__, cls.__gt__, cls.__ge__ = __lt__, __le__, __gt__, __ge__
    if frozen:
        cls.__setattr__, cls.__delattr__ = __setattr__, __delattr__
    if eq and "__hash__" not in own:
        cls.__hash__ = __hash__ if frozen else None
    return cls


def dataclass(cls=None, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, **later):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, frozen)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    if not hasattr(class_or_instance, _FIELDS):
        raise TypeError("must be called with a dataclass type or instance")
    return tuple(getattr(class_or_instance, _FIELDS).values())


def is_dataclass(obj):
    return hasattr(obj, _FIELDS)


def _plain(value, factory, as_dict):
    if hasattr(type(value), _FIELDS):
        pairs = [(item.name, _plain(getattr(value, item.name), factory, as_dict)) for item in fields(value)]
        return factory(pairs if as_dict else [pair[1] for pair in pairs])
    if isinstance(value, (list, tuple)):
        return type(value)([_plain(item, factory, as_dict) for item in value])
    if isinstance(value, dict):
        return type(value)([(_plain(key, factory, as_dict), _plain(value[key], factory, as_dict)) for key in value])
    return _copy.deepcopy(value)


def asdict(obj, *, dict_factory=dict):
    return _plain(obj, dict_factory, True)


def astuple(obj, *, tuple_factory=tuple):
    return _plain(obj, tuple_factory, False)


def replace(obj, **changes):
    values = dict([(item.name, getattr(obj, item.name)) for item in fields(obj) if item.init])
    values.update(changes)
    return type(obj)(**values)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **kwargs):
    names = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            annotations[item] = "typing.Any"
            continue
        annotations[item[0]] = item[1]
        if len(item) == 3:
            names[item[0]] = item[2]
    names["__annotations__"] = annotations
    return dataclass(type(cls_name, bases, names), **kwargs)
