"""Heads: what an estimator that comes with TensorFlow makes of its logits."""
from tensorflow.estimator import EstimatorSpec
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import (
    array_ops, control_flow_ops, lookup_ops, math_ops, metrics_impl, nn_impl, nn_ops, string_ops)
from tensorflow.python.ops.losses import losses
from tensorflow.python.summary import summary
from tensorflow.python.training import training_util


class Head(object):
    """The common part: losses of examples, their weights, the operation that trains."""

    def __init__(self, logits_dimension, weight_column=None, loss_reduction=losses.Reduction.SUM, name=None):
        self.logits_dimension = logits_dimension
        self._weight_column, self._loss_reduction, self._name = weight_column, loss_reduction, name

    @property
    def name(self):
        return self._name

    def create_estimator_spec(self, features, mode, logits, labels=None, optimizer=None, train_op_fn=None,
                              regularization_losses=None):
        with ops.name_scope(self._name, "head"):
            logits = math_ops.cast(logits, dtypes.float32)
            predictions = self._predictions(logits)
            if mode == "infer":
                return EstimatorSpec(mode, predictions)
            labels = self._expanded(labels)
            weights = self._weights(features)
            unweighted = self._losses(labels, logits)
            loss = losses.compute_weighted_loss(unweighted, weights=weights, reduction=self._loss_reduction)
            if regularization_losses:
                loss = loss + math_ops.add_n(regularization_losses)
            if mode == "train":
                train_op = self._train_op(loss, optimizer, train_op_fn)
        if mode == "eval":
            metrics = self._metrics(labels, predictions, weights, unweighted)
            return EstimatorSpec(mode, predictions, loss=loss, eval_metric_ops=metrics)
        with ops.name_scope(""):
            summary.scalar("loss" if self._name is None else "loss/" + self._name, loss)
        return EstimatorSpec(mode, predictions, loss=loss, train_op=train_op)

    def _train_op(self, loss, optimizer, train_op_fn):
        if optimizer is not None:
            if train_op_fn is not None:
                raise ValueError("train_op_fn and optimizer cannot both be set.")
            train_op = optimizer.minimize(loss, global_step=training_util.get_global_step())
        elif train_op_fn is not None:
            train_op = train_op_fn(loss)
        else:
            raise ValueError("train_op_fn and optimizer cannot both be None.")
        updates = ops.get_collection(ops.GraphKeys.UPDATE_OPS)
        return control_flow_ops.group(train_op, *updates) if updates else train_op

    def _weights(self, features):
        if self._weight_column is None:
            return 1.0
        key = self._weight_column if isinstance(self._weight_column, str) else self._weight_column.key
        weights = math_ops.cast(features[key], dtypes.float32)
        return array_ops.expand_dims(weights, -1) if weights.shape.ndims == 1 else weights

    def _expanded(self, labels):
        """Labels of rank 1 stand for a column."""
        if labels is None:
            raise ValueError("You must provide a labels Tensor. Given: None. Suggested troubleshooting steps: Check that your "
                             "data contain your label feature. Check that your input_fn properly parses and returns labels.")
        if isinstance(labels, dict):
            return labels
        labels = ops.convert_to_tensor(labels)
        return array_ops.expand_dims(labels, -1) if labels.shape.ndims == 1 else labels


def _named_mean(values, weights, name):
    with ops.name_scope(name, "predictions_mean", (values,)) as scope:
        return metrics_impl.mean(math_ops.cast(values, dtypes.float32), weights=weights, name=scope)


