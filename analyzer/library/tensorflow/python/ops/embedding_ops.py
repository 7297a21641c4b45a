"""Embedding lookups."""

from tensorflow.python.framework import constant_op, dtypes, ops, sparse_tensor
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import array_ops, clip_ops, data_flow_ops, math_ops


def _limited(value, ids, max_norm):
    if max_norm is None:
        return value
    ids_rank, value_rank = ids.get_shape().ndims, value.get_shape().ndims
    axes = list(range(ids_rank, value_rank)) if None not in (ids_rank, value_rank) else math_ops.range(
        array_ops.rank(ids), array_ops.rank(value))
    return clip_ops.clip_by_norm(value, max_norm, axes=axes)


def embedding_lookup(params, ids, partition_strategy="mod", name=None, validate_indices=True, max_norm=None):
    if params is None:
        raise ValueError("params must be specified")
    if isinstance(params, (list, tuple)) and not params:
        raise ValueError("Need at least one param")
    if hasattr(params, "_variable_list"):  # a partitioned variable
        params = list(params)
    if not isinstance(params, list):
        params = [params]
    with ops.name_scope(name, "embedding_lookup", params + [ids]) as name:
        if not any([hasattr(param, "sparse_read") and not param.dtype._is_ref_dtype for param in params]):
            params = [
                param if isinstance(param, ops.IndexedSlices) else ops.convert_to_tensor(param, name="params_%d" % i)
                for i, param in enumerate(params)
            ]
        ids = ops.convert_to_tensor(ids, name="ids")
        if len(params) == 1:
            found = _limited(array_ops.gather(params[0], ids, name=name), ids, max_norm)
            return array_ops.identity(found)
        return _partitioned(params, ids, partition_strategy, name, max_norm)


def _partitioned(params, ids, strategy, name, max_norm):
    count = len(params)
    flat = array_ops.reshape(ids, [-1])
    originals = math_ops.range(array_ops.size(flat))
    if strategy == "mod":
        owners, inner = flat % count, flat // count
    elif strategy == "div":
        total = 0
        for param in params:
            total = param.get_shape()[0] + total
        number = constant_op.constant(total.value, flat.dtype)
        each, extra = number // count, number % count
        owners = math_ops.maximum(flat // (each + 1), (flat - extra) // each)
        inner = array_ops.where(owners < extra, flat % (each + 1), (flat - extra) % each)
    else:
        raise ValueError("Unrecognized partition strategy: " + strategy)
    owners = math_ops.cast(owners, dtypes.int32)
    picked = data_flow_ops.dynamic_partition(inner, owners, count)
    places = data_flow_ops.dynamic_partition(originals, owners, count)
    parts = [array_ops.gather(params[i], picked[i]) for i in range(count)]
    result = data_flow_ops.parallel_dynamic_stitch(places, parts, name=name)
    rest = params[0].get_shape()[1:]
    for param in params[1:]:
        rest = rest.merge_with(param.get_shape()[1:])
    tail = rest if rest.is_fully_defined() else array_ops.shape(params[0])[1:]
    result = array_ops.reshape(result, array_ops.concat([array_ops.shape(ids), tail], 0))
    result.set_shape(ids.get_shape().concatenate(rest))
    return _limited(result, ids, max_norm)


def embedding_lookup_sparse(
    params,
    sp_ids,
    sp_weights,
    partition_strategy="mod",
    name=None,
    combiner=None,
     max_norm=None):
    combiner = "mean" if combiner is None else combiner
    if combiner not in ("mean", "sqrtn", "sum"):
        raise ValueError("combiner must be one of 'mean', 'sqrtn' or 'sum'")
    if hasattr(params, "_variable_list"):
        params = list(params)
    if not isinstance(params, list):
        params = [params]
    if not isinstance(sp_ids, sparse_tensor.SparseTensor):
        raise TypeError("sp_ids must be SparseTensor")
    with ops.name_scope(name, "embedding_lookup_sparse", params + [sp_ids]) as name:
        segments = sp_ids.indices[:, 0]
        if segments.dtype != dtypes.int32:
            segments = math_ops.cast(segments, dtypes.int32)
        ids, places = array_ops.unique(sp_ids.values)
        embeddings = embedding_lookup(params, ids, partition_strategy=partition_strategy, max_norm=max_norm)
        if sp_weights is None:
            op_type = {"sum": "SparseSegmentSum", "mean": "SparseSegmentMean", "sqrtn": "SparseSegmentSqrtN"}[combiner]
            return apply(op_type, name, [embeddings, places, segments])
        weights = sp_weights.values
        if weights.dtype != embeddings.dtype:
            weights = math_ops.cast(weights, embeddings.dtype)
        embeddings = array_ops.gather(embeddings, places)
        weights = array_ops.reshape(weights, array_ops.concat(
            [array_ops.shape(weights), [1] * (embeddings.shape.ndims - 1)], 0))
        embeddings *= weights
        total = math_ops.segment_sum(embeddings, segments, name=name if combiner == "sum" else None)
        if combiner == "sum":
            return total
        return math_ops.div(total, math_ops.segment_sum(weights, segments), name=name)


def safe_embedding_lookup_sparse(embedding_weights, sparse_ids, sparse_weights=None, combiner="mean", default_id=None,
                                 name=None, partition_strategy="div", max_norm=None):
    with ops.name_scope(name, "embedding_lookup", [sparse_ids]):
        return embedding_lookup_sparse(embedding_weights, sparse_ids, sparse_weights,
                                       partition_strategy, None, combiner, max_norm)
