"""Classes: inheritance, attributes, descriptors, attribute hooks."""

from python_pieces.registry import piece


@piece(
    "inheritance",
    "C3 order",
    "C3 conflict",
    "super without arguments",
    "super with arguments",
    "cooperative methods",
    "diamond",
)
def hierarchies(p):
    prefix = p.fresh("C")
    names = []
    for i in range(p.random.randrange(3, 7)):
        name = "%s_%d" % (prefix, i)
        bases = p.random.sample(names, min(len(names), p.pick(0, 1, 1, 2, 2, 3)))
        call = p.pick("super().who()", "super(%s, self).who()" % name) if bases else "[]"
        statement = "class %s(%s):" % (name, ", ".join(bases)) if bases or p.chance(0.5) else "class %s:" % name
        p.line("try:")
        p.line("    " + statement)
        if p.chance(0.8):
            p.line("        def who(self): return ['%s', %s] + %s" % (name, p.value("int", 1), call))
        if p.chance(0.5):
            p.line("        attribute = %s" % p.value("any", 1))
        if p.chance(0.4):
            p.line("        @classmethod")
            p.line(
                "        def made(cls): return '%s:' + cls.__name__%s"
                % (name, " + super().made()" if bases and p.chance(0.6) else "")
            )
        p.line("        pass")
        p.line(
            "    report([c.__name__ for c in %s.__mro__], [c.__name__ for c in %s.__bases__], %s.__base__.__name__)"
            % (name, name, name)
        )
        names.append(name)
        p.line("except Exception as error:")
        p.line("    report(type(error).__name__, str(error))")
        p.line("    %s = %s" % (name, names[0]))
    for name in p.random.sample(names, 2):
        p.attempt("%s().who()" % name)
        p.attempt("%s.attribute" % name)
        p.attempt("%s.made()" % name)
        p.attempt(
            "isinstance(%s(), %s), issubclass(%s, (%s, int))"
            % (name, p.random.choice(names), name, p.random.choice(names))
        )
    p.attempt("[c.__name__ for c in %s.__subclasses__()]" % names[0])
    p.attempt("super(%s, %s()).who()" % (p.random.choice(names), p.random.choice(names)))


@piece(
    "instance attributes",
    "class attributes",
    "__call__",
    "__repr__ and __str__",
    "private names",
    "bound methods",
    "class namespace",
    "methods from outside",
)
def plain_classes(p):
    name = p.fresh("Klass")
    p.text(
        """
class {k}(object):
    "Doc of it."
    count = {c}
    shared = []
    __secret = {s}
    def __init__(self, x, y={y}):
        self.x, self.y = x, y
        type(self).count {op} 1
        self.shared.append(x)
        self.__hidden = y
    def __repr__(self): return '{k}(%r, %r)' % (self.x, self.y)
    def __call__(self, *args): return (self.x, self.__secret, self.__hidden) + args
    def method(self, other): return self.x, other
    inner = lambda self: self.y
    for i in range(3): pass
a = {k}({v})
b = {k}({w}, {z})
a.count = 50
report(a, b, str(a), '%s|%r' % (b, a), [a], {k}.count, b.count, a.count, {k}.shared, a(1), b.inner(), {k}.i)
report(sorted(vars(a).items()), {k}.__doc__, {k}.__module__, {k}.__name__, a._{k}__hidden, {k}.method.__name__, a.method.__func__ is {k}.method)
report(a.__dict__, {k}.method(a, 2), sorted(n for n in dir(a) if not n.startswith('__')), a.__class__.__qualname__, a.__class__ is type(a))
m = a.method
a.x = 'changed'
{k}.extra = lambda self, q=5: (q, self.x)
a.own = lambda q=6: q
report(m(1), a.extra(), b.extra(7), a.own(), getattr(b, 'nothing', 'default'), hasattr(a, '__hidden'), m.__self__ is a)
""".format(
            k=name,
            c=p.value("int"),
            s=p.value("any", 1),
            y=p.value("any", 1),
            op=p.pick("+=", "-=", "*="),
            v=p.value("any"),
            w=p.value("any"),
            z=p.value("any"),
        )
    )
    p.attempt("a.%s" % p.pick("__hidden", "missing", "x.y", "method(1, 2)", "method()", "count()"))
    p.attempt("%s.%s" % (name, p.pick("missing", "method()", "method(1)", "__secret", "x")))
    p.attempt("%s(%s)" % (name, p.pick("", "1, 2, 3", "x=1, x_=2", "y=2", "*[1, 2]", "**{'x': 4}")))
    p.attempt_statement("a.%s = 1" % p.pick("method", "__class__", "x", "__doc__", "__dict__"), "report(a.x)")


