"""tf.estimator.LinearClassifier and LinearRegressor."""
import math

from tensorflow.python.feature_column import feature_column
from tensorflow.python.framework import ops
from tensorflow.python.ops import variable_scope
from tensorflow.python.ops.losses import losses
from tensorflow_estimator.python.estimator import estimator
from tensorflow_estimator.python.estimator.canned import dnn, optimizers
from tensorflow_estimator.python.estimator.canned import head as head_lib


def learning_rate(columns):
    return min(0.2, 1.0 / math.sqrt(columns))


def _model_fn(features, labels, mode, head, feature_columns, optimizer, partitioner, config):
    dnn.check_features(features)
    optimizer = optimizers.get_optimizer_instance(optimizer, learning_rate=learning_rate(len(feature_columns)))
    partitioner = partitioner or dnn.partitioner_of(config, 64 << 20)
    with variable_scope.variable_scope("linear", values=tuple(features.values()), partitioner=partitioner):
        logits = feature_column.weighted_sum(features, feature_columns, head.logits_dimension, [ops.GraphKeys.GLOBAL_VARIABLES])
        return head.create_estimator_spec(features=features, mode=mode, labels=labels, optimizer=optimizer, logits=logits)


class _Linear(estimator.Estimator):

    def __init__(self, head, feature_columns, optimizer, partitioner, sparse_combiner, model_dir, config, warm_start_from):
        def model_fn(features, labels, mode, config):
            return _model_fn(features, labels, mode, head, tuple(feature_columns or []), optimizer, partitioner, config)

        super(_Linear, self).__init__(model_fn=model_fn, model_dir=model_dir, config=config, warm_start_from=warm_start_from)


class LinearClassifier(_Linear):

    def __init__(self, feature_columns, model_dir=None, n_classes=2, weight_column=None, label_vocabulary=None,
                 optimizer="Ftrl", config=None, partitioner=None, warm_start_from=None,
                 loss_reduction=losses.Reduction.SUM, sparse_combiner="sum"):
        head = head_lib.classification_head(n_classes, weight_column, label_vocabulary, loss_reduction)
        super(LinearClassifier, self).__init__(head, feature_columns, optimizer, partitioner, sparse_combiner, model_dir,
                                               config, warm_start_from)


class LinearRegressor(_Linear):

    def __init__(self, feature_columns, model_dir=None, label_dimension=1, weight_column=None, optimizer="Ftrl",
                 config=None, partitioner=None, warm_start_from=None, loss_reduction=losses.Reduction.SUM,
                 sparse_combiner="sum"):
        head = head_lib.regression_head(label_dimension, weight_column, loss_reduction)
        super(LinearRegressor, self).__init__(head, feature_columns, optimizer, partitioner, sparse_combiner, model_dir,
                                              config, warm_start_from)


class LinearEstimator(_Linear):

    def __init__(self, head, feature_columns, model_dir=None, optimizer="Ftrl", config=None, partitioner=None,
                 sparse_combiner="sum", warm_start_from=None):
        super(LinearEstimator, self).__init__(head, feature_columns, optimizer, partitioner, sparse_combiner, model_dir,
                                              config, warm_start_from)
