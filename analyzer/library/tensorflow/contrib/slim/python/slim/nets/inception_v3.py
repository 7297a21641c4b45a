"""slim's Inception v3."""
from tensorflow.contrib.framework.python.ops.arg_scope import arg_scope
from tensorflow.contrib.layers.python.layers import layers
from tensorflow.contrib.slim.python.slim.nets import inception_blocks
from tensorflow.python.ops import init_ops, variable_scope

trunc_normal = lambda stddev: init_ops.truncated_normal_initializer(0.0, stddev)

_LAYERS = """
Conv2d_1a_3x3 32 /2 valid
Conv2d_2a_3x3 32 valid
Conv2d_2b_3x3 64
MaxPool_3a_3x3 /2 valid
Conv2d_3b_1x1 80 valid
Conv2d_4a_3x3 192 valid
MaxPool_5a_3x3 /2 valid
Mixed_5b
    Conv2d_0a_1x1 64
    Conv2d_0a_1x1 48, Conv2d_0b_5x5 64
    Conv2d_0a_1x1 64, Conv2d_0b_3x3 96, Conv2d_0c_3x3 96
    AvgPool_0a_3x3, Conv2d_0b_1x1 32
Mixed_5c
    Conv2d_0a_1x1 64
    Conv2d_0b_1x1 48, Conv_1_0c_5x5 64
    Conv2d_0a_1x1 64, Conv2d_0b_3x3 96, Conv2d_0c_3x3 96
    AvgPool_0a_3x3, Conv2d_0b_1x1 64
Mixed_5d
    Conv2d_0a_1x1 64
    Conv2d_0a_1x1 48, Conv2d_0b_5x5 64
    Conv2d_0a_1x1 64, Conv2d_0b_3x3 96, Conv2d_0c_3x3 96
    AvgPool_0a_3x3, Conv2d_0b_1x1 64
Mixed_6a
    Conv2d_1a_1x1 384 @3x3 /2 valid
    Conv2d_0a_1x1 64, Conv2d_0b_3x3 96, Conv2d_1a_1x1 96 @3x3 /2 valid
    MaxPool_1a_3x3 /2 valid
Mixed_6b
    Conv2d_0a_1x1 192
    Conv2d_0a_1x1 128, Conv2d_0b_1x7 128, Conv2d_0c_7x1 192
    Conv2d_0a_1x1 128, Conv2d_0b_7x1 128, Conv2d_0c_1x7 128, Conv2d_0d_7x1 128, Conv2d_0e_1x7 192
    AvgPool_0a_3x3, Conv2d_0b_1x1 192
Mixed_6c
    Conv2d_0a_1x1 192
    Conv2d_0a_1x1 160, Conv2d_0b_1x7 160, Conv2d_0c_7x1 192
    Conv2d_0a_1x1 160, Conv2d_0b_7x1 160, Conv2d_0c_1x7 160, Conv2d_0d_7x1 160, Conv2d_0e_1x7 192
    AvgPool_0a_3x3, Conv2d_0b_1x1 192
Mixed_6d
    Conv2d_0a_1x1 192
    Conv2d_0a_1x1 160, Conv2d_0b_1x7 160, Conv2d_0c_7x1 192
    Conv2d_0a_1x1 160, Conv2d_0b_7x1 160, Conv2d_0c_1x7 160, Conv2d_0d_7x1 160, Conv2d_0e_1x7 192
    AvgPool_0a_3x3, Conv2d_0b_1x1 192
Mixed_6e
    Conv2d_0a_1x1 192
    Conv2d_0a_1x1 192, Conv2d_0b_1x7 192, Conv2d_0c_7x1 192
    Conv2d_0a_1x1 192, Conv2d_0b_7x1 192, Conv2d_0c_1x7 192, Conv2d_0d_7x1 192, Conv2d_0e_1x7 192
    AvgPool_0a_3x3, Conv2d_0b_1x1 192
Mixed_7a
    Conv2d_0a_1x1 192, Conv2d_1a_3x3 320 /2 valid
    Conv2d_0a_1x1 192, Conv2d_0b_1x7 192, Conv2d_0c_7x1 192, Conv2d_1a_3x3 192 /2 valid
    MaxPool_1a_3x3 /2 valid
Mixed_7b
    Conv2d_0a_1x1 320
    Conv2d_0a_1x1 384, Conv2d_0b_1x3 384 + Conv2d_0b_3x1 384
    Conv2d_0a_1x1 448, Conv2d_0b_3x3 384, Conv2d_0c_1x3 384 + Conv2d_0d_3x1 384
    AvgPool_0a_3x3, Conv2d_0b_1x1 192
Mixed_7c
    Conv2d_0a_1x1 320
    Conv2d_0a_1x1 384, Conv2d_0b_1x3 384 + Conv2d_0c_3x1 384
    Conv2d_0a_1x1 448, Conv2d_0b_3x3 384, Conv2d_0c_1x3 384 + Conv2d_0d_3x1 384
    AvgPool_0a_3x3, Conv2d_0b_1x1 192
"""


