"""Variants of the LSTM cell: with normalized gates, with groups, with coupled gates."""

from tensorflow.contrib.rnn.python.ops.core_rnn_cell import _Linear, _depth, input_size, normalized
from tensorflow.python.framework import tensor_shape
from tensorflow.python.ops import array_ops, clip_ops, init_ops, math_ops, nn_ops
from tensorflow.python.ops import variable_scope as vs
from tensorflow.python.ops.rnn_cell_impl import LSTMStateTuple, RNNCell, SizedByProjection


class _ProjectedCell(SizedByProjection, RNNCell):

    def _sizes(self, num_units, num_proj, state_is_tuple=True):
        self._num_units, self._num_proj, self._state_is_tuple = num_units, num_proj, state_is_tuple

    def _norm(self, value, scope):
        return normalized(value, scope, self._gain, self._shift)

    def _clipped(self, value, limit):
        return value if limit is None else clip_ops.clip_by_value(value, -limit, limit)


class CoupledInputForgetGateLSTMCell(_ProjectedCell):

    def __init__(self, num_units, use_peepholes=False, initializer=None, num_proj=None, proj_clip=None, num_unit_shards=1,
                 num_proj_shards=1, forget_bias=1.0, state_is_tuple=True, activation=math_ops.tanh, reuse=None,
                 layer_norm=False, norm_gain=1.0, norm_shift=0.0):
        super(CoupledInputForgetGateLSTMCell, self).__init__(_reuse=reuse)
        self._sizes(num_units, num_proj, state_is_tuple)
        self._use_peepholes, self._forget_bias, self._activation = use_peepholes, forget_bias, activation
        self._proj_clip, self._unit_shards, self._proj_shards = proj_clip, num_unit_shards, num_proj_shards
        self._layer_norm, self._gain, self._shift = layer_norm, norm_gain, norm_shift

    def _sharded(self, name, shape, dtype, shards):
        """One variable, or rows of several side by side."""
        if shape[0] % shards and shape[0] < shards:
            raise ValueError("Too many shards: shape=%s, num_shards=%d" % (shape, shards))
        rows = [shape[0] // shards + (i < shape[0] % shards) for i in range(shards)]
        parts = [vs.get_variable(name + "_%d" % i, [rows[i]] + shape[1:], dtype=dtype) for i in range(shards)]
        return parts[0] if shards == 1 else array_ops.concat(parts, 0, name=name + "/concat")

    def call(self, inputs, state):
        c, m = state if self._state_is_tuple else array_ops.split(state, [self._num_units, self.output_size], 1)
        units, dtype = self._num_units, inputs.dtype
        rows = input_size(inputs) + (units if self._num_proj is None else self._num_proj)
        kernel = self._sharded("W", [rows, 3 * units], dtype, self._unit_shards)
        bias = vs.get_variable("B", shape=[3 * units], initializer=init_ops.zeros_initializer(), dtype=dtype)
        gates = math_ops.matmul(array_ops.concat([inputs, m], 1), kernel)
        if not self._layer_norm:
            gates = nn_ops.bias_add(gates, bias)
        parts = array_ops.split(value=gates, num_or_size_splits=3, axis=1)
        if self._layer_norm:
            parts = [self._norm(part, name) for part, name in zip(parts, ("transform", "forget", "output"))]
        j, f, o = parts
        if self._use_peepholes:
            f_diagonal = vs.get_variable("W_F_diag", shape=[units], dtype=dtype)
            o_diagonal = vs.get_variable("W_O_diag", shape=[units], dtype=dtype)
        f = f + self._forget_bias
        f = math_ops.sigmoid(f + f_diagonal * c if self._use_peepholes else f)
        c = f * c + (1 - f) * self._activation(j)
        if self._layer_norm:
            c = self._norm(c, "state")
        m = math_ops.sigmoid(o + o_diagonal * c if self._use_peepholes else o) * self._activation(c)
        if self._num_proj is not None:
            m = math_ops.matmul(m, self._sharded("W_P", [units, self._num_proj], dtype, self._proj_shards))
            m = self._clipped(m, self._proj_clip)
        return m, LSTMStateTuple(c, m) if self._state_is_tuple else array_ops.concat([c, m], 1)


class GLSTMCell(_ProjectedCell):

    def __init__(self, num_units, initializer=None, num_proj=None, number_of_groups=1, forget_bias=1.0,
                 activation=math_ops.tanh, reuse=None):
        super(GLSTMCell, self).__init__(_reuse=reuse)
        if num_units % number_of_groups != 0:
            raise ValueError("num_units must be divisible by number_of_groups")
        if num_proj and num_proj % number_of_groups != 0:
            raise ValueError("num_proj must be divisible by number_of_groups")
        self._sizes(num_units, num_proj)
        self._initializer, self._forget_bias, self._activation = initializer, forget_bias, activation
        self._groups = number_of_groups
        self._linears = [None] * (number_of_groups + 1)

    def _applied(self, i, value, size):
        if self._linears[i] is None:
            self._linears[i] = _Linear(value, size, False)
        return self._linears[i](value)

    def _group(self, value, i, size, batch_size):
        return array_ops.slice(input_=value, begin=[0, i * size], size=[batch_size, size],
                               name="GLSTM_group%d_input_generation" % i)

    def call(self, inputs, state):
        c, m = state
        batch_size = tensor_shape.dimension_value(inputs.shape[0]) or array_ops.shape(inputs)[0]
        size = tensor_shape.dimension_value(inputs.shape[1])
        if size is None:
            raise ValueError("input size must be statically known")
        if size % self._groups != 0:
            raise ValueError("input size (%d) must be divisible by number_of_groups (%d)" % (size, self._groups))
        width, count = self._num_units // self._groups, self._groups
        with vs.variable_scope(vs.get_variable_scope(), initializer=self._initializer):
            parts = []
            for i in range(count):
                with vs.variable_scope("group%d" % i):
                    value = array_ops.concat([self._group(inputs, i, size // count, batch_size),
                                              self._group(m, i, self.output_size // count, batch_size)], axis=1)
                    parts.append(array_ops.split(self._applied(i, value, 4 * width), 4, 1))
            biases = [vs.get_variable(name="bias_" + gate, shape=[self._num_units], dtype=inputs.dtype,
                                      initializer=init_ops.constant_initializer(0.0, dtype=inputs.dtype))
                      for gate in "ijfo"]
            i, j, f, o = [nn_ops.bias_add(array_ops.concat(list(gate), axis=1), bias)
                          for gate, bias in zip(zip(*parts), biases)]
        c = math_ops.sigmoid(f + self._forget_bias) * c + math_ops.sigmoid(i) * math_ops.tanh(j)
        m = math_ops.sigmoid(o) * self._activation(c)
        if self._num_proj is not None:
            with vs.variable_scope("projection"):
                m = self._applied(count, m, self._num_proj)
        return m, LSTMStateTuple(c, m)


class LayerNormLSTMCell(_ProjectedCell):

    def __init__(self, num_units, use_peepholes=False, cell_clip=None, initializer=None, num_proj=None, proj_clip=None,
                 forget_bias=1.0, activation=None, layer_norm=False, norm_gain=1.0, norm_shift=0.0, reuse=None):
        super(LayerNormLSTMCell, self).__init__(_reuse=reuse)
        self._sizes(num_units, num_proj)
        self._use_peepholes, self._forget_bias = use_peepholes, forget_bias
        self._cell_clip, self._proj_clip, self._initializer = cell_clip, proj_clip, initializer
        self._activation = activation or math_ops.tanh
        self._layer_norm, self._gain, self._shift = layer_norm, norm_gain, norm_shift

    def _gates(self, inputs, m):
        """With normalization the bias is made, and not used."""
        arguments, dtype = [inputs, m], inputs.dtype
        with vs.variable_scope(vs.get_variable_scope()) as outer_scope:
            kernel = vs.get_variable("kernel", [_depth(arguments), 4 * self._num_units], dtype=dtype)
            result = math_ops.matmul(array_ops.concat(arguments, 1), kernel)
            with vs.variable_scope(outer_scope) as inner_scope:
                inner_scope.set_partitioner(None)
                bias = vs.get_variable("bias", [4 * self._num_units], dtype=dtype,
                                       initializer=init_ops.constant_initializer(0.0, dtype=dtype))
        result = result if self._layer_norm else nn_ops.bias_add(result, bias)
        parts = array_ops.split(value=result, num_or_size_splits=4, axis=1)
        if not self._layer_norm:
            return parts
        return [self._norm(part, name) for part, name in zip(parts, ("input", "transform", "forget", "output"))]

    def call(self, inputs, state):
        c, m = state
        input_size(inputs)
        sigmoid, peeps = math_ops.sigmoid, self._use_peepholes
        with vs.variable_scope(vs.get_variable_scope(), initializer=self._initializer) as unit_scope:
            i, j, f, o = self._gates(inputs, m)
            if peeps:
                with vs.variable_scope(unit_scope):
                    w_f, w_i, w_o = [vs.get_variable("w_%s_diag" % gate, shape=[self._num_units], dtype=inputs.dtype)
                                     for gate in "fio"]
            f = f + self._forget_bias
            new_c = (sigmoid(f + w_f * c if peeps else f) * c +
                     sigmoid(i + w_i * c if peeps else i) * self._activation(j))
            if self._layer_norm:
                new_c = self._norm(new_c, "state")
            new_c = self._clipped(new_c, self._cell_clip)
            m = sigmoid(o + w_o * new_c if peeps else o) * self._activation(new_c)
            if self._num_proj is not None:
                with vs.variable_scope("projection"):
                    m = _Linear(m, self._num_proj, False)(m)
                m = self._clipped(m, self._proj_clip)
        return m, LSTMStateTuple(new_c, m)
