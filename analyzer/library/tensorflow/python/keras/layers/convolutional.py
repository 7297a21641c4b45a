"""Convolution layers: kernels of the window, the input's channels and the filters."""
import _tfscope
from tensorflow.python.framework import ops, tensor_shape
from tensorflow.python.keras import activations, backend, constraints, initializers, regularizers
from tensorflow.python.keras.engine.base_layer import Layer
from tensorflow.python.keras.engine.input_spec import InputSpec
from tensorflow.python.keras.layers import convolution_sizes
from tensorflow.python.keras.layers.convolution_sizes import normalize_tuple
from tensorflow.python.keras.layers.resizing import (
    Cropping1D, Cropping2D, Cropping3D, UpSampling1D, UpSampling2D, UpSampling3D, ZeroPadding1D, ZeroPadding2D, ZeroPadding3D)
from tensorflow.python.ops import array_ops, nn_impl, nn_ops


class Conv(Layer):
    _takes_tensors = True

    def __init__(self, rank, filters, kernel_size, strides=1, padding="valid", data_format=None, dilation_rate=1,
                 activation=None, use_bias=True, kernel_initializer="glorot_uniform", bias_initializer="zeros",
                 kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None,
                 bias_constraint=None, trainable=True, name=None, **kwargs):
        super(Conv, self).__init__(trainable=trainable, name=name,
                                   activity_regularizer=regularizers.get(activity_regularizer), **kwargs)
        self.rank = rank
        self.filters = filters
        self.kernel_size = normalize_tuple(kernel_size, rank, "kernel_size")
        self.strides = normalize_tuple(strides, rank, "strides")
        self.padding = convolution_sizes.normalize_padding(padding)
        self.data_format = convolution_sizes.normalize_data_format(data_format)
        self.dilation_rate = normalize_tuple(dilation_rate, rank, "dilation_rate")
        self.activation = activations.get(activation)
        self.use_bias = use_bias
        self.kernel_initializer = initializers.get(kernel_initializer)
        self.bias_initializer = initializers.get(bias_initializer)
        self.kernel_regularizer = regularizers.get(kernel_regularizer)
        self.bias_regularizer = regularizers.get(bias_regularizer)
        self.kernel_constraint = constraints.get(kernel_constraint)
        self.bias_constraint = constraints.get(bias_constraint)
        self.input_spec = InputSpec(ndim=rank + 2)
        if self.padding == "causal" and not isinstance(self, (Conv1D, SeparableConv1D)):
            raise ValueError("Causal padding is only supported for `Conv1D`and ``SeparableConv1D`.")

    def _channels(self, input_shape):
        axis = 1 if self.data_format == "channels_first" else -1
        shape = tensor_shape.TensorShape(input_shape)
        size = None if shape.ndims is None else tensor_shape.dimension_value(shape.dims[axis])
        if size is None:
            _tfscope.fail("underspecified", ValueError,
                          "The channel dimension of the inputs should be defined. Found `None`.")
        self.input_spec = InputSpec(ndim=self.rank + 2, axes={axis: size})
        return size

    def _add_kernel(self, shape, name="kernel"):
        return self.add_weight(name=name, shape=shape, initializer=self.kernel_initializer,
                               regularizer=self.kernel_regularizer, constraint=self.kernel_constraint, trainable=True,
                               dtype=self.dtype)

    def _add_bias(self):
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.filters,), initializer=self.bias_initializer,
                                        regularizer=self.bias_regularizer, constraint=self.bias_constraint,
                                        trainable=True, dtype=self.dtype)
        self.built = True

    def build(self, input_shape):
        channels = self._channels(input_shape)
        self.kernel = self._add_kernel(self.kernel_size + (channels, self.filters))
        self._add_bias()
        self._convolution_op = nn_ops.Convolution(
            tensor_shape.TensorShape(input_shape), filter_shape=self.kernel.shape, dilation_rate=self.dilation_rate,
            strides=self.strides, padding=_op_padding(self.padding),
            data_format=convolution_sizes.op_format(self.data_format, self.rank))
        self.built = True

    def call(self, inputs):
        if self.padding == "causal":
            inputs = self._padded(inputs)
        return self._finish(self._convolution_op(inputs, self.kernel))

    def _padded(self, inputs):
        left = self.dilation_rate[0] * (self.kernel_size[0] - 1)
        first = self.data_format == "channels_first"
        return array_ops.pad(inputs, [[0, 0], [0, 0], [left, 0]] if first else [[0, 0], [left, 0], [0, 0]])

    def _finish(self, outputs):
        """Bias and activation."""
        first = self.data_format == "channels_first"
        if self.use_bias:
            if first and self.rank == 1:
                outputs += array_ops.reshape(self.bias, (1, self.filters, 1))
            else:
                outputs = nn_ops.bias_add(outputs, self.bias, data_format="NCHW" if first else "NHWC")
        return outputs if self.activation is None else self.activation(outputs)

    def compute_output_shape(self, input_shape):
        return self._with_space(input_shape, [
            convolution_sizes.convolved(size, self.kernel_size[i], self.padding, self.strides[i], self.dilation_rate[i])
            for i, size in enumerate(self._space(input_shape))])

    def _space(self, input_shape):
        sizes = tensor_shape.TensorShape(input_shape).as_list()
        return sizes[2:] if self.data_format == "channels_first" else sizes[1:-1]

    def _with_space(self, input_shape, space):
        batch = tensor_shape.TensorShape(input_shape).as_list()[0]
        first = self.data_format == "channels_first"
        return tensor_shape.TensorShape([batch, self.filters] + space if first else [batch] + space + [self.filters])


