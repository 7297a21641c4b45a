"""Saver: what it would save, and the errors of its construction. Files are not read or written."""
import _tfscope
from tensorflow.python.framework import ops, tensor_shape
from tensorflow.python.ops import array_ops, control_flow_ops, resource_variable_ops, variables

_VARIABLE_OPS = ("Variable", "VariableV2", "AutoReloadVariable", "VarHandleOp", "ReadVariableOp")


def _tensor_to_save(item):
    if isinstance(item, resource_variable_ops.BaseResourceVariable):
        return item._graph_element
    return item._ref() if hasattr(item, "_ref") else ops.convert_to_tensor(item)


def _is_variable(tensor):
    return isinstance(tensor, ops.Tensor) and tensor.op.type in _VARIABLE_OPS


def _same_name(name):
    _tfscope.fail("duplicate_save_name", ValueError, "At least two variables have the same name: %s" % name, name)


def op_list_to_dict(op_list, convert_variable_to_tensor=True):
    """The checkpoint keys of a list of variables; parts of one variable make a list."""
    if _tfscope.is_unknown(op_list):
        return {}
    if not isinstance(op_list, (list, tuple, set)):
        _tfscope.fail("invalid_call", TypeError, "Variables to save should be passed in a dict or a list: %s" % op_list)
    result = {}
    for item in sorted([item for item in op_list if not _tfscope.is_unknown(item)], key=lambda one: one.name):
        if isinstance(item, variables.PartitionedVariable):
            if item.name in result:
                _same_name(item.name)
            result[item.name] = item
        elif isinstance(item, variables.Variable) and item._save_slice_info:
            name = item._save_slice_info.full_name
            if name not in result:
                result[name] = [item]
            elif isinstance(result[name], list):
                result[name].append(item)
            else:
                raise ValueError("Mixing slices and non-slices with the same name: %s" % name)
        elif not isinstance(item, variables.Variable) and hasattr(item, "_saveables"):
            result[item.name] = item
        else:
            _add_tensor(item, convert_variable_to_tensor, result)
    return result


def _add_tensor(item, convert, result):
    tensor = _tensor_to_save(item) if convert else item
    if convert and not _is_variable(tensor):
        _tfscope.fail("invalid_call", TypeError, "Variable to save is not a Variable: %s" % tensor)
    name = tensor.op.inputs[0].op.name if tensor.op.type == "ReadVariableOp" else tensor.op.name
    if name in result:
        _same_name(name)
    result[name] = tensor


def _check_saveables(items):
    """The errors of what is to be saved under names; gives the keys and tensors."""
    seen = []
    keys = []
    for name in sorted(items):
        if not isinstance(name, str):
            raise TypeError("names_to_saveables must be a dict mapping string names to trackable operations. Name is not a "
                            "string: %s" % name)
        item = items[name]
        parts = list(item) if isinstance(item, (list, tuple, variables.PartitionedVariable)) else [item]
        if parts and isinstance(item, (list, tuple)):
            _check_slices(parts)
        for part in parts:
            if _tfscope.is_unknown(part) or hasattr(part, "_saveables"):
                continue
            tensor = _tensor_to_save(part)
            if not _is_variable(tensor):
                _tfscope.fail("invalid_call", TypeError, "names_to_saveables must be a dict mapping string names to "
                              "Tensors/Variables. Not a variable: %s" % tensor)
            if any(tensor is one for one in seen):
                _tfscope.fail("duplicate_save_name", ValueError,
                              "The same saveable will be restored with two names: %s" % name, name)
            seen.append(tensor)
            keys.append(name)
    return keys, seen


def _check_slices(parts):
    for part in parts:
        if not isinstance(part, variables.Variable):
            raise ValueError("Slices must all be Variables: %s" % part)
        if not part._save_slice_info:
            raise ValueError("Slices must all be slices: %s" % part)
        if part._save_slice_info.full_name != parts[0]._save_slice_info.full_name:
            raise ValueError("Slices must all be from the same tensor: %s != %s" % (
                parts[0]._save_slice_info.full_name, part._save_slice_info.full_name))


def _members(items):
    result = []
    for item in items.values() if isinstance(items, dict) else items:
        result.extend(item if isinstance(item, (list, tuple, variables.PartitionedVariable)) else [item])
    return result


def _file_op(op_type, prefix, keys, tensors):
    with ops.name_scope(op_type) as scope:
        inputs = [prefix, ops.convert_to_tensor(keys, name="tensor_names"),
                  ops.convert_to_tensor([""] * len(keys), name="shape_and_slices")]
        outputs = []
        if op_type == "RestoreV2":
            outputs = [(tensor_shape.unknown_shape(), tensor.dtype.base_dtype) for tensor in tensors]
        return ops.create_op(op_type, inputs, outputs, scope)


