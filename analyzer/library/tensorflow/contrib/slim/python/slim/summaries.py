"""slim.summaries: summaries under the names of their tensors."""
from tensorflow.python.framework import ops
from tensorflow.python.ops import logging_ops, nn_impl
from tensorflow.python.summary import summary


def _get_summary_name(tensor, name=None, prefix=None, postfix=None):
    name = name or tensor.op.name
    name = prefix + "/" + name if prefix else name
    return name + "/" + postfix if postfix else name


def _printed(make, tensor, name, prefix, print_summary):
    name = _get_summary_name(tensor, name, prefix)
    op = make(name, tensor, collections=[] if print_summary else None)
    if print_summary:
        op = logging_ops.Print(op, [tensor], name)
        ops.add_to_collection(ops.GraphKeys.SUMMARIES, op)
    return op


def add_histogram_summary(tensor, name=None, prefix=None):
    return summary.histogram(_get_summary_name(tensor, name, prefix), tensor)


def add_image_summary(tensor, name=None, prefix=None, print_summary=False):
    return _printed(summary.image, tensor, name, prefix, print_summary)


def add_scalar_summary(tensor, name=None, prefix=None, print_summary=False):
    return _printed(summary.scalar, tensor, name, prefix, print_summary)


def add_zero_fraction_summary(tensor, name=None, prefix=None, print_summary=False):
    name = _get_summary_name(tensor, name, prefix, "Fraction_of_Zero_Values")
    return add_scalar_summary(nn_impl.zero_fraction(tensor), name, print_summary=print_summary)


def add_histogram_summaries(tensors, prefix=None):
    return [add_histogram_summary(tensor, prefix=prefix) for tensor in tensors]


def add_image_summaries(tensors, prefix=None):
    return [add_image_summary(tensor, prefix=prefix) for tensor in tensors]


def add_scalar_summaries(tensors, prefix=None, print_summary=False):
    return [add_scalar_summary(tensor, prefix=prefix, print_summary=print_summary) for tensor in tensors]


def add_zero_fraction_summaries(tensors, prefix=None):
    return [add_zero_fraction_summary(tensor, prefix=prefix) for tensor in tensors]
