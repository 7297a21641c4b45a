"""Attention over a memory: the mechanisms, and the cell that uses them."""

import collections
import functools
import math

from tensorflow.python.framework import dtypes, ops, tensor_shape, uncertain_shapes
from tensorflow.python.layers import base as layers_base
from tensorflow.python.layers import core as layers_core
from tensorflow.python.ops import array_ops, check_ops, init_ops, math_ops, nn_ops, random_ops, rnn_cell_impl
from tensorflow.python.ops import tensor_array_ops, variable_scope
from tensorflow.python.ops.rnn_cell_impl import zero_state_tensors
from tensorflow.python.util import nest


class AttentionMechanism(object):

    @property
    def alignments_size(self):
        raise NotImplementedError

    @property
    def state_size(self):
        raise NotImplementedError


class _BaseAttentionMechanism(AttentionMechanism):
    """The keys are made of the memory at once: their layer is named in the scope of the constructor's call."""

    def __init__(self, query_layer, memory, probability_fn, memory_sequence_length=None, memory_layer=None,
                 check_inner_dims_defined=True, score_mask_value=None, custom_key_value_fn=None, name=None):
        for layer, label in ((query_layer, "query_layer"), (memory_layer, "memory_layer")):
            if layer is not None and not isinstance(layer, layers_base.Layer):
                raise TypeError("%s is not a Layer: %s" % (label, type(layer).__name__))
        self.query_layer, self.memory_layer = query_layer, memory_layer
        self.dtype = memory_layer.dtype
        if not callable(probability_fn):
            raise TypeError("probability_fn must be callable, saw type: %s" % type(probability_fn).__name__)
        mask_value = -float("inf") if score_mask_value is None else score_mask_value
        self._probability_fn = lambda score, previous: probability_fn(
            _masked_score(score, memory_sequence_length, mask_value), previous)
        with ops.name_scope(name, "BaseAttentionMechanismInit", nest.flatten(memory)):
            self._values = _prepared(memory, memory_sequence_length, check_inner_dims_defined)
            self._keys = self.memory_layer(self._values) if self.memory_layer else self._values
            if custom_key_value_fn is not None:
                self._keys, self._values = custom_key_value_fn(self._keys, self._values)
            self._batch_size = tensor_shape.dimension_value(self._keys.shape[0]) or array_ops.shape(self._keys)[0]
            self._alignments_size = tensor_shape.dimension_value(self._keys.shape[1]) or array_ops.shape(self._keys)[1]

    values = property(lambda self: self._values)
    keys = property(lambda self: self._keys)
    batch_size = property(lambda self: self._batch_size)
    alignments_size = property(lambda self: self._alignments_size)
    state_size = property(lambda self: self._alignments_size)

    def initial_alignments(self, batch_size, dtype):
        return zero_state_tensors(self._alignments_size, batch_size, dtype)

    def initial_state(self, batch_size, dtype):
        return self.initial_alignments(batch_size, dtype)

    def __call__(self, query, state):
        with variable_scope.variable_scope(None, self._scope_name, [query]):
            score = self._score(query)
        alignments = self._probability_fn(score, state)
        return alignments, alignments

    def _biased(self, score, dtype):
        return score + variable_scope.get_variable("attention_score_bias", dtype=dtype, initializer=self._score_bias_init)


def _dense(size, name, dtype):
    return layers_core.Dense(size, name=name, use_bias=False, dtype=dtype or dtypes.float32)


def _unary(function):
    return lambda score, _: (function or nn_ops.softmax)(score)


