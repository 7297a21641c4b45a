"""Pipelines of queues: what they dequeue, and the variables that count epochs."""

from tensorflow.python.framework import constant_op, dtypes, ops, smart_cond, sparse_tensor, tensor_shape
from tensorflow.python.ops import (array_ops, control_flow_ops, data_flow_ops, io_ops, math_ops, random_ops,
                                   sparse_ops, variable_scope)
from tensorflow.python.summary import summary
from tensorflow.python.training import queue_runner_impl


def match_filenames_once(pattern, name=None):
    with ops.name_scope(name, "matching_filenames", [pattern]) as name:
        return variable_scope.variable(name=name, initial_value=io_ops.matching_files(pattern), trainable=False,
                                       validate_shape=False, collections=[ops.GraphKeys.LOCAL_VARIABLES])


def limit_epochs(tensor, num_epochs=None, name=None):
    if num_epochs is None:
        return tensor
    if num_epochs <= 0:
        raise ValueError("num_epochs must be > 0 not %d." % num_epochs)
    with ops.name_scope(name, "limit_epochs", [tensor]) as name:
        first = constant_op.constant(0, dtype=dtypes.int64)
        epochs = variable_scope.variable(first, name="epochs", trainable=False,
                                         collections=[ops.GraphKeys.LOCAL_VARIABLES])
        with ops.control_dependencies([epochs.count_up_to(num_epochs)]):
            return array_ops.identity(tensor, name=name)


def input_producer(input_tensor, element_shape=None, num_epochs=None, shuffle=True, seed=None, capacity=32,
                   shared_name=None, summary_name=None, name=None, cancel_op=None):
    with ops.name_scope(name, "input_producer", [input_tensor]):
        values = ops.convert_to_tensor(input_tensor, name="input_tensor")
        shape = values.shape[1:].merge_with(element_shape)
        if not shape.is_fully_defined():
            raise ValueError("Either `input_tensor` must have a fully defined shape or `element_shape` must be specified")
        if shuffle:
            values = random_ops.random_shuffle(values, seed=seed)
        values = limit_epochs(values, num_epochs)
        queue = data_flow_ops.FIFOQueue(capacity, [values.dtype.base_dtype], [shape], name=name)
        runner = queue_runner_impl.QueueRunner(queue, [queue.enqueue_many([values])], cancel_op=cancel_op)
        queue_runner_impl.add_queue_runner(runner)
        if summary_name is not None:
            summary.scalar(summary_name, math_ops.cast(queue.size(), dtypes.float32) * (1. / capacity))
        return queue


def string_input_producer(string_tensor, num_epochs=None, shuffle=True, seed=None, capacity=32, shared_name=None,
                          name=None, cancel_op=None):
    refusal = "string_input_producer requires a non-null input tensor"
    if not isinstance(string_tensor, ops.Tensor) and not string_tensor:
        raise ValueError(refusal)
    with ops.name_scope(name, "input_producer", [string_tensor]) as name:
        values = ops.convert_to_tensor(string_tensor, dtype=dtypes.string)
        check = control_flow_ops.Assert(math_ops.greater(array_ops.size(values), 0), [refusal])
        with ops.control_dependencies([check]):
            values = array_ops.identity(values)
        return input_producer(values, [], num_epochs, shuffle, seed, capacity, shared_name,
                              "fraction_of_%d_full" % capacity, name, cancel_op)


def range_input_producer(limit, num_epochs=None, shuffle=True, seed=None, capacity=32, shared_name=None, name=None):
    with ops.name_scope(name, "input_producer", [limit]) as name:
        return input_producer(math_ops.range(limit), [], num_epochs, shuffle, seed, capacity, shared_name,
                              "fraction_of_%d_full" % capacity, name)


