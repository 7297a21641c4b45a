"""How classes and instances are made: slots, __new__, metaclasses, subclasses of builtin types."""

from python_pieces.registry import piece


@piece(
    "__slots__",
    "__slots__ and inheritance",
    "classmethod",
    "staticmethod",
    "__new__",
    "__init_subclass__",
    "singleton",
    "__init__ returning a value",
)
def construction(p):
    name = p.fresh("Slotted")
    p.text(
        """
class {k}:
    __slots__ = {slots}
    def __init__(self, **values):
        for key in sorted(values): setattr(self, key, values[key])
class {k}Sub({k}):
    {body}
""".format(
            k=name,
            slots=p.pick("('a', 'b')", "['a']", "'a'", "()", "('a', '__dict__')"),
            body=p.pick("pass", "__slots__ = ('c',)", "__slots__ = ()"),
        )
    )
    for _ in range(3):
        which = name + p.pick("", "Sub")
        p.attempt_statement(
            "s = %s(%s)" % (which, p.pick("a=1", "a=1, b=2", "c=3", "b=%s" % p.value("any", 1))),
            "report(s.a)",
            "report(hasattr(s, '__dict__'), s.%s)" % p.pick("b", "c", "a", "__slots__", "z"),
        )
    maker = p.fresh("Made")
    p.text(
        """
class {m}:
    made = []
    def __new__(cls, *args, **kwargs):
        cls.made.append((cls.__name__, args, sorted(kwargs)))
        {result}
    def __init__(self, {params}):
        self.args = args
    @classmethod
    def build(cls, *values): return cls(*values)
    @staticmethod
    def plain(*values): return values
    def __init_subclass__(cls, tag={t}, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.tag = (cls.__name__, tag)
class {m}Child({m}{keyword}): pass
""".format(
            m=maker,
            result=p.pick(
                "return super().__new__(cls)",
                "return object.__new__(cls)",
                "return args",
                "return super().__new__(cls, *args)",
                "return 5",
            ),
            params=p.pick("*args, **kwargs", "*args"),
            t=p.value("any", 1),
            keyword=p.pick("", ", tag=%s" % p.value("any", 1)),
        )
    )
    p.attempt("%sChild.tag, getattr(%s, 'tag', None)" % (maker, maker))
    p.attempt("%s(%s).args" % (maker, p.pick("", "1", "1, k=2", p.value("any"))))
    p.attempt("%sChild.build(%s).args, %s.made" % (maker, p.value("any"), maker))
    p.attempt("%s.plain(1), %s.plain(%s)" % (maker, maker + "Child", p.value("any")))
    p.attempt("type('Sub', (%s,), {}, %s).tag" % (maker, p.pick("tag=1", "wrong=2", "tag=%s" % p.value("any", 1))))
    p.text(
        """
class Single:
    instance = None
    def __new__(cls, value):
        if cls.instance is None: cls.instance = super().__new__(cls)
        return cls.instance
    def __init__(self, value): self.value = value
report(Single({a}) is Single({b}), Single.instance.value)
class Returns:
    def __init__(self): return {v}
""".format(a=p.value("any"), b=p.value("any"), v=p.value(p.pick("int", "none", "str")))
    )
    p.attempt("type(Returns()).__name__")
    p.attempt("type(object(%s)).__name__" % p.pick("", "1"))
    p.attempt("Single()")
    p.attempt_statement(
        "class Bad(%s): pass"
        % p.pick(
            "1",
            "None",
            "int, str",
            "bool",
            "len",
            "'x'",
            "object, int",
            "int, object",
            "type(None)",
            "range",
            "[]",
            "Single, Single",
        ),
        "report(Bad.__mro__[1].__name__)",
    )


