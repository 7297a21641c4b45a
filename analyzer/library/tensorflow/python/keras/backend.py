"""The parts of the Keras backend that layers and users' models lean on."""
import _tfscope
from tensorflow.python.framework import constant_op, dtypes, ops
from tensorflow.python.ops import (
    array_ops, clip_ops, control_flow_ops, gradients_impl, init_ops, linalg_ops, math_ops, nn_impl, nn_ops,
    random_ops, state_ops, variables)

from tensorflow.python.keras.backend_config import (
    epsilon, floatx, image_data_format, set_epsilon, set_floatx, set_image_data_format)
from tensorflow.python.keras.backend_images import (
    conv2d_transpose, pad_space, preprocess_image, resize_images, spatial_2d_padding, spatial_3d_padding, temporal_padding)
from tensorflow.python.keras.backend_rnn import rnn

def set_learning_phase(value):
    if value not in (0, 1):
        raise ValueError("Expected learning phase to be 0 or 1.")
    ops.get_default_graph()._attributes["learning_phase"] = value


def learning_phase():
    """What was set for the graph, or a placeholder that each graph has once."""
    phases = ops.get_default_graph()._attributes
    if "learning_phase" not in phases:
        with ops.init_scope(), ops.name_scope(""):
            phases["learning_phase"] = array_ops.placeholder_with_default(False, shape=(), name="keras_learning_phase")
    return phases["learning_phase"]


class learning_phase_scope(object):

    def __init__(self, value):
        if value not in (0, 1):
            raise ValueError("Expected learning phase to be 0 or 1.")
        self._value = value

    def __enter__(self):
        self._phases = ops.get_default_graph()._attributes
        self._old = dict(self._phases)
        set_learning_phase(self._value)

    def __exit__(self, *exception):
        self._phases.pop("learning_phase", None)
        if "learning_phase" in self._old:
            self._phases["learning_phase"] = self._old["learning_phase"]
        return False


def get_uid(prefix=""):
    return _tfscope.next_layer_number(ops.get_default_graph()._id, "uids", prefix)


def unique_object_name(name, zero_based=False, **kwargs):
    """`name`, `name_1`, ... in the order of asking, for each graph."""
    number = _tfscope.next_layer_number(ops.get_default_graph()._id, "layers", name) - (1 if zero_based else 0)
    return "%s_%d" % (name, number) if number else name


def reset_uids():
    pass


def clear_session():
    ops.reset_default_graph()
    learning_phase()


def get_session(op_input_list=()):
    return ops.get_default_session() or _tfscope.unknown("opaque")


def set_session(session):
    pass


def name_scope(name, default_name=None, values=None):
    return ops.name_scope(name, default_name, values)


def int_shape(x):
    shape = x.shape
    return None if shape.ndims is None else tuple(shape.as_list())


def ndim(x):
    return x.shape.ndims


def dtype(x):
    return x.dtype.base_dtype.name


def is_keras_tensor(x):
    return hasattr(x, "_keras_history")


# ---- tensors and variables
def placeholder(shape=None, ndim=None, dtype=None, sparse=False, name=None, ragged=False):
    if not shape and ndim:
        shape = (None,) * ndim
    dtype = floatx() if dtype is None else dtype
    if sparse:
        return array_ops.sparse_placeholder(dtype, shape=shape, name=name)
    return array_ops.placeholder(dtype, shape=shape, name=name)


def constant(value, dtype=None, shape=None, name=None):
    return constant_op.constant(value, dtype=floatx() if dtype is None else dtype, shape=shape, name=name or "Const")


def variable(value, dtype=None, name=None, constraint=None):
    return variables.VariableV1(value, dtype=dtypes.as_dtype(floatx() if dtype is None else dtype), name=name,
                                constraint=constraint, use_resource=True)


def zeros(shape, dtype=None, name=None):
    return _filled(array_ops.zeros, shape, dtype, name)


def ones(shape, dtype=None, name=None):
    return _filled(array_ops.ones, shape, dtype, name)


