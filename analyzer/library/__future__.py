"""__future__: the features that all are present."""


class _Feature(object):

    def __init__(self, name):
        self.name = name


absolute_import = _Feature("absolute_import")
annotations = _Feature("annotations")
division = _Feature("division")
generators = _Feature("generators")
generator_stop = _Feature("generator_stop")
nested_scopes = _Feature("nested_scopes")
print_function = _Feature("print_function")
unicode_literals = _Feature("unicode_literals")
with_statement = _Feature("with_statement")
