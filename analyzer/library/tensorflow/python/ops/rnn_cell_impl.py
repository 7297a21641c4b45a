"""RNN cells: layers that take an input and a state."""

import collections

from _tfscope import is_unknown, unknown
from tensorflow.python.framework import constant_op, dtypes, ops, tensor_shape, tensor_util
from tensorflow.python.keras import activations, initializers
from tensorflow.python.keras.engine.input_spec import InputSpec
from tensorflow.python.layers import base as base_layer
from tensorflow.python.ops import array_ops, clip_ops, init_ops, math_ops, nn_ops, variable_scope
from tensorflow.python.ops import partitioned_variables, variables
from tensorflow.python.util import nest


def assert_like_rnncell(cell_name, cell):
    if is_unknown(cell):
        return
    errors = [text for found, text in (
        (hasattr(cell, "output_size"), "'output_size' property is missing"),
        (hasattr(cell, "state_size"), "'state_size' property is missing"),
        (hasattr(cell, "get_initial_state") or hasattr(cell, "zero_state"),
         "either 'zero_state' or 'get_initial_state' method is required"),
        (callable(cell), "is not callable")) if not found]
    if errors:
        raise TypeError("The argument {!r} ({}) is not an RNNCell: {}.".format(cell_name, cell, ", ".join(errors)))


# ---- sizes of states
def concat_sizes(batch, size, static=False):
    """A batch size and the size of a state as one shape: a list of dimensions if static, else a tensor.

    Constants of the sizes are made in both cases.
    """
    parts = [_tensor_and_static(value, label) for value, label in ((batch, "prefix"), (size, "suffix"))]
    if static:
        shape = parts[0][1].concatenate(parts[1][1])
        return None if shape.ndims is None else shape.as_list()
    if any([tensor is None for tensor, _ in parts]):
        raise ValueError("Provided a prefix or suffix of None: %s and %s" % (batch, size))
    return array_ops.concat([tensor for tensor, _ in parts], 0)


_concat = concat_sizes


def _tensor_and_static(value, label):
    if isinstance(value, ops.Tensor):
        if value.shape.ndims not in (0, 1):
            raise ValueError("%s tensor must be either a scalar or vector, but saw tensor: %s" % (label, value))
        known = tensor_util.constant_value(value)
        static = tensor_shape.as_shape(known) if known is not None or value.shape.ndims else tensor_shape.TensorShape([None])
        return array_ops.expand_dims(value, 0) if value.shape.ndims == 0 else value, static
    shape = tensor_shape.as_shape([value] if is_unknown(value) else value)
    if shape._is_uncertain:
        return constant_op.constant([unknown("int")], dtype=dtypes.int32), shape  # one size, most likely
    return constant_op.constant(shape.as_list(), dtype=dtypes.int32) if shape.is_fully_defined() else None, shape


def zero_state_tensors(state_size, batch_size, dtype):

    def zeros(size):
        tensor = array_ops.zeros(concat_sizes(batch_size, size), dtype=dtype)
        tensor.set_shape(concat_sizes(batch_size, size, static=True))
        return tensor

    return nest.map_structure(zeros, state_size)


_zero_state_tensors = zero_state_tensors


# ---- the base classes
class RNNCell(base_layer.Layer):
    """A cell whose call makes its variables by get_variable, in the scope where it is called first."""

    def __init__(self, trainable=True, name=None, dtype=None, **kwargs):
        super(RNNCell, self).__init__(trainable=trainable, name=name, dtype=dtype, **kwargs)
        self._is_tf_rnn_cell = True

    def __call__(self, inputs, state, scope=None):
        if scope is not None:
            with variable_scope.variable_scope(scope, custom_getter=self._rnn_get_variable) as scope:
                return super(RNNCell, self).__call__(inputs, state, scope=scope)
        if getattr(self, "rnncell_scope", None) is None:
            self.rnncell_scope = variable_scope.variable_scope(
                variable_scope.get_variable_scope(), custom_getter=self._rnn_get_variable)
        with self.rnncell_scope:
            return super(RNNCell, self).__call__(inputs, state)

    def _rnn_get_variable(self, getter, *args, **kwargs):
        variable = getter(*args, **kwargs)
        part = list(variable)[0] if isinstance(variable, variables.PartitionedVariable) else variable
        trained = any([part is other for other in variables.trainable_variables()])
        weights = self._trainable_weights if trained else self._non_trainable_weights
        if not any([variable is other for other in weights]):
            weights.append(variable)
        return variable

    @property
    def state_size(self):
        raise NotImplementedError("Abstract method")

    @property
    def output_size(self):
        raise NotImplementedError("Abstract method")

    def build(self, _):
        pass

    def get_initial_state(self, inputs=None, batch_size=None, dtype=None):
        if inputs is not None:
            inputs = ops.convert_to_tensor(inputs, name="inputs")
            rows = inputs.shape.dims[0].value
            if batch_size is not None:
                wanted = tensor_util.constant_value(batch_size) if isinstance(batch_size, ops.Tensor) else batch_size
                if rows != wanted:
                    raise ValueError("batch size from input tensor is different from the input param. Input tensor batch: "
                                     "{}, batch_size: {}".format(rows, batch_size))
            if dtype is not None and inputs.dtype != dtype:
                raise ValueError("dtype from input tensor is different from the input param. Input tensor dtype: {}, "
                                 "dtype: {}".format(inputs.dtype, dtype))
            batch_size, dtype = rows or array_ops.shape(inputs)[0], inputs.dtype
        if batch_size is None or dtype is None:
            raise ValueError("batch_size and dtype cannot be None while constructing initial state: batch_size={}, "
                             "dtype={}".format(batch_size, dtype))
        return self.zero_state(batch_size, dtype)

    def zero_state(self, batch_size, dtype):
        with ops.name_scope(type(self).__name__ + "ZeroState", values=[batch_size]):
            return zero_state_tensors(self.state_size, batch_size, dtype)


