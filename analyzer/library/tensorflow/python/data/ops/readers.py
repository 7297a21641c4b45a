"""Datasets of files."""

from tensorflow.python.data.ops import dataset_ops
from tensorflow.python.data.ops.structure import Spec
from tensorflow.python.framework import dtypes, ops, tensor_shape
from tensorflow.python.ops import array_ops


def _of_files(filenames, op_type):
    files = ops.convert_to_tensor(filenames, dtype=dtypes.string)
    if files.shape.ndims != 1:
        files = array_ops.reshape(files, [-1], name="flat_filenames")
    return dataset_ops.DatasetV1Adapter(dataset_ops._variant(op_type, [files]),
                                        Spec(dtypes.string, tensor_shape.scalar(), False))


def TFRecordDatasetV1(filenames, compression_type=None, buffer_size=None, num_parallel_reads=None):
    files = ops.convert_to_tensor(filenames, dtype=dtypes.string)
    files = array_ops.reshape(files, [-1], name="flat_filenames")
    source = dataset_ops.DatasetV1.from_tensor_slices(files)
    return source._then("FlatMapDataset", Spec(dtypes.string, tensor_shape.scalar(), False))


def TextLineDatasetV1(filenames, compression_type=None, buffer_size=None):
    return _of_files(filenames, "TextLineDataset")


def FixedLengthRecordDatasetV1(filenames, record_bytes, header_bytes=None, footer_bytes=None, buffer_size=None,
                               compression_type=None):
    return _of_files(filenames, "FixedLengthRecordDatasetV2")


TFRecordDataset = TFRecordDatasetV1
TextLineDataset = TextLineDatasetV1
FixedLengthRecordDataset = FixedLengthRecordDatasetV1
