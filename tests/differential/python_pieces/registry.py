"""The pieces and constructs that the modules pieces_*.py declare."""

IDENTIFIERS = ["conv", "w", "b", "dense", "layer", "gamma", "beta", "alpha"]
PIECES = []
CONSTRUCTS = set()


def piece(*constructs):
    """Declares a function of a Program as a piece that always holds these constructs."""

    def declare(function):
        function.constructs = constructs
        CONSTRUCTS.update(constructs)
        PIECES.append(function)
        return function

    return declare


def constructs(*names):
    """Declares constructs that a piece may hold, which says so by Program.use."""
    CONSTRUCTS.update(names)