class SizedByUnits(object):
    """Output and state have `_num_units`."""

    @property
    def state_size(self):
        return self._num_units

    @property
    def output_size(self):
        return self._num_units


class SizedByProjection(object):
    """The state of an LSTM whose output may be projected to `_num_proj`."""
    _state_is_tuple = True

    @property
    def output_size(self):
        return self._num_proj if self._num_proj else self._num_units

    @property
    def state_size(self):
        sizes = self._num_units, self.output_size
        return LSTMStateTuple(*sizes) if self._state_is_tuple else sizes[0] + sizes[1]


class LayerRNNCell(SizedByUnits, RNNCell):
    """A cell that makes its variables once, when it is built."""
    _takes_tensors = True

    def __call__(self, inputs, state, scope=None, *args, **kwargs):
        return base_layer.Layer.__call__(self, inputs, state, scope=scope, *args, **kwargs)

    def _set_up(self, num_units, activation):
        _check_supported_dtypes(self.dtype)
        self.input_spec = InputSpec(ndim=2)
        self._num_units = num_units
        self._activation = activations.get(activation) if activation else math_ops.tanh

    def _input_depth(self, shape):
        depth = shape.as_list()[-1]
        if depth is None:
            raise ValueError("Expected inputs.shape[-1] to be known, saw shape: %s" % str(tuple(shape.as_list())))
        _check_supported_dtypes(self.dtype)
        return depth

    def _zeros(self):
        return init_ops.zeros_initializer(dtype=self.dtype) if self.dtype else init_ops.zeros_initializer()


class BasicRNNCell(LayerRNNCell):

    def __init__(self, num_units, activation=None, reuse=None, name=None, dtype=None, **kwargs):
        super(BasicRNNCell, self).__init__(_reuse=reuse, name=name, dtype=dtype, **kwargs)
        self._set_up(num_units, activation)

    def build(self, inputs_shape):
        depth = self._input_depth(inputs_shape)
        self._kernel = self.add_variable("kernel", shape=[depth + self._num_units, self._num_units])
        self._bias = self.add_variable("bias", shape=[self._num_units], initializer=self._zeros())
        self.built = True

    def call(self, inputs, state):
        _check_input_dtypes([inputs, state])
        output = self._activation(_affine([inputs, state], self._kernel, self._bias))
        return output, output


class GRUCell(LayerRNNCell):

    def __init__(self, num_units, activation=None, reuse=None, kernel_initializer=None, bias_initializer=None, name=None,
                 dtype=None, **kwargs):
        super(GRUCell, self).__init__(_reuse=reuse, name=name, dtype=dtype, **kwargs)
        self._set_up(num_units, activation)
        self._kernel_initializer = initializers.get(kernel_initializer)
        self._bias_initializer = initializers.get(bias_initializer)

    def build(self, inputs_shape):
        rows = self._input_depth(inputs_shape) + self._num_units
        given = self._bias_initializer
        self._gate_kernel = self.add_variable("gates/kernel", shape=[rows, 2 * self._num_units],
                                              initializer=self._kernel_initializer)
        self._gate_bias = self.add_variable(
            "gates/bias", shape=[2 * self._num_units],
            initializer=init_ops.constant_initializer(1.0, dtype=self.dtype) if given is None else given)
        self._candidate_kernel = self.add_variable("candidate/kernel", shape=[rows, self._num_units],
                                                   initializer=self._kernel_initializer)
        self._candidate_bias = self.add_variable("candidate/bias", shape=[self._num_units],
                                                 initializer=self._zeros() if given is None else given)
        self.built = True

    def call(self, inputs, state):
        _check_input_dtypes([inputs, state])
        gates = math_ops.sigmoid(_affine([inputs, state], self._gate_kernel, self._gate_bias))
        reset, update = array_ops.split(value=gates, num_or_size_splits=2, axis=1)
        candidate = self._activation(_affine([inputs, reset * state], self._candidate_kernel, self._candidate_bias))
        new_state = update * state + (1 - update) * candidate
        return new_state, new_state


