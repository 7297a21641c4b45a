"""How tfscope calls a function of which no caller is known."""
import _tfscope


def _forget_chance():
    """Nobody knows how many random numbers the callers have taken since the seed."""
    shared = getattr(_tfscope.modules().get("random"), "_shared", None)
    if shared is not None:
        shared._source = None


def call_function(function, arguments, keywords):
    _forget_chance()
    _finish(function(*arguments, **keywords))


def call_method(cls, instance_arguments, instance_keywords, name, arguments, keywords):
    _forget_chance()
    instance = cls(*instance_arguments, **instance_keywords)
    if name == "__init__":
        return
    attribute = getattr(instance, name)
    if not isinstance(getattr(cls, name, None), property):
        _finish(attribute(*arguments, **keywords))


def _finish(result):
    """The body of a generator runs when it is asked for items."""
    if _tfscope.is_generator(result):
        for _ in result:
            pass
