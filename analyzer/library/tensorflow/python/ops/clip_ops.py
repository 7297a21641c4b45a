"""Clipping."""

from tensorflow.python.framework import constant_op, ops
from tensorflow.python.ops import array_ops, math_ops


def clip_by_value(t, clip_value_min, clip_value_max, name=None):
    with ops.name_scope(name, "clip_by_value", [t, clip_value_min, clip_value_max]) as name:
        values = ops.convert_to_tensor(t.values if isinstance(t, ops.IndexedSlices) else t, name="t")
        smaller = math_ops.minimum(values, clip_value_max)
        values.shape.assert_is_compatible_with(smaller.shape)
        larger = math_ops.maximum(smaller, clip_value_min, name=name)
        values.shape.assert_is_compatible_with(larger.shape)
        return ops.IndexedSlices(larger, t.indices, t.dense_shape) if isinstance(t, ops.IndexedSlices) else larger


def clip_by_norm(t, clip_norm, axes=None, name=None):
    with ops.name_scope(name, "clip_by_norm", [t, clip_norm]) as name:
        values = ops.convert_to_tensor(t.values if isinstance(t, ops.IndexedSlices) else t, name="t")
        total = math_ops.reduce_sum(values * values, axes, keepdims=True)
        positive = total > 0
        safe = array_ops.where(positive, total, array_ops.ones_like(total))
        norm = array_ops.where(positive, math_ops.sqrt(safe), total)
        scaled = values * clip_norm
        values.shape.assert_is_compatible_with(scaled.shape)
        clipped = array_ops.identity(scaled / math_ops.maximum(norm, clip_norm), name=name)
        return ops.IndexedSlices(clipped, t.indices, t.dense_shape) if isinstance(t, ops.IndexedSlices) else clipped


def _check_list(t_list):
    if not isinstance(t_list, (list, tuple)):
        raise TypeError("t_list should be a sequence")


def global_norm(t_list, name=None):
    _check_list(t_list)
    from tensorflow.python.ops import nn_ops
    with ops.name_scope(name, "global_norm", t_list) as name:
        values = [ops.convert_to_tensor(t.values if isinstance(t, ops.IndexedSlices) else t, name="t_%d" % i)
                  if t is not None else t for i, t in enumerate(t_list)]
        halves = [nn_ops.l2_loss(value) for value in values if value is not None]
        half = math_ops.reduce_sum(array_ops.stack(halves))
        return math_ops.sqrt(half * constant_op.constant(2.0, dtype=half.dtype), name="global_norm")


def clip_by_global_norm(t_list, clip_norm, use_norm=None, name=None):
    _check_list(t_list)
    t_list = list(t_list)
    if use_norm is None:
        use_norm = global_norm(t_list, name)
    with ops.name_scope(name, "clip_by_global_norm", t_list + [clip_norm]) as name:
        inverse = 1.0 / use_norm
        scale = clip_norm * math_ops.minimum(inverse, constant_op.constant(1.0, dtype=use_norm.dtype) / clip_norm)
        finite = array_ops.where(math_ops.is_finite(use_norm), scale,
                                 constant_op.constant(float("nan"), dtype=use_norm.dtype))
        values = [ops.convert_to_tensor(t.values if isinstance(t, ops.IndexedSlices) else t, name="t_%d" % i)
                  if t is not None else t for i, t in enumerate(t_list)]
        clipped = []
        for i in range(len(values)):
            if values[i] is None:
                clipped.append(None)
                continue
            result = array_ops.identity(values[i] * finite, name="%s_%d" % (name, i))
            t = t_list[i]
            clipped.append(
                ops.IndexedSlices(result, t.indices, t.dense_shape) if isinstance(t, ops.IndexedSlices) else result)
        return clipped, use_norm


def clip_by_average_norm(t, clip_norm, name=None):
    with ops.name_scope(name, "clip_by_average_norm", [t, clip_norm]) as name:
        t = ops.convert_to_tensor(t, name="t")
        count = math_ops.cast(array_ops.size(t), t.dtype)
        inverse = math_ops.rsqrt(math_ops.reduce_sum(t * t, math_ops.range(array_ops.rank(t))))
        scaled = t * clip_norm
        mean = inverse * count
        least = math_ops.minimum(mean, constant_op.constant(1.0) / clip_norm)
        return array_ops.identity(scaled * least, name=name)
