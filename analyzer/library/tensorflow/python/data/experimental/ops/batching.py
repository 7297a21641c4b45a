"""Transformations that batch the elements of datasets."""

from tensorflow.python.data.ops import dataset_ops


def map_and_batch(map_func, batch_size, num_parallel_batches=None, drop_remainder=False, num_parallel_calls=None):
    if num_parallel_batches is not None and num_parallel_calls is not None:
        raise ValueError("The `num_parallel_batches` and `num_parallel_calls` arguments are mutually exclusive.")
    return lambda dataset: dataset.map(map_func).batch(batch_size, drop_remainder)


map_and_batch_with_legacy_function = map_and_batch


def unbatch():
    return lambda dataset: dataset.unbatch()


def dense_to_sparse_batch(batch_size, row_shape):
    def transform(dataset):
        batched = dataset.batch(batch_size)
        kind = batched._spec
        shape = dataset_ops.tensor_shape.TensorShape([None]).concatenate(row_shape)
        return dataset._then("DenseToSparseBatchDataset", dataset_ops.Spec(kind.dtype, shape, True))

    return transform
