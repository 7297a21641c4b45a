"""Batch normalization of tf.contrib.layers where the core layer cannot do what is asked for.

That are updates in other collections or none, weights of samples, moving means without bias, and fused matrices.
"""
from tensorflow.contrib.layers.python.layers import layer_scopes, utils
from tensorflow.python.framework import constant_op, dtypes, ops
from tensorflow.python.ops import array_ops, init_ops, nn_impl, variable_scope
from tensorflow.python.training import moving_averages


class _Statistics(object):
    """The moving averages of a normalization, and when they are updated."""

    def __init__(self, options, shape, dtype):
        self._options = options
        initial = options["param_initializers"] or {}
        with variable_scope.variable_scope(variable_scope.get_variable_scope()) as scope:
            scope.set_partitioner(None)  # their updates are not made for parts
            self.mean, self.variance = [
                layer_scopes.parameter(name, shape, initial.get(name, default), options["variables_collections"],
                                       trainable=False, dtype=dtype)
                for name, default in (("moving_mean", init_ops.zeros_initializer()),
                                      ("moving_variance", init_ops.ones_initializer()))]

    def both(self):
        return self.mean, self.variance

    def _updates(self, mean, variance):
        decay = self._options["decay"]
        return (moving_averages.assign_moving_average(self.mean, mean, decay,
                                                      zero_debias=self._options["zero_debias_moving_mean"]),
                moving_averages.assign_moving_average(self.variance, variance, decay, zero_debias=False))

    def update_first(self, mean, variance, results, otherwise):
        """Without a collection the results wait for the updates."""
        def forced():
            with ops.control_dependencies(list(self._updates(mean, variance))):
                made = [array_ops.identity(result) for result in results]
                return made[0] if len(made) == 1 else tuple(made)

        return utils.smart_cond(self._options["is_training"], forced, otherwise)

    def update_later(self, mean, variance):
        for update in utils.smart_cond(self._options["is_training"], lambda: self._updates(mean, variance), self.both):
            ops.add_to_collections(self._options["updates_collections"], update)


def _parameter(options, name, shape, default, dtype, regularized):
    passed = {"regularizer": (options["param_regularizers"] or {}).get(name)} if regularized else {}
    return layer_scopes.parameter(
        name, shape, (options["param_initializers"] or {}).get(name, default), options["variables_collections"],
        trainable=options["trainable"], dtype=dtype, **passed)


def _learns(options):
    """Whether batches are normalized by themselves: known to be false for inference only."""
    known = utils.constant_value(options["is_training"])
    return known is None or known


def fused(inputs, options):
    first = options["data_format"] == "NCHW"
    layer_scopes.check_format(options["data_format"])
    with variable_scope.variable_scope(options["scope"], "BatchNorm", [inputs], reuse=options["reuse"]) as sc:
        flat = inputs.get_shape().ndims == 2
        images = inputs
        if flat:
            size = inputs.get_shape().dims[-1].value
            if size is None:
                raise ValueError("`C` dimension must be known but is None")
            images = array_ops.reshape(inputs, [-1, size, 1, 1] if first else [-1, 1, 1, size])
        shape = images.get_shape()[1:2] if first else images.get_shape()[-1:]
        if not shape.is_fully_defined():
            raise ValueError("Inputs %s has undefined `C` dimension %s." % (images.name, shape))
        beta, gamma = [
            _parameter(options, name, shape, initializer, dtypes.float32, True) if options[option]
            else constant_op.constant(value, dtype=dtypes.float32, shape=shape)
            for option, name, initializer, value in (("center", "beta", init_ops.zeros_initializer(), 0.0),
                                                     ("scale", "gamma", init_ops.ones_initializer(), 1.0))]
        statistics = _Statistics(options, shape, dtypes.float32)

        def normalize(**given):
            return nn_impl.fused_batch_norm(images, gamma, beta, epsilon=options["epsilon"],
                                            data_format=options["data_format"], **given)

        outputs, mean, variance = utils.smart_cond(
            options["is_training"], normalize,
            lambda: normalize(mean=statistics.mean, variance=statistics.variance, is_training=False))
        if _learns(options) and options["updates_collections"] is None:
            outputs = statistics.update_first(mean, variance, [outputs], lambda: outputs)
        elif _learns(options):
            statistics.update_later(mean, variance)
        outputs.set_shape(images.get_shape())
        if flat:
            outputs = array_ops.reshape(outputs, array_ops.shape(inputs))
        return layer_scopes.finish(outputs, sc, options["outputs_collections"], options["activation_fn"])


def _moments(inputs, axes, weights, first):
    if weights is None:
        mean, variance = nn_impl.moments(inputs, axes, keep_dims=first)
    else:
        mean, variance = nn_impl.weighted_moments(inputs, axes, weights, keepdims=first)
    return (array_ops.reshape(mean, [-1]), array_ops.reshape(variance, [-1])) if first else (mean, variance)


def by_hand(inputs, sc, options):
    """The body of batch_norm, in its scope `sc`, in single operations."""
    if options["renorm"]:
        raise ValueError("renorm is not supported with batch_weights, updates_collections or zero_debias_moving_mean")
    shape = inputs.get_shape()
    rank, first, weights = shape.ndims, options["data_format"] == "NCHW", options["batch_weights"]
    if rank is None:
        raise ValueError("Inputs %s has undefined rank." % inputs.name)
    if weights is not None:
        weights = ops.convert_to_tensor(weights)
        shape[0:1].assert_is_compatible_with(weights.get_shape())
        weights = array_ops.reshape(weights, [-1] + [1] * (rank - 1))
    axes = [0] + list(range(2, rank)) if first else list(range(rank - 1))
    sizes = shape[1:2] if first else shape[-1:]
    if not sizes.is_fully_defined():
        raise ValueError("Inputs %s has undefined channels dimension %s." % (inputs.name, sizes))
    dtype = inputs.dtype.base_dtype
    beta = _parameter(options, "beta", sizes, init_ops.zeros_initializer(), dtype, False) if options["center"] else None
    gamma = _parameter(options, "gamma", sizes, init_ops.ones_initializer(), dtype, False) if options["scale"] else None
    statistics = _Statistics(options, sizes, dtype)
    mean, variance = statistics.both()
    if _learns(options):
        batch_mean, batch_variance = _moments(inputs, axes, weights, first)
        if options["updates_collections"] is None:
            mean, variance = statistics.update_first(batch_mean, batch_variance, [batch_mean, batch_variance],
                                                     statistics.both)
        else:
            statistics.update_later(batch_mean, batch_variance)
            mean, variance = utils.smart_cond(options["is_training"], lambda: (batch_mean, batch_variance),
                                              statistics.both)
    parts = [mean, variance, beta, gamma]
    if first:
        broadcast = [1, shape.dims[1].value] + [1] * (rank - 2)
        parts = [None if part is None else array_ops.reshape(part, broadcast) for part in parts]
    outputs = nn_impl.batch_normalization(inputs, *parts, variance_epsilon=options["epsilon"])
    outputs.set_shape(shape)
    return layer_scopes.finish(outputs, sc, options["outputs_collections"], options["activation_fn"])
