"""Recurrent layers of cuDNN: their weights lie in three variables, and there are two biases per gate."""
import collections

from tensorflow.python.framework import tensor_shape
from tensorflow.python.keras import constraints, initializers, regularizers
from tensorflow.python.keras.engine.base_layer import Layer
from tensorflow.python.keras.engine.input_spec import InputSpec
from tensorflow.python.keras.layers.recurrent import RNN
from tensorflow.python.ops import array_ops, math_ops

_Cell = collections.namedtuple("cell", "state_size")


class _CuDNNRNN(RNN):
    _gates = 3
    _states = 1

    def __init__(self, units, kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal",
                 bias_initializer="zeros", kernel_regularizer=None, recurrent_regularizer=None, bias_regularizer=None,
                 activity_regularizer=None, kernel_constraint=None, recurrent_constraint=None, bias_constraint=None,
                 return_sequences=False, return_state=False, go_backwards=False, stateful=False, time_major=False, **kwargs):
        self._made_with = dict(
            kwargs, kernel_initializer=kernel_initializer, recurrent_initializer=recurrent_initializer,
            bias_initializer=bias_initializer, kernel_regularizer=kernel_regularizer,
            recurrent_regularizer=recurrent_regularizer, bias_regularizer=bias_regularizer,
            activity_regularizer=activity_regularizer, kernel_constraint=kernel_constraint,
            recurrent_constraint=recurrent_constraint, bias_constraint=bias_constraint, return_sequences=return_sequences,
            return_state=return_state, stateful=stateful, time_major=time_major)
        Layer.__init__(self, activity_regularizer=regularizers.get(activity_regularizer), **kwargs)
        self.units = units
        self.cell = _Cell(units if self._states == 1 else [units] * self._states)
        self.return_sequences, self.return_state = return_sequences, return_state
        self.go_backwards, self.stateful, self.time_major = go_backwards, stateful, time_major
        self.unroll = self.supports_masking = False
        self.states = [None] * self._states
        self._num_constants = 0
        self.input_spec = [InputSpec(ndim=3)]
        parts = (("kernel", kernel_initializer, kernel_regularizer, kernel_constraint),
                 ("recurrent_kernel", recurrent_initializer, recurrent_regularizer, recurrent_constraint),
                 ("bias", bias_initializer, bias_regularizer, bias_constraint))
        self._parts = {name: dict(name=name, initializer=initializers.get(initializer), regularizer=regularizers.get(
            regularizer), constraint=constraints.get(constraint)) for name, initializer, regularizer, constraint in parts}

    def copy_of(self, go_backwards=None):
        arguments = dict(self._made_with, name=self._name)
        arguments["go_backwards"] = self.go_backwards if go_backwards is None else go_backwards
        return type(self)(self.units, **arguments)

    def build(self, input_shape):
        shape = input_shape[0] if isinstance(input_shape, list) else input_shape
        sizes = tensor_shape.TensorShape(shape).as_list()
        width = self.units * self._gates
        self.kernel = self.add_weight(shape=(sizes[-1], width), **self._parts["kernel"])
        self.recurrent_kernel = self.add_weight(shape=(self.units, width), **self._parts["recurrent_kernel"])
        self.bias = self.add_weight(shape=(2 * width,), **self._parts["bias"])
        if self.stateful:
            self.input_spec = [InputSpec(shape=tuple(sizes[:1] + [None] + sizes[2:]))]
            self.reset_states()
        self.built = True

    def call(self, inputs, mask=None, training=None, initial_state=None):
        if isinstance(inputs, list):
            initial_state, inputs = inputs[1:] or None, inputs[0]
        if initial_state is None:
            initial_state = self.states if self.stateful else self.get_initial_state(inputs)
        # A tensor of the layer's shape that depends on all that the layer's does.
        weights = math_ops.reduce_sum(self.recurrent_kernel) + math_ops.reduce_sum(self.bias)
        outputs = math_ops.tensordot(inputs, self.kernel, [[2], [0]])[:, :, :self.units] + weights
        outputs += array_ops.expand_dims(initial_state[0], 0 if self.time_major else 1)
        last = outputs[-1] if self.time_major else outputs[:, -1]
        result = outputs if self.return_sequences else last
        return [result] + [last + state for state in initial_state] if self.return_state else result


class CuDNNGRU(_CuDNNRNN):
    pass


class CuDNNLSTM(_CuDNNRNN):
    _gates = 4
    _states = 2

    def __init__(self, units, kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal",
                 bias_initializer="zeros", unit_forget_bias=True, *args, **kwargs):
        super(CuDNNLSTM, self).__init__(
            units, kernel_initializer, recurrent_initializer, bias_initializer, *args, **kwargs)
        self.unit_forget_bias = unit_forget_bias