def _op_padding(padding):
    return "VALID" if padding == "causal" else padding.upper()


def _conv_class(rank, default_strides):

    class _Conv(Conv):

        def __init__(self, filters, kernel_size, strides=default_strides, padding="valid", data_format=None,
                     dilation_rate=1, activation=None, use_bias=True, kernel_initializer="glorot_uniform",
                     bias_initializer="zeros", kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None,
                     kernel_constraint=None, bias_constraint=None, **kwargs):
            super(_Conv, self).__init__(
                rank=rank, filters=filters, kernel_size=kernel_size, strides=strides, padding=padding,
                data_format=data_format, dilation_rate=dilation_rate, activation=activation, use_bias=use_bias,
                kernel_initializer=kernel_initializer, bias_initializer=bias_initializer,
                kernel_regularizer=kernel_regularizer, bias_regularizer=bias_regularizer,
                activity_regularizer=activity_regularizer, kernel_constraint=kernel_constraint,
                bias_constraint=bias_constraint, **kwargs)

    _Conv.__name__ = "Conv%dD" % rank
    return _Conv


Conv1D = Convolution1D = _conv_class(1, 1)
Conv2D = Convolution2D = _conv_class(2, (1, 1))
Conv3D = Convolution3D = _conv_class(3, (1, 1, 1))


class _Transposed(object):
    """A convolution backwards: filters and channels change places in the kernel."""

    def build(self, input_shape):
        if len(tensor_shape.TensorShape(input_shape)) != self.rank + 2:
            raise ValueError("Inputs should have rank %d. Received input shape: %s" % (self.rank + 2, input_shape))
        channels = self._channels(input_shape)
        self.kernel = self._add_kernel(self.kernel_size + (self.filters, channels))
        self._add_bias()
        self.built = True

    def _deconvolved(self, space):
        extra = self.output_padding or (None,) * self.rank
        return [convolution_sizes.deconvolved(size, self.kernel_size[i], self.padding, extra[i], self.strides[i],
                                              self.dilation_rate[i] if self.rank == 2 else 1)
                for i, size in enumerate(space)]

    def call(self, inputs):
        first = self.data_format == "channels_first"
        sizes = array_ops.shape(inputs)
        batch, start = sizes[0], 2 if first else 1
        space = self._deconvolved([sizes[start + i] for i in range(self.rank)])
        sizes = array_ops.stack([batch, self.filters] + space if first else [batch] + space + [self.filters])
        strides = (1, 1) + self.strides if first else (1,) + self.strides + (1,)
        outputs = self._transposed(inputs, sizes, strides)
        outputs.set_shape(self.compute_output_shape(inputs.shape))
        return self._finish(outputs)

    def compute_output_shape(self, input_shape):
        return self._with_space(input_shape, self._deconvolved(self._space(input_shape)))


class Conv2DTranspose(_Transposed, Conv2D):

    def __init__(self, filters, kernel_size, strides=(1, 1), padding="valid", output_padding=None, **kwargs):
        super(Conv2DTranspose, self).__init__(filters, kernel_size, strides=strides, padding=padding, **kwargs)
        self.output_padding = convolution_sizes.output_padding(output_padding, self.strides)

    def _transposed(self, inputs, sizes, strides):
        return backend.conv2d_transpose(inputs, self.kernel, sizes, strides=self.strides, padding=self.padding,
                                        data_format=self.data_format, dilation_rate=self.dilation_rate)


class Conv3DTranspose(_Transposed, Conv3D):

    def __init__(self, filters, kernel_size, strides=(1, 1, 1), padding="valid", output_padding=None, **kwargs):
        super(Conv3DTranspose, self).__init__(filters, kernel_size, strides=strides, padding=padding, **kwargs)
        self.output_padding = convolution_sizes.output_padding(output_padding, self.strides)

    def _transposed(self, inputs, sizes, strides):
        return nn_ops.conv3d_transpose(inputs, self.kernel, sizes, strides, padding=self.padding.upper(),
                                       data_format=convolution_sizes.op_format(self.data_format, 3))


