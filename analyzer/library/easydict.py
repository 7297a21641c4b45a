"""easydict: a dict whose items are attributes."""


class EasyDict(dict):

    def __init__(self, d=None, **kwargs):
        d = dict(d or {})
        d.update(kwargs)
        for key, value in d.items():
            setattr(self, key, value)
        for key in self.__class__.__dict__.keys():
            if not (key.startswith("__") and key.endswith("__")) and key not in ("update", "pop"):
                setattr(self, key, getattr(self, key))

    def __setattr__(self, name, value):
        if isinstance(value, (list, tuple)):
            value = type(value)([self.__class__(x) if isinstance(x, dict) else x for x in value])
        elif isinstance(value, dict) and not isinstance(value, self.__class__):
            value = self.__class__(value)
        dict.__setattr__(self, name, value)
        dict.__setitem__(self, name, value)

    __setitem__ = __setattr__

    def update(self, e=None, **f):
        d = dict(e or {})
        d.update(f)
        for key in d:
            setattr(self, key, d[key])

    def pop(self, k, d=None):
        delattr(self, k)
        return dict.pop(self, k, d)
