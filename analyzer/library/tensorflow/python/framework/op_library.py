"""Makes an operation from its definition: converts the inputs, finds the element types, infers the shapes.

`apply(op_type, name, inputs, **attributes)` is what the functions of the op modules end in. The definitions are the
rows of op_families/*_table.py: inputs and outputs as `name:type`, where the type is fixed or the name of a type
attribute, `name:N*T` a list of N of one type, `name:*Tlist` a list of many, `&` a reference; then what each type
attribute allows and, after `!`, its default; then the shape function. That takes an Inference and returns the shapes
of the outputs, each a list of plain dimensions or None."""

import _tfscope
from tensorflow.python.framework import constant_folding, dtypes, nested_values, ops, tensor_shape
from tensorflow.python.framework.guesses import is_type_guess
from tensorflow.python.framework.op_families import array_table, image_table, math_table, nn_table, state_table

_TYPE_LISTS = {
    "numbers": "f32,f64,i32,u8,i16,i8,c64,i64,qi8,qu8,qi32,bf16,u16,c128,f16,u32,u64",
    "reals": "f32,f64,i32,u8,i16,i8,i64,bf16,u16,f16,u32,u64",
    "floats": "f16,bf16,f32,f64",
    "index": "i32,i64",
}
_SHORT_NAMES = {
    "bf16": "bfloat16", "f16": "float16", "f32": "float32", "f64": "float64", "i8": "int8", "i16": "int16",
    "i32": "int32", "i64": "int64", "u8": "uint8", "u16": "uint16", "u32": "uint32", "u64": "uint64",
    "c64": "complex64", "c128": "complex128", "qi8": "qint8", "qi16": "qint16", "qi32": "qint32", "qu8": "quint8",
    "qu16": "quint16",
}


class Argument(object):
    """One input or output of a definition: its type is fixed, or names a type attribute."""

    def __init__(self, text):
        self.name, kind = text.split(":")
        self.is_ref = kind.endswith("&")
        if self.is_ref:
            kind = kind[:-1]
        self.is_list = "*" in kind
        self.number = None
        if self.is_list:
            self.number, kind = kind.split("*")
        self.dtype = dtypes._BY_NAME.get(kind)
        self.attribute = kind if self.dtype is None else None


class Definition(object):

    def __init__(self, op_type, row):
        inputs, outputs, types, shape_function = row
        self.op_type = op_type
        self.inputs = [Argument(text) for text in inputs.split()]
        self.outputs = [Argument(text) for text in outputs.split()]
        self.allowed = {}
        self.defaults = {}
        for text in types.split():
            attribute, allowed = text.split("=")
            if "!" in allowed:
                allowed, default = allowed.split("!")
                self.defaults[attribute] = dtypes.as_dtype(default)
            if allowed:
                names = _TYPE_LISTS.get(allowed, allowed)
                self.allowed[attribute] = [dtypes.as_dtype(_SHORT_NAMES.get(name, name)) for name in names.split(",")]
        self.shape_function = shape_function
        self.folds = constant_folding.has_rule(op_type)
        # What matching plain tensors needs: (type attribute or None, element type or None, allowed ones or None).
        self.plain_inputs = None
        if not any([argument.is_list or argument.is_ref for argument in self.inputs]):
            self.plain_inputs = [(argument.attribute, argument.dtype, self.allowed.get(argument.attribute))
                                 for argument in self.inputs]
        taken = [argument.attribute for argument in self.inputs]
        self.types_without_input = [attribute for attribute in self.allowed if attribute not in taken]


_definitions = {}


def definition_of(op_type):
    found = _definitions.get(op_type)
    if found is None:
        for table in (math_table, array_table, nn_table, state_table, image_table):
            if op_type in table.OPS:
                found = _definitions[op_type] = Definition(op_type, table.OPS[op_type])
                break
    return found


class _OnlyAGuess(Exception):
    """Inputs do not fit, but nothing is known of one of them."""


