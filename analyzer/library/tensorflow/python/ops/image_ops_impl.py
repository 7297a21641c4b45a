"""Images: what follows of shapes from sizes."""

from tensorflow.python.framework import dtypes, ops, tensor_shape, tensor_util
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import array_ops, clip_ops, control_flow_ops, math_ops, random_ops


class ResizeMethod(object):
    BILINEAR = 0
    NEAREST_NEIGHBOR = 1
    BICUBIC = 2
    AREA = 3


ResizeMethodV1 = ResizeMethod


def _rank_error(shape):
    return ValueError("'images' must have either 3 or 4 dimensions.")


def resize_images(
    images,
    size,
    method=ResizeMethod.BILINEAR,
    align_corners=False,
    preserve_aspect_ratio=False,
     name=None):
    with ops.name_scope(name, "resize", [images, size]):
        images = ops.convert_to_tensor(images, name="images")
        rank = images.get_shape().ndims
        if rank is None:
            raise ValueError("'images' contains no shape.")
        if rank not in (3, 4):
            raise _rank_error(images)
        if rank == 3:
            images = array_ops.expand_dims(images, 0)
        size = ops.convert_to_tensor(size, dtypes.int32, name="size")
        if not size.get_shape().is_compatible_with([2]):
            raise ValueError("'size' must be a 1-D Tensor of 2 elements: new_height, new_width")
        known = size._value
        height, width = images._shape._plain[1], images._shape._plain[2]
        if isinstance(known, list) and None not in (height, width) and known == [height, width
                                                                                ] and not preserve_aspect_ratio:
            return array_ops.squeeze(images, axis=[0]) if rank == 3 else images
        op_type = {0: "ResizeBilinear", 1: "ResizeNearestNeighbor", 2: "ResizeBicubic", 3: "ResizeArea"}.get(method)
        if op_type is None:
            raise ValueError("Resize method is not implemented.")
        images = apply(op_type, None, [images, size])
        return array_ops.squeeze(images, axis=[0]) if rank == 3 else images


def resize_bilinear(images, size, align_corners=False, name=None, half_pixel_centers=False):
    return apply("ResizeBilinear", name, [images, size])


def resize_nearest_neighbor(images, size, align_corners=False, name=None, half_pixel_centers=False):
    return apply("ResizeNearestNeighbor", name, [images, size])


def resize_bicubic(images, size, align_corners=False, name=None, half_pixel_centers=False):
    return apply("ResizeBicubic", name, [images, size])


def resize_area(images, size, align_corners=False, name=None):
    return apply("ResizeArea", name, [images, size])


def _with_size(image, height, width, name, default):
    """The image with another height and width, by one operation."""
    with ops.name_scope(name, default, [image]):
        image = ops.convert_to_tensor(image, name="image")
        dims = image._shape._plain
        if dims is None:
            shape = tensor_shape.unknown_shape()
        else:
            if len(dims) not in (3, 4):
                raise ValueError("'image' must have either 3 or 4 dimensions.")
            shape = tensor_shape.TensorShape(dims[:-3] + [_known(height), _known(width), dims[-1]])
        return ops.create_op("Slice", [image], [(shape, image.dtype.base_dtype)]).outputs[0]


def _known(size):
    return None if isinstance(size, ops.Tensor) and tensor_util.constant_value(size) is None else (
        tensor_util.constant_value(size))


def resize_image_with_crop_or_pad(image, target_height, target_width):
    return _with_size(image, target_height, target_width, None, "resize_image_with_crop_or_pad")


def resize_image_with_pad(image, target_height, target_width, method=ResizeMethod.BILINEAR, align_corners=False):
    return _with_size(image, target_height, target_width, None, "resize_image_with_pad")


def crop_to_bounding_box(image, offset_height, offset_width, target_height, target_width):
    return _with_size(image, target_height, target_width, None, "crop_to_bounding_box")


def pad_to_bounding_box(image, offset_height, offset_width, target_height, target_width):
    return _with_size(image, target_height, target_width, None, "pad_to_bounding_box")


def central_crop(image, central_fraction):
    if central_fraction <= 0.0 or central_fraction > 1.0:
        raise ValueError("central_fraction must be within (0, 1]")
    if central_fraction == 1.0:
        return image
    image = ops.convert_to_tensor(image, name="image")
    dims = image._shape._plain
    sizes = [None, None]
    if dims is not None:
        sizes = [None if dim is None else dim - 2 * int((dim - dim * central_fraction) / 2) for dim in dims[-3:-1]]
    return _with_size(image, sizes[0], sizes[1], None, "central_crop")


