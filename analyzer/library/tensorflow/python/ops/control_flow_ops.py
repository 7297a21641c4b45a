"""Conditionals, loops and grouping of operations."""

import collections
import functools

import _tfscope
from tensorflow.python.framework import constant_op, dtypes, guesses, ops, tensor_shape
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import array_ops, control_flow_contexts, math_ops, tensor_array_ops
from tensorflow.python.ops.control_flow_contexts import CondContext, ControlFlowContext, WhileContext
from tensorflow.python.util import nest

_tuple = tuple


# ---- single operations
def no_op(name=None):
    return apply("NoOp", name, [])


def Assert(condition, data, summarize=None, name=None):
    with ops.name_scope(name, "Assert", [condition, data]) as name:
        tensors = ops.convert_n_to_tensor(data)
        if all([tensor.dtype in (dtypes.string, dtypes.int32) for tensor in tensors]):
            return apply("Assert", "Assert", [condition, data])
        condition = ops.convert_to_tensor(condition, name="Condition")
        return cond(condition, no_op, lambda: apply("Assert", "Assert", [condition, data]), name="AssertGuard").op


def _as_ref(data):
    """A value as a tensor, a variable as its reference."""
    return data._ref() if hasattr(data, "_ref") else ops.convert_to_tensor_or_composite(data)


def _identity(data, name=None):
    data = _as_ref(data)
    return apply("RefIdentity" if data.dtype._is_ref_dtype else "Identity", name, [data])


def switch(data, pred, dtype=None, name=None):
    with ops.name_scope(name, "Switch", [data, pred]) as name:
        return apply("Switch", name, [_as_ref(data), ops.convert_to_tensor(pred, name="pred")])


def merge(inputs, name=None):
    if any([value is None for value in inputs]):
        raise ValueError("At least one of the merge inputs is None: %s" % inputs)
    with ops.name_scope(name, "Merge", inputs) as name:
        tensors = [_as_ref(value) for value in inputs]
        reference = all([tensor.dtype._is_ref_dtype for tensor in tensors])
        return apply("RefMerge" if reference else "Merge", name, [tensors])


def exit(data, name=None):
    return apply("RefExit" if data.dtype._is_ref_dtype else "Exit", name, [data])


def with_dependencies(dependencies, output_tensor, name=None):
    with ops.name_scope(name, "control_dependency", list(dependencies) + [output_tensor]) as name:
        with ops.control_dependencies(dependencies):
            return _identity(ops.convert_to_tensor_or_composite(output_tensor), name=name)


def _group(dependencies, name=None):
    with ops.control_dependencies(dependencies):
        return no_op(name=name)


def group(*inputs, **kwargs):
    name = kwargs.pop("name", None)
    if kwargs:
        raise ValueError("Unknown keyword arguments: " + ", ".join(kwargs.keys()))
    with ops.name_scope(name, "group_deps", inputs) as name:
        if not inputs:
            return no_op(name=name)
        devices = {}
        for item in nest.flatten(inputs):
            if _tfscope.is_unknown(item):
                continue
            if not hasattr(item, "device"):
                raise TypeError("Expected tf.group() expected Tensor arguments not '%s' with type '%s'" % (item, type(item)))
            devices.setdefault(item.device, []).append(item)
        if len(devices) <= 1:
            return _group([item for items in devices.values() for item in items], name=name)
        groups = [_group(devices[device]) for device in sorted(devices)]
        return _group(groups, name=name)


def tuple(tensors, name=None, control_inputs=None):
    with ops.name_scope(name, "tuple", tensors) as name:
        tensors = [value if value is None or isinstance(value, ops.Operation) or hasattr(value, "_is_composite") else
                   ops.convert_to_tensor(value) for value in tensors]
        gates = [value if isinstance(value, ops.Operation) else value.op for value in tensors if value is not None]
        for value in control_inputs or []:
            if not isinstance(value, (ops.Tensor, ops.Operation)):
                raise TypeError("Control input must be Operation or Tensor: %s" % value)
            gates.append(value.op if isinstance(value, ops.Tensor) else value)
        if not gates:
            raise ValueError("Must have at least one Tensor: %s" % tensors)
        gate = group(*gates)
        result = []
        for value in tensors:
            if value is None:
                result.append(None)
            elif isinstance(value, ops.Operation):
                with ops.control_dependencies([gate]):
                    result.append(group(value))
            else:
                result.append(with_dependencies([gate], value))
        return result


# ---- cond
def _flow(value):
    return value.flow if isinstance(value, tensor_array_ops.TensorArray) else value


