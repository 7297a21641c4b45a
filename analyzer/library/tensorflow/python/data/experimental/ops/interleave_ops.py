"""Transformations that mix datasets."""

from tensorflow.python.data.ops import dataset_ops


def parallel_interleave(map_func, cycle_length, block_length=1, sloppy=False, buffer_output_elements=None,
                        prefetch_input_elements=None):
    return lambda dataset: dataset.interleave(map_func, cycle_length, block_length)


def sample_from_datasets_v1(datasets, weights=None, seed=None):
    return datasets[0]._then("DirectedInterleaveDataset", datasets[0]._spec)


sample_from_datasets_v2 = sample_from_datasets_v1


def choose_from_datasets_v1(datasets, choice_dataset):
    return datasets[0]._then("DirectedInterleaveDataset", datasets[0]._spec)


choose_from_datasets_v2 = choose_from_datasets_v1
