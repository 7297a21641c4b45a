"""slim's Inception v2."""
from tensorflow.contrib.framework.python.ops.arg_scope import arg_scope
from tensorflow.contrib.layers.python.layers import layers
from tensorflow.contrib.slim.python.slim.nets import inception_blocks
from tensorflow.python.ops import init_ops, variable_scope

trunc_normal = lambda stddev: init_ops.truncated_normal_initializer(0.0, stddev)

_LAYERS = """
Conv2d_1a_7x7 64 /2 separable
MaxPool_2a_3x3 /2
Conv2d_2b_1x1 64 normal
Conv2d_2c_3x3 192
MaxPool_3a_3x3 /2
Mixed_3b
    Conv2d_0a_1x1 64
    Conv2d_0a_1x1 64 normal, Conv2d_0b_3x3 64
    Conv2d_0a_1x1 64 normal, Conv2d_0b_3x3 96, Conv2d_0c_3x3 96
    AvgPool_0a_3x3, Conv2d_0b_1x1 32 normal
Mixed_3c
    Conv2d_0a_1x1 64
    Conv2d_0a_1x1 64 normal, Conv2d_0b_3x3 96
    Conv2d_0a_1x1 64 normal, Conv2d_0b_3x3 96, Conv2d_0c_3x3 96
    AvgPool_0a_3x3, Conv2d_0b_1x1 64 normal
Mixed_4a
    Conv2d_0a_1x1 128 normal, Conv2d_1a_3x3 160 /2
    Conv2d_0a_1x1 64 normal, Conv2d_0b_3x3 96, Conv2d_1a_3x3 96 /2
    MaxPool_1a_3x3 /2
Mixed_4b
    Conv2d_0a_1x1 224
    Conv2d_0a_1x1 64 normal, Conv2d_0b_3x3 96
    Conv2d_0a_1x1 96 normal, Conv2d_0b_3x3 128, Conv2d_0c_3x3 128
    AvgPool_0a_3x3, Conv2d_0b_1x1 128 normal
Mixed_4c
    Conv2d_0a_1x1 192
    Conv2d_0a_1x1 96 normal, Conv2d_0b_3x3 128
    Conv2d_0a_1x1 96 normal, Conv2d_0b_3x3 128, Conv2d_0c_3x3 128
    AvgPool_0a_3x3, Conv2d_0b_1x1 128 normal
Mixed_4d
    Conv2d_0a_1x1 160
    Conv2d_0a_1x1 128 normal, Conv2d_0b_3x3 160
    Conv2d_0a_1x1 128 normal, Conv2d_0b_3x3 160, Conv2d_0c_3x3 160
    AvgPool_0a_3x3, Conv2d_0b_1x1 96 normal
Mixed_4e
    Conv2d_0a_1x1 96
    Conv2d_0a_1x1 128 normal, Conv2d_0b_3x3 192
    Conv2d_0a_1x1 160 normal, Conv2d_0b_3x3 192, Conv2d_0c_3x3 192
    AvgPool_0a_3x3, Conv2d_0b_1x1 96 normal
Mixed_5a
    Conv2d_0a_1x1 128 normal, Conv2d_1a_3x3 192 /2
    Conv2d_0a_1x1 192 normal, Conv2d_0b_3x3 256, Conv2d_1a_3x3 256 /2
    MaxPool_1a_3x3 /2
Mixed_5b
    Conv2d_0a_1x1 352
    Conv2d_0a_1x1 192 normal, Conv2d_0b_3x3 320
    Conv2d_0a_1x1 160 normal, Conv2d_0b_3x3 224, Conv2d_0c_3x3 224
    AvgPool_0a_3x3, Conv2d_0b_1x1 128 normal
Mixed_5c
    Conv2d_0a_1x1 352
    Conv2d_0a_1x1 192 normal, Conv2d_0b_3x3 320
    Conv2d_0a_1x1 192 normal, Conv2d_0b_3x3 224, Conv2d_0c_3x3 224
    MaxPool_0a_3x3, Conv2d_0b_1x1 128 normal
"""


def inception_v2_base(inputs, final_endpoint="Mixed_5c", min_depth=16, depth_multiplier=1.0, scope=None):
    depth = inception_blocks.depths(depth_multiplier, min_depth)
    with variable_scope.variable_scope(scope, "InceptionV2", [inputs]):
        return inception_blocks.build(_LAYERS, inputs, final_endpoint, depth)


def inception_v2(inputs, num_classes=1000, is_training=True, dropout_keep_prob=0.8, min_depth=16, depth_multiplier=1.0,
                 prediction_fn=layers.softmax, spatial_squeeze=True, reuse=None, scope="InceptionV2"):
    inception_blocks.depths(depth_multiplier, min_depth)
    with variable_scope.variable_scope(scope, "InceptionV2", [inputs, num_classes], reuse=reuse) as scope:
        with arg_scope([layers.batch_norm, layers.dropout], is_training=is_training):
            net, end_points = inception_v2_base(inputs, scope=scope, min_depth=min_depth,
                                                depth_multiplier=depth_multiplier)
            with variable_scope.variable_scope("Logits"):
                window = inception_blocks.window(net, [7, 7])
                net = layers.avg_pool2d(net, window, padding="VALID", scope="AvgPool_1a_{}x{}".format(*window))
                net = layers.dropout(net, keep_prob=dropout_keep_prob, scope="Dropout_1b")
                logits = inception_blocks.logits(net, num_classes, "Conv2d_1c_1x1", spatial_squeeze)
            end_points["Logits"] = logits
            end_points["Predictions"] = prediction_fn(logits, scope="Predictions")
    return logits, end_points


inception_v2.default_image_size = 224


def inception_v2_arg_scope(weight_decay=0.00004, batch_norm_var_collection="moving_vars"):
    return inception_blocks.arguments(weight_decay, batch_norm_var_collection)