def _with_flows(originals, tensors):
    return [tensor_array_ops.build_ta_with_new_flow(old, new) if isinstance(old, tensor_array_ops.TensorArray) else new
            for old, new in zip(originals, tensors)]


def _unpack_single(result):
    return result[0] if isinstance(result, (list, _tuple)) and len(result) == 1 else result


def _branch_function(fn, old_fn, name, old_name):
    if old_fn is not None:
        if fn is not None:
            raise TypeError("cond(): %s and %s may not be set simultaneously." % (name, old_name))
        return old_fn
    if fn is None:
        raise TypeError("cond(): %s argument required" % name)
    return fn


def cond(pred, true_fn=None, false_fn=None, strict=False, name=None, fn1=None, fn2=None):
    true_fn = _branch_function(true_fn, fn1, "true_fn", "fn1")
    false_fn = _branch_function(false_fn, fn2, "false_fn", "fn2")
    if not callable(true_fn):
        raise TypeError("true_fn must be callable.")
    if not callable(false_fn):
        raise TypeError("false_fn must be callable.")
    with ops.name_scope(name, "cond", [pred]):
        if isinstance(pred, bool):
            raise TypeError("pred must not be a Python bool")
        off, on = switch(pred, pred)
        pivot_on = array_ops.identity(on, name="switch_t")
        pivot_off = array_ops.identity(off, name="switch_f")
        pred = array_ops.identity(pred, name="pred_id")
        first = _branch(pred, pivot_on, 1, true_fn, "true_fn")
        second = _branch(pred, pivot_off, 0, false_fn, "false_fn")
        return _joined(first, second, strict)


def _branch(pred, pivot, number, fn, label):
    """The value of a branch function and its tensors as seen from inside."""
    context = CondContext(pred, pivot, branch=number)
    try:
        context.Enter()
        original = fn()
        if original is None:
            raise ValueError("%s must have a return value." % label)
        tensors = []
        for value in nest.flatten(original, expand_composites=True):
            if isinstance(value, ops.Operation):
                tensors.append(with_dependencies([value], pivot))
            else:
                tensors.append(context.OutputValue(ops.convert_to_tensor(_flow(value))))
        context.ExitResult(tensors)
    finally:
        context.Exit()
    return original, tensors, context


def _joined(first, second, strict):
    on_value, on_tensors, on_context = first
    off_value, off_tensors, off_context = second
    if not strict:
        on_value, off_value = _unpack_single(on_value), _unpack_single(off_value)
    nest.assert_same_structure(on_value, off_value, expand_composites=True)
    if _tfscope.is_unknown(on_value):
        on_value, on_tensors = nest.completed(off_value, on_value), on_tensors * len(off_tensors)
    if _tfscope.is_unknown(off_value):
        off_tensors = off_tensors * len(on_tensors)
    if not on_tensors:
        raise ValueError("true_fn and false_fn must return at least one result.")
    for one, other in zip(on_tensors, off_tensors):
        if not (_tfscope.is_unknown(one) or _tfscope.is_unknown(other)) and (
                one.dtype.base_dtype != other.dtype.base_dtype) and not _is_type_guess(one, other):
            raise ValueError("Outputs of true_fn and false_fn must have the same type: %s, %s" % (
                one.dtype.name, other.dtype.name))
    merges = [merge(pair)[0] for pair in zip(off_tensors, on_tensors)]
    merges = _with_flows(nest.flatten(on_value, expand_composites=True), merges)
    if on_context.outer_context is None:
        ops.add_to_collection(ops.GraphKeys.COND_CONTEXT, on_context)
        ops.add_to_collection(ops.GraphKeys.COND_CONTEXT, off_context)
    result = nest.pack_sequence_as(on_value, merges, expand_composites=True)
    return result if strict else _unpack_single(result)


def smart_cond(pred, true_fn=None, false_fn=None, name=None):
    from tensorflow.python.framework import smart_cond as smart_module
    return smart_module.smart_cond(pred, true_fn, false_fn, name)


# ---- while_loop
def while_loop(cond, body, loop_vars, shape_invariants=None, parallel_iterations=10, back_prop=True, swap_memory=False,
               name=None, maximum_iterations=None, return_same_structure=False):
    if not callable(cond):
        raise TypeError("cond must be callable.")
    if not callable(body):
        raise TypeError("body must be callable.")
    if parallel_iterations < 1:
        raise TypeError("parallel_iterations must be a positive integer.")
    with ops.name_scope(name, "while", loop_vars):
        if not loop_vars:
            raise ValueError("No loop variables provided")
        if maximum_iterations is not None:
            cond, body, loop_vars = _counted(cond, body, loop_vars, maximum_iterations, return_same_structure)
            if shape_invariants is not None:
                shape_invariants = (tensor_shape.TensorShape([]), shape_invariants)
        if shape_invariants is not None:
            nest.assert_same_structure(loop_vars, shape_invariants, expand_composites=False)
        context = WhileContext()
        if context.outer_context is None:
            ops.add_to_collection(ops.GraphKeys.WHILE_CONTEXT, context)
        result = _loop(context, cond, body, loop_vars, shape_invariants, return_same_structure)
        return result[1] if maximum_iterations is not None else result


