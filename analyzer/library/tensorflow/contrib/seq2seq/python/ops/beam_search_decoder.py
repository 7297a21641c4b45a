"""Beam search: a decoder that keeps several sequences for each example."""

import collections

from tensorflow.contrib.seq2seq.python.ops import decoder
from tensorflow.contrib.seq2seq.python.ops.basic_decoder import output_size
from tensorflow.contrib.seq2seq.python.ops.helper import _embedding_function
from tensorflow.python.framework import dtypes, ops, tensor_shape, tensor_util
from tensorflow.python.framework.op_library import apply
from tensorflow.python.keras.engine import base_layer
from tensorflow.python.ops import array_ops, control_flow_ops, math_ops, nn_ops, rnn_cell_impl, tensor_array_ops
from tensorflow.python.util import nest


class BeamSearchDecoderState(collections.namedtuple("BeamSearchDecoderState", (
        "cell_state", "log_probs", "finished", "lengths", "accumulated_attention_probs"))):
    pass


class BeamSearchDecoderOutput(collections.namedtuple("BeamSearchDecoderOutput", ("scores", "predicted_ids", "parent_ids"))):
    pass


class FinalBeamSearchDecoderOutput(collections.namedtuple("FinalBeamDecoderOutput", (
        "predicted_ids", "beam_search_decoder_output"))):
    pass


def gather_tree(step_ids, parent_ids, max_sequence_lengths, end_token, name=None):
    return apply("GatherTree", name, [step_ids, parent_ids, max_sequence_lengths, end_token])


def tile_batch(t, multiplier, name=None):
    parts = nest.flatten(t)
    with ops.name_scope(name, "tile_batch", parts + [multiplier]):
        return nest.map_structure(lambda part: _tiled(part, multiplier), t)


def _tiled(value, multiplier):
    value = ops.convert_to_tensor(value, name="t")
    shape = array_ops.shape(value)
    rank = value.shape.ndims
    if rank is None or rank < 1:
        raise ValueError("t must have statically known rank")
    rows = value.shape.dims[0].value
    tiled = array_ops.tile(array_ops.expand_dims(value, 1), [1, multiplier] + [1] * (rank - 1))
    tiled = array_ops.reshape(tiled, array_ops.concat(([shape[0] * multiplier], shape[1:]), 0))
    tiled.set_shape(tensor_shape.TensorShape([None if rows is None else rows * multiplier]).concatenate(value.shape[1:]))
    return tiled


def _check_rank(value):
    if value.shape.ndims is None:
        raise ValueError("Expected tensor (%s) to have known rank, but ndims == None." % value)


def _as_shape(size):
    """Of a part of a state; of one that attention spreads over a memory, only the running program may know it."""
    return tensor_shape.as_shape(tensor_util.constant_value(size) if isinstance(size, ops.Tensor) else size)


