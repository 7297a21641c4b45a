"""What a decoder reads next: given inputs, its own samples, or what functions say."""

from tensorflow.python.framework import dtypes, ops, tensor_shape
from tensorflow.python.ops import array_ops, control_flow_ops, embedding_ops, math_ops, random_ops, rnn
from tensorflow.python.ops import tensor_array_ops
from tensorflow.python.util import nest


class Helper(object):

    @property
    def batch_size(self):
        raise NotImplementedError("batch_size has not been implemented")

    @property
    def sample_ids_shape(self):
        return tensor_shape.TensorShape([])

    @property
    def sample_ids_dtype(self):
        return dtypes.int32


class CustomHelper(Helper):

    def __init__(self, initialize_fn, sample_fn, next_inputs_fn, sample_ids_shape=None, sample_ids_dtype=None):
        self._initialize_fn, self._sample_fn, self._next_inputs_fn = initialize_fn, sample_fn, next_inputs_fn
        self._batch_size = None
        self._sample_ids_shape = tensor_shape.TensorShape(sample_ids_shape or [])
        self._sample_ids_dtype = sample_ids_dtype or dtypes.int32

    @property
    def batch_size(self):
        if self._batch_size is None:
            raise ValueError("batch_size accessed before initialize was called")
        return self._batch_size

    sample_ids_shape = property(lambda self: self._sample_ids_shape)
    sample_ids_dtype = property(lambda self: self._sample_ids_dtype)

    def initialize(self, name=None):
        with ops.name_scope(name, "%sInitialize" % type(self).__name__):
            finished, next_inputs = self._initialize_fn()
            if self._batch_size is None:
                self._batch_size = array_ops.size(finished)
        return finished, next_inputs

    def sample(self, time, outputs, state, name=None):
        with ops.name_scope(name, "%sSample" % type(self).__name__, (time, outputs, state)):
            return self._sample_fn(time=time, outputs=outputs, state=state)

    def next_inputs(self, time, outputs, state, sample_ids, name=None):
        with ops.name_scope(name, "%sNextInputs" % type(self).__name__, (time, outputs, state)):
            return self._next_inputs_fn(time=time, outputs=outputs, state=state, sample_ids=sample_ids)


def _unstacked(value):
    array = tensor_array_ops.TensorArray(dtype=value.dtype, size=array_ops.shape(value)[0],
                                         element_shape=value.get_shape()[1:])
    return array.unstack(value)


class TrainingHelper(Helper):

    def __init__(self, inputs, sequence_length, time_major=False, name=None):
        with ops.name_scope(name, "TrainingHelper", [inputs, sequence_length]):
            inputs = nest.map_structure(lambda part: ops.convert_to_tensor(part, name="inputs"), inputs)
            self.inputs = inputs
            if not time_major:
                inputs = nest.map_structure(rnn._transpose_batch_time, inputs)
            self._input_tas = nest.map_structure(_unstacked, inputs)
            self.sequence_length = ops.convert_to_tensor(sequence_length, name="sequence_length")
            if self.sequence_length.get_shape().ndims != 1:
                raise ValueError("Expected sequence_length to be a vector, but received shape: %s" %
                                 self.sequence_length.get_shape())
            self._zero_inputs = nest.map_structure(lambda part: array_ops.zeros_like(part[0, :]), inputs)
            self._batch_size = array_ops.size(sequence_length)

    @property
    def batch_size(self):
        return self._batch_size

    def _read(self, finished, time):
        return control_flow_ops.cond(
            math_ops.reduce_all(finished), lambda: self._zero_inputs,
            lambda: nest.map_structure(lambda array: array.read(time), self._input_tas))

    def initialize(self, name=None):
        with ops.name_scope(name, "TrainingHelperInitialize"):
            finished = math_ops.equal(0, self.sequence_length)
            return finished, self._read(finished, 0)

    def sample(self, time, outputs, name=None, **unused_kwargs):
        with ops.name_scope(name, "TrainingHelperSample", [time, outputs]):
            return math_ops.cast(math_ops.argmax(outputs, axis=-1), dtypes.int32)

    def next_inputs(self, time, outputs, state, name=None, **unused_kwargs):
        with ops.name_scope(name, "TrainingHelperNextInputs", [time, outputs, state]):
            following = time + 1
            finished = following >= self.sequence_length
            return finished, self._read(finished, following), state


