"""What rests on values that the source does not fix: shapes and types that are taken for likely only."""
import _tfscope

_MOST_OPERATIONS = 500


def is_uncertain(tensor):
    """The tensor depends on values that the source does not fix, so that more may be known of it when it runs."""
    op = tensor.op
    if op._is_uncertain is None:
        seen = _certain_sources(op)
        if seen is None:
            op._is_uncertain = True
        else:
            for source in seen.values():
                # A loop that is being built gets more inputs.
                if source._control_flow_context is None:
                    source._is_uncertain = False
            return False
    return op._is_uncertain


def _certain_sources(op):
    """The operation and what it is made of, as far as that was not asked for before; None if some of it is unknown."""
    seen = {id(op): op}
    pending = [op]
    while pending:
        op = pending.pop()
        attributes = op._attributes
        if op._is_uncertain or op._type == "Unknown" or attributes is not None and (
                "unknown" in attributes or "value" in attributes and _holds_unknown(attributes["value"])):
            return None
        if op.outputs and op.outputs[0]._shape._is_uncertain:
            return None
        for tensor in op._inputs:
            source = tensor.op
            if source._is_uncertain is not False and id(source) not in seen:
                seen[id(source)] = source
                pending.append(source)
        if len(seen) > _MOST_OPERATIONS:
            return None
    return seen


def _holds_unknown(value):
    """A list with something unknown in it, such as a shape with an unknown dimension."""
    return _tfscope.is_unknown(value) or isinstance(value, (list, tuple)) and any(_holds_unknown(item) for item in value)


_OF_SHAPES = ("Shape", "ShapeN", "Size", "Rank")


def is_guess(tensor):
    """The tensor's own type and shape are what such data mostly has: nothing else is known of it. So are those of what
    has the same shape as a guess among its inputs."""
    seen = set()
    stack = [tensor]
    while stack and len(seen) < _MOST_OPERATIONS:
        op, dims = stack[-1].op, stack.pop()._shape._plain
        if op._type == "Unknown" or op._attributes is not None and (
                "unknown" in op._attributes or _holds_unknown(op._attributes.get("value"))):
            return True
        if id(op) not in seen:
            seen.add(id(op))
            stack.extend(source for source in op.inputs if op._type in _OF_SHAPES or source._shape._is_uncertain or
                         source._shape._plain == dims)
    return False


def is_type_guess(tensor):
    """The tensor's element type is that of data of which nothing else is known, handed on by operations."""
    dtype, seen, stack = tensor.dtype.base_dtype, set(), [tensor.op]
    while stack and len(seen) < _MOST_OPERATIONS:
        op = stack.pop()
        if op._type == "Unknown" or op._attributes is not None and (
                "unknown" in op._attributes or "open_type" in op._attributes):
            return True
        if id(op) not in seen and op._type != "Cast":
            seen.add(id(op))
            stack.extend(source.op for source in op.inputs if source.dtype.base_dtype is dtype)
    return False