def slice_input_producer(tensor_list, num_epochs=None, shuffle=True, seed=None, capacity=32, shared_name=None,
                         name=None):
    with ops.name_scope(name, "input_producer", tensor_list):
        tensors = [ops.convert_to_tensor(tensor) for tensor in tensor_list]
        if not tensors:
            raise ValueError("Expected at least one tensor in slice_input_producer().")
        index = range_input_producer(array_ops.shape(tensors[0])[0], num_epochs, shuffle, seed, capacity,
                                     shared_name).dequeue()
        return [array_ops.gather(tensor, index) for tensor in tensors]


class _Batches(object):
    """One pipeline: lists of tensors, one for each producer, that go through one queue."""

    def __init__(self, examples, is_joined, enqueue_many, keep_input):
        self._original = examples[0] if is_joined else examples
        self._enqueue_many = enqueue_many
        self._is_joined = is_joined
        self._examples = [self._listed(example) for example in (examples if is_joined else [examples])]
        self._keep_input = keep_input

    def scope(self, name, default_name):
        values = [tensor for example in self._examples for tensor in example]
        return ops.name_scope(name, default_name, values + [self._keep_input])

    @staticmethod
    def _listed(example):
        return [example[key] for key in sorted(example, key=str)] if isinstance(example, dict) else example

    def convert(self):
        self._examples = [[self._converted(tensor) for tensor in example] for example in self._examples]
        if not self._examples[0]:
            raise ValueError("Expected at least one tensor in batch().")
        self._keep_input = keep = ops.convert_to_tensor(self._keep_input)
        if keep.shape.ndims is None:
            raise ValueError("`keep_input` dimensions must be known at graph construction.")
        if keep.shape.ndims > 1:
            raise ValueError("`keep_input` must be 0 or 1 dimensions.")
        if keep.shape.ndims == 1 and not self._enqueue_many:
            raise ValueError("`keep_input` cannot be a vector when `enqueue_many=False`.")

    @staticmethod
    def _converted(tensor):
        return tensor if isinstance(tensor, sparse_tensor.SparseTensor) else ops.convert_to_tensor(tensor)

    def types(self):
        types = [[tensor.dtype for tensor in example] for example in self._examples]
        for others in types[1:]:
            if others != types[0]:
                raise TypeError("Expected types to be consistent: %s vs. %s." % (
                    ", ".join([dtype.name for dtype in others]), ", ".join([dtype.name for dtype in types[0]])))
        return types[0]

    def shapes(self, given):
        if given is not None:
            return given
        shapes = []
        for tensors in zip(*self._examples):
            for tensor in tensors:
                if tensor.shape.ndims is None:
                    raise ValueError("Cannot infer Tensor's rank: %s" % tensor)
            parts = [tensor.shape.with_rank_at_least(1)[1:] if self._enqueue_many else tensor.shape
                     for tensor in tensors]
            for part in parts[1:]:
                parts[0].merge_with(part)
            shapes.append(parts[0])
        return shapes

    def fill(self, queue, threads):
        put = queue.enqueue_many if self._enqueue_many else queue.enqueue
        plain = [[tensor.values if isinstance(tensor, sparse_tensor.SparseTensor) else tensor for tensor in example]
                 for example in self._examples]
        added = []
        for example in plain:
            if self._keep_input.shape.ndims == 1:
                chosen = math_ops.cast(self._keep_input, dtypes.int32)
                added.append(put([data_flow_ops.dynamic_partition(tensor, chosen, num_partitions=2)[1]
                                  for tensor in example]))
            else:
                added.append(smart_cond.smart_cond(self._keep_input, lambda: put(example), control_flow_ops.no_op))
        runner = queue_runner_impl.QueueRunner(queue, added if self._is_joined else added * threads)
        queue_runner_impl.add_queue_runner(runner)

    def taken(self, queue, batch_size, smaller_final_batch, name):
        take = queue.dequeue_up_to if smaller_final_batch else queue.dequeue_many
        tensors = take(batch_size, name=name)
        listed = tensors if isinstance(tensors, list) else [tensors]
        for i, source in enumerate(self._examples[0]):
            if isinstance(source, sparse_tensor.SparseTensor):
                listed[i] = sparse_ops.sparse_reshape(source, array_ops.concat([[batch_size], source.dense_shape], 0))
        if isinstance(self._original, dict):
            return dict(zip(sorted(self._original, key=str), listed))
        return listed if isinstance(tensors, list) else listed[0]


