"""Lookup tables: what they map to what, their operations, and that they are to be initialized."""

import collections

from tensorflow.python.framework import dtypes, ops, sparse_tensor, tensor_shape
from tensorflow.python.framework.ops import GraphKeys
from tensorflow.python.ops import array_ops, control_flow_ops, math_ops, string_ops

HasherSpec = collections.namedtuple("HasherSpec", ["hasher", "key"])
FastHashSpec = HasherSpec("fasthash", None)
LegacyHashSpec = HasherSpec("legacy", None)


def StrongHashSpec(key):
    return HasherSpec("stronghash", key)


class TextFileIndex(object):
    WHOLE_LINE = -2
    LINE_NUMBER = -1


def _op(op_type, inputs, outputs, name=None):
    return ops.create_op(op_type, inputs, outputs, name or op_type)


def tables_initializer(name="init_all_tables"):
    initializers = ops.get_collection(GraphKeys.TABLE_INITIALIZERS)
    return control_flow_ops.group(*initializers, name=name) if initializers else control_flow_ops.no_op(name=name)


initialize_all_tables = tables_initializer


class LookupInterface(object):

    def __init__(self, key_dtype, value_dtype):
        self._key_dtype, self._value_dtype = dtypes.as_dtype(key_dtype), dtypes.as_dtype(value_dtype)

    key_dtype = property(lambda self: self._key_dtype)
    value_dtype = property(lambda self: self._value_dtype)
    resource_handle = property(lambda self: self._resource_handle)
    name = property(lambda self: self._name)

    def _check_keys(self, keys):
        if keys.dtype.base_dtype != self._key_dtype:
            raise TypeError("Signature mismatch. Keys must be dtype %s, got %s." % (self._key_dtype, keys.dtype))

    def _find(self, keys, default, shape):
        return _op("LookupTableFindV2", [self._resource_handle, keys, default], [(shape, self._value_dtype)]).outputs[0]

    def size(self, name=None):
        with ops.name_scope(name, "%s_Size" % self.name, [self._resource_handle]):
            return _op("LookupTableSizeV2", [self._resource_handle], [(tensor_shape.scalar(), dtypes.int64)]).outputs[0]


class _Table(LookupInterface):
    """A table that is fixed once it is initialized."""

    def __init__(self, initializer, default_value, name=None):
        LookupInterface.__init__(self, initializer.key_dtype, initializer.value_dtype)
        self._default_value = ops.convert_to_tensor(default_value, dtype=self._value_dtype)
        self._initializer = initializer
        self._resource_handle = _op("HashTableV2", [], [(tensor_shape.scalar(), dtypes.resource)],
                                    name or "hash_table").outputs[0]
        self._name = self._resource_handle.op.name.split("/")[-1]
        self._init_op = initializer.initialize(self)

    default_value = property(lambda self: self._default_value)
    initializer = property(lambda self: self._init_op)
    init = initializer

    def lookup(self, keys, name=None):
        self._check_keys(keys)
        sparse = isinstance(keys, sparse_tensor.SparseTensor)
        wanted = keys.values if sparse else keys
        with ops.name_scope(name, "%s_Lookup" % self.name, (self._resource_handle, wanted, self._default_value)):
            values = self._find(wanted, self._default_value, wanted.get_shape())
        return sparse_tensor.SparseTensor(keys.indices, values, keys.dense_shape) if sparse else values


class StaticHashTable(_Table):

    def __init__(self, initializer, default_value, name=None):
        _Table.__init__(self, initializer, default_value, name)


class StaticHashTableV1(StaticHashTable):
    pass


class HashTable(StaticHashTableV1):
    pass


class TableInitializerBase(object):

    def __init__(self, key_dtype, value_dtype):
        self._key_dtype, self._value_dtype = dtypes.as_dtype(key_dtype), dtypes.as_dtype(value_dtype)

    key_dtype = property(lambda self: self._key_dtype)
    value_dtype = property(lambda self: self._value_dtype)


class KeyValueTensorInitializer(TableInitializerBase):

    def __init__(self, keys, values, key_dtype=None, value_dtype=None, name=None):
        self._keys = ops.convert_to_tensor(keys, dtype=key_dtype, name="keys")
        self._values = ops.convert_to_tensor(values, dtype=value_dtype, name="values")
        self._name = name if name is not None else "key_value_init"
        TableInitializerBase.__init__(self, self._keys.dtype, self._values.dtype)

    def initialize(self, table):
        with ops.name_scope(self._name, values=(table.resource_handle, self._keys, self._values)):
            op = _op("LookupTableImportV2", [table.resource_handle, self._keys, self._values], [])
        ops.add_to_collection(GraphKeys.TABLE_INITIALIZERS, op)
        return op