class Inference(object):
    """What a shape function sees of the operation that is being made."""

    def __init__(self, definition, name, inputs, attributes):
        self.definition = definition
        self.name = name
        self.inputs = inputs
        self.attributes = attributes
        self.read_values = []
        self.read_shapes = []

    def shape(self, i):
        """The plain dimensions of input i, None if the rank is unknown."""
        return self.inputs[i]._shape._plain

    @property
    def shapes(self):
        return [tensor._shape._plain for tensor in self.inputs]

    def rank(self, i):
        dims = self.inputs[i]._shape._plain
        return None if dims is None else len(dims)

    def attribute(self, name, default=None):
        found = self.attributes.get(name)
        return default if found is None else found

    def value(self, i):
        """The constant value of input i, None where any of it is not known."""
        self.read_values.append(i)
        value = self.inputs[i]._value
        return None if value is None or nested_values.is_partial(value) or nested_values.has_unknown(value) else value

    def shape_value(self, i):
        """Input i read as a shape: plain dimensions, of which some may be None; None if not even their number is
        known."""
        self.read_shapes.append(i)
        value = self.inputs[i]._value
        if value is None:
            dims = self.shape(i)
            return None if not dims or dims[0] is None or _tfscope.is_unknown(dims[0]) else [None] * dims[0]
        if not isinstance(value, list):
            return None
        return [dim if _tfscope.is_unknown(dim) or dim != -1 else None for dim in value]

    def need_rank(self, i, rank):
        """Input i's dimensions, of the given rank; [None, ...] where its rank is unknown."""
        dims = self.shape(i)
        if dims is None:
            return [None] * rank
        if len(dims) != rank:
            self.fail("Shape must be rank %d but is rank %d" % (rank, len(dims)))
        return dims

    def need_rank_at_least(self, i, rank):
        dims = self.shape(i)
        if dims is not None and len(dims) < rank:
            self.fail("Shape must be at least rank %d but is rank %d" % (rank, len(dims)))
        return dims

    def need_rank_at_most(self, i, rank):
        dims = self.shape(i)
        if dims is not None and len(dims) > rank:
            self.fail("Shape must be at most rank %d but is rank %d" % (rank, len(dims)))
        return dims

    def merge_dim(self, one, other):
        if not tensor_shape.fits(one, other):
            self.fail("Dimensions must be equal, but are %d and %d" % (one, other))
        return tensor_shape.merge(one, other)

    def need_dim(self, dim, wanted):
        if not tensor_shape.fits(dim, wanted):
            self.fail("Dimension must be %d but is %d" % (wanted, dim))

    def merge(self, one, other):
        """The dimensions that both describe."""
        if one is None or other is None:
            return other if one is None else one
        if len(one) != len(other):
            self.fail("Shapes must be equal rank, but are %d and %d" % (len(one), len(other)))
        for i in range(len(one)):
            if not tensor_shape.fits(one[i], other[i]):
                self.fail("Dimension %d in both shapes must be equal, but are %d and %d. Shapes are %s and %s." %
                          (i, one[i], other[i], text(one), text(other)))
        return tensor_shape.merge_dims(one, other)

    def fail(self, message):
        """Raises what the C++ shape function would, with the operation's name and inputs."""
        if any([ops.is_guess(tensor) for tensor in self.inputs]):
            raise _OnlyAGuess()
        name = self.name
        name = name[:-1] if name.endswith("/") else ops.get_default_graph().unique_name(name)
        message += " for '%s' (op: '%s') with input shapes: %s" % (
            name, self.definition.op_type, ", ".join([text(dims) for dims in self.shapes]))
        values = ["input[%d] = <%s>" % (i, constant_folding.summary(self.inputs[i])) for i in sorted(
            set(self.read_values)) if self.inputs[i]._value is not None and i not in self.read_shapes]
        if values:
            message += " and with computed input tensors: " + ", ".join(values)
        partial = ["input[%d] = %s" % (i, text(self._as_shape(i))) for i in sorted(set(self.read_shapes))
                   if self._as_shape(i) is not None]
        if partial:
            message += " and with input tensors computed as partial shapes: " + ", ".join(partial)
        _tfscope.fail("incompatible_shapes", ValueError, message + ".")

    def _as_shape(self, i):
        value = self.inputs[i]._value
        if not isinstance(value, list):
            return self.shape_value(i)
        return [None if dim == -1 else dim for dim in value]


def text(dims):
    """Dimensions as TensorFlow's C++ side prints them."""
    if dims is None:
        return "?"
    return "[%s]" % ",".join(["?" if dim is None else str(dim) for dim in dims])


def apply(op_type, name, inputs, **attributes):
    """The output of one new operation: a Tensor, a list of Tensors, or the Operation if it has no output."""
    definition = definition_of(op_type)
    if isinstance(name, str) and not name:
        with ops.name_scope(name) as scope:
            return _apply(definition, scope, inputs, attributes)
    if name is None:
        name = op_type
    # Inside of control flow the operations by which inputs enter are named under the operation.
    if ops.get_default_graph()._control_flow_context is None:
        if _tfscope.are_tensors(inputs, ops.Tensor):
            return _apply(definition, name, inputs, attributes)
    with ops.name_scope(name) as scope:
        return _apply(definition, scope, inputs, attributes)


