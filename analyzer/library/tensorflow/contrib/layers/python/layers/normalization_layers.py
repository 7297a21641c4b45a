"""Batch and layer normalization of tf.contrib.layers."""
from tensorflow.contrib.framework.python.ops import variables
from tensorflow.contrib.framework.python.ops.arg_scope import add_arg_scope
from tensorflow.contrib.layers.python.layers import layer_scopes, utils
from tensorflow.python.framework import ops, smart_cond, tensor_shape
from tensorflow.python.layers import normalization
from tensorflow.python.ops import array_ops, init_ops, nn_impl, variable_scope
from tensorflow.python.training import moving_averages


@add_arg_scope
def batch_norm(inputs, decay=0.999, center=True, scale=False, epsilon=0.001, activation_fn=None, param_initializers=None,
               param_regularizers=None, updates_collections=ops.GraphKeys.UPDATE_OPS, is_training=True, reuse=None,
               variables_collections=None, outputs_collections=None, trainable=True, batch_weights=None, fused=None,
               data_format="NHWC", zero_debias_moving_mean=False, scope=None, renorm=False, renorm_clipping=None,
               renorm_decay=0.99, adjustment=None):
    if data_format not in ("NCHW", "NHWC"):
        raise ValueError("data_format has to be either NCHW or NHWC.")
    inputs = ops.convert_to_tensor(inputs)
    rank = inputs.get_shape().ndims
    initial, regular = param_initializers or {}, param_regularizers or {}
    default_updates = updates_collections == ops.GraphKeys.UPDATE_OPS
    fusible = batch_weights is None and not renorm and rank in (2, 4) and adjustment is None
    by_hand = batch_weights is not None or not default_updates or zero_debias_moving_mean
    if fused is not False and fusible and rank == 2:
        by_hand = True
    with variable_scope.Api("tf.contrib.layers.batch_norm"), variable_scope.variable_scope(
            scope, "BatchNorm", [inputs], reuse=reuse, custom_getter=layer_scopes.model_variables()) as sc:
        if by_hand:
            outputs = _by_hand(inputs, decay, center, scale, epsilon, initial, regular, updates_collections, is_training,
                               variables_collections, trainable, data_format, zero_debias_moving_mean,
                               fused is not False and fusible)
            return layer_scopes.finish(outputs, sc, outputs_collections, activation_fn)
        layer = normalization.BatchNormalization(
            axis=1 if data_format == "NCHW" else -1, momentum=decay, epsilon=epsilon, center=center, scale=scale,
            beta_initializer=initial.get("beta", init_ops.zeros_initializer()),
            gamma_initializer=initial.get("gamma", init_ops.ones_initializer()),
            moving_mean_initializer=initial.get("moving_mean", init_ops.zeros_initializer()),
            moving_variance_initializer=initial.get("moving_variance", init_ops.ones_initializer()),
            beta_regularizer=regular.get("beta"), gamma_regularizer=regular.get("gamma"), trainable=trainable,
            renorm=renorm, renorm_clipping=renorm_clipping, renorm_momentum=renorm_decay, adjustment=adjustment,
            name=sc.name, _scope=sc, _reuse=reuse, fused=fused)
        outputs = layer.apply(inputs, training=is_training)
        for name in ("moving_mean", "moving_variance", "beta", "gamma"):
            if getattr(layer, name) is not None:
                layer_scopes.collect(getattr(layer, name), variables_collections, name)
        return layer_scopes.finish(outputs, sc, outputs_collections, activation_fn)


def _by_hand(inputs, decay, center, scale, epsilon, initial, regular, updates_collections, is_training,
             variables_collections, trainable, data_format, zero_debias, fused):
    """What the layer class cannot do: other collections of updates, weights of samples, moving means without bias."""
    shape = inputs.get_shape()
    if shape.ndims is None:
        raise ValueError("Inputs %s has undefined rank" % inputs.name)
    size = shape[1 if data_format == "NCHW" else -1].value
    if size is None:
        raise ValueError("Inputs %s has undefined `C` dimension %s." % (inputs.name, shape[-1:]))
    dtype = inputs.dtype.base_dtype

    def parameter(name, default, train):
        return variables.model_variable(
            name, shape=[size], dtype=dtype, initializer=initial.get(name, default), regularizer=regular.get(name),
            collections=utils.get_variable_collections(variables_collections, name), trainable=train)

    beta = parameter("beta", init_ops.zeros_initializer(), trainable) if center else None
    gamma = parameter("gamma", init_ops.ones_initializer(), trainable) if scale else None
    current = variable_scope.get_variable_scope()
    partitioner = current.partitioner
    current.set_partitioner(None)
    try:
        moving_mean = parameter("moving_mean", init_ops.zeros_initializer(), False)
        moving_variance = parameter("moving_variance", init_ops.ones_initializer(), False)
    finally:
        current.set_partitioner(partitioner)
    training = smart_cond.smart_constant_value(is_training)
    axes = [i for i in range(shape.ndims) if i != (1 if data_format == "NCHW" else shape.ndims - 1)]
    mean, variance = moving_mean, moving_variance
    if training is not False:
        mean, variance = nn_impl.moments(inputs, axes)
        updates = [moving_averages.assign_moving_average(moving_mean, mean, decay, zero_debias=zero_debias),
                   moving_averages.assign_moving_average(moving_variance, variance, decay, zero_debias=False)]
        if updates_collections is not None:
            for update in updates:
                ops.add_to_collections(updates_collections, update)
    outputs = nn_impl.batch_normalization(inputs, mean, variance, beta, gamma, epsilon)
    outputs.set_shape(shape)
    return outputs


@add_arg_scope
def layer_norm(inputs, center=True, scale=True, activation_fn=None, reuse=None, variables_collections=None,
               outputs_collections=None, trainable=True, begin_norm_axis=1, begin_params_axis=-1, scope=None):
    with variable_scope.Api("tf.contrib.layers.layer_norm"), variable_scope.variable_scope(
            scope, "LayerNorm", [inputs], reuse=reuse) as sc:
        inputs = ops.convert_to_tensor(inputs)
        shape = inputs.shape
        rank = shape.ndims
        if rank is None:
            raise ValueError("Inputs %s has undefined rank." % inputs.name)
        if begin_norm_axis < 0:
            begin_norm_axis = rank + begin_norm_axis
        if begin_params_axis >= rank or begin_norm_axis >= rank:
            raise ValueError("begin_params_axis (%d) and begin_norm_axis (%d) must be < rank(inputs) (%d)" % (
                begin_params_axis, begin_norm_axis, rank))
        sizes = shape[begin_params_axis:]
        if not sizes.is_fully_defined():
            raise ValueError("Inputs %s: shape(inputs)[%s:] is not fully defined: %s" % (
                inputs.name, begin_params_axis, shape))

        def parameter(name, initializer):
            return variables.model_variable(
                name, shape=sizes, dtype=inputs.dtype.base_dtype, initializer=initializer, trainable=trainable,
                collections=utils.get_variable_collections(variables_collections, name))

        beta = parameter("beta", init_ops.zeros_initializer()) if center else None
        gamma = parameter("gamma", init_ops.ones_initializer()) if scale else None
        mean, variance = nn_impl.moments(inputs, list(range(begin_norm_axis, rank)), keep_dims=True)
        outputs = nn_impl.batch_normalization(inputs, mean, variance, offset=beta, scale=gamma, variance_epsilon=1e-12)
        outputs.set_shape(shape)
        return layer_scopes.finish(outputs, sc, outputs_collections, activation_fn)
