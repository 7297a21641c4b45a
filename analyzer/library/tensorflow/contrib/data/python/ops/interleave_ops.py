"""tf.contrib.data: mixing."""

from tensorflow.python.data.experimental.ops.interleave_ops import (
    choose_from_datasets_v1 as choose_from_datasets,
    parallel_interleave,
    sample_from_datasets_v1 as sample_from_datasets)


def sloppy_interleave(map_func, cycle_length, block_length=1):
    return parallel_interleave(map_func, cycle_length, block_length, sloppy=True)