def _counted(cond, body, loop_vars, limit, return_same_structure):
    """The loop with a counter as its first variable."""
    limit = ops.convert_to_tensor(limit, name="maximum_iterations")
    if limit.shape.ndims != 0:
        raise ValueError("maximum_iterations must be a scalar, saw shape: %s" % limit.shape)
    counter = constant_op.constant(0, dtype=limit.dtype, name="iteration_counter")
    if len(loop_vars) == 1 and not return_same_structure:
        return (lambda i, value: math_ops.logical_and(i < limit, cond(value)), lambda i, value: (i + 1, body(value)),
                (counter, loop_vars[0]))
    return (lambda i, values: math_ops.logical_and(i < limit, cond(*values)), lambda i, values: (i + 1, body(*values)),
            (counter, loop_vars))


def _loop(context, cond, body, loop_vars, shape_invariants, return_same_structure):
    flat_vars = nest.flatten(loop_vars, expand_composites=True)
    tensors = [ops.convert_to_tensor(_flow(value)) for value in flat_vars]
    shapes = [tensor.shape for tensor in tensors]
    if shape_invariants is not None:
        shapes = nest.flatten(shape_invariants)
        if len(shapes) != len(tensors):
            shapes = [tensor.shape for tensor in tensors]
    try:
        context.Enter()
        body_result, exits = _build_loop(context, cond, body, loop_vars, flat_vars, tensors, shapes)
    finally:
        context.Exit()
    exits = _with_flows(nest.flatten(body_result, expand_composites=True), exits)
    result = nest.pack_sequence_as(body_result, exits, expand_composites=True)
    return result[0] if len(exits) == 1 and not return_same_structure else result


def _build_loop(context, cond, body, loop_vars, flat_vars, tensors, shapes):
    context._values = set([tensor.name for tensor in tensors if tensor.op._type != "Unknown"])
    real = tensors
    if context.outer_context is not None:
        real = [context.outer_context.AddValue(tensor) for tensor in tensors]
    with ops.control_dependencies(None):
        enters = [control_flow_contexts.enter(tensor, context.name) for tensor in real]
    for i in range(len(enters)):
        _set_invariant(real[i], enters[i], shapes[i])
        enters[i].op._set_control_flow_context(context)
    context._values = set([tensor.name for tensor in enters])
    merges = [merge([tensor, tensor])[0] for tensor in enters]
    arguments = nest.pack_sequence_as(loop_vars, _with_flows(flat_vars, merges), expand_composites=True)
    go_on = ops.convert_to_tensor(cond(*arguments))
    pivot = apply("LoopCond", "LoopCond", [go_on])
    switches = [control_flow_contexts.switch_ref_or_tensor(tensor, pivot) for tensor in merges]
    inside = [_identity(pair[1]) for pair in switches]
    arguments = nest.pack_sequence_as(loop_vars, _with_flows(flat_vars, inside), expand_composites=True)
    body_result = body(*arguments)
    if not nest.is_sequence_or_composite(body_result):
        body_result = [body_result]
    nest.assert_same_structure(list(arguments), list(body_result), expand_composites=True)
    body_result = nest.completed(list(arguments), body_result)
    results = [ops.convert_to_tensor(_flow(value)) for value in nest.flatten(body_result, expand_composites=True)]
    if len(merges) != len(results):
        raise ValueError("Number of inputs and outputs of body must match loop_vars: %d, %d" %
                         (len(merges), len(results)))
    for i in range(len(merges)):
        _close_loop(merges[i], results[i])
    exits = [exit(pair[0]) for pair in switches]
    context.ExitResult(exits)
    return body_result, exits


def _set_invariant(value, entered, shape):
    if not isinstance(shape, tensor_shape.TensorShape):
        raise ValueError("`shapes` must be a (possibly nested) list of shapes.")
    if not _less_or_equal(value.shape, shape):
        raise ValueError(
            "The shape invariant specified for %s is not compatible with the initial shape of the loop variable. "
            "It enters the loop with shape %s, but the specified shape invariant is %s." %
            (value.name, value.shape, shape))
    entered._shape = shape


