# Classes derived from property, errors of class creation, and what chance leaves known.
import logging
import random


def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


class cached_property(property):
    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        name = "_cached_" + self.fget.__name__
        if name not in obj.__dict__:
            obj.__dict__[name] = super().__get__(obj, objtype)
        return obj.__dict__[name]


class Model:
    calls = 0

    @cached_property
    def graph(self):
        """The graph."""
        Model.calls += 1
        return "graph%d" % Model.calls

    @cached_property
    def size(self):
        return self._size

    @size.setter
    def size(self, value):
        self._size = value * 2


model = Model()
show(lambda: (model.graph, model.graph, Model.calls, Model.graph.__doc__, type(Model.graph).__name__))
model.size = 4
show(lambda: model.size)
show(lambda: setattr(model, "graph", 1))
show(lambda: delattr(model, "size"))
show(lambda: [base.__name__ for base in cached_property.__mro__])


class Named:
    def __set_name__(self, owner, name):
        raise ValueError(name)


show(lambda: type("Owner", (), {"field": Named()}))
show(lambda: logging.getLogger("x").setLevel("NOPE"))
show(lambda: logging.getLogger("x").setLevel("INFO") or logging.getLogger("x").level)
show(lambda: random.randint(5, 1))
show(lambda: random.sample([1], 2))
show(lambda: (random.randint(3, 3), random.choice("a"), random.sample(["b"], 1), len(random.sample(range(9), 4))))
