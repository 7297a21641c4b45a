"""Keras' dense layer and the layers without weights."""
import _tfscope
from tensorflow.python.framework import dtypes, ops, smart_cond, tensor_shape
from tensorflow.python.keras import activations, backend, constraints, initializers, regularizers
from tensorflow.python.keras.engine.base_layer import Layer
from tensorflow.python.keras.engine.input_spec import InputSpec
from tensorflow.python.ops import array_ops, math_ops, nn_ops, variable_scope
from tensorflow.python.util import signatures


class Dense(Layer):
    _takes_tensors = True

    def __init__(self, units, activation=None, use_bias=True, kernel_initializer="glorot_uniform",
                 bias_initializer="zeros", kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None,
                 kernel_constraint=None, bias_constraint=None, **kwargs):
        if "input_shape" not in kwargs and "input_dim" in kwargs:
            kwargs["input_shape"] = (kwargs.pop("input_dim"),)
        super(Dense, self).__init__(activity_regularizer=regularizers.get(activity_regularizer), **kwargs)
        self.units = units if _tfscope.is_unknown(units) or isinstance(units, int) else int(units)
        self.activation = activations.get(activation)
        self.use_bias = use_bias
        self.kernel_initializer = initializers.get(kernel_initializer)
        self.bias_initializer = initializers.get(bias_initializer)
        self.kernel_regularizer = regularizers.get(kernel_regularizer)
        self.bias_regularizer = regularizers.get(bias_regularizer)
        self.kernel_constraint = constraints.get(kernel_constraint)
        self.bias_constraint = constraints.get(bias_constraint)
        self.supports_masking = True
        self.input_spec = InputSpec(min_ndim=2)

    def build(self, input_shape):
        dtype = dtypes.as_dtype(self.dtype or backend.floatx())
        if not (dtype.is_floating or dtype.is_complex):
            raise TypeError("Unable to build `Dense` layer with non-floating point dtype %s" % (dtype,))
        input_shape = tensor_shape.TensorShape(input_shape)
        last = None if input_shape.ndims is None else tensor_shape.dimension_value(input_shape[-1])
        if last is None:
            _tfscope.fail("underspecified", ValueError,
                          "The last dimension of the inputs to `Dense` should be defined. Found `None`.")
        self.input_spec = InputSpec(min_ndim=2, axes={-1: last})
        self.kernel = self.add_weight(
            "kernel", shape=[last, self.units], initializer=self.kernel_initializer, regularizer=self.kernel_regularizer,
            constraint=self.kernel_constraint, dtype=self.dtype, trainable=True)
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(
                "bias", shape=[self.units], initializer=self.bias_initializer, regularizer=self.bias_regularizer,
                constraint=self.bias_constraint, dtype=self.dtype, trainable=True)
        self.built = True

    def call(self, inputs):
        rank = inputs.shape.ndims
        if inputs.shape._is_uncertain:
            outputs = ops.create_op("MatMul", [inputs, ops.convert_to_tensor(self.kernel)], [(inputs.shape, inputs.dtype)]).outputs[0]
        elif rank is not None and rank > 2:
            outputs = math_ops.tensordot(inputs, self.kernel, [[rank - 1], [0]])
            outputs.set_shape(inputs.shape.as_list()[:-1] + [self.units])
        else:
            outputs = math_ops.matmul(inputs, self.kernel)
        if self.use_bias:
            outputs = nn_ops.bias_add(outputs, self.bias)
        return outputs if self.activation is None else self.activation(outputs)

    def compute_output_shape(self, input_shape):
        return tensor_shape.TensorShape(input_shape)[:-1].concatenate([self.units])


