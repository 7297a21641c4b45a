"""Transformations that batch the elements of datasets."""

from _tfscope import is_unknown
from tensorflow.python.data.ops import dataset_ops
from tensorflow.python.framework import dtypes, ops


def map_and_batch(map_func, batch_size, num_parallel_batches=None, drop_remainder=False, num_parallel_calls=None):
    if num_parallel_batches is not None and num_parallel_calls is not None:
        raise ValueError("The `num_parallel_batches` and `num_parallel_calls` arguments are mutually exclusive.")

    def transform(dataset):
        calls = batch_size * num_parallel_batches if num_parallel_batches else num_parallel_calls or 1
        sizes = [ops.convert_to_tensor(value, dtype=dtypes.int64, name=name)
                 for value, name in ((batch_size, "batch_size"), (calls, "num_parallel_calls"))]
        sizes.append(ops.convert_to_tensor(drop_remainder, dtype=dtypes.bool, name="drop_remainder"))
        spec = dataset_ops.spec_of(dataset._traced(lambda *args: dataset_ops._normalized_result(map_func(*args))))
        leading = batch_size if drop_remainder is True and (
            isinstance(batch_size, int) or is_unknown(batch_size)) else None
        return dataset._then("MapAndBatchDataset", dataset_ops._batched(spec, leading), sizes)

    return transform


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
