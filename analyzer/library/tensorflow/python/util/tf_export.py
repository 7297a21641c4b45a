"""Decorators that publish names, which changes nothing for who calls them."""


class api_export(object):

    def __init__(self, *args, **kwargs):
        self._names = args

    def __call__(self, func):
        return func

    def export_constant(self, module_name, name):
        pass


tf_export = keras_export = estimator_export = api_export


def kwarg_only(f):
    def wrapper(*args, **kwargs):
        if args:
            raise TypeError("{f} only takes keyword args (possible keys: {kwargs}). Please pass these args as kwargs "
                            "instead.".format(f=f.__name__, kwargs=sorted(kwargs)))
        return f(**kwargs)
    return wrapper
