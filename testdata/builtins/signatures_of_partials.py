import functools, inspect
def f(a, b, c=3, *rest, d, e=5, **more): pass
for p in (functools.partial(f), functools.partial(f, 1), functools.partial(f, 1, c=5), functools.partial(f, b=2), functools.partial(f, 1, 2, 3, d=4), functools.partial(f, d=1), functools.partial(f, x=1), functools.partial(functools.partial(f, 1), c=2)):
    print(inspect.signature(p), [(q.name, int(q.kind)) for q in inspect.signature(p).parameters.values()])
try:
    inspect.signature(functools.partial(lambda x: x, y=1))
except ValueError as error:
    print(str(error)[:14])
