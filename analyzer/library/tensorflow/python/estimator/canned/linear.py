"""The old place of estimators that come with TensorFlow."""
from tensorflow_estimator.python.estimator.canned.linear import LinearClassifier, LinearEstimator, LinearRegressor
