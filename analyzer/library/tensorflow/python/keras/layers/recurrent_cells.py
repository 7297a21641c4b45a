"""Keras' recurrent cells: what is computed in one step."""
from tensorflow.python.framework import tensor_shape
from tensorflow.python.keras import activations, backend, constraints, initializers, regularizers
from tensorflow.python.keras.engine.base_layer import Layer
from tensorflow.python.ops import array_ops, init_ops, nn_ops
from tensorflow.python.util import nest, signatures


def zero_states(batch_size, state_size, dtype):
    if batch_size is None or dtype is None:
        raise ValueError("batch_size and dtype cannot be None while constructing initial state: batch_size={}, dtype={}".format(
            batch_size, dtype))
    return nest.map_structure(
        lambda size: array_ops.zeros([batch_size] + tensor_shape.as_shape(size).as_list(), dtype=dtype), state_size)


def zero_states_of(cell, inputs, batch_size, dtype):
    if inputs is not None:
        batch_size, dtype = array_ops.shape(inputs)[0], inputs.dtype
    return zero_states(batch_size, cell.state_size, dtype)


class _Cell(Layer):

    _gates = 1

    def _set(self, units, activation, use_bias, dropout, recurrent_dropout, arguments):
        """`arguments` are initializers, regularizers and constraints by their parameters' names."""
        self.units, self.use_bias = units, use_bias
        self.activation = activations.get(activation)
        for name in ("kernel", "recurrent", "bias"):
            setattr(self, name + "_initializer", initializers.get(arguments[name + "_initializer"]))
            setattr(self, name + "_regularizer", regularizers.get(arguments[name + "_regularizer"]))
            setattr(self, name + "_constraint", constraints.get(arguments[name + "_constraint"]))
        self.dropout = min(1., max(0., dropout))
        self.recurrent_dropout = min(1., max(0., recurrent_dropout))
        self._masks = {}
        self.state_size = self.output_size = units

    def _add(self, name, shape, initializer=None):
        kind = "recurrent" if name == "recurrent_kernel" else name
        return self.add_weight(shape=shape, name=name, initializer=initializer or getattr(self, kind + "_initializer"),
                               regularizer=getattr(self, kind + "_regularizer"),
                               constraint=getattr(self, kind + "_constraint"))

    def build(self, input_shape):
        depth = tensor_shape.TensorShape(input_shape).as_list()[-1]
        self.kernel = self._add("kernel", (depth, self.units * self._gates))
        self.recurrent_kernel = self._add("recurrent_kernel", (self.units, self.units * self._gates))
        self.bias = self._add_bias() if self.use_bias else None
        self.built = True

    def _add_bias(self):
        return self._add("bias", (self.units * self._gates,))

    def get_initial_state(self, inputs=None, batch_size=None, dtype=None):
        return zero_states_of(self, inputs, batch_size, dtype)

    def reset_dropout_mask(self):
        self._masks.pop("dropout", None)

    def reset_recurrent_dropout_mask(self):
        self._masks.pop("recurrent_dropout", None)

    def _mask(self, kind, tensor, training, count=1):
        """What a tensor is multiplied with: the same in all steps."""
        rate = getattr(self, kind)
        if rate == 0:
            return None
        if kind not in self._masks:
            ones = array_ops.ones_like(tensor)
            self._masks[kind] = [backend.in_train_phase(lambda: nn_ops.dropout_v2(ones, rate=rate), ones, training=training)
                                 for _ in range(count)]
        return self._masks[kind]

    def _part(self, weight, i):
        units = self.units
        end = None if i == self._gates - 1 else units * (i + 1)
        start = None if i == 0 else units * i
        return weight[start:end] if weight.shape.ndims == 1 else weight[:, start:end]


def _masked(tensor, masks, rate, i=0):
    return tensor * masks[i] if 0. < rate < 1. else tensor


class SimpleRNNCell(_Cell):

    def __init__(self, units, activation="tanh", use_bias=True, kernel_initializer="glorot_uniform",
                 recurrent_initializer="orthogonal", bias_initializer="zeros", kernel_regularizer=None,
                 recurrent_regularizer=None, bias_regularizer=None, kernel_constraint=None, recurrent_constraint=None,
                 bias_constraint=None, dropout=0., recurrent_dropout=0., **kwargs):
        arguments = dict(locals())
        super(SimpleRNNCell, self).__init__(**kwargs)
        self._set(units, activation, use_bias, dropout, recurrent_dropout, arguments)

    def call(self, inputs, states, training=None):
        previous = states[0]
        masks = self._mask("dropout", inputs, training)
        recurrent_masks = self._mask("recurrent_dropout", previous, training)
        output = backend.dot(inputs if masks is None else inputs * masks[0], self.kernel)
        if self.bias is not None:
            output = backend.bias_add(output, self.bias)
        previous = previous if recurrent_masks is None else previous * recurrent_masks[0]
        output = output + backend.dot(previous, self.recurrent_kernel)
        output = output if self.activation is None else self.activation(output)
        return output, [output]


