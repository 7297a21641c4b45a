"""Printing and old summaries."""

from tensorflow.python.framework import ops
from tensorflow.python.framework.op_library import apply


def Print(input_, data, message=None, first_n=None, summarize=None, name=None):
    return apply("Print", name, [input_, data])


def print_v2(*inputs, **kwargs):
    name = kwargs.get("name")
    with ops.name_scope(name, "print", [value for value in inputs if isinstance(value, ops.Tensor)]):
        text = ops.convert_to_tensor("", name="StringFormat")
        return apply("PrintV2", None, [text])


def merge_summary(inputs, collections=None, name=None):
    return apply("MergeSummary", name, [list(inputs)])
