"""tf.estimator.DNNLinearCombinedClassifier and DNNLinearCombinedRegressor: wide and deep."""
from tensorflow.python.feature_column import feature_column
from tensorflow.python.framework import ops
from tensorflow.python.ops import control_flow_ops, nn_ops, state_ops, variable_scope
from tensorflow.python.ops.losses import losses
from tensorflow.python.training import training_util
from tensorflow_estimator.python.estimator import estimator
from tensorflow_estimator.python.estimator.canned import dnn, linear, optimizers
from tensorflow_estimator.python.estimator.canned import head as head_lib

_DNN_LEARNING_RATE = 0.001


class _Combined(estimator.Estimator):

    def __init__(self, head, linear_feature_columns, linear_optimizer, dnn_feature_columns, dnn_optimizer,
                 dnn_hidden_units, dnn_activation_fn, dnn_dropout, input_layer_partitioner, batch_norm,
                 linear_sparse_combiner, model_dir, config, warm_start_from):
        self._wide = list(linear_feature_columns or []), linear_optimizer
        self._deep = (list(dnn_feature_columns or []), dnn_optimizer, dnn_hidden_units, dnn_activation_fn, dnn_dropout,
                      batch_norm)
        self._head, self._partitioner = head, input_layer_partitioner
        if not self._wide[0] and not self._deep[0]:
            raise ValueError("Either linear_feature_columns or dnn_feature_columns must be defined.")

        def model_fn(features, labels, mode, config):
            return self._spec(features, labels, mode, config)

        super(_Combined, self).__init__(model_fn=model_fn, model_dir=model_dir, config=config,
                                        warm_start_from=warm_start_from)

    def _spec(self, features, labels, mode, config):
        dnn.check_features(features)
        partitioner = self._partitioner or dnn.partitioner_of(config, 64 << 20)
        parts = [part for part in (self._deep_part(features, mode, config, partitioner),
                                   self._wide_part(features, partitioner)) if part is not None]
        logits = parts[0][0] if len(parts) == 1 else parts[0][0] + parts[1][0]

        def train_op_fn(loss):
            train_ops = [optimizer.minimize(
                loss, var_list=ops.get_collection(ops.GraphKeys.TRAINABLE_VARIABLES, scope=scope))
                         for _, optimizer, scope in parts]
            with ops.control_dependencies([control_flow_ops.group(*train_ops)]):
                return state_ops.assign_add(training_util.get_global_step(), 1).op

        return self._head.create_estimator_spec(features=features, mode=mode, labels=labels, train_op_fn=train_op_fn,
                                                logits=logits)

    def _deep_part(self, features, mode, config, partitioner):
        columns, optimizer, hidden_units, activation_fn, dropout, batch_norm = self._deep
        if not columns:
            return None
        optimizer = optimizers.get_optimizer_instance(optimizer, learning_rate=_DNN_LEARNING_RATE)
        if not hidden_units:
            raise ValueError("dnn_hidden_units must be defined when dnn_feature_columns is specified.")
        with variable_scope.variable_scope("dnn", values=tuple(features.values()),
                                           partitioner=dnn.partitioner_of(config)) as scope:
            return dnn.dnn_logits(features, mode, self._head.logits_dimension, hidden_units, columns, activation_fn, dropout,
                                  partitioner, batch_norm), optimizer, scope.name

    def _wide_part(self, features, partitioner):
        columns, optimizer = self._wide
        if not columns:
            return None
        optimizer = optimizers.get_optimizer_instance(optimizer, learning_rate=linear.learning_rate(len(columns)))
        with variable_scope.variable_scope("linear", values=tuple(features.values()), partitioner=partitioner) as scope:
            logits = feature_column.weighted_sum(features, columns, self._head.logits_dimension, [ops.GraphKeys.GLOBAL_VARIABLES])
            return logits, optimizer, scope.name


class DNNLinearCombinedClassifier(_Combined):

    def __init__(self, model_dir=None, linear_feature_columns=None, linear_optimizer="Ftrl", dnn_feature_columns=None,
                 dnn_optimizer="Adagrad", dnn_hidden_units=None, dnn_activation_fn=nn_ops.relu, dnn_dropout=None,
                 n_classes=2, weight_column=None, label_vocabulary=None, input_layer_partitioner=None, config=None,
                 warm_start_from=None, loss_reduction=losses.Reduction.SUM, batch_norm=False,
                 linear_sparse_combiner="sum"):
        super(DNNLinearCombinedClassifier, self).__init__(
            head_lib.classification_head(n_classes, weight_column, label_vocabulary, loss_reduction), linear_feature_columns,
            linear_optimizer, dnn_feature_columns, dnn_optimizer, dnn_hidden_units, dnn_activation_fn, dnn_dropout,
            input_layer_partitioner, batch_norm, linear_sparse_combiner, model_dir, config, warm_start_from)


class DNNLinearCombinedRegressor(_Combined):

    def __init__(self, model_dir=None, linear_feature_columns=None, linear_optimizer="Ftrl", dnn_feature_columns=None,
                 dnn_optimizer="Adagrad", dnn_hidden_units=None, dnn_activation_fn=nn_ops.relu, dnn_dropout=None,
                 label_dimension=1, weight_column=None, input_layer_partitioner=None, config=None, warm_start_from=None,
                 loss_reduction=losses.Reduction.SUM, batch_norm=False, linear_sparse_combiner="sum"):
        super(DNNLinearCombinedRegressor, self).__init__(
            head_lib.regression_head(label_dimension, weight_column, loss_reduction), linear_feature_columns,
            linear_optimizer, dnn_feature_columns, dnn_optimizer, dnn_hidden_units, dnn_activation_fn, dnn_dropout,
            input_layer_partitioner, batch_norm, linear_sparse_combiner, model_dir, config, warm_start_from)
