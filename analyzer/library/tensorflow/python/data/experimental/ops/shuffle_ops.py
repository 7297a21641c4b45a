"""Transformations that shuffle the elements of datasets."""

from tensorflow.python.framework import dtypes, ops


def shuffle_and_repeat(buffer_size, count=None, seed=None):

    def transform(dataset):
        values = ((buffer_size, "buffer_size"), (-1 if count is None else count, "count"), (0, "seed"), (0, "seed2"))
        inputs = [ops.convert_to_tensor(value, dtype=dtypes.int64, name=name) for value, name in values]
        return dataset._then("ShuffleAndRepeatDataset", dataset._spec, inputs)

    return transform