class LuongAttention(_BaseAttentionMechanism):
    _scope_name = "luong_attention"

    def __init__(self, num_units, memory, memory_sequence_length=None, scale=False, probability_fn=None,
                 score_mask_value=None, dtype=None, custom_key_value_fn=None, name="LuongAttention"):
        super(LuongAttention, self).__init__(
            query_layer=None, memory_layer=_dense(num_units, "memory_layer", dtype), memory=memory,
            probability_fn=_unary(probability_fn), memory_sequence_length=memory_sequence_length,
            score_mask_value=score_mask_value, custom_key_value_fn=custom_key_value_fn, name=name)
        self._scale = scale

    def _score(self, query):
        scale = None
        if self._scale:
            scale = variable_scope.get_variable("attention_g", dtype=query.dtype, initializer=init_ops.ones_initializer,
                                                shape=())
        depth, units = query.get_shape()[-1], self._keys.get_shape()[-1]
        if depth != units:
            raise ValueError(
                "Incompatible or unknown inner dimensions between query and keys.  Query (%s) has units: %s.  Keys (%s) have "
                "units: %s.  Perhaps you need to set num_units to the keys' dimension (%s)?" % (
                    query, depth, self._keys, units, units))
        score = math_ops.matmul(array_ops.expand_dims(query, 1), self._keys, transpose_b=True)
        score = array_ops.squeeze(score, [1])
        return score if scale is None else scale * score


class BahdanauAttention(_BaseAttentionMechanism):
    _scope_name = "bahdanau_attention"

    def __init__(self, num_units, memory, memory_sequence_length=None, normalize=False, probability_fn=None,
                 score_mask_value=None, dtype=None, custom_key_value_fn=None, name="BahdanauAttention"):
        super(BahdanauAttention, self).__init__(
            query_layer=_dense(num_units, "query_layer", dtype), memory_layer=_dense(num_units, "memory_layer", dtype),
            memory=memory, probability_fn=_unary(probability_fn), custom_key_value_fn=custom_key_value_fn,
            memory_sequence_length=memory_sequence_length, score_mask_value=score_mask_value, name=name)
        self._num_units, self._normalize = num_units, normalize

    def _score(self, query):
        units, dtype = self._num_units, query.dtype
        processed = self.query_layer(query) if self.query_layer else query
        v = variable_scope.get_variable("attention_v", [units], dtype=dtype)
        bias = 0
        if self._normalize:
            g = variable_scope.get_variable("attention_g", dtype=dtype, shape=(),
                                            initializer=init_ops.constant_initializer(math.sqrt(1.0 / units)))
            bias = variable_scope.get_variable("attention_b", [units], dtype=dtype,
                                               initializer=init_ops.zeros_initializer())
            v = g * v * math_ops.rsqrt(math_ops.reduce_sum(math_ops.square(v)))
        value = self._keys + array_ops.expand_dims(processed, 1)
        return math_ops.reduce_sum(v * math_ops.tanh(value + bias if self._normalize else value), [2])


# ---- monotonic attention
def safe_cumprod(x, *args, **kwargs):
    with ops.name_scope(None, "SafeCumprod", [x]):
        tiny = 1e-38
        logs = math_ops.log(nn_ops.clip_by_value(ops.convert_to_tensor(x, name="x"), tiny, 1))
        return math_ops.exp(math_ops.cumsum(logs, *args, **kwargs))


def monotonic_attention(p_choose_i, previous_attention, mode):
    if mode not in ("recursive", "parallel", "hard"):
        raise ValueError("mode must be 'recursive', 'parallel', or 'hard'.")
    choose = ops.convert_to_tensor(p_choose_i, name="p_choose_i")
    return choose * ops.convert_to_tensor(previous_attention, name="previous_attention")


def _monotonic_probability(score, previous, sigmoid_noise, mode, seed=None):
    if sigmoid_noise > 0:
        score += sigmoid_noise * random_ops.random_normal(array_ops.shape(score), dtype=score.dtype, seed=seed)
    chosen = math_ops.cast(score > 0, score.dtype) if mode == "hard" else math_ops.sigmoid(score)
    return monotonic_attention(chosen, previous, mode)


class _BaseMonotonicAttentionMechanism(_BaseAttentionMechanism):

    def initial_alignments(self, batch_size, dtype):
        first = array_ops.zeros((batch_size,), dtype=dtypes.int32)
        return array_ops.one_hot(first, self._alignments_size, dtype=dtype)


