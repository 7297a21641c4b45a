"""Nested structures of lists, tuples, named tuples and dicts (walked in the order of their sorted keys)."""

import collections.abc

from _tfscope import is_unknown


_VIEWS = (type({}.keys()), type({}.values()), type({}.items()))


def is_sequence(seq):
    return isinstance(seq, (list, tuple, dict)) or isinstance(seq, _VIEWS) or isinstance(seq, collections.abc.Mapping)


is_nested = is_sequence


def is_sequence_or_composite(seq):
    return is_sequence(seq) or hasattr(seq, "_is_composite")


def _is_named(value):
    return isinstance(value, tuple) and hasattr(value, "_fields")


def _children(structure, expand_composites=False):
    """The parts of a structure; None for a leaf."""
    if isinstance(structure, dict):
        return [structure[key] for key in _sorted_keys(structure)]
    if isinstance(structure, (list, tuple)):
        return structure
    if isinstance(structure, _VIEWS):
        return list(structure)
    if expand_composites and hasattr(structure, "_is_composite"):
        return structure._components()
    return None


def _sorted_keys(structure):
    try:
        return sorted(structure)
    except TypeError:
        raise TypeError("nest only supports dicts with sortable keys.")


def flatten(structure, expand_composites=False):
    result = []
    _flatten(structure, expand_composites, result)
    return result


def _flatten(structure, expand_composites, result):
    parts = _children(structure, expand_composites)
    if parts is None:
        result.append(structure)
        return
    for part in parts:
        _flatten(part, expand_composites, result)


def _like(structure, parts):
    """A structure of the same kind with other parts."""
    if isinstance(structure, dict):
        found = dict(zip(_sorted_keys(structure), parts))
        if isinstance(structure, collections.OrderedDict):
            return type(structure)([(key, found[key]) for key in structure])
        return type(structure)([(key, found[key]) for key in structure]) if type(structure) is not dict else dict(
            [(key, found[key]) for key in structure])
    if _is_named(structure):
        return type(structure)(*parts)
    if hasattr(structure, "_is_composite"):
        return structure._from_components(parts)
    return type(structure)(parts)


def pack_sequence_as(structure, flat_sequence, expand_composites=False):
    if not is_sequence(flat_sequence):
        raise TypeError("flat_sequence must be a sequence not a %s:\n%s" % (type(flat_sequence), flat_sequence))
    flat_sequence = list(flat_sequence)
    if _children(structure, expand_composites) is None:
        if len(flat_sequence) != 1:
            raise ValueError("Structure is a scalar but len(flat_sequence) == %d > 1" % len(flat_sequence))
        return flat_sequence[0]
    wanted = len(flatten(structure, expand_composites))
    if wanted != len(flat_sequence):
        raise ValueError("Could not pack sequence. Structure had %d elements, but flat_sequence had %d elements.  "
                         "Structure: %s, flat_sequence: %s." % (wanted, len(flat_sequence), structure, flat_sequence))
    return _pack(structure, iter(flat_sequence), expand_composites)


def _pack(structure, items, expand_composites):
    parts = _children(structure, expand_composites)
    if parts is None:
        return next(items)
    return _like(structure, [_pack(part, items, expand_composites) for part in parts])


def map_structure(func, *structure, **kwargs):
    if not callable(func):
        raise TypeError("func must be callable, got: %s" % func)
    if not structure:
        raise ValueError("Must provide at least one structure")
    check_types = kwargs.pop("check_types", True)
    expand_composites = kwargs.pop("expand_composites", False)
    if kwargs:
        raise ValueError("Only valid keyword arguments are `check_types` and `expand_composites`, not: `%s`" %
                         "`, `".join(kwargs.keys()))
    for other in structure[1:]:
        assert_same_structure(structure[0], other, check_types=check_types, expand_composites=expand_composites)
    columns = [flatten(one, expand_composites) for one in structure]
    return pack_sequence_as(structure[0], [func(*row) for row in zip(*columns)], expand_composites=expand_composites)


def assert_same_structure(nest1, nest2, check_types=True, expand_composites=False):
    found = _difference(nest1, nest2, check_types, expand_composites)
    if found is not None:
        error, text = found
        raise error("%s\nEntire first structure:\n%s\nEntire second structure:\n%s" %
                    (text, _dots(nest1), _dots(nest2)))