class LSTMStateTuple(collections.namedtuple("LSTMStateTuple", ("c", "h"))):
    __slots__ = ()

    @property
    def dtype(self):
        if self.c.dtype != self.h.dtype:
            raise TypeError("Inconsistent internal state: %s vs %s" % (str(self.c.dtype), str(self.h.dtype)))
        return self.c.dtype


class BasicLSTMCell(LayerRNNCell):

    def __init__(self, num_units, forget_bias=1.0, state_is_tuple=True, activation=None, reuse=None, name=None,
                 dtype=None, **kwargs):
        super(BasicLSTMCell, self).__init__(_reuse=reuse, name=name, dtype=dtype, **kwargs)
        self._set_up(num_units, activation)
        self._forget_bias = forget_bias
        self._state_is_tuple = state_is_tuple

    @property
    def state_size(self):
        size = self._num_units
        return LSTMStateTuple(size, size) if self._state_is_tuple else 2 * size

    def build(self, inputs_shape):
        rows = self._input_depth(inputs_shape) + self._num_units
        self._kernel = self.add_variable("kernel", shape=[rows, 4 * self._num_units])
        self._bias = self.add_variable("bias", shape=[4 * self._num_units], initializer=self._zeros())
        self.built = True

    def call(self, inputs, state):
        _check_input_dtypes([inputs, state])
        axis = constant_op.constant(1, dtype=dtypes.int32)
        c, h = state if self._state_is_tuple else array_ops.split(value=state, num_or_size_splits=2, axis=axis)
        gates = _affine([inputs, h], self._kernel, self._bias)
        i, j, f, o = array_ops.split(value=gates, num_or_size_splits=4, axis=axis)
        forget = math_ops.add(f, constant_op.constant(self._forget_bias, dtype=f.dtype))
        kept = math_ops.multiply(c, math_ops.sigmoid(forget))
        new_c = math_ops.add(kept, math_ops.multiply(math_ops.sigmoid(i), self._activation(j)))
        new_h = math_ops.multiply(self._activation(new_c), math_ops.sigmoid(o))
        return new_h, LSTMStateTuple(new_c, new_h) if self._state_is_tuple else array_ops.concat([new_c, new_h], 1)


class LSTMCell(SizedByProjection, LayerRNNCell):

    def __init__(self, num_units, use_peepholes=False, cell_clip=None, initializer=None, num_proj=None, proj_clip=None,
                 num_unit_shards=None, num_proj_shards=None, forget_bias=1.0, state_is_tuple=True, activation=None,
                 reuse=None, name=None, dtype=None, **kwargs):
        super(LSTMCell, self).__init__(_reuse=reuse, name=name, dtype=dtype, **kwargs)
        self._set_up(num_units, activation)
        self._use_peepholes, self._forget_bias, self._state_is_tuple = use_peepholes, forget_bias, state_is_tuple
        self._cell_clip, self._proj_clip = cell_clip, proj_clip
        self._initializer = initializers.get(initializer)
        self._num_proj = num_proj
        self._num_unit_shards, self._num_proj_shards = num_unit_shards, num_proj_shards

    def _add(self, name, shape, shards=None):
        partitioner = None if shards is None else partitioned_variables.fixed_size_partitioner(shards)
        return self.add_variable(name, shape=shape, initializer=self._initializer, partitioner=partitioner)

    def build(self, inputs_shape):
        units = self._num_units
        rows = self._input_depth(inputs_shape) + (units if self._num_proj is None else self._num_proj)
        self._kernel = self._add("kernel", [rows, 4 * units], self._num_unit_shards)
        self._bias = self.add_variable("bias", shape=[4 * units], initializer=self._zeros())
        if self._use_peepholes:
            self._w_f_diag, self._w_i_diag, self._w_o_diag = [
                self._add("w_%s_diag" % gate, [units]) for gate in "fio"]
        if self._num_proj is not None:
            self._proj_kernel = self._add("projection/kernel", [units, self._num_proj], self._num_proj_shards)
        self.built = True

    def call(self, inputs, state):
        _check_input_dtypes([inputs, state])
        if self._state_is_tuple:
            c_before, m_before = state
        else:
            c_before = array_ops.slice(state, [0, 0], [-1, self._num_units])
            m_before = array_ops.slice(state, [0, self._num_units], [-1, self.output_size])
        if inputs.get_shape().with_rank(2).dims[1].value is None:
            raise ValueError("Could not infer input size from inputs.get_shape()[-1]")
        gates = _affine([inputs, m_before], self._kernel, self._bias)
        i, j, f, o = array_ops.split(value=gates, num_or_size_splits=4, axis=1)
        sigmoid, peeps = math_ops.sigmoid, self._use_peepholes
        f = f + self._forget_bias
        kept = sigmoid(f + self._w_f_diag * c_before if peeps else f) * c_before
        c = kept + sigmoid(i + self._w_i_diag * c_before if peeps else i) * self._activation(j)
        if self._cell_clip is not None:
            c = clip_ops.clip_by_value(c, -self._cell_clip, self._cell_clip)
        m = sigmoid(o + self._w_o_diag * c if peeps else o) * self._activation(c)
        if self._num_proj is not None:
            m = math_ops.matmul(m, self._proj_kernel)
            if self._proj_clip is not None:
                m = clip_ops.clip_by_value(m, -self._proj_clip, self._proj_clip)
        return m, LSTMStateTuple(c, m) if self._state_is_tuple else array_ops.concat([c, m], 1)


