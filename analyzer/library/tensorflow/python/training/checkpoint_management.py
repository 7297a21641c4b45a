"""Which checkpoints there are on the disk."""

import _tfscope_files as _files
import os
from _tfscope import assumes_arguments, is_unknown, unknown
from tensorflow.python.lib.io import file_io


class CheckpointState(object):

    def __init__(self, model_checkpoint_path="", all_model_checkpoint_paths=()):
        self.model_checkpoint_path = model_checkpoint_path
        self.all_model_checkpoint_paths = list(all_model_checkpoint_paths)
        self.all_model_checkpoint_timestamps = []
        self.last_preserved_timestamp = 0.0


def _value(line):
    return line.partition(":")[2].strip().strip('"')


def get_checkpoint_state(checkpoint_dir, latest_filename=None):
    path = os.path.join(checkpoint_dir, latest_filename or "checkpoint")
    found = _files.kind(path)
    if found == "absent":
        return None
    if found != "file":
        return unknown("any")
    text = file_io.FileIO(path, "r").read()
    if is_unknown(text):
        return CheckpointState(unknown("str"), unknown("list"))
    lines = [line.strip() for line in text.splitlines()]
    latest = [_value(line) for line in lines if line.startswith("model_checkpoint_path")]
    every = [_value(line) for line in lines if line.startswith("all_model_checkpoint_paths")]
    if not latest:
        return None
    return CheckpointState(os.path.join(checkpoint_dir, latest[-1]),
                           [os.path.join(checkpoint_dir, name) for name in every])


def latest_checkpoint(checkpoint_dir, latest_filename=None):
    state = get_checkpoint_state(checkpoint_dir, latest_filename)
    if is_unknown(state):
        return unknown("any")
    if state is None or not state.model_checkpoint_path:
        # A program that is only checked has made its checkpoints elsewhere.
        return unknown("str") if assumes_arguments() else None
    return state.model_checkpoint_path if checkpoint_exists(state.model_checkpoint_path) else None


def checkpoint_exists(checkpoint_prefix):
    for pattern in (checkpoint_prefix + ".index", checkpoint_prefix):
        found = file_io.get_matching_files(pattern)
        if is_unknown(found):
            return unknown("bool")
        if found:
            return True
    return False


def get_checkpoint_mtimes(checkpoint_prefixes):
    return [unknown("float") for prefix in checkpoint_prefixes if checkpoint_exists(prefix)]


def remove_checkpoint(checkpoint_prefix, checkpoint_format_version=2, meta_graph_suffix="meta"):
    pass


def update_checkpoint_state(save_dir, model_checkpoint_path, *args, **kwargs):
    pass


def generate_checkpoint_state_proto(save_dir, model_checkpoint_path, all_model_checkpoint_paths=None, *args):
    return CheckpointState(model_checkpoint_path, all_model_checkpoint_paths or [model_checkpoint_path])