def _apply(definition, name, inputs, attributes):
    types = {}
    for attribute in attributes:
        value = attributes[attribute]
        if isinstance(value, dtypes.DType):
            types[attribute] = value.base_dtype
        elif isinstance(value, (list, tuple)) and any([type(item) is tensor_shape.Dimension for item in value]):
            attributes[attribute] = [item.value if type(item) is tensor_shape.Dimension else item for item in value]
    if definition.plain_inputs is not None and _tfscope.match_types(definition.plain_inputs, inputs, types, ops.Tensor):
        for attribute in definition.types_without_input:
            _check_allowed(definition, attribute, inputs, types, {})
        return _make(definition, name, list(inputs), types, attributes)
    sources = {}
    tensors = []
    for i in range(len(definition.inputs)):
        argument = definition.inputs[i]
        if argument.is_list:
            tensors.extend(_convert_list(definition, argument, inputs[i], types, sources, attributes))
        else:
            tensors.append(_convert(definition, argument, inputs[i], types, sources, tensors))
        if argument.attribute in definition.allowed:
            _check_allowed(definition, argument.attribute, tensors, types, sources)
    for attribute in definition.allowed:
        if attribute not in sources:
            _check_allowed(definition, attribute, tensors, types, sources)
    return _make(definition, name, tensors, types, attributes)


def _check_allowed(definition, attribute, tensors, types, sources):
    found = types.get(attribute)
    if found is None:
        found = definition.defaults.get(attribute)
    if found is None or found in definition.allowed[attribute]:
        return
    if any([ops.is_uncertain(tensor) for tensor in tensors]):
        types[attribute] = definition.allowed[attribute][0]
        return
    raise TypeError("Value passed to parameter '%s' has DataType %s not in list of allowed values: %s" % (
        sources.get(attribute, attribute), found.name,
        ", ".join([dtype.name for dtype in definition.allowed[attribute]])))


def _check_padding(op_type, padding):
    """Of operations with a window that moves."""
    allowed = ["SAME", "VALID"] + ["EXPLICIT"] * op_type.startswith("Conv2D")
    if padding not in allowed:
        raise ValueError("Attr 'padding' of '%s' Op passed string '%s' not in: %s." % (
            op_type, padding, ", ".join(['"%s"' % one for one in allowed])))


def _make(definition, name, tensors, types, attributes):
    attributes.update(types)
    if isinstance(attributes.get("padding"), str):
        _check_padding(definition.op_type, attributes["padding"])
    try:
        shapes = definition.shape_function(Inference(definition, name, tensors, attributes))
    except _OnlyAGuess:
        shapes = [None] * (attributes.get("num_split") or attributes.get("num") or len(definition.outputs))
    outputs = []
    for argument in definition.outputs:
        if argument.is_list:
            listed = types.get(argument.attribute) or attributes.get(argument.attribute)
            count = len(shapes) - len(definition.outputs) + 1
            kinds = listed if isinstance(listed, (list, tuple)) else [argument.dtype or listed] * count
        else:
            kinds = [argument.dtype or types.get(argument.attribute) or definition.defaults.get(argument.attribute)]
        for kind in kinds:
            outputs.append((tensor_shape.settled(shapes[len(outputs)], tensors), kind._as_ref if argument.is_ref else kind))
    value = None
    if definition.folds and len(outputs) == 1:
        value = constant_folding.fold(definition.op_type, tensors, attributes, outputs)
    operation = ops.create_op(definition.op_type, tensors, outputs, name=name, value=value, attributes=attributes)
    if not outputs:
        return operation
    if len(definition.outputs) == 1 and not definition.outputs[0].is_list:
        return operation.outputs[0]
    return list(operation.outputs)


def _to_tensor(value, dtype, name, preferred_dtype, as_ref):
    if as_ref and hasattr(value, "_ref"):
        return value._ref()
    return ops.convert_to_tensor(value, dtype, name, preferred_dtype)


def _is_guess(tensor):
    """Nothing is known of the tensor; its element type is what most data has."""
    op = tensor.op
    return op._type == "Unknown" or op._attributes is not None and "unknown" in op._attributes


