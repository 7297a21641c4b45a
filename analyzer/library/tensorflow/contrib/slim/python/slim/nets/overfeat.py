"""slim's OverFeat."""
from tensorflow.contrib.framework.python.ops.arg_scope import arg_scope
from tensorflow.contrib.layers.python.layers import layers
from tensorflow.contrib.slim.python.slim.nets import stacked_layers
from tensorflow.python.ops import init_ops, variable_scope

trunc_normal = lambda stddev: init_ops.truncated_normal_initializer(0.0, stddev)


def overfeat_arg_scope(weight_decay=0.0005):
    return stacked_layers.arguments(weight_decay, init_ops.zeros_initializer(), "VALID")


def overfeat(inputs, num_classes=1000, is_training=True, dropout_keep_prob=0.5, spatial_squeeze=True, scope="overfeat"):
    with variable_scope.variable_scope(scope, "overfeat", [inputs]) as sc:
        collection = sc.name + "_end_points"
        with arg_scope([layers.conv2d, layers.fully_connected, layers.max_pool2d], outputs_collections=collection):
            net = layers.conv2d(inputs, 64, [11, 11], 4, padding="VALID", scope="conv1")
            net = layers.max_pool2d(net, [2, 2], scope="pool1")
            net = layers.conv2d(net, 256, [5, 5], padding="VALID", scope="conv2")
            net = layers.max_pool2d(net, [2, 2], scope="pool2")
            for filters, name in ((512, "conv3"), (1024, "conv4"), (1024, "conv5")):
                net = layers.conv2d(net, filters, [3, 3], scope=name)
            net = layers.max_pool2d(net, [2, 2], scope="pool5")
            with stacked_layers.narrow_top():
                net = stacked_layers.top(net, (3072, 6, 4096), num_classes, is_training, dropout_keep_prob,
                                         biases_initializer=init_ops.zeros_initializer())
            return stacked_layers.results(net, sc, collection, spatial_squeeze)