class BahdanauMonotonicAttention(_BaseMonotonicAttentionMechanism):
    _scope_name = "bahdanau_monotonic_attention"

    def __init__(self, num_units, memory, memory_sequence_length=None, normalize=False, score_mask_value=None,
                 sigmoid_noise=0., sigmoid_noise_seed=None, score_bias_init=0., mode="parallel", dtype=None,
                 name="BahdanauMonotonicAttention"):
        super(BahdanauMonotonicAttention, self).__init__(
            query_layer=_dense(num_units, "query_layer", dtype), memory_layer=_dense(num_units, "memory_layer", dtype),
            memory=memory, probability_fn=functools.partial(
                _monotonic_probability, sigmoid_noise=sigmoid_noise, mode=mode, seed=sigmoid_noise_seed),
            memory_sequence_length=memory_sequence_length, score_mask_value=score_mask_value, name=name)
        self._num_units, self._normalize, self._score_bias_init = num_units, normalize, score_bias_init

    def _score(self, query):
        return self._biased(BahdanauAttention._score(self, query), query.dtype)


class LuongMonotonicAttention(_BaseMonotonicAttentionMechanism):
    _scope_name = "luong_monotonic_attention"

    def __init__(self, num_units, memory, memory_sequence_length=None, scale=False, score_mask_value=None,
                 sigmoid_noise=0., sigmoid_noise_seed=None, score_bias_init=0., mode="parallel", dtype=None,
                 name="LuongMonotonicAttention"):
        super(LuongMonotonicAttention, self).__init__(
            query_layer=None, memory_layer=_dense(num_units, "memory_layer", dtype), memory=memory,
            probability_fn=functools.partial(
                _monotonic_probability, sigmoid_noise=sigmoid_noise, mode=mode, seed=sigmoid_noise_seed),
            memory_sequence_length=memory_sequence_length, score_mask_value=score_mask_value, name=name)
        self._scale, self._score_bias_init = scale, score_bias_init

    def _score(self, query):
        return self._biased(LuongAttention._score(self, query), query.dtype)


# ---- memories
def _prepared(memory, lengths, check_inner_dims_defined):
    memory = nest.map_structure(lambda part: ops.convert_to_tensor(part, name="memory"), memory)
    if lengths is not None:
        lengths = ops.convert_to_tensor(lengths, name="memory_sequence_length")
    parts = nest.flatten(memory)
    for part in parts if check_inner_dims_defined else []:
        uncertain_shapes.assume(part, 3, 2)
        if not part.get_shape()[2:].is_fully_defined():
            raise ValueError("Expected memory %s to have fully defined inner dims, but saw shape: %s" % (
                part.name, part.get_shape()))
    if lengths is None:
        return memory
    mask = array_ops.sequence_mask(lengths, maxlen=array_ops.shape(parts[0])[1], dtype=parts[0].dtype)

    def masked(part):
        rank = part.get_shape().ndims
        ones = array_ops.ones((array_ops.rank(part) if rank is None else rank) - 2, dtype=dtypes.int32)
        return part * array_ops.reshape(mask, array_ops.concat((array_ops.shape(mask), ones), 0))

    return nest.map_structure(masked, memory)


def _masked_score(score, lengths, mask_value):
    if lengths is None:
        return score
    message = "All values in memory_sequence_length must be greater than zero."
    with ops.control_dependencies([check_ops.assert_positive(lengths, message=message)]):
        mask = array_ops.sequence_mask(lengths, maxlen=array_ops.shape(score)[1])
    return array_ops.where(mask, score, mask_value * array_ops.ones_like(score))


def hardmax(logits, name=None):
    with ops.name_scope(name, "Hardmax", [logits]):
        logits = ops.convert_to_tensor(logits, name="logits")
        depth = tensor_shape.dimension_value(logits.get_shape()[-1])
        depth = array_ops.shape(logits)[-1] if depth is None else depth
        return array_ops.one_hot(math_ops.argmax(logits, -1), depth, dtype=logits.dtype)