def _close_loop(merged, value):
    following = apply("RefNextIteration" if value.dtype._is_ref_dtype else "NextIteration", None, [value])
    if not _less_or_equal(following.shape, merged.shape) and not guesses.is_uncertain(following):
        start = merged.op.inputs[0].op.inputs[0]
        _tfscope.fail(
            "incompatible_shapes", ValueError,
            "Input tensor '%s' enters the loop with shape %s, but has shape %s after one iteration. To allow the "
            "shape to vary across iterations, use the `shape_invariants` argument of tf.while_loop to specify a "
            "less-specific shape." % (start.name, start.shape, following.shape))
    if following.dtype.base_dtype != merged.dtype.base_dtype and not _is_type_guess(following, merged):
        raise TypeError("Input %d of node %s was passed %s from %s:0 incompatible with expected %s." % (
            1, merged.op.name, following.dtype.name, following.op.name, merged.dtype.name))
    merged.op._inputs[1] = following


def _is_type_guess(*tensors):
    return any([guesses.is_type_guess(tensor) for tensor in tensors])


def _less_or_equal(one, other):
    """Whether a shape says at least as much as the other."""
    if other._plain is None or one._is_uncertain:
        return True
    if one._plain is None or len(one._plain) != len(other._plain):
        return False
    for i in range(len(one._plain)):
        known = other._plain[i]
        if known is not None and (one._plain[i] is None or not tensor_shape.fits(one._plain[i], known)):
            return False
    return True


# ---- case
def case(pred_fn_pairs, default=None, exclusive=False, strict=False, name="case"):
    predicates, actions = _case_pairs(pred_fn_pairs)
    with ops.name_scope(name, "case", [predicates]):
        if default is None:
            default, predicates, actions = _last_as_default(predicates, actions)
        fn = default
        for i in range(len(predicates) - 1, -1, -1):
            fn = functools.partial(cond, predicates[i], true_fn=actions[i], false_fn=fn, strict=strict)
        if not exclusive:
            return fn()
        with ops.control_dependencies([_at_most(predicates, 1, "Input error: exclusive=True")]):
            return fn()


def _case_pairs(pairs):
    if not isinstance(pairs, (list, _tuple, dict)):
        raise TypeError("fns must be a list, tuple, or dict")
    if isinstance(pairs, collections.OrderedDict):
        pairs = list(pairs.items())
    elif isinstance(pairs, dict):
        pairs = sorted(pairs.items(), key=lambda item: item[0].name)
    for pair in pairs:
        if not isinstance(pair, _tuple) or len(pair) != 2:
            raise TypeError("Each entry in pred_fn_pairs must be a 2-tuple")
        if not isinstance(pair[0], ops.Tensor):
            raise TypeError("pred must be a Tensor, got: %s" % pair[0])
        if pair[0].dtype != dtypes.bool:
            raise TypeError("pred must be Tensor of type bool: %s" % pair[0].name)
        if not callable(pair[1]):
            raise TypeError("fn for pred %s must be callable." % pair[0].name)
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def _last_as_default(predicates, actions):
    count = len(predicates) - 1

    def default_action():
        message = (
            "Implementation error: selected default action #%d was called, but some of other predicates are True: " %
            count)
        nothing = ("Input error: None of conditions evaluated as True:", array_ops.stack(predicates, name="preds_c"))
        with ops.control_dependencies([
                _at_most(predicates[:count], 0, message), Assert(predicates[count], data=nothing)]):
            return actions[count]()

    return default_action, predicates[:count], actions[:count]


def _at_most(predicates, count, message):
    stacked = array_ops.stack(predicates, name="preds_c")
    number = math_ops.reduce_sum(math_ops.cast(stacked, dtypes.int32), name="num_true_conds")
    condition = math_ops.less_equal(number, constant_op.constant(count, name="n_true_conds"))
    names = ", ".join([predicate.name for predicate in predicates])
    return Assert(condition,
                  data=["%s: more than %d conditions (%s) evaluated as True:" % (message, count, names), stacked])


def switch_case(branch_index, branch_fns, default=None, name="switch_case"):
    if not isinstance(branch_index, ops.Tensor):
        raise TypeError("branch_index must a Tensor, got %s" % type(branch_index))
    fns = [fn for key, fn in sorted(branch_fns.items() if isinstance(branch_fns, dict) else enumerate(branch_fns))]
    with ops.name_scope(name, "switch_case", [branch_index]):
        results = [fn() for fn in fns + ([default] if default is not None else [])]
        return results[0]
