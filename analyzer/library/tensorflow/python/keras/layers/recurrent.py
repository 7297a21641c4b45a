"""Keras' recurrent layers: a cell over all steps."""
import copy

from tensorflow.python.framework import tensor_shape
from tensorflow.python.keras import backend, backend_rnn, regularizers
from tensorflow.python.keras.engine.base_layer import Layer
from tensorflow.python.keras.engine.input_spec import InputSpec
from tensorflow.python.keras.layers.recurrent_cells import (
    GRUCell, LSTMCell, SimpleRNNCell, StackedRNNCells, zero_states)
from tensorflow.python.ops import array_ops, state_ops
from tensorflow.python.util import nest, signatures


def _as_list(value):
    return value if value is None or isinstance(value, list) else list(value) if isinstance(value, tuple) else [value]


class RNN(Layer):

    def __init__(self, cell, return_sequences=False, return_state=False, go_backwards=False, stateful=False, unroll=False,
                 time_major=False, **kwargs):
        if isinstance(cell, (list, tuple)):
            cell = StackedRNNCells(cell)
        if not hasattr(cell, "call"):
            raise ValueError("`cell` should have a `call` method. The RNN was passed:", cell)
        if not hasattr(cell, "state_size"):
            raise ValueError("The RNN cell should have an attribute `state_size` (tuple of integers, one integer per RNN "
                             "state).")
        self.zero_output_for_mask = kwargs.pop("zero_output_for_mask", False)
        if "input_shape" not in kwargs and ("input_dim" in kwargs or "input_length" in kwargs):
            kwargs["input_shape"] = (kwargs.pop("input_length", None), kwargs.pop("input_dim", None))
        super(RNN, self).__init__(**kwargs)
        self.cell = cell
        self.return_sequences, self.return_state = return_sequences, return_state
        self.go_backwards, self.stateful = go_backwards, stateful
        self.unroll, self.time_major = unroll, time_major
        self.supports_masking = True
        self.states = [None] * len(self._state_sizes())
        self._num_constants = 0

    def _state_sizes(self):
        sizes = self.cell.state_size
        return list(sizes) if nest.is_sequence(sizes) else [sizes]

    def copy_of(self, go_backwards=None):
        """A layer like this one, with weights of its own."""
        result = RNN(copy.deepcopy(self.cell), self.return_sequences, self.return_state, self.go_backwards, self.stateful,
                     self.unroll, self.time_major, name=self._name)
        result.go_backwards = self.go_backwards if go_backwards is None else go_backwards
        return result

    def build(self, input_shape):
        shape = input_shape[0] if isinstance(input_shape, list) else input_shape
        sizes = tensor_shape.TensorShape(shape).as_list()
        batch, time = (1, 0) if self.time_major else (0, 1)
        wanted = list(sizes)
        wanted[time] = None
        if not self.stateful:
            wanted[batch] = None
        self.input_spec = [InputSpec(shape=tuple(wanted))] + list(self.input_spec or [])[1:]
        if isinstance(self.cell, Layer) and not self.cell.built:
            self.cell.build(tensor_shape.TensorShape([sizes[batch]] + sizes[2:]))
            self.cell.built = True
        if self.stateful:
            self.reset_states()
        self.built = True

    def reset_states(self, states=None):
        if not self.stateful:
            raise AttributeError("Layer must be stateful.")
        if self.states[0] is not None:
            return
        sizes = self.input_spec[0].shape
        batch_size = sizes[1 if self.time_major else 0]
        if not batch_size:
            raise ValueError("If a RNN is stateful, it needs to know its batch size. Specify the batch size of your input "
                             "tensors: \n- If using a Sequential model, specify the batch size by passing a "
                             "`batch_input_shape` argument to your first layer.\n- If using the functional API, specify the "
                             "batch size by passing a `batch_shape` argument to your Input layer.")
        self.states = [backend.zeros([batch_size] + tensor_shape.as_shape(size).as_list())
                       for size in self._state_sizes()]

    def get_initial_state(self, inputs):
        sizes = array_ops.shape(inputs)
        batch_size = sizes[1] if self.time_major else sizes[0]
        make = getattr(self.cell, "get_initial_state", None)
        if make:
            state = make(inputs=None, batch_size=batch_size, dtype=inputs.dtype)
        else:
            state = zero_states(batch_size, self.cell.state_size, inputs.dtype)
        return list(state) if nest.is_sequence(state) else [state]

    # ---- calls
    def __call__(self, inputs, initial_state=None, constants=None, **kwargs):
        if isinstance(inputs, list):
            initial_state = inputs[1:] if len(inputs) > 1 else None
            inputs = inputs[0]
        initial_state = _as_list(initial_state)
        if initial_state is None:
            return super(RNN, self).__call__(inputs, **kwargs)
        found = [backend.is_keras_tensor(tensor) for tensor in nest.flatten(initial_state)]
        if True in found and False in found:
            raise ValueError("The initial state or constants of an RNN layer cannot be specified with a mix of Keras tensors and "
                             "non-Keras tensors (a \"Keras tensor\" is a tensor that was returned by a Keras layer, or by "
                             "`Input`)")
        if not found[0]:
            return super(RNN, self).__call__(inputs, initial_state=initial_state, **kwargs)
        self.input_spec = [None] + [InputSpec(shape=backend.int_shape(state)) for state in initial_state]
        output = super(RNN, self).__call__([inputs] + initial_state, **kwargs)
        self.input_spec = self.input_spec[:1]
        return output

    def call(self, inputs, mask=None, training=None, initial_state=None, constants=None):
        if isinstance(inputs, list):
            initial_state, inputs = inputs[1:] or None, inputs[0]
        if initial_state is None:
            initial_state = self.states if self.stateful else self.get_initial_state(inputs)
        if len(initial_state) != len(self.states):
            raise ValueError("Layer has " + str(len(self.states)) + " states but was passed " + str(len(initial_state)) +
                             " initial states.")
        kwargs = {"training": training} if signatures.takes(self.cell.call, "training") else {}
        old_style = hasattr(self.cell, "_is_tf_rnn_cell")

        def step(current, states):
            states = states[0] if len(states) == 1 and old_style else states
            output, states = self.cell.call(current, states, **kwargs)
            return output, states if nest.is_sequence(states) else [states]

        last, outputs, states = backend_rnn.rnn(
            step, inputs, initial_state, go_backwards=self.go_backwards, mask=None if mask is None else nest.flatten(mask)[0],
            unroll=self.unroll, time_major=self.time_major, zero_output_for_mask=self.zero_output_for_mask)
        if self.stateful:
            self.add_update([state_ops.assign(old, new) for old, new in zip(nest.flatten(self.states), nest.flatten(states))])
        output = outputs if self.return_sequences else last
        return [output] + list(states) if self.return_state else output

    def compute_output_shape(self, input_shape):
        shape = input_shape[0] if isinstance(input_shape, list) else input_shape
        sizes = tensor_shape.TensorShape(shape).as_list()
        batch, time = (sizes[1], sizes[0]) if self.time_major else (sizes[0], sizes[1])
        state_sizes = self._state_sizes()
        width = getattr(self.cell, "output_size", None)
        width = tensor_shape.as_shape(state_sizes[0] if width is None else width).as_list()
        start = [batch]
        if self.return_sequences:
            start = [time, batch] if self.time_major else [batch, time]
        output = tensor_shape.TensorShape(start + width)
        if not self.return_state:
            return output
        return [output] + [tensor_shape.TensorShape([batch] + tensor_shape.as_shape(size).as_list())
                           for size in nest.flatten(state_sizes)]

    def compute_mask(self, inputs, mask):
        mask = nest.flatten(mask)[0] if self.return_sequences else None
        return [mask] + [None for _ in self.states] if self.return_state else mask


