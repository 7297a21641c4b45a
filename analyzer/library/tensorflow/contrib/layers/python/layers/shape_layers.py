"""Layers of tf.contrib.layers without variables."""
from tensorflow.contrib.framework.python.ops.arg_scope import add_arg_scope
from tensorflow.contrib.layers.python.layers import layer_scopes, utils
from tensorflow.contrib.framework.python.ops import variables
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.layers import core, pooling
from tensorflow.python.ops import array_ops, init_ops, math_ops, nn_impl, nn_ops, variable_scope


def _pooling(layer_class, name, formats, inputs, kernel_size, stride, padding, data_format, outputs_collections, scope):
    if data_format not in formats:
        raise ValueError("data_format has to be either %s or %s." % formats)
    with ops.name_scope(scope, name, [inputs]) as sc:
        inputs = ops.convert_to_tensor(inputs)
        layer = layer_class(pool_size=kernel_size, strides=stride, padding=padding,
                            data_format="channels_first" if data_format.startswith("NC") else "channels_last", _scope=sc)
        return utils.collect_named_outputs(outputs_collections, sc, layer.apply(inputs))


_PLANE, _SPACE = ("NCHW", "NHWC"), ("NCDHW", "NDHWC")


@add_arg_scope
def avg_pool2d(inputs, kernel_size, stride=2, padding="VALID", data_format="NHWC", outputs_collections=None, scope=None):
    return _pooling(pooling.AveragePooling2D, "AvgPool2D", _PLANE, inputs, kernel_size, stride, padding, data_format,
                    outputs_collections, scope)


@add_arg_scope
def max_pool2d(inputs, kernel_size, stride=2, padding="VALID", data_format="NHWC", outputs_collections=None, scope=None):
    return _pooling(pooling.MaxPooling2D, "MaxPool2D", _PLANE, inputs, kernel_size, stride, padding, data_format,
                    outputs_collections, scope)


@add_arg_scope
def avg_pool3d(inputs, kernel_size, stride=2, padding="VALID", data_format="NDHWC", outputs_collections=None, scope=None):
    return _pooling(pooling.AveragePooling3D, "AvgPool3D", _SPACE, inputs, kernel_size, stride, padding, data_format,
                    outputs_collections, scope)


@add_arg_scope
def max_pool3d(inputs, kernel_size, stride=2, padding="VALID", data_format="NDHWC", outputs_collections=None, scope=None):
    return _pooling(pooling.MaxPooling3D, "MaxPool3D", _SPACE, inputs, kernel_size, stride, padding, data_format,
                    outputs_collections, scope)


@add_arg_scope
def pool(inputs, kernel_size, pooling_type, padding="VALID", data_format=None, dilation_rate=1, stride=1,
         outputs_collections=None, scope=None):
    with ops.name_scope(scope, "%s_pool" % (pooling_type.lower()), [inputs]) as sc:
        inputs = ops.convert_to_tensor(inputs)
        rank = inputs.get_shape().ndims
        if rank is None:
            raise ValueError("Rank of inputs must be known")
        if rank < 3:
            raise ValueError("Rank of inputs must be >= 3")
        outputs = nn_ops.pool(
            input=inputs, window_shape=utils.n_positive_integers(rank - 2, kernel_size), pooling_type=pooling_type,
            padding=padding, data_format=data_format, dilation_rate=utils.n_positive_integers(rank - 2, dilation_rate),
            strides=utils.n_positive_integers(rank - 2, stride), name=sc)
        return utils.collect_named_outputs(outputs_collections, sc, outputs)


@add_arg_scope
def dropout(inputs, keep_prob=0.5, noise_shape=None, is_training=True, outputs_collections=None, scope=None, seed=None):
    with variable_scope.variable_scope(scope, "Dropout", [inputs], custom_getter=layer_scopes.model_variables()) as sc:
        inputs = ops.convert_to_tensor(inputs)
        layer = core.Dropout(rate=1 - keep_prob, noise_shape=noise_shape, seed=seed, name=sc.name, _scope=sc)
        outputs = layer.apply(inputs, training=is_training)
        return utils.collect_named_outputs(outputs_collections, sc.name, outputs)


@add_arg_scope
def flatten(inputs, outputs_collections=None, scope=None):
    with ops.name_scope(scope, "Flatten", [inputs]) as sc:
        inputs = ops.convert_to_tensor(inputs)
        return utils.collect_named_outputs(outputs_collections, sc, core.flatten(inputs))


@add_arg_scope
def one_hot_encoding(labels, num_classes, on_value=1.0, off_value=0.0, outputs_collections=None, scope=None):
    with ops.name_scope(scope, "OneHotEncoding", [labels, num_classes]) as sc:
        labels = ops.convert_to_tensor(labels)
        if labels.dtype == dtypes.int32:
            labels = math_ops.cast(labels, dtypes.int64)
        outputs = array_ops.one_hot(labels, num_classes, on_value=on_value, off_value=off_value)
        return utils.collect_named_outputs(outputs_collections, sc, outputs)


@add_arg_scope
def softmax(logits, scope=None):
    with variable_scope.variable_scope(scope, "softmax", [logits]):
        width = utils.last_dimension(logits.get_shape(), min_rank=2)
        predictions = array_ops.reshape(nn_ops.softmax(array_ops.reshape(logits, [-1, width])), array_ops.shape(logits))
        predictions.set_shape(logits.get_shape())
        return predictions


@add_arg_scope
def maxout(inputs, num_units, axis=-1, scope=None):
    with variable_scope.variable_scope(scope, "MaxOut", [inputs]):
        inputs = ops.convert_to_tensor(inputs)
        sizes = inputs.get_shape().as_list()
        channels = sizes[axis]
        if channels is None or num_units is None or channels % num_units:
            raise ValueError("number of features({}) is not a multiple of num_units({})".format(channels, num_units))
        dynamic = array_ops.shape(inputs)
        known = [dynamic[i] if size is None else size for i, size in enumerate(sizes)]
        axis %= len(sizes)
        known[axis:axis + 1] = [num_units, channels // num_units]
        outputs = math_ops.reduce_max(array_ops.reshape(inputs, known), axis + 1)
        outputs.set_shape(sizes[:axis] + [num_units] + sizes[axis + 1:])
        return outputs


@add_arg_scope
def spatial_softmax(features, temperature=None, name=None, variables_collections=None, trainable=True,
                    data_format="NHWC"):
    with variable_scope.variable_scope(name, "spatial_softmax"):
        sizes = features.get_shape().as_list()
        channels = sizes[1] if data_format == "NCHW" else sizes[3]
        if temperature is None:
            variables.model_variable(
                "temperature", shape=(), dtype=dtypes.float32, initializer=init_ops.ones_initializer(),
                collections=utils.get_variable_collections(variables_collections, "temperature"), trainable=trainable)
        return array_ops.placeholder_with_default(array_ops.zeros([1, channels * 2]), [sizes[0], channels * 2])


@add_arg_scope
def unit_norm(inputs, dim, epsilon=1e-7, scope=None):
    with variable_scope.variable_scope(scope, "UnitNorm", [inputs]):
        return nn_impl.l2_normalize(inputs, dim, epsilon)