class GRUCell(_Cell):

    _gates = 3

    def __init__(self, units, activation="tanh", recurrent_activation="hard_sigmoid", use_bias=True,
                 kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal", bias_initializer="zeros",
                 kernel_regularizer=None, recurrent_regularizer=None, bias_regularizer=None, kernel_constraint=None,
                 recurrent_constraint=None, bias_constraint=None, dropout=0., recurrent_dropout=0., implementation=1,
                 reset_after=False, **kwargs):
        arguments = dict(locals())
        super(GRUCell, self).__init__(**kwargs)
        self._set(units, activation, use_bias, dropout, recurrent_dropout, arguments)
        self.recurrent_activation = activations.get(recurrent_activation)
        self.implementation, self.reset_after = implementation, reset_after

    def _add_bias(self):
        return self._add("bias", (2, 3 * self.units) if self.reset_after else (3 * self.units,))

    def call(self, inputs, states, training=None):
        previous = states[0]
        masks = self._mask("dropout", inputs, training, 3)
        recurrent_masks = self._mask("recurrent_dropout", previous, training, 3)
        bias = recurrent_bias = None
        if self.use_bias:
            bias, recurrent_bias = array_ops.unstack(self.bias) if self.reset_after else (self.bias, None)
        compute = self._by_gate if self.implementation == 1 else self._at_once
        update, candidate = compute(inputs, previous, masks, recurrent_masks, bias, recurrent_bias)
        previous = _masked(previous, recurrent_masks, self.recurrent_dropout) if self.implementation != 1 else previous
        output = update * previous + (1 - update) * candidate
        return output, [output]

    def _by_gate(self, inputs, previous, masks, recurrent_masks, bias, recurrent_bias):
        x = [_masked(inputs, masks, self.dropout, i) for i in range(3)]
        x = [backend.dot(x[i], self._part(self.kernel, i)) for i in range(3)]
        if self.use_bias:
            x = [backend.bias_add(x[i], self._part(bias, i)) for i in range(3)]
        h = [_masked(previous, recurrent_masks, self.recurrent_dropout, i) for i in range(3)]
        gates = [backend.dot(h[i], self._part(self.recurrent_kernel, i)) for i in range(2)]
        if self.reset_after and self.use_bias:
            gates = [backend.bias_add(gates[i], self._part(recurrent_bias, i)) for i in range(2)]
        update, reset = [self.recurrent_activation(x[i] + gates[i]) for i in range(2)]
        if self.reset_after:
            kept = backend.dot(h[2], self._part(self.recurrent_kernel, 2))
            if self.use_bias:
                kept = backend.bias_add(kept, self._part(recurrent_bias, 2))
            kept = reset * kept
        else:
            kept = backend.dot(reset * h[2], self._part(self.recurrent_kernel, 2))
        return update, self.activation(x[2] + kept)

    def _at_once(self, inputs, previous, masks, recurrent_masks, bias, recurrent_bias):
        x = backend.dot(_masked(inputs, masks, self.dropout), self.kernel)
        if self.use_bias:
            x = backend.bias_add(x, bias)
        x = [self._part(x, i) for i in range(3)]
        previous = _masked(previous, recurrent_masks, self.recurrent_dropout)
        if self.reset_after:
            inner = backend.dot(previous, self.recurrent_kernel)
            if self.use_bias:
                inner = backend.bias_add(inner, recurrent_bias)
        else:
            inner = backend.dot(previous, self.recurrent_kernel[:, :2 * self.units])
        gates = [inner[:, :self.units], inner[:, self.units:2 * self.units]]
        update, reset = [self.recurrent_activation(x[i] + gates[i]) for i in range(2)]
        if self.reset_after:
            kept = reset * inner[:, 2 * self.units:]
        else:
            kept = backend.dot(reset * previous, self.recurrent_kernel[:, 2 * self.units:])
        return update, self.activation(x[2] + kept)


