"""slim's residual networks, version 2."""
import functools

from tensorflow.contrib.framework.python.ops.arg_scope import add_arg_scope
from tensorflow.contrib.layers.python.layers import layers, utils
from tensorflow.contrib.slim.python.slim.nets import resnet_utils
from tensorflow.python.ops import nn_ops, variable_scope

resnet_arg_scope = resnet_utils.resnet_arg_scope


@add_arg_scope
def bottleneck(inputs, depth, depth_bottleneck, stride, rate=1, outputs_collections=None, scope=None):
    with variable_scope.variable_scope(scope, "bottleneck_v2", [inputs]) as sc:
        depth_in = utils.last_dimension(inputs.get_shape(), min_rank=4)
        preact = layers.batch_norm(inputs, activation_fn=nn_ops.relu, scope="preact")
        plain = {"normalizer_fn": None, "activation_fn": None}
        if depth == depth_in:
            shortcut = resnet_utils.subsample(inputs, stride, "shortcut")
        else:
            shortcut = layers.conv2d(preact, depth, [1, 1], stride=stride, scope="shortcut", **plain)
        net = layers.conv2d(preact, depth_bottleneck, [1, 1], stride=1, scope="conv1")
        net = resnet_utils.conv2d_same(net, depth_bottleneck, 3, stride, rate=rate, scope="conv2")
        net = layers.conv2d(net, depth, [1, 1], stride=1, scope="conv3", **plain)
        return utils.collect_named_outputs(outputs_collections, sc.name, shortcut + net)


def resnet_v2(inputs, blocks, num_classes=None, is_training=True, global_pool=True, output_stride=None,
              include_root_block=True, reuse=None, scope=None):
    return resnet_utils.network("resnet_v2", bottleneck, True, inputs, blocks, num_classes, is_training, global_pool,
                                output_stride, include_root_block, reuse, scope)


resnet_v2.default_image_size = 224
resnet_v2_block = functools.partial(resnet_utils.block_of, bottleneck)
resnet_v2_50 = resnet_utils.network_of_depth("resnet_v2_50", resnet_v2, resnet_v2_block, (3, 4, 6, 3))
resnet_v2_101 = resnet_utils.network_of_depth("resnet_v2_101", resnet_v2, resnet_v2_block, (3, 4, 23, 3))
resnet_v2_152 = resnet_utils.network_of_depth("resnet_v2_152", resnet_v2, resnet_v2_block, (3, 8, 36, 3))
resnet_v2_200 = resnet_utils.network_of_depth("resnet_v2_200", resnet_v2, resnet_v2_block, (3, 24, 36, 3))
