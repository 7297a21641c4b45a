"""Estimators for TPUs, under their names in contrib."""
from tensorflow.estimator.tpu import InputPipelineConfig, RunConfig, TPUConfig, TPUEstimator, TPUEstimatorSpec
from tensorflow.python.tpu.tpu_optimizer import CrossShardOptimizer