class BinaryHead(Head):

    def __init__(self, weight_column=None, label_vocabulary=None, **kwargs):
        super(BinaryHead, self).__init__(1, weight_column, **kwargs)
        self._vocabulary = label_vocabulary

    def _expanded(self, labels):
        labels = super(BinaryHead, self)._expanded(labels)
        return _looked_up(labels, self._vocabulary)

    def _predictions(self, logits):
        with ops.name_scope(None, "predictions", (logits,)):
            logistic = math_ops.sigmoid(logits, name="logistic")
            two = array_ops.concat((array_ops.zeros_like(logits), logits), axis=-1, name="two_class_logits")
            classes = array_ops.expand_dims(math_ops.argmax(two, axis=-1), axis=-1, name="classes")
            return {"logits": logits, "logistic": logistic, "probabilities": nn_ops.softmax(two, name="probabilities"),
                    "class_ids": classes, "classes": string_ops.as_string(classes, name="str_classes")}

    def _losses(self, labels, logits):
        return nn_impl.sigmoid_cross_entropy_with_logits(labels=math_ops.cast(labels, dtypes.float32), logits=logits)

    def _metrics(self, labels, predictions, weights, unweighted):
        with ops.name_scope(None, "metrics", (unweighted,)):
            label_mean = _named_mean(labels, weights, "label/mean")
            logistic, classes = predictions["logistic"], predictions["class_ids"]
            return {
                "average_loss": metrics_impl.mean(unweighted, weights=weights, name="average_loss"),
                "accuracy": metrics_impl.accuracy(labels, classes, weights=weights, name="accuracy"),
                "precision": metrics_impl.precision(labels, classes, weights=weights, name="precision"),
                "recall": metrics_impl.recall(labels, classes, weights=weights, name="recall"),
                "prediction/mean": _named_mean(logistic, weights, "prediction/mean"),
                "label/mean": label_mean,
                "accuracy_baseline": label_mean,
                "auc": metrics_impl.auc(labels, logistic, weights=weights, name="auc"),
                "auc_precision_recall": metrics_impl.auc(
                    labels, logistic, weights=weights, curve="PR", name="auc_precision_recall",
                    summation_method="careful_interpolation"),
            }


class MulticlassHead(Head):

    def __init__(self, n_classes, weight_column=None, label_vocabulary=None, **kwargs):
        super(MulticlassHead, self).__init__(n_classes, weight_column, **kwargs)
        self._vocabulary = label_vocabulary

    def _expanded(self, labels):
        labels = super(MulticlassHead, self)._expanded(labels)
        return _looked_up(labels, self._vocabulary)

    def _predictions(self, logits):
        with ops.name_scope(None, "predictions", (logits,)):
            classes = array_ops.expand_dims(math_ops.argmax(logits, axis=-1), axis=-1, name="class_ids")
            return {"logits": logits, "probabilities": nn_ops.softmax(logits, name="probabilities"), "class_ids": classes,
                    "classes": string_ops.as_string(classes, name="str_classes")}

    def _losses(self, labels, logits):
        return array_ops.expand_dims(losses.sparse_softmax_cross_entropy(
            labels=labels, logits=logits, reduction=losses.Reduction.NONE), axis=-1)

    def _metrics(self, labels, predictions, weights, unweighted):
        with ops.name_scope(None, "metrics", (unweighted,)):
            return {"average_loss": metrics_impl.mean(unweighted, weights=weights, name="average_loss"),
                    "accuracy": metrics_impl.accuracy(labels, predictions["class_ids"], weights=weights, name="accuracy")}


class RegressionHead(Head):

    def __init__(self, label_dimension=1, weight_column=None, **kwargs):
        super(RegressionHead, self).__init__(label_dimension, weight_column, **kwargs)

    def _predictions(self, logits):
        return {"predictions": logits}

    def _losses(self, labels, logits):
        return losses.mean_squared_error(math_ops.cast(labels, dtypes.float32), logits, reduction=losses.Reduction.NONE)

    def _metrics(self, labels, predictions, weights, unweighted):
        return {"average_loss": metrics_impl.mean(unweighted, weights=weights),
                "prediction/mean": _named_mean(predictions["predictions"], weights, "prediction/mean"),
                "label/mean": metrics_impl.mean(labels, weights=weights)}


def _looked_up(labels, vocabulary):
    if vocabulary is None:
        return labels
    return lookup_ops.index_table_from_tensor(
        vocabulary_list=ops.convert_to_tensor(list(vocabulary)), name="class_id_lookup").lookup(labels)


def classification_head(n_classes, weight_column, label_vocabulary, loss_reduction):
    if n_classes == 2:
        return BinaryHead(weight_column, label_vocabulary, loss_reduction=loss_reduction)
    return MulticlassHead(n_classes, weight_column, label_vocabulary, loss_reduction=loss_reduction)


def regression_head(label_dimension, weight_column, loss_reduction):
    return RegressionHead(label_dimension, weight_column, loss_reduction=loss_reduction)
