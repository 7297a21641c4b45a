"""Operations on text."""

from tensorflow.python.framework import dtypes, ops, sparse_tensor
from tensorflow.python.framework.op_library import apply


def string_join(inputs, separator="", name=None):
    return apply("StringJoin", name, [list(inputs)])


def string_split(
    source=None,
    sep=None,
    skip_empty=True,
    delimiter=None,
    input=None,
    result_type="SparseTensor",
     name=None):
    source = ops.convert_to_tensor(source if source is not None else input, dtype=dtypes.string)
    delimiter = ops.convert_to_tensor(delimiter if delimiter is not None else " " if sep is None else sep,
                                      dtype=dtypes.string)
    indices, values, shape = apply("StringSplit", name, [source, delimiter])
    indices.set_shape([None, 2])
    values.set_shape([None])
    shape.set_shape([2])
    return sparse_tensor.SparseTensor(indices, values, shape)


def substr(input, pos, len, name=None, unit="BYTE"):
    return apply("Substr", name, [input, pos, len])


def reduce_join(inputs, axis=None, keep_dims=None, separator="", name=None, reduction_indices=None, keepdims=None):
    axes = axis if axis is not None else reduction_indices
    return apply("ReduceJoin", name, [inputs, axes], keep_dims=bool(keep_dims or keepdims))


def string_strip(input, name=None):
    return apply("StringStrip", name, [input])


def string_length(input, name=None, unit="BYTE"):
    return apply("StringLength", name, [input])


def string_lower(input, encoding="", name=None):
    return apply("StringLower", name, [input])


def string_upper(input, encoding="", name=None):
    return apply("StringUpper", name, [input])


def string_to_hash_bucket(string_tensor=None, num_buckets=None, name=None, input=None):
    return apply("StringToHashBucket", name, [string_tensor if string_tensor is not None else input])


def string_to_hash_bucket_fast(input, num_buckets, name=None):
    return apply("StringToHashBucketFast", name, [input])


def regex_replace(source, pattern, rewrite, replace_global=True, name=None):
    return apply("RegexReplace", name, [source, pattern, rewrite])


def regex_full_match(input, pattern, name=None):
    return apply("RegexFullMatch", name, [input, pattern])


def as_string(input, precision=-1, scientific=False, shortest=False, width=-1, fill="", name=None):
    return apply("AsString", name, [input])


def encode_base64(input, pad=False, name=None):
    return apply("EncodeBase64", name, [input])


def decode_base64(input, name=None):
    return apply("DecodeBase64", name, [input])
