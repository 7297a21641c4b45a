"""Batch and layer normalization of tf.contrib.layers."""
from tensorflow.contrib.framework.python.ops.arg_scope import add_arg_scope
from tensorflow.contrib.layers.python.layers import batch_normalization, layer_scopes
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.layers import normalization
from tensorflow.python.ops import init_ops, nn_impl, variable_scope


@add_arg_scope
def batch_norm(inputs, decay=0.999, center=True, scale=False, epsilon=0.001, activation_fn=None, param_initializers=None,
               param_regularizers=None, updates_collections=ops.GraphKeys.UPDATE_OPS, is_training=True, reuse=None,
               variables_collections=None, outputs_collections=None, trainable=True, batch_weights=None, fused=None,
               data_format="NHWC", zero_debias_moving_mean=False, scope=None, renorm=False, renorm_clipping=None,
               renorm_decay=0.99, adjustment=None):
    options = dict(locals())
    inputs = layer_scopes.tensor_of(inputs, 4, layer_scopes.channel_axis(data_format))
    rank = inputs.get_shape().ndims
    special = zero_debias_moving_mean or updates_collections != ops.GraphKeys.UPDATE_OPS
    fusible = batch_weights is None and not renorm and rank in (2, 4) and adjustment is None
    with variable_scope.Api("tf.contrib.layers.batch_norm"):
        if (fused is None or fused) and fusible and (special or rank == 2):
            return batch_normalization.fused(inputs, options)
        layer_scopes.check_format(data_format)
        with variable_scope.variable_scope(scope, "BatchNorm", [inputs], reuse=reuse,
                                           custom_getter=layer_scopes.model_variables()) as sc:
            if batch_weights is not None or special:
                return batch_normalization.by_hand(inputs, sc, options)
            return _by_core_layer(inputs, sc, options)


def _by_core_layer(inputs, sc, options):
    initial, regular = options["param_initializers"] or {}, options["param_regularizers"] or {}
    fused = options["fused"]
    layer = normalization.BatchNormalization(
        axis=1 if options["data_format"] == "NCHW" else -1, momentum=options["decay"], epsilon=options["epsilon"],
        center=options["center"], scale=options["scale"],
        beta_initializer=initial.get("beta", init_ops.zeros_initializer()),
        gamma_initializer=initial.get("gamma", init_ops.ones_initializer()),
        moving_mean_initializer=initial.get("moving_mean", init_ops.zeros_initializer()),
        moving_variance_initializer=initial.get("moving_variance", init_ops.ones_initializer()),
        beta_regularizer=regular.get("beta"), gamma_regularizer=regular.get("gamma"), trainable=options["trainable"],
        renorm=options["renorm"], renorm_clipping=options["renorm_clipping"], renorm_momentum=options["renorm_decay"],
        adjustment=options["adjustment"], name=sc.name, _scope=sc, _reuse=options["reuse"],
        fused=True if fused is None else fused)
    outputs = layer.apply(inputs, training=options["is_training"])
    for name in ("moving_mean", "moving_variance", "beta", "gamma"):
        if getattr(layer, name) is not None:
            layer_scopes.collect(getattr(layer, name), options["variables_collections"], name)
    return layer_scopes.finish(outputs, sc, options["outputs_collections"], options["activation_fn"])


def _layer_norm_shape(inputs, begin_norm_axis, begin_params_axis):
    rank = inputs.shape.ndims
    if begin_params_axis >= rank or begin_norm_axis >= rank:
        raise ValueError("begin_params_axis (%d) and begin_norm_axis (%d) must be < rank(inputs) (%d)" % (
            begin_params_axis, begin_norm_axis, rank))
    sizes = inputs.shape[begin_params_axis:]
    if not sizes.is_fully_defined() and not sizes._is_uncertain:
        raise ValueError("Inputs %s: shape(inputs)[%s:] is not fully defined: %s" % (
            inputs.name, begin_params_axis, inputs.shape))
    return sizes


@add_arg_scope
def layer_norm(inputs, center=True, scale=True, activation_fn=None, reuse=None, variables_collections=None,
               outputs_collections=None, trainable=True, begin_norm_axis=1, begin_params_axis=-1, scope=None):
    with variable_scope.Api("tf.contrib.layers.layer_norm"), variable_scope.variable_scope(
            scope, "LayerNorm", [inputs], reuse=reuse) as sc:
        inputs = layer_scopes.tensor_of(inputs, 2)
        shape, rank, dtype = inputs.shape, inputs.shape.ndims, inputs.dtype.base_dtype
        if rank is None:
            raise ValueError("Inputs %s has undefined rank." % inputs.name)
        if begin_norm_axis < 0:
            begin_norm_axis = rank + begin_norm_axis
        sizes = _layer_norm_shape(inputs, begin_norm_axis, begin_params_axis)
        beta, gamma = [
            layer_scopes.parameter(name, sizes, initializer, variables_collections, trainable, dtype) if wanted else None
            for wanted, name, initializer in ((center, "beta", init_ops.zeros_initializer()),
                                              (scale, "gamma", init_ops.ones_initializer()))]
        mean, variance = nn_impl.moments(inputs, list(range(begin_norm_axis, rank)), keep_dims=True)
        outputs = nn_impl.batch_normalization(inputs, mean, variance, offset=beta, scale=gamma,
                                              variance_epsilon=1e-3 if dtype == dtypes.float16 else 1e-12)
        outputs.set_shape(shape)
        return layer_scopes.finish(outputs, sc, outputs_collections, activation_fn)
