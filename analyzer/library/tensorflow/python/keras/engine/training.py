"""Models: networks with a training loop, of which nothing is run."""
import _tfscope
from tensorflow.python.keras.engine import network


class Model(network.Network):

    def compile(self, optimizer="rmsprop", loss=None, metrics=None, loss_weights=None, sample_weight_mode=None,
                weighted_metrics=None, target_tensors=None, distribute=None, **kwargs):
        self.optimizer, self.loss = optimizer, loss
        self._is_compiled = True

    def _check_compiled(self):
        if not self._is_compiled:
            raise RuntimeError("You must compile your model before training/testing. Use `model.compile(optimizer, loss)`.")

    def fit(self, *args, **kwargs):
        self._check_compiled()
        return _tfscope.unknown("opaque")

    def fit_generator(self, *args, **kwargs):
        return self.fit()

    def evaluate(self, *args, **kwargs):
        self._check_compiled()
        return _tfscope.unknown("any")

    def evaluate_generator(self, *args, **kwargs):
        return self.evaluate()

    def train_on_batch(self, *args, **kwargs):
        return self.evaluate()

    def test_on_batch(self, *args, **kwargs):
        return self.evaluate()

    def predict(self, *args, **kwargs):
        return _tfscope.unknown("array")

    predict_generator = predict_on_batch = predict

    @property
    def metrics_names(self):
        return ["loss"]

    def reset_metrics(self):
        pass
