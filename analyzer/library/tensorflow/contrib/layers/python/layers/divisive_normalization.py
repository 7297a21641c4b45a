"""Generalized divisive normalization."""
import _tfscope
from tensorflow.python.framework import tensor_shape
from tensorflow.python.layers import base
from tensorflow.python.ops import array_ops, init_ops, math_ops, nn_ops


class GDN(base.Layer):
    """Divides each channel by a root of what all of them come to."""

    def __init__(self, inverse=False, beta_min=1e-6, gamma_init=.1, reparam_offset=2 ** -18, data_format="channels_last",
                 activity_regularizer=None, trainable=True, name=None, **kwargs):
        super(GDN, self).__init__(trainable=trainable, name=name, activity_regularizer=activity_regularizer, **kwargs)
        self.inverse = inverse
        self.data_format = data_format
        self.input_spec = base.InputSpec(min_ndim=3, max_ndim=5)

    def build(self, input_shape):
        axis = 1 if self.data_format == "channels_first" else -1
        shape = tensor_shape.TensorShape(input_shape)
        channels = tensor_shape.dimension_value(shape[axis])
        if channels is None:
            _tfscope.fail("underspecified", ValueError,
                          "The channel dimension of the inputs to `GDN` must be defined.")
        self.beta = math_ops.square(self.add_variable(
            "reparam_beta", shape=[channels], initializer=init_ops.ones_initializer(), dtype=self.dtype, trainable=True))
        self.gamma = math_ops.square(self.add_variable(
            "reparam_gamma", shape=[channels, channels], initializer=init_ops.identity_initializer(), dtype=self.dtype,
            trainable=True))
        self.built = True

    def call(self, inputs):
        rank = inputs.shape.ndims
        first = self.data_format == "channels_first"
        order = [0] + list(range(2, rank)) + [1]
        squares = math_ops.square(array_ops.transpose(inputs, order) if first else inputs)
        norms = nn_ops.bias_add(math_ops.tensordot(squares, self.gamma, [[rank - 1], [0]]), self.beta)
        if first:
            norms = array_ops.transpose(norms, [0, rank - 1] + list(range(1, rank - 1)))
        outputs = inputs * (math_ops.sqrt(norms) if self.inverse else math_ops.rsqrt(norms))
        outputs.set_shape(inputs.get_shape())
        return outputs

    def compute_output_shape(self, input_shape):
        return tensor_shape.TensorShape(input_shape)


def gdn(inputs, inverse=False, beta_min=1e-6, gamma_init=.1, reparam_offset=2 ** -18, data_format="channels_last",
        activity_regularizer=None, trainable=True, name=None, reuse=None):
    layer = GDN(inverse=inverse, data_format=data_format, activity_regularizer=activity_regularizer, trainable=trainable,
                name=name, dtype=inputs.dtype.base_dtype, _scope=name, _reuse=reuse)
    return layer.apply(inputs)
