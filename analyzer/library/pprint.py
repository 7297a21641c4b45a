"""pprint."""


def pformat(object, indent=1, width=80, depth=None):
    return repr(object)


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
