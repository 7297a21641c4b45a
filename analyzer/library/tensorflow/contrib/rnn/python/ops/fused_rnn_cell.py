"""Recurrent networks over whole sequences, time first."""
from tensorflow.python.ops import array_ops, rnn


class FusedRNNCell(object):

    def __call__(self, inputs, initial_state=None, dtype=None, sequence_length=None, scope=None):
        pass


class FusedRNNCellAdaptor(FusedRNNCell):

    def __init__(self, cell, use_dynamic_rnn=False):
        self._cell, self._use_dynamic_rnn = cell, use_dynamic_rnn

    def __call__(self, inputs, initial_state=None, dtype=None, sequence_length=None, scope=None):
        is_list = isinstance(inputs, list)
        if self._use_dynamic_rnn:
            outputs, state = rnn.dynamic_rnn(
                self._cell, array_ops.stack(inputs) if is_list else inputs, sequence_length=sequence_length,
                initial_state=initial_state, dtype=dtype, time_major=True, scope=scope)
            return array_ops.unstack(outputs) if is_list else outputs, state
        outputs, state = rnn.static_rnn(
            self._cell, inputs if is_list else array_ops.unstack(inputs), initial_state=initial_state, dtype=dtype,
            sequence_length=sequence_length, scope=scope)
        return outputs if is_list else array_ops.stack(outputs), state


class TimeReversedFusedRNN(FusedRNNCell):

    def __init__(self, cell):
        self._cell = cell

    def _reverse(self, t, lengths):
        if isinstance(t, list):
            return list(reversed(t))
        return array_ops.reverse_v2(t, [0]) if lengths is None else array_ops.reverse_sequence(t, lengths, 0, 1)

    def __call__(self, inputs, initial_state=None, dtype=None, sequence_length=None, scope=None):
        outputs, state = self._cell(self._reverse(inputs, sequence_length), initial_state=initial_state, dtype=dtype,
                                    sequence_length=sequence_length, scope=scope)
        return self._reverse(outputs, sequence_length), state
