"""Causes, contexts, attributes and texts of exceptions."""


def describe(error):
    if error is None:
        return None
    return repr(error), describe(error.__cause__), describe(error.__context__), error.__suppress_context__


def show(thunk):
    try:
        print(repr(thunk()))
    except Exception as error:
        print(type(error).__name__, error)


def chained(how):
    try:
        try:
            raise KeyError("first")
        except KeyError as first:
            if how == "from":
                raise ValueError("second") from first
            if how == "none":
                raise ValueError("second") from None
            if how == "class":
                raise ValueError("second") from TypeError
            if how == "bad":
                raise ValueError("second") from 5
            if how == "again":
                raise first
            if how == "bare":
                raise
            raise ValueError("second")
    except Exception as error:
        return describe(error)


for how in ("from", "none", "class", "bad", "again", "bare", "plain"):
    print(chained(how))
try:
    try:
        raise KeyError("a")
    finally:
        raise ValueError("b")
except ValueError as error:
    print(describe(error))


def swap(kind):
    try:
        raise ValueError("v")
    except kind:
        return "caught"


show(lambda: swap(ValueError))
show(lambda: swap("text"))
show(lambda: swap((KeyError, 3)))
show(lambda: swap(int))
for make in (lambda: OSError(2, "No such file"), lambda: OSError(2, "No", "name"), lambda: OSError("plain"),
             lambda: OSError(13, "denied"), lambda: SystemExit(3), lambda: StopIteration(4), lambda: KeyError("k"),
             lambda: ImportError("no x", name="x"), lambda: KeyError(), lambda: ValueError(1, 2)):
    error = make()
    print(repr(error), str(error), error.args)
print(OSError(2, "No", "name").filename, OSError(2, "a").errno, SystemExit(3).code, StopIteration(4).value)
print(ImportError("no x", name="x").name)
show(lambda: ValueError(a=1))


def generate():
    try:
        got = yield 1
        print("got", got)
    except KeyError as error:
        print("caught", repr(error))
        yield 2


g = generate()
print(next(g))
print(g.throw(KeyError, "k"))
show(lambda: g.throw(ValueError, ValueError("x")))
print(g.gi_frame is None, g.gi_running, g.__name__, g.__qualname__)
show(lambda: generate().throw(5))


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        print(kind and kind.__name__, error, trace is None)
        return True


with Manager():
    pass
with Manager():
    raise KeyError("inside")
with Manager() as (a, b):
    pass
show(lambda: [(a, b) for a, b in [5]])
namespace = {"k": 1}
exec("m = k\ndef f(x=2): return x, k\nclass C: v = m\nfor i in range(3): total = i", namespace)
print(sorted(name for name in namespace if not name.startswith("__")), namespace["f"](), namespace["C"].v)
print(eval("k, f(3)", namespace), eval("k", {"k": 1}, {"k": 2}), eval(compile("k", "<s>", "eval"), namespace))