class MultiRNNCell(RNNCell):
    """Cells on top of each other, each in a scope `cell_i`."""

    def __init__(self, cells, state_is_tuple=True):
        super(MultiRNNCell, self).__init__()
        if not is_unknown(cells) and not cells:
            raise ValueError("Must specify at least one cell for MultiRNNCell.")
        if not is_unknown(cells) and not nest.is_sequence(cells):
            raise TypeError("cells must be a list or tuple, but saw: %s." % cells)
        self._cells = cells
        self._state_is_tuple = state_is_tuple
        if not state_is_tuple and any([nest.is_sequence(cell.state_size) for cell in cells]):
            raise ValueError("Some cells return tuples of states, but the flag state_is_tuple is not set.  State sizes are: "
                             "%s" % str([cell.state_size for cell in cells]))

    @property
    def state_size(self):
        sizes = [cell.state_size for cell in self._cells]
        return tuple(sizes) if self._state_is_tuple else sum(sizes)

    @property
    def output_size(self):
        return self._cells[-1].output_size

    def zero_state(self, batch_size, dtype):
        with ops.name_scope(type(self).__name__ + "ZeroState", values=[batch_size]):
            if self._state_is_tuple:
                return tuple([cell.zero_state(batch_size, dtype) for cell in self._cells])
            return super(MultiRNNCell, self).zero_state(batch_size, dtype)

    def _weights_of_cells(self, kind):
        return [weight for cell in self._cells if isinstance(cell, base_layer.Layer) for weight in getattr(cell, kind)]

    @property
    def trainable_weights(self):
        return self._weights_of_cells("trainable_weights") if self.trainable else []

    @property
    def non_trainable_weights(self):
        others = self._weights_of_cells("non_trainable_weights")
        return others if self.trainable else self._weights_of_cells("trainable_weights") + others

    def call(self, inputs, state):
        if self._state_is_tuple and not nest.is_sequence(state) and not is_unknown(state):
            raise ValueError("Expected state to be a tuple of length %d, but received: %s" % (len(self.state_size), state))
        start, states = 0, []
        for i, cell in enumerate(self._cells):
            with variable_scope.variable_scope("cell_%d" % i):
                if self._state_is_tuple:
                    part = state[i]
                else:
                    part = array_ops.slice(state, [0, start], [-1, cell.state_size])
                    start += cell.state_size
                inputs, new_state = cell(inputs, part)
                states.append(new_state)
        return inputs, tuple(states) if self._state_is_tuple else array_ops.concat(states, 1)


def _affine(arguments, kernel, bias):
    return nn_ops.bias_add(math_ops.matmul(array_ops.concat(arguments, 1), kernel), bias)


def _check_input_dtypes(inputs):
    for tensor in nest.flatten(inputs):
        _check_supported_dtypes(tensor.dtype)


def _check_supported_dtypes(dtype):
    if dtype is None or is_unknown(dtype):
        return
    dtype = dtypes.as_dtype(dtype)
    if not (dtype.is_floating or dtype.is_complex):
        raise ValueError("RNN cell only supports floating point inputs, but saw dtype: %s" % dtype)


from tensorflow.python.ops.rnn_cell_wrapper_impl import DeviceWrapper, DropoutWrapper, ResidualWrapper  # they need RNNCell
