"""Records of features."""

import collections

from tensorflow.python.framework import dtypes, ops, sparse_tensor, tensor_shape
from tensorflow.python.framework.op_library import apply

VarLenFeature = collections.namedtuple("VarLenFeature", ["dtype"])
FixedLenFeature = collections.namedtuple("FixedLenFeature", ["shape", "dtype", "default_value"], defaults=[None])
FixedLenSequenceFeature = collections.namedtuple(
    "FixedLenSequenceFeature", ["shape", "dtype", "allow_missing", "default_value"], defaults=[False, None])
SparseFeature = collections.namedtuple(
    "SparseFeature", ["index_key", "value_key", "dtype", "size", "already_sorted"], defaults=[False])


def decode_raw(input_bytes=None, out_type=None, little_endian=True, name=None, bytes=None):
    return apply("DecodeRaw",
                 name, [input_bytes if input_bytes is not None else bytes],
                 out_type=dtypes.as_dtype(out_type))


def decode_csv(
    records,
    record_defaults,
    field_delim=",",
    use_quote_delim=True,
    name=None,
    na_value="",
     select_cols=None):
    return apply("DecodeCSV", name, [records, list(record_defaults)])


def _parsed(op_type, serialized, features, name, leading, is_sequence=False):
    """A tensor or sparse tensor for each feature, in the order of the sorted keys. Lists in a sequence have a dimension
    for its steps."""
    with ops.name_scope(name, op_type, [serialized]):
        serialized = ops.convert_to_tensor(serialized, name="serialized")
        result = {}
        for key in sorted(features):
            feature = features[key]
            if isinstance(feature, (FixedLenFeature, FixedLenSequenceFeature)):
                shape = tensor_shape.as_shape(feature.shape).as_list()
                if isinstance(feature, FixedLenSequenceFeature):
                    shape = [None] + shape
                result[key] = _output(op_type, serialized, leading + shape, feature.dtype)
            else:
                rank = len(leading) + (2 if is_sequence else 1)
                result[key] = sparse_tensor.SparseTensor(
                    _output(op_type, serialized, [None, rank], dtypes.int64),
                    _output(op_type, serialized, [None], feature.dtype),
                    _output(op_type, serialized, [rank], dtypes.int64))
        return result


def _output(op_type, serialized, shape, dtype):
    return ops.create_op(op_type, [serialized], [(tensor_shape.TensorShape(shape), dtypes.as_dtype(dtype))]).outputs[0]


def parse_single_example(serialized, features, name=None, example_names=None):
    return _parsed("ParseSingleExample", serialized, features, name, [])


def parse_example(serialized, features, name=None, example_names=None):
    count = ops.convert_to_tensor(serialized)._shape._plain
    return _parsed("ParseExample", serialized, features, name, [count[0] if count else None])


def parse_single_sequence_example(
    serialized,
    context_features=None,
    sequence_features=None,
    example_name=None,
     name=None):
    sequences = {}
    for key in sequence_features or {}:
        feature = sequence_features[key]
        sequences[key] = FixedLenSequenceFeature(feature.shape, feature.dtype) if isinstance(
            feature, FixedLenFeature) else feature
    return (_parsed("ParseSingleSequenceExample", serialized, context_features or {}, name, []),
            _parsed("ParseSingleSequenceExample", serialized, sequences, name, [], is_sequence=True))


def string_to_number(string_tensor=None, out_type=dtypes.float32, name=None, input=None):
    return apply("StringToNumber", name, [string_tensor if string_tensor is not None else input],
                 out_type=dtypes.as_dtype(out_type))