def _filled(make, shape, dtype, name):
    dtype = floatx() if dtype is None else dtype
    with ops.init_scope():
        value = make(shape=shape, dtype=dtypes.as_dtype(dtype), name=name)
        sizes = value.shape.as_list()
        return value if None in sizes or 0 in sizes else variable(value, dtype=dtype, name=name)


def eye(size, dtype=None, name=None):
    return variable(linalg_ops.eye(size, dtype=dtypes.as_dtype(dtype or floatx())), dtype, name)


def random_uniform_variable(shape, low, high, dtype=None, name=None, seed=None):
    value = init_ops.random_uniform_initializer(low, high, dtype=dtypes.as_dtype(dtype or floatx()), seed=seed or 1)(shape)
    return variable(value, dtype=dtype, name=name)


def random_normal_variable(shape, mean, scale, dtype=None, name=None, seed=None):
    value = init_ops.random_normal_initializer(mean, scale, dtype=dtypes.as_dtype(dtype or floatx()), seed=seed or 1)(shape)
    return variable(value, dtype=dtype, name=name)


def random_normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None):
    return random_ops.random_normal(shape, mean=mean, stddev=stddev, dtype=dtype or floatx(), seed=seed or 1)


def random_uniform(shape, minval=0.0, maxval=1.0, dtype=None, seed=None):
    return random_ops.random_uniform(shape, minval=minval, maxval=maxval, dtype=dtype or floatx(), seed=seed or 1)


def truncated_normal(shape, mean=0.0, stddev=1.0, dtype=None, seed=None):
    return random_ops.truncated_normal(shape, mean, stddev, dtype=dtype or floatx(), seed=seed or 1)


def update(x, new_x):
    return state_ops.assign(x, new_x)


def update_add(x, increment):
    return state_ops.assign_add(x, increment)


def update_sub(x, decrement):
    return state_ops.assign_sub(x, decrement)


def get_value(x):
    return _tfscope.unknown("array")


def set_value(x, value):
    pass


def batch_get_value(tensors):
    return [_tfscope.unknown("array") for _ in tensors]


def batch_set_value(tuples):
    pass


eval = get_value


def gradients(loss, variables):
    return gradients_impl.gradients(loss, variables)


def switch(condition, then_expression, else_expression):
    condition = condition if condition.dtype == dtypes.bool else math_ops.cast(condition, "bool")
    if not condition.shape.ndims:
        return control_flow_ops.cond(condition, _function_of(then_expression), _function_of(else_expression))
    then_value, else_value = _function_of(then_expression)(), _function_of(else_expression)()
    return array_ops.where(condition, then_value, else_value)


def _function_of(expression):
    return expression if callable(expression) else lambda: expression


def in_train_phase(x, alt, training=None):
    if training is None:
        training = learning_phase()
    if not isinstance(training, ops.Tensor):
        if training == 1 or training is True:
            return _function_of(x)()
        if training == 0 or training is False:
            return _function_of(alt)()
    return switch(training, x, alt)


def in_test_phase(x, alt, training=None):
    return in_train_phase(alt, x, training=training)


# ---- values
def _like(value, x):
    return ops.convert_to_tensor(value, dtype=x.dtype.base_dtype)


def clip(x, min_value, max_value):
    if max_value is not None and max_value < min_value:
        max_value = min_value
    least, most = _like(min_value, x), _like(float("inf") if max_value is None else max_value, x)
    return clip_ops.clip_by_value(x, least, most)


def sqrt(x):
    zero, infinite = _like(0., x), _like(float("inf"), x)
    return math_ops.sqrt(clip_ops.clip_by_value(x, zero, infinite))


def concatenate(tensors, axis=-1):
    if axis < 0:
        rank = tensors[0].shape.ndims
        axis = axis % rank if rank else 0
    return array_ops.concat(list(tensors), axis)


def repeat(x, n):
    x = array_ops.expand_dims(x, 1)
    return array_ops.tile(x, array_ops.stack([1, n, 1]))


