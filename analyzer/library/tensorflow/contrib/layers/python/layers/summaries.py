"""Summaries of tensors and of whole collections."""
import functools
import re

from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import math_ops
from tensorflow.python.summary import summary


def _share(compare, op, bound):
    outside = compare(op.op.inputs[0], math_ops.cast(bound, op.op.inputs[0].dtype))
    return math_ops.reduce_mean(math_ops.to_float(outside))


def summarize_activation(op):
    if op.op.type in ("Relu", "Softplus", "Relu6"):
        summary.scalar("%s/zeros" % op.op.name, _share(math_ops.less, op, 0.0))
    if op.op.type == "Relu6":
        summary.scalar("%s/sixes" % op.op.name, _share(math_ops.greater, op, 6.0))
    return summary.histogram("%s/activation" % op.op.name, op)


def summarize_tensor(tensor, tag=None):
    if tensor.dtype.is_compatible_with(dtypes.string) or tensor.dtype.base_dtype == dtypes.bool:
        return None
    make = summary.scalar if tensor.get_shape().ndims == 0 else summary.histogram
    return make(tag or "%s_summary" % tensor.op.name, tensor)


def summarize_tensors(tensors, summarizer=summarize_tensor):
    return [summarizer(tensor) for tensor in tensors]


def summarize_collection(collection, name_filter=None, summarizer=summarize_tensor):
    return summarize_tensors([op for op in ops.get_collection(collection)
                              if name_filter is None or re.match(name_filter, op.op.name)], summarizer)


summarize_variables = functools.partial(summarize_collection, ops.GraphKeys.GLOBAL_VARIABLES)
summarize_weights = functools.partial(summarize_collection, ops.GraphKeys.WEIGHTS)
summarize_biases = functools.partial(summarize_collection, ops.GraphKeys.BIASES)


def summarize_activations(name_filter=None, summarizer=summarize_activation):
    return summarize_collection(ops.GraphKeys.ACTIVATIONS, name_filter, summarizer)
