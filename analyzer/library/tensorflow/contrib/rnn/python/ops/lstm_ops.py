"""LSTM cells of one operation."""

from tensorflow.python.framework import ops
from tensorflow.python.framework.op_library import apply
from tensorflow.python.keras.engine.input_spec import InputSpec
from tensorflow.python.layers import base as base_layer
from tensorflow.python.ops import array_ops, init_ops, math_ops
from tensorflow.python.ops.rnn_cell_impl import LayerRNNCell, LSTMStateTuple


class BlockVariables(object):
    """The variables that the cells have in common."""

    def _make(self, input_size):
        units = self._num_units
        self._kernel = self.add_variable("kernel", [input_size + units, units * 4])
        self._bias = self.add_variable("bias", [units * 4], initializer=init_ops.constant_initializer(0.0))
        if self._use_peephole:
            self._w_i_diag, self._w_f_diag, self._w_o_diag = [
                self.add_variable("w_%s_diag" % gate, [units]) for gate in "ifo"]
        self.built = True

    def _peepholes(self, dtype):
        if self._use_peephole:
            return [self._w_i_diag, self._w_f_diag, self._w_o_diag]
        return [array_ops.zeros([self._num_units], dtype=dtype)] * 3


class LSTMBlockCell(BlockVariables, LayerRNNCell):

    def __init__(self, num_units, forget_bias=1.0, cell_clip=None, use_peephole=False, dtype=None, reuse=None,
                 name="lstm_cell"):
        super(LSTMBlockCell, self).__init__(_reuse=reuse, dtype=dtype, name=name)
        self._num_units, self._use_peephole = num_units, use_peephole
        self.input_spec = InputSpec(ndim=2)

    @property
    def state_size(self):
        return LSTMStateTuple(self._num_units, self._num_units)

    def build(self, inputs_shape):
        if not inputs_shape.dims[1].value:
            raise ValueError("Expecting inputs_shape[1] to be set: %s" % str(inputs_shape))
        self._make(inputs_shape.dims[1].value)

    def call(self, inputs, state):
        if len(state) != 2:
            raise ValueError("Expecting state to be a tuple with length 2.")
        peepholes = self._peepholes(self.dtype)
        outputs = apply("LSTMBlockCell", None, [inputs, state[0], state[1], self._kernel] + peepholes + [self._bias])
        return outputs[6], LSTMStateTuple(outputs[1], outputs[6])


class LSTMBlockWrapper(base_layer.Layer):

    def call(self, inputs, initial_state=None, dtype=None, sequence_length=None):
        is_list = isinstance(inputs, list)
        inputs = array_ops.stack(inputs) if is_list else inputs
        shape = inputs.get_shape().with_rank(3)
        if not shape[2]:
            raise ValueError("Expecting inputs_shape[2] to be set: %s" % shape)
        steps = shape.dims[0].value or array_ops.shape(inputs)[0]
        batch_size = shape.dims[1].value or array_ops.shape(inputs)[1]
        if initial_state is None:
            if dtype is None:
                raise ValueError("Either initial_state or dtype needs to be specified")
            zeros = array_ops.zeros(array_ops.stack([batch_size, self.num_units]), dtype=dtype)
            initial_state = (zeros, zeros)
        elif len(initial_state) != 2:
            raise ValueError("Expecting initial_state to be a tuple with length 2 or None")
        dtype = initial_state[0].dtype if dtype is None else dtype
        if sequence_length is not None:
            sequence_length = ops.convert_to_tensor(sequence_length)
        states, outputs = self._call_cell(inputs, initial_state[0], initial_state[1], dtype, sequence_length)
        if sequence_length is not None:
            mask = array_ops.transpose(array_ops.sequence_mask(sequence_length, steps, dtype=dtype), [1, 0])
            outputs = outputs * array_ops.tile(array_ops.expand_dims(mask, [-1]), [1, 1, self.num_units])
            last = array_ops.stack([sequence_length, math_ops.range(batch_size)], axis=1)
            final = [array_ops.gather_nd(array_ops.concat([array_ops.expand_dims(first, [0]), values], 0), last)
                     for first, values in zip(initial_state, (states, outputs))]
        else:
            final = [states[-1], outputs[-1]]
        return array_ops.unstack(outputs) if is_list else outputs, LSTMStateTuple(*final)


class LSTMBlockFusedCell(BlockVariables, LSTMBlockWrapper):

    def __init__(self, num_units, forget_bias=1.0, cell_clip=None, use_peephole=False, reuse=None, dtype=None,
                 name="lstm_fused_cell"):
        super(LSTMBlockFusedCell, self).__init__(_reuse=reuse, name=name, dtype=dtype)
        self._num_units, self._use_peephole = num_units, use_peephole
        self.input_spec = InputSpec(ndim=3)

    @property
    def num_units(self):
        return self._num_units

    def build(self, input_shape):
        self._make(input_shape.dims[2].value)

    def _call_cell(self, inputs, initial_state, initial_output, dtype, sequence_length):
        steps = inputs.get_shape().with_rank(3).dims[0].value or array_ops.shape(inputs)[0]
        longest = math_ops.to_int64(steps if sequence_length is None else math_ops.reduce_max(sequence_length))
        outputs = apply("BlockLSTM", None, [longest, inputs, initial_state, initial_output, self._kernel] +
                        self._peepholes(dtype) + [self._bias])
        return outputs[1], outputs[6]
