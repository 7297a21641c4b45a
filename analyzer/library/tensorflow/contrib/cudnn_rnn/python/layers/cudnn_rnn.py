"""Recurrent layers of cuDNN: one variable of a size that only cuDNN knows."""
from tensorflow.python.framework import dtypes, tensor_shape
from tensorflow.python.layers import base as base_layer
from tensorflow.python.ops import array_ops, math_ops, variable_scope

CUDNN_RNN_UNIDIRECTION, CUDNN_RNN_BIDIRECTION = "unidirectional", "bidirectional"


class _CudnnRNN(base_layer.Layer):
    _states = 1

    def __init__(self, num_layers, num_units, input_mode="linear_input", direction=CUDNN_RNN_UNIDIRECTION, dropout=0.,
                 seed=None, dtype=dtypes.float32, kernel_initializer=None, bias_initializer=None, name=None):
        super(_CudnnRNN, self).__init__(dtype=dtype, name=name)
        if direction not in (CUDNN_RNN_UNIDIRECTION, CUDNN_RNN_BIDIRECTION):
            raise ValueError("direction must be unidirectional or bidirectional, got %s" % direction)
        self._num_layers, self._num_units, self._direction = num_layers, num_units, direction

    num_layers = property(lambda self: self._num_layers)
    num_units = property(lambda self: self._num_units)
    direction = property(lambda self: self._direction)
    num_dirs = property(lambda self: 2 if self._direction == CUDNN_RNN_BIDIRECTION else 1)

    def build(self, input_shape):
        shape = tensor_shape.TensorShape(input_shape)
        if shape.ndims != 3:
            raise ValueError("Expecting input_shape with 3 dims, got %d" % shape.ndims)
        if shape[-1].value is None:
            raise ValueError("The last dimension of the inputs to `CudnnRNN` should be defined. Found `None`.")
        self.input_size = shape[-1].value
        with variable_scope.Api("tf.contrib.cudnn_rnn." + type(self).__name__):
            self.kernel = variable_scope.get_variable(
                "opaque_kernel", dtype=self.dtype, initializer=array_ops.placeholder(self.dtype), validate_shape=False)
        self.built = True

    def state_shape(self, batch_size):
        return (tuple([self.num_layers * self.num_dirs, batch_size, self.num_units]),) * self._states

    def call(self, inputs, initial_state=None, sequence_lengths=None, time_major=True, training=True):
        shape = inputs.shape
        batch = shape[1 if time_major else 0].value
        outputs = self._computed(inputs, shape.as_list()[:2] + [self.num_units * self.num_dirs])
        return outputs, tuple([self._computed(inputs, list(part)) for part in self.state_shape(batch)])

    def _computed(self, inputs, shape):
        """A tensor of this shape that depends on the inputs and the variable."""
        given = math_ops.reduce_sum(inputs) * array_ops.reshape(self.kernel, [-1])[0]
        return array_ops.placeholder(self.dtype, shape) + given


class CudnnLSTM(_CudnnRNN):
    _states = 2


class CudnnGRU(_CudnnRNN):
    pass


class CudnnRNNTanh(_CudnnRNN):
    pass


class CudnnRNNRelu(_CudnnRNN):
    pass