@piece(
    "metaclass __new__",
    "metaclass __init__",
    "metaclass __call__",
    "metaclass __prepare__",
    "metaclass conflict",
    "registry metaclass",
    "metaclass attributes",
    "type with three arguments",
    "__instancecheck__",
    "__subclasscheck__",
    "metaclass operators",
)
def metaclasses(p):
    name = p.fresh("Meta")
    p.line("class %s(type):" % name)
    p.line("    classes = []")
    if p.chance(0.7):
        p.text(
            """
    def __new__(mcs, name, bases, namespace, **kwargs):
        namespace['tagged'] = sorted(k for k in namespace if not k.startswith('__'))
        return super().__new__(mcs, name{suffix}, bases, {ns})
""".format(suffix=p.pick("", " + 'X'"), ns=p.pick("namespace", "dict(namespace)"))
        )
    else:
        p.line(
            "    def __new__(mcs, name, bases, namespace, **kwargs): return type.__new__(mcs, name, bases, namespace)"
        )
    p.text("""
    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)
        cls.classes.append((name, sorted(kwargs)))
""")
    if p.chance(0.6):
        p.text(
            """
    def __call__(cls, *args, **kwargs):
        instance = {base}
        instance.called = (args, sorted(kwargs))
        return instance
""".format(
                base=p.pick(
                    "super().__call__(*args, **kwargs)", "super().__call__()", "type.__call__(cls, *args, **kwargs)"
                )
            )
        )
    if p.chance(0.5):
        p.text("""
    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        report('prepare', mcs.__name__, name, len(bases), sorted(kwargs))
        return {'prepared': name.lower()}
""")
    if p.chance(0.6):
        p.text(
            """
    def __instancecheck__(cls, instance): return {a}
    def __subclasscheck__(cls, other): return other is int
    def __len__(cls): return {n}
    def __getitem__(cls, key): return cls.__name__, key
    def __iter__(cls): return iter('ab')
    def __contains__(cls, item): return item == {v}
    def __repr__(cls): return '<meta %s>' % cls.__name__
    def __getattr__(cls, name): return 'meta ' + name
    @property
    def upper(cls): return cls.__name__.upper()
""".format(
                a=p.pick("instance == 3", "True", "isinstance(instance, (str, list))"),
                n=p.random.randrange(5),
                v=p.value("int"),
            )
        )
    p.text(
        """
class {m}Base(metaclass={m}{kw}):
    value = {v}
    def __init__(self, *args): self.args = args
class {m}Child({m}Base):
    other = {w}
    def method(self): return super().value, __class__.__name__
""".format(m=name, kw=p.pick("", "", ", flag=1"), v=p.value("any", 1), w=p.value("any", 1))
    )
    for text in p.random.sample(
        [
            "{m}.classes",
            "type({m}Child).__name__, {m}Child.__name__",
            "{m}Child(1, 2).args",
            "{m}Child().method()",
            "getattr({m}Base, 'tagged', 0)",
            "getattr({m}Child(), 'called', 0)",
            "isinstance(3, {m}Base), isinstance('a', {m}Child), isinstance({m}Base(), {m}Base)",
            "issubclass(int, {m}Base), issubclass({m}Child, {m}Base)",
            "len({m}Child)",
            "{m}Base['k']",
            "list({m}Base)",
            "3 in {m}Base",
            "repr({m}Base) if '__repr__' in vars({m}) else 0",
            "{m}Base.nothing",
            "{m}Base().nothing",
            "{m}Base.upper",
            "{m}Base().upper",
            "{m}Base.prepared",
            "sorted(k for k in vars({m}Child) if not k.startswith('__'))",
            "{m}Base.classes",
            "{m}Base().classes",
        ],
        9,
    ):
        p.attempt(text.format(m=name))
    p.attempt_statement("class Other(type): pass", "class Both(%sBase, metaclass=Other): pass" % name)
    p.attempt("%s('Made', (%sBase,), {'a': 1}).__mro__[1].__name__" % (name, name))
    made = p.fresh("Dynamic")
    p.text(
        """
{d} = type({n!r}, ({bases}), {{'x': {v}, 'm': lambda self: self.x, '__len__': lambda self: {k}}})
report({d}.__name__, {d}.__qualname__, {d}.__module__, {d}().m(), len({d}()), [c.__name__ for c in {d}.__mro__], type({d}).__name__)
""".format(
            d=made,
            n=p.pick("Dynamic", "a b", "X"),
            bases=p.pick("", "object,", "dict,", "list,", "Exception,"),
            v=p.value("any"),
            k=p.random.randrange(6),
        )
    )
    p.attempt(
        "type(%s)"
        % p.pick("1, 2", "'a', (), {}, 4", "1, (), {}", "'a', 1, {}", "'a', (), 1", "'a', (1,), {}", "").replace(
            ")", ")"
        )
        if p.chance(0.5)
        else "type(type(%s)).__name__" % p.value("any")
    )