class TextFileInitializer(TableInitializerBase):

    def __init__(self, filename, key_dtype, key_index, value_dtype, value_index, vocab_size=None, delimiter="\t",
                 name=None):
        if not isinstance(filename, ops.Tensor) and not filename:
            raise ValueError("Filename required for %s." % name)
        TableInitializerBase.__init__(self, key_dtype, value_dtype)
        if vocab_size is not None and vocab_size <= 0:
            raise ValueError("Invalid vocab_size %s." % vocab_size)
        self._name = name
        self._filename = ops.convert_to_tensor(filename, dtypes.string, name="asset_path")

    def initialize(self, table):
        filename = self._filename
        with ops.name_scope(self._name, "text_file_init", (table.resource_handle,)):
            op = _op("InitializeTableFromTextFileV2", [table.resource_handle, filename], [])
        ops.add_to_collection(GraphKeys.TABLE_INITIALIZERS, op)
        if filename.op.type == "Const":
            ops.add_to_collection(GraphKeys.ASSET_FILEPATHS, filename)
        return op


class TextFileStringTableInitializer(TextFileInitializer):

    def __init__(self, filename, key_column_index=TextFileIndex.LINE_NUMBER,
                 value_column_index=TextFileIndex.WHOLE_LINE, vocab_size=None, delimiter="\t",
                 name="text_file_string_table_init"):
        TextFileInitializer.__init__(self, filename, dtypes.int64, key_column_index, dtypes.string, value_column_index,
                                     vocab_size, delimiter, name)


class TextFileIdTableInitializer(TextFileInitializer):

    def __init__(self, filename, key_column_index=TextFileIndex.WHOLE_LINE,
                 value_column_index=TextFileIndex.LINE_NUMBER, vocab_size=None, delimiter="\t",
                 name="text_file_id_table_init", key_dtype=dtypes.string):
        TextFileInitializer.__init__(self, filename, key_dtype, key_column_index, dtypes.int64, value_column_index,
                                     vocab_size, delimiter, name)


class IdTableWithHashBuckets(LookupInterface):

    def __init__(self, table, num_oov_buckets, hasher_spec=FastHashSpec, name=None, key_dtype=None):
        if not table and num_oov_buckets <= 0:
            raise ValueError("oov_buckets must be > 0 if no table is supplied.")
        if not isinstance(hasher_spec, HasherSpec):
            raise TypeError("hasher_spec must be of type HasherSpec, got %s" % hasher_spec)
        self._table, self._buckets = table, num_oov_buckets
        self._name = (name or (table.name if table else "hash_bucket")).rstrip("/").split("/")[-1]
        LookupInterface.__init__(self, key_dtype or (table.key_dtype if table else dtypes.string), dtypes.int64)
        self._resource_handle = table.resource_handle if table else None

    @property
    def initializer(self):
        if self._table:
            return self._table.initializer
        with ops.name_scope(None, "init"):
            return control_flow_ops.no_op()

    init = initializer

    def size(self, name=None):
        with ops.name_scope(name, "%s_Size" % self.name):
            count = self._table.size() if self._table else ops.convert_to_tensor(0, dtype=dtypes.int64)
            return count + self._buckets

    def lookup(self, keys, name=None):
        self._check_keys(keys)
        sparse = isinstance(keys, sparse_tensor.SparseTensor)
        values = keys.values if sparse else keys
        if self._table and self._table.key_dtype == dtypes.int64:
            values = math_ops.cast(values, dtypes.int64)
        if not self._buckets:
            ids = self._table.lookup(values, name=name)
        else:
            with ops.name_scope(name, "%s_Lookup" % self.name):
                texts = values if values.dtype == dtypes.string else string_ops.as_string(values)
                ids = string_ops.string_to_hash_bucket_fast(texts, num_buckets=self._buckets, name="hash_bucket")
                if self._table:
                    found = self._table.lookup(values)
                    buckets = math_ops.add(ids, self._table.size())
                    is_found = math_ops.not_equal(found, self._table.default_value)
                    ids = array_ops.where_v2(is_found, found, buckets)
        return sparse_tensor.SparseTensor(keys.indices, ids, keys.dense_shape) if sparse else ids


def _check_vocabulary(vocabulary_file, vocab_size, num_oov_buckets=0):
    if vocabulary_file is None or isinstance(vocabulary_file, str) and not vocabulary_file:
        raise ValueError("vocabulary_file must be specified and must not be empty.")
    if num_oov_buckets < 0:
        raise ValueError("num_oov_buckets must be greater or equal than 0, got %d." % num_oov_buckets)
    if vocab_size is not None and vocab_size < 1:
        raise ValueError("vocab_size must be greater than 0, got %d." % vocab_size)