def crop_and_resize(image, boxes, box_ind=None, crop_size=None, method="bilinear", extrapolation_value=0, name=None,
                    box_indices=None):
    return apply("CropAndResize", name, [image, boxes, box_ind if box_ind is not None else box_indices, crop_size])


crop_and_resize_v1 = crop_and_resize


# ---- changes that keep the shape
def _flipped(image, axis, label):
    with ops.name_scope(None, label, [image]):
        image = ops.convert_to_tensor(image, name="image")
        rank = image.get_shape().ndims
        return array_ops.reverse(image, [axis if rank != 4 else axis + 1])


def flip_left_right(image):
    return _flipped(image, 1, "flip_left_right")


def flip_up_down(image):
    return _flipped(image, 0, "flip_up_down")


def _randomly_flipped(image, axis, label):
    with ops.name_scope(None, label, [image]) as scope:
        image = ops.convert_to_tensor(image, name="image")
        flips = math_ops.less(random_ops.random_uniform([], 0, 1.0), .5)
        result = control_flow_ops.cond(flips, lambda: array_ops.reverse(image, [axis]), lambda: image, name=scope)
        result.set_shape(image.get_shape())
        return result


def random_flip_left_right(image, seed=None):
    return _randomly_flipped(image, 1, "random_flip_left_right")


def random_flip_up_down(image, seed=None):
    return _randomly_flipped(image, 0, "random_flip_up_down")


def transpose_image(image):
    with ops.name_scope(None, "transpose", [image]):
        return array_ops.transpose(image, [1, 0, 2] if image.get_shape().ndims == 3 else [0, 2, 1, 3])


def rot90(image, k=1, name=None):
    with ops.name_scope(name, "rot90", [image, k]):
        image = ops.convert_to_tensor(image, name="image")
        return transpose_image(array_ops.reverse(image, [-2])) if k % 2 else image


def adjust_brightness(image, delta):
    with ops.name_scope(None, "adjust_brightness", [image, delta]) as name:
        image = ops.convert_to_tensor(image, name="image")
        original = image.dtype
        values = image if original.is_floating else convert_image_dtype(image, dtypes.float32)
        values = math_ops.add(values, math_ops.cast(delta, values.dtype), name=name)
        return convert_image_dtype(values, original, saturate=True)


def adjust_contrast(images, contrast_factor):
    with ops.name_scope(None, "adjust_contrast", [images, contrast_factor]):
        images = ops.convert_to_tensor(images, name="images")
        original = images.dtype
        values = images if original.is_floating else convert_image_dtype(images, dtypes.float32)
        values = apply("AdjustContrastv2", None, [values, contrast_factor])
        return convert_image_dtype(values, original, saturate=True)


def adjust_hue(image, delta, name=None):
    with ops.name_scope(name, "adjust_hue", [image]):
        image = ops.convert_to_tensor(image, name="image")
        return apply("AdjustHue", None, [image, delta])


def adjust_saturation(image, saturation_factor, name=None):
    with ops.name_scope(name, "adjust_saturation", [image]):
        image = ops.convert_to_tensor(image, name="image")
        return apply("AdjustSaturation", None, [image, saturation_factor])


def adjust_gamma(image, gamma=1, gain=1):
    with ops.name_scope(None, "adjust_gamma", [image, gamma, gain]):
        return ops.convert_to_tensor(image, name="image") ** gamma * gain


def random_brightness(image, max_delta, seed=None):
    if max_delta < 0:
        raise ValueError("max_delta must be non-negative.")
    return adjust_brightness(image, random_ops.random_uniform([], -max_delta, max_delta))


def random_contrast(image, lower, upper, seed=None):
    if upper <= lower:
        raise ValueError("upper must be > lower.")
    return adjust_contrast(image, random_ops.random_uniform([], lower, upper))


def random_hue(image, max_delta, seed=None):
    return adjust_hue(image, random_ops.random_uniform([], -max_delta, max_delta))


def random_saturation(image, lower, upper, seed=None):
    if upper <= lower:
        raise ValueError("upper must be > lower.")
    return adjust_saturation(image, random_ops.random_uniform([], lower, upper))


def convert_image_dtype(image, dtype, saturate=False, name=None):
    image = ops.convert_to_tensor(image, name="image")
    dtype = dtypes.as_dtype(dtype)
    if dtype == image.dtype:
        return array_ops.identity(image, name=name)
    with ops.name_scope(name, "convert_image", [image]) as name:
        if image.dtype.is_integer and dtype.is_floating:
            return math_ops.multiply(math_ops.cast(image, dtype), 1. / image.dtype.max, name=name)
        if image.dtype.is_floating and dtype.is_integer:
            scaled = math_ops.multiply(image, dtype.max + 0.5)
            return math_ops.saturate_cast(scaled, dtype, name=name) if saturate else math_ops.cast(
                scaled, dtype, name=name)
        return math_ops.cast(image, dtype, name=name)