def _auxiliary(net, depth, num_classes, spatial_squeeze):
    with variable_scope.variable_scope("AuxLogits"):
        net = layers.avg_pool2d(net, [5, 5], stride=3, padding="VALID", scope="AvgPool_1a_5x5")
        net = layers.conv2d(net, depth(128), [1, 1], scope="Conv2d_1b_1x1")
        window = inception_blocks.window(net, [5, 5])
        net = layers.conv2d(net, depth(768), window, weights_initializer=trunc_normal(0.01), padding="VALID",
                            scope="Conv2d_2a_{}x{}".format(*window))
        return inception_blocks.logits(net, num_classes, "Conv2d_2b_1x1", spatial_squeeze,
                                       weights_initializer=trunc_normal(0.001))


def inception_v3_base(inputs, final_endpoint="Mixed_7c", min_depth=16, depth_multiplier=1.0, scope=None):
    depth = inception_blocks.depths(depth_multiplier, min_depth)
    with variable_scope.variable_scope(scope, "InceptionV3", [inputs]):
        return inception_blocks.build(_LAYERS, inputs, final_endpoint, depth)


def inception_v3(inputs, num_classes=1000, is_training=True, dropout_keep_prob=0.8, min_depth=16, depth_multiplier=1.0,
                 prediction_fn=layers.softmax, spatial_squeeze=True, reuse=None, scope="InceptionV3"):
    inception_blocks.depths(depth_multiplier, min_depth)
    with variable_scope.variable_scope(scope, "InceptionV3", [inputs, num_classes], reuse=reuse) as scope:
        with arg_scope([layers.batch_norm, layers.dropout], is_training=is_training):
            net, end_points = inception_v3_base(inputs, scope=scope, min_depth=min_depth,
                                                depth_multiplier=depth_multiplier)
            with arg_scope([layers.conv2d, layers.max_pool2d, layers.avg_pool2d], stride=1, padding="SAME"):
                depth = inception_blocks.depths(depth_multiplier, min_depth)
                end_points["AuxLogits"] = _auxiliary(end_points["Mixed_6e"], depth, num_classes, spatial_squeeze)
            with variable_scope.variable_scope("Logits"):
                window = inception_blocks.window(net, [8, 8])
                net = layers.avg_pool2d(net, window, padding="VALID", scope="AvgPool_1a_{}x{}".format(*window))
                net = layers.dropout(net, keep_prob=dropout_keep_prob, scope="Dropout_1b")
                end_points["PreLogits"] = net
                logits = inception_blocks.logits(net, num_classes, "Conv2d_1c_1x1", spatial_squeeze)
            end_points["Logits"] = logits
            end_points["Predictions"] = prediction_fn(logits, scope="Predictions")
    return logits, end_points


inception_v3.default_image_size = 299


def inception_v3_arg_scope(weight_decay=0.00004, batch_norm_var_collection="moving_vars", batch_norm_decay=0.9997,
                           batch_norm_epsilon=0.001, updates_collections="update_ops", use_fused_batchnorm=True):
    return inception_blocks.arguments(
        weight_decay, batch_norm_var_collection, decay=batch_norm_decay, epsilon=batch_norm_epsilon,
        updates_collections=updates_collections, fused=use_fused_batchnorm)
