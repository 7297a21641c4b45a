"""Datasets of files: what each of them holds, one after the other."""

from tensorflow.python.data.ops import dataset_ops
from tensorflow.python.data.ops.structure import Spec
from tensorflow.python.framework import dtypes, ops, tensor_shape
from tensorflow.python.ops import array_ops


def _of_files(filenames):
    source = filenames
    if not isinstance(filenames, dataset_ops.DatasetV1):
        files = ops.convert_to_tensor(filenames, dtype=dtypes.string)
        files = array_ops.reshape(files, [-1], name="flat_filenames")
        source = dataset_ops.DatasetV1.from_tensor_slices(files)
    return source._then("FlatMapDataset", Spec(dtypes.string, tensor_shape.scalar(), False))


def TFRecordDatasetV1(filenames, compression_type=None, buffer_size=None, num_parallel_reads=None):
    return _of_files(filenames)


def TextLineDatasetV1(filenames, compression_type=None, buffer_size=None):
    return _of_files(filenames)


def FixedLengthRecordDatasetV1(filenames, record_bytes, header_bytes=None, footer_bytes=None, buffer_size=None,
                               compression_type=None):
    return _of_files(filenames)


TFRecordDataset = TFRecordDatasetV1
TextLineDataset = TextLineDatasetV1
FixedLengthRecordDataset = FixedLengthRecordDatasetV1
