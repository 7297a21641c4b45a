"""tf.summary: operations in the collection of summaries."""

import contextlib

from tensorflow.python.framework import ops
from tensorflow.python.framework.op_library import apply
from tensorflow.python.framework.ops import GraphKeys


def _clean(name):
    """The name with what tags must not hold replaced."""
    text = "".join([letter if letter.isalnum() or letter in "-/_." else "_" for letter in name])
    return text.lstrip("/")


@contextlib.contextmanager
def summary_scope(name, family=None, default_name=None, values=None):
    name = name or default_name
    base = None if family is None else _clean(family)
    scope_base = _clean(name) if base is None else "%s/%s" % (base, _clean(name))
    with ops.name_scope(scope_base, default_name, values, ) as scope:
        tag = scope.rstrip("/")
        yield tag if base is None else "%s/%s" % (base, tag), scope


def _collect(value, collections):
    for key in [GraphKeys.SUMMARIES] if collections is None else collections:
        ops.add_to_collection(key, value)


def _summary(op_type, name, tensor, tag_suffix, collections, family, extra=()):
    with summary_scope(name, family, values=[tensor]) as (tag, scope):
        label = "tag" if op_type in ("HistogramSummary", "ImageSummary", "AudioSummaryV2") else "tags"
        tag_tensor = ops.convert_to_tensor(tag + tag_suffix, name=label)
        value = apply(op_type, scope, [tag_tensor, tensor] + list(extra))
        _collect(value, collections)
    return value


def scalar(name, tensor, collections=None, family=None):
    return _summary("ScalarSummary", name, tensor, "", collections, family)


def histogram(name, values, collections=None, family=None):
    return _summary("HistogramSummary", name, values, "", collections, family)


def image(name, tensor, max_outputs=3, collections=None, family=None):
    return _summary("ImageSummary", name, tensor, "", collections, family)


def audio(name, tensor, sample_rate, max_outputs=3, collections=None, family=None):
    rate = ops.convert_to_tensor(sample_rate, dtype="float32", name="sample_rate")
    return _summary("AudioSummaryV2", name, tensor, "", collections, family, [rate])


def text(name, tensor, collections=None):
    if tensor.dtype.name != "string":
        raise ValueError("Expected tensor %s to have dtype string, got %s" % (tensor.name, tensor.dtype))
    return tensor_summary(name, tensor, collections=collections)


def tensor_summary(name, tensor, summary_description=None, collections=None, summary_metadata=None, family=None,
                   display_name=None):
    with summary_scope(name, family, values=[tensor]) as (tag, scope):
        inputs = [
            ops.convert_to_tensor(tag, name="tag"), tensor,
            ops.convert_to_tensor("", name="serialized_summary_metadata")
        ]
        value = apply("TensorSummaryV2", scope, inputs)
        _collect(value, collections)
    return value


def merge(inputs, collections=None, name=None):
    name = None if name is None else _clean(name)
    with ops.name_scope(name, "Merge", inputs):
        value = apply("MergeSummary", name, [list(inputs)])
        for key in collections or []:
            ops.add_to_collection(key, value)
    return value


def merge_all(key=GraphKeys.SUMMARIES, scope=None, name=None):
    found = ops.get_collection(key, scope=scope)
    return merge(found, name=name) if found else None


def all_v2_summary_ops():
    return []


def get_summary_description(node_def):
    return None


def initialize(*args, **kwargs):
    pass
