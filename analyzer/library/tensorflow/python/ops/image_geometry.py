"""Images with other sizes, turned or flipped."""

from tensorflow.python.framework import dtypes, ops, tensor_shape, tensor_util
from tensorflow.python.ops import array_ops, check_ops, control_flow_ops, math_ops, random_ops


def checked(image):
    """The image, which has at least three dimensions, none of them empty; checked when it runs where that is open."""
    shape = image.get_shape()
    try:
        shape = shape.with_rank(3) if shape.ndims is None else shape.with_rank_at_least(3)
    except ValueError:
        raise ValueError("'image' must be at least three-dimensional.")
    if any([dim == 0 for dim in shape.as_list()[-3:]]):
        raise ValueError("inner 3 dims of 'image.shape' must be > 0: %s" % shape)
    checks = [] if shape.is_fully_defined() else _checks_of_rank(image)
    return control_flow_ops.with_dependencies(checks, image)


def _assert(condition, message):
    if isinstance(condition, ops.Tensor):
        return [control_flow_ops.Assert(condition, [message])]
    if not condition:
        raise ValueError(message)
    return []


def _sizes(image):
    """Height and width of a batch of images: numbers, or tensors where they are not known."""
    dims = image.get_shape().with_rank(4).as_list()
    if None in dims:
        dims = [part if dim is None else dim for dim, part in zip(dims, array_ops.unstack(array_ops.shape(image), 4))]
    return dims[1], dims[2]


def _as_batch(image):
    rank = image.get_shape().ndims
    if rank is None:
        image = array_ops.expand_dims(image, 0)
        image.set_shape([None] * 4)
        return image, False
    if rank not in (3, 4):
        raise ValueError("'image' must have either 3 or 4 dimensions.")
    return (image, True) if rank == 4 else (array_ops.expand_dims(image, 0), False)


def _known(size):
    return None if isinstance(size, ops.Tensor) and tensor_util.constant_value(size) is None else (
        tensor_util.constant_value(size))


def _finished(result, image, height, width, is_batch):
    dims = image.get_shape().as_list()
    result.set_shape([dims[0], _known(height), _known(width), dims[3]])
    return result if is_batch else array_ops.squeeze(result, axis=[0])


def crop_to_bounding_box(image, offset_height, offset_width, target_height, target_width):

    def conditions(height, width):
        yield offset_width >= 0, "offset_width must be >= 0."
        yield offset_height >= 0, "offset_height must be >= 0."
        yield target_width > 0, "target_width must be > 0."
        yield target_height > 0, "target_height must be > 0."
        yield width >= target_width + offset_width, "width must be >= target + offset."
        yield height >= target_height + offset_height, "height must be >= target + offset."

    with ops.name_scope(None, "crop_to_bounding_box", [image]):
        image, is_batch = _as_batch(ops.convert_to_tensor(image, name="image"))
        checks = _pending(image)
        checked_image = _with_checks(image, checks, conditions(*_sizes(image)))
        begin, size = array_ops.stack([0, offset_height, offset_width, 0]), array_ops.stack([-1, target_height, target_width, -1])
        cropped = array_ops.slice(checked_image, begin, size)
        return _finished(cropped, image, target_height, target_width, is_batch)


def _with_checks(image, checks, conditions):
    """Each condition is made just before its check."""
    for condition, message in conditions:
        checks = checks + _assert(condition, message)
    return control_flow_ops.with_dependencies(checks, image)


def _pending(image):
    """The checks of a batch that are to be made when it runs."""
    shape = image.get_shape()
    if any([dim == 0 for dim in shape.as_list()[-3:]]):
        raise ValueError("inner 3 dims of 'image.shape' must be > 0: %s" % shape)
    return [] if shape.is_fully_defined() else _checks_of_rank(image)


def _checks_of_rank(image):
    return [check_ops.assert_positive(array_ops.shape(image), ["inner 3 dims of 'image.shape' must be > 0."]),
            check_ops.assert_greater_equal(array_ops.rank(image), 3,
                                           message="'image' must be at least three-dimensional.")]


