"""tf.contrib.layers: where TensorFlow defines them; what they do is in the modules beside this one."""
from tensorflow.contrib.layers.python.layers.composition import repeat, stack
from tensorflow.contrib.layers.python.layers.convolution_layers import (
    convolution, convolution1d, convolution2d, convolution2d_in_plane, convolution2d_transpose, convolution3d,
    convolution3d_transpose, separable_convolution2d)
from tensorflow.contrib.layers.python.layers.dense_layers import (
    bias_add, elu, fully_connected, legacy_fully_connected, legacy_linear, legacy_relu, linear, relu, relu6)
from tensorflow.contrib.layers.python.layers.divisive_normalization import GDN, gdn
from tensorflow.contrib.layers.python.layers.normalization_layers import batch_norm, layer_norm
from tensorflow.contrib.layers.python.layers.pooling_layers import (
    avg_pool2d, avg_pool3d, max_pool2d, max_pool3d, pool)
from tensorflow.contrib.layers.python.layers.shape_layers import (
    dense_to_sparse, dropout, flatten, images_to_sequence, maxout, one_hot_encoding, poincare_normalize, scale_gradient,
    sequence_to_images, softmax, spatial_softmax, unit_norm, _inner_flatten)

conv1d = convolution1d
conv2d = convolution2d
conv3d = convolution3d
conv2d_in_plane = convolution2d_in_plane
conv2d_transpose = convolution2d_transpose
conv3d_transpose = convolution3d_transpose
separable_conv2d = separable_convolution2d