def _in_order(batches, default_name, batch_size, num_threads, capacity, shapes, dynamic_pad, smaller_final_batch, name):
    with batches.scope(name, default_name) as name:
        batches.convert()
        kind = data_flow_ops.PaddingFIFOQueue if dynamic_pad else data_flow_ops.FIFOQueue
        queue = kind(capacity, batches.types(), batches.shapes(shapes))
        batches.fill(queue, num_threads)
        summary.scalar("fraction_of_%d_full" % capacity, math_ops.cast(queue.size(), dtypes.float32) * (1. / capacity))
        return batches.taken(queue, batch_size, smaller_final_batch, name)


def _shuffled(batches, default_name, batch_size, capacity, min_after_dequeue, num_threads, seed, shapes,
              smaller_final_batch, name):
    with batches.scope(name, default_name) as name:
        room = capacity - min_after_dequeue
        if room <= 0 and default_name == "shuffle_batch":
            raise ValueError("capacity %d must be bigger than min_after_dequeue %d." % (capacity, min_after_dequeue))
        batches.convert()
        queue = data_flow_ops.RandomShuffleQueue(capacity, min_after_dequeue, batches.types(), batches.shapes(shapes),
                                                 seed=seed)
        batches.fill(queue, num_threads)
        above = math_ops.cast(math_ops.maximum(0, queue.size() - min_after_dequeue), dtypes.float32)
        summary.scalar("fraction_over_%d_of_%d_full" % (min_after_dequeue, room), above * (1. / room))
        return batches.taken(queue, batch_size, smaller_final_batch, name)


def batch(tensors, batch_size, num_threads=1, capacity=32, enqueue_many=False, shapes=None, dynamic_pad=False,
          allow_smaller_final_batch=False, shared_name=None, name=None):
    return _in_order(_Batches(tensors, False, enqueue_many, True), "batch", batch_size, num_threads, capacity, shapes,
                     dynamic_pad, allow_smaller_final_batch, name)


def maybe_batch(tensors, keep_input, batch_size, num_threads=1, capacity=32, enqueue_many=False, shapes=None,
                dynamic_pad=False, allow_smaller_final_batch=False, shared_name=None, name=None):
    return _in_order(_Batches(tensors, False, enqueue_many, keep_input), "batch", batch_size, num_threads, capacity,
                     shapes, dynamic_pad, allow_smaller_final_batch, name)


def batch_join(tensors_list, batch_size, capacity=32, enqueue_many=False, shapes=None, dynamic_pad=False,
               allow_smaller_final_batch=False, shared_name=None, name=None):
    return _in_order(_Batches(_some(tensors_list), True, enqueue_many, True), "batch_join", batch_size, 1, capacity,
                     shapes, dynamic_pad, allow_smaller_final_batch, name)


def shuffle_batch(tensors, batch_size, capacity, min_after_dequeue, num_threads=1, seed=None, enqueue_many=False,
                  shapes=None, allow_smaller_final_batch=False, shared_name=None, name=None):
    return _shuffled(_Batches(tensors, False, enqueue_many, True), "shuffle_batch", batch_size, capacity,
                     min_after_dequeue, num_threads, seed, shapes, allow_smaller_final_batch, name)


def shuffle_batch_join(tensors_list, batch_size, capacity, min_after_dequeue, seed=None, enqueue_many=False,
                       shapes=None, allow_smaller_final_batch=False, shared_name=None, name=None):
    return _shuffled(_Batches(_some(tensors_list), True, enqueue_many, True), "shuffle_batch_join", batch_size,
                     capacity, min_after_dequeue, 1, seed, shapes, allow_smaller_final_batch, name)


def _some(tensors_list):
    if not tensors_list:
        raise ValueError("Expected at least one set of tensors")
    return tensors_list
