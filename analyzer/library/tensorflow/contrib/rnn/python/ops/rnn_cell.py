"""Cells of contrib."""

from tensorflow.contrib.rnn.python.ops.convolutional_cells import (
    Conv1DLSTMCell, Conv2DLSTMCell, Conv3DLSTMCell, ConvLSTMCell)
from tensorflow.contrib.rnn.python.ops.core_rnn_cell import CellAround, CellInside, _Linear, input_size, normalized
from tensorflow.contrib.rnn.python.ops.long_memory_cells import (
    CoupledInputForgetGateLSTMCell, GLSTMCell, LayerNormLSTMCell)
from tensorflow.python.framework import tensor_shape
from tensorflow.python.keras.engine.input_spec import InputSpec
from tensorflow.python.ops import array_ops, init_ops, math_ops, nn_ops
from tensorflow.python.ops import variable_scope as vs
from tensorflow.python.ops.rnn_cell_impl import LayerRNNCell, LSTMStateTuple, RNNCell, SizedByProjection, SizedByUnits
from tensorflow.python.util import nest


class _SizedCell(SizedByUnits, RNNCell):

    def __init__(self, num_units, reuse=None):
        super(_SizedCell, self).__init__(_reuse=reuse)
        self._num_units = num_units


class AttentionCellWrapper(CellAround):

    def __init__(self, cell, attn_length, attn_size=None, attn_vec_size=None, input_size=None, state_is_tuple=True,
                 reuse=None):
        super(AttentionCellWrapper, self).__init__(cell, reuse)
        if nest.is_sequence(cell.state_size) and not state_is_tuple:
            raise ValueError("Cell returns tuple of states, but the flag state_is_tuple is not set. State size is: %s" %
                             str(cell.state_size))
        if attn_length <= 0:
            raise ValueError("attn_length should be greater than zero, got %s" % str(attn_length))
        self._state_is_tuple, self._input_size = state_is_tuple, input_size
        self._attn_length = attn_length
        self._attn_size = cell.output_size if attn_size is None else attn_size
        self._attn_vec_size = self._attn_size if attn_vec_size is None else attn_vec_size
        self._linears = {}

    @property
    def state_size(self):
        size = self._cell.state_size, self._attn_size, self._attn_size * self._attn_length
        return size if self._state_is_tuple else sum(size)

    @property
    def output_size(self):
        return self._attn_size

    def zero_state(self, batch_size, dtype):
        return RNNCell.zero_state(self, batch_size, dtype)

    def _linear(self, which, arguments, size):
        if which not in self._linears:
            self._linears[which] = _Linear(arguments, size, True)
        return self._linears[which](arguments)

    def call(self, inputs, state):
        if self._state_is_tuple:
            state, attention, memory = state
        else:
            state, attention, memory = array_ops.split(
                state, [self._cell.state_size, self._attn_size, self._attn_size * self._attn_length], 1)
        memory = array_ops.reshape(memory, [-1, self._attn_length, self._attn_size])
        size = inputs.get_shape().as_list()[1] if self._input_size is None else self._input_size
        inputs = self._linear("input", [inputs, attention], size)
        output, new_state = self._cell(inputs, state)
        query = array_ops.concat(nest.flatten(new_state), 1) if self._state_is_tuple else new_state
        attention, memory = self._attend(query, memory)
        with vs.variable_scope("attn_output_projection"):
            output = self._linear("output", [output, attention], self._attn_size)
        memory = array_ops.concat([memory, array_ops.expand_dims(output, 1)], 1)
        memory = array_ops.reshape(memory, [-1, self._attn_length * self._attn_size])
        new_state = new_state, attention, memory
        return output, new_state if self._state_is_tuple else array_ops.concat(list(new_state), 1)

    def _attend(self, query, memory):
        with vs.variable_scope("attention"):
            kernel = vs.get_variable("attn_w", [1, 1, self._attn_size, self._attn_vec_size])
            vector = vs.get_variable("attn_v", [self._attn_vec_size])
            hidden = array_ops.reshape(memory, [-1, self._attn_length, 1, self._attn_size])
            features = nn_ops.conv2d(hidden, kernel, [1, 1, 1, 1], "SAME")
            y = self._linear("query", query, self._attn_vec_size)
            y = array_ops.reshape(y, [-1, 1, 1, self._attn_vec_size])
            weights = nn_ops.softmax(math_ops.reduce_sum(vector * math_ops.tanh(features + y), [2, 3]))
            weights = array_ops.reshape(weights, [-1, self._attn_length, 1, 1])
            attention = array_ops.reshape(math_ops.reduce_sum(weights * hidden, [1, 2]), [-1, self._attn_size])
            return attention, array_ops.slice(memory, [0, 1, 0], [-1, -1, -1])


