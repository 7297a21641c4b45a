"""Models of tf.contrib.legacy_seq2seq that embed symbols: an encoder, and a decoder with or without attention."""
import copy

from tensorflow.contrib.legacy_seq2seq.python.ops import attention, decoders
from tensorflow.contrib.rnn.python.ops import core_rnn_cell
from tensorflow.python.framework import ops
from tensorflow.python.ops import array_ops, control_flow_ops, embedding_ops, rnn, rnn_cell_impl, variable_scope
from tensorflow.python.util import nest


def _decoded(feed_previous, decoder, structure):
    """What a decoder gives; for a tensor as flag both kinds of it are built, the second one with the variables of the first.

    `decoder` takes the flag and whether its embedding learns from symbols that it gave; `structure` is a state's.
    """
    if isinstance(feed_previous, bool):
        return decoder(feed_previous, True)

    def built(flag):
        with variable_scope.variable_scope(variable_scope.get_variable_scope(), reuse=None if flag else True):
            outputs, state = decoder(flag, False)
            return outputs + nest.flatten(state)

    found = control_flow_ops.cond(feed_previous, lambda: built(True), lambda: built(False))
    size = len(nest.flatten(structure()))
    outputs, state = found[:-size], found[-size:]
    return outputs, nest.pack_sequence_as(structure(), state) if nest.is_sequence(structure()) else state[0]


def _encoded(cell, inputs, symbols, embedding_size, dtype):
    cell = core_rnn_cell.EmbeddingWrapper(cell, embedding_classes=symbols, embedding_size=embedding_size)
    return rnn.static_rnn(cell, inputs, dtype=dtype)


def embedding_rnn_seq2seq(encoder_inputs, decoder_inputs, cell, num_encoder_symbols, num_decoder_symbols, embedding_size,
                          output_projection=None, feed_previous=False, dtype=None, scope=None):
    with variable_scope.variable_scope(scope or "embedding_rnn_seq2seq") as scope:
        if dtype is not None:
            scope.set_dtype(dtype)
        _, state = _encoded(copy.deepcopy(cell), encoder_inputs, num_encoder_symbols, embedding_size, scope.dtype)
        if output_projection is None:
            cell = core_rnn_cell.OutputProjectionWrapper(cell, num_decoder_symbols)
        return _decoded(
            feed_previous,
            lambda flag, learns: decoders.embedding_rnn_decoder(
                decoder_inputs, state, cell, num_decoder_symbols, embedding_size, output_projection=output_projection,
                feed_previous=flag, update_embedding_for_previous=learns),
            lambda: state)


def embedding_tied_rnn_seq2seq(encoder_inputs, decoder_inputs, cell, num_symbols, embedding_size, num_decoder_symbols=None,
                               output_projection=None, feed_previous=False, dtype=None, scope=None):
    with variable_scope.variable_scope(scope or "embedding_tied_rnn_seq2seq", dtype=dtype) as scope:
        dtype = scope.dtype
        if output_projection is not None:
            decoders.check_projection(output_projection, [None, num_symbols], [num_symbols], dtype)
        embedding = variable_scope.get_variable("embedding", [num_symbols, embedding_size], dtype=dtype)
        encoder_vectors = [embedding_ops.embedding_lookup(embedding, symbols) for symbols in encoder_inputs]
        decoder_vectors = [embedding_ops.embedding_lookup(embedding, symbols) for symbols in decoder_inputs]
        if output_projection is None:
            size = num_symbols if num_decoder_symbols is None else num_decoder_symbols
            cell = core_rnn_cell.OutputProjectionWrapper(cell, size)

        def decoder(flag, learns):
            loop = decoders.embedded_best(embedding, output_projection, learns) if flag else None
            return decoders.tied_rnn_seq2seq(encoder_vectors, decoder_vectors, cell, loop_function=loop, dtype=dtype)

        def zero_state():
            batch = encoder_inputs[0].get_shape()[0]
            for other in encoder_inputs[1:]:
                batch.merge_with(other.get_shape()[0])
            return cell.zero_state(array_ops.shape(encoder_inputs[0])[0] if batch.value is None else batch.value, dtype)

        return _decoded(feed_previous, decoder, _once(zero_state))


def _once(function):
    """The function's result, made when it is first asked for."""
    made = []

    def result():
        if not made:
            made.append(function())
        return made[0]
    return result


def embedding_attention_seq2seq(encoder_inputs, decoder_inputs, cell, num_encoder_symbols, num_decoder_symbols,
                                embedding_size, num_heads=1, output_projection=None, feed_previous=False, dtype=None,
                                scope=None, initial_state_attention=False):
    with variable_scope.variable_scope(scope or "embedding_attention_seq2seq", dtype=dtype) as scope:
        outputs, state = _encoded(copy.deepcopy(cell), encoder_inputs, num_encoder_symbols, embedding_size, scope.dtype)
        attended = array_ops.concat([array_ops.reshape(output, [-1, 1, cell.output_size]) for output in outputs], 1)
        size = None
        if output_projection is None:
            size = num_decoder_symbols
            cell = core_rnn_cell.OutputProjectionWrapper(cell, size)
        return _decoded(
            feed_previous,
            lambda flag, learns: attention.embedding_attention_decoder(
                decoder_inputs, state, attended, cell, num_decoder_symbols, embedding_size, num_heads=num_heads,
                output_size=size, output_projection=output_projection, feed_previous=flag,
                update_embedding_for_previous=learns, initial_state_attention=initial_state_attention),
            lambda: state)


def _check_cells(enc_cell, dec_cells_dict, decoder_inputs_dict):
    if not isinstance(enc_cell, rnn_cell_impl.RNNCell):
        raise TypeError("enc_cell is not an RNNCell: %s" % type(enc_cell))
    if set(dec_cells_dict) != set(decoder_inputs_dict):
        raise ValueError("keys of dec_cells_dict != keys of decodre_inputs_dict")
    for cell in dec_cells_dict.values():
        if not isinstance(cell, rnn_cell_impl.RNNCell):
            raise TypeError("dec_cell is not an RNNCell: %s" % type(cell))


def one2many_rnn_seq2seq(encoder_inputs, decoder_inputs_dict, enc_cell, dec_cells_dict, num_encoder_symbols,
                         num_decoder_symbols_dict, embedding_size, feed_previous=False, dtype=None, scope=None):
    _check_cells(enc_cell, dec_cells_dict, decoder_inputs_dict)
    all_outputs, all_states = {}, {}
    with variable_scope.variable_scope(scope or "one2many_rnn_seq2seq", dtype=dtype) as scope:
        _, encoded = _encoded(enc_cell, encoder_inputs, num_encoder_symbols, embedding_size, scope.dtype)
        for name, inputs in decoder_inputs_dict.items():
            symbols = num_decoder_symbols_dict[name]
            with variable_scope.variable_scope("one2many_decoder_" + str(name)):
                cell = core_rnn_cell.OutputProjectionWrapper(dec_cells_dict[name], symbols)
                all_outputs[name], all_states[name] = _decoded(
                    feed_previous,
                    lambda flag, _: decoders.embedding_rnn_decoder(inputs, encoded, cell, symbols, embedding_size,
                                                                   feed_previous=flag),
                    lambda: encoded)
    return all_outputs, all_states
