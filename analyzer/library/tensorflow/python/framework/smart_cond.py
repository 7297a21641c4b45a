"""Conditionals whose predicate may be known."""

import _tfscope
from tensorflow.python.framework import ops, tensor_util
from tensorflow.python.framework.graph_contexts import decided
from tensorflow.python.ops import control_flow_ops


def smart_cond(pred, true_fn=None, false_fn=None, name=None):
    if not callable(true_fn):
        raise TypeError("`true_fn` must be callable.")
    if not callable(false_fn):
        raise TypeError("`false_fn` must be callable.")
    value = smart_constant_value(pred)
    if value is None:
        return control_flow_ops.cond(pred, true_fn=true_fn, false_fn=false_fn, name=name)
    return true_fn() if value else false_fn()


def smart_constant_value(pred):
    if _tfscope.is_unknown(pred):
        return decided(pred, "training")
    if isinstance(pred, ops.Tensor):
        return tensor_util.constant_value(pred)
    if pred in {0, 1}:
        return bool(pred)
    if isinstance(pred, bool):
        return pred
    raise TypeError("`pred` must be a Tensor, or a Python bool, or 1 or 0. Found instead: %s" % pred)