def _assign_op(tensor):
    if tensor.dtype._is_ref_dtype:
        return ops.create_op("Assign", [tensor], [(tensor.get_shape(), tensor.dtype)], "Assign")
    value = array_ops.identity(tensor)
    return ops.create_op("AssignVariableOp", [value], [], "AssignVariableOp")


class _SaverDef(object):
    """Fields of the message that a saver stands for."""

    def __init__(self, filename, save, restore, max_to_keep, hours):
        self.filename_tensor_name, self.save_tensor_name, self.restore_op_name = filename, save, restore
        self.max_to_keep, self.keep_checkpoint_every_n_hours = max_to_keep, hours
        self.sharded, self.version = False, 2


class Saver(object):

    def __init__(self, var_list=None, reshape=False, sharded=False, max_to_keep=5, keep_checkpoint_every_n_hours=10000.0,
                 name=None, restore_sequentially=False, saver_def=None, builder=None, defer_build=False,
                 allow_empty=False, write_version=2, pad_step_number=False, save_relative_paths=False, filename=None):
        if defer_build and var_list:
            raise ValueError("If `var_list` is provided then build cannot be deferred. Either set defer_build=False or "
                             "var_list=None.")
        self._var_list = var_list
        self._name = name
        self._allow_empty = allow_empty
        self._is_built = False
        self._is_empty = None
        self.saver_def = saver_def
        self._max_to_keep, self._hours = max_to_keep, keep_checkpoint_every_n_hours
        self.last_checkpoints = []
        if not defer_build:
            self.build()

    def build(self):
        if self._is_built:
            return
        self._is_built = True
        if self.saver_def is not None:
            return
        if self._var_list is None:
            self._var_list = variables._all_saveable_objects()
        self._is_empty = not self._var_list
        if self._is_empty:
            if not self._allow_empty and not ops.get_default_graph()._is_imported:
                _tfscope.fail("nothing_to_save", ValueError, "No variables to save")
            return
        items = self._var_list if isinstance(self._var_list, dict) else op_list_to_dict(self._var_list)
        keys, tensors = _check_saveables(items)
        _tfscope.saver_made(ops.get_default_graph()._id, _members(self._var_list))
        self._make_operations(keys, tensors)

    def _make_operations(self, keys, tensors):
        with ops.name_scope(self._name, "save", [tensor.op for tensor in tensors]):
            filename = array_ops.placeholder_with_default("model", shape=(), name="filename")
            prefix = array_ops.placeholder_with_default(filename, shape=(), name="Const")
            _file_op("SaveV2", prefix, keys, tensors)
            saved = array_ops.identity(prefix, name="control_dependency")
            _file_op("RestoreV2", prefix, keys, tensors)
            restored = control_flow_ops.group(*[_assign_op(tensor) for tensor in tensors], name="restore_all")
        self.saver_def = _SaverDef(prefix.name, saved.name, restored.name, self._max_to_keep, self._hours)

    def as_saver_def(self):
        return self.saver_def

    def save(self, sess, save_path, global_step=None, latest_filename=None, meta_graph_suffix="meta",
             write_meta_graph=True, write_state=True, strip_default_attrs=False, save_debug_info=False):
        return save_path

    def restore(self, sess, save_path):
        if self._is_empty:
            return
        if save_path is None:
            raise ValueError("Can't load save_path when it is None.")

    def recover_last_checkpoints(self, checkpoint_paths):
        self.last_checkpoints = list(checkpoint_paths)

    def set_last_checkpoints(self, last_checkpoints):
        self.last_checkpoints = list(last_checkpoints)

    def set_last_checkpoints_with_time(self, last_checkpoints_with_time):
        self.last_checkpoints = [path for path, _ in last_checkpoints_with_time]

    def export_meta_graph(self, filename=None, collection_list=None, as_text=False, export_scope=None,
                          clear_devices=False, clear_extraneous_savers=False, strip_default_attrs=False,
                          save_debug_info=False):
        return None


# ---- files
def latest_checkpoint(checkpoint_dir, latest_filename=None):
    return _tfscope.unknown("any")


def checkpoint_exists(checkpoint_prefix):
    return _tfscope.unknown("bool")


def get_checkpoint_mtimes(checkpoint_prefixes):
    return _tfscope.unknown("list")


def remove_checkpoint(checkpoint_prefix, checkpoint_format_version=2, meta_graph_suffix="meta"):
    pass


def import_meta_graph(meta_graph_or_file, clear_devices=False, import_scope=None, **kwargs):
    """The names in the graph are those of the file, which are not known."""
    if isinstance(meta_graph_or_file, str) and not _tfscope.explores_paths():
        if _tfscope.disk_kind(meta_graph_or_file) == "absent":
            raise OSError("File %s does not exist." % meta_graph_or_file)
    ops.get_default_graph()._is_imported = True
    return _tfscope.unknown("opaque")


def export_meta_graph(filename=None, **unused):
    return None