class HighwayWrapper(CellInside):

    def __init__(self, cell, couple_carry_transform_gates=True, carry_bias_init=1.0):
        self._cell = cell
        self._coupled, self._bias = couple_carry_transform_gates, carry_bias_init

    def _gate(self, name, value, size, bias):
        kernel = vs.get_variable(name + "_w", [size, size])
        bias = vs.get_variable(name + "_b", [size], initializer=init_ops.constant_initializer(bias))
        return math_ops.sigmoid(nn_ops.xw_plus_b(value, kernel, bias))

    def _highway(self, value, output):
        size = value.get_shape().with_rank(2).dims[1].value
        carry = self._gate("carry", value, size, self._bias)
        transform = 1 - carry if self._coupled else self._gate("transform", value, size, -self._bias)
        return value * carry + output * transform

    def __call__(self, inputs, state, scope=None):
        outputs, new_state = self._cell(inputs, state, scope=scope)
        nest.assert_same_structure(inputs, outputs)
        for one, other in zip(nest.flatten(inputs), nest.flatten(outputs)):
            one.get_shape().assert_is_compatible_with(other.get_shape())
        return nest.map_structure(self._highway, inputs, outputs), new_state


class CompiledWrapper(CellInside):
    """A cell that XLA may compile."""

    def __init__(self, cell, compile_stateful=False):
        self._cell = cell

    def __call__(self, inputs, state, scope=None):
        return self._cell(inputs, state, scope=scope)


class LayerNormBasicLSTMCell(_SizedCell):

    def __init__(self, num_units, forget_bias=1.0, input_size=None, activation=math_ops.tanh, layer_norm=True,
                 norm_gain=1.0, norm_shift=0.0, dropout_keep_prob=1.0, dropout_prob_seed=None, reuse=None):
        super(LayerNormBasicLSTMCell, self).__init__(num_units, reuse)
        self._activation, self._forget_bias, self._keep_prob = activation, forget_bias, dropout_keep_prob
        self._layer_norm = layer_norm
        self._gain, self._shift = norm_gain, norm_shift

    @property
    def state_size(self):
        return LSTMStateTuple(self._num_units, self._num_units)

    def _norm(self, value, scope):
        return normalized(value, scope, self._gain, self._shift, value.dtype) if self._layer_norm else value

    def _linear(self, value):
        size = 4 * self._num_units
        kernel = vs.get_variable("kernel", [value.get_shape()[-1], size], dtype=value.dtype)
        result = math_ops.matmul(value, kernel)
        if self._layer_norm:
            return result
        return nn_ops.bias_add(result, vs.get_variable("bias", [size], dtype=value.dtype))

    def call(self, inputs, state):
        c, h = state
        gates = array_ops.split(value=self._linear(array_ops.concat([inputs, h], 1)), num_or_size_splits=4, axis=1)
        i, j, f, o = [self._norm(gate, name) for gate, name in zip(gates, ("input", "transform", "forget", "output"))]
        g = self._activation(j)
        if not isinstance(self._keep_prob, float) or self._keep_prob < 1:
            g = nn_ops.dropout(g, self._keep_prob)
        new_c = self._norm(c * math_ops.sigmoid(f + self._forget_bias) + math_ops.sigmoid(i) * g, "state")
        new_h = self._activation(new_c) * math_ops.sigmoid(o)
        return new_h, LSTMStateTuple(new_c, new_h)


class NASCell(SizedByProjection, LayerRNNCell):
    _NAS_BASE = 8

    def __init__(self, num_units, num_proj=None, use_bias=False, reuse=None, **kwargs):
        super(NASCell, self).__init__(_reuse=reuse, **kwargs)
        self._num_units, self._num_proj, self._use_bias = num_units, num_proj, use_bias

    def build(self, inputs_shape):
        size = tensor_shape.dimension_value(tensor_shape.TensorShape(inputs_shape).with_rank(2)[1])
        if size is None:
            raise ValueError("Could not infer input size from inputs.get_shape()[-1]")
        width = self._NAS_BASE * self._num_units
        self.recurrent_kernel = self.add_variable("recurrent_kernel", [self.output_size, width])
        self.kernel = self.add_variable("kernel", [size, width])
        if self._use_bias:
            self.bias = self.add_variable("bias", shape=[width], initializer=init_ops.zeros_initializer)
        if self._num_proj is not None:
            self.projection_weights = self.add_variable("projection_weights", [self._num_units, self._num_proj])
        self.built = True

    def call(self, inputs, state):
        c, m = state
        m = math_ops.matmul(m, self.recurrent_kernel)
        x = math_ops.matmul(inputs, self.kernel)
        if self._use_bias:
            m = nn_ops.bias_add(m, self.bias)
        m = array_ops.split(axis=1, num_or_size_splits=self._NAS_BASE, value=m)
        x = array_ops.split(axis=1, num_or_size_splits=self._NAS_BASE, value=x)
        sigmoid, tanh, relu = math_ops.sigmoid, math_ops.tanh, nn_ops.relu
        functions = sigmoid, relu, sigmoid, relu, tanh, sigmoid, tanh, sigmoid
        first = [functions[i](x[i] * m[i] if i == 3 else x[i] + m[i]) for i in range(self._NAS_BASE)]
        second = [tanh(first[0] * first[1]), tanh(first[2] + first[3]), tanh(first[4] * first[5]),
                  sigmoid(first[6] + first[7])]
        new_c = tanh(second[0] + c) * second[1]
        new_m = tanh(new_c * tanh(second[2] + second[3]))
        if self._num_proj is not None:
            new_m = math_ops.matmul(new_m, self.projection_weights)
        return new_m, LSTMStateTuple(new_c, new_m)