@piece(
    "data descriptor",
    "non-data descriptor",
    "__set_name__",
    "property",
    "property setter",
    "property deleter",
    "property errors",
    "cached property idiom",
)
def descriptors(p):
    name, holder = p.fresh("Descriptor"), p.fresh("Holder")
    p.text(
        """
class {d}:
    def __init__(self, default={v}): self.default = default
    def __set_name__(self, owner, name): self.name = name; self.owner = owner.__name__
    def __get__(self, instance, owner=None):
        if instance is None: return 'class', self.name, owner.__name__
        return 'get', self.owner, instance.__dict__.get({key}, self.default)
{data}
class {h}:
    field = {d}()
    other = {d}({w})
    def __init__(self): self._size = {x}
    @property
    def size(self):
        "The size."
        return self._size
    @size.setter
    def size(self, value):
        if value == {bad}: raise ValueError('bad %r' % (value,))
        self._size = value
    @property
    def fixed(self): return self._missing
h = {h}()
h.__dict__['field'] = 'shadow'
report({h}.field, h.field, h.other, {h}.size.__doc__, {h}.__dict__['size'].fset is None)
""".format(
            d=name,
            v=p.value("any", 1),
            w=p.value("any", 1),
            h=holder,
            x=p.value("any", 1),
            bad=p.value("int", 1),
            key=p.pick("self.name", "'_' + self.name"),
            data=p.pick(
                "",
                "    def __set__(self, instance, value): instance.__dict__['_' + self.name] = (value, self.default)\n",
                "    def __set__(self, instance, value): raise AttributeError('read only ' + self.name)\n    def __delete__(self, instance): report('deleted', self.name)\n",
            ),
        )
    )
    for _ in range(4):
        target = p.pick("field", "other", "size", "size", "fixed", "_size")
        p.attempt_statement(
            p.pick(
                "h.%s = %s" % (target, p.value("any", 1)),
                "del h.%s" % target,
                "h.%s += %s" % (target, p.value("int", 1)),
                "report(h.%s)" % target,
            ),
            "report(h.%s)" % target,
        )
    p.text(
        """
class {h}2({h}):
    size = {h}.size.{form}
    @{h}.size.getter
    def size2(self): return 'two', self._size
""".format(
            h=holder,
            form=p.pick(
                "getter(lambda self: (super().size, 1))",
                "setter(lambda self, v: setattr(self, '_size', [v]))",
                "deleter(lambda self: report('gone'))",
            ),
        )
    )
    p.attempt_statement("h = %s2()" % holder, "report(h.size2)", "h.size = 5", "report(h.size)", "del h.size")
    p.text(
        """
class Lazy:
    def __init__(self, function): self.function = function
    def __get__(self, instance, owner):
        value = instance.__dict__[self.function.__name__] = self.function(instance)
        return value
class Uses:
    @Lazy
    def heavy(self):
        report('computed')
        return {v}
u = Uses()
report(u.heavy, u.heavy, sorted(u.__dict__))
""".format(v=p.value("any"))
    )


@piece("__getattr__", "__getattribute__", "__setattr__", "__delattr__", "__dir__", "getattr and setattr builtins")
def attribute_hooks(p):
    name = p.fresh("Hooked")
    p.text(
        """
class {k}:
    known = {v}
    def __init__(self): object.__setattr__(self, 'log', [])
    def __getattr__(self, name):
        if name.startswith('{bad}'): raise AttributeError('no ' + name)
        return ('made', name)
""".format(k=name, v=p.value("any", 1), bad=p.pick("_", "x", "m"))
    )
    if p.chance(0.5):
        p.text(
            """
    def __getattribute__(self, name):
        if name == 'twice': return [name, name]
        return {base}.__getattribute__({me}name)
""".format(base=p.pick("super()", "object"), me="self, ").replace(
                "super().__getattribute__(self, name)", "super().__getattribute__(name)"
            )
        )
    if p.chance(0.7):
        p.text(
            """
    def __setattr__(self, name, value):
        self.log.append((name, value))
        if name != 'x': super().__setattr__(name, {v})
""".format(v=p.pick("value", "(value, 1)", "repr(value)"))
        )
    if p.chance(0.7):
        p.text(
            """
    def __delattr__(self, name):
        self.log.append('del ' + name)
        {d}
""".format(d=p.pick("object.__delattr__(self, name)", "pass", "raise AttributeError('kept')"))
        )
    p.line("h = %s()" % name)
    for _ in range(6):
        attribute = p.pick("known", "x", "y", "missing", "twice", "_private", "log")
        p.attempt_statement(
            p.pick(
                "h.%s = %s" % (attribute, p.value("any", 1)),
                "del h.%s" % attribute,
                "report(h.%s)" % attribute,
                "setattr(h, %r, %s)" % (attribute, p.value("any", 1)),
                "delattr(h, %r)" % attribute,
                "report(getattr(h, %r, 'd'), hasattr(h, %r))" % (attribute, attribute),
            )
        )
    p.attempt("h.log, sorted(h.__dict__)")
    p.attempt("getattr(h, %s)" % p.pick("'known'", "1", "'a b'", "None"))
    p.attempt("len(h)")
    p.attempt("h + 1")
