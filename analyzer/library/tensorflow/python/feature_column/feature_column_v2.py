"""Feature columns: their names, sizes and embeddings, as far as variables and the shapes of inputs depend on them."""
import math

import _tfscope
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, embedding_ops, init_ops, math_ops, variable_scope


def _too_small(number):
    return not _tfscope.is_unknown(number) and number < 1


class FeatureColumn(object):
    """A column by name. `num_buckets` is set for categories, `elements` for what goes into an input layer."""

    def __init__(self, name, num_buckets=None, elements=None, sources=()):
        self.name = self._var_scope_name = name
        self._num_buckets = self.num_buckets = num_buckets
        self._elements = elements
        self._sources = sources

    def keys(self):
        """The features that it reads."""
        return [self.name] if not self._sources else [key for source in self._sources for key in (
            source.keys() if isinstance(source, FeatureColumn) else [source])]

    def dense_tensor(self, features, weight_collections, trainable):
        found = [] if _tfscope.is_unknown(features) else [features[key] for key in self.keys() if key in features]
        batch = [one for one in found if isinstance(one, ops.Tensor)]
        if self._num_buckets is None and len(batch) == 1 and self._is_plain():
            return math_ops.cast(batch[0], dtypes.float32)
        rows = batch[0].shape[0].value if batch and batch[0].shape.ndims else None
        tensor = array_ops.zeros([rows if isinstance(rows, int) else 1, self._elements])
        return array_ops.placeholder_with_default(tensor, [rows, self._elements])

    def _is_plain(self):
        return not self._sources


def _product(shape):
    count = 1
    for size in shape:
        count = count * size
    return count


def numeric_column(key, shape=(1,), default_value=None, dtype=dtypes.float32, normalizer_fn=None):
    sizes = (shape,) if isinstance(shape, int) else tuple(shape)
    for size in sizes:
        if _too_small(size):
            raise ValueError("shape dimensions must be greater than 0. shape: {}".format(sizes))
    column = FeatureColumn(key, elements=_product(sizes))
    column.shape, column.dtype, column.key = sizes, dtype, key
    return column


def bucketized_column(source_column, boundaries):
    if len(source_column.shape) > 1:
        raise ValueError("source_column must be one-dimensional column. Given: {}".format(source_column))
    column = FeatureColumn(source_column.name + "_bucketized", num_buckets=(len(boundaries) + 1) * source_column._elements,
                           elements=(len(boundaries) + 1) * source_column._elements, sources=(source_column,))
    column.source_column, column.boundaries = source_column, tuple(boundaries)
    return column


# ---- categories
def categorical_column_with_hash_bucket(key, hash_bucket_size, dtype=dtypes.string):
    if hash_bucket_size is None:
        raise ValueError("hash_bucket_size must be set. key: {}".format(key))
    if _too_small(hash_bucket_size):
        raise ValueError("hash_bucket_size must be at least 1. hash_bucket_size: {}, key: {}".format(hash_bucket_size, key))
    return FeatureColumn(key, num_buckets=hash_bucket_size)


def categorical_column_with_identity(key, num_buckets, default_value=None):
    if _too_small(num_buckets):
        raise ValueError("num_buckets {} < 1, column_name {}".format(num_buckets, key))
    return FeatureColumn(key, num_buckets=num_buckets)


def categorical_column_with_vocabulary_list(key, vocabulary_list, dtype=None, default_value=-1, num_oov_buckets=0):
    if vocabulary_list is None or len(vocabulary_list) < 1:
        raise ValueError("vocabulary_list {} must be non-empty, column_name: {}".format(vocabulary_list, key))
    return FeatureColumn(key, num_buckets=len(vocabulary_list) + num_oov_buckets)


def categorical_column_with_vocabulary_file(key, vocabulary_file, vocabulary_size=None, num_oov_buckets=0,
                                            default_value=None, dtype=dtypes.string):
    if vocabulary_size is None:
        with open(vocabulary_file) as lines:
            vocabulary_size = len(list(lines))
    return FeatureColumn(key, num_buckets=vocabulary_size + num_oov_buckets)


