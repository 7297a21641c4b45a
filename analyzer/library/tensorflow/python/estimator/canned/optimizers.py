"""The old place of estimators that come with TensorFlow."""
from tensorflow_estimator.python.estimator.canned.optimizers import get_optimizer_instance