class LSTMCell(_Cell):

    _gates = 4

    def __init__(self, units, activation="tanh", recurrent_activation="hard_sigmoid", use_bias=True,
                 kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal", bias_initializer="zeros",
                 unit_forget_bias=True, kernel_regularizer=None, recurrent_regularizer=None, bias_regularizer=None,
                 kernel_constraint=None, recurrent_constraint=None, bias_constraint=None, dropout=0., recurrent_dropout=0.,
                 implementation=1, **kwargs):
        arguments = dict(locals())
        super(LSTMCell, self).__init__(**kwargs)
        self._set(units, activation, use_bias, dropout, recurrent_dropout, arguments)
        self.recurrent_activation = activations.get(recurrent_activation)
        self.implementation, self.unit_forget_bias = implementation, unit_forget_bias
        self.state_size = [units, units]

    def _add_bias(self):
        return self._add("bias", (self.units * 4,), self._forgetting if self.unit_forget_bias else None)

    def _forgetting(self, _, *args, **kwargs):
        """Ones for the forget gate."""
        return backend.concatenate([self.bias_initializer((self.units,), *args, **kwargs),
                                    init_ops.Ones()((self.units,), *args, **kwargs),
                                    self.bias_initializer((self.units * 2,), *args, **kwargs)])

    def call(self, inputs, states, training=None):
        previous, carried = states[0], states[1]
        masks = self._mask("dropout", inputs, training, 4)
        recurrent_masks = self._mask("recurrent_dropout", previous, training, 4)
        if self.implementation == 1:
            x = [_masked(inputs, masks, self.dropout, i) for i in range(4)]
            kernels = array_ops.split(self.kernel, num_or_size_splits=4, axis=1)
            x = [backend.dot(x[i], kernels[i]) for i in range(4)]
            if self.use_bias:
                biases = array_ops.split(self.bias, num_or_size_splits=4, axis=0)
                x = [backend.bias_add(x[i], biases[i]) for i in range(4)]
            h = [_masked(previous, recurrent_masks, self.recurrent_dropout, i) for i in range(4)]

            def gate(i):
                return x[i] + backend.dot(h[i], self._part(self.recurrent_kernel, i))
        else:
            z = backend.dot(_masked(inputs, masks, self.dropout), self.kernel)
            z += backend.dot(_masked(previous, recurrent_masks, self.recurrent_dropout), self.recurrent_kernel)
            z = array_ops.split(backend.bias_add(z, self.bias) if self.use_bias else z, num_or_size_splits=4, axis=1)

            def gate(i):
                return z[i]

        i = self.recurrent_activation(gate(0))
        f = self.recurrent_activation(gate(1))
        carry = f * carried + i * self.activation(gate(2))
        output = self.recurrent_activation(gate(3)) * self.activation(carry)
        return output, [output, carry]


class StackedRNNCells(Layer):

    def __init__(self, cells, **kwargs):
        for cell in cells:
            if not hasattr(cell, "call"):
                raise ValueError("All cells must have a `call` method. received cells:", cells)
            if not hasattr(cell, "state_size"):
                raise ValueError("All cells must have a `state_size` attribute. received cells:", cells)
        super(StackedRNNCells, self).__init__(**kwargs)
        self.cells = cells

    @property
    def state_size(self):
        return tuple([cell.state_size for cell in self.cells])

    @property
    def output_size(self):
        return _output_size(self.cells[-1])

    def get_initial_state(self, inputs=None, batch_size=None, dtype=None):
        return tuple([cell.get_initial_state(inputs=inputs, batch_size=batch_size, dtype=dtype)
                      if hasattr(cell, "get_initial_state") else zero_states_of(cell, inputs, batch_size, dtype)
                      for cell in self.cells])

    def build(self, input_shape):
        sizes = tensor_shape.TensorShape(input_shape).as_list()
        for cell in self.cells:
            if isinstance(cell, Layer) and not cell.built:
                cell.build(tensor_shape.TensorShape(sizes))
                cell.built = True
            sizes = [sizes[0]] + tensor_shape.as_shape(_output_size(cell)).as_list()
        self.built = True

    def call(self, inputs, states, constants=None, **kwargs):
        nested, results = nest.pack_sequence_as(self.state_size, nest.flatten(states)), []
        for cell, state in zip(self.cells, nested):
            state = state if nest.is_sequence(state) else [state]
            if len(state) == 1 and hasattr(cell, "_is_tf_rnn_cell"):
                state = state[0]
            more = {name: kwargs[name] for name in kwargs if signatures.takes(cell.call, name)}
            inputs, state = cell.call(inputs, state, **more)
            results.append(state)
        return inputs, nest.pack_sequence_as(self.state_size, nest.flatten(results))


def _output_size(cell):
    if getattr(cell, "output_size", None) is not None:
        return cell.output_size
    return cell.state_size[0] if nest.is_sequence(cell.state_size) else cell.state_size
