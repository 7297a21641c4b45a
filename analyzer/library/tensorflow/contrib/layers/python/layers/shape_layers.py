"""Layers of tf.contrib.layers with few or no variables: dropout, flattening, softmax, maxout."""
import _tfscope
from tensorflow.contrib.framework.python.ops.arg_scope import add_arg_scope
from tensorflow.contrib.layers.python.layers import layer_scopes, utils
from tensorflow.python.framework import constant_op, dtypes, ops, sparse_tensor, tensor_shape
from tensorflow.python.layers import core
from tensorflow.python.ops import array_ops, check_ops, init_ops, math_ops, nn_ops, sparse_ops, variable_scope


@add_arg_scope
def dropout(inputs, keep_prob=0.5, noise_shape=None, is_training=True, outputs_collections=None, scope=None, seed=None):
    with variable_scope.variable_scope(scope, "Dropout", [inputs], custom_getter=layer_scopes.model_variables()) as sc:
        inputs = ops.convert_to_tensor(inputs)
        layer = core.Dropout(rate=1 - keep_prob, noise_shape=noise_shape, seed=seed, name=sc.name, _scope=sc)
        return utils.collect_named_outputs(outputs_collections, sc.name, layer.apply(inputs, training=is_training))


@add_arg_scope
def flatten(inputs, outputs_collections=None, scope=None):
    with ops.name_scope(scope, "Flatten", [inputs]) as sc:
        return utils.collect_named_outputs(outputs_collections, sc, core.flatten(ops.convert_to_tensor(inputs)))


def _sparse_inner_flatten(inputs, new_rank):
    rank = inputs.dense_shape.get_shape().as_list()[0]
    if rank < new_rank:
        raise ValueError("Inputs has rank less than new_rank. {} must have rank at least {}. Received rank {}, shape {}"
                         .format(inputs, new_rank, rank, inputs.get_shape()))
    outer, inner = inputs.dense_shape[:new_rank - 1], inputs.dense_shape[new_rank - 1:]
    return sparse_ops.sparse_reshape(inputs, array_ops.concat((outer, [math_ops.reduce_prod(inner)]), 0))


def _dense_inner_flatten(inputs, new_rank):
    at_least = check_ops.assert_rank_at_least(inputs, new_rank, message="inputs has rank less than new_rank")
    with ops.control_dependencies([at_least]):
        outer = array_ops.strided_slice(array_ops.shape(inputs), [0], [new_rank - 1])
        outputs = array_ops.reshape(inputs, array_ops.concat((outer, [-1]), 0))
    if isinstance(new_rank, int) and inputs.get_shape().dims is not None:
        sizes, inner = inputs.get_shape().as_list(), 1
        for size in sizes[new_rank - 1:]:
            inner = None if size is None or inner is None else inner * size
        outputs.set_shape(sizes[:new_rank - 1] + [inner])
    return outputs


@add_arg_scope
def _inner_flatten(inputs, new_rank, output_collections=None, scope=None):
    with ops.name_scope(scope, "InnerFlatten", [inputs, new_rank]) as sc:
        if isinstance(inputs, sparse_tensor.SparseTensor):
            outputs = _sparse_inner_flatten(inputs, new_rank)
        else:
            outputs = _dense_inner_flatten(ops.convert_to_tensor(inputs), new_rank)
    return utils.collect_named_outputs(output_collections, sc, outputs)


@add_arg_scope
def dense_to_sparse(tensor, eos_token=0, outputs_collections=None, scope=None):
    with variable_scope.variable_scope(scope, "dense_to_sparse", [tensor]) as sc:
        tensor = ops.convert_to_tensor(tensor)
        indices = array_ops.where(math_ops.not_equal(tensor, constant_op.constant(eos_token, tensor.dtype)))
        values = array_ops.gather_nd(tensor, indices)
        outputs = sparse_tensor.SparseTensor(indices, values, array_ops.shape(tensor, out_type=dtypes.int64))
        return utils.collect_named_outputs(outputs_collections, sc.name, outputs)


@add_arg_scope
def one_hot_encoding(labels, num_classes, on_value=1.0, off_value=0.0, outputs_collections=None, scope=None):
    with ops.name_scope(scope, "OneHotEncoding", [labels, num_classes]) as sc:
        labels = ops.convert_to_tensor(labels)
        if labels.dtype == dtypes.int32:
            labels = math_ops.to_int64(labels)
        outputs = array_ops.one_hot(labels, num_classes, on_value=on_value, off_value=off_value)
        return utils.collect_named_outputs(outputs_collections, sc, outputs)


@add_arg_scope
def images_to_sequence(inputs, data_format="NHWC", outputs_collections=None, scope=None):
    layer_scopes.check_format(data_format)
    with ops.name_scope(scope, "ImagesToSequence", [inputs]) as sc:
        inputs = ops.convert_to_tensor(inputs)
        if data_format == "NCHW":
            inputs = array_ops.transpose(inputs, [0, 2, 3, 1])
        _, _, width, depth = inputs.get_shape().as_list()
        sizes = array_ops.shape(inputs)
        batch_size, height = sizes[0], sizes[1]
        transposed = array_ops.transpose(inputs, [2, 0, 1, 3])
        outputs = array_ops.reshape(transposed, [width, batch_size * height, depth])
        return utils.collect_named_outputs(outputs_collections, sc, outputs)


