"""Look-ups of embeddings that tf.contrib.layers has beside those of tf.nn."""
from tensorflow.python.framework import ops
from tensorflow.python.ops import array_ops, embedding_ops, math_ops


def safe_embedding_lookup_sparse(embedding_weights, sparse_ids, sparse_weights=None, combiner=None, default_id=None,
                                 name=None, partition_strategy="div", max_norm=None):
    return embedding_ops.safe_embedding_lookup_sparse(
        embedding_weights, sparse_ids, sparse_weights, "mean" if combiner is None else combiner, default_id, name,
        partition_strategy, max_norm)


def embedding_lookup_unique(params, ids, partition_strategy="mod", name=None):
    with ops.name_scope(name, "EmbeddingLookupUnique", [params, ids]):
        ids = ops.convert_to_tensor(ids)
        shape = array_ops.shape(ids)
        unique_ids, places = array_ops.unique(array_ops.reshape(ids, math_ops.reduce_prod(shape, keepdims=True)))
        rows = embedding_ops.embedding_lookup(params, unique_ids, partition_strategy)
        flat = array_ops.gather(rows, places)
        result = array_ops.reshape(flat, array_ops.concat([shape, array_ops.shape(rows)[1:]], 0))
        result.set_shape(ids.get_shape().concatenate(rows.get_shape()[1:]))
        return result
