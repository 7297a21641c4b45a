"""Cells that change a cell's input or output by a linear map, and that map."""

import math

from tensorflow.contrib.layers.python.layers import layers
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, embedding_ops, init_ops, math_ops, nn_ops
from tensorflow.python.ops import variable_scope as vs
from tensorflow.python.ops.rnn_cell_impl import RNNCell, assert_like_rnncell
from tensorflow.python.util import nest


def _depth(arguments):
    """The size of the tensors side by side."""
    shapes = [argument.get_shape() for argument in arguments]
    for shape in shapes:
        if shape.ndims != 2:
            raise ValueError("linear is expecting 2D arguments: %s" % shapes)
        if shape.dims[1].value is None:
            raise ValueError("linear expects shape[1] to be provided for shape %s, but saw %s" % (shape, shape[1]))
    return sum([shape.dims[1].value for shape in shapes])


def _variables(arguments, output_size, bias, bias_initializer, kernel_initializer):
    """`kernel` and `bias` of the current scope; a bias is never partitioned."""
    dtype = arguments[0].dtype
    depth = _depth(arguments)
    with vs.variable_scope(vs.get_variable_scope()) as outer_scope:
        kernel = vs.get_variable("kernel", [depth, output_size], dtype=dtype, initializer=kernel_initializer)
        if not bias:
            return kernel, None
        with vs.variable_scope(outer_scope) as inner_scope:
            inner_scope.set_partitioner(None)
            if bias_initializer is None:
                bias_initializer = init_ops.constant_initializer(0.0, dtype=dtype)
            return kernel, vs.get_variable("bias", [output_size], dtype=dtype, initializer=bias_initializer)


def _arguments(args):
    if args is None or nest.is_sequence(args) and not args:
        raise ValueError("`args` must be specified")
    return list(args) if nest.is_sequence(args) else [args]


def _applied(arguments, kernel, bias):
    value = arguments[0] if len(arguments) == 1 else array_ops.concat(arguments, 1)
    result = math_ops.matmul(value, kernel)
    return result if bias is None else nn_ops.bias_add(result, bias)


class _Linear(object):

    def __init__(self, args, output_size, build_bias, bias_initializer=None, kernel_initializer=None):
        self._kernel, self._bias = _variables(_arguments(args), output_size, build_bias, bias_initializer,
                                              kernel_initializer)

    def __call__(self, args):
        return _applied(_arguments(args), self._kernel, self._bias)


def _linear(args, output_size, bias, bias_initializer=None, kernel_initializer=None):
    return _Linear(args, output_size, bias, bias_initializer, kernel_initializer)(args)


def input_size(inputs):
    size = inputs.get_shape().with_rank(2).dims[1].value
    if size is None:
        raise ValueError("Could not infer input size from inputs.get_shape()[-1]")
    return size


def normalized(value, scope, gain, shift, dtype=dtypes.float32):
    """Layer normalization whose variables are made beforehand, with initial values of the cell's own."""
    shape = value.get_shape()[-1:]
    with vs.variable_scope(scope):
        vs.get_variable("gamma", shape=shape, initializer=init_ops.constant_initializer(gain), dtype=dtype)
        vs.get_variable("beta", shape=shape, initializer=init_ops.constant_initializer(shift), dtype=dtype)
    return layers.layer_norm(value, reuse=True, scope=scope)


class CellInside(RNNCell):
    """Sizes and states are those of `_cell`."""

    @property
    def state_size(self):
        return self._cell.state_size

    @property
    def output_size(self):
        return self._cell.output_size

    def zero_state(self, batch_size, dtype):
        with ops.name_scope(type(self).__name__ + "ZeroState", values=[batch_size]):
            return self._cell.zero_state(batch_size, dtype)


class CellAround(CellInside):
    """A layer with a cell inside."""

    def __init__(self, cell, reuse=None):
        super(CellAround, self).__init__(_reuse=reuse)
        assert_like_rnncell("cell", cell)
        self._cell = cell


class EmbeddingWrapper(CellAround):

    def __init__(self, cell, embedding_classes, embedding_size, initializer=None, reuse=None):
        super(EmbeddingWrapper, self).__init__(cell, reuse)
        if embedding_classes <= 0 or embedding_size <= 0:
            raise ValueError("Both embedding_classes and embedding_size must be > 0: %d, %d." % (
                embedding_classes, embedding_size))
        self._shape = [embedding_classes, embedding_size]
        self._initializer = initializer

    def call(self, inputs, state):
        with ops.device("/cpu:0"):
            limit = math.sqrt(3)
            initializer = (self._initializer or vs.get_variable_scope().initializer or
                           init_ops.random_uniform_initializer(-limit, limit))
            dtype = (state[0] if isinstance(state, tuple) else state).dtype
            embedding = vs.get_variable("embedding", self._shape, initializer=initializer, dtype=dtype)
            embedded = embedding_ops.embedding_lookup(embedding, array_ops.reshape(inputs, [-1]))
            return self._cell(embedded, state)


class InputProjectionWrapper(CellAround):

    def __init__(self, cell, num_proj, activation=None, input_size=None, reuse=None):
        super(InputProjectionWrapper, self).__init__(cell, reuse)
        self._num_proj, self._activation, self._linear = num_proj, activation, None

    def call(self, inputs, state):
        if self._linear is None:
            self._linear = _Linear(inputs, self._num_proj, True)
        projected = self._linear(inputs)
        return self._cell(self._activation(projected) if self._activation else projected, state)


class OutputProjectionWrapper(CellAround):

    def __init__(self, cell, output_size, activation=None, reuse=None):
        super(OutputProjectionWrapper, self).__init__(cell, reuse)
        if output_size < 1:
            raise ValueError("Parameter output_size must be > 0: %d." % output_size)
        self._output_size, self._activation, self._linear = output_size, activation, None

    @property
    def output_size(self):
        return self._output_size

    def call(self, inputs, state):
        output, new_state = self._cell(inputs, state)
        if self._linear is None:
            self._linear = _Linear(output, self._output_size, True)
        projected = self._linear(output)
        return self._activation(projected) if self._activation else projected, new_state
