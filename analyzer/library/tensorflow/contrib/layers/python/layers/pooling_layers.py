"""Pooling layers of tf.contrib.layers."""
from tensorflow.contrib.framework.python.ops.arg_scope import add_arg_scope
from tensorflow.contrib.layers.python.layers import layer_scopes, utils
from tensorflow.python.framework import ops
from tensorflow.python.layers import pooling
from tensorflow.python.ops import nn_ops

_PLANE, _SPACE = ("NCHW", "NHWC"), ("NCDHW", "NDHWC")


def _pooling(layer_class, name, formats, inputs, kernel_size, stride, padding, data_format, outputs_collections, scope):
    layer_scopes.check_format(data_format, *formats)
    with ops.name_scope(scope, name, [inputs]) as sc:
        inputs = ops.convert_to_tensor(inputs)
        layer = layer_class(pool_size=kernel_size, strides=stride, padding=padding,
                            data_format=layer_scopes.channels(data_format), _scope=sc)
        return utils.collect_named_outputs(outputs_collections, sc, layer.apply(inputs))


@add_arg_scope
def avg_pool2d(inputs, kernel_size, stride=2, padding="VALID", data_format="NHWC", outputs_collections=None, scope=None):
    return _pooling(pooling.AveragePooling2D, "AvgPool2D", _PLANE, *locals().values())


@add_arg_scope
def max_pool2d(inputs, kernel_size, stride=2, padding="VALID", data_format="NHWC", outputs_collections=None, scope=None):
    return _pooling(pooling.MaxPooling2D, "MaxPool2D", _PLANE, *locals().values())


@add_arg_scope
def avg_pool3d(inputs, kernel_size, stride=2, padding="VALID", data_format="NDHWC", outputs_collections=None, scope=None):
    return _pooling(pooling.AveragePooling3D, "AvgPool3D", _SPACE, *locals().values())


@add_arg_scope
def max_pool3d(inputs, kernel_size, stride=2, padding="VALID", data_format="NDHWC", outputs_collections=None, scope=None):
    return _pooling(pooling.MaxPooling3D, "MaxPool3D", _SPACE, *locals().values())


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
