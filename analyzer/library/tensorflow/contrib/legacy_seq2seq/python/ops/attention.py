"""Decoders of tf.contrib.legacy_seq2seq that attend to states of an encoder."""
from tensorflow.contrib.legacy_seq2seq.python.ops import decoders
from tensorflow.contrib.rnn.python.ops.core_rnn_cell import _Linear
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, embedding_ops, math_ops, nn_ops, variable_scope
from tensorflow.python.util import nest


class _Attention(object):
    """Weights over the states for a query, as many as there are heads."""

    def __init__(self, states, heads, dtype):
        self._dtype, self._depth = dtype, states.get_shape()[2].value
        self._length = states.get_shape()[1].value
        if self._length is None:
            self._length = array_ops.shape(states)[1]
        self._hidden = array_ops.reshape(states, [-1, self._length, 1, self._depth])
        self._features, self._vectors = [], []
        for head in range(heads):
            kernel = variable_scope.get_variable("AttnW_%d" % head, [1, 1, self._depth, self._depth], dtype=dtype)
            self._features.append(nn_ops.conv2d(self._hidden, kernel, [1, 1, 1, 1], "SAME"))
            self._vectors.append(variable_scope.get_variable("AttnV_%d" % head, [self._depth], dtype=dtype))

    def zeros(self, batch):
        shape = array_ops.stack([batch, self._depth])
        read = [array_ops.zeros(shape, dtype=self._dtype) for _ in self._vectors]
        for tensor in read:
            tensor.set_shape([None, self._depth])
        return read

    def __call__(self, query):
        if nest.is_sequence(query):
            parts = nest.flatten(query)
            for part in parts:
                if part.get_shape().ndims:
                    assert part.get_shape().ndims == 2
            query = array_ops.concat(parts, 1)
        return [self._read(head, query) for head in range(len(self._vectors))]

    def _read(self, head, query):
        with variable_scope.variable_scope("Attention_%d" % head):
            asked = _Linear(query, self._depth, True)(query)
            asked = math_ops.cast(array_ops.reshape(asked, [-1, 1, 1, self._depth]), self._dtype)
            scores = math_ops.reduce_sum(self._vectors[head] * math_ops.tanh(self._features[head] + asked), [2, 3])
            weights = math_ops.cast(nn_ops.softmax(math_ops.cast(scores, dtypes.float32)), self._dtype)
            read = math_ops.reduce_sum(array_ops.reshape(weights, [-1, self._length, 1, 1]) * self._hidden, [1, 2])
            return array_ops.reshape(read, [-1, self._depth])


def _mixed(tensors, size, dtype):
    tensors = [math_ops.cast(tensor, dtype) for tensor in tensors]
    return _Linear(tensors, size, True)(tensors)


def _input_size(decoder_input):
    size = decoder_input.get_shape().with_rank(2)[1]
    if size.value is None:
        raise ValueError("Could not infer input size from input: %s" % decoder_input.name)
    return size


def attention_decoder(decoder_inputs, initial_state, attention_states, cell, output_size=None, num_heads=1,
                      loop_function=None, dtype=None, scope=None, initial_state_attention=False):
    if not decoder_inputs:
        raise ValueError("Must provide at least 1 input to attention decoder.")
    if num_heads < 1:
        raise ValueError("With less than 1 heads, use a non-attention decoder.")
    if attention_states.get_shape()[2].value is None:
        raise ValueError("Shape[2] of attention_states must be known: %s" % attention_states.get_shape())
    output_size = cell.output_size if output_size is None else output_size
    with variable_scope.variable_scope(scope or "attention_decoder", dtype=dtype) as scope:
        batch = array_ops.shape(decoder_inputs[0])[0]
        attend = _Attention(attention_states, num_heads, scope.dtype)
        state, outputs, read = initial_state, [], attend.zeros(batch)
        if initial_state_attention:
            read = attend(initial_state)
        for number, decoder_input in enumerate(decoder_inputs):
            if number > 0:
                variable_scope.get_variable_scope().reuse_variables()
            if loop_function is not None and outputs:
                with variable_scope.variable_scope("loop_function", reuse=True):
                    decoder_input = loop_function(outputs[-1], number)
            mixed = _mixed([decoder_input] + read, _input_size(decoder_input), scope.dtype)
            cell_output, state = cell(mixed, state)
            if number == 0 and initial_state_attention:
                with variable_scope.variable_scope(variable_scope.get_variable_scope(), reuse=True):
                    read = attend(state)
            else:
                read = attend(state)
            with variable_scope.variable_scope("AttnOutputProjection"):
                outputs.append(_mixed([cell_output] + read, output_size, scope.dtype))
    return outputs, state


def embedding_attention_decoder(decoder_inputs, initial_state, attention_states, cell, num_symbols, embedding_size,
                                num_heads=1, output_size=None, output_projection=None, feed_previous=False,
                                update_embedding_for_previous=True, dtype=None, scope=None, initial_state_attention=False):
    output_size = cell.output_size if output_size is None else output_size
    if output_projection is not None:
        biases = ops.convert_to_tensor(output_projection[1], dtype=dtype)
        biases.get_shape().assert_is_compatible_with([num_symbols])
    with variable_scope.variable_scope(scope or "embedding_attention_decoder", dtype=dtype):
        embedding = variable_scope.get_variable("embedding", [num_symbols, embedding_size])
        loop = None
        if feed_previous:
            loop = decoders.embedded_best(embedding, output_projection, update_embedding_for_previous)
        vectors = [embedding_ops.embedding_lookup(embedding, symbols) for symbols in decoder_inputs]
        return attention_decoder(vectors, initial_state, attention_states, cell, output_size=output_size,
                                 num_heads=num_heads, loop_function=loop, initial_state_attention=initial_state_attention)
