# Nothing of a generator's body runs if it is closed, or thrown into, before its first item.
def generate(n):
    try:
        for i in range(n):
            yield i
    except KeyError:
        print("caught")
    finally:
        print("closing", n)


it = generate(1)
it.close()
print(next(it, "done"))
for throw in (KeyError("k"), ValueError):
    it = generate(2)
    try:
        it.throw(throw)
    except Exception as error:
        print(type(error).__name__, error)
    print(next(it, "done"))


def outer():
    yield from generate(3)


it = outer()
it.close()
print(next(it, "done"))
it = outer()
print(next(it))
try:
    it.throw(ValueError)
except ValueError:
    print("thrown")
