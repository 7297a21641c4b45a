"""Operations on text."""

from tensorflow.python.framework import dtypes, ops, sparse_tensor
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import reduction_ops


def string_join(inputs, separator="", name=None):
    return apply("StringJoin", name, [list(inputs)])


def _sparse(parts):
    indices, values, shape = parts
    indices.set_shape([None, 2])
    values.set_shape([None])
    shape.set_shape([2])
    return sparse_tensor.SparseTensor(indices, values, shape)


def string_split(source, sep=None, skip_empty=True, delimiter=None):
    delimiter = delimiter if delimiter is not None else " " if sep is None else sep
    delimiter = ops.convert_to_tensor(delimiter, dtype=dtypes.string)
    return _sparse(apply("StringSplit", None, [ops.convert_to_tensor(source, dtype=dtypes.string), delimiter]))


def string_split_v2(source, sep=None, maxsplit=-1):
    sep = ops.convert_to_tensor("" if sep is None else sep, dtype=dtypes.string)
    return _sparse(apply("StringSplitV2", None, [ops.convert_to_tensor(source, dtype=dtypes.string), sep]))


def string_format(template, inputs, placeholder="{}", summarize=3, name=None):
    inputs = inputs if isinstance(inputs, (list, tuple)) else [inputs]
    if template.count(placeholder) != len(inputs):
        raise ValueError("%s placeholder(s) in template does not match %s tensor(s) provided as input" % (
            template.count(placeholder), len(inputs)))
    return apply("StringFormat", name, [list(inputs)])


def string_to_number(string_tensor=None, out_type=dtypes.float32, name=None, input=None):
    return apply("StringToNumber", name, [string_tensor if string_tensor is not None else input],
                 out_type=dtypes.as_dtype(out_type))


string_to_number_v1 = string_to_number


def substr(input, pos, len, name=None, unit="BYTE"):
    return apply("Substr", name, [input, pos, len])


def reduce_join(inputs, axis=None, keep_dims=None, separator="", name=None, reduction_indices=None, keepdims=None):
    axes = axis if axis is not None else reduction_indices
    with ops.name_scope(name, "ReduceJoin", [inputs, axes]):
        inputs = ops.convert_to_tensor(inputs, dtype=dtypes.string, name="inputs")
        axes = reduction_ops._all_axes(inputs) if axes is None else axes
        return apply("ReduceJoin", None, [inputs, axes], keep_dims=bool(keep_dims or keepdims))


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


string_to_hash_bucket_v1 = string_to_hash_bucket


def string_to_hash_bucket_fast(input, num_buckets, name=None):
    return apply("StringToHashBucketFast", name, [input])


def regex_replace(input, pattern, rewrite, replace_global=True, name=None):
    if isinstance(pattern, str) and isinstance(rewrite, str):
        return apply("StaticRegexReplace", name, [input], pattern=pattern, rewrite=rewrite)
    return apply("RegexReplace", name, [input, pattern, rewrite])


def regex_full_match(input, pattern, name=None):
    if isinstance(pattern, str):
        return apply("StaticRegexFullMatch", name, [input], pattern=pattern)
    return apply("RegexFullMatch", name, [input, pattern])


def string_to_hash_bucket_strong(input, num_buckets, key, name=None):
    return apply("StringToHashBucketStrong", name, [input])


def unicode_script(input, name=None):
    return apply("UnicodeScript", name, [input])


def as_string(input, precision=-1, scientific=False, shortest=False, width=-1, fill="", name=None):
    return apply("AsString", name, [input])


def encode_base64(input, pad=False, name=None):
    return apply("EncodeBase64", name, [input])


def decode_base64(input, name=None):
    return apply("DecodeBase64", name, [input])