def _embedding_function(embedding):
    return embedding if callable(embedding) else lambda ids: embedding_ops.embedding_lookup(embedding, ids)


def _chosen(probability, shape):
    return math_ops.less(random_ops.random_uniform(shape, dtype=probability.dtype), probability)


def _sampled(logits):
    return array_ops.reshape(random_ops.multinomial(logits, 1, output_dtype=dtypes.int32), [-1])


class ScheduledEmbeddingTrainingHelper(TrainingHelper):

    def __init__(self, inputs, sequence_length, embedding, sampling_probability, time_major=False, seed=None,
                 scheduling_seed=None, name=None):
        with ops.name_scope(name, "ScheduledEmbeddingSamplingWrapper", [embedding, sampling_probability]):
            self._embedding_fn = _embedding_function(embedding)
            self._probability = ops.convert_to_tensor(sampling_probability, name="sampling_probability")
            if self._probability.get_shape().ndims not in (0, 1):
                raise ValueError("sampling_probability must be either a scalar or a vector. saw shape: %s" %
                                 self._probability.get_shape())
            super(ScheduledEmbeddingTrainingHelper, self).__init__(inputs, sequence_length, time_major, name)

    def sample(self, time, outputs, state, name=None):
        with ops.name_scope(name, "ScheduledEmbeddingTrainingHelperSample", [time, outputs, state]):
            chosen = _chosen(self._probability, array_ops.shape(outputs)[:1])
            return array_ops.where(chosen, _sampled(outputs), array_ops.fill([self.batch_size], -1))

    def next_inputs(self, time, outputs, state, sample_ids, name=None):
        with ops.name_scope(name, "ScheduledEmbeddingTrainingHelperNextInputs", [time, outputs, state, sample_ids]):
            finished, given, state = super(ScheduledEmbeddingTrainingHelper, self).next_inputs(
                time=time, outputs=outputs, state=state, sample_ids=sample_ids, name=name)

            def mixed():
                embedded = self._embedding_fn(sample_ids)
                return array_ops.where(sample_ids > -1, embedded, given)

            return finished, control_flow_ops.cond(math_ops.reduce_all(finished), lambda: given, mixed), state


class ScheduledOutputTrainingHelper(TrainingHelper):

    def __init__(self, inputs, sequence_length, sampling_probability, time_major=False, seed=None, next_inputs_fn=None,
                 auxiliary_inputs=None, name=None):
        with ops.name_scope(name, "ScheduledOutputTrainingHelper", [inputs, auxiliary_inputs, sampling_probability]):
            self._probability = ops.convert_to_tensor(sampling_probability, name="sampling_probability")
            if self._probability.get_shape().ndims not in (0, 1):
                raise ValueError("sampling_probability must be either a scalar or a vector. saw shape: %s" %
                                 self._probability.get_shape())
            self._auxiliary = auxiliary_inputs
            if auxiliary_inputs is not None:
                inputs = nest.map_structure(lambda x, y: array_ops.concat((x, y), -1), inputs, auxiliary_inputs)
                if not time_major:
                    self._auxiliary = nest.map_structure(rnn._transpose_batch_time, auxiliary_inputs)
                self._auxiliary = nest.map_structure(_unstacked, self._auxiliary)
            self._next_inputs_fn = next_inputs_fn
            super(ScheduledOutputTrainingHelper, self).__init__(inputs, sequence_length, time_major, name)

    def sample(self, time, outputs, state, name=None):
        with ops.name_scope(name, "ScheduledOutputTrainingHelperSample", [time, outputs, state]):
            return math_ops.cast(_chosen(self._probability, [self.batch_size]), dtypes.int32)

    def next_inputs(self, time, outputs, state, sample_ids, name=None):
        with ops.name_scope(name, "ScheduledOutputTrainingHelperNextInputs", [time, outputs, state, sample_ids]):
            finished, given, state = super(ScheduledOutputTrainingHelper, self).next_inputs(
                time=time, outputs=outputs, state=state, sample_ids=sample_ids, name=name)
            chosen = math_ops.cast(sample_ids, dtypes.bool)

            def mixed():
                own = outputs if self._next_inputs_fn is None else self._next_inputs_fn(outputs)
                if self._auxiliary is not None:
                    extra = nest.map_structure(lambda array: array.read(time + 1), self._auxiliary)
                    own = nest.map_structure(lambda x, y: array_ops.concat((x, y), -1), own, extra)
                return array_ops.where(chosen, own, given)

            none = math_ops.logical_or(math_ops.reduce_all(finished), math_ops.logical_not(math_ops.reduce_any(chosen)))
            return finished, control_flow_ops.cond(none, lambda: given, mixed), state


