"""slim.learning: the training operation of a slim model, and the loop, which is not run."""
import _tfscope
from tensorflow.contrib.training.python.training import training
from tensorflow.python.framework import constant_op, ops
from tensorflow.python.ops import control_flow_ops, math_ops, variables
from tensorflow.python.summary import summary
from tensorflow.python.training import optimizer as tf_optimizer
from tensorflow.python.training import saver as tf_saver
from tensorflow.python.training import training_util

_USE_GLOBAL_STEP = 0
_USE_DEFAULT = 0
clip_gradient_norms = training.clip_gradient_norms


def _as_constant(multiplier, dtype):
    return multiplier if isinstance(multiplier, ops.Tensor) else constant_op.constant(multiplier, dtype=dtype)


def multiply_gradients(grads_and_vars, gradient_multipliers):
    return training.multiply_gradients(grads_and_vars, gradient_multipliers, _as_constant)


def add_gradients_summaries(grads_and_vars):
    return training.add_gradients_summaries(grads_and_vars, "/")


def create_train_op(total_loss, optimizer, global_step=_USE_GLOBAL_STEP, update_ops=None, variables_to_train=None,
                    clip_gradient_norm=0, summarize_gradients=False, gate_gradients=tf_optimizer.Optimizer.GATE_OP,
                    aggregation_method=None, colocate_gradients_with_ops=False, gradient_multipliers=None,
                    check_numerics=True):
    def transform(grads):
        if gradient_multipliers:
            with ops.name_scope("multiply_grads"):
                grads = multiply_gradients(grads, gradient_multipliers)
        if clip_gradient_norm > 0:
            with ops.name_scope("clip_grads"):
                grads = clip_gradient_norms(grads, clip_gradient_norm)
        return grads

    return training.create_train_op(
        total_loss, optimizer, global_step, update_ops, variables_to_train, transform, summarize_gradients, gate_gradients,
        aggregation_method, colocate_gradients_with_ops, check_numerics)


def train_step(sess, train_op, global_step, train_step_kwargs):
    if "should_trace" in train_step_kwargs and "logdir" not in train_step_kwargs:
        raise ValueError("logdir must be present in train_step_kwargs when should_trace is present")
    return _tfscope.unknown("float"), _tfscope.unknown("bool")


def _check(train_op, logdir, summary_op, saver, trace_every_n_steps, sync_optimizer, startup_delay_steps, number_of_steps):
    if train_op is None:
        raise ValueError("train_op cannot be None.")
    if logdir is None:
        for name, given in (("summary_op", summary_op is not None and summary_op is not _USE_DEFAULT),
                            ("saver", saver is not None), ("trace_every_n_steps", trace_every_n_steps is not None)):
            if given:
                raise ValueError("Cannot provide %s because logdir=None" % name)
    if sync_optimizer is not None and startup_delay_steps > 0:
        raise ValueError("startup_delay_steps must be zero when sync_optimizer is supplied.")
    if number_of_steps is not None and not _tfscope.is_unknown(number_of_steps) and number_of_steps <= 0:
        raise ValueError("`number_of_steps` must be either None or a positive number.")


def train(train_op, logdir, train_step_fn=train_step, train_step_kwargs=_USE_DEFAULT, log_every_n_steps=1, graph=None,
          master="", is_chief=True, global_step=None, number_of_steps=None, init_op=_USE_DEFAULT, init_feed_dict=None,
          local_init_op=_USE_DEFAULT, init_fn=None, ready_op=_USE_DEFAULT, summary_op=_USE_DEFAULT,
          save_summaries_secs=600, summary_writer=_USE_DEFAULT, startup_delay_steps=0, saver=None, save_interval_secs=600,
          sync_optimizer=None, session_config=None, session_wrapper=None, trace_every_n_steps=None,
          ignore_live_threads=False):
    _check(train_op, logdir, summary_op, saver, trace_every_n_steps, sync_optimizer, startup_delay_steps, number_of_steps)
    with (graph or ops.get_default_graph()).as_default():
        if global_step is None:
            global_step = training_util.get_or_create_global_step()
        saver = saver or tf_saver.Saver()
        with ops.name_scope("init_ops"):
            if init_op is _USE_DEFAULT:
                variables.global_variables_initializer()
            if ready_op is _USE_DEFAULT:
                variables.report_uninitialized_variables()
            if local_init_op is _USE_DEFAULT:
                control_flow_ops.group(variables.local_variables_initializer())
        if summary_op is _USE_DEFAULT:
            summary.merge_all()
        if train_step_kwargs is _USE_DEFAULT:
            with ops.name_scope("train_step"):
                if number_of_steps:
                    math_ops.greater_equal(global_step, number_of_steps)
                else:
                    constant_op.constant(False)
    return _tfscope.unknown("float")