class Dropout(Layer):
    _takes_tensors = True

    def __init__(self, rate, noise_shape=None, seed=None, **kwargs):
        super(Dropout, self).__init__(**kwargs)
        self.rate = rate
        self.noise_shape = noise_shape
        self.seed = seed
        self.supports_masking = True

    def call(self, inputs, training=None):
        if training is None:
            training = backend.learning_phase()
        return smart_cond.smart_cond(
            training,
            lambda: nn_ops.dropout(inputs, noise_shape=self._get_noise_shape(inputs), seed=self.seed, rate=self.rate),
            lambda: array_ops.identity(inputs))

    def _get_noise_shape(self, inputs):
        if self.noise_shape is None:
            return None
        sizes = array_ops.shape(inputs)
        return ops.convert_to_tensor([sizes[i] if size is None else size for i, size in enumerate(self.noise_shape)])

    def compute_output_shape(self, input_shape):
        return input_shape


class Flatten(Layer):
    _takes_tensors = True

    def __init__(self, data_format=None, **kwargs):
        super(Flatten, self).__init__(**kwargs)
        self.data_format = data_format or backend.image_data_format()
        self.input_spec = InputSpec(min_ndim=1)

    def call(self, inputs):
        rank = inputs.shape.ndims
        if self.data_format == "channels_first" and rank is not None and rank > 1:
            inputs = array_ops.transpose(inputs, perm=[0] + [i for i in range(2, rank)] + [1])
        batch = inputs.shape.as_list()[0] if rank else None
        if not _tfscope.is_unknown(batch) and not batch:
            batch = array_ops.shape(inputs)[0]
        outputs = array_ops.reshape(inputs, (batch, -1))
        outputs.set_shape(self.compute_output_shape(inputs.shape))
        return outputs

    def compute_output_shape(self, input_shape):
        sizes = tensor_shape.TensorShape(input_shape).as_list()
        width = 1
        for size in sizes[1:]:
            width = width * size if width is not None and (_tfscope.is_unknown(size) or size) else None
        return tensor_shape.TensorShape([sizes[0], width])


class Activation(Layer):

    def __init__(self, activation, **kwargs):
        super(Activation, self).__init__(**kwargs)
        self.supports_masking = True
        self.activation = activations.get(activation)

    def call(self, inputs):
        return self.activation(inputs)


