"""Recurrent layers whose steps are images."""
import collections

from tensorflow.python.framework import tensor_shape
from tensorflow.python.keras import activations, constraints, initializers, regularizers
from tensorflow.python.keras.engine.base_layer import Layer
from tensorflow.python.keras.engine.input_spec import InputSpec
from tensorflow.python.keras.layers import convolution_sizes
from tensorflow.python.keras.layers.recurrent import RNN
from tensorflow.python.ops import array_ops, math_ops

_Cell = collections.namedtuple("cell", "state_size")


class ConvLSTM2D(RNN):

    def __init__(self, filters, kernel_size, strides=(1, 1), padding="valid", data_format=None, dilation_rate=(1, 1),
                 activation="tanh", recurrent_activation="hard_sigmoid", use_bias=True,
                 kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal", bias_initializer="zeros",
                 unit_forget_bias=True, kernel_regularizer=None, recurrent_regularizer=None, bias_regularizer=None,
                 activity_regularizer=None, kernel_constraint=None, recurrent_constraint=None, bias_constraint=None,
                 return_sequences=False, go_backwards=False, stateful=False, dropout=0., recurrent_dropout=0., **kwargs):
        self.return_state = kwargs.pop("return_state", False)
        Layer.__init__(self, activity_regularizer=regularizers.get(activity_regularizer), **kwargs)
        self.filters = filters
        self.kernel_size = convolution_sizes.normalize_tuple(kernel_size, 2, "kernel_size")
        self.strides = convolution_sizes.normalize_tuple(strides, 2, "strides")
        self.padding = convolution_sizes.normalize_padding(padding)
        self.data_format = convolution_sizes.normalize_data_format(data_format)
        self.dilation_rate = convolution_sizes.normalize_tuple(dilation_rate, 2, "dilation_rate")
        self.activation, self.recurrent_activation = activations.get(activation), activations.get(recurrent_activation)
        self.use_bias, self.unit_forget_bias = use_bias, unit_forget_bias
        self.dropout, self.recurrent_dropout = dropout, recurrent_dropout
        self.return_sequences, self.go_backwards, self.stateful = return_sequences, go_backwards, stateful
        self.unroll = self.time_major = False
        self.supports_masking = True
        self.cell = _Cell((filters, filters))
        self.states = [None, None]
        self._num_constants = 0
        self.input_spec = [InputSpec(ndim=5)]
        parts = (("kernel", kernel_initializer, kernel_regularizer, kernel_constraint),
                 ("recurrent_kernel", recurrent_initializer, recurrent_regularizer, recurrent_constraint),
                 ("bias", bias_initializer, bias_regularizer, bias_constraint))
        self._parts = {name: dict(name=name, initializer=initializers.get(initializer), regularizer=regularizers.get(
            regularizer), constraint=constraints.get(constraint)) for name, initializer, regularizer, constraint in parts}

    def build(self, input_shape):
        shape = input_shape[0] if isinstance(input_shape, list) else input_shape
        sizes = tensor_shape.TensorShape(shape).as_list()
        channels = sizes[2] if self.data_format == "channels_first" else sizes[-1]
        if channels is None:
            raise ValueError("The channel dimension of the inputs should be defined. Found `None`.")
        width = 4 * self.filters
        self.kernel = self.add_weight(shape=self.kernel_size + (channels, width), **self._parts["kernel"])
        self.recurrent_kernel = self.add_weight(
            shape=self.kernel_size + (self.filters, width), **self._parts["recurrent_kernel"])
        self.bias = self.add_weight(shape=(width,), **self._parts["bias"]) if self.use_bias else None
        self.built = True

    def call(self, inputs, mask=None, training=None, initial_state=None):
        if isinstance(inputs, list):
            initial_state, inputs = inputs[1:] or None, inputs[0]
        # A tensor of the layer's shape that depends on all that the layer's does.
        weights = math_ops.reduce_sum(self.kernel) + math_ops.reduce_sum(self.recurrent_kernel)
        if self.use_bias:
            weights += math_ops.reduce_sum(self.bias)
        for state in initial_state or []:
            weights += math_ops.reduce_sum(state)
        steps = math_ops.reduce_sum(inputs, [2, 3, 4], keepdims=True) * weights
        _, _, places = self._sizes(inputs.get_shape())
        outputs = array_ops.tile(steps, [1, 1] + [1 if size is None else size for size in places])
        outputs.set_shape([None, None] + places) if None not in places else None
        last = outputs[:, -1]
        result = outputs if self.return_sequences else last
        return [result, last, last] if self.return_state else result

    def _sizes(self, input_shape):
        """The batch and the number of steps, and what each step comes to."""
        sizes = tensor_shape.TensorShape(input_shape).as_list()
        first = self.data_format == "channels_first"
        places = [convolution_sizes.convolved(size, self.kernel_size[i], self.padding, self.strides[i], self.dilation_rate[i])
                  for i, size in enumerate(sizes[3:] if first else sizes[2:4])]
        return sizes[0], sizes[1], [self.filters] + places if first else places + [self.filters]

    def compute_output_shape(self, input_shape):
        batch, time, places = self._sizes(input_shape[0] if isinstance(input_shape, list) else input_shape)
        output = tensor_shape.TensorShape([batch] + ([time] if self.return_sequences else []) + places)
        return [output] + [tensor_shape.TensorShape([batch] + places)] * 2 if self.return_state else output
