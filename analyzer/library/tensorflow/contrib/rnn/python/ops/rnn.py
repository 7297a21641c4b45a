"""Bidirectional layers on top of each other."""

from tensorflow.python.ops import array_ops, rnn
from tensorflow.python.ops import variable_scope as vs


def _check(cells_fw, cells_bw, states_fw, states_bw):
    if not cells_fw:
        raise ValueError("Must specify at least one fw cell for BidirectionalRNN.")
    if not cells_bw:
        raise ValueError("Must specify at least one bw cell for BidirectionalRNN.")
    if not isinstance(cells_fw, list):
        raise ValueError("cells_fw must be a list of RNNCells (one per layer).")
    if not isinstance(cells_bw, list):
        raise ValueError("cells_bw must be a list of RNNCells (one per layer).")
    if len(cells_fw) != len(cells_bw):
        raise ValueError("Forward and Backward cells must have the same depth.")
    for states, label in ((states_fw, "fw"), (states_bw, "bw")):
        if states is not None and (not isinstance(states, list) or len(states) != len(cells_fw)):
            raise ValueError("initial_states_%s must be a list of state tensors (one per layer)." % label)


def _stacked(layer, inputs, cells_fw, cells_bw, states_fw, states_bw, scope):
    _check(cells_fw, cells_bw, states_fw, states_bw)
    finals_fw, finals_bw = [], []
    with vs.variable_scope(scope or "stack_bidirectional_rnn"):
        for i in range(len(cells_fw)):
            with vs.variable_scope("cell_%d" % i) as cell_scope:
                inputs, final_fw, final_bw = layer(
                    inputs, cells_fw[i], cells_bw[i], states_fw[i] if states_fw else None,
                    states_bw[i] if states_bw else None, cell_scope)
            finals_fw.append(final_fw)
            finals_bw.append(final_bw)
    return inputs, tuple(finals_fw), tuple(finals_bw)


def stack_bidirectional_rnn(cells_fw, cells_bw, inputs, initial_states_fw=None, initial_states_bw=None, dtype=None,
                            sequence_length=None, scope=None):

    def layer(inputs, fw, bw, state_fw, state_bw, cell_scope):
        return rnn.static_bidirectional_rnn(
            fw, bw, inputs, initial_state_fw=state_fw, initial_state_bw=state_bw, sequence_length=sequence_length,
            dtype=dtype, scope=cell_scope)

    return _stacked(layer, inputs, cells_fw, cells_bw, initial_states_fw, initial_states_bw, scope)


def stack_bidirectional_dynamic_rnn(cells_fw, cells_bw, inputs, initial_states_fw=None, initial_states_bw=None, dtype=None,
                                    sequence_length=None, parallel_iterations=None, time_major=False, scope=None,
                                    swap_memory=False):

    def layer(inputs, fw, bw, state_fw, state_bw, _):
        outputs, states = rnn.bidirectional_dynamic_rnn(
            fw, bw, inputs, initial_state_fw=state_fw, initial_state_bw=state_bw, sequence_length=sequence_length,
            parallel_iterations=parallel_iterations, dtype=dtype, swap_memory=swap_memory, time_major=time_major)
        return array_ops.concat(outputs, 2), states[0], states[1]

    return _stacked(layer, inputs, cells_fw, cells_bw, initial_states_fw, initial_states_bw, scope)
