"""Gradients. What is modelled is which of them exist: those of values that a path of differentiable operations
reaches."""

import _tfscope
from tensorflow.python.framework import constant_op, dtypes, ops, tensor_shape
from tensorflow.python.ops import array_ops

# Operations that pass no gradient on to any input.
_OPAQUE = set("""
    ApproximateEqual ArgMax ArgMin AsString Assign AssignAdd AssignSub AssignVariableOp Bincount
    CTCBeamSearchDecoder CTCGreedyDecoder Ceil DrawBoundingBoxes EditDistance Equal EuclideanNorm ExtractGlimpse
    Floor FloorDiv Greater GreaterEqual HSVToRGB HistogramSummary ImageSummary InTopKV2 InvertPermutation IsFinite
    IsInf IsNan Less LessEqual LinSpace LogicalAnd LogicalNot LogicalOr LookupTableFindV2 Multinomial
    NonMaxSuppressionV3 NotEqual OneHot OnesLike PreventGradient PyFunc PyFuncStateless RandomCrop
    RandomStandardNormal RandomUniform Range Rank ReduceJoin Rint Round SampleDistortedBoundingBoxV2 ScalarSummary
    Shape ShapeN Size StatelessRandomNormal StatelessRandomUniform StatelessTruncatedNormal StopGradient
    StringToNumber TruncateDiv TruncatedNormal Unique Where ZerosLike
""".split())

# Those that do so only to their first inputs, and how many these are.
_LEADING = {"FusedBatchNorm": 3, "FusedBatchNormV2": 3, "FusedBatchNormV3": 3}


def _op_of(x):
    """The operation at which the search for a variable or a tensor ends."""
    handle = getattr(x, "handle", None) if not isinstance(x, ops.Tensor) else None
    return handle.op if handle is not None else x.op


def connected(ys, xs, stop_gradients=None):
    """For each of xs, whether a gradient of some of ys reaches it."""
    return _reached(ys, xs, stop_gradients)[0]


def _reached(ys, xs, stop_gradients):
    """For each of xs, whether a gradient of some of ys reaches it, and for each operation on the way those that take its
    outputs, with the number of the input. Where it reaches none of xs but something that is not known, all of them may
    lie behind that; so may the others, where code that is not known was given tensors."""
    wanted = [_op_of(x) for x in xs]
    seen, uncertain, takers = _search(ys, set([id(_op_of(value)) for value in stop_gradients or []]))
    found = [id(op) in seen for op in wanted]
    lies_behind = uncertain and (not any(found) or _tfscope.lends_tensors())
    return [True for op in wanted] if lies_behind else found, takers


def leads_to_unknown(y):
    """Whether something that is not known lies behind a value, as the result of a library without a model: variables
    may lie there, too."""
    return _tfscope.is_unknown(y) or hasattr(y, "op") and _search([y], ())[1]


def _search(ys, stops):
    """The operations that gradients of ys reach, whether some of them are not known, and those that take outputs."""
    seen, uncertain, takers = set(), False, {}
    waiting = [y.op for y in ys]
    while waiting:
        op = waiting.pop()
        if id(op) in seen:
            continue
        seen.add(id(op))
        uncertain = uncertain or op._type == "Unknown" or op._type == "Const" and "unknown" in (op._attributes or ())
        if op._type in _OPAQUE or id(op) in stops:
            continue
        for i, source in enumerate(op._inputs[:_LEADING.get(op._type)]):
            dtype = source.dtype.base_dtype
            if dtype.is_floating or dtype.is_complex or dtype.name == "resource":
                takers.setdefault(id(source.op), []).append((op, i))
                waiting.append(source.op)
    return seen, uncertain, takers


def _lookups(op, takers, ends):
    """The lookups through which alone the gradient comes to a variable; None if it comes another way, too."""
    result = []
    for taker, number in takers.get(id(op), ()):
        if number == 0 and (taker._type == "ResourceGather" or taker._type == "GatherV2" and taker.inputs[2]._value == 0):
            result.append(taker)
            continue
        inner = _lookups(taker, takers, ends) if taker._type in ("Identity", "RefIdentity") else None
        if inner is None:
            return None
        result.extend(inner)
    return result if result and id(op) not in ends else None


def _slices(ys, x, lookups):
    """The gradient of lookups: slices of the rows that were asked for."""
    rows = [lookup.inputs[1].shape.num_elements() for lookup in lookups]
    count = None if None in rows else sum(rows)
    dims = x.shape.as_list()[1:] if x.shape.ndims else []
    dtype = lookups[0].inputs[1].dtype.base_dtype
    outputs = [(tensor_shape.TensorShape([count] + dims), x.dtype.base_dtype), (tensor_shape.TensorShape([count]), dtype)]
    values, indices = ops.create_op("Gradient", ys, outputs).outputs
    known = x.shape.is_fully_defined()
    dense_shape = constant_op.constant(x.shape.as_list(), dtype=dtypes.int32) if known else array_ops.shape(x)
    return ops.IndexedSlices(values, indices, dense_shape)


def _listed(values):
    if values is None:
        return []
    return list(values) if isinstance(values, (list, tuple)) else [values]


def gradients(ys, xs, grad_ys=None, name="gradients", colocate_gradients_with_ops=False, gate_gradients=False,
              aggregation_method=None, stop_gradients=None,
              unconnected_gradients=None):
    ys, xs = _listed(ys), list(xs) if isinstance(xs, (list, tuple)) else [xs]
    with ops.name_scope(name, "gradients", ys + xs + _listed(stop_gradients) + _listed(grad_ys)):
        ys = [ops.convert_to_tensor(y, name="y") for y in ys]
        xs = [x if hasattr(x, "op") or x is None else ops.convert_to_tensor(x, name="x") for x in xs]
        reached, takers = _reached(ys, xs, _listed(stop_gradients))
        ends = set([id(y.op) for y in ys])
        for i, y in enumerate(ys):
            if grad_ys is None or _listed(grad_ys)[i] is None:
                shape = array_ops.shape(y)
                one = constant_op.constant(1, dtype=y.dtype.base_dtype, name="grad_ys_%d" % i)
                array_ops.fill(shape, one)
        result = []
        for x, is_reached in zip(xs, reached):
            if not is_reached:
                result.append(array_ops.zeros_like(x) if _fills(unconnected_gradients) else None)
                continue
            with ops.name_scope(_op_of(x).name + "_grad"):
                lookups = _lookups(_op_of(x), takers, ends)
                result.append(_slices(ys, x, lookups) if lookups and x.shape.ndims else ops.create_op(
                    "Gradient", ys, [(x.shape, x.dtype.base_dtype)]).outputs[0])
        return result


def _fills(unconnected_gradients):
    return getattr(unconnected_gradients, "value", unconnected_gradients) == "zero"


class UnconnectedGradients(object):
    NONE = "none"
    ZERO = "zero"


def hessians(ys, xs, name="hessians", colocate_gradients_with_ops=False, gate_gradients=False, aggregation_method=None):
    xs = _listed(xs)
    with ops.name_scope(name):
        return [ops.create_op("Hessian", [ops.convert_to_tensor(y) for y in _listed(ys)],
                              [(x.shape.concatenate(x.shape), x.dtype.base_dtype)]).outputs[0] for x in xs]


class AggregationMethod(object):
    ADD_N = 0
    DEFAULT = ADD_N
    EXPERIMENTAL_TREE = 1
    EXPERIMENTAL_ACCUMULATE_N = 2
