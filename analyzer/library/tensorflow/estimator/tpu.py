"""Estimators for TPUs. The graph is the one that they build without a TPU."""
import collections
import copy

from _tfscope import is_unknown
from tensorflow.estimator import EstimatorSpec
from tensorflow_estimator.python.estimator import run_config
from tensorflow_estimator.python.estimator.estimator import Estimator


class TPUConfig(collections.namedtuple("TPUConfig", [
        "iterations_per_loop", "num_shards", "num_cores_per_replica", "per_host_input_for_training",
        "tpu_job_name", "initial_infeed_sleep_secs", "input_partition_dims", "eval_training_input_configuration"])):

    def __new__(cls, iterations_per_loop=2, num_shards=None, num_cores_per_replica=None, per_host_input_for_training=True,
                tpu_job_name=None, initial_infeed_sleep_secs=None, input_partition_dims=None,
                eval_training_input_configuration=2, **kwargs):
        return super(TPUConfig, cls).__new__(
            cls, iterations_per_loop, num_shards, num_cores_per_replica, per_host_input_for_training, tpu_job_name,
            initial_infeed_sleep_secs, input_partition_dims, eval_training_input_configuration)


class InputPipelineConfig(object):
    PER_SHARD_V1, PER_HOST_V1, PER_HOST_V2, BROADCAST, SLICED = 1, 2, 3, 4, 5


class RunConfig(run_config.RunConfig):

    def __init__(self, tpu_config=None, evaluation_master=None, master=None, cluster=None, **kwargs):
        super(RunConfig, self).__init__(**kwargs)
        self.tpu_config, self.cluster = tpu_config or TPUConfig(), cluster
        self.master = master or ""
        self.evaluation_master = self.master if evaluation_master is None else evaluation_master


_FIELDS = ("mode", "predictions", "loss", "train_op", "eval_metrics", "export_outputs", "scaffold_fn", "host_call",
           "training_hooks", "evaluation_hooks", "prediction_hooks")


class TPUEstimatorSpec(collections.namedtuple("TPUEstimatorSpec", _FIELDS)):

    def __new__(cls, mode, predictions=None, loss=None, train_op=None, eval_metrics=None, export_outputs=None,
                scaffold_fn=None, host_call=None, training_hooks=None, evaluation_hooks=None, prediction_hooks=None):
        hooks = [tuple(group or ()) for group in (training_hooks, evaluation_hooks, prediction_hooks)]
        return super(TPUEstimatorSpec, cls).__new__(cls, mode, predictions, loss, train_op, eval_metrics, export_outputs,
                                                    scaffold_fn, host_call, *hooks)

    def as_estimator_spec(self):
        metrics = None
        if self.eval_metrics is not None:
            function, tensors = self.eval_metrics
            metrics = function(**tensors) if isinstance(tensors, dict) else function(*tensors)
        scaffold = self.scaffold_fn() if self.scaffold_fn else None
        return EstimatorSpec(self.mode, self.predictions, self.loss, self.train_op, metrics, self.export_outputs,
                             training_hooks=self.training_hooks, evaluation_hooks=self.evaluation_hooks,
                             prediction_hooks=self.prediction_hooks, scaffold=scaffold)


class TPUEstimator(Estimator):

    def __init__(self, model_fn=None, model_dir=None, config=None, params=None, use_tpu=True, train_batch_size=None,
                 eval_batch_size=None, predict_batch_size=None, batch_axis=None, eval_on_tpu=True, export_to_tpu=True,
                 export_to_cpu=True, warm_start_from=None, **kwargs):
        if config is None or not is_unknown(config) and not isinstance(config, RunConfig):
            raise ValueError("`config` must be provided with type `tpu_config.RunConfig`")
        if params is not None and not is_unknown(params) and ("batch_size" in params or "context" in params):
            raise ValueError("%s are reserved keys but existed in params %s." % (["batch_size", "context"], params))
        super(TPUEstimator, self).__init__(model_fn, model_dir, config, params, warm_start_from)
        self._exports = [export_to_cpu, export_to_tpu]
        self._batch_sizes = {"train": train_batch_size, "eval": eval_batch_size, "infer": predict_batch_size}
        self._mode = "train"

    @property
    def params(self):
        """With the size of a batch, which functions are given."""
        result = copy.deepcopy(self._params)
        if not is_unknown(result) and self._batch_sizes[self._mode] is not None:
            result["batch_size"] = self._batch_sizes[self._mode]
        return result

    def export_saved_model(self, *args, **kwargs):
        """Exports one graph for each kind of device."""
        for is_wanted in self._exports:
            if is_wanted:
                folder = super(TPUEstimator, self).export_saved_model(*args, **kwargs)
        return folder

    def _call_input_fn(self, input_fn, mode):
        self._mode = mode
        return super(TPUEstimator, self)._call_input_fn(input_fn, mode)

    def _call_model_fn(self, features, labels, mode, config):
        self._mode = mode
        return super(TPUEstimator, self)._call_model_fn(features, labels, mode, config)

    def _checked(self, spec):
        return spec.as_estimator_spec() if isinstance(spec, TPUEstimatorSpec) else super(TPUEstimator, self)._checked(spec)
