"""What slim's AlexNet, OverFeat and VGG share: arguments of the layers, and fully connected layers as convolutions."""
from tensorflow.contrib.framework.python.ops.arg_scope import arg_scope
from tensorflow.contrib.layers.python.layers import layers, regularizers, utils
from tensorflow.python.ops import array_ops, init_ops, nn_ops


def arguments(weight_decay, biases_initializer, pool_padding=None):
    with arg_scope([layers.conv2d, layers.fully_connected], activation_fn=nn_ops.relu,
                   weights_regularizer=regularizers.l2_regularizer(weight_decay),
                   biases_initializer=biases_initializer):
        with arg_scope([layers.conv2d], padding="SAME") as convolutions:
            if pool_padding is None:
                return convolutions
            with arg_scope([layers.max_pool2d], padding=pool_padding) as pooled:
                return pooled


def top(net, sizes, num_classes, is_training, keep_prob, **last):
    """fc6 to fc8; `sizes` are the outputs of fc6, its window, and the outputs of fc7."""
    net = layers.conv2d(net, sizes[0], [sizes[1], sizes[1]], padding="VALID", scope="fc6")
    net = layers.dropout(net, keep_prob, is_training=is_training, scope="dropout6")
    net = layers.conv2d(net, sizes[2], [1, 1], scope="fc7")
    net = layers.dropout(net, keep_prob, is_training=is_training, scope="dropout7")
    return layers.conv2d(net, num_classes, [1, 1], activation_fn=None, normalizer_fn=None, scope="fc8", **last)


def narrow_top():
    """The scope in which AlexNet and OverFeat make theirs."""
    return arg_scope([layers.conv2d], weights_initializer=init_ops.truncated_normal_initializer(0.0, 0.005),
                     biases_initializer=init_ops.constant_initializer(0.1))


def results(net, scope, collection, spatial_squeeze):
    end_points = utils.convert_collection_to_dict(collection)
    if spatial_squeeze:
        net = array_ops.squeeze(net, [1, 2], name="fc8/squeezed")
        end_points[scope.name + "/fc8"] = net
    return net, end_points