def index_table_from_file(vocabulary_file=None, num_oov_buckets=0, vocab_size=None, default_value=-1,
                          hasher_spec=FastHashSpec, key_dtype=dtypes.string, name=None,
                          key_column_index=TextFileIndex.WHOLE_LINE, value_column_index=TextFileIndex.LINE_NUMBER,
                          delimiter="\t"):
    _check_vocabulary(vocabulary_file, vocab_size, num_oov_buckets)
    with ops.name_scope(name, "string_to_index"):
        with ops.name_scope(None, "hash_table"):
            source = TextFileIdTableInitializer(
                vocabulary_file, vocab_size=vocab_size, name="table_init",
                key_dtype=dtypes.int64 if key_dtype.is_integer else key_dtype)
            table = StaticHashTableV1(source, default_value)
        return IdTableWithHashBuckets(table, num_oov_buckets, hasher_spec, key_dtype=key_dtype) if num_oov_buckets else table


def index_table_from_tensor(vocabulary_list, num_oov_buckets=0, default_value=-1, hasher_spec=FastHashSpec,
                            dtype=dtypes.string, name=None):
    if vocabulary_list is None:
        raise ValueError("vocabulary_list must be specified.")
    if num_oov_buckets < 0:
        raise ValueError("num_oov_buckets must be greater or equal than 0, got %d." % num_oov_buckets)
    with ops.name_scope(name, "string_to_index"):
        keys = ops.convert_to_tensor(vocabulary_list)
        if keys.dtype.is_integer != dtype.is_integer:
            raise ValueError("Expected %s, got %s." % ("integer" if dtype.is_integer else "non-integer", keys.dtype))
        values = math_ops.cast(math_ops.range(array_ops.size(keys)), dtypes.int64)
        with ops.name_scope(None, "hash_table"):
            keys = math_ops.cast(keys, dtypes.int64) if keys.dtype.is_integer else keys
            source = KeyValueTensorInitializer(keys, values, keys.dtype.base_dtype, dtypes.int64, name="table_init")
            table = StaticHashTableV1(source, default_value)
        return IdTableWithHashBuckets(table, num_oov_buckets, hasher_spec, key_dtype=dtype) if num_oov_buckets else table


def index_to_string_table_from_file(vocabulary_file, vocab_size=None, default_value="UNK", name=None,
                                    key_column_index=TextFileIndex.LINE_NUMBER,
                                    value_column_index=TextFileIndex.WHOLE_LINE, delimiter="\t"):
    _check_vocabulary(vocabulary_file, vocab_size)
    with ops.name_scope(name, "index_to_string"):
        source = TextFileStringTableInitializer(vocabulary_file, vocab_size=vocab_size, name="table_init")
        return StaticHashTableV1(source, default_value)


def index_to_string_table_from_tensor(vocabulary_list, default_value="UNK", name=None):
    if vocabulary_list is None:
        raise ValueError("vocabulary_list must be specified.")
    with ops.name_scope(name, "index_to_string"):
        values = ops.convert_to_tensor(vocabulary_list, dtypes.string)
        keys = math_ops.cast(math_ops.range(array_ops.size(values)), dtypes.int64)
        source = KeyValueTensorInitializer(keys, values, dtypes.int64, dtypes.string, name="table_init")
        return StaticHashTableV1(source, default_value)


class MutableHashTable(LookupInterface):

    def __init__(self, key_dtype, value_dtype, default_value, name="MutableHashTable", checkpoint=True):
        LookupInterface.__init__(self, key_dtype, value_dtype)
        self._default_value = ops.convert_to_tensor(default_value, dtype=value_dtype)
        self._value_shape = self._default_value.get_shape()
        kind = "MutableHashTableV2" if self._value_shape.ndims == 0 else "MutableHashTableOfTensorsV2"
        self._resource_handle = _op(kind, [], [(tensor_shape.scalar(), dtypes.resource)], name).outputs[0]
        self._name = self._resource_handle.op.name.split("/")[-1]
        if checkpoint:
            with ops.name_scope("%s_lookup_table_export_values" % self._name):
                _op("LookupTableExportV2", [self._resource_handle],
                    [(tensor_shape.unknown_shape(), self._key_dtype), (tensor_shape.unknown_shape(), self._value_dtype)])

    def lookup(self, keys, name=None):
        self._check_keys(keys)
        with ops.name_scope(name, "%s_lookup_table_find" % self.name, (self._resource_handle, keys)):
            keys = ops.convert_to_tensor(keys, dtype=self._key_dtype, name="keys")
            return self._find(keys, self._default_value, keys.get_shape().concatenate(self._value_shape))

    def _change(self, op_type, label, inputs, name):
        with ops.name_scope(name, "%s_%s" % (self.name, label), [self._resource_handle]):
            return _op(op_type, [self._resource_handle] + [ops.convert_to_tensor(value) for value in inputs], [])

    def insert(self, keys, values, name=None):
        return self._change("LookupTableInsertV2", "lookup_table_insert", [keys, values], name)

    def remove(self, keys, name=None):
        return self._change("LookupTableRemoveV2", "lookup_table_remove", [keys], name)
