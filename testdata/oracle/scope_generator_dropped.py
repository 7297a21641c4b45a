# A generator that only a `for` holds is closed when the loop ends early, and leaves the scopes in which it waits.
import tensorflow as tf


def scoped(name):
    with tf.variable_scope(name):
        yield tf.get_variable("w", [1])
        yield tf.get_variable("v", [1])


def current():
    return tf.get_variable_scope().name


def returns():
    for _ in scoped("c"):
        for _ in scoped("d"):
            return current()


for _ in scoped("a"):
    break
print(current())
print(returns(), current())
try:
    with tf.variable_scope("outer"):
        for _ in scoped("e"):
            for _ in [1, 2]:
                for _ in scoped("f"):
                    raise KeyError("leave")
except KeyError as error:
    print(error, current())
for _ in scoped("g"):
    try:
        for _ in scoped("h"):
            raise KeyError("leave")
    except KeyError:
        print(current())
    break
named = scoped("i")
for _ in iter(named):
    break
print(current())
for _ in named:
    break
print(current())
named.close()
print(current())
