"""What slim's Inception networks share: their layers as tables, arguments, and the end.

A line of a table is a layer, `NAME outputs`, or a block whose branches are the indented lines after it; `+` joins layers
of the same input. The window is what the name ends in, else `@HxW`; then `/stride`, `valid`, and how the weights begin.
"""
from tensorflow.contrib.framework.python.ops.arg_scope import arg_scope
from tensorflow.contrib.layers.python.layers import initializers, layers, regularizers
from tensorflow.python.framework import ops
from tensorflow.python.ops import array_ops, init_ops, nn_ops, variable_scope


def depths(depth_multiplier, min_depth):
    if depth_multiplier <= 0:
        raise ValueError("depth_multiplier is not greater than zero.")
    return lambda size: max(int(size * depth_multiplier), min_depth)


def _layer(net, text, depth):
    words = text.split()
    name, options = words[0], {"scope": words[0]}
    sizes = [word[1:] for word in words if word[0] == "@"] or [name[name.rindex("_") + 1:]]
    window = [int(size) for size in sizes[0].split("x")]
    for word in words[1:]:
        if word[0] == "/":
            options["stride"] = int(word[1:])
    options["padding"] = "VALID" if "valid" in words else "SAME"
    if not name.startswith("Conv"):
        return (layers.max_pool2d if name.startswith("Max") else layers.avg_pool2d)(
            net, window, **dict({"stride": 1}, **options))
    outputs = depth(int(words[1]))
    if "separable" in words:
        return layers.separable_conv2d(net, outputs, window, depth_multiplier=min(int(outputs / 3), 8),
                                       weights_initializer=init_ops.truncated_normal_initializer(0.0, 1.0), **options)
    if "normal" in words:
        options["weights_initializer"] = init_ops.truncated_normal_initializer(0.0, 0.09)
    return layers.conv2d(net, outputs, window, **options)


def _branch(net, line, depth):
    for step in line.split(","):
        made = [_layer(net, text, depth) for text in step.split("+")]
        net = made[0] if len(made) == 1 else array_ops.concat(made, 3)
    return net


def build(table, net, final_endpoint, depth=int):
    """The network up to an end point, and all end points until then."""
    end_points, lines = {}, table.strip("\n").split("\n")
    for i, line in enumerate(lines):
        if line.startswith(" "):
            continue
        name = line.split()[0]
        if name.startswith("Mixed"):
            with variable_scope.variable_scope(name):
                branches = []
                for branch in lines[i + 1:]:
                    if not branch.startswith(" "):
                        break
                    with variable_scope.variable_scope("Branch_%d" % len(branches)):
                        branches.append(_branch(net, branch, depth))
                net = array_ops.concat(branches, 3)
        else:
            net = _layer(net, line, depth)
        end_points[name] = net
        if name == final_endpoint:
            return net, end_points
    raise ValueError("Unknown final endpoint %s" % final_endpoint)


def window(tensor, size):
    """A pooling window, not larger than the images."""
    sizes = tensor.get_shape().as_list()
    return size if None in sizes[1:3] else [min(sizes[1], size[0]), min(sizes[2], size[1])]


def logits(net, num_classes, scope, spatial_squeeze, **more):
    net = layers.conv2d(net, num_classes, [1, 1], activation_fn=None, normalizer_fn=None, scope=scope, **more)
    return array_ops.squeeze(net, [1, 2], name="SpatialSqueeze") if spatial_squeeze else net


def arguments(weight_decay, moving_collection, use_batch_norm=True, decay=0.9997, epsilon=0.001,
              updates_collections=ops.GraphKeys.UPDATE_OPS, **more):
    collections = {"beta": None, "gamma": None, "moving_mean": [moving_collection],
                   "moving_variance": [moving_collection]}
    parameters = dict({"decay": decay, "epsilon": epsilon, "updates_collections": updates_collections,
                       "variables_collections": collections}, **more)
    regularizer = regularizers.l2_regularizer(weight_decay)
    with arg_scope([layers.conv2d, layers.fully_connected], weights_regularizer=regularizer):
        with arg_scope([layers.conv2d], weights_initializer=initializers.variance_scaling_initializer(),
                       activation_fn=nn_ops.relu, normalizer_fn=layers.batch_norm if use_batch_norm else None,
                       normalizer_params=parameters if use_batch_norm else {}) as kept:
            return kept
