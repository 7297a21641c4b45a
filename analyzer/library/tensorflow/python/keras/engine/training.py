"""Models that are compiled and trained: what compiling and the first training step add to the graph."""

import _tfscope
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.keras import metrics as metrics_module
from tensorflow.python.keras import optimizers
from tensorflow.python.keras.engine import network
from tensorflow.python.ops import array_ops, math_ops
from tensorflow.python.util import nest


def _listed(value):
    return [] if value is None else list(value) if isinstance(value, (list, tuple)) else [value]


def _of_outputs(metrics, names):
    """The metrics of each output: one list for all of them, a list of lists, or a dict by names."""
    if isinstance(metrics, dict):
        return [_listed(metrics.get(name)) for name in names]
    metrics = _listed(metrics)
    if len(names) > 1 and any([isinstance(metric, (list, tuple)) for metric in metrics]):
        return [_listed(metric) for metric in metrics]
    flat = nest.flatten(metrics)
    return [flat for _ in names]


class Model(network.Network):

    _metrics_of_model = ()

    def compile(self, optimizer="rmsprop", loss=None, metrics=None, loss_weights=None, sample_weight_mode=None,
                weighted_metrics=None, target_tensors=None, distribute=None, **kwargs):
        self.optimizer, self.loss = optimizers.get(optimizer), loss
        self._asked_metrics = metrics, weighted_metrics
        self._is_compiled, self._trains, self._metrics_of_model, self._total_loss = True, False, [], None
        if getattr(self, "outputs", None):
            self._add_losses()

    def _add_losses(self):
        """The loss, and the variables of metrics."""
        outputs = nest.flatten(self.outputs)
        names = [tensor._keras_history[0].name if hasattr(tensor, "_keras_history") else "output_%d" % (i + 1)
                 for i, tensor in enumerate(outputs)]
        known = [metrics for metrics in self._asked_metrics if not _tfscope.is_unknown(metrics)]
        wanted = [metric for metrics in known for listed in _of_outputs(metrics, names) for metric in listed]
        if len(outputs) > 1:
            self._metrics_of_model = [metrics_module.Mean(name=name + "_loss") for name in names]
        for name in names:
            array_ops.placeholder(dtypes.float32, name=name + "_target")
        for metric in wanted:
            is_made = isinstance(metric, metrics_module.Metric)
            self._metrics_of_model.append(metric if is_made else metrics_module.MeanMetricWrapper(metric))
        with ops.name_scope("metrics"):
            pass
        with ops.name_scope("loss"):
            parts = [math_ops.reduce_mean(math_ops.cast(output, dtypes.float32)) for output in outputs]
            self._total_loss = math_ops.add_n(parts)

    def _check_compiled(self):
        if not self._is_compiled:
            raise RuntimeError("You must compile your model before training/testing. Use `model.compile(optimizer, loss)`.")

    def _build_from(self, x):
        """Data gives a model its inputs that has none."""
        if getattr(self, "outputs", None) or x is None or _tfscope.is_unknown(x):
            return
        parts = nest.flatten(x)
        if any([_tfscope.is_unknown(part) or not hasattr(part, "shape") for part in parts]):
            return
        inputs = [array_ops.placeholder(dtypes.float32, [None] + list(part.shape)[1:], name="input_%d" % (i + 1))
                  for i, part in enumerate(parts)]
        self.outputs = nest.flatten(self(nest.pack_sequence_as(x, inputs)))
        self._add_losses()

    def _train(self, x=None):
        """The first training step makes the optimizer's variables."""
        self._check_compiled()
        self._build_from(x)
        if self._trains or self._total_loss is None or _tfscope.is_unknown(self.optimizer):
            return
        self._trains = True
        with ops.name_scope("training"):
            self.optimizer.get_updates(loss=self._total_loss, params=self.trainable_weights)
        with ops.name_scope("training"):
            pass

    def fit(self, x=None, *args, **kwargs):
        self._train(x)
        return _tfscope.unknown("opaque")

    def fit_generator(self, *args, **kwargs):
        self._train()
        return _tfscope.unknown("opaque")

    def train_on_batch(self, x=None, *args, **kwargs):
        self._train(x)
        return _tfscope.unknown("any")

    def evaluate(self, x=None, *args, **kwargs):
        self._check_compiled()
        self._build_from(x)
        return _tfscope.unknown("any")

    def evaluate_generator(self, *args, **kwargs):
        return self.evaluate()

    def test_on_batch(self, x=None, *args, **kwargs):
        return self.evaluate(x)

    def predict(self, *args, **kwargs):
        return _tfscope.unknown("array")

    predict_generator = predict_on_batch = predict

    @property
    def metrics(self):
        return list(self._metrics_of_model)

    @property
    def metrics_names(self):
        return ["loss"] + [metric.name for metric in self._metrics_of_model]

    def reset_metrics(self):
        pass