def weighted_categorical_column(categorical_column, weight_feature_key, dtype=dtypes.float32):
    name = "{}_weighted_by_{}".format(categorical_column.name, weight_feature_key)
    return FeatureColumn(name, num_buckets=categorical_column._num_buckets, sources=(categorical_column,))


def crossed_column(keys, hash_bucket_size, hash_key=None):
    if hash_bucket_size is None or _too_small(hash_bucket_size):
        raise ValueError("hash_bucket_size must be > 1. hash_bucket_size: {}".format(hash_bucket_size))
    if not keys or len(keys) < 2:
        raise ValueError("keys must be a list with length > 1. Given: {}".format(keys))
    names = sorted([key.name if isinstance(key, FeatureColumn) else key for key in keys])
    return FeatureColumn("_X_".join(names), num_buckets=hash_bucket_size, sources=tuple(keys))


# ---- what makes categories dense
def indicator_column(categorical_column):
    return FeatureColumn(categorical_column.name + "_indicator", elements=categorical_column._num_buckets,
                         sources=(categorical_column,))


class EmbeddingColumn(FeatureColumn):

    def __init__(self, name, categorical_column, dimension, initializer, trainable, collection=None):
        super(EmbeddingColumn, self).__init__(name, elements=dimension, sources=(categorical_column,))
        self.categorical_column, self.dimension, self.trainable = categorical_column, dimension, trainable
        spread = _tfscope.unknown("float") if _tfscope.is_unknown(dimension) else 1 / math.sqrt(dimension)
        self.initializer = initializer or init_ops.truncated_normal_initializer(mean=0.0, stddev=spread)
        self._collection = collection  # shared with other columns
        self._var_scope_name = collection or name

    def _weights(self, weight_collections, trainable):
        shared = ops.get_collection(self._collection) if self._collection else []
        if shared:
            return shared[0]
        with variable_scope.Api("tf.feature_column.input_layer"):
            weights = variable_scope.get_variable(
                "embedding_weights", shape=(self.categorical_column._num_buckets, self.dimension), dtype=dtypes.float32,
                initializer=self.initializer, trainable=self.trainable and trainable, collections=weight_collections)
        if self._collection:
            ops.add_to_collection(self._collection, weights)
        return weights

    def dense_tensor(self, features, weight_collections, trainable):
        weights = self._weights(weight_collections, trainable)
        given = super(EmbeddingColumn, self).dense_tensor(features, weight_collections, trainable)
        # Whatever the rows that are looked up, gradients reach the weights.
        return embedding_ops.embedding_lookup(weights, math_ops.cast(given[:, 0], dtypes.int64))


def _check_dimension(dimension, initializer):
    if dimension is None or _too_small(dimension):
        raise ValueError("Invalid dimension {}.".format(dimension))
    if initializer is not None and not callable(initializer):
        raise ValueError("initializer must be callable if specified.")


def embedding_column(categorical_column, dimension, combiner="mean", initializer=None, ckpt_to_load_from=None,
                     tensor_name_in_ckpt=None, max_norm=None, trainable=True):
    _check_dimension(dimension, initializer)
    return EmbeddingColumn(categorical_column.name + "_embedding", categorical_column, dimension, initializer, trainable)


def shared_embedding_columns(categorical_columns, dimension, combiner="mean", initializer=None,
                             shared_embedding_collection_name=None, ckpt_to_load_from=None, tensor_name_in_ckpt=None,
                             max_norm=None, trainable=True):
    _check_dimension(dimension, initializer)
    if not shared_embedding_collection_name:
        names = sorted([column.name for column in categorical_columns])
        shared_embedding_collection_name = "_".join(names) + "_shared_embedding"
    return [EmbeddingColumn(column.name + "_shared_embedding", column, dimension, initializer, trainable,
                            shared_embedding_collection_name) for column in categorical_columns]
