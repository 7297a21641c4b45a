"""Distributions: shapes and types of what they give, and that gradients reach their parameters."""

import contextlib

from tensorflow.python.framework import dtypes, ops, tensor_shape
from tensorflow.python.ops import array_ops, math_ops, random_ops


class ReparameterizationType(object):

    def __init__(self, rep_type):
        self._rep_type = rep_type

    def __repr__(self):
        return "<Reparameteriation Type: %s>" % self._rep_type


FULLY_REPARAMETERIZED = ReparameterizationType("FULLY_REPARAMETERIZED")
NOT_REPARAMETERIZED = ReparameterizationType("NOT_REPARAMETERIZED")


class Distribution(object):
    """Given by tensors that broadcast to the shape of a batch of events; the last `_event_rank` dimensions are the
    event's."""

    _event_rank = 0

    def __init__(self, dtype=None, reparameterization_type=FULLY_REPARAMETERIZED, validate_args=False,
                 allow_nan_stats=True, parameters=None, graph_parents=None, name=None):
        name = name or type(self).__name__
        if not name.endswith("/"):
            with ops.name_scope(name) as name:
                pass
        self._name, self._dtype, self._parameters = name, dtype, parameters or {}
        self._reparameterization_type = reparameterization_type
        self._allow_nan_stats, self._validate_args = allow_nan_stats, validate_args

    name = property(lambda self: self._name)
    dtype = property(lambda self: self._dtype)
    parameters = property(lambda self: self._parameters)
    reparameterization_type = property(lambda self: self._reparameterization_type)
    allow_nan_stats = property(lambda self: self._allow_nan_stats)
    validate_args = property(lambda self: self._validate_args)
    batch_shape = property(lambda self: self._whole().shape[:self._batch_end()])
    event_shape = property(lambda self: self._whole().shape[self._batch_end():] if self._event_rank else tensor_shape.scalar())

    def _batch_end(self):
        return -self._event_rank if self._event_rank else None

    def _tensors(self):
        """What the distribution is given by."""
        return []

    def _whole(self):
        """A tensor of the batch's and the event's shape that depends on everything given."""
        total = None
        for tensor in self._tensors():
            total = tensor if total is None else total + math_ops.cast(tensor, total.dtype)
        return total

    @contextlib.contextmanager
    def _name_scope(self, name, values=()):
        with ops.name_scope(self._name):
            with ops.name_scope(name, values=list(values)) as scope:
                yield scope

    def _over_events(self, x):
        return math_ops.reduce_sum(x, axis=list(range(-self._event_rank, 0))) if self._event_rank else x

    def _as_sample(self, x):
        return math_ops.cast(x, self._dtype)

    def sample(self, sample_shape=(), seed=None, name="sample"):
        with self._name_scope(name, [sample_shape]):
            whole = self._whole()
            leading = ops.convert_to_tensor(sample_shape, dtype=dtypes.int32, name="sample_shape")
            leading = array_ops.reshape(leading, [-1])
            shape = array_ops.concat([leading, array_ops.shape(whole)], 0)
            drawn = whole + random_ops.random_normal(shape, dtype=whole.dtype, seed=seed)
            if self._reparameterization_type is NOT_REPARAMETERIZED:
                drawn = array_ops.stop_gradient(drawn)
            return self._as_sample(drawn)

    def _of_value(self, value, name):
        with self._name_scope(name, [value]):
            whole = self._whole()
            value = ops.convert_to_tensor(value, name="value", preferred_dtype=self._dtype)
            return self._over_events(whole + math_ops.cast(value, whole.dtype))

    def log_prob(self, value, name="log_prob"):
        return self._of_value(value, name)

    def prob(self, value, name="prob"):
        return self._of_value(value, name)

    def log_cdf(self, value, name="log_cdf"):
        return self._of_value(value, name)

    def cdf(self, value, name="cdf"):
        return self._of_value(value, name)

    def survival_function(self, value, name="survival_function"):
        return self._of_value(value, name)

    def quantile(self, value, name="quantile"):
        return self._of_value(value, name)

    def _statistic(self, name):
        with self._name_scope(name):
            return array_ops.identity(self._whole())

    def entropy(self, name="entropy"):
        with self._name_scope(name):
            return self._over_events(array_ops.identity(self._whole()))

    def mean(self, name="mean"):
        with self._name_scope(name):
            return self._center()

    def _center(self):
        return array_ops.identity(self._whole())

    def mode(self, name="mode"):
        return self._as_sample(self._statistic(name))

    def variance(self, name="variance"):
        with self._name_scope(name):
            return self._spread()

    def _spread(self):
        return array_ops.identity(self._whole())

    def stddev(self, name="stddev"):
        with self._name_scope(name):
            return math_ops.sqrt(self.variance())

    def covariance(self, name="covariance"):
        return self._statistic(name)

    def kl_divergence(self, other, name="kl_divergence"):
        with self._name_scope(name):
            return self._over_events(self._whole() + math_ops.cast(other._whole(), self._whole().dtype))

    def cross_entropy(self, other, name="cross_entropy"):
        return self.kl_divergence(other, name)

    def batch_shape_tensor(self, name="batch_shape_tensor"):
        with self._name_scope(name):
            return array_ops.shape(self._whole())[:self._batch_end()]

    def event_shape_tensor(self, name="event_shape_tensor"):
        with self._name_scope(name):
            return array_ops.shape(self._whole())[self._batch_end():] if self._event_rank else ops.convert_to_tensor(
                [], dtype=dtypes.int32)

    def is_scalar_event(self, name="is_scalar_event"):
        return ops.convert_to_tensor(self._event_rank == 0)

    def copy(self, **override_parameters_kwargs):
        return type(self)(**dict(self._parameters, **override_parameters_kwargs))

    def __str__(self):
        return "tfp.distributions.%s(\"%s\", batch_shape=%s, event_shape=%s, dtype=%s)" % (
            type(self).__name__, self._name, _shown(self.batch_shape), _shown(self.event_shape), self._dtype.name)

    def __repr__(self):
        return "<tfp.distributions.%s '%s' batch_shape=%s event_shape=%s dtype=%s>" % (
            type(self).__name__, self._name, _shown(self.batch_shape), _shown(self.event_shape), self._dtype.name)


