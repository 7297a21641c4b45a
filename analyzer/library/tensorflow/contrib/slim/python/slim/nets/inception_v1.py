"""slim's Inception v1."""
from tensorflow.contrib.framework.python.ops.arg_scope import arg_scope
from tensorflow.contrib.layers.python.layers import layers
from tensorflow.contrib.slim.python.slim.nets import inception_blocks
from tensorflow.python.ops import init_ops, variable_scope

trunc_normal = lambda stddev: init_ops.truncated_normal_initializer(0.0, stddev)

_LAYERS = """
Conv2d_1a_7x7 64 /2
MaxPool_2a_3x3 /2
Conv2d_2b_1x1 64
Conv2d_2c_3x3 192
MaxPool_3a_3x3 /2
Mixed_3b
    Conv2d_0a_1x1 64
    Conv2d_0a_1x1 96, Conv2d_0b_3x3 128
    Conv2d_0a_1x1 16, Conv2d_0b_3x3 32
    MaxPool_0a_3x3, Conv2d_0b_1x1 32
Mixed_3c
    Conv2d_0a_1x1 128
    Conv2d_0a_1x1 128, Conv2d_0b_3x3 192
    Conv2d_0a_1x1 32, Conv2d_0b_3x3 96
    MaxPool_0a_3x3, Conv2d_0b_1x1 64
MaxPool_4a_3x3 /2
Mixed_4b
    Conv2d_0a_1x1 192
    Conv2d_0a_1x1 96, Conv2d_0b_3x3 208
    Conv2d_0a_1x1 16, Conv2d_0b_3x3 48
    MaxPool_0a_3x3, Conv2d_0b_1x1 64
Mixed_4c
    Conv2d_0a_1x1 160
    Conv2d_0a_1x1 112, Conv2d_0b_3x3 224
    Conv2d_0a_1x1 24, Conv2d_0b_3x3 64
    MaxPool_0a_3x3, Conv2d_0b_1x1 64
Mixed_4d
    Conv2d_0a_1x1 128
    Conv2d_0a_1x1 128, Conv2d_0b_3x3 256
    Conv2d_0a_1x1 24, Conv2d_0b_3x3 64
    MaxPool_0a_3x3, Conv2d_0b_1x1 64
Mixed_4e
    Conv2d_0a_1x1 112
    Conv2d_0a_1x1 144, Conv2d_0b_3x3 288
    Conv2d_0a_1x1 32, Conv2d_0b_3x3 64
    MaxPool_0a_3x3, Conv2d_0b_1x1 64
Mixed_4f
    Conv2d_0a_1x1 256
    Conv2d_0a_1x1 160, Conv2d_0b_3x3 320
    Conv2d_0a_1x1 32, Conv2d_0b_3x3 128
    MaxPool_0a_3x3, Conv2d_0b_1x1 128
MaxPool_5a_2x2 /2
Mixed_5b
    Conv2d_0a_1x1 256
    Conv2d_0a_1x1 160, Conv2d_0b_3x3 320
    Conv2d_0a_1x1 32, Conv2d_0a_3x3 128
    MaxPool_0a_3x3, Conv2d_0b_1x1 128
Mixed_5c
    Conv2d_0a_1x1 384
    Conv2d_0a_1x1 192, Conv2d_0b_3x3 384
    Conv2d_0a_1x1 48, Conv2d_0b_3x3 128
    MaxPool_0a_3x3, Conv2d_0b_1x1 128
"""


def inception_v1_base(inputs, final_endpoint="Mixed_5c", scope="InceptionV1"):
    with variable_scope.variable_scope(scope, "InceptionV1", [inputs]):
        with arg_scope([layers.conv2d, layers.fully_connected], weights_initializer=trunc_normal(0.01)):
            return inception_blocks.build(_LAYERS, inputs, final_endpoint)


def inception_v1(inputs, num_classes=1000, is_training=True, dropout_keep_prob=0.8, prediction_fn=layers.softmax,
                 spatial_squeeze=True, reuse=None, scope="InceptionV1"):
    with variable_scope.variable_scope(scope, "InceptionV1", [inputs, num_classes], reuse=reuse) as scope:
        with arg_scope([layers.batch_norm, layers.dropout], is_training=is_training):
            net, end_points = inception_v1_base(inputs, scope=scope)
            with variable_scope.variable_scope("Logits"):
                net = layers.avg_pool2d(net, [7, 7], stride=1, scope="MaxPool_0a_7x7")
                net = layers.dropout(net, dropout_keep_prob, scope="Dropout_0b")
                logits = inception_blocks.logits(net, num_classes, "Conv2d_0c_1x1", spatial_squeeze)
                end_points["Logits"] = logits
                end_points["Predictions"] = prediction_fn(logits, scope="Predictions")
    return logits, end_points


inception_v1.default_image_size = 224


def inception_v1_arg_scope(weight_decay=0.00004, use_batch_norm=True, batch_norm_var_collection="moving_vars"):
    return inception_blocks.arguments(weight_decay, batch_norm_var_collection, use_batch_norm)