def per_image_standardization(image):
    with ops.name_scope(None, "per_image_standardization", [image]) as scope:
        image = math_ops.cast(ops.convert_to_tensor(image, name="image"), dtypes.float32)
        mean = math_ops.reduce_mean(image, axis=[-1, -2, -3], keepdims=True)
        return math_ops.div(math_ops.subtract(image, mean), math_ops.sqrt(math_ops.reduce_mean(math_ops.square(image))),
                            name=scope)


def rgb_to_grayscale(images, name=None):
    with ops.name_scope(name, "rgb_to_grayscale", [images]) as name:
        images = ops.convert_to_tensor(images, name="images")
        values = convert_image_dtype(images, dtypes.float32)
        gray = array_ops.expand_dims(math_ops.tensordot(values, [0.2989, 0.587, 0.114], [-1, -1]), -1)
        return convert_image_dtype(gray, images.dtype, name=name)


def grayscale_to_rgb(images, name=None):
    with ops.name_scope(name, "grayscale_to_rgb", [images]) as name:
        images = ops.convert_to_tensor(images, name="images")
        rank = images.get_shape().ndims or 4
        result = array_ops.tile(images, [1] * (rank - 1) + [3], name=name)
        return result


def rgb_to_hsv(images, name=None):
    return apply("RGBToHSV", name, [images])


def hsv_to_rgb(images, name=None):
    return apply("HSVToRGB", name, [images])


def total_variation(images, name=None):
    with ops.name_scope(name, "total_variation"):
        rank = images.get_shape().ndims
        total = math_ops.reduce_sum(math_ops.abs(images), axis=[1, 2, 3] if rank == 4 else None)
        return total


def non_max_suppression(boxes, scores, max_output_size, iou_threshold=0.5, score_threshold=float("-inf"), name=None):
    with ops.name_scope(name, "non_max_suppression"):
        return apply("NonMaxSuppressionV3", None, [boxes, scores, max_output_size, iou_threshold, score_threshold])


def draw_bounding_boxes(images, boxes, name=None, colors=None):
    return apply("DrawBoundingBoxes", name, [images, boxes])


def sample_distorted_bounding_box(image_size, bounding_boxes, seed=None, seed2=None, min_object_covered=0.1,
                                  aspect_ratio_range=None, area_range=None, max_attempts=None,
                                  use_image_if_no_bounding_boxes=None, name=None):
    with ops.name_scope(name, "sample_distorted_bounding_box"):
        return tuple(apply("SampleDistortedBoundingBoxV2", None, [image_size, bounding_boxes, min_object_covered]))


sample_distorted_bounding_box_v1 = sample_distorted_bounding_box


# ---- codecs
def decode_jpeg(contents, channels=0, ratio=1, fancy_upscaling=True, try_recover_truncated=False, acceptable_fraction=1,
                dct_method="", name=None):
    return apply("DecodeJpeg", name, [contents], channels=channels)


def decode_png(contents, channels=0, dtype=dtypes.uint8, name=None):
    return apply("DecodePng", name, [contents], channels=channels, dtype=dtypes.as_dtype(dtype))


def decode_gif(contents, name=None):
    return apply("DecodeGif", name, [contents])


def decode_bmp(contents, channels=0, name=None):
    return apply("DecodeBmp", name, [contents])


def decode_image(contents, channels=None, dtype=dtypes.uint8, name=None, expand_animations=True):
    with ops.name_scope(name, "decode_image"):
        contents = ops.convert_to_tensor(contents, dtype=dtypes.string)
        return ops.create_op("DecodeImage", [contents],
                             [(tensor_shape.unknown_shape(), dtypes.as_dtype(dtype))]).outputs[0]


def encode_jpeg(image, format="", quality=95, progressive=False, optimize_size=False, chroma_downsampling=True,
                density_unit="in", x_density=300, y_density=300, xmp_metadata="", name=None):
    return apply("EncodeJpeg", name, [image])


def encode_png(image, compression=-1, name=None):
    return apply("EncodePng", name, [image])


def extract_glimpse(input, size, offsets, centered=True, normalized=True, uniform_noise=True, name=None):
    return apply("ExtractGlimpse", name, [input, size, offsets])
