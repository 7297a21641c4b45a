"""The number of shards that a computation for a TPU is built for; none outside of one."""
import contextlib


class TpuContext(object):

    def __init__(self):
        self._number_of_shards = None

    @property
    def number_of_shards(self):
        return self._number_of_shards

    def set_number_of_shards(self, number_of_shards):
        self._number_of_shards = number_of_shards


_current_tpu_context = TpuContext()


@contextlib.contextmanager
def tpu_shard_context(number_of_shards):
    if _current_tpu_context.number_of_shards is not None:
        raise NotImplementedError("tpu_shard_context cannot be nested.")
    try:
        _current_tpu_context.set_number_of_shards(number_of_shards)
        yield
    finally:
        _current_tpu_context.set_number_of_shards(None)


def get_tpu_context():
    return _current_tpu_context


def on_device_training_loop(func):
    func.step_marker_location = "STEP_MARK_AT_TOP_LEVEL_WHILE_LOOP"
    return func
