"""What a module makes public: the names that its text tells as `@@name`."""
import re
import sys

_KEPT = ("absolute_import", "division", "print_function")


def make_all(module_name, doc_string_modules=None):
    if doc_string_modules is None:
        doc_string_modules = [sys.modules[module_name]]
    told = set()
    for module in doc_string_modules:
        if module.__doc__:
            told.update(re.findall(r"^@@(\w+)$", module.__doc__, re.MULTILINE))
    return [name for name in vars(sys.modules[module_name]) if name in told]


def reveal_undocumented(symbol_name, target_module=None):
    pass


def remove_undocumented(module_name, allowed_exception_list=None, doc_string_modules=None):
    module = sys.modules[module_name]
    kept = set(make_all(module_name, doc_string_modules)).union(allowed_exception_list or [], _KEPT)
    for name in [name for name in vars(module) if not name.startswith("_") and name not in kept]:
        delattr(module, name)