def _convert(definition, argument, value, types, sources, earlier):
    attribute = argument.attribute
    dtype = argument.dtype if attribute is None else types.get(attribute)
    if type(value) is ops.Tensor:
        found = value.dtype
        guessed = attribute is not None and attribute in sources and sources[attribute] is None
        if dtype is None or found.base_dtype is dtype.base_dtype or guessed or _is_guess(value):
            if argument.is_ref and not found._is_ref_dtype:
                raise TypeError("'%s' Op requires that input '%s' be a mutable tensor (e.g.: a tf.Variable)" %
                                (definition.op_type, argument.name))
            if attribute is not None and (dtype is None or guessed and not _is_guess(value)):
                types[attribute] = found.base_dtype
                sources[attribute] = None if _is_guess(value) else argument.name
            return value
    preferred = definition.defaults.get(attribute) if dtype is None else None
    try:
        tensor = _to_tensor(value, dtype, argument.name, preferred, argument.is_ref)
    except TypeError as error:
        if dtype is None:
            raise
        raise TypeError("Expected %s passed to parameter '%s' of op '%s', got %s of type '%s' instead. Error: %s" % (
            dtype.name, argument.name, definition.op_type, repr(value), type(value).__name__, error))
    except ValueError:
        tensor = _refuse(definition, argument, value, dtype, sources, earlier)
    if attribute is not None and attribute not in types:
        types[attribute] = tensor.dtype.base_dtype
        sources[attribute] = None if _is_guess(tensor) else argument.name
    if argument.is_ref and not tensor.dtype._is_ref_dtype:
        raise TypeError("'%s' Op requires that input '%s' be a mutable tensor (e.g.: a tf.Variable)" %
                        (definition.op_type, argument.name))
    return tensor


def _refuse(definition, argument, value, dtype, sources, earlier):
    """Raises for an input that does not convert, unless its type or that it has to have is a guess: then it is taken as
    it is."""
    try:
        tensor = _to_tensor(value, None, None, None, argument.is_ref)
        given = earlier if argument.attribute in sources else []
        if ops.is_guess(tensor) or any([is_type_guess(one) for one in [tensor] + given]):
            return tensor
        observed = tensor.dtype.name
    except ValueError as error:
        raise ValueError("Tried to convert '%s' to a tensor and failed. Error: %s" % (argument.name, error))
    message = "Input '%s' of '%s' Op has type %s that does not match" % (argument.name, definition.op_type, observed)
    if argument.attribute is None:
        raise TypeError("%s expected type of %s." % (message, dtype.name))
    raise TypeError("%s type %s of argument '%s'." % (message, dtype.name,
                                                      sources.get(argument.attribute, "Default in OpDef")))


def _convert_list(definition, argument, values, types, sources, attributes):
    if not isinstance(values, (list, tuple)):
        raise TypeError("Expected list for '%s' argument to '%s' Op, not %s." % (
            argument.name, definition.op_type, values))
    attribute = argument.attribute
    dtype = argument.dtype or types.get(attribute)
    if dtype is None and argument.number:
        for value in values:
            if isinstance(value, ops.Tensor):
                dtype = value.dtype.base_dtype
                break
    tensors = []
    failed = False
    try:
        for i in range(len(values)):
            tensors.append(_to_tensor(values[i], dtype, "%s_%d" % (argument.name, i),
                                      definition.defaults.get(attribute) if dtype is None else None, argument.is_ref))
        if argument.number:
            failed = len(set([tensor.dtype.base_dtype.name for tensor in tensors])) > 1
    except (TypeError, ValueError):
        failed = True
    if failed:
        tensors = _refuse_list(definition, argument, values, dtype, attribute in types)
    if not argument.number:
        if attribute is not None:
            types[attribute] = [tensor.dtype.base_dtype for tensor in tensors]
        return tensors
    attributes[argument.number] = len(tensors)
    if attribute is not None and attribute not in types and tensors:
        types[attribute] = tensors[0].dtype.base_dtype
        sources[attribute] = argument.name
    return tensors


def _refuse_list(definition, argument, values, dtype, inferred):
    observed, tensors = [], []
    for value in values:
        try:
            tensors.append(_to_tensor(value, None, None, None, argument.is_ref))
            observed.append(tensors[-1].dtype.base_dtype.name)
        except (TypeError, ValueError):
            observed.append("<NOT CONVERTIBLE TO TENSOR>")
    if len(tensors) == len(values) and any([ops.is_guess(tensor) for tensor in tensors]):
        return tensors
    message = "Tensors in list passed to '%s' of '%s' Op have types [%s]" % (
        argument.name, definition.op_type, ", ".join(observed))
    if not argument.number:
        raise TypeError("%s that are invalid. Tensors: %s" % (message, values))
    if argument.dtype is not None:
        raise TypeError("%s that do not match expected type %s." % (message, dtype.name))
    if inferred:
        raise TypeError("%s that do not match type %s inferred from earlier arguments." % (message, dtype.name))
    raise TypeError("%s that don't all match." % message)
