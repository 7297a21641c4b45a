"""tf.contrib.training's training operation, which slim.learning uses, too."""
import _tfscope
from tensorflow.python.framework import ops
from tensorflow.python.ops import array_ops, clip_ops, control_flow_ops, variables as tf_variables
from tensorflow.python.summary import summary
from tensorflow.python.training import optimizer as tf_optimizer
from tensorflow.python.training import training_util

_USE_GLOBAL_STEP = 0


def change_values(grad, change):
    """The gradient with `change` applied to its values, which may be slices."""
    if isinstance(grad, ops.IndexedSlices):
        return ops.IndexedSlices(change(grad.values), grad.indices, grad.dense_shape)
    return change(grad)


def add_gradients_summaries(grads_and_vars, separator="_"):
    summaries = []
    for grad, var in grads_and_vars:
        if grad is not None:
            values = grad.values if isinstance(grad, ops.IndexedSlices) else grad
            summaries.append(summary.histogram(var.op.name + separator + "gradient", values))
            summaries.append(summary.scalar(var.op.name + separator + "gradient_norm", clip_ops.global_norm([values])))
    return summaries


def clip_gradient_norms(gradients_to_variables, max_norm):
    return [(None if grad is None else change_values(grad, lambda values: clip_ops.clip_by_norm(values, max_norm)), var)
            for grad, var in gradients_to_variables]


def clip_gradient_norms_fn(max_norm):
    return lambda gradients_to_variables: clip_gradient_norms(gradients_to_variables, max_norm)


def multiplier_of(var, multipliers):
    """The entry of a variable, by itself or by its name; None without one."""
    for key in multipliers:
        if key is var or isinstance(key, str) and key == var.op.name:
            return multipliers[key]
    return None


def check_multipliers(grads_and_vars, gradient_multipliers):
    if not isinstance(grads_and_vars, list):
        raise ValueError("`grads_and_vars` must be a list.")
    if not gradient_multipliers:
        raise ValueError("`gradient_multipliers` is empty.")
    if not isinstance(gradient_multipliers, dict):
        raise ValueError("`gradient_multipliers` must be a dict.")


def multiply_gradients(grads_and_vars, gradient_multipliers, convert=ops.convert_to_tensor):
    check_multipliers(grads_and_vars, gradient_multipliers)
    multiplied = []
    for grad, var in grads_and_vars:
        multiplier = multiplier_of(var, gradient_multipliers)
        if multiplier is not None:
            if grad is None:
                raise ValueError("Requested multiple of `None` gradient.")
            grad = change_values(grad, lambda values: values * convert(multiplier, dtype=values.dtype))
        multiplied.append((grad, var))
    return multiplied


def _after_updates(total_loss, update_ops):
    registered = ops.get_collection(ops.GraphKeys.UPDATE_OPS)
    updates = registered if update_ops is None else list(update_ops)
    if not updates:
        return total_loss
    with ops.control_dependencies(updates):
        barrier = control_flow_ops.no_op(name="update_barrier")
    return control_flow_ops.with_dependencies([barrier], total_loss)


def create_train_op(total_loss, optimizer, global_step=_USE_GLOBAL_STEP, update_ops=None, variables_to_train=None,
                    transform_grads_fn=None, summarize_gradients=False,
                    gate_gradients=tf_optimizer.Optimizer.GATE_OP, aggregation_method=None,
                    colocate_gradients_with_ops=False, check_numerics=True, summarize=add_gradients_summaries):
    if global_step is _USE_GLOBAL_STEP:
        global_step = training_util.get_or_create_global_step()
    total_loss = _after_updates(total_loss, update_ops)
    if variables_to_train is None:
        variables_to_train = tf_variables.trainable_variables()
    else:
        for var in variables_to_train:
            assert var.trainable or any([var is one for one in tf_variables.trainable_variables()])
    assert variables_to_train
    grads = optimizer.compute_gradients(
        total_loss, variables_to_train, gate_gradients=gate_gradients, aggregation_method=aggregation_method,
        colocate_gradients_with_ops=colocate_gradients_with_ops)
    if transform_grads_fn:
        grads = transform_grads_fn(grads)
    if summarize_gradients:
        with ops.name_scope("summarize_grads"):
            summarize(grads)
    updates = optimizer.apply_gradients(grads, global_step=global_step)
    with ops.name_scope("train_op"):
        if check_numerics:
            total_loss = array_ops.check_numerics(total_loss, "LossTensor is inf or nan")
        train_op = control_flow_ops.with_dependencies([updates], total_loss)
    collected = ops.get_collection_ref(ops.GraphKeys.TRAIN_OP)
    if not any([train_op is one for one in collected]):
        collected.append(train_op)
    return train_op


def train(train_op, logdir, master="", is_chief=True, scaffold=None, hooks=None, chief_only_hooks=None,
          save_checkpoint_secs=600, save_summaries_steps=100, config=None, max_wait_secs=7200, run_metadata=None):
    if logdir is None and is_chief:
        if save_summaries_steps:
            raise ValueError("logdir cannot be None when save_summaries_steps is not None")
        if save_checkpoint_secs:
            raise ValueError("logdir cannot be None when save_checkpoint_secs is not None")
    training_util.get_or_create_global_step()
    return _tfscope.unknown("float")