# ---- the cell
class AttentionWrapperState(collections.namedtuple("AttentionWrapperState", (
        "cell_state", "attention", "time", "alignments", "alignment_history", "attention_state"))):

    def clone(self, **kwargs):

        def with_same_shape(old, new):
            if isinstance(old, ops.Tensor) and isinstance(new, ops.Tensor):
                new.set_shape(old.shape)
            return new

        return nest.map_structure(with_same_shape, self, super(AttentionWrapperState, self)._replace(**kwargs))


def _compute_attention(mechanism, cell_output, attention_state, attention_layer):
    alignments, next_state = mechanism(cell_output, state=attention_state)
    context = math_ops.matmul(array_ops.expand_dims(alignments, 1), mechanism.values)
    context = array_ops.squeeze(context, [1])
    if attention_layer is not None:
        context = attention_layer(array_ops.concat([cell_output, context], 1))
    return context, alignments, next_state


def _check_mechanism(mechanism, message):
    if not isinstance(mechanism, AttentionMechanism):
        raise TypeError(message % type(mechanism).__name__)


class AttentionWrapper(rnn_cell_impl.RNNCell):

    def __init__(self, cell, attention_mechanism, attention_layer_size=None, alignment_history=False, cell_input_fn=None,
                 output_attention=True, initial_cell_state=None, name=None, attention_layer=None, attention_fn=None,
                 dtype=None):
        super(AttentionWrapper, self).__init__(name=name, dtype=dtype)
        rnn_cell_impl.assert_like_rnncell("cell", cell)
        self._is_multi = isinstance(attention_mechanism, (list, tuple))
        mechanisms = attention_mechanism if self._is_multi else (attention_mechanism,)
        for mechanism in mechanisms:
            _check_mechanism(mechanism, "attention_mechanism must contain only instances of AttentionMechanism, saw type: %s"
                             if self._is_multi else "attention_mechanism must be an AttentionMechanism or list of multiple "
                             "AttentionMechanism instances, saw type: %s")
        if cell_input_fn is not None and not callable(cell_input_fn):
            raise TypeError("cell_input_fn must be callable, saw type: %s" % type(cell_input_fn).__name__)
        self._cell_input_fn = cell_input_fn or (lambda inputs, attention: array_ops.concat([inputs, attention], -1))
        self._cell, self._attention_mechanisms = cell, mechanisms
        self._set_attention_layers(attention_layer_size, attention_layer)
        self._attention_fn = attention_fn or _compute_attention
        self._output_attention, self._alignment_history = output_attention, alignment_history
        with ops.name_scope(name, "AttentionWrapperInit"):
            self._initial_cell_state = None
            if initial_cell_state is not None:
                last = nest.flatten(initial_cell_state)[-1]
                rows = tensor_shape.dimension_value(last.shape[0]) or array_ops.shape(last)[0]
                with ops.control_dependencies(self._batch_size_checks(rows, "When constructing AttentionWrapper")):
                    self._initial_cell_state = nest.map_structure(
                        lambda part: array_ops.identity(part, name="check_initial_cell_state"), initial_cell_state)

    def _set_attention_layers(self, sizes, layers):
        mechanisms = self._attention_mechanisms
        if sizes is not None and layers is not None:
            raise ValueError("Only one of attention_layer_size and attention_layer should be set")
        if sizes is not None:
            sizes = tuple(sizes) if isinstance(sizes, (list, tuple)) else (sizes,)
            if len(sizes) != len(mechanisms):
                raise ValueError("If provided, attention_layer_size must contain exactly one integer per "
                                 "attention_mechanism, saw: %d vs %d" % (len(sizes), len(mechanisms)))
            layers = [_dense(size, "attention_layer", mechanism.dtype) for size, mechanism in zip(sizes, mechanisms)]
        elif layers is not None:
            layers = tuple(layers) if isinstance(layers, (list, tuple)) else (layers,)
            if len(layers) != len(mechanisms):
                raise ValueError("If provided, attention_layer must contain exactly one layer per attention_mechanism, saw: "
                                 "%d vs %d" % (len(layers), len(mechanisms)))
            depths = [self._cell.output_size + tensor_shape.dimension_value(mechanism.values.shape[-1])
                      for mechanism in mechanisms]
            sizes = [tensor_shape.dimension_value(layer.compute_output_shape([None, depth])[-1])
                     for layer, depth in zip(layers, depths)]
        else:
            sizes = [tensor_shape.dimension_value(mechanism.values.shape[-1]) for mechanism in mechanisms]
        self._attention_layers, self._attention_layer_size = layers, sum(sizes)

    def _batch_size_checks(self, batch_size, where):
        message = where + " %s: Non-matching batch sizes between the memory (encoder output) and the state." % self._base_name
        return [check_ops.assert_equal(batch_size, mechanism.batch_size, message=message)
                for mechanism in self._attention_mechanisms]

    def _packed(self, parts):
        parts = tuple(parts)
        return parts if self._is_multi else parts[0]

    @property
    def output_size(self):
        return self._attention_layer_size if self._output_attention else self._cell.output_size

    @property
    def state_size(self):
        mechanisms = self._attention_mechanisms
        return AttentionWrapperState(
            cell_state=self._cell.state_size, time=tensor_shape.TensorShape([]), attention=self._attention_layer_size,
            alignments=self._packed([mechanism.alignments_size for mechanism in mechanisms]),
            attention_state=self._packed([mechanism.state_size for mechanism in mechanisms]),
            alignment_history=self._packed([mechanism.alignments_size if self._alignment_history else ()
                                            for mechanism in mechanisms]))

    def zero_state(self, batch_size, dtype):
        with ops.name_scope(type(self).__name__ + "ZeroState", values=[batch_size]):
            cell_state = self._initial_cell_state
            if cell_state is None:
                cell_state = self._cell.get_initial_state(batch_size=batch_size, dtype=dtype)
            with ops.control_dependencies(self._batch_size_checks(batch_size, "When calling zero_state of")):
                cell_state = nest.map_structure(lambda part: array_ops.identity(part, name="checked_cell_state"), cell_state)
            alignments = [mechanism.initial_alignments(batch_size, dtype) for mechanism in self._attention_mechanisms]
            return AttentionWrapperState(
                cell_state=cell_state, time=array_ops.zeros([], dtype=dtypes.int32),
                attention=zero_state_tensors(self._attention_layer_size, batch_size, dtype),
                alignments=self._packed(alignments),
                attention_state=self._packed([mechanism.initial_state(batch_size, dtype)
                                              for mechanism in self._attention_mechanisms]),
                alignment_history=self._packed([tensor_array_ops.TensorArray(
                    dtype, size=0, dynamic_size=True, element_shape=alignment.shape) if self._alignment_history else ()
                    for alignment in alignments]))

    def call(self, inputs, state):
        if not isinstance(state, AttentionWrapperState):
            raise TypeError("Expected state to be instance of AttentionWrapperState. Received type %s instead." % type(state))
        cell_output, cell_state = self._cell(self._cell_input_fn(inputs, state.attention), state.cell_state)
        rows = tensor_shape.dimension_value(cell_output.shape[0]) or array_ops.shape(cell_output)[0]
        with ops.control_dependencies(self._batch_size_checks(rows, "When applying AttentionWrapper")):
            cell_output = array_ops.identity(cell_output, name="checked_cell_output")
        states = state.attention_state if self._is_multi else [state.attention_state]
        histories = state.alignment_history if self._is_multi else [state.alignment_history]
        found = []
        for i, mechanism in enumerate(self._attention_mechanisms):
            layer = self._attention_layers[i] if self._attention_layers else None
            attention, alignments, next_state = self._attention_fn(mechanism, cell_output, states[i], layer)
            history = histories[i].write(state.time, alignments) if self._alignment_history else ()
            found.append((attention, alignments, next_state, history))
        attentions, alignments, attention_states, histories = zip(*found)
        attention = array_ops.concat(list(attentions), 1)
        next_state = AttentionWrapperState(
            time=state.time + 1, cell_state=cell_state, attention=attention,
            attention_state=self._packed(attention_states), alignments=self._packed(alignments),
            alignment_history=self._packed(histories))
        return attention if self._output_attention else cell_output, next_state
