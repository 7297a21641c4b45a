"""Partitions, stitches and queues."""

from tensorflow.python.framework import dtypes, ops, tensor_shape
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import control_flow_ops, math_ops


def dynamic_partition(data, partitions, num_partitions, name=None):
    return apply("DynamicPartition", name, [data, partitions], num_partitions=num_partitions)


def dynamic_stitch(indices, data, name=None):
    return apply("DynamicStitch", name, [indices, data])


parallel_dynamic_stitch = dynamic_stitch


class QueueBase(object):
    """A queue: the types and shapes of what it holds, and a handle."""

    def __init__(self, dtypes, shapes, names, queue_ref):
        self._dtypes = dtypes
        self._shapes = shapes if shapes is not None else [None] * len(dtypes)
        self._names = names
        self._queue_ref = queue_ref
        self._name = queue_ref.op.name.split("/")[-1]

    @property
    def queue_ref(self):
        return self._queue_ref

    @property
    def name(self):
        return self._queue_ref.op.name

    @property
    def dtypes(self):
        return self._dtypes

    @property
    def shapes(self):
        return [tensor_shape.TensorShape(shape) for shape in self._shapes]

    @property
    def names(self):
        return self._names

    def _values(self, vals):
        if isinstance(vals, dict):
            vals = [vals[name] for name in self._names]
        elif not isinstance(vals, (list, tuple)):
            vals = [vals]
        return [ops.convert_to_tensor(value, dtype=dtype, name="component_%d" % i)
                for i, (value, dtype) in enumerate(zip(vals, self._dtypes))]

    def enqueue(self, vals, name=None):
        with ops.name_scope(name, "%s_enqueue" % self._name, []) as scope:
            return apply("QueueEnqueueV2", scope, [self._queue_ref, self._values(vals)])

    def enqueue_many(self, vals, name=None):
        with ops.name_scope(name, "%s_EnqueueMany" % self._name, []) as scope:
            return apply("QueueEnqueueManyV2", scope, [self._queue_ref, self._values(vals)])

    def _result(self, tensors):
        if self._names:
            return dict(zip(self._names, tensors))
        return tensors[0] if len(tensors) == 1 else tensors

    def _dequeue(self, op_type, inputs, leading, name):
        shapes = [None if shape is None else leading + tensor_shape.as_shape(shape).as_list() for shape in self._shapes]
        outputs = ops.create_op(op_type, inputs, [(tensor_shape.TensorShape(shape), dtype)
                                                  for shape, dtype in zip(shapes, self._dtypes)], name).outputs
        return self._result(list(outputs))

    def dequeue(self, name=None):
        return self._dequeue("QueueDequeueV2", [self._queue_ref], [], name or "%s_Dequeue" % self._name)

    def dequeue_many(self, n, name=None):
        name = name or "%s_DequeueMany" % self._name
        with ops.name_scope(name) as scope:
            count = ops.convert_to_tensor(n, name="n")
            return self._dequeue("QueueDequeueManyV2", [self._queue_ref, count], [count._value], scope)

    def dequeue_up_to(self, n, name=None):
        name = name or "%s_DequeueUpTo" % self._name
        with ops.name_scope(name) as scope:
            count = ops.convert_to_tensor(n, name="n")
            return self._dequeue("QueueDequeueUpToV2", [self._queue_ref, count], [None], scope)

    def close(self, cancel_pending_enqueues=False, name=None):
        return apply("QueueCloseV2", name or "%s_Close" % self._name, [self._queue_ref])

    def size(self, name=None):
        return apply("QueueSizeV2", name or "%s_Size" % self._name, [self._queue_ref])


def _types(values):
    return [dtypes.as_dtype(value) for value in (values if isinstance(values, (list, tuple)) else [values])]


def _shapes(values, count):
    if values is None:
        return None
    listed = values if isinstance(values, (list, tuple)) and values and ( isinstance(
        values[0], (list, tuple, tensor_shape.TensorShape)) or len(values) == count and count > 1) else [values]
    return [tensor_shape.as_shape(value) for value in listed]


def _setup(queue, op_type, dtypes_, shapes, names, name):
    kinds = _types(dtypes_)
    if isinstance(names, str):
        names = [names]
    listed = _shapes(shapes, len(kinds))
    if op_type != "PaddingFIFOQueueV2" and any([not (shape._is_uncertain or shape.is_fully_defined())
                                                for shape in listed or []]):
        raise ValueError("All shapes must be fully defined: %s" % listed)
    QueueBase.__init__(queue, kinds, listed, names, apply(op_type, name, []))


class FIFOQueue(QueueBase):

    def __init__(self, capacity, dtypes, shapes=None, names=None, shared_name=None, name="fifo_queue"):
        _setup(self, "FIFOQueueV2", dtypes, shapes, names, name)


class RandomShuffleQueue(QueueBase):

    def __init__(self, capacity, min_after_dequeue, dtypes, shapes=None, names=None, seed=None, shared_name=None,
                 name="random_shuffle_queue"):
        _setup(self, "RandomShuffleQueueV2", dtypes, shapes, names, name)


class PaddingFIFOQueue(QueueBase):

    def __init__(self, capacity, dtypes, shapes, names=None, shared_name=None, name="padding_fifo_queue"):
        _setup(self, "PaddingFIFOQueueV2", dtypes, shapes, names, name)
