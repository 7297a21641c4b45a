"""slim's AlexNet."""
from tensorflow.contrib.framework.python.ops.arg_scope import arg_scope
from tensorflow.contrib.layers.python.layers import layers
from tensorflow.contrib.slim.python.slim.nets import stacked_layers
from tensorflow.python.ops import init_ops, variable_scope

trunc_normal = lambda stddev: init_ops.truncated_normal_initializer(0.0, stddev)


def alexnet_v2_arg_scope(weight_decay=0.0005):
    return stacked_layers.arguments(weight_decay, init_ops.constant_initializer(0.1), "VALID")


def alexnet_v2(inputs, num_classes=1000, is_training=True, dropout_keep_prob=0.5, spatial_squeeze=True,
               scope="alexnet_v2"):
    with variable_scope.variable_scope(scope, "alexnet_v2", [inputs]) as sc:
        collection = sc.original_name_scope + "_end_points"
        with arg_scope([layers.conv2d, layers.fully_connected, layers.max_pool2d], outputs_collections=[collection]):
            net = layers.conv2d(inputs, 64, [11, 11], 4, padding="VALID", scope="conv1")
            net = layers.max_pool2d(net, [3, 3], 2, scope="pool1")
            net = layers.conv2d(net, 192, [5, 5], scope="conv2")
            net = layers.max_pool2d(net, [3, 3], 2, scope="pool2")
            for filters, name in ((384, "conv3"), (384, "conv4"), (256, "conv5")):
                net = layers.conv2d(net, filters, [3, 3], scope=name)
            net = layers.max_pool2d(net, [3, 3], 2, scope="pool5")
            with stacked_layers.narrow_top():
                net = stacked_layers.top(net, (4096, 5, 4096), num_classes, is_training, dropout_keep_prob,
                                         biases_initializer=init_ops.zeros_initializer())
            return stacked_layers.results(net, sc, collection, spatial_squeeze)


alexnet_v2.default_image_size = 224
