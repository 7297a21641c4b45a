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


def _parsed(features, leading, steps=False):
    """The features as they come out of one operation, the sparse ones before the dense ones, each in the order of its
    sorted keys: (types and shapes of the outputs, function from the outputs to a dict). Lists in a sequence have a
    dimension for its `steps`."""
    sparse = [key for key in sorted(features) if not _is_dense(features[key])]
    dense = [key for key in sorted(features) if _is_dense(features[key])]
    rank = len(leading) + (2 if steps else 1)
    outputs = [([None, rank], dtypes.int64) for _ in sparse]
    outputs += [([None], dtypes.as_dtype(features[key].dtype)) for key in sparse]
    outputs += [([rank], dtypes.int64) for _ in sparse]
    for key in dense:
        shape = tensor_shape.as_shape(features[key].shape).as_list()
        is_list = isinstance(features[key], FixedLenSequenceFeature)
        outputs.append((leading + ([None] if is_list else []) + shape, dtypes.as_dtype(features[key].dtype)))

    def named(tensors):
        count = len(sparse)
        result = {key: sparse_tensor.SparseTensor(*tensors[i:3 * count:count]) for i, key in enumerate(sparse)}
        result.update(zip(dense, tensors[3 * count:]))
        return result

    return outputs, named


def _is_dense(feature):
    return isinstance(feature, (FixedLenFeature, FixedLenSequenceFeature))


def _make(op_type, serialized, outputs):
    listed = [(tensor_shape.TensorShape(shape), dtype) for shape, dtype in outputs]
    return list(ops.create_op(op_type, [serialized], listed).outputs)


def _defaults(features):
    """Constants for dense features that have no default."""
    for key in sorted(features):
        if _is_dense(features[key]) and features[key].default_value is None:
            ops.convert_to_tensor([], dtype=features[key].dtype, name="Const")
        elif _is_dense(features[key]) and not isinstance(features[key].default_value, ops.Tensor):
            ops.convert_to_tensor(features[key].default_value, dtype=features[key].dtype,
                                  name="key_" + "".join([c if c.isalnum() or c in "_.\\-/" else "_" for c in key]))


def parse_single_example(serialized, features, name=None, example_names=None):
    with ops.name_scope(name, "ParseSingleExample", [serialized, example_names]):
        serialized = ops.convert_to_tensor(serialized, name="serialized")
        _defaults(features)
        outputs, named = _parsed(features, [])
        return named(_make("ParseSingleExample", serialized, outputs))


def parse_example(serialized, features, name=None, example_names=None):
    with ops.name_scope(name, "ParseExample", [serialized, example_names]):
        serialized = ops.convert_to_tensor(serialized, name="serialized")
        count = serialized._shape._plain
        _defaults(features)
        outputs, named = _parsed(features, [count[0] if count else None])
        return named(_make("ParseExample", serialized, outputs))


def parse_single_sequence_example(serialized, context_features=None, sequence_features=None, example_name=None,
                                  name=None):
    sequences = {}
    for key in sequence_features or {}:
        feature = sequence_features[key]
        sequences[key] = FixedLenSequenceFeature(feature.shape, feature.dtype) if isinstance(
            feature, FixedLenFeature) else feature
    with ops.name_scope(name, "ParseSingleSequenceExample", [serialized, example_name]):
        serialized = ops.convert_to_tensor(serialized, name="serialized")
        _defaults(context_features or {})
        context, of_context = _parsed(context_features or {}, [])
        lists, of_lists = _parsed(sequences, [], True)
        tensors = _make("ParseSingleSequenceExample", serialized, context + lists)
        return of_context(tensors[:len(context)]), of_lists(tensors[len(context):])


def parse_tensor(serialized, out_type, name=None):
    return apply("ParseTensor", name, [serialized], out_type=dtypes.as_dtype(out_type))


def serialize_tensor(tensor, name=None):
    return apply("SerializeTensor", name, [tensor])
