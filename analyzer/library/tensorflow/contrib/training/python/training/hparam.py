"""Hyperparameters: attributes with types, which text can override."""
import json
import numbers
import re

# `name=value`, `name[3]=value` or `name=[values]`, up to the next comma.
_ASSIGNMENT = re.compile(
    r"(?P<name>[a-zA-Z][\w\.]*)\s*(\[\s*(?P<index>\d+)\s*\])?\s*=\s*((?P<value>[^,\[]*)|\[(?P<values>[^\]]*)\])($|,\s*)")


def _parsed(name, kind, text, whole):
    try:
        if kind == bool:
            return text in ("true", "True") or text not in ("false", "False") and bool(int(text))
        return kind(text)
    except ValueError:
        raise ValueError("Could not parse hparam '%s' of type '%s' with value '%s' in %s" %
                         (name, kind.__name__, text, whole))


def parse_values(values, type_map, ignore_unknown=False):
    result = {}
    position = 0
    while position < len(values):
        found = _ASSIGNMENT.match(values, position)
        if not found:
            raise ValueError("Malformed hyperparameter value: %s" % values[position:])
        position = found.end()
        name, index = found.group("name"), found.group("index")
        if name not in type_map:
            if ignore_unknown:
                continue
            raise ValueError("Unknown hyperparameter type for %s" % name)
        kind = type_map[name]
        if found.group("value") is not None:
            value = _parsed(name, kind, found.group("value"), values)
            if index is None:
                _put(result, name, value, name, values)
            else:
                elements = result.setdefault(name, {})
                if not isinstance(elements, dict):
                    _assigned_twice(name, values)
                _put(elements, int(index), value, "%s[%s]" % (name, int(index)), values)
            continue
        if index is not None:
            raise ValueError("Assignment of a list to a list index.")
        elements = [text for text in re.split("[ ,]", found.group("values")) if text]
        _put(result, name, [_parsed(name, kind, text, values) for text in elements], name, values)
    return result


def _put(target, key, value, shown, whole):
    if key in target:
        _assigned_twice(shown, whole)
    target[key] = value


def _assigned_twice(name, whole):
    raise ValueError("Multiple assignments to variable '%s' in %s" % (name, whole))


def _cast(name, kind, value):
    """The value as one of the parameter's type; only numbers become other numbers."""
    if type(value) == kind or issubclass(kind, type(None)):
        return value
    texts = (str, bytes)
    if (issubclass(kind, texts) and not isinstance(value, texts) or issubclass(kind, bool) != isinstance(value, bool) or
            issubclass(kind, numbers.Integral) and not isinstance(value, numbers.Integral) or
            issubclass(kind, numbers.Number) and not isinstance(value, numbers.Number)):
        raise ValueError("Could not cast hparam '%s' of type '%s' from value %r" % (name, kind, value))
    return kind(value)


class HParams(object):

    _HAS_DYNAMIC_ATTRIBUTES = True

    def __init__(self, hparam_def=None, model_structure=None, **kwargs):
        self._hparam_types = {}  # name -> (type, whether it is a list of those)
        self._model_structure = model_structure
        for name, value in kwargs.items():
            self.add_hparam(name, value)

    def add_hparam(self, name, value):
        if getattr(self, name, None) is not None:
            raise ValueError("Hyperparameter name is reserved: %s" % name)
        if isinstance(value, (list, tuple)):
            if not value:
                raise ValueError("Multi-valued hyperparameters cannot be empty: %s" % name)
            self._hparam_types[name] = type(value[0]), True
        else:
            self._hparam_types[name] = type(value), False
        setattr(self, name, value)

    def set_hparam(self, name, value):
        kind, is_list = self._hparam_types[name]
        if isinstance(value, list):
            if not is_list:
                raise ValueError("Must not pass a list for single-valued parameter: %s" % name)
            setattr(self, name, [_cast(name, kind, element) for element in value])
        else:
            if is_list:
                raise ValueError("Must pass a list for multi-valued parameter: %s." % name)
            setattr(self, name, _cast(name, kind, value))

    def del_hparam(self, name):
        if hasattr(self, name):
            delattr(self, name)
            del self._hparam_types[name]

    def parse(self, values):
        kinds = {name: kind for name, (kind, _) in self._hparam_types.items()}
        return self.override_from_dict(parse_values(values, kinds))

    def override_from_dict(self, values_dict):
        for name, value in values_dict.items():
            self.set_hparam(name, value)
        return self

    def set_from_map(self, values_map):
        return self.override_from_dict(values_map)

    def parse_json(self, values_json):
        return self.override_from_dict(json.loads(values_json))

    def to_json(self, indent=None, separators=None, sort_keys=False):
        return json.dumps(self.values(), indent=indent, separators=separators, sort_keys=sort_keys)

    def set_model_structure(self, model_structure):
        self._model_structure = model_structure

    def get_model_structure(self):
        return self._model_structure

    def values(self):
        return {name: getattr(self, name) for name in self._hparam_types}

    def get(self, key, default=None):
        if key not in self._hparam_types:
            return default
        if default is not None:
            self._check_default(key, default)
        return getattr(self, key)

    def _check_default(self, key, default):
        kind, is_list = self._hparam_types[key]
        message = "Hparam '%s' of type '%s' is incompatible with default=%s" % (
            key, "list<%s>" % kind if is_list else str(kind), default)
        if is_list != isinstance(default, list):
            raise ValueError(message)
        try:
            for value in default if is_list else [default]:
                _cast(key, kind, value)
        except ValueError as error:
            raise ValueError("%s. %s" % (message, error))

    def __contains__(self, key):
        return key in self._hparam_types

    def __str__(self):
        return ",".join(["{}={}".format(name, value) for name, value in self.values().items()])

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, sorted(self.values().items()))
