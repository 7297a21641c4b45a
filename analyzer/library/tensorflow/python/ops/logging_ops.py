"""Printing and old summaries."""

from tensorflow.python.framework import ops
from tensorflow.python.framework.op_library import apply
from tensorflow.python.util import nest


def Print(input_, data, message=None, first_n=None, summarize=None, name=None):
    return apply("Print", name, [input_, data])


def print_v2(*inputs, **kwargs):
    name = kwargs.get("name")
    tensors = [value for value in nest.flatten(inputs) if isinstance(value, ops.Tensor)]
    text = apply("StringFormat", name and name + "_format", [tensors])
    return apply("PrintV2", name, [text])


def merge_summary(inputs, collections=None, name=None):
    return apply("MergeSummary", name, [list(inputs)])
