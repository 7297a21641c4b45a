"""tf.data: what is modelled is the structure of the elements, and that functions are traced."""

from _tfscope import is_unknown
from tensorflow.python.data.ops import iterator_ops
from tensorflow.python.data.ops.structure import flat, packed, spec_of, Spec, Structured
from tensorflow.python.framework import dtypes, func_graph, ops, sparse_tensor, tensor_shape
from tensorflow.python.ops import array_ops


def _variant(op_type, inputs):
    return ops.create_op(op_type, inputs, [(tensor_shape.scalar(), dtypes.variant)]).outputs[0]


def _size(value, name):
    return ops.convert_to_tensor(-1 if value is None else value, dtype=dtypes.int64, name=name)


class DatasetV1(Structured):
    """A dataset: its variant tensor and the Spec of its elements."""

    def __init__(self, variant=None, spec=None):
        self._variant_tensor = variant
        self._spec = spec

    def _then(self, op_type, spec, inputs=()):
        return DatasetV1Adapter(_variant(op_type, [self._variant_tensor] + list(inputs)), spec)

    # ---- structure
    @property
    def element_spec(self):
        return self._spec

    def __repr__(self):
        types = packed(self._spec, lambda part: _Shown(repr(part.dtype)))
        shapes = packed(self._spec, lambda part: _Shown(str(part.shape)))
        return "<%s shapes: %s, types: %s>" % (type(self).__name__, shapes, types)

    # ---- sources
    @staticmethod
    def from_tensors(tensors):
        tensors = _normalized(tensors)
        return DatasetV1Adapter(_variant("TensorDataset", _components(tensors)), spec_of(tensors))

    @staticmethod
    def from_tensor_slices(tensors):
        tensors = _normalized(tensors)
        spec = packed(spec_of(tensors), lambda part: Spec(part.dtype, part.shape[1:], part.sparse, part.is_guess))
        sizes = [part.shape.with_rank_at_least(1)[0] for part in flat(spec_of(tensors))]
        for size in sizes[1:]:
            sizes[0].assert_is_compatible_with(size)
        return DatasetV1Adapter(_variant("TensorSliceDataset", _components(tensors)), spec)

    @staticmethod
    def from_generator(generator, output_types, output_shapes=None, args=None):
        kinds = packed(output_types, dtypes.as_dtype)
        shapes = [tensor_shape.as_shape(None)] * len(flat(kinds)) if output_shapes is None else [
            tensor_shape.as_shape(shape) for shape in flat_shapes(output_types, output_shapes)]
        remaining = iter(shapes)
        spec = packed(kinds, lambda kind: Spec(kind, next(remaining), False))
        source = DatasetV1.from_tensors(0)
        return source._then("FlatMapDataset", spec)

    @staticmethod
    def range(*args):
        start, stop, step = (0, args[0], 1) if len(args) == 1 else (args[0], args[1], 1) if len(args) == 2 else args
        inputs = [ops.convert_to_tensor(value, dtype=dtypes.int64, name=name)
                  for value, name in ((start, "start"), (stop, "stop"), (step, "step"))]
        return DatasetV1Adapter(_variant("RangeDataset", inputs), Spec(dtypes.int64, tensor_shape.scalar(), False))

    @staticmethod
    def zip(datasets):
        listed = flat(datasets)
        remaining = iter([dataset._spec for dataset in listed])
        spec = packed(datasets, lambda dataset: next(remaining))
        return DatasetV1Adapter(_variant("ZipDataset", [dataset._variant_tensor for dataset in listed]), spec)

    @staticmethod
    def list_files(file_pattern, shuffle=None, seed=None):
        with ops.name_scope("list_files"):
            files = ops.create_op("MatchingFiles", [ops.convert_to_tensor(file_pattern, name="file_pattern")],
                                  [(tensor_shape.TensorShape([None]), dtypes.string)]).outputs[0]
            return DatasetV1.from_tensor_slices(files)

    # ---- functions of elements
    def _traced(self, function, name="Dataset_map"):
        spec = self._spec

        def arguments():
            value = packed(spec, lambda part: part.placeholder())
            return value if type(value) is tuple else (value,)

        return func_graph.traced(name, function, arguments)

    def map(self, map_func, num_parallel_calls=None):
        result = self._traced(lambda *args: _normalized_result(map_func(*args)))
        op_type = "MapDataset" if num_parallel_calls is None else "ParallelMapDataset"
        inputs = [] if num_parallel_calls is None else [
            ops.convert_to_tensor(num_parallel_calls, dtype=dtypes.int32, name="num_parallel_calls")]
        return self._then(op_type, spec_of(result), inputs)

    map_with_legacy_function = map

    def flat_map(self, map_func):
        inner = self._traced(map_func, "Dataset_flat_map")
        return self._then("FlatMapDataset", inner._spec)

    def interleave(self, map_func, cycle_length=-1, block_length=1, num_parallel_calls=None):
        inner = self._traced(map_func, "Dataset_interleave")
        inputs = [_size(cycle_length, "cycle_length"), _size(block_length, "block_length")]
        if num_parallel_calls is None:
            return self._then("InterleaveDataset", inner._spec, inputs)
        inputs.append(_size(num_parallel_calls, "num_parallel_calls"))
        return self._then("ParallelInterleaveDatasetV2", inner._spec, inputs)

    def filter(self, predicate):
        self._traced(predicate, "Dataset_filter")
        return self._then("FilterDataset", self._spec)

    filter_with_legacy_function = filter

    def apply(self, transformation_func):
        return transformation_func(self)

    def reduce(self, initial_state, reduce_func):
        return packed(spec_of(initial_state), lambda part: part.placeholder())

    # ---- order and size
    def batch(self, batch_size, drop_remainder=False):
        inputs = [_size(batch_size, "batch_size"), ops.convert_to_tensor(drop_remainder, dtype=dtypes.bool,
                                                                        name="drop_remainder")]
        leading = batch_size if drop_remainder is True and (
            isinstance(batch_size, int) or is_unknown(batch_size)) else None
        return self._then("BatchDatasetV2", _batched(self._spec, leading), inputs)

    def padded_batch(self, batch_size, padded_shapes, padding_values=None, drop_remainder=False):
        size = _size(batch_size, "batch_size")
        shapes = [tensor_shape.as_shape(shape) for shape in flat_shapes(self._spec, padded_shapes)]
        for shape in shapes:
            ops.convert_to_tensor([-1 if dim is None else dim for dim in shape.as_list()], dtype=dtypes.int64)
        for part in flat(self._spec):
            ops.convert_to_tensor("" if part.dtype is dtypes.string else 0, dtype=part.dtype, name="padding_value")
        dropped = ops.convert_to_tensor(drop_remainder, dtype=dtypes.bool, name="drop_remainder")
        leading = batch_size if drop_remainder is True and isinstance(batch_size, int) else None
        remaining = iter(shapes)
        spec = packed(self._spec, lambda part: Spec(part.dtype, next(remaining), part.sparse, part.is_guess))
        return self._then("PaddedBatchDatasetV2", _batched(spec, leading), [size, dropped])

    def repeat(self, count=None):
        return self._then("RepeatDataset", self._spec, [_size(count, "count")])

    def shuffle(self, buffer_size, seed=None, reshuffle_each_iteration=None):
        inputs = [_size(buffer_size, "buffer_size"), _size(0, "seed"), _size(0, "seed2")]
        return self._then("ShuffleDataset", self._spec, inputs)

    def prefetch(self, buffer_size):
        return self._then("PrefetchDataset", self._spec, [_size(buffer_size, "buffer_size")])

    def take(self, count):
        return self._then("TakeDataset", self._spec, [_size(count, "count")])

    def skip(self, count):
        return self._then("SkipDataset", self._spec, [_size(count, "count")])

    def cache(self, filename=""):
        return self._then("CacheDataset", self._spec,
                          [ops.convert_to_tensor(filename, dtype=dtypes.string, name="filename")])

    def shard(self, num_shards, index):
        return self._then("ShardDataset", self._spec, [_size(num_shards, "num_shards"), _size(index, "index")])

    def concatenate(self, dataset):
        spec = self._spec
        kinds = [packed(one._spec, lambda part: part.dtype) for one in (self, dataset)]
        if kinds[0] != kinds[1]:
            raise TypeError("Two datasets to concatenate have different types %s and %s" % tuple(kinds))
        remaining = iter(flat(dataset._spec))
        merged = packed(spec, lambda part: Spec(
            part.dtype, part.shape.most_specific_compatible_shape(next(remaining).shape), part.sparse))
        return self._then("ConcatenateDataset", merged, [dataset._variant_tensor])

    def window(self, size, shift=None, stride=1, drop_remainder=False):
        return self._then("WindowDataset", self._spec)

    def enumerate(self, start=0):
        return DatasetV1.zip((DatasetV1.range(start, dtypes.int64.max), self))

    def unbatch(self):
        return self._then("UnbatchDataset", packed(
            self._spec, lambda part: Spec(part.dtype, part.shape[1:], part.sparse, part.is_guess)))

    def with_options(self, options):
        return self

    def options(self):
        return Options()

    # ---- iterators
    def make_one_shot_iterator(self):
        resource = ops.create_op("OneShotIterator", [], [(tensor_shape.scalar(), dtypes.resource)]).outputs[0]
        ops.add_to_collection("iterators", resource)
        return iterator_ops.Iterator(resource, None, self._spec)

    def make_initializable_iterator(self, shared_name=None):
        options = ops.convert_to_tensor(["map_and_batch_fusion", "noop_elimination", "shuffle_and_repeat_fusion"],
                                        dtype=dtypes.string, name="optimizations")
        variant = _variant("ModelDataset", [_variant("OptimizeDataset", [self._variant_tensor, options])])
        resource = ops.create_op("IteratorV2", [], [(tensor_shape.scalar(), dtypes.resource)]).outputs[0]
        ops.add_to_collection("iterators", resource)
        initializer = ops.create_op("MakeIterator", [variant, resource], [])
        return iterator_ops.Iterator(resource, initializer, self._spec)