class UGRNNCell(_SizedCell):

    def __init__(self, num_units, initializer=None, forget_bias=1.0, activation=math_ops.tanh, reuse=None):
        super(UGRNNCell, self).__init__(num_units, reuse)
        self._initializer, self._forget_bias, self._activation = initializer, forget_bias, activation
        self._linear = None

    def call(self, inputs, state):
        input_size(inputs)
        with vs.variable_scope(vs.get_variable_scope(), initializer=self._initializer):
            both = array_ops.concat([inputs, state], 1)
            if self._linear is None:
                self._linear = _Linear(both, 2 * self._num_units, True)
            gate, candidate = array_ops.split(axis=1, num_or_size_splits=2, value=self._linear(both))
            candidate = self._activation(candidate)
            gate = math_ops.sigmoid(gate + self._forget_bias)
            output = gate * state + (1.0 - gate) * candidate
        return output, output


class IntersectionRNNCell(_SizedCell):

    def __init__(self, num_units, num_in_proj=None, initializer=None, forget_bias=1.0, y_activation=nn_ops.relu,
                 reuse=None):
        super(IntersectionRNNCell, self).__init__(num_units, reuse)
        self._initializer, self._forget_bias, self._y_activation = initializer, forget_bias, y_activation
        self._num_input_proj = num_in_proj
        self._linear1 = self._linear2 = None

    def call(self, inputs, state):
        size, units = input_size(inputs), self._num_units
        with vs.variable_scope(vs.get_variable_scope(), initializer=self._initializer):
            if size != units and not self._num_input_proj:
                raise ValueError("Must have input size == output size for Intersection RNN. To fix, num_in_proj should be "
                                 "set to num_units at cell init.")
            if size != units:
                with vs.variable_scope("in_projection"):
                    if self._linear1 is None:
                        self._linear1 = _Linear(inputs, units, True)
                    inputs = self._linear1(inputs)
            both = array_ops.concat([inputs, state], 1)
            if self._linear2 is None:
                self._linear2 = _Linear(both, 4 * units, True)
            parts = self._linear2(both)
            gh, h, gy, y = [parts[:, i * units:(i + 1) * units] for i in range(4)]
            h, y = math_ops.tanh(h), self._y_activation(y)
            gh, gy = math_ops.sigmoid(gh + self._forget_bias), math_ops.sigmoid(gy + self._forget_bias)
            new_state = gh * state + (1.0 - gh) * h
            return gy * inputs + (1.0 - gy) * y, new_state


class SRUCell(LayerRNNCell):

    def __init__(self, num_units, activation=None, reuse=None, name=None, **kwargs):
        super(SRUCell, self).__init__(_reuse=reuse, name=name, **kwargs)
        self._num_units = num_units
        self._activation = activation or math_ops.tanh
        self.input_spec = InputSpec(ndim=2)

    def build(self, inputs_shape):
        size = inputs_shape.as_list()[1]
        if size is None:
            raise ValueError("Expected inputs.shape[-1] to be known, saw shape: %s" % inputs_shape)
        self._kernel = self.add_variable("kernel", shape=[size, 4 * self._num_units])
        self._bias = self.add_variable("bias", shape=[2 * self._num_units], initializer=init_ops.zeros_initializer)
        self._built = True

    def call(self, inputs, state):
        parts = array_ops.split(math_ops.matmul(inputs, self._kernel), 4, axis=1)
        gates = array_ops.split(
            math_ops.sigmoid(nn_ops.bias_add(array_ops.concat(parts[1:3], 1), self._bias)), 2, axis=1)
        c = gates[0] * state + (1.0 - gates[0]) * parts[0]
        return gates[1] * self._activation(c) + (1.0 - gates[1]) * parts[3], c
