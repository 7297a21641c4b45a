"""Decoding step by step, in a loop of the graph."""

from tensorflow.python.framework import constant_op, dtypes, ops, tensor_shape, tensor_util
from tensorflow.python.ops import array_ops, control_flow_ops, math_ops, rnn, tensor_array_ops, variable_scope
from tensorflow.python.ops.rnn_cell_impl import zero_state_tensors
from tensorflow.python.util import nest


class Decoder(object):

    @property
    def batch_size(self):
        raise NotImplementedError

    @property
    def output_size(self):
        raise NotImplementedError

    @property
    def output_dtype(self):
        raise NotImplementedError

    def initialize(self, name=None):
        raise NotImplementedError

    def step(self, time, inputs, state, name=None):
        raise NotImplementedError

    def finalize(self, outputs, final_state, sequence_lengths):
        raise NotImplementedError

    @property
    def tracks_own_finished(self):
        return False


def _output_array(decoder, size, dtype):
    shape = None
    if isinstance(size, tensor_shape.TensorShape) and size.ndims != 0:
        rows = tensor_util.constant_value(ops.convert_to_tensor(decoder.batch_size, name="batch_size"))
        shape = tensor_shape.TensorShape([rows]).concatenate(size)
    return tensor_array_ops.TensorArray(dtype=dtype, size=0, dynamic_size=True, element_shape=shape)


def dynamic_decode(decoder, output_time_major=False, impute_finished=False, maximum_iterations=None,
                   parallel_iterations=32, swap_memory=False, scope=None, **kwargs):
    if not isinstance(decoder, Decoder):
        raise TypeError("Expected decoder to be type Decoder, but saw: %s" % type(decoder))
    with variable_scope.variable_scope(scope, "decoder") as varscope:
        rnn._cache_on_reader(varscope)
        if maximum_iterations is not None:
            maximum_iterations = ops.convert_to_tensor(maximum_iterations, dtype=dtypes.int32, name="maximum_iterations")
            if maximum_iterations.get_shape().ndims != 0:
                raise ValueError("maximum_iterations must be a scalar")
        finished, inputs, state = decoder.initialize()
        zeros = nest.map_structure(lambda size, dtype: zero_state_tensors(size, decoder.batch_size, dtype),
                                   decoder.output_size, decoder.output_dtype)
        if maximum_iterations is not None:
            finished = math_ops.logical_or(finished, 0 >= maximum_iterations)
        lengths = array_ops.zeros_like(finished, dtype=dtypes.int32)
        time = constant_op.constant(0, dtype=dtypes.int32)
        arrays = nest.map_structure(lambda size, dtype: _output_array(decoder, size, dtype), decoder.output_size,
                                    decoder.output_dtype)
        result = control_flow_ops.while_loop(
            lambda time, arrays, state, inputs, finished, lengths: math_ops.logical_not(math_ops.reduce_all(finished)),
            _Body(decoder, zeros, impute_finished), loop_vars=(time, arrays, state, inputs, finished, lengths),
            parallel_iterations=parallel_iterations, maximum_iterations=maximum_iterations, swap_memory=swap_memory)
        _, arrays, state, _, _, lengths = result
        outputs = nest.map_structure(lambda array: array.stack(), arrays)
        try:
            outputs, state = decoder.finalize(outputs, state, lengths)
        except NotImplementedError:
            pass
        if not output_time_major:
            outputs = nest.map_structure(rnn._transpose_batch_time, outputs)
    return outputs, state, lengths


class _Body(object):

    def __init__(self, decoder, zeros, impute_finished):
        self._decoder, self._zeros, self._imputes = decoder, zeros, impute_finished

    def __call__(self, time, arrays, state, inputs, finished, lengths):
        outputs, next_state, next_inputs, done = self._decoder.step(time, inputs, state)
        next_finished = done if self._decoder.tracks_own_finished else math_ops.logical_or(done, finished)
        lengths = array_ops.where(math_ops.logical_not(finished), array_ops.fill(array_ops.shape(lengths), time + 1), lengths)
        nest.assert_same_structure(state, next_state)
        nest.assert_same_structure(arrays, outputs)
        nest.assert_same_structure(inputs, next_inputs)
        if self._imputes:
            outputs = nest.map_structure(lambda out, zero: array_ops.where(finished, zero, out), outputs, self._zeros)
            next_state = nest.map_structure(lambda new, old: _unless(finished, new, old), next_state, state)
        arrays = nest.map_structure(lambda array, out: array.write(time, out), arrays, outputs)
        return time + 1, arrays, next_state, next_inputs, next_finished, lengths


def _unless(finished, new, old):
    if isinstance(old, tensor_array_ops.TensorArray):
        return new
    new.set_shape(old.shape)
    return new if new.shape.ndims == 0 else array_ops.where(finished, old, new)