class SeparableConv(Conv):

    def __init__(self, rank, filters, kernel_size, strides=1, padding="valid", data_format=None, dilation_rate=1,
                 depth_multiplier=1, activation=None, use_bias=True, depthwise_initializer="glorot_uniform",
                 pointwise_initializer="glorot_uniform", bias_initializer="zeros", depthwise_regularizer=None,
                 pointwise_regularizer=None, bias_regularizer=None, activity_regularizer=None, depthwise_constraint=None,
                 pointwise_constraint=None, bias_constraint=None, trainable=True, name=None, **kwargs):
        super(SeparableConv, self).__init__(
            rank=rank, filters=filters, kernel_size=kernel_size, strides=strides, padding=padding, data_format=data_format,
            dilation_rate=dilation_rate, activation=activation, use_bias=use_bias, bias_initializer=bias_initializer,
            bias_regularizer=bias_regularizer, activity_regularizer=activity_regularizer, bias_constraint=bias_constraint,
            trainable=trainable, name=name, **kwargs)
        self.depth_multiplier = depth_multiplier
        self._parts = [
            (initializers.get(depthwise_initializer), regularizers.get(depthwise_regularizer), depthwise_constraint),
            (initializers.get(pointwise_initializer), regularizers.get(pointwise_regularizer), pointwise_constraint)]

    def _add_part(self, index, name, shape):
        initializer, regularizer, constraint = self._parts[index]
        return self.add_weight(name=name, shape=shape, initializer=initializer, regularizer=regularizer,
                               constraint=constraints.get(constraint), trainable=True, dtype=self.dtype)

    def build(self, input_shape):
        channels = self._channels(input_shape)
        self.depthwise_kernel = self._add_part(0, "depthwise_kernel", self.kernel_size + (channels, self.depth_multiplier))
        self.pointwise_kernel = self._add_part(
            1, "pointwise_kernel", (1,) * self.rank + (self.depth_multiplier * channels, self.filters))
        self._add_bias()

    def call(self, inputs):
        if self.padding == "causal":
            inputs = self._padded(inputs)
        line, first = self.rank == 1, self.data_format == "channels_first"
        depthwise, pointwise, strides, rate = self.depthwise_kernel, self.pointwise_kernel, self.strides, self.dilation_rate
        spatial = 2 if first else 1
        if line:  # seen as an image of one row
            inputs = array_ops.expand_dims(inputs, spatial)
            depthwise, pointwise = array_ops.expand_dims(depthwise, 0), array_ops.expand_dims(pointwise, 0)
            strides, rate = strides * 2, (1,) + rate
        outputs = nn_impl.separable_conv2d(
            inputs, depthwise, pointwise, strides=(1, 1) + strides if first else (1,) + strides + (1,),
            padding=_op_padding(self.padding), rate=rate,
            data_format="NCHW" if first else "NHWC")
        outputs = self._with_bias(outputs)
        if line:
            outputs = array_ops.squeeze(outputs, [spatial])
        return outputs if self.activation is None else self.activation(outputs)

    def _with_bias(self, outputs):
        if not self.use_bias:
            return outputs
        return nn_ops.bias_add(outputs, self.bias, data_format="NCHW" if self.data_format == "channels_first" else "NHWC")


class SeparableConv1D(SeparableConv):

    def __init__(self, filters, kernel_size, strides=1, padding="valid", data_format=None, dilation_rate=1, **kwargs):
        super(SeparableConv1D, self).__init__(1, filters, kernel_size, strides, padding, data_format, dilation_rate, **kwargs)


class SeparableConv2D(SeparableConv):

    def __init__(self, filters, kernel_size, strides=(1, 1), padding="valid", data_format=None, dilation_rate=(1, 1),
                 **kwargs):
        super(SeparableConv2D, self).__init__(2, filters, kernel_size, strides, padding, data_format, dilation_rate, **kwargs)


class DepthwiseConv2D(Conv2D):

    def __init__(self, kernel_size, strides=(1, 1), padding="valid", depth_multiplier=1, data_format=None,
                 activation=None, use_bias=True, depthwise_initializer="glorot_uniform", bias_initializer="zeros",
                 depthwise_regularizer=None, bias_regularizer=None, activity_regularizer=None, depthwise_constraint=None,
                 bias_constraint=None, **kwargs):
        super(DepthwiseConv2D, self).__init__(
            filters=None, kernel_size=kernel_size, strides=strides, padding=padding, data_format=data_format,
            activation=activation, use_bias=use_bias, kernel_initializer=depthwise_initializer,
            bias_initializer=bias_initializer, kernel_regularizer=depthwise_regularizer, bias_regularizer=bias_regularizer,
            activity_regularizer=activity_regularizer, kernel_constraint=depthwise_constraint,
            bias_constraint=bias_constraint, **kwargs)
        self.depth_multiplier = depth_multiplier

    def build(self, input_shape):
        channels = self._channels(input_shape)
        self.depthwise_kernel = self._add_kernel(self.kernel_size + (channels, self.depth_multiplier), "depthwise_kernel")
        self.filters = channels * self.depth_multiplier
        self._add_bias()

    def call(self, inputs):
        first = self.data_format == "channels_first"
        return self._finish(nn_impl.depthwise_conv2d(
            inputs, self.depthwise_kernel, strides=(1, 1) + self.strides if first else (1,) + self.strides + (1,),
            padding=self.padding.upper(), rate=self.dilation_rate, data_format="NCHW" if first else "NHWC"))


Convolution2DTranspose = Conv2DTranspose
Convolution3DTranspose = Conv3DTranspose
SeparableConvolution1D = SeparableConv1D
SeparableConvolution2D = SeparableConv2D
