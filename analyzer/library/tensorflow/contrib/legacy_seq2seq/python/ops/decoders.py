"""Decoders of tf.contrib.legacy_seq2seq, unrolled over lists of inputs."""
import copy

from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import array_ops, embedding_ops, math_ops, nn_ops, rnn, variable_scope


def rnn_decoder(decoder_inputs, initial_state, cell, loop_function=None, scope=None):
    """Calls the cell once for each input; variables are shared from the second call on."""
    with variable_scope.variable_scope(scope or "rnn_decoder"):
        state, outputs = initial_state, []
        for number, decoder_input in enumerate(decoder_inputs):
            if loop_function is not None and outputs:
                with variable_scope.variable_scope("loop_function", reuse=True):
                    decoder_input = loop_function(outputs[-1], number)
            if number > 0:
                variable_scope.get_variable_scope().reuse_variables()
            output, state = cell(decoder_input, state)
            outputs.append(output)
    return outputs, state


def basic_rnn_seq2seq(encoder_inputs, decoder_inputs, cell, dtype=dtypes.float32, scope=None):
    with variable_scope.variable_scope(scope or "basic_rnn_seq2seq"):
        state = rnn.static_rnn(copy.deepcopy(cell), encoder_inputs, dtype=dtype)[1]
        return rnn_decoder(decoder_inputs, state, cell)


def tied_rnn_seq2seq(encoder_inputs, decoder_inputs, cell, loop_function=None, dtype=dtypes.float32, scope=None):
    with variable_scope.variable_scope("combined_tied_rnn_seq2seq"):
        scope = scope or "tied_rnn_seq2seq"
        state = rnn.static_rnn(cell, encoder_inputs, dtype=dtype, scope=scope)[1]
        variable_scope.get_variable_scope().reuse_variables()
        return rnn_decoder(decoder_inputs, state, cell, loop_function=loop_function, scope=scope)


def check_projection(projection, weights_shape, biases_shape, dtype):
    """Refuses weights and biases of an output projection that fit no other sizes."""
    for values, shape in zip(projection, (weights_shape, biases_shape)):
        ops.convert_to_tensor(values, dtype=dtype).get_shape().assert_is_compatible_with(shape)


def embedded_best(embedding, output_projection, update_embedding):
    def embed_best(previous, _):
        if output_projection is not None:
            previous = nn_ops.xw_plus_b(previous, output_projection[0], output_projection[1])
        embedded = embedding_ops.embedding_lookup(embedding, math_ops.argmax(previous, 1))
        return embedded if update_embedding else array_ops.stop_gradient(embedded)
    return embed_best


def embedding_rnn_decoder(decoder_inputs, initial_state, cell, num_symbols, embedding_size, output_projection=None,
                          feed_previous=False, update_embedding_for_previous=True, scope=None):
    with variable_scope.variable_scope(scope or "embedding_rnn_decoder") as scope:
        if output_projection is not None:
            check_projection(output_projection, [None, num_symbols], [num_symbols], scope.dtype)
        embedding = variable_scope.get_variable("embedding", [num_symbols, embedding_size])
        loop_function = None
        if feed_previous:
            loop_function = embedded_best(embedding, output_projection, update_embedding_for_previous)
        inputs = (embedding_ops.embedding_lookup(embedding, symbols) for symbols in decoder_inputs)
        return rnn_decoder(inputs, initial_state, cell, loop_function=loop_function)