def pad_to_bounding_box(image, offset_height, offset_width, target_height, target_width):
    with ops.name_scope(None, "pad_to_bounding_box", [image]):
        image, is_batch = _as_batch(ops.convert_to_tensor(image, name="image"))
        checks = _pending(image)
        height, width = _sizes(image)
        right = target_width - offset_width - width
        below = target_height - offset_height - height

        def conditions():
            yield offset_height >= 0, "offset_height must be >= 0"
            yield offset_width >= 0, "offset_width must be >= 0"
            yield right >= 0, "width must be <= target - offset"
            yield below >= 0, "height must be <= target - offset"

        checked_image = _with_checks(image, checks, conditions())
        paddings = array_ops.stack([0, 0, offset_height, below, offset_width, right, 0, 0])
        padded = array_ops.pad(checked_image, array_ops.reshape(paddings, [4, 2]))
        return _finished(padded, image, target_height, target_width, is_batch)


def _is_any_tensor(*values):
    return any([isinstance(value, ops.Tensor) for value in values])


def _largest(one, other):
    return math_ops.maximum(one, other) if _is_any_tensor(one, other) else max(one, other)


def _smallest(one, other):
    return math_ops.minimum(one, other) if _is_any_tensor(one, other) else min(one, other)


def _equals(one, other):
    return math_ops.equal(one, other) if _is_any_tensor(one, other) else one == other