class DatasetV1Adapter(DatasetV1):
    pass


Dataset = DatasetV2 = DatasetV1


class Options(object):
    pass


class _Shown(object):

    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text


def flat_shapes(structure, shapes):
    """One shape for each component; a list of numbers is one shape."""
    if isinstance(structure, dict):
        return [shape for key in sorted(structure) for shape in flat_shapes(structure[key], shapes[key])]
    if isinstance(structure, tuple):
        return [shape for part, inner in zip(structure, shapes) for shape in flat_shapes(part, inner)]
    return [shapes]


def _batched(spec, leading):
    return packed(
        spec, lambda part: Spec(part.dtype, _behind(leading, part.shape), part.sparse, part.is_guess))


def _behind(leading, shape):
    return shape if shape._is_uncertain else tensor_shape.TensorShape([leading]).concatenate(shape)


def _is_ready(value):
    return isinstance(value, (ops.Tensor, sparse_tensor.SparseTensor))


def _normalized(value):
    """The tensors of a structure of values; what is no tensor yet is converted."""
    with ops.name_scope("normalize_element"):
        position = [0]

        def convert(part):
            i = position[0]
            position[0] += 1
            return part if _is_ready(part) else ops.convert_to_tensor(part, name="component_%d" % i)

        return packed(value, convert)


def _normalized_result(value):
    if value is None:
        raise TypeError("Unsupported return value from function passed to Dataset.map(): None.")
    if isinstance(value, list):
        value = tuple(value)
    return packed(value, lambda part: part if _is_ready(part) or isinstance(
        part, DatasetV1) else ops.convert_to_tensor(part))


def _components(value):
    result = []
    for part in flat(value):
        result.extend([part.indices, part.values, part.dense_shape]
                      if isinstance(part, sparse_tensor.SparseTensor) else [part])
    return result


def get_legacy_output_types(dataset_or_iterator):
    return dataset_or_iterator.output_types


def get_legacy_output_shapes(dataset_or_iterator):
    return dataset_or_iterator.output_shapes


def get_legacy_output_classes(dataset_or_iterator):
    return dataset_or_iterator.output_classes


def make_one_shot_iterator(dataset):
    return dataset.make_one_shot_iterator()


def make_initializable_iterator(dataset, shared_name=None):
    return dataset.make_initializable_iterator(shared_name)
