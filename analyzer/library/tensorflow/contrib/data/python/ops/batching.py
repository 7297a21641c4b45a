"""tf.contrib.data: batching."""

from tensorflow.python.data.experimental.ops.batching import dense_to_sparse_batch, map_and_batch, unbatch


def batch_and_drop_remainder(batch_size):
    return lambda dataset: dataset.batch(batch_size, drop_remainder=True)


def padded_batch_and_drop_remainder(batch_size, padded_shapes, padding_values=None):
    return lambda dataset: dataset.padded_batch(batch_size, padded_shapes, padding_values, drop_remainder=True)


def assert_element_shape(expected_shapes):
    return lambda dataset: dataset
