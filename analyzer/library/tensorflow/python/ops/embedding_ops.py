"""Embedding lookups."""

from tensorflow.python.framework import constant_op, dtypes, ops, sparse_tensor, tensor_shape
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import array_ops, clip_ops, data_flow_ops, math_ops, sparse_ops


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


def _retained(sparse_ids, sparse_weights, valid):
    sparse_ids = sparse_ops.sparse_retain(sparse_ids, valid)
    return sparse_ids, None if sparse_weights is None else sparse_ops.sparse_retain(sparse_weights, valid)


def _valid_rows(sparse_ids, sparse_weights, combiner, default_id):
    """Only ids that are not negative and weights above zero are left; rows without any get the default."""
    valid = math_ops.greater_equal(sparse_ids.values, 0)
    if sparse_weights is not None:
        valid = math_ops.logical_and(valid, array_ops.ones_like(sparse_weights.values, dtype=dtypes.bool))
    sparse_ids, sparse_weights = _retained(sparse_ids, sparse_weights, valid)
    if combiner != "sum" and sparse_weights is not None:
        sparse_ids, sparse_weights = _retained(sparse_ids, sparse_weights, math_ops.greater(sparse_weights.values, 0))
    sparse_ids, empty = sparse_ops.sparse_fill_empty_rows(sparse_ids, default_id or 0)
    if sparse_weights is not None:
        sparse_weights, _ = sparse_ops.sparse_fill_empty_rows(sparse_weights, 1.0)
    return sparse_ids, sparse_weights, empty


def safe_embedding_lookup_sparse(embedding_weights, sparse_ids, sparse_weights=None, combiner="mean", default_id=None,
                                 name=None, partition_strategy="div", max_norm=None):
    if embedding_weights is None:
        raise ValueError("Missing embedding_weights %s." % embedding_weights)
    if hasattr(embedding_weights, "_variable_list"):
        embedding_weights = list(embedding_weights)
    if not isinstance(embedding_weights, list):
        embedding_weights = [embedding_weights]
    if not embedding_weights:
        raise ValueError("Missing embedding_weights %s." % embedding_weights)
    dtype = None if sparse_weights is None else sparse_weights.dtype
    embedding_weights = [ops.convert_to_tensor(part, dtype=dtype) for part in embedding_weights]
    with ops.name_scope(name, "embedding_lookup", embedding_weights + [sparse_ids, sparse_weights]) as scope:
        shape = sparse_ids.dense_shape
        known_rank = tensor_shape.dimension_value(shape.get_shape()[0])
        rank = array_ops.size(shape) if known_rank is None else known_rank
        sparse_ids = sparse_ops.sparse_reshape(sparse_ids, [
            math_ops.reduce_prod(array_ops.slice(shape, [0], [rank - 1])), array_ops.gather(shape, rank - 1)])
        if sparse_weights is not None:
            sparse_weights = sparse_tensor.SparseTensor(sparse_ids.indices, sparse_weights.values, sparse_ids.dense_shape)
        sparse_ids, sparse_weights, empty = _valid_rows(sparse_ids, sparse_weights, combiner, default_id)
        result = embedding_lookup_sparse(
            embedding_weights, sparse_ids, sparse_weights, combiner=combiner, partition_strategy=partition_strategy,
            name=None if default_id is None else scope, max_norm=max_norm)
        if default_id is None:
            columns = array_ops.stack([1, array_ops.shape(result)[1]])
            empty = array_ops.tile(array_ops.reshape(empty, [-1, 1]), columns)
            result = array_ops.where(empty, array_ops.zeros_like(result), result, name=scope)
        rows = array_ops.slice(math_ops.cast(shape, dtypes.int32), [0], [rank - 1])
        final = array_ops.reshape(result, array_ops.concat(
            [rows, array_ops.slice(array_ops.shape(result), [1], [-1])], 0))
        outer = tensor_shape.unknown_shape(None if known_rank is None else known_rank - 1)
        final.set_shape(outer.concatenate(result.get_shape()[1:]))
        return final