def _describe(value):
    return "type=%s str=%s" % (type(value).__name__, value)


def _dots(structure):
    parts = _children(structure)
    if parts is None:
        return "."
    if isinstance(structure, dict):
        return "{%s}" % ", ".join(["%r: %s" % (key, _dots(structure[key])) for key in structure])
    texts = [_dots(part) for part in parts]
    if _is_named(structure):
        return "%s(%s)" % (type(structure).__name__, ", ".join(
            ["%s=%s" % pair for pair in zip(structure._fields, texts)]))
    if isinstance(structure, tuple):
        return "(%s,)" % texts[0] if len(texts) == 1 else "(%s)" % ", ".join(texts)
    return "[%s]" % ", ".join(texts)


def _difference(one, other, check_types, expand_composites):
    found = _inner_difference(one, other, check_types, expand_composites)
    if found is None:
        return None
    error, text = found
    return error, ("The two structures don't have the same nested structure.\n\nFirst structure: %s\n\n"
                   "Second structure: %s"
                   "\n\nMore specifically: %s" % (_describe(one), _describe(other), text))


def _inner_difference(one, other, check_types, expand_composites):
    if is_unknown(one) or is_unknown(other):
        return None
    first, second = _children(one, expand_composites), _children(other, expand_composites)
    if (first is None) != (second is None):
        sequence, leaf = (one, other) if second is None else (other, one)
        return ValueError, "Substructure \"%s\" is a sequence, while substructure \"%s\" is not" % (
            _describe(sequence), _describe(leaf))
    if first is None:
        return None
    if len(first) != len(second):
        return ValueError, "The two structures don't have the same number of elements. First structure: %s. Second " \
                           "structure: %s" % (_describe(one), _describe(other))
    if check_types and type(one) is not type(other) and not (isinstance(one, dict) and isinstance(other, dict)):
        return TypeError, "The two namedtuples don't have the same sequence type. First structure has type %s, while " \
                          "second structure has type %s" % (type(one).__name__, type(other).__name__) \
            if _is_named(one) and _is_named(other) else \
            "The two structures don't have the same sequence type. Input structure has type %s, while shallow " \
            "structure " \
            "has type %s" % (type(one), type(other))
    for i in range(len(first)):
        found = _inner_difference(first[i], second[i], check_types, expand_composites)
        if found is not None:
            return found
    return None


def completed(structure, value):
    """A value of which parts are not known, with each such part spread to what the structure has in its place."""
    parts = _children(structure)
    if parts is None:
        return value
    if is_unknown(value):
        return _like(structure, [completed(part, value) for part in parts])
    others = _children(value)
    if others is None or len(others) != len(parts):
        return value
    return _like(value, [completed(part, other) for part, other in zip(parts, others)])


def flatten_dict_items(dictionary):
    result = {}
    for key in dictionary:
        if not is_sequence(key):
            result[key] = dictionary[key]
            continue
        for inner, value in zip(flatten(key), flatten(dictionary[key])):
            result[inner] = value
    return result


def map_structure_up_to(shallow_tree, func, *inputs, **kwargs):
    columns = [flatten_up_to(shallow_tree, one) for one in inputs]
    return pack_sequence_as(shallow_tree, [func(*row) for row in zip(*columns)])


def flatten_up_to(shallow_tree, input_tree, check_types=True, expand_composites=False):
    parts = _children(shallow_tree)
    if parts is None:
        return [input_tree]
    result = []
    for shallow, deep in zip(parts, _children(input_tree)):
        result.extend(flatten_up_to(shallow, deep))
    return result


def get_traverse_shallow_structure(traverse_fn, structure):
    """For each part whether it is wanted: a bool stands for all below it."""
    wanted = traverse_fn(structure)
    if not is_sequence(structure):
        if not isinstance(wanted, bool):
            raise TypeError("traverse_fn returned structure: %s for non-structure: %s" % (wanted, structure))
        return wanted
    if not isinstance(wanted, bool):
        assert_same_structure(structure, wanted)
        return _like(structure, [get_traverse_shallow_structure(lambda _: flag, part) if not is_sequence(part) else flag
                                 for flag, part in zip(_children(wanted), _children(structure))])
    if not wanted:
        return False
    return _like(structure, [get_traverse_shallow_structure(traverse_fn, part) for part in _children(structure)])
