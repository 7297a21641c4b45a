"""inspect: signatures and kinds of objects."""

import collections
import functools
import types

from _tfscope import unknown

ArgSpec = collections.namedtuple("ArgSpec", ["args", "varargs", "keywords", "defaults"])
FullArgSpec = collections.namedtuple(
    "FullArgSpec", ["args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults", "annotations"])

_VARARGS, _VARKEYWORDS, _GENERATOR = 4, 8, 32


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    return isfunction(object) or ismethod(object) or isbuiltin(object)


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isgeneratorfunction(object):
    object = getattr(object, "__func__", object)
    return isfunction(object) and bool(object.__code__.co_flags & _GENERATOR)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", ()))


class _empty(object):
    pass


class _ParameterKind(int):

    def __new__(cls, value, name, described):
        self = int.__new__(cls, value)
        self.name = name
        self.description = described
        return self

    def __str__(self):
        return self.name

    def __repr__(self):
        return "<_ParameterKind.%s: %d>" % (self.name, int(self))


class Parameter(object):
    POSITIONAL_ONLY = _ParameterKind(0, "POSITIONAL_ONLY", "positional-only")
    POSITIONAL_OR_KEYWORD = _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
    VAR_POSITIONAL = _ParameterKind(2, "VAR_POSITIONAL", "variadic positional")
    KEYWORD_ONLY = _ParameterKind(3, "KEYWORD_ONLY", "keyword-only")
    VAR_KEYWORD = _ParameterKind(4, "VAR_KEYWORD", "variadic keyword")
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation

    def replace(self, **changes):
        parts = {"name": self.name, "kind": self.kind, "default": self.default, "annotation": self.annotation}
        parts.update(changes)
        return Parameter(parts.pop("name"), parts.pop("kind"), **parts)

    def __str__(self):
        text = {2: "*", 4: "**"}.get(int(self.kind), "") + self.name
        if self.annotation is not _empty:
            text += ": " + formatannotation(self.annotation)
        if self.default is not _empty:
            text += (" = %r" if self.annotation is not _empty else "=%r") % (self.default,)
        return text

    def __repr__(self):
        return "<Parameter \"%s\">" % self

    def __eq__(self, other):
        return isinstance(other, Parameter) and str(self) == str(other) and self.kind == other.kind

    __hash__ = None


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class BoundArguments(object):

    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    def __repr__(self):
        return "<BoundArguments (%s)>" % ", ".join(["%s=%r" % item for item in self.arguments.items()])

    @property
    def args(self):
        result = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind > 2 or name not in self.arguments:
                break
            if parameter.kind == 2:
                result.extend(self.arguments[name])
            else:
                result.append(self.arguments[name])
        return tuple(result)

    @property
    def kwargs(self):
        result = {}
        for name, parameter in self.signature.parameters.items():
            if parameter.kind == 3 and name in self.arguments:
                result[name] = self.arguments[name]
            elif parameter.kind == 4:
                result.update(self.arguments.get(name, {}))
        return result

    def apply_defaults(self):
        arguments = self.arguments
        self.arguments = collections.OrderedDict()
        for name, parameter in self.signature.parameters.items():
            if name in arguments:
                self.arguments[name] = arguments[name]
            elif parameter.default is not _empty:
                self.arguments[name] = parameter.default
            elif parameter.kind in (2, 4):
                self.arguments[name] = () if parameter.kind == 2 else {}


