"""dataclasses."""

import copy as _copy
import inspect
import keyword
import types


class _Missing(object):

    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


MISSING = _Missing()
_FIELDS = "__dataclass_fields__"


class _Factory(object):

    def __repr__(self):
        return "<factory>"


_FACTORY = _Factory()


class FrozenInstanceError(AttributeError):
    pass


class _InitVarMeta(type):

    def __getitem__(cls, params):
        return cls


class InitVar(metaclass=_InitVarMeta):
    pass


class Field(object):

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata):
        self.name, self.type = None, None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.metadata = types.MappingProxyType(metadata or {})
        self._of_init = False

    def __repr__(self):
        return ("Field(name={!r},type={!r},default={!r},default_factory={!r},init={!r},repr={!r},hash={!r},compare={!r},"
                "metadata={!r},_field_type={})").format(
                    self.name, self.type, self.default, self.default_factory, self.init, self.repr, self.hash,
                    self.compare, self.metadata, "_FIELD_INITVAR" if self._of_init else "_FIELD")

    def _has_default(self):
        return self.default is not MISSING or self.default_factory is not MISSING


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata)


def _is_class_variable(kind):
    return kind == "ClassVar" or "ClassVar" in str(kind)


def _own_fields(cls):
    found = {}
    annotations = cls.__dict__.get("__annotations__", {})
    for name in annotations:
        kind = annotations[name]
        if _is_class_variable(kind):
            continue
        default = cls.__dict__.get(name, MISSING)
        item = default if isinstance(default, Field) else field(default=default)
        item.name, item.type = name, kind
        item._of_init = kind is InitVar or isinstance(kind, str) and kind.split("[")[0].endswith("InitVar")
        if item._of_init and item.default_factory is not MISSING:
            raise TypeError("field {} cannot have a default factory".format(name))
        if isinstance(item.default, (list, dict, set)):
            raise ValueError("mutable default {} for field {} is not allowed: use default_factory".format(
                type(item.default), name))
        found[name] = item
    for name in cls.__dict__:
        if isinstance(cls.__dict__[name], Field) and name not in annotations:
            raise TypeError("{!r} is a field but has no type annotation".format(name))
    return found


def _make_init(cls, items, frozen):
    """Written out and compiled, so that it has the signature and the errors of a function."""
    names = {"_MISSING": MISSING, "_FACTORY": _FACTORY, "_set": object.__setattr__}
    parameters, body, seen = ["self"], [], False
    for item in items:
        if item.init and seen and not item._has_default():
            raise TypeError("non-default argument {!r} follows default argument".format(item.name))
        if item.init:
            seen = seen or item._has_default()
            names["_type_" + item.name] = item.type
            parameter = "{0}: _type_{0}".format(item.name)
            if item._has_default():
                names["_default_" + item.name] = item.default if item.default is not MISSING else _FACTORY
                parameter += " = _default_" + item.name
            parameters.append(parameter)
        value = item.name
        if item.default_factory is not MISSING:
            names["_factory_" + item.name] = item.default_factory
            value = "_factory_{}()".format(item.name)
            if item.init:
                value += " if {0} is _FACTORY else {0}".format(item.name)
        elif not item.init:
            if item.default is MISSING or item._of_init:
                continue
            value = "_default_" + item.name
            names[value] = item.default
        if not item._of_init:
            form = "_set(self, '{0}', {1})" if frozen else "self.{0} = {1}"
            body.append(form.format(item.name, value))
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__({})".format(", ".join([item.name for item in items if item._of_init])))
    exec("def __init__({}) -> None:\n {}".format(", ".join(parameters), "\n ".join(body or ["pass"])), names)
    return names["__init__"]


def _values(self, items):
    return tuple([getattr(self, item.name) for item in items])


def _set_new(cls, name, value):
    """True if the class has it itself already."""
    if name in cls.__dict__:
        return True
    value.__qualname__ = "__create_fn__.<locals>." + name
    setattr(cls, name, value)
    return False


_shown = []