@add_arg_scope
def sequence_to_images(inputs, height, output_data_format="channels_last", outputs_collections=None, scope=None):
    with ops.name_scope(scope, "SequenceToImages", [inputs]) as sc:
        inputs = ops.convert_to_tensor(inputs)
        width, batches, depth = inputs.get_shape().as_list()
        images = array_ops.reshape(inputs, [width, -1 if batches is None else batches // height, height, depth])
        order = [1, 3, 2, 0] if output_data_format == "channels_first" else [1, 2, 0, 3]
        return utils.collect_named_outputs(outputs_collections, sc, array_ops.transpose(images, order))


@add_arg_scope
def softmax(logits, scope=None):
    with variable_scope.variable_scope(scope, "softmax", [logits]):
        logits = layer_scopes.tensor_of(logits, 2)
        width = utils.last_dimension(logits.get_shape(), min_rank=2)
        predictions = nn_ops.softmax(array_ops.reshape(logits, [-1, width]))
        predictions = array_ops.reshape(predictions, array_ops.shape(logits))
        predictions.set_shape(logits.get_shape())
        return predictions


@add_arg_scope
def maxout(inputs, num_units, axis=-1, scope=None):
    with variable_scope.variable_scope(scope, "MaxOut", [inputs]):
        inputs = layer_scopes.tensor_of(inputs, 2, axis)
        sizes = inputs.get_shape().as_list()
        channels = sizes[axis]
        known = not _tfscope.is_unknown(channels) and not _tfscope.is_unknown(num_units)
        if known and channels % num_units:
            raise ValueError("number of features({}) is not a multiple of num_units({})".format(channels, num_units))
        sizes[axis] = num_units
        sizes += [channels // num_units]
        known = [array_ops.shape(inputs)[i] if size is None else size for i, size in enumerate(sizes)]
        return math_ops.reduce_max(array_ops.reshape(inputs, known), -1, keepdims=False)


@add_arg_scope
def unit_norm(inputs, dim, epsilon=1e-7, scope=None):
    with variable_scope.variable_scope(scope, "UnitNorm", [inputs]):
        if not inputs.get_shape():
            raise ValueError("The input rank must be known.")
        rank = len(inputs.get_shape().as_list())
        if not _tfscope.is_unknown(dim) and (dim < 0 or dim >= rank):
            raise ValueError("dim must be positive but smaller than the input rank.")
        lengths = math_ops.sqrt(epsilon + math_ops.reduce_sum(math_ops.square(inputs), dim, True))
        multiples = [array_ops.ones([dim], dtypes.int32)] if dim > 0 else []
        multiples.append(array_ops.strided_slice(array_ops.shape(inputs), [dim], [dim + 1]))
        if dim < rank - 1:
            multiples.append(array_ops.ones([rank - 1 - dim], dtypes.int32))
        return math_ops.div(inputs, array_ops.tile(lengths, array_ops.concat(multiples, 0)))


def poincare_normalize(x, axis=1, epsilon=1e-5, name=None):
    with ops.name_scope(name, "poincare_normalize", [x]) as name:
        x = ops.convert_to_tensor(x, name="x")
        inverse = math_ops.rsqrt(math_ops.reduce_sum(math_ops.square(x), axis, keepdims=True))
        return math_ops.multiply(x, math_ops.minimum((1. - epsilon) * inverse, 1.), name=name)


def scale_gradient(inputs, gradient_multiplier):
    return array_ops.identity(inputs, name="ScaleGradient")


def _positions(height, width):
    x, y = array_ops.meshgrid(math_ops.lin_space(-1., 1., num=height), math_ops.lin_space(-1., 1., num=width),
                              indexing="ij")
    return array_ops.reshape(x, [height * width]), array_ops.reshape(y, [height * width])


@add_arg_scope
def spatial_softmax(features, temperature=None, name=None, variables_collections=None, trainable=True,
                    data_format="NHWC"):
    with variable_scope.Api("tf.contrib.layers.spatial_softmax"), variable_scope.variable_scope(name, "spatial_softmax"):
        features = layer_scopes.tensor_of(features, 4, layer_scopes.channel_axis(data_format))
        shape = array_ops.shape(features)
        if data_format == "NHWC":
            height, width, channels = shape[1], shape[2], features.shape[3]
        elif data_format == "NCHW":
            channels, height, width = features.shape[1], shape[2], shape[3]
        else:
            raise ValueError("data_format has to be either NCHW or NHWC.")
        channels = tensor_shape.dimension_value(channels)
        if channels is None:
            raise ValueError("The num_channels dimension of the inputs to `spatial_softmax` should be defined. Found "
                             "`None`.")
        with ops.name_scope("spatial_softmax_op", "spatial_softmax_op", [features]):
            x, y = _positions(height, width)
            initializer = init_ops.ones_initializer() if temperature is None else init_ops.constant_initializer(temperature)
            temperature = layer_scopes.parameter("temperature", (), initializer, variables_collections if trainable else None,
                                                 trainable, dtypes.float32)
            if data_format == "NHWC":
                features = array_ops.transpose(features, [0, 3, 1, 2])
            attention = nn_ops.softmax(array_ops.reshape(features, [-1, height * width]) / temperature)
            expected_x = math_ops.reduce_sum(x * attention, [1], keepdims=True)
            expected_y = math_ops.reduce_sum(y * attention, [1], keepdims=True)
            keypoints = array_ops.reshape(array_ops.concat([expected_x, expected_y], 1), [-1, channels * 2])
            keypoints.set_shape([None, channels * 2])
    return keypoints