class Signature(object):
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        pairs = [(parameter.name, parameter) for parameter in parameters or ()]
        self.parameters = types.MappingProxyType(collections.OrderedDict(pairs))
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj):
        return signature(obj)

    def replace(self, *, parameters=None, return_annotation=None):
        kept = list(self.parameters.values()) if parameters is None else parameters
        return Signature(kept, return_annotation=self.return_annotation if return_annotation is None else
                         return_annotation)

    def bind(*args, **kwargs):
        return args[0]._bound(args[1:], kwargs, False)

    def bind_partial(*args, **kwargs):
        return args[0]._bound(args[1:], kwargs, True)

    def _bound(self, args, kwargs, partial):
        arguments = collections.OrderedDict()
        args = list(args)
        rest = None
        if len(args) > len([1 for p in self.parameters.values() if p.kind < 2]) and 2 not in [
                p.kind for p in self.parameters.values()]:
            raise TypeError("too many positional arguments")
        for name, parameter in self.parameters.items():
            if parameter.kind == 2:
                if args:
                    arguments[name] = tuple(args)
                args = []
            elif parameter.kind == 4:
                rest = name
            elif parameter.kind < 2 and args:
                if name in kwargs:
                    raise TypeError("multiple values for argument %r" % name)
                arguments[name] = args.pop(0)
            elif name in kwargs:
                arguments[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                raise TypeError("missing a required argument: %r" % name)
        if kwargs and rest is None:
            raise TypeError("got an unexpected keyword argument %r" % next(iter(kwargs)))
        if kwargs:
            arguments[rest] = kwargs
        return BoundArguments(self, arguments)

    def __str__(self):
        parts = []
        starred = False
        for parameter in self.parameters.values():
            if parameter.kind == 2:
                starred = True
            elif parameter.kind == 3 and not starred:
                parts.append("*")
                starred = True
            parts.append(str(parameter))
        text = "(%s)" % ", ".join(parts)
        if self.return_annotation is not _empty:
            text += " -> " + formatannotation(self.return_annotation)
        return text

    def __repr__(self):
        return "<Signature %s>" % self

    def __eq__(self, other):
        return isinstance(other, Signature) and str(self) == str(other)

    __hash__ = None


def _of_function(function):
    code = function.__code__
    names = code.co_varnames
    annotations = function.__annotations__
    positional, keyword_only = code.co_argcount, code.co_kwonlyargcount
    defaults = function.__defaults__ or ()
    keyword_defaults = function.__kwdefaults__ or {}
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for i in range(positional):
        at = i - (positional - len(defaults))
        add(names[i], Parameter.POSITIONAL_OR_KEYWORD, defaults[at] if at >= 0 else _empty)
    rest = positional + keyword_only
    if code.co_flags & _VARARGS:
        add(names[rest], Parameter.VAR_POSITIONAL)
        rest += 1
    for name in names[positional:positional + keyword_only]:
        add(name, Parameter.KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if code.co_flags & _VARKEYWORDS:
        add(names[rest], Parameter.VAR_KEYWORD)
    return Signature(parameters, return_annotation=annotations.get("return", _empty))


def _without_first(found):
    parameters = list(found.parameters.values())
    if parameters and parameters[0].kind < 2:
        parameters = parameters[1:]
    return Signature(parameters, return_annotation=found.return_annotation)


def _of_partial(obj):
    """What is left to give: after a parameter that the partial names, all are given by name."""
    whole = signature(obj.func)
    try:
        bound = whole.bind_partial(*obj.args, **obj.keywords).arguments
    except TypeError:
        raise ValueError("partial object %r has incorrect arguments" % (obj,))
    kept = []
    by_name = False
    for name, parameter in whole.parameters.items():
        if parameter.kind in (Parameter.POSITIONAL_OR_KEYWORD, Parameter.KEYWORD_ONLY) and name in bound:
            if name not in obj.keywords:
                continue
            by_name = by_name or parameter.kind == Parameter.POSITIONAL_OR_KEYWORD
            parameter = parameter.replace(default=bound[name])
        if by_name and parameter.kind == Parameter.VAR_POSITIONAL:
            continue
        if by_name and parameter.kind == Parameter.POSITIONAL_OR_KEYWORD:
            parameter = parameter.replace(kind=Parameter.KEYWORD_ONLY)
        kept.append(parameter)
    return Signature(kept, return_annotation=whole.return_annotation)


def signature(obj, *, follow_wrapped=True):
    if not callable(obj):
        raise TypeError("%r is not a callable object" % (obj,))
    if ismethod(obj):
        return _without_first(signature(obj.__func__))
    if follow_wrapped and hasattr(obj, "__wrapped__"):
        return signature(obj.__wrapped__)
    if isfunction(obj):
        return _of_function(obj)
    if isclass(obj):
        for name in ("__new__", "__init__"):
            for base in obj.__mro__:
                method = base.__dict__.get(name)
                method = getattr(method, "__func__", method)
                if method is not None and isfunction(method):
                    return _without_first(_of_function(method))
        return Signature()
    if isinstance(obj, functools.partial):
        return _of_partial(obj)
    call = getattr(type(obj), "__call__", None)
    if isfunction(call):
        return _without_first(_of_function(call))
    raise ValueError("no signature found for builtin %r" % (obj,))


def getfullargspec(func):
    if isclass(func):
        parameters = list(signature(func).parameters.values())
        own = [Parameter("self", Parameter.POSITIONAL_OR_KEYWORD)]
    else:
        own = []
        function = getattr(func, "__func__", func)
        if not isfunction(function):
            raise TypeError("unsupported callable")
        found = _of_function(function)
        parameters = list(found.parameters.values())
    parameters = own + parameters
    of_kind = lambda kind: [parameter for parameter in parameters if parameter.kind == kind]
    positional, keyword_only = of_kind(1), of_kind(3)
    defaults = tuple([parameter.default for parameter in positional if parameter.default is not _empty])
    keyword_defaults = dict([(parameter.name, parameter.default) for parameter in keyword_only
                             if parameter.default is not _empty])
    first = lambda kind: of_kind(kind)[0].name if of_kind(kind) else None
    return FullArgSpec([parameter.name for parameter in positional], first(2), first(4), defaults or None,
                       [parameter.name for parameter in keyword_only], keyword_defaults or None,
                       _annotations(func))


def _annotations(func):
    """The annotations, that of the result first."""
    found = dict(getattr(func, "__annotations__", {}))
    result = {"return": found.pop("return")} if "return" in found else {}
    result.update(found)
    return result


def getargspec(func):
    spec = getfullargspec(func)
    return ArgSpec(spec.args, spec.varargs, spec.varkw, spec.defaults)


def getcallargs(*args, **kwargs):
    bound = signature(args[0]).bind(*args[1:], **kwargs)
    bound.apply_defaults()
    return dict(bound.arguments)


def getmembers(object, predicate=None):
    members = [(name, getattr(object, name)) for name in dir(object) if hasattr(object, name)]
    return [member for member in members if predicate is None or predicate(member[1])]


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, str) else None


FrameInfo = collections.namedtuple("FrameInfo", "frame filename lineno function code_context index")
Traceback = collections.namedtuple("Traceback", "filename lineno function code_context index")


def currentframe():
    import sys
    return sys._getframe(0)


def getouterframes(frame, context=1):
    found = []
    while frame is not None:
        found.append(FrameInfo(frame, frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, None, None))
        frame = frame.f_back
    return found


def stack(context=1):
    return getouterframes(currentframe())


def getframeinfo(frame, context=1):
    return Traceback(frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, None, None)


def getfile(object):
    if ismodule(object):
        return object.__file__
    if isclass(object):
        return getmodule(object).__file__
    code = getattr(unwrap(getattr(object, "__func__", object)), "__code__", getattr(object, "f_code", None))
    if code is None:
        raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got %s" %
                        type(object).__name__)
    return code.co_filename


getsourcefile = getabsfile = getfile


def getsource(object):
    return unknown("str")


def getsourcelines(object):
    return unknown("list"), unknown("int")


def getmodule(object):
    import sys
    return object if ismodule(object) else sys.modules.get(getattr(object, "__module__", None))


def getmro(cls):
    return cls.__mro__


def unwrap(func):
    while hasattr(func, "__wrapped__"):
        func = func.__wrapped__
    return func


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins) if margins else 0
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)
