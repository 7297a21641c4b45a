"""GRU cells of one operation."""

from tensorflow.python.framework import tensor_shape
from tensorflow.python.framework.op_library import apply
from tensorflow.python.keras.engine.input_spec import InputSpec
from tensorflow.python.ops import init_ops
from tensorflow.python.ops.rnn_cell_impl import LayerRNNCell


class GRUBlockCell(LayerRNNCell):
    _names = "w_ru", "b_ru", "w_c", "b_c"

    def __init__(self, num_units=None, cell_size=None, reuse=None, name="gru_cell"):
        super(GRUBlockCell, self).__init__(_reuse=reuse, name=name)
        if (cell_size is None) == (num_units is None):
            raise ValueError("Exactly one of num_units or cell_size must be provided.")
        self._num_units = cell_size if num_units is None else num_units
        self.input_spec = InputSpec(ndim=2)

    def build(self, input_shape):
        input_size = tensor_shape.dimension_value(input_shape[1])
        if input_size is None:
            raise ValueError("Expecting input_size to be set.")
        units, names = self._num_units, self._names
        self._gate_kernel = self.add_variable(names[0], [input_size + units, units * 2])
        self._gate_bias = self.add_variable(names[1], [units * 2], initializer=init_ops.constant_initializer(1.0))
        self._candidate_kernel = self.add_variable(names[2], [input_size + units, units])
        self._candidate_bias = self.add_variable(names[3], [units], initializer=init_ops.constant_initializer(0.0))
        self.built = True

    def call(self, inputs, h_prev):
        size = h_prev.get_shape().with_rank(2)[1]
        if size != self._num_units:
            raise ValueError("Shape of h_prev[1] incorrect: cell_size %i vs %s" % (self._num_units, size))
        state = apply("GRUBlockCell", None, [inputs, h_prev, self._gate_kernel, self._candidate_kernel,
                                             self._gate_bias, self._candidate_bias])[3]
        return state, state


class GRUBlockCellV2(GRUBlockCell):
    _names = "gates/kernel", "gates/bias", "candidate/kernel", "candidate/bias"