class BeamSearchDecoder(decoder.Decoder):

    def __init__(self, cell, embedding, start_tokens, end_token, initial_state, beam_width, output_layer=None,
                 length_penalty_weight=0.0, coverage_penalty_weight=0.0, reorder_tensor_arrays=True):
        rnn_cell_impl.assert_like_rnncell("cell", cell)
        if output_layer is not None and not isinstance(output_layer, base_layer.Layer):
            raise TypeError("output_layer must be a Layer, received: %s" % type(output_layer))
        self._cell, self._output_layer, self._beam_width = cell, output_layer, beam_width
        self._embedding_fn = _embedding_function(embedding)
        self._start_tokens = ops.convert_to_tensor(start_tokens, dtype=dtypes.int32, name="start_tokens")
        if self._start_tokens.get_shape().ndims != 1:
            raise ValueError("start_tokens must be a vector")
        self._end_token = ops.convert_to_tensor(end_token, dtype=dtypes.int32, name="end_token")
        if self._end_token.get_shape().ndims != 0:
            raise ValueError("end_token must be a scalar")
        self._batch_size = array_ops.size(start_tokens)
        self._rows = tensor_util.constant_value(self._batch_size)
        self._initial_cell_state = nest.map_structure(self._split, initial_state, cell.state_size)
        self._start_tokens = array_ops.tile(array_ops.expand_dims(self._start_tokens, 1), [1, beam_width])
        self._start_inputs = self._embedding_fn(self._start_tokens)
        self._finished = self._first_beam(False, True, dtypes.bool)

    def _first_beam(self, on_value, off_value, dtype):
        first = array_ops.zeros([self._batch_size], dtype=dtypes.int32)
        return array_ops.one_hot(first, depth=self._beam_width, on_value=on_value, off_value=off_value, dtype=dtype)

    batch_size = property(lambda self: self._batch_size)
    tracks_own_finished = property(lambda self: True)

    @property
    def output_size(self):
        width = tensor_shape.TensorShape([self._beam_width])
        return BeamSearchDecoderOutput(scores=width, predicted_ids=width, parent_ids=width)

    @property
    def output_dtype(self):
        dtype = nest.flatten(self._initial_cell_state)[0].dtype
        scores = nest.map_structure(lambda _: dtype, output_size(self._cell, self._output_layer))
        return BeamSearchDecoderOutput(scores=scores, predicted_ids=dtypes.int32, parent_ids=dtypes.int32)

    def initialize(self, name=None):
        dtype = nest.flatten(self._initial_cell_state)[0].dtype
        log_probs = self._first_beam(ops.convert_to_tensor(0.0, dtype=dtype),
                                     ops.convert_to_tensor(-float("inf"), dtype=dtype), dtype)
        lengths = array_ops.zeros([self._batch_size, self._beam_width], dtype=dtypes.int64)
        return self._finished, self._start_inputs, BeamSearchDecoderState(
            self._initial_cell_state, log_probs, self._finished, lengths, ())

    # ---- a batch of beams, and beams as a batch
    def _merge(self, value, size=None):
        if isinstance(value, tensor_array_ops.TensorArray):
            return value
        _check_rank(value)
        if value.shape.ndims < 2:
            return value
        rows = None if self._rows is None else self._rows * self._beam_width
        rest = value.shape[2:] if size is None else _as_shape(size)
        shape = array_ops.concat(([self._batch_size * self._beam_width], array_ops.shape(value)[2:]), 0)
        merged = array_ops.reshape(value, shape)
        merged.set_shape(tensor_shape.TensorShape([rows]).concatenate(rest))
        return merged

    def _split(self, value, size=None):
        if isinstance(value, tensor_array_ops.TensorArray):
            return value
        _check_rank(value)
        if value.shape.ndims < 1:
            return value
        rest = value.shape[1:] if size is None else _as_shape(size)
        shape = array_ops.concat(([self._batch_size, self._beam_width], array_ops.shape(value)[1:]), 0)
        split = array_ops.reshape(value, shape)
        wanted = tensor_shape.TensorShape([self._rows, self._beam_width]).concatenate(rest)
        if not split.shape.is_compatible_with(wanted):
            raise ValueError(
                "Unexpected behavior when reshaping between beam width and batch size.  The reshaped tensor has shape: %s.  We "
                "expected it to have shape (batch_size, beam_width, depth) == %s.  Perhaps you forgot to create a zero_state "
                "with batch_size=encoder_batch_size * beam_width?" % (split.shape, wanted))
        split.set_shape(wanted)
        return split

    # ---- a step
    def step(self, time, inputs, state, name=None):
        with ops.name_scope(name, "BeamSearchDecoderStep", (time, inputs, state)):
            inputs = nest.map_structure(self._merge, inputs)
            cell_state = nest.map_structure(self._merge, state.cell_state, self._cell.state_size)
            outputs, cell_state = self._cell(inputs, cell_state)
            outputs = nest.map_structure(self._split, outputs)
            cell_state = nest.map_structure(self._split, cell_state, self._cell.state_size)
            if self._output_layer is not None:
                outputs = self._output_layer(outputs)
            output, next_state = self._search(outputs, cell_state, state)
            next_inputs = control_flow_ops.cond(
                math_ops.reduce_all(next_state.finished), lambda: self._start_inputs,
                lambda: self._embedding_fn(output.predicted_ids))
        return output, next_state, next_inputs, next_state.finished

    def _search(self, logits, cell_state, state):
        width = self._beam_width
        totals = array_ops.expand_dims(state.log_probs, 2) + nn_ops.log_softmax(logits)
        words = logits.shape.dims[-1].value or array_ops.shape(logits)[-1]
        scores, indices = nn_ops.top_k(array_ops.reshape(totals, [self._batch_size, -1]), k=width)
        scores.set_shape([self._rows, width])
        indices.set_shape([self._rows, width])
        word_ids = math_ops.cast(math_ops.mod(indices, words, name="next_beam_word_ids"), dtypes.int32)
        beam_ids = math_ops.cast(indices / words, dtypes.int32, name="next_beam_parent_ids")
        before = self._gathered(beam_ids, state.finished)
        finished = math_ops.logical_or(before, math_ops.equal(word_ids, self._end_token), name="next_beam_finished")
        lengths = self._gathered(beam_ids, state.lengths) + math_ops.cast(math_ops.logical_not(before), dtypes.int64)
        cell_state = nest.map_structure(
            lambda part: part if isinstance(part, tensor_array_ops.TensorArray) or part.shape.ndims < 2 else
            self._gathered(beam_ids, part), cell_state)
        return (BeamSearchDecoderOutput(scores=scores, predicted_ids=word_ids, parent_ids=beam_ids),
                BeamSearchDecoderState(cell_state, scores, finished, lengths, state.accumulated_attention_probs))

    def _gathered(self, beam_ids, value):
        """The values of the chosen beams; the shape stays."""
        with ops.name_scope(None, "tensor_gather_helper"):
            first = array_ops.expand_dims(math_ops.range(self._batch_size) * self._beam_width, 1)
            indices = array_ops.reshape(beam_ids + first, [-1])
            shape = array_ops.shape(value)
            flat = array_ops.reshape(value, array_ops.concat(([-1], shape[2:]), 0))
            result = array_ops.reshape(array_ops.gather(flat, indices), shape, name="output")
            result.set_shape(value.shape)
            return result

    def finalize(self, outputs, final_state, sequence_lengths):
        longest = math_ops.cast(math_ops.reduce_max(final_state.lengths, axis=1), dtypes.int32)
        predicted = gather_tree(outputs.predicted_ids, outputs.parent_ids, longest, self._end_token)
        final_state = final_state._replace(cell_state=nest.map_structure(
            lambda part: part.stack() if isinstance(part, tensor_array_ops.TensorArray) else part, final_state.cell_state))
        return FinalBeamSearchDecoderOutput(predicted_ids=predicted, beam_search_decoder_output=outputs), final_state
