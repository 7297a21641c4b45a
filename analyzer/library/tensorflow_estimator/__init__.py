"""The package of estimators, which TensorFlow imports."""
