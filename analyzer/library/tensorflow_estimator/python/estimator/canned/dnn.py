"""tf.estimator.DNNClassifier and DNNRegressor: fully connected layers over feature columns."""
from tensorflow.python.feature_column import feature_column
from tensorflow.python.framework import ops
from tensorflow.python.layers import core, normalization
from tensorflow.python.ops import init_ops, nn_impl, nn_ops, partitioned_variables, variable_scope
from tensorflow.python.ops.losses import losses
from tensorflow.python.summary import summary
from tensorflow_estimator.python.estimator import estimator
from tensorflow_estimator.python.estimator.canned import head as head_lib
from tensorflow_estimator.python.estimator.canned import optimizers

_LEARNING_RATE = 0.05


def check_features(features):
    if not isinstance(features, dict):
        raise ValueError("features should be a dictionary of `Tensor`s. Given type: {}".format(type(features)))


def partitioner_of(config, min_slice_size=256 << 10):
    replicas = config.num_ps_replicas if config else 0
    return partitioned_variables.min_max_variable_partitioner(max_partitions=replicas, min_slice_size=min_slice_size)


def _summarize(value, tag):
    summary.scalar("%s/fraction_of_zero_values" % tag, nn_impl.zero_fraction(value))
    summary.histogram("%s/activation" % tag, value)


def _dense(scope, units, activation):
    return core.Dense(units=units, activation=activation, kernel_initializer=init_ops.glorot_uniform_initializer(),
                      name=scope, _scope=scope)


def dnn_logits(features, mode, units, hidden_units, feature_columns, activation_fn, dropout, partitioner, batch_norm):
    """The layers are made first, which opens the scopes of all of them, and called then."""
    hidden, is_training = [], mode == "train"
    for number, size in enumerate(hidden_units):
        with variable_scope.variable_scope("hiddenlayer_%d" % number) as scope:
            layer, normalized = _dense(scope, size, activation_fn), None
            if batch_norm:
                normalized = normalization.BatchNormalization(
                    momentum=0.999, trainable=True, name="batchnorm_%d" % number, _scope="batchnorm_%d" % number)
            hidden.append((scope.name, layer, None if dropout is None else core.Dropout(rate=dropout), normalized))
    with variable_scope.variable_scope("logits") as logits_scope:
        logits_layer = _dense(logits_scope, units, None)
    with variable_scope.variable_scope("input_from_feature_columns", partitioner=partitioner):
        net = feature_column.joined_columns(features, feature_columns, [ops.GraphKeys.GLOBAL_VARIABLES])
    for name, layer, dropped, normalized in hidden:
        net = layer(net)
        if dropped is not None and is_training:
            net = dropped(net, training=True)
        if normalized is not None:
            net = normalized(net, training=is_training)
        _summarize(net, name)
    logits = logits_layer(net)
    _summarize(logits, logits_scope.name)
    return logits


def _model_fn(features, labels, mode, head, hidden_units, feature_columns, optimizer, activation_fn, dropout,
              input_layer_partitioner, config, batch_norm):
    optimizer = optimizers.get_optimizer_instance(optimizer, learning_rate=_LEARNING_RATE)
    check_features(features)
    with variable_scope.variable_scope("dnn", values=tuple(features.values()), partitioner=partitioner_of(config)):
        logits = dnn_logits(features, mode, head.logits_dimension, hidden_units, feature_columns, activation_fn, dropout,
                            input_layer_partitioner or partitioner_of(config, 64 << 20), batch_norm)
        return head.create_estimator_spec(features=features, mode=mode, labels=labels, optimizer=optimizer, logits=logits)


class _DNN(estimator.Estimator):

    def __init__(self, head, hidden_units, feature_columns, optimizer, activation_fn, dropout, input_layer_partitioner,
                 batch_norm, model_dir, config, warm_start_from):
        def model_fn(features, labels, mode, config):
            return _model_fn(features, labels, mode, head, hidden_units, tuple(feature_columns or []), optimizer,
                             activation_fn, dropout, input_layer_partitioner, config, batch_norm)

        super(_DNN, self).__init__(model_fn=model_fn, model_dir=model_dir, config=config, warm_start_from=warm_start_from)


class DNNClassifier(_DNN):

    def __init__(self, hidden_units, feature_columns, model_dir=None, n_classes=2, weight_column=None,
                 label_vocabulary=None, optimizer="Adagrad", activation_fn=nn_ops.relu, dropout=None,
                 input_layer_partitioner=None, config=None, warm_start_from=None, loss_reduction=losses.Reduction.SUM,
                 batch_norm=False):
        head = head_lib.classification_head(n_classes, weight_column, label_vocabulary, loss_reduction)
        super(DNNClassifier, self).__init__(head, hidden_units, feature_columns, optimizer, activation_fn, dropout,
                                            input_layer_partitioner, batch_norm, model_dir, config, warm_start_from)


class DNNRegressor(_DNN):

    def __init__(self, hidden_units, feature_columns, model_dir=None, label_dimension=1, weight_column=None,
                 optimizer="Adagrad", activation_fn=nn_ops.relu, dropout=None, input_layer_partitioner=None, config=None,
                 warm_start_from=None, loss_reduction=losses.Reduction.SUM, batch_norm=False):
        head = head_lib.regression_head(label_dimension, weight_column, loss_reduction)
        super(DNNRegressor, self).__init__(head, hidden_units, feature_columns, optimizer, activation_fn, dropout,
                                           input_layer_partitioner, batch_norm, model_dir, config, warm_start_from)


class DNNEstimator(_DNN):

    def __init__(self, head, hidden_units, feature_columns, model_dir=None, optimizer="Adagrad", activation_fn=nn_ops.relu,
                 dropout=None, input_layer_partitioner=None, config=None, warm_start_from=None, batch_norm=False):
        super(DNNEstimator, self).__init__(head, hidden_units, feature_columns, optimizer, activation_fn, dropout,
                                           input_layer_partitioner, batch_norm, model_dir, config, warm_start_from)
