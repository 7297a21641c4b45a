"""Slots, descriptors, metaclasses, attribute hooks, and what goes wrong with them."""


def show(thunk):
    try:
        print(repr(thunk()))
    except Exception as error:
        print(type(error).__name__, error)


def execute(text, **names):
    try:
        exec(text, names)
        print(sorted(name for name in names if not name.startswith("__")))
    except Exception as error:
        print(type(error).__name__, error)


class Slotted:
    __slots__ = ("a", "__hidden")

    def __init__(self):
        self.__hidden = 1


class Open(Slotted):
    pass


s = Slotted()
show(lambda: s.a)
show(lambda: setattr(s, "b", 1))
s.a = 5
show(lambda: (s.a, hasattr(s, "__dict__"), s._Slotted__hidden))
show(lambda: delattr(s, "a"))
show(lambda: delattr(s, "a"))
show(lambda: delattr(s, "q"))
o = Open()
o.a, o.b = 1, 2
show(lambda: (o.a, o.b, o.__dict__))
show(lambda: setattr(object(), "x", 1))
show(lambda: setattr([], "append", 1))
show(lambda: delattr(1, "x"))
show(lambda: delattr(int, "x"))
execute("class A(int): __slots__ = ('a',)")
execute("class A: __slots__ = ('a',); a = 1")
execute("class A: __slots__ = ('1',)")
execute("class A: __slots__ = (1,)")
for base in ("1", "None", "len", "'x'", "int, str", "range", "bool", "object, int", "[]"):
    execute("class Bad(%s): pass" % base)


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        return {"prepared": sorted(kwargs)}

    def __new__(mcs, name, bases, namespace, **kwargs):
        return super().__new__(mcs, name + "_", bases, dict(namespace))

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)

    def __repr__(cls):
        return "<meta %s>" % cls.__name__

    def __instancecheck__(cls, instance):
        return instance == 3


class Made(metaclass=Meta, flag=1):
    pass


class OtherMeta(type):
    pass


print(Made, Made.prepared, isinstance(3, Made), isinstance(Made(), Made), isinstance("a", Made))
print(type("Dynamic", (Made,), {}), type(type("Dynamic", (Made,), {})).__name__)
execute("class Both(Made, metaclass=OtherMeta): pass", Made=Made, OtherMeta=OtherMeta)
show(lambda: Made[1])
show(lambda: type("X", (), {}).__module__)
show(lambda: type("a", (), {}, 4))
show(lambda: type(1, (), {}))
show(lambda: type("a", 1, {}))
show(lambda: type("a", (), 1))
show(lambda: type("a", (1,), {}))


class Base:
    def __init_subclass__(cls, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.tag = tag


class Derived(Base, tag="t"):
    pass


print(Derived.tag, type("E", (Base,), {}, tag=2).tag)
show(lambda: type("E", (Base,), {}, wrong=2))
show(lambda: type("E", (), {}, wrong=2))


class Descriptor:
    def __get__(self, instance, owner):
        return "got"

    def __set__(self, instance, value):
        instance.log = value


class Deleting:
    def __delete__(self, instance):
        instance.log = "deleted"


class Holder:
    field = Descriptor()
    gone = Deleting()

    @property
    def size(self):
        "How many."
        return self._size

    @size.deleter
    def size(self):
        self._size = "deleted"

    def __getattr__(self, name):
        if name == "_size":
            return "fallback"
        raise AttributeError("no " + name)


h = Holder()
h.field = 7
print(h.field, h.log, Holder.size.__doc__, h.size)
show(lambda: delattr(h, "field"))
show(lambda: setattr(h, "gone", 1))
del h.gone
print(h.log)
show(lambda: setattr(h, "size", 1))
del h.size
print(h.size, Holder.size.fset, Holder.size.fdel is not None)
show(lambda: h.other)
show(lambda: setattr(h, "__class__", 1))
show(lambda: setattr(h, "__dict__", 1))


class Logged:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, (value, "logged"))

    def __delattr__(self, name):
        object.__setattr__(self, name, "undeletable")

    def __getattribute__(self, name):
        return "hidden" if name == "secret" else object.__getattribute__(self, name)


logged = Logged()
setattr(logged, "x", 1)
delattr(logged, "y")
print(logged.x, logged.y, getattr(logged, "secret"), hasattr(logged, "z"))


class Created:
    def __new__(cls, *args):
        return super().__new__(cls, *args)


class Plain:
    pass


show(lambda: Created(1))
show(lambda: Plain(1))
show(lambda: object(1))
show(lambda: type("R", (), {"__init__": lambda self: 5})())
show(lambda: super(1).x)
for iterator in ([], (), "", {}, set(), range(3), b"", {}.items(), {}.values()):
    print(type(iter(iterator)).__name__)
print(type(map(str, [])).__name__, type(filter(None, [])).__name__, type(zip()).__name__, type(reversed([])).__name__)
print(type(str.upper).__name__, type(int.__add__).__name__, type([].append).__name__, type(len).__name__)


class Number(int):
    def __repr__(self):
        return "N%d" % int(self)


print(Number(3), str(Number(3)), [Number(3)], "%s %r %d" % ((Number(3),) * 3), hash(Number(3)) == hash(3))