class Reshape(Layer):

    def __init__(self, target_shape, **kwargs):
        super(Reshape, self).__init__(**kwargs)
        self.target_shape = tuple(target_shape)

    def call(self, inputs):
        return array_ops.reshape(inputs, (array_ops.shape(inputs)[0],) + self.target_shape)

    def compute_output_shape(self, input_shape):
        sizes = tensor_shape.TensorShape(input_shape).as_list()
        if any([_tfscope.is_unknown(size) for size in self.target_shape]):
            return tensor_shape.TensorShape([sizes[0]] + [
                size if _tfscope.is_unknown(size) or size >= 0 else _tfscope.unknown("int") for size in self.target_shape])
        if None in sizes[1:]:
            return tensor_shape.TensorShape([sizes[0]] + [None if size == -1 else size for size in self.target_shape])
        known = [size for size in self.target_shape if size >= 0]
        if len(known) < len(self.target_shape) - 1:
            raise ValueError("Can only specify one unknown dimension.")
        whole, part = _product(sizes[1:]), _product(known)
        if part == 0 or whole % part != 0 or len(known) == len(self.target_shape) and whole != part:
            raise ValueError("total size of new array must be unchanged")
        return tensor_shape.TensorShape([sizes[0]] + [whole // part if size < 0 else size for size in self.target_shape])


def _product(sizes):
    result = 1
    for size in sizes:
        result *= size
    return result


class Permute(Layer):

    def __init__(self, dims, **kwargs):
        super(Permute, self).__init__(**kwargs)
        self.dims = tuple(dims)
        if sorted(dims) != list(range(1, len(dims) + 1)):
            raise ValueError("Invalid permutation `dims` for Permute Layer: %s. The set of indices in `dims` must be consecutive "
                             "and start from 1." % (dims,))
        self.input_spec = InputSpec(ndim=len(self.dims) + 1)

    def call(self, inputs):
        return array_ops.transpose(inputs, perm=(0,) + self.dims)

    def compute_output_shape(self, input_shape):
        sizes = tensor_shape.TensorShape(input_shape).as_list()
        return tensor_shape.TensorShape([sizes[0]] + [sizes[dim] for dim in self.dims])


class RepeatVector(Layer):

    def __init__(self, n, **kwargs):
        super(RepeatVector, self).__init__(**kwargs)
        self.n = n
        self.input_spec = InputSpec(ndim=2)

    def call(self, inputs):
        return backend.repeat(inputs, self.n)

    def compute_output_shape(self, input_shape):
        sizes = tensor_shape.TensorShape(input_shape).as_list()
        return tensor_shape.TensorShape([sizes[0], self.n, sizes[1]])


class Lambda(Layer):

    def __init__(self, function, output_shape=None, mask=None, arguments=None, **kwargs):
        super(Lambda, self).__init__(**kwargs)
        self.function, self.mask = function, mask
        self.arguments = arguments if arguments else {}
        self.supports_masking = mask is not None
        self._output_shape = output_shape
        self._made = {}  # variables of the function by name: a second call shares them

    def call(self, inputs, mask=None, training=None):
        arguments = self.arguments
        names = signatures.names_of(self.function)
        if "mask" in names:
            arguments["mask"] = mask
        if "training" in names:
            arguments["training"] = training
        with variable_scope.variable_creator_scope(self._variable_creator):
            return self.function(inputs, **arguments)

    def _variable_creator(self, next_creator, **kwargs):
        name = kwargs["name"]
        if name not in self._made:
            self._made[name] = made = next_creator(**kwargs)
            (self._trainable_weights if made.trainable else self._non_trainable_weights).append(made)
        return self._made[name]

    def compute_mask(self, inputs, mask=None):
        return self.mask(inputs, mask) if callable(self.mask) else self.mask


class Masking(Layer):

    def __init__(self, mask_value=0., **kwargs):
        super(Masking, self).__init__(**kwargs)
        self.supports_masking = True
        self.mask_value = mask_value
        self._compute_output_and_mask_jointly = True

    def compute_mask(self, inputs, mask=None):
        return backend.any(math_ops.not_equal(inputs, self.mask_value), axis=-1)

    def call(self, inputs):
        mask = backend.any(math_ops.not_equal(inputs, self.mask_value), axis=-1, keepdims=True)
        outputs = inputs * math_ops.cast(mask, inputs.dtype)
        outputs._keras_mask = array_ops.squeeze(mask, axis=-1)
        return outputs

    def compute_output_shape(self, input_shape):
        return input_shape


class _SpatialDropout(Dropout):
    """Drops whole channels."""

    def __init__(self, rate, data_format=None, **kwargs):
        super(_SpatialDropout, self).__init__(rate, **kwargs)
        self.data_format = data_format or backend.image_data_format()
        if self.data_format not in ("channels_last", "channels_first"):
            raise ValueError("data_format must be in {\"channels_last\", \"channels_first\"}")
        self.input_spec = InputSpec(ndim=self._rank + 2)

    def _get_noise_shape(self, inputs):
        sizes = array_ops.shape(inputs)
        ones = (1,) * self._rank
        if self.data_format == "channels_first":
            return (sizes[0], sizes[1]) + ones
        return (sizes[0],) + ones + (sizes[self._rank + 1],)


class SpatialDropout1D(_SpatialDropout):
    _rank = 1

    def __init__(self, rate, **kwargs):
        super(SpatialDropout1D, self).__init__(rate, "channels_last", **kwargs)


class SpatialDropout2D(_SpatialDropout):
    _rank = 2


class SpatialDropout3D(_SpatialDropout):
    _rank = 3


class ActivityRegularization(Layer):

    def __init__(self, l1=0.0, l2=0.0, **kwargs):
        super(ActivityRegularization, self).__init__(activity_regularizer=regularizers.L1L2(l1=l1, l2=l2), **kwargs)
        self.l1, self.l2 = l1, l2