def _layer_of(cell_class, parameters):
    """The layer of a cell, which takes the cell's parameters and those of RNN."""

    class _Recurrent(RNN):

        def __init__(self, units, *args, **kwargs):
            kwargs.update(zip(parameters, args))
            own = {name: kwargs.pop(name) for name in parameters if name in kwargs and name not in _OF_LAYERS}
            kwargs.pop("implementation", None) if "implementation" not in parameters else None
            activity = kwargs.pop("activity_regularizer", None)
            self._made_with = dict(own, **{name: kwargs[name] for name in kwargs if name != "name"})
            cell = cell_class(units, **own)
            super(_Recurrent, self).__init__(cell, **kwargs)
            self.units = units
            self.activity_regularizer = regularizers.get(activity)
            self.input_spec = [InputSpec(ndim=3)]

        def copy_of(self, go_backwards=None):
            arguments = dict(self._made_with, name=self._name)
            arguments["go_backwards"] = self.go_backwards if go_backwards is None else go_backwards
            return type(self)(self.units, **arguments)

        def call(self, inputs, mask=None, training=None, initial_state=None):
            self.cell.reset_dropout_mask()
            self.cell.reset_recurrent_dropout_mask()
            return super(_Recurrent, self).call(inputs, mask=mask, training=training, initial_state=initial_state)

    _Recurrent.__name__ = cell_class.__name__[:-len("Cell")]
    return _Recurrent


_OF_LAYERS = ("activity_regularizer", "return_sequences", "return_state", "go_backwards", "stateful", "unroll")
_WEIGHTS = ("kernel_regularizer", "recurrent_regularizer", "bias_regularizer", "activity_regularizer", "kernel_constraint",
            "recurrent_constraint", "bias_constraint", "dropout", "recurrent_dropout")
_INITIALIZERS = ("use_bias", "kernel_initializer", "recurrent_initializer", "bias_initializer")
_RUN = ("return_sequences", "return_state", "go_backwards", "stateful", "unroll")

SimpleRNN = _layer_of(SimpleRNNCell, ("activation",) + _INITIALIZERS + _WEIGHTS + _RUN)
GRU = _layer_of(GRUCell, ("activation", "recurrent_activation") + _INITIALIZERS + _WEIGHTS + ("implementation",) + _RUN +
                ("reset_after",))
LSTM = _layer_of(LSTMCell, ("activation", "recurrent_activation") + _INITIALIZERS + ("unit_forget_bias",) + _WEIGHTS +
                 ("implementation",) + _RUN)
