"""Keras metrics: their variables, which are in no collection."""

import _tfscope
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.keras.engine import base_layer
from tensorflow.python.ops.variables import VariableAggregation, VariableSynchronization


class Metric(base_layer.Layer):

    def __init__(self, name=None, dtype=None, **kwargs):
        super(Metric, self).__init__(name=name, dtype=dtype, **kwargs)
        self.stateful = True
        self.built = True
        self._dtype = dtypes.as_dtype(dtype or dtypes.float32).name

    def __call__(self, *args, **kwargs):
        self.update_state(*args, **kwargs)
        return self.result()

    def add_weight(self, name, shape=(), aggregation=VariableAggregation.SUM,
                   synchronization=VariableSynchronization.ON_READ, initializer=None, dtype=None):
        return super(Metric, self).add_weight(name=name, shape=shape, dtype=dtype or self._dtype, trainable=False,
                                              initializer=initializer, collections=[], synchronization=synchronization,
                                              aggregation=aggregation)

    def update_state(self, *args, **kwargs):
        return None

    def result(self):
        return _tfscope.unknown("any")

    def reset_states(self):
        pass


class Reduce(Metric):
    """A total, and how much it is of where that matters."""
    _counts = True

    def __init__(self, reduction=None, name=None, dtype=None):
        super(Reduce, self).__init__(name=name, dtype=dtype)
        self.total = self.add_weight("total", initializer="zeros")
        if self._counts:
            self.count = self.add_weight("count", initializer="zeros")

    def result(self):
        return ops.convert_to_tensor(self.total) / self.count if self._counts else ops.convert_to_tensor(self.total)


class Sum(Reduce):
    _counts = False

    def __init__(self, name="sum", dtype=None):
        super(Sum, self).__init__(name=name, dtype=dtype)


class Mean(Reduce):

    def __init__(self, name="mean", dtype=None):
        super(Mean, self).__init__(name=name, dtype=dtype)


class MeanMetricWrapper(Mean):

    def __init__(self, fn, name=None, dtype=None, **kwargs):
        super(MeanMetricWrapper, self).__init__(name=name, dtype=dtype)
        self._fn, self._fn_kwargs = fn, kwargs


def _mean_of(class_name, name, *options):
    """A metric that is the mean of a function, which has options of its own."""

    class _Metric(MeanMetricWrapper):

        def __init__(self, *args, **kwargs):
            given = dict(zip(options + ("name", "dtype"), args), **kwargs)
            super(_Metric, self).__init__(None, name=given.get("name", name), dtype=given.get("dtype"))

    _Metric.__name__ = class_name
    return _Metric


Accuracy = _mean_of("Accuracy", "accuracy")
BinaryAccuracy = _mean_of("BinaryAccuracy", "binary_accuracy")
CategoricalAccuracy = _mean_of("CategoricalAccuracy", "categorical_accuracy")
SparseCategoricalAccuracy = _mean_of("SparseCategoricalAccuracy", "sparse_categorical_accuracy")
TopKCategoricalAccuracy = _mean_of("TopKCategoricalAccuracy", "top_k_categorical_accuracy", "k")
SparseTopKCategoricalAccuracy = _mean_of("SparseTopKCategoricalAccuracy", "sparse_top_k_categorical_accuracy", "k")
MeanSquaredError = _mean_of("MeanSquaredError", "mean_squared_error")
MeanAbsoluteError = _mean_of("MeanAbsoluteError", "mean_absolute_error")
MeanAbsolutePercentageError = _mean_of("MeanAbsolutePercentageError", "mean_absolute_percentage_error")
MeanSquaredLogarithmicError = _mean_of("MeanSquaredLogarithmicError", "mean_squared_logarithmic_error")
Hinge = _mean_of("Hinge", "hinge")
SquaredHinge = _mean_of("SquaredHinge", "squared_hinge")
CategoricalHinge = _mean_of("CategoricalHinge", "categorical_hinge")
CosineSimilarity = _mean_of("CosineSimilarity", "cosine_similarity")
LogCoshError = _mean_of("LogCoshError", "logcosh")
Poisson = _mean_of("Poisson", "poisson")
KLDivergence = _mean_of("KLDivergence", "kullback_leibler_divergence")
BinaryCrossentropy = _mean_of("BinaryCrossentropy", "binary_crossentropy")
CategoricalCrossentropy = _mean_of("CategoricalCrossentropy", "categorical_crossentropy")
SparseCategoricalCrossentropy = _mean_of("SparseCategoricalCrossentropy", "sparse_categorical_crossentropy")


class RootMeanSquaredError(Mean):

    def __init__(self, name="root_mean_squared_error", dtype=None):
        super(RootMeanSquaredError, self).__init__(name=name, dtype=dtype)


# ---- counts of outcomes
class _Counts(Metric):

    def _count(self, names, size):
        for name in names:
            setattr(self, name, self.add_weight(name, shape=(size,), initializer="zeros"))


def _size(thresholds):
    return len(thresholds) if isinstance(thresholds, (list, tuple)) else 1


def _outcome(class_name, name):

    class _Metric(_Counts):

        def __init__(self, thresholds=None, name=name, dtype=None):
            super(_Metric, self).__init__(name=name, dtype=dtype)
            self.accumulator = self.add_weight("accumulator", shape=(_size(thresholds),), initializer="zeros")

    _Metric.__name__ = class_name
    return _Metric


TruePositives = _outcome("TruePositives", "true_positives")
TrueNegatives = _outcome("TrueNegatives", "true_negatives")
FalsePositives = _outcome("FalsePositives", "false_positives")
FalseNegatives = _outcome("FalseNegatives", "false_negatives")


class Precision(_Counts):

    def __init__(self, thresholds=None, top_k=None, class_id=None, name=None, dtype=None):
        super(Precision, self).__init__(name=name, dtype=dtype)
        self._count(("true_positives", "false_positives"), _size(thresholds))


class Recall(_Counts):

    def __init__(self, thresholds=None, top_k=None, class_id=None, name=None, dtype=None):
        super(Recall, self).__init__(name=name, dtype=dtype)
        self._count(("true_positives", "false_negatives"), _size(thresholds))


class AUC(_Counts):

    def __init__(self, num_thresholds=200, curve="ROC", summation_method="interpolation", name=None, dtype=None,
                 thresholds=None):
        super(AUC, self).__init__(name=name, dtype=dtype)
        size = num_thresholds if thresholds is None else len(thresholds) + 2
        self._count(("true_positives", "true_negatives", "false_positives", "false_negatives"), size)


class MeanIoU(Metric):

    def __init__(self, num_classes, name=None, dtype=None):
        super(MeanIoU, self).__init__(name=name, dtype=dtype)
        self.num_classes = num_classes
        self.total_cm = self.add_weight("total_confusion_matrix", shape=(num_classes, num_classes), initializer="zeros",
                                        dtype=dtypes.float64)
