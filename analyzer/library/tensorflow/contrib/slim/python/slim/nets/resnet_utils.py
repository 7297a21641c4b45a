"""What slim's residual networks share."""
import collections

from tensorflow.contrib.framework.python.ops.arg_scope import add_arg_scope, arg_scope
from tensorflow.contrib.layers.python.layers import initializers, layers, regularizers, utils
from tensorflow.python.framework import ops
from tensorflow.python.ops import array_ops, math_ops, nn_ops, variable_scope

Block = collections.namedtuple("Block", ["scope", "unit_fn", "args"])


def subsample(inputs, factor, scope=None):
    return inputs if factor == 1 else layers.max_pool2d(inputs, [1, 1], stride=factor, scope=scope)


def conv2d_same(inputs, num_outputs, kernel_size, stride, rate=1, scope=None):
    """A convolution whose padding does not depend on the size of the images."""
    if stride == 1:
        return layers.conv2d(inputs, num_outputs, kernel_size, stride=1, rate=rate, padding="SAME", scope=scope)
    total = kernel_size + (kernel_size - 1) * (rate - 1) - 1
    margin = [total // 2, total - total // 2]
    inputs = array_ops.pad(inputs, [[0, 0], margin, margin, [0, 0]])
    return layers.conv2d(inputs, num_outputs, kernel_size, stride=stride, rate=rate, padding="VALID", scope=scope)


@add_arg_scope
def stack_blocks_dense(net, blocks, output_stride=None, outputs_collections=None):
    current, rate = 1, 1
    for block in blocks:
        with variable_scope.variable_scope(block.scope, "block", [net]) as sc:
            for i, unit in enumerate(block.args):
                if output_stride is not None and current > output_stride:
                    raise ValueError("The target output_stride cannot be reached.")
                with variable_scope.variable_scope("unit_%d" % (i + 1), values=[net]):
                    if output_stride is not None and current == output_stride:
                        net = block.unit_fn(net, rate=rate, **dict(unit, stride=1))
                        rate *= unit.get("stride", 1)
                    else:
                        net = block.unit_fn(net, rate=1, **unit)
                        current *= unit.get("stride", 1)
            net = utils.collect_named_outputs(outputs_collections, sc.name, net)
    if output_stride is not None and current != output_stride:
        raise ValueError("The target output_stride cannot be reached.")
    return net


def resnet_arg_scope(weight_decay=0.0001, batch_norm_decay=0.997, batch_norm_epsilon=1e-5, batch_norm_scale=True):
    batch_norm_params = {"decay": batch_norm_decay, "epsilon": batch_norm_epsilon, "scale": batch_norm_scale,
                         "updates_collections": ops.GraphKeys.UPDATE_OPS}
    with arg_scope([layers.conv2d], weights_regularizer=regularizers.l2_regularizer(weight_decay),
                   weights_initializer=initializers.variance_scaling_initializer(), activation_fn=nn_ops.relu,
                   normalizer_fn=layers.batch_norm, normalizer_params=batch_norm_params):
        with arg_scope([layers.batch_norm], **batch_norm_params):
            with arg_scope([layers.max_pool2d], padding="SAME") as arg_sc:
                return arg_sc


# ---- the frame of both versions
def _root(net, output_stride, plain):
    """The first convolution and pooling; `plain` are arguments that take activation and normalization away."""
    if output_stride is not None:
        if output_stride % 4 != 0:
            raise ValueError("The output_stride needs to be a multiple of 4.")
        output_stride /= 4
    with arg_scope([layers.conv2d], **plain):
        net = conv2d_same(net, 64, 7, stride=2, scope="conv1")
    return layers.max_pool2d(net, [3, 3], stride=2, scope="pool1"), output_stride


def network(name, bottleneck, preactivated, inputs, blocks, num_classes, is_training, global_pool, output_stride,
            include_root_block, reuse, scope):
    with variable_scope.variable_scope(scope, name, [inputs], reuse=reuse) as sc:
        end_points = sc.original_name_scope + "_end_points"
        with arg_scope([layers.conv2d, bottleneck, stack_blocks_dense], outputs_collections=end_points), arg_scope(
                [layers.batch_norm], is_training=is_training):
            net = inputs
            if include_root_block:
                plain = {"activation_fn": None, "normalizer_fn": None} if preactivated else {}
                net, output_stride = _root(net, output_stride, plain)
            net = stack_blocks_dense(net, blocks, output_stride)
            if preactivated:
                net = layers.batch_norm(net, activation_fn=nn_ops.relu, scope="postnorm")
            if global_pool:
                net = math_ops.reduce_mean(net, [1, 2], name="pool5", keepdims=True)
            if num_classes is not None:
                net = layers.conv2d(net, num_classes, [1, 1], activation_fn=None, normalizer_fn=None, scope="logits")
            end_points = utils.convert_collection_to_dict(end_points)
            if num_classes is not None:
                end_points["predictions"] = layers.softmax(net, scope="predictions")
            return net, end_points


def block_of(bottleneck, scope, base_depth, num_units, stride):
    units = [{"depth": base_depth * 4, "depth_bottleneck": base_depth, "stride": 1 if i < num_units - 1 else stride}
             for i in range(num_units)]
    return Block(scope, bottleneck, units)


def network_of_depth(name, build, block, counts):
    """The function that builds a network of four blocks with `counts` units."""

    def resnet(inputs, num_classes=None, is_training=True, global_pool=True, output_stride=None, reuse=None,
               scope=name):
        blocks = [block("block%d" % (i + 1), base_depth=64 * 2 ** i, num_units=count, stride=2 if i < 3 else 1)
                  for i, count in enumerate(counts)]
        return build(inputs, blocks, num_classes, is_training, global_pool, output_stride, include_root_block=True,
                     reuse=reuse, scope=scope)

    resnet.__name__ = name
    return resnet
