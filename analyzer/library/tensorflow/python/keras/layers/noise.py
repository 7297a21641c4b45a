"""Layers that disturb their input while training."""
import math

from tensorflow.python.keras import backend
from tensorflow.python.keras.engine.base_layer import Layer
from tensorflow.python.ops import array_ops, math_ops


class _Noise(Layer):

    def __init__(self, **kwargs):
        super(_Noise, self).__init__(**kwargs)
        self.supports_masking = True

    def compute_output_shape(self, input_shape):
        return input_shape


class GaussianNoise(_Noise):

    def __init__(self, stddev, **kwargs):
        super(GaussianNoise, self).__init__(**kwargs)
        self.stddev = stddev

    def call(self, inputs, training=None):
        def noised():
            return inputs + backend.random_normal(shape=array_ops.shape(inputs), mean=0., stddev=self.stddev)

        return backend.in_train_phase(noised, inputs, training=training)


class GaussianDropout(_Noise):

    def __init__(self, rate, **kwargs):
        super(GaussianDropout, self).__init__(**kwargs)
        self.rate = rate

    def call(self, inputs, training=None):
        if not 0 < self.rate < 1:
            return inputs

        def noised():
            deviation = math.sqrt(self.rate / (1.0 - self.rate))
            return inputs * backend.random_normal(shape=array_ops.shape(inputs), mean=1.0, stddev=deviation)

        return backend.in_train_phase(noised, inputs, training=training)


class AlphaDropout(_Noise):

    def __init__(self, rate, noise_shape=None, seed=None, **kwargs):
        super(AlphaDropout, self).__init__(**kwargs)
        self.rate, self.noise_shape, self.seed = rate, noise_shape, seed

    def call(self, inputs, training=None):
        if not 0. < self.rate < 1.:
            return inputs
        noise_shape = self.noise_shape if self.noise_shape else array_ops.shape(inputs)

        def dropped():
            kept = math_ops.greater_equal(backend.random_uniform(noise_shape, seed=self.seed), self.rate)
            kept = math_ops.cast(kept, backend.floatx())
            low = -1.7580993408473766
            slope = ((1 - self.rate) * (1 + self.rate * low ** 2)) ** -0.5
            return slope * (inputs * kept + low * (1 - kept)) + -slope * low * self.rate

        return backend.in_train_phase(dropped, inputs, training=training)