def repeat_elements(x, rep, axis):
    sizes = x.shape.as_list()
    if sizes[axis] is not None:
        parts = array_ops.split(value=x, num_or_size_splits=sizes[axis], axis=axis)
        return concatenate([part for part in parts for _ in range(rep)], axis)
    shape = array_ops.shape(x)
    counts = [float(rep) if i == axis + 1 else 1. for i in range(len(sizes) + 1)]
    repeated = array_ops.tile(array_ops.expand_dims(x, axis=axis + 1), [int(count) for count in counts])
    shape = shape * constant_op.constant([rep if i == axis else 1 for i in range(len(sizes))], dtype="int32")
    repeated = array_ops.reshape(repeated, shape)
    repeated.set_shape(sizes)
    return repeated


def batch_dot(x, y, axes=None):
    axes = (axes, axes) if isinstance(axes, int) else axes
    first, second = x.shape.ndims, y.shape.ndims
    axes = [first - 1, second - 2] if axes is None else axes
    extra = first - second
    if extra > 0:
        y = array_ops.reshape(y, array_ops.concat([array_ops.shape(y), [1] * extra], axis=0))
    elif extra < 0:
        x = array_ops.reshape(x, array_ops.concat([array_ops.shape(x), [1] * -extra], axis=0))
    if x.shape.ndims == 2 and y.shape.ndims == 2:
        x = x if axes[0] == axes[1] else array_ops.transpose(x, [1, 0])
        out = math_ops.reduce_sum(math_ops.multiply(x, y), axes[1])
    else:
        out = math_ops.matmul(x, y, adjoint_a=None if axes[0] == x.shape.ndims - 1 else True,
                              adjoint_b=True if axes[1] == y.shape.ndims - 1 else None)
    if extra:
        start = first + second - 3 if extra > 0 else first - 1
        out = array_ops.squeeze(out, list(range(start, start + (extra if extra > 0 else -extra))))
    return array_ops.expand_dims(out, 1) if out.shape.ndims == 1 else out


def bias_add(x, bias, data_format=None):
    data_format, rank = data_format or image_data_format(), x.shape.ndims
    if data_format not in ("channels_first", "channels_last"):
        raise ValueError("Unknown data_format: " + str(data_format))
    sizes = int_shape(bias)
    if len(sizes) != 1 and len(sizes) != rank - 1:
        raise ValueError("Unexpected bias dimensions %d, expect to be 1 or %d dimensions" % (len(sizes), rank))
    if rank == 4 and len(sizes) == 1 and data_format == "channels_last" or rank not in (3, 4, 5):
        return nn_ops.bias_add(x, bias)
    if data_format == "channels_first":
        shape = (1, sizes[-1]) + ((1,) * (rank - 2) if len(sizes) == 1 else sizes[:-1])
    else:
        shape = (1,) * (rank - 1 if rank != 5 else 3) + sizes if len(sizes) == 1 else (1,) + sizes
    return x + array_ops.reshape(bias, shape)


def dot(x, y):
    if x.shape.ndims is None or x.shape.ndims <= 2 and y.shape.ndims <= 2:
        return math_ops.matmul(x, y)
    first, second = _mixed_shape(x), _mixed_shape(y)
    order = list(range(y.shape.ndims))
    order = [order.pop(-2)] + order
    rows = array_ops.reshape(x, [-1, first[-1]])
    columns = array_ops.reshape(array_ops.transpose(y, perm=order), [second[-2], -1])
    return array_ops.reshape(math_ops.matmul(rows, columns), first[:-1] + second[:-2] + second[-1:])


def _mixed_shape(x):
    """Sizes where they are known, tensors elsewhere."""
    return tuple([size if known is None else known
                  for known, size in zip(x.shape.as_list(), array_ops.unstack(array_ops.shape(x)))])


