"""LSTM cells whose gates are convolutions."""

from tensorflow.python.framework import tensor_shape
from tensorflow.python.ops import array_ops, init_ops, math_ops, nn_ops
from tensorflow.python.ops import variable_scope as vs
from tensorflow.python.ops.rnn_cell_impl import LSTMStateTuple, RNNCell


class ConvLSTMCell(RNNCell):

    def __init__(self, conv_ndims, input_shape, output_channels, kernel_shape, use_bias=True, skip_connection=False,
                 forget_bias=1.0, initializers=None, name="conv_lstm_cell"):
        super(ConvLSTMCell, self).__init__(name=name)
        if conv_ndims != len(input_shape) - 1:
            raise ValueError("Invalid input_shape {} for conv_ndims={}.".format(input_shape, conv_ndims))
        self._conv_ndims, self._kernel_shape, self._channels = conv_ndims, list(kernel_shape), output_channels
        self._use_bias, self._forget_bias, self._skip_connection = use_bias, forget_bias, skip_connection
        size = tensor_shape.TensorShape(input_shape[:-1] + [output_channels])
        self._state_size = LSTMStateTuple(size, size)
        self._output_size = tensor_shape.TensorShape(
            input_shape[:-1] + [output_channels + (input_shape[-1] if skip_connection else 0)])

    @property
    def output_size(self):
        return self._output_size

    @property
    def state_size(self):
        return self._state_size

    def call(self, inputs, state, scope=None):
        c, h = state
        gates = _convolved([inputs, h], self._kernel_shape, 4 * self._channels, self._use_bias)
        i, j, f, o = array_ops.split(value=gates, num_or_size_splits=4, axis=self._conv_ndims + 1)
        new_c = math_ops.sigmoid(f + self._forget_bias) * c
        new_c += math_ops.sigmoid(i) * math_ops.tanh(j)
        output = math_ops.tanh(new_c) * math_ops.sigmoid(o)
        if self._skip_connection:
            output = array_ops.concat([output, inputs], axis=-1)
        return output, LSTMStateTuple(new_c, output)


class Conv1DLSTMCell(ConvLSTMCell):

    def __init__(self, name="conv_1d_lstm_cell", **kwargs):
        super(Conv1DLSTMCell, self).__init__(conv_ndims=1, name=name, **kwargs)


class Conv2DLSTMCell(ConvLSTMCell):

    def __init__(self, name="conv_2d_lstm_cell", **kwargs):
        super(Conv2DLSTMCell, self).__init__(conv_ndims=2, name=name, **kwargs)


class Conv3DLSTMCell(ConvLSTMCell):

    def __init__(self, name="conv_3d_lstm_cell", **kwargs):
        super(Conv3DLSTMCell, self).__init__(conv_ndims=3, name=name, **kwargs)


def _convolved(args, filter_size, features, bias):
    shapes = [argument.get_shape().as_list() for argument in args]
    rank = len(shapes[0])
    for shape in shapes:
        if len(shape) not in (3, 4, 5):
            raise ValueError("Conv Linear expects 3D, 4D or 5D arguments: %s" % str(shapes))
        if len(shape) != rank:
            raise ValueError("Conv Linear expects all args to be of same Dimension: %s" % str(shapes))
    operation = {3: nn_ops.conv1d, 4: nn_ops.conv2d, 5: nn_ops.conv3d}[rank]
    depth = sum([shape[-1] for shape in shapes])
    kernel = vs.get_variable("kernel", filter_size + [depth, features], dtype=args[0].dtype)
    result = operation(array_ops.concat(axis=rank - 1, values=args), kernel, 1 if rank == 3 else rank * [1],
                       padding="SAME")
    if not bias:
        return result
    return result + vs.get_variable("biases", [features], dtype=args[0].dtype,
                                    initializer=init_ops.constant_initializer(0.0, dtype=args[0].dtype))
