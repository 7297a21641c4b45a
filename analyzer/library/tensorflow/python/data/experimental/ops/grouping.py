"""Transformations that group the elements of datasets."""

from tensorflow.python.data.ops import dataset_ops
from tensorflow.python.framework import dtypes, func_graph, ops


def group_by_window(key_func, reduce_func, window_size=None, window_size_func=None):
    if (window_size is None) == (window_size_func is None):
        raise ValueError("Must pass either window_size or window_size_func.")

    def transform(dataset):
        dataset._traced(key_func, "tf_data_experimental_group_by_window_key_func")
        key = lambda: (ops.convert_to_tensor(0, dtype=dtypes.int64), dataset)
        groups = func_graph.traced("tf_data_experimental_group_by_window_reduce_func", reduce_func, key)
        if not isinstance(groups, dataset_ops.DatasetV1):
            raise TypeError("`reduce_func` must return a `Dataset` object.")
        return dataset._then("GroupByWindowDataset", groups._spec)

    return transform


def bucket_by_sequence_length(element_length_func, bucket_boundaries, bucket_batch_sizes, padded_shapes=None,
                              padding_values=None, pad_to_bucket_boundary=False, no_padding=False,
                              drop_remainder=False):
    if len(bucket_batch_sizes) != len(bucket_boundaries) + 1:
        raise ValueError("len(bucket_batch_sizes) must equal len(bucket_boundaries) + 1")

    def transform(dataset):
        dataset._traced(element_length_func, "tf_data_experimental_group_by_window_key_func")
        if no_padding:
            return dataset.batch(bucket_batch_sizes[0], drop_remainder)
        shapes = dataset.output_shapes if padded_shapes is None else padded_shapes
        padded = dataset.padded_batch(bucket_batch_sizes[0], shapes, padding_values)
        return dataset._then("GroupByWindowDataset", padded._spec)

    return transform