def relu(x, alpha=0., max_value=None, threshold=0):
    if alpha != 0.:
        if max_value is None and threshold == 0:
            return nn_ops.leaky_relu(x, alpha=alpha)
        negative = nn_ops.relu(-x + threshold) if threshold != 0 else nn_ops.relu(-x)
    clipped = max_value is not None
    if threshold != 0:
        x = x * math_ops.cast(math_ops.greater(x, threshold), floatx())
    elif max_value == 6:
        x, clipped = nn_ops.relu6(x), False
    else:
        x = nn_ops.relu(x)
    if clipped:
        most, zero = _like(max_value, x), _like(0., x)
        x = clip_ops.clip_by_value(x, zero, most)
    return x if alpha == 0. else x - _like(alpha, x) * negative


def elu(x, alpha=1.):
    result = nn_ops.elu(x)
    return result if alpha == 1 else array_ops.where(x > 0, result, alpha * result)


def hard_sigmoid(x):
    slope, shift = _like(0.2, x), _like(0.5, x)
    return clip_ops.clip_by_value(math_ops.add(math_ops.multiply(x, slope), shift), 0., 1.)


# ---- operations under the names of Keras
identity, zeros_like, ones_like = array_ops.identity, array_ops.zeros_like, array_ops.ones_like
stop_gradient, expand_dims, squeeze, tile, gather = (
    array_ops.stop_gradient, array_ops.expand_dims, array_ops.squeeze, array_ops.tile, array_ops.gather)
reshape, shape, transpose = array_ops.reshape, array_ops.shape, array_ops.transpose
cast, square, exp, log, abs, pow, sign, sin, cos, round = (
    math_ops.cast, math_ops.square, math_ops.exp, math_ops.log, math_ops.abs, math_ops.pow, math_ops.sign, math_ops.sin,
    math_ops.cos, math_ops.round)
equal, not_equal, greater, greater_equal, less, less_equal, maximum, minimum = (
    math_ops.equal, math_ops.not_equal, math_ops.greater, math_ops.greater_equal, math_ops.less, math_ops.less_equal,
    math_ops.maximum, math_ops.minimum)
sigmoid, tanh, softplus, softsign, softmax = (
    math_ops.sigmoid, math_ops.tanh, nn_ops.softplus, nn_ops.softsign, nn_ops.softmax)
l2_normalize, in_top_k = nn_impl.l2_normalize, nn_ops.in_top_k


def permute_dimensions(x, pattern):
    return array_ops.transpose(x, perm=pattern)


def stack(x, axis=0):
    return array_ops.stack(x, axis=axis)


def reverse(x, axes):
    return array_ops.reverse(x, [axes] if isinstance(axes, int) else axes)


def one_hot(indices, num_classes):
    return array_ops.one_hot(indices, depth=num_classes, axis=-1)


def flatten(x):
    return array_ops.reshape(x, [-1])


def batch_flatten(x):
    return array_ops.reshape(x, array_ops.stack([-1, math_ops.reduce_prod(array_ops.shape(x)[1:])]))


def argmax(x, axis=-1):
    return math_ops.argmax(x, axis)


def argmin(x, axis=-1):
    return math_ops.argmin(x, axis)


def _number(x):
    return math_ops.cast(x, floatx()) if x.dtype.base_dtype == dtypes.bool else x


def sum(x, axis=None, keepdims=False):
    return math_ops.reduce_sum(x, axis, keepdims)


def max(x, axis=None, keepdims=False):
    return math_ops.reduce_max(x, axis, keepdims)


def min(x, axis=None, keepdims=False):
    return math_ops.reduce_min(x, axis, keepdims)


def prod(x, axis=None, keepdims=False):
    return math_ops.reduce_prod(x, axis, keepdims)


def mean(x, axis=None, keepdims=False):
    return math_ops.reduce_mean(_number(x), axis, keepdims)


def any(x, axis=None, keepdims=False):
    return math_ops.reduce_any(math_ops.cast(x, dtypes.bool), axis, keepdims)


def all(x, axis=None, keepdims=False):
    return math_ops.reduce_all(math_ops.cast(x, dtypes.bool), axis, keepdims)
