"""slim's VGG networks."""
from tensorflow.contrib.framework.python.ops.arg_scope import arg_scope
from tensorflow.contrib.layers.python.layers import layers
from tensorflow.contrib.slim.python.slim.nets import stacked_layers
from tensorflow.python.ops import init_ops, variable_scope


def vgg_arg_scope(weight_decay=0.0005):
    return stacked_layers.arguments(weight_decay, init_ops.zeros_initializer())


def _network(name, repetitions, with_dense=True, by_name_scope=True):

    def vgg(inputs, num_classes=1000, is_training=True, dropout_keep_prob=0.5, spatial_squeeze=True, scope=name):
        with variable_scope.variable_scope(scope, name, [inputs]) as sc:
            collection = (sc.original_name_scope if by_name_scope else sc.name) + "_end_points"
            collected = [layers.conv2d, layers.max_pool2d] + ([layers.fully_connected] if with_dense else [])
            with arg_scope(collected, outputs_collections=collection):
                net = inputs
                for i, (times, filters) in enumerate(zip(repetitions, (64, 128, 256, 512, 512))):
                    net = layers.repeat(net, times, layers.conv2d, filters, [3, 3], scope="conv%d" % (i + 1))
                    net = layers.max_pool2d(net, [2, 2], scope="pool%d" % (i + 1))
                net = stacked_layers.top(net, (4096, 7, 4096), num_classes, is_training, dropout_keep_prob)
                return stacked_layers.results(net, sc, collection, spatial_squeeze)

    vgg.__name__ = name
    vgg.default_image_size = 224
    return vgg


vgg_a = _network("vgg_a", (1, 1, 2, 2, 2), with_dense=False)
vgg_16 = _network("vgg_16", (2, 2, 3, 3, 3))
vgg_19 = _network("vgg_19", (2, 2, 4, 4, 4), by_name_scope=False)
vgg_d = vgg_16
vgg_e = vgg_19
