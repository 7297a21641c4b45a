"""Estimators that come with TensorFlow."""