def resize_image_with_crop_or_pad(image, target_height, target_width):
    with ops.name_scope(None, "resize_image_with_crop_or_pad", [image]):
        image, is_batch = _as_batch(ops.convert_to_tensor(image, name="image"))
        checks = _pending(image) + _assert(target_width > 0, "target_width must be > 0.") + _assert(
            target_height > 0, "target_height must be > 0.")
        image = control_flow_ops.with_dependencies(checks, image)
        if isinstance(target_height, ops.Tensor):
            target_height = control_flow_ops.with_dependencies(checks, target_height)
        if isinstance(target_width, ops.Tensor):
            target_width = control_flow_ops.with_dependencies(checks, target_width)
        height, width = _sizes(image)
        difference = target_width - width
        crop_left, pad_left = _largest(-difference // 2, 0), _largest(difference // 2, 0)
        difference = target_height - height
        crop_above, pad_above = _largest(-difference // 2, 0), _largest(difference // 2, 0)
        cropped = crop_to_bounding_box(image, crop_above, crop_left, _smallest(target_height, height),
                                       _smallest(target_width, width))
        result = pad_to_bounding_box(cropped, pad_above, pad_left, target_height, target_width)
        height, width = _sizes(result)
        checks = _assert(_equals(height, target_height), "resized height is not correct.")
        checks += _assert(_equals(width, target_width), "resized width is not correct.")
        result = control_flow_ops.with_dependencies(checks, result)
        return result if is_batch else array_ops.squeeze(result, axis=[0])


def resized(image, height, width, name):
    """The image with another height and width, by one operation."""
    with ops.name_scope(None, name, [image]):
        image = checked(ops.convert_to_tensor(image, name="image"))
        dims = image._shape._plain
        shape = None if dims is None else dims[:-3] + [_known(height), _known(width), dims[-1]]
        return ops.create_op("Slice", [image], [(tensor_shape.TensorShape(shape), image.dtype.base_dtype)]).outputs[0]


def resize_image_with_pad(image, target_height, target_width, method=0, align_corners=False):
    return resized(image, target_height, target_width, "resize_image_with_pad")


def central_crop(image, central_fraction):
    with ops.name_scope(None, "central_crop", [image]):
        image = ops.convert_to_tensor(image, name="image")
        if central_fraction <= 0.0 or central_fraction > 1.0:
            raise ValueError("central_fraction must be within (0, 1]")
        if central_fraction == 1.0:
            return image
        rank = image.get_shape().ndims
        if rank not in (3, 4):
            raise ValueError("`image` should either be a Tensor with rank = 3 or rank = 4. Had rank = {}.".format(rank))
        image = checked(image)
        dims = image._shape._plain
        if None in dims[-3:-1]:
            shape = [None if dim is None else dim for dim in dims[:-3]] + [None, None, dims[-1]]
            return ops.create_op("Slice", [image], [(tensor_shape.TensorShape(shape), image.dtype)]).outputs[0]
        starts = [int((dim - dim * central_fraction) / 2) for dim in dims[-3:-1]]
        sizes = [dim - 2 * start for dim, start in zip(dims[-3:-1], starts)]
        leading = [0] * (rank - 3)
        begin, size = array_ops.stack(leading + starts + [0]), array_ops.stack([-1] * (rank - 3) + sizes + [-1])
        return array_ops.slice(image, begin, size)


# ---- flips and turns
def _flip(image, axis, label):
    with ops.name_scope(None, label, [image]):
        image = checked(ops.convert_to_tensor(image, name="image"))
        rank = image.get_shape().ndims
        if rank not in (None, 3, 4):
            raise ValueError("'image' must have either 3 or 4 dimensions.")
        result = array_ops.reverse(image, [axis + 1 if rank == 4 else axis])
        result.set_shape([None, None, None] if rank is None else image.get_shape())
        return result


def flip_left_right(image):
    return _flip(image, 1, "flip_left_right")


def flip_up_down(image):
    return _flip(image, 0, "flip_up_down")


def _flip_randomly(image, axis, seed, label):
    with ops.name_scope(None, label, [image]) as scope:
        image = checked(ops.convert_to_tensor(image, name="image"))
        rank = image.get_shape().ndims
        if rank == 4:
            return _flip_some(image, axis + 1, seed)
        if rank not in (None, 3):
            raise ValueError("'image' must have either 3 or 4 dimensions.")
        flips = math_ops.less(random_ops.random_uniform([], 0, 1.0, seed=seed), .5)
        result = control_flow_ops.cond(flips, lambda: array_ops.reverse(image, [axis]), lambda: image, name=scope)
        result.set_shape([None, None, None] if rank is None else image.get_shape())
        return result


def _flip_some(images, axis, seed):
    """Each image of a batch by itself."""
    count = array_ops.shape(images)[0]
    flips = random_ops.random_uniform([count], 0, 1.0, seed=seed)
    flips = math_ops.round(array_ops.reshape(flips, [count, 1, 1, 1]))
    flips = math_ops.cast(flips, images.dtype)
    flipped = array_ops.reverse(images, [axis])
    return flips * flipped + (1 - flips) * images


def random_flip_left_right(image, seed=None):
    return _flip_randomly(image, 1, seed, "random_flip_left_right")


def random_flip_up_down(image, seed=None):
    return _flip_randomly(image, 0, seed, "random_flip_up_down")


def transpose_image(image):
    with ops.name_scope(None, "transpose", [image]):
        image = checked(ops.convert_to_tensor(image, name="image"))
        rank = image.get_shape().ndims
        if rank not in (None, 3, 4):
            raise ValueError("'image' must have either 3 or 4 dimensions.")
        return array_ops.transpose(image, [0, 2, 1, 3] if rank == 4 else [1, 0, 2])


def rot90(image, k=1, name=None):
    with ops.name_scope(name, "rot90", [image, k]) as scope:
        image = checked(ops.convert_to_tensor(image, name="image"))
        k = ops.convert_to_tensor(k, dtype=dtypes.int32, name="k")
        k.get_shape().assert_has_rank(0)
        k = math_ops.mod(k, 4)
        rank = image.get_shape().ndims
        if rank not in (None, 3, 4):
            raise ValueError("'image' must have either 3 or 4 dimensions.")
        rows, columns, order = (1, 2, [0, 2, 1, 3]) if rank == 4 else (0, 1, [1, 0, 2])
        cases = [(math_ops.equal(k, 1), lambda: array_ops.transpose(array_ops.reverse_v2(image, [columns]), order)),
                 (math_ops.equal(k, 2), lambda: array_ops.reverse_v2(image, [rows, columns])),
                 (math_ops.equal(k, 3), lambda: array_ops.reverse_v2(array_ops.transpose(image, order), [columns]))]
        result = control_flow_ops.case(cases, default=lambda: image, exclusive=True, name=scope)
        dims = image.get_shape()
        result.set_shape([dims[0], None, None, dims[3]] if rank == 4 else [None, None, dims[2]])
        return result