def _process(cls, init, repr_, eq, order, unsafe_hash, frozen):
    items, frozen_bases = {}, []
    for base in reversed(cls.__mro__[1:]):
        if _FIELDS in base.__dict__:
            items.update(base.__dict__[_FIELDS])
            frozen_bases.append(base.__dataclass_params__)
    own_fields = _own_fields(cls)
    if frozen_bases and not frozen and any(frozen_bases):
        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    if frozen and not all(frozen_bases):
        raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    items.update(own_fields)
    setattr(cls, _FIELDS, items)
    cls.__dataclass_params__ = frozen
    for item in own_fields.values():
        if item.default is not MISSING:
            setattr(cls, item.name, item.default)
        elif item.name in cls.__dict__:
            delattr(cls, item.name)
    given_hash = cls.__dict__.get("__hash__", MISSING)
    explicit_hash = given_hash is not MISSING and not (given_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    listed = [item for item in items.values() if not item._of_init]
    shown = [item for item in listed if item.repr]
    compared = [item for item in listed if item.compare]
    hashed = [item for item in listed if (item.compare if item.hash is None else item.hash)]

    def __repr__(self):
        if id(self) in _shown:
            return "..."
        _shown.append(id(self))
        try:
            return self.__class__.__qualname__ + "(" + ", ".join(
                ["{}={!r}".format(item.name, getattr(self, item.name)) for item in shown]) + ")"
        finally:
            _shown.remove(id(self))

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
        return hash(_values(self, hashed))

    def __setattr__(self, name, value):
        if type(self) is cls or name in items:
            raise FrozenInstanceError("cannot assign to field {!r}".format(name))
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in items:
            raise FrozenInstanceError("cannot delete field {!r}".format(name))
        super(cls, self).__delattr__(name)

    if init:
        _set_new(cls, "__init__", _make_init(cls, list(items.values()), frozen))
    if repr_:
        _set_new(cls, "__repr__", __repr__)
    if eq:
        _set_new(cls, "__eq__", __eq__)
    for function in (__lt__, __le__, __gt__, __ge__) if order else ():
        if _set_new(cls, function.__name__, function):
            raise TypeError("Cannot overwrite attribute {} in class {}. Consider using functools.total_ordering".format(
                function.__name__, cls.__name__))
    for function in (__setattr__, __delattr__) if frozen else ():
        if _set_new(cls, function.__name__, function):
            raise TypeError("Cannot overwrite attribute {} in class {}".format(function.__name__, cls.__name__))
    if unsafe_hash and explicit_hash:
        raise TypeError("Cannot overwrite attribute __hash__ in class " + cls.__name__)
    if unsafe_hash or eq and frozen and not explicit_hash:
        cls.__hash__ = __hash__
    elif eq and not explicit_hash:
        cls.__hash__ = None
    if not cls.__doc__:
        cls.__doc__ = cls.__name__ + str(inspect.signature(cls)).replace(" -> None", "")
    return cls


def dataclass(cls=None, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    if not hasattr(class_or_instance, _FIELDS):
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([item for item in getattr(class_or_instance, _FIELDS).values() if not item._of_init])


def is_dataclass(obj):
    return hasattr(obj, _FIELDS)


def _plain(value, factory, as_dict):
    if hasattr(type(value), _FIELDS):
        pairs = [(item.name, _plain(getattr(value, item.name), factory, as_dict)) for item in fields(value)]
        return factory(pairs if as_dict else [pair[1] for pair in pairs])
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*[_plain(item, factory, as_dict) for item in value])
    if isinstance(value, (list, tuple)):
        return type(value)([_plain(item, factory, as_dict) for item in value])
    if isinstance(value, dict):
        return type(value)([(_plain(key, factory, as_dict), _plain(value[key], factory, as_dict)) for key in value])
    return _copy.deepcopy(value)


def asdict(obj, *, dict_factory=dict):
    if not hasattr(type(obj), _FIELDS):
        raise TypeError("asdict() should be called on dataclass instances")
    return _plain(obj, dict_factory, True)


def astuple(obj, *, tuple_factory=tuple):
    if not hasattr(type(obj), _FIELDS):
        raise TypeError("astuple() should be called on dataclass instances")
    return _plain(obj, tuple_factory, False)


def replace(obj, **changes):
    if not hasattr(type(obj), _FIELDS):
        raise TypeError("replace() should be called on dataclass instances")
    for item in getattr(obj, _FIELDS).values():
        if not item.init:
            if item.name in changes:
                raise ValueError("field {} is declared with init=False, it cannot be specified with replace()".format(
                    item.name))
        elif item.name not in changes:
            if item._of_init:
                raise ValueError("InitVar {!r} must be specified with replace()".format(item.name))
            changes[item.name] = getattr(obj, item.name)
    return type(obj)(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **kwargs):
    names = dict(namespace or {})
    annotations = {}
    for item in fields:
        name = item if isinstance(item, str) else item[0]
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError("Field names must be valid identifers: {!r}".format(name))
        if keyword.iskeyword(name):
            raise TypeError("Field names must not be keywords: {!r}".format(name))
        if name in annotations:
            raise TypeError("Field name duplicated: {!r}".format(name))
        if isinstance(item, str):
            annotations[item] = "typing.Any"
            continue
        annotations[item[0]] = item[1]
        if len(item) == 3:
            names[item[0]] = item[2]
    names["__annotations__"] = annotations
    return dataclass(type(cls_name, bases, names), **kwargs)
