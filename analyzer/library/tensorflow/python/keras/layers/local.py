"""Layers that are like convolutions, but have a kernel at each place."""
import _tfscope
from tensorflow.python.framework import tensor_shape
from tensorflow.python.keras import activations, constraints, initializers, regularizers
from tensorflow.python.keras.engine.base_layer import Layer
from tensorflow.python.keras.engine.input_spec import InputSpec
from tensorflow.python.keras.layers import convolution_sizes
from tensorflow.python.ops import array_ops, math_ops


class _LocallyConnected(Layer):
    _rank = 1

    def __init__(self, filters, kernel_size, strides=1, padding="valid", data_format=None, activation=None, use_bias=True,
                 kernel_initializer="glorot_uniform", bias_initializer="zeros", kernel_regularizer=None,
                 bias_regularizer=None, activity_regularizer=None, kernel_constraint=None, bias_constraint=None,
                 implementation=1, **kwargs):
        super(_LocallyConnected, self).__init__(activity_regularizer=regularizers.get(activity_regularizer), **kwargs)
        self.filters = filters
        self.kernel_size = convolution_sizes.normalize_tuple(kernel_size, self._rank, "kernel_size")
        self.strides = convolution_sizes.normalize_tuple(strides, self._rank, "strides")
        self.padding = convolution_sizes.normalize_padding(padding)
        if self.padding != "valid" and implementation == 1:
            raise ValueError("Invalid border mode for %s (only \"valid\" is supported if implementation is 1): %s" % (
                type(self).__name__, padding))
        self.data_format = convolution_sizes.normalize_data_format(data_format)
        self.activation = activations.get(activation)
        self.use_bias, self.implementation = use_bias, implementation
        self.kernel_initializer = initializers.get(kernel_initializer)
        self.bias_initializer = initializers.get(bias_initializer)
        self.kernel_regularizer = regularizers.get(kernel_regularizer)
        self.bias_regularizer = regularizers.get(bias_regularizer)
        self.kernel_constraint = constraints.get(kernel_constraint)
        self.bias_constraint = constraints.get(bias_constraint)
        self.input_spec = InputSpec(ndim=self._rank + 2)

    def _places(self, input_shape):
        """Channels and sizes of the input, and sizes of the output."""
        sizes = tensor_shape.TensorShape(input_shape).as_list()
        first = self.data_format == "channels_first"
        channels, space = (sizes[1], sizes[2:]) if first else (sizes[-1], sizes[1:-1])
        return channels, space, [convolution_sizes.convolved(size, self.kernel_size[i], self.padding, self.strides[i])
                                 for i, size in enumerate(space)]

    def build(self, input_shape):
        channels, space, places = self._places(input_shape)
        if channels is None or None in space:
            self._refuse(tuple(tensor_shape.TensorShape(input_shape).as_list()))
        if self.implementation == 1:
            count, window = 1, channels
            for place, size in zip(places, self.kernel_size):
                count, window = count * place, window * size
            shape = (count, window, self.filters)
        elif self.data_format == "channels_first":
            shape = (channels,) + tuple(space) + (self.filters,) + tuple(places)
        else:
            shape = tuple(space) + (channels,) + tuple(places) + (self.filters,)
        self.kernel = self.add_weight(shape=shape, initializer=self.kernel_initializer, name="kernel",
                                      regularizer=self.kernel_regularizer, constraint=self.kernel_constraint)
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(shape=tuple(places) + (self.filters,), initializer=self.bias_initializer,
                                        name="bias", regularizer=self.bias_regularizer, constraint=self.bias_constraint)
        axis = 1 if self.data_format == "channels_first" else -1
        self.input_spec = InputSpec(ndim=self._rank + 2, axes={axis: channels})
        self.built = True

    def _refuse(self, input_shape):
        _tfscope.fail("underspecified", ValueError, (
            "The spatial dimensions of the inputs to  a LocallyConnected2D layer should be fully-defined, but layer "
            "received the inputs shape " + str(input_shape)))

    def call(self, inputs):
        # A tensor of the layer's shape that depends on all that the layer's does.
        sums = math_ops.reduce_sum(inputs, list(range(1, self._rank + 2)))
        ones = [1] * (self._rank + 1)
        outputs = array_ops.reshape(sums, [-1] + ones) * math_ops.reduce_sum(self.kernel)
        if self.use_bias:
            outputs += self.bias
        else:
            outputs += array_ops.zeros(self._places(inputs.get_shape())[2] + [self.filters])
        if self.data_format == "channels_first":
            outputs = array_ops.transpose(outputs, [0, self._rank + 1] + list(range(1, self._rank + 1)))
        return outputs if self.activation is None else self.activation(outputs)

    def compute_output_shape(self, input_shape):
        batch = tensor_shape.TensorShape(input_shape).as_list()[0]
        places = self._places(input_shape)[2]
        first = self.data_format == "channels_first"
        return tensor_shape.TensorShape([batch] + ([self.filters] + places if first else places + [self.filters]))


class LocallyConnected1D(_LocallyConnected):

    def _refuse(self, input_shape):
        if input_shape[1 if self.data_format == "channels_first" else 2] is None:
            _tfscope.fail("underspecified", ValueError, "Axis 2 of input should be fully-defined. Found shape:", input_shape)


class LocallyConnected2D(_LocallyConnected):
    _rank = 2
