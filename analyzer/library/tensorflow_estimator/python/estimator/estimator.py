"""Estimators: each run of a model function has a graph of its own. Nothing is executed."""
import copy
import functools
import inspect

from _tfscope import is_unknown, unknown
from tensorflow.python.data.ops import dataset_ops
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import init_ops, metrics_impl, variable_scope
from tensorflow.python.training import training_util
from tensorflow_estimator.python.estimator.run_config import RunConfig

_TRAIN, _EVAL, _PREDICT = "train", "eval", "infer"
_MODEL_ARGUMENTS = {"features", "labels", "mode", "params", "self", "config"}


def _argument_names(function):
    """Names of the positional parameters that a call still has to give; None where nothing is known of the function."""
    if is_unknown(function):
        return None
    if isinstance(function, functools.partial):
        names = _argument_names(function.func)
        return names and [name for name in names[len(function.args):] if name not in function.keywords]
    if not inspect.isfunction(function) and not inspect.ismethod(function):
        if not hasattr(type(function), "__call__"):
            return None
        function = function.__call__
    try:
        names = inspect.getfullargspec(function).args
    except TypeError:
        return None
    return names[1:] if inspect.ismethod(function) else names


class Estimator(object):

    def __init__(self, model_fn, model_dir=None, config=None, params=None, warm_start_from=None):
        if model_fn is None:
            raise ValueError("model_fn must be provided to Estimator.")
        self._config = RunConfig() if config is None else config
        if not is_unknown(self._config) and not isinstance(self._config, RunConfig):
            raise ValueError("config must be an instance of `RunConfig`, but provided %s." % config)
        if model_dir is not None and not is_unknown(self._config):
            self._config = self._config.replace(model_dir=model_dir)
        self._model_dir = unknown("str") if is_unknown(self._config) else self._config.model_dir or unknown("str")
        self._check_arguments(model_fn, params)
        self._model_fn = model_fn
        self._params = copy.deepcopy(params or {})

    def _check_arguments(self, model_fn, params):
        names = _argument_names(model_fn)
        if names is None:
            return
        if "features" not in names:
            raise ValueError("model_fn (%s) must include features argument." % model_fn)
        if params is not None and "params" not in names:
            raise ValueError("model_fn (%s) does not include params argument, but params (%s) is passed to Estimator." % (
                model_fn, params))
        unexpected = [name for name in names if name not in _MODEL_ARGUMENTS]
        if unexpected:
            raise ValueError("model_fn (%s) has following not expected args: %s" % (model_fn, unexpected))

    @property
    def model_dir(self):
        return self._model_dir

    @property
    def config(self):
        return copy.deepcopy(self._config)

    @property
    def params(self):
        return copy.deepcopy(self._params)

    @property
    def model_fn(self):
        def public_model_fn(features, labels, mode, config):
            return self._call_model_fn(features, labels, mode, config)

        return public_model_fn

    def get_variable_value(self, name):
        return unknown("any")

    def get_variable_names(self):
        return unknown("list")

    def latest_checkpoint(self):
        return unknown("any")

    def eval_dir(self, name=None):
        return unknown("str")

    # ---- runs
    def train(self, input_fn, hooks=None, steps=None, max_steps=None, saving_listeners=None):
        if steps is not None and max_steps is not None:
            raise ValueError("Can not provide both steps and max_steps.")
        _check_positive("steps", steps)
        _check_positive("max_steps", max_steps)
        with ops.Graph().as_default():
            training_util.create_global_step()
            features, labels = self._inputs(input_fn, _TRAIN)
            spec = self._call_model_fn(features, labels, _TRAIN, self._config)
            if not is_unknown(spec):
                ops.add_to_collection(ops.GraphKeys.LOSSES, spec.loss)
                _begin(hooks, spec.training_hooks, spec.training_chief_hooks)
        return self

    def evaluate(self, input_fn, steps=None, hooks=None, checkpoint_path=None, name=None):
        _check_positive("steps", steps)
        with ops.Graph().as_default():
            training_util.create_global_step()
            features, labels = self._inputs(input_fn, _EVAL)
            spec = self._call_model_fn(features, labels, _EVAL, self._config)
            if not is_unknown(spec):
                self._add_loss_metric(spec)
                _begin(hooks, spec.evaluation_hooks)
            if not ops.get_collection(ops.GraphKeys.EVAL_STEP):
                variable_scope.get_variable(
                    "eval_step", shape=[], dtype=dtypes.int64, initializer=init_ops.zeros_initializer(), trainable=False,
                    collections=[ops.GraphKeys.LOCAL_VARIABLES, ops.GraphKeys.EVAL_STEP])
        return unknown("dict")

    def _add_loss_metric(self, spec):
        if is_unknown(spec.eval_metric_ops):
            return
        if "loss" in spec.eval_metric_ops:
            raise ValueError('Metric with name "loss" is not allowed, because Estimator already defines a default metric with '
                             'the same name.')
        metrics_impl.mean(spec.loss)

    def predict(self, input_fn, predict_keys=None, hooks=None, checkpoint_path=None, yield_single_examples=True):
        with ops.Graph().as_default():
            training_util.create_global_step()
            features, _ = self._inputs(input_fn, _PREDICT)
            spec = self._call_model_fn(features, None, _PREDICT, self._config)
            if not is_unknown(spec):
                _begin(hooks, spec.prediction_hooks)
        for prediction in unknown("list"):
            yield prediction

    def export_saved_model(self, export_dir_base, serving_input_receiver_fn, assets_extra=None, as_text=False,
                           checkpoint_path=None, experimental_mode=_PREDICT):
        if not serving_input_receiver_fn:
            raise ValueError("serving_input_receiver_fn must be defined.")
        with ops.Graph().as_default():
            training_util.create_global_step()
            receiver = serving_input_receiver_fn()
            self._call_model_fn(receiver.features, getattr(receiver, "labels", None), experimental_mode, self._config)
        return unknown("bytes")

    def export_savedmodel(self, export_dir_base, serving_input_receiver_fn, assets_extra=None, as_text=False,
                          checkpoint_path=None, strip_default_attrs=False):
        return self.export_saved_model(export_dir_base, serving_input_receiver_fn, assets_extra, as_text, checkpoint_path)

    # ---- calls of the user's functions
    def _inputs(self, input_fn, mode):
        result = self._call_input_fn(input_fn, mode)
        if isinstance(result, dataset_ops.DatasetV2):
            result = dataset_ops.make_initializable_iterator(result).get_next()
        if isinstance(result, (list, tuple)):
            if len(result) != 2:
                raise ValueError("input_fn should return (features, labels) as a len 2 tuple.")
            return result
        return result, (unknown("any") if is_unknown(result) else None)

    def _call_input_fn(self, input_fn, mode):
        given = {"mode": mode, "params": self.params, "config": self.config}
        names = _argument_names(input_fn)
        if names is None:
            return unknown("any")
        with ops.device("/cpu:0"):
            return input_fn(**{name: value for name, value in given.items() if name in names})

    def _call_model_fn(self, features, labels, mode, config):
        names = _argument_names(self._model_fn)
        if names is None:
            return unknown("any")
        given = {"labels": labels, "mode": mode, "params": self.params, "config": config}
        if "labels" not in names and labels is not None and not is_unknown(labels):
            raise ValueError("model_fn does not take labels, but input_fn returns labels.")
        return self._checked(
            self._model_fn(features=features, **{name: value for name, value in given.items() if name in names}))

    def _checked(self, spec):
        if not is_unknown(spec) and not hasattr(spec, "eval_metric_ops"):
            raise ValueError("model_fn should return an EstimatorSpec.")
        return spec


def _check_positive(name, steps):
    if steps is not None and not is_unknown(steps) and steps <= 0:
        raise ValueError("Must specify %s > 0, given: {}".format(steps) % name)


def _begin(*groups):
    """Hooks may add to the graph before the session starts."""
    for hooks in groups:
        if is_unknown(hooks):
            continue
        for hook in hooks or ():
            if not is_unknown(hook):
                hook.begin()
