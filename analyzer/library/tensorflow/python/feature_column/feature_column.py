"""The input layer of feature columns."""
from tensorflow.python.feature_column.feature_column_v2 import FeatureColumn
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, init_ops, math_ops, nn_ops, variable_scope


def _normalized(feature_columns):
    columns = [feature_columns] if isinstance(feature_columns, FeatureColumn) else list(feature_columns)
    for column in columns:
        if not isinstance(column, FeatureColumn):
            raise ValueError("Items of feature_columns must be a _FeatureColumn. Given (type {}): {}.".format(
                type(column), column))
    if not columns:
        raise ValueError("feature_columns must not be empty.")
    names = {}
    for column in columns:
        if column.name in names:
            raise ValueError("Duplicate feature column name found for columns: {} and {}. This usually means that these "
                             "columns refer to same base feature. Either one must be discarded or a duplicated but "
                             "renamed item must be inserted in features dict.".format(column, names[column.name]))
        names[column.name] = column
    return columns


def _collections(given):
    collections = list(given or [])
    for key in (ops.GraphKeys.GLOBAL_VARIABLES, ops.GraphKeys.MODEL_VARIABLES):
        if key not in collections:
            collections.append(key)
    return collections


def input_layer(features, feature_columns, weight_collections=None, trainable=True, cols_to_vars=None,
                cols_to_output_tensors=None):
    return joined_columns(features, feature_columns, _collections(weight_collections), trainable, cols_to_vars,
                          cols_to_output_tensors)


def joined_columns(features, feature_columns, collections, trainable=True, cols_to_vars=None, cols_to_output_tensors=None):
    """The input layer of columns, with variables in just these collections."""
    columns = _normalized(feature_columns)
    for column in columns:
        if column._elements is None:
            raise ValueError("Items of feature_columns must be a _DenseColumn. You can wrap a categorical column with an "
                             "embedding_column or indicator_column. Given: {}".format(column))
    with variable_scope.variable_scope(None, default_name="input_layer", values=features.values()):
        outputs = []
        for column in sorted(columns, key=lambda column: column.name):
            with variable_scope.variable_scope(None, default_name=column._var_scope_name):
                tensor = column.dense_tensor(features, collections, trainable)
                output = array_ops.reshape(tensor, shape=(array_ops.shape(tensor)[0], column._elements))
                outputs.append(output)
                if cols_to_vars is not None:
                    cols_to_vars[column] = ops.get_collection(
                        ops.GraphKeys.GLOBAL_VARIABLES, scope=variable_scope.get_variable_scope().name)
                if cols_to_output_tensors is not None:
                    cols_to_output_tensors[column] = output
        return array_ops.concat(outputs, 1)


def _name_of_scope(default_name):
    """The last part of the name of a new scope, in which nothing is made yet."""
    with variable_scope.variable_scope(None, default_name=default_name) as scope:
        return scope.name.rsplit("/", 1)[-1]


def linear_model(features, feature_columns, units=1, sparse_combiner="sum", weight_collections=None, trainable=True,
                 cols_to_vars=None):
    return weighted_sum(features, feature_columns, units, _collections(weight_collections), trainable, cols_to_vars)


def weighted_sum(features, feature_columns, units, collections, trainable=True, cols_to_vars=None):
    """The linear model of columns, with variables in just these collections."""
    columns = sorted(_normalized(feature_columns), key=lambda column: column.name)
    with variable_scope.variable_scope(None, default_name="linear_model") as model:
        pass
    names = sorted([(_name_of_scope(column._var_scope_name), column) for column in columns], key=lambda pair: pair[0])
    with variable_scope.variable_scope(model), variable_scope.Api("tf.feature_column.linear_model"):
        def weights_of(name, shape):
            return variable_scope.get_variable(name, shape, initializer=init_ops.zeros_initializer(), trainable=trainable,
                                               collections=collections)

        sums = []
        for name, column in names:
            with variable_scope.variable_scope(name):
                size = column._num_buckets if column._elements is None else column._elements
                weights = weights_of("weights", [size, units])
            if cols_to_vars is not None:
                cols_to_vars[column] = [weights]
            if column._elements is None:
                rows = array_ops.placeholder(dtypes.float32, [None, size])  # which categories each row has
            else:
                rows = array_ops.reshape(column.dense_tensor(features, collections, trainable), [-1, size])
            sums.append(math_ops.matmul(rows, weights))
        bias = weights_of("bias_weights", [units])
        if cols_to_vars is not None:
            cols_to_vars["bias"] = [bias]
        return nn_ops.bias_add(math_ops.add_n(sums, name="weighted_sum_no_bias"), bias, name="weighted_sum")


# ---- the columns of old, which no public function makes any more
class _EmbeddingColumn(object):
    pass


class _SharedEmbeddingColumn(object):
    pass


class _NumericColumn(object):
    pass


class _BucketizedColumn(object):
    pass


class _IndicatorColumn(object):
    pass