def _shown(shape):
    return str(tensor_shape.as_shape(shape))


class Given(Distribution):
    """A distribution given by named tensors of one type."""

    def __init__(self, given, reparameterized, validate_args, allow_nan_stats, name, dtype=None):
        self._given, found = [], None
        with ops.name_scope(name, values=[value for _, value in given]) as name:
            for label, value in given:
                tensor = ops.convert_to_tensor(value, dtype=found, name=label, preferred_dtype=dtypes.float32)
                found = found or tensor.dtype.base_dtype
                tensor = array_ops.identity(tensor, name=label)
                setattr(self, "_" + label, tensor)
                self._given.append(tensor)
        parameters = dict([(label, value) for label, value in given])
        Distribution.__init__(self, dtype or found,
                              FULLY_REPARAMETERIZED if reparameterized else NOT_REPARAMETERIZED, validate_args,
                              allow_nan_stats, dict(parameters, name=name), None, name)

    def _tensors(self):
        return self._given

    def _center(self):
        return self._one_of("_loc", "_scale")

    def _spread(self):
        return self._one_of("_scale", "_loc")

    def _one_of(self, wanted, other):
        """What depends on one parameter alone, in the shape that both have."""
        if not hasattr(self, wanted) or not hasattr(self, other):
            return array_ops.identity(self._whole())
        return getattr(self, wanted) * array_ops.ones_like(getattr(self, other))


class OfLogits(Distribution):
    """A distribution given by the logits or the probabilities of outcomes."""

    def __init__(self, logits, probs, dtype, validate_args, allow_nan_stats, name, more=()):
        with ops.name_scope(name, values=[logits, probs]) as name:
            if (probs is None) == (logits is None):
                raise ValueError("Must pass probs or logits, but not both.")
            if probs is None:
                self._logits = ops.convert_to_tensor(logits, name="logits", preferred_dtype=dtypes.float32)
                self._probs = math_ops.sigmoid(self._logits, name="probs")
            else:
                self._probs = ops.convert_to_tensor(probs, name="probs", preferred_dtype=dtypes.float32)
                self._logits = math_ops.log(self._probs, name="logits")
            self._more = [ops.convert_to_tensor(value, preferred_dtype=dtypes.float32) for value in more]
        Distribution.__init__(self, dtypes.as_dtype(dtype or self._logits.dtype.base_dtype), NOT_REPARAMETERIZED,
                              validate_args, allow_nan_stats, {"logits": logits, "probs": probs}, None, name)

    logits = property(lambda self: self._logits)
    probs = property(lambda self: self._probs)

    def _tensors(self):
        return [self._logits, self._probs] + self._more