@piece(
    "subclass of list",
    "subclass of dict",
    "subclass of str",
    "subclass of int",
    "subclass of tuple",
    "subclass of float",
    "subclass of set",
    "__missing__",
    "overridden builtin methods",
)
def builtin_subclasses(p):
    name = p.fresh("Sub")
    p.text(
        """
class {k}List(list):
    def append(self, item): super().append((item,))
    def __getitem__(self, index): return 'item', super().__getitem__(index)
class {k}Dict(dict):
    def __missing__(self, key): {missing}
    def __setitem__(self, key, value): super().__setitem__(key, (value, {v}))
class {k}Str(str):
    def __new__(cls, text, extra={w}):
        self = super().__new__(cls, text)
        self.extra = extra
        return self
    def upper(self): return 'UP' + str.upper(self)
    def __add__(self, other): return type(self)(str(self) + '+' + str(other))
class {k}Int(int):
    def __add__(self, other): return {k}Int(int(self) + other + 1)
    def __repr__(self): return 'I%d' % int(self)
class {k}Tuple(tuple):
    def __new__(cls, *items): return super().__new__(cls, items)
class {k}Float(float):
    def __mul__(self, other): return 'times'
class {k}Set(set): pass
l = {k}List({l})
d = {k}Dict(a=1)
s = {k}Str({s})
i = {k}Int({i})
t = {k}Tuple(3, 1, 2)
f = {k}Float(2.5)
e = {k}Set({e})
""".format(
            k=name,
            missing=p.pick(
                "return key * 2", "self[key] = key; return 'new'", "raise KeyError('missing ' + str(key))", "return {}"
            ),
            v=p.value("int", 1),
            w=p.value("any", 1),
            l=p.value("list"),
            s=p.value("str"),
            i=p.value("int").join(["int(", ")"]),
            e=p.value("set"),
        )
    )
    for text in p.random.sample(
        [
            "l.append(1), l, len(l), l == list(l), l[0], l[-1:]",
            "[x for x in l], sorted(l, key=str), type(l + [1]).__name__, type(l[:]).__name__, type(l.copy()).__name__",
            "l.extend([1]), l, bool(l)",
            "d['a'], d['zz'], d, len(d)",
            "d.get('q'), 'q' in d, dict(d), d.setdefault('s', 1), d",
            "d.update(b=2), d, d.copy(), type(d.copy()).__name__",
            "d.__setitem__('x', 1), d.pop('x'), list(d.items())",
            "s, s.extra, s.upper(), s + 'q', (s + 'q').extra, len(s), s == str(s), hash(s) == hash(str(s))",
            "type(s.lower()).__name__, type(s[:1]).__name__, type(s + '').__name__, '%s|%r' % (s, s)",
            "'{}'.format(s), f'{s!r:>12}', s.join('ab'), {str(s): 1}[s]",
            "i, i + 1, 1 + i, i * 2, -i, str(i), '%d' % i, f'{i}', [10, 20, 30][i % 3]",
            "type(i + 1).__name__, type(i * 1).__name__, type(1 + i).__name__, i == int(i), range(i % 5), int(i), divmod(i, 7)",
            "t, t[0], sorted(t), len(t), t + (1,), type(t + ()).__name__, t == (3, 1, 2), hash(t) == hash((3, 1, 2))",
            "f, f * 2, f + 1, 2 * f, type(f + 1).__name__, '%.3f' % f, repr(f)",
            "e, len(e), type(e | {1}).__name__, type(e.copy()).__name__, e == set(e), sorted(e & {1, 2})",
            "isinstance(l, list), isinstance(d, dict), issubclass(type(s), str), type(i).__mro__[1].__name__",
            "str(l), repr(d), str(t), repr(e)",
        ],
        8,
    ):
        p.attempt(text)