class GreedyEmbeddingHelper(Helper):

    def __init__(self, embedding, start_tokens, end_token):
        self._embedding_fn = _embedding_function(embedding)
        self._start_tokens = ops.convert_to_tensor(start_tokens, dtype=dtypes.int32, name="start_tokens")
        self._end_token = ops.convert_to_tensor(end_token, dtype=dtypes.int32, name="end_token")
        if self._start_tokens.get_shape().ndims != 1:
            raise ValueError("start_tokens must be a vector")
        self._batch_size = array_ops.size(start_tokens)
        if self._end_token.get_shape().ndims != 0:
            raise ValueError("end_token must be a scalar")
        self._start_inputs = self._embedding_fn(self._start_tokens)

    @property
    def batch_size(self):
        return self._batch_size

    def initialize(self, name=None):
        return array_ops.tile([False], [self._batch_size]), self._start_inputs

    def _check(self, outputs):
        if not isinstance(outputs, ops.Tensor):
            raise TypeError("Expected outputs to be a single Tensor, got: %s" % type(outputs))

    def sample(self, time, outputs, state, name=None):
        self._check(outputs)
        return math_ops.argmax(outputs, axis=-1, output_type=dtypes.int32)

    def next_inputs(self, time, outputs, state, sample_ids, name=None):
        finished = math_ops.equal(sample_ids, self._end_token)
        next_inputs = control_flow_ops.cond(math_ops.reduce_all(finished), lambda: self._start_inputs,
                                            lambda: self._embedding_fn(sample_ids))
        return finished, next_inputs, state


class SampleEmbeddingHelper(GreedyEmbeddingHelper):

    def __init__(self, embedding, start_tokens, end_token, softmax_temperature=None, seed=None):
        super(SampleEmbeddingHelper, self).__init__(embedding, start_tokens, end_token)
        self._temperature = softmax_temperature

    def sample(self, time, outputs, state, name=None):
        self._check(outputs)
        return _sampled(outputs if self._temperature is None else outputs / self._temperature)


class InferenceHelper(Helper):

    def __init__(self, sample_fn, sample_shape, sample_dtype, start_inputs, end_fn, next_inputs_fn=None):
        self._sample_fn, self._end_fn, self._next_inputs_fn = sample_fn, end_fn, next_inputs_fn
        self._sample_shape, self._sample_dtype = tensor_shape.TensorShape(sample_shape), sample_dtype
        self._batch_size = array_ops.shape(start_inputs)[0]
        self._start_inputs = ops.convert_to_tensor(start_inputs, name="start_inputs")

    batch_size = property(lambda self: self._batch_size)
    sample_ids_shape = property(lambda self: self._sample_shape)
    sample_ids_dtype = property(lambda self: self._sample_dtype)

    def initialize(self, name=None):
        return array_ops.tile([False], [self._batch_size]), self._start_inputs

    def sample(self, time, outputs, state, name=None):
        return self._sample_fn(outputs)

    def next_inputs(self, time, outputs, state, sample_ids, name=None):
        next_inputs = sample_ids if self._next_inputs_fn is None else self._next_inputs_fn(sample_ids)
        return self._end_fn(sample_ids), next_inputs, state
