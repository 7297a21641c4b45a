"""The input layer of feature columns."""
from tensorflow.python.feature_column.feature_column_v2 import FeatureColumn
from tensorflow.python.framework import ops
from tensorflow.python.ops import array_ops, variable_scope


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


def input_layer(features, feature_columns, weight_collections=None, trainable=True, cols_to_vars=None,
                cols_to_output_tensors=None):
    columns = _normalized(feature_columns)
    for column in columns:
        if column._elements is None:
            raise ValueError("Items of feature_columns must be a _DenseColumn. You can wrap a categorical column with an "
                             "embedding_column or indicator_column. Given: {}".format(column))
    collections = list(weight_collections or [])
    for key in (ops.GraphKeys.GLOBAL_VARIABLES, ops.GraphKeys.MODEL_VARIABLES):
        if key not in collections:
            collections.append(key)
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
