"""pprint."""


def _shown(object):
    if type(object) is dict:
        try:
            items = sorted(object.items(), key=lambda item: item[0])
        except TypeError:
            items = object.items()
        return "{%s}" % ", ".join(["%s: %s" % (_shown(key), _shown(value)) for key, value in items])
    if type(object) is list:
        return "[%s]" % ", ".join([_shown(item) for item in object])
    if type(object) is tuple and len(object) != 1:
        return "(%s)" % ", ".join([_shown(item) for item in object])
    return repr(object)


def pformat(object, indent=1, width=80, depth=None):
    """On one line, however long."""
    return _shown(object)


def pprint(object, stream=None, indent=1, width=80, depth=None):
    if stream is None:
        print(pformat(object))


class PrettyPrinter(object):

    def __init__(self, *args, **kwargs):
        pass

    def pprint(self, object):
        pprint(object)

    def pformat(self, object):
        return pformat(object)
