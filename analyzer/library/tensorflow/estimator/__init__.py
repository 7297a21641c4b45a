"""What a model function gives to its estimator."""

import collections

from _tfscope import is_unknown
from tensorflow.python.framework import ops
from tensorflow.python.ops import array_ops, variables

_FIELDS = ("mode", "predictions", "loss", "train_op", "eval_metric_ops", "export_outputs", "training_chief_hooks",
           "training_hooks", "scaffold", "evaluation_hooks", "prediction_hooks")


class EstimatorSpec(collections.namedtuple("EstimatorSpec", _FIELDS)):

    def __new__(cls, mode, predictions=None, loss=None, train_op=None, eval_metric_ops=None, export_outputs=None,
                training_chief_hooks=None, training_hooks=None, scaffold=None, evaluation_hooks=None,
                prediction_hooks=None):
        for value, label, modes in ((train_op, "train_op", ("train",)), (loss, "loss", ("train", "eval")),
                                    (predictions, "predictions", ("infer",))):
            if value is None and not is_unknown(mode) and mode in modes:
                raise ValueError("Missing %s." % label)
        if isinstance(train_op, variables.Variable):
            train_op = train_op.op
        hooks = [tuple(group or ()) for group in (training_chief_hooks, training_hooks, evaluation_hooks, prediction_hooks)]
        return super(EstimatorSpec, cls).__new__(
            cls, mode, {} if predictions is None else predictions, _scalar(loss), train_op,
            {} if eval_metric_ops is None else eval_metric_ops, export_outputs, hooks[0], hooks[1], scaffold, hooks[2],
            hooks[3])


def _scalar(loss):
    if loss is None or is_unknown(loss):
        return loss
    if not isinstance(loss, (ops.Tensor, variables.Variable)):
        raise TypeError("loss must be Tensor, given: {}".format(loss))
    count = loss.get_shape().num_elements()
    if not is_unknown(count) and count not in (None, 1):
        raise ValueError("Loss must be scalar, given: {}".format(loss))
    return array_ops.reshape(loss, []) if loss.get_shape().ndims == 1 else loss


from tensorflow_estimator.python.estimator.canned.dnn import DNNClassifier, DNNEstimator, DNNRegressor
from tensorflow_estimator.python.estimator.canned.dnn_linear_combined import (
    DNNLinearCombinedClassifier, DNNLinearCombinedRegressor)
from tensorflow_estimator.python.estimator.canned.linear import LinearClassifier, LinearEstimator, LinearRegressor
from tensorflow_estimator.python.estimator.estimator import Estimator
from tensorflow_estimator.python.estimator.run_config import RunConfig
from tensorflow_estimator.python.estimator.training import EvalSpec, TrainSpec, train_and_evaluate
