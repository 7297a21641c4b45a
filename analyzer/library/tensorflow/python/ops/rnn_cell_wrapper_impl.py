"""Cells around a cell. A call goes through to it: the wrapper itself is no layer in between, and opens no scope."""

from _tfscope import is_unknown
from tensorflow.python.framework import ops, tensor_shape, tensor_util
from tensorflow.python.ops import array_ops, math_ops, nn_ops, random_ops, rnn_cell_impl, tensor_array_ops
from tensorflow.python.util import nest


class RNNCellWrapper(rnn_cell_impl.RNNCell):

    def __init__(self, cell, **kwargs):
        super(RNNCellWrapper, self).__init__(**kwargs)
        rnn_cell_impl.assert_like_rnncell("cell", cell)
        self.cell = cell

    @property
    def wrapped_cell(self):
        return self.cell

    @property
    def state_size(self):
        return self.cell.state_size

    @property
    def output_size(self):
        return self.cell.output_size

    def zero_state(self, batch_size, dtype):
        with ops.name_scope(type(self).__name__ + "ZeroState", values=[batch_size]):
            return self.cell.zero_state(batch_size, dtype)

    def __call__(self, inputs, state, scope=None):
        return self._call_wrapped_cell(inputs, state, self.cell.__call__, scope=scope)


class DropoutWrapper(RNNCellWrapper):

    def __init__(self, cell, input_keep_prob=1.0, output_keep_prob=1.0, state_keep_prob=1.0,
                 variational_recurrent=False, input_size=None, dtype=None, seed=None, dropout_state_filter_visitor=None,
                 **kwargs):
        super(DropoutWrapper, self).__init__(cell, dtype=dtype, **kwargs)
        if dropout_state_filter_visitor is not None and not callable(dropout_state_filter_visitor):
            raise TypeError("dropout_state_filter_visitor must be callable")
        self._dropout_state_filter = dropout_state_filter_visitor or _is_dropped
        self._variational_recurrent = variational_recurrent
        self._noise = {}
        with ops.name_scope("DropoutWrapperInit"):
            self._input_keep_prob = _probability(input_keep_prob, "input_keep_prob")
            self._state_keep_prob = _probability(state_keep_prob, "state_keep_prob")
            self._output_keep_prob = _probability(output_keep_prob, "output_keep_prob")
            if variational_recurrent:
                self._make_noise(input_size, dtype)

    def _make_noise(self, input_size, dtype):
        if dtype is None:
            raise ValueError("When variational_recurrent=True, dtype must be provided")

        def noise(size):
            shape = array_ops.concat(([1], tensor_shape.TensorShape(size).as_list()), 0)
            return random_ops.random_uniform(shape, dtype=dtype)

        sizes = {"state": self.cell.state_size, "output": self.cell.output_size}
        if _drops(self._input_keep_prob):
            if input_size is None:
                raise ValueError("When variational_recurrent=True and input_keep_prob < 1.0 or is unknown, input_size must "
                                 "be provided")
            sizes = dict(input=input_size, **sizes)
        for part, size in sizes.items():
            self._noise[part] = nest.map_structure(noise, size)

    def _dropout(self, values, part, keep_prob, chosen=None):
        chosen = nest.map_structure(lambda value: True, values) if chosen is None else chosen
        if not self._variational_recurrent:
            return nest.map_structure_up_to(
                chosen, lambda drops, value: nn_ops.dropout_v2(value, rate=1. - keep_prob) if drops else value,
                chosen, values)

        def drop(drops, value, noise):
            if not drops:
                return value
            result = math_ops.div(value, keep_prob) * math_ops.floor(keep_prob + noise)
            result.set_shape(value.get_shape())
            return result

        return nest.map_structure_up_to(chosen, drop, chosen, values, self._noise[part])

    def _call_wrapped_cell(self, inputs, state, call, **kwargs):
        if _drops(self._input_keep_prob):
            inputs = self._dropout(inputs, "input", self._input_keep_prob)
        output, new_state = call(inputs, state, **kwargs)
        if _drops(self._state_keep_prob):
            chosen = nest.get_traverse_shallow_structure(self._dropout_state_filter, new_state)
            new_state = self._dropout(new_state, "state", self._state_keep_prob, chosen)
        if _drops(self._output_keep_prob):
            output = self._dropout(output, "output", self._output_keep_prob)
        return output, new_state


def _probability(value, name):
    tensor = ops.convert_to_tensor(value)
    known = tensor_util.constant_value(tensor)
    if known is None or is_unknown(known):
        return tensor
    if known < 0 or known > 1:
        raise ValueError("Parameter %s must be between 0 and 1: %d" % (name, known))
    return float(known)


def _drops(probability):
    return not isinstance(probability, float) or probability < 1


def _is_dropped(state):
    """Of an LSTM's state the output only."""
    if isinstance(state, rnn_cell_impl.LSTMStateTuple):
        return rnn_cell_impl.LSTMStateTuple(c=False, h=True)
    return not isinstance(state, tensor_array_ops.TensorArray)


class ResidualWrapper(RNNCellWrapper):

    def __init__(self, cell, residual_fn=None, **kwargs):
        super(ResidualWrapper, self).__init__(cell, **kwargs)
        self._residual_fn = residual_fn

    def _call_wrapped_cell(self, inputs, state, call, **kwargs):
        outputs, new_state = call(inputs, state, **kwargs)
        return (self._residual_fn or _sum)(inputs, outputs), new_state


def _sum(inputs, outputs):
    nest.assert_same_structure(inputs, outputs)
    for one, other in zip(nest.flatten(inputs), nest.flatten(outputs)):
        one.get_shape().assert_is_compatible_with(other.get_shape())
    return nest.map_structure(lambda one, other: one + other, inputs, outputs)


class DeviceWrapper(RNNCellWrapper):

    def __init__(self, cell, device, **kwargs):
        super(DeviceWrapper, self).__init__(cell, **kwargs)
        self._device = device

    def zero_state(self, batch_size, dtype):
        with ops.device(self._device):
            return super(DeviceWrapper, self).zero_state(batch_size, dtype)

    def _call_wrapped_cell(self, inputs, state, call, **kwargs):
        with ops.device(self._device):
            return call(inputs, state, **kwargs)
