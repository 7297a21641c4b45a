"""Images: what follows of shapes from sizes."""

import collections

from tensorflow.python.framework import dtypes, ops, tensor_shape
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import array_ops, control_flow_ops, image_geometry, math_ops, random_ops, string_ops
from tensorflow.python.ops.image_geometry import (
    central_crop, crop_to_bounding_box, flip_left_right, flip_up_down, pad_to_bounding_box, random_flip_left_right,
    random_flip_up_down, resize_image_with_crop_or_pad, resize_image_with_pad, rot90, transpose_image)


_DistortedBox = collections.namedtuple("SampleDistortedBoundingBoxV2", ["begin", "size", "bboxes"])


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
        if isinstance(known, list):
            images.set_shape([None, known[0], known[1], None])
        return array_ops.squeeze(images, axis=[0]) if rank == 3 else images


def resize_bilinear(images, size, align_corners=False, name=None, half_pixel_centers=False):
    return apply("ResizeBilinear", name, [images, size])


def resize_nearest_neighbor(images, size, align_corners=False, name=None, half_pixel_centers=False):
    return apply("ResizeNearestNeighbor", name, [images, size])


def resize_bicubic(images, size, align_corners=False, name=None, half_pixel_centers=False):
    return apply("ResizeBicubic", name, [images, size])


def resize_area(images, size, align_corners=False, name=None):
    return apply("ResizeArea", name, [images, size])


def crop_and_resize(image, boxes, box_ind=None, crop_size=None, method="bilinear", extrapolation_value=0, name=None,
                    box_indices=None):
    return apply("CropAndResize", name, [image, boxes, box_ind if box_ind is not None else box_indices, crop_size])


crop_and_resize_v1 = crop_and_resize


# ---- changes that keep the shape
def adjust_brightness(image, delta):
    with ops.name_scope(None, "adjust_brightness", [image, delta]) as name:
        image = ops.convert_to_tensor(image, name="image")
        original = image.dtype
        values = image if original.is_floating else convert_image_dtype(image, dtypes.float32)
        values = math_ops.add(values, math_ops.cast(delta, values.dtype), name=name)
        return convert_image_dtype(values, original, saturate=True)


def _as_floats(image):
    """The image, and its element type, which the result is to have again."""
    image = ops.convert_to_tensor(image, name="image")
    floats = image.dtype in (dtypes.float16, dtypes.float32)
    return image if floats else convert_image_dtype(image, dtypes.float32), image.dtype


def adjust_contrast(images, contrast_factor):
    with ops.name_scope(None, "adjust_contrast", [images, contrast_factor]) as name:
        values, original = _as_floats(images)
        factor = ops.convert_to_tensor(contrast_factor, dtype=dtypes.float32, name="contrast_factor")
        return convert_image_dtype(apply("AdjustContrastv2", name, [values, factor]), original, saturate=True)


def adjust_hue(image, delta, name=None):
    with ops.name_scope(name, "adjust_hue", [image]):
        values, original = _as_floats(image)
        return convert_image_dtype(apply("AdjustHue", None, [values, delta]), original)


def adjust_saturation(image, saturation_factor, name=None):
    with ops.name_scope(name, "adjust_saturation", [image]):
        values, original = _as_floats(image)
        return convert_image_dtype(apply("AdjustSaturation", None, [values, saturation_factor]), original)


def adjust_gamma(image, gamma=1, gain=1):
    with ops.name_scope(None, "adjust_gamma", [image, gamma, gain]):
        values, original = _as_floats(image)
        if not isinstance(gamma, ops.Tensor) and gamma < 0:
            raise ValueError("Gamma should be a non-negative real number.")
        return convert_image_dtype(gain * values ** gamma, original, saturate=True)


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
        if not (image.dtype.is_integer and dtype.is_integer):
            return math_ops.cast(image, dtype, name=name)
        least, most = image.dtype.max, dtype.max
        if least > most:
            return math_ops.cast(math_ops.floordiv(image, (least + 1) // (most + 1)), dtype, name=name)
        return math_ops.multiply(math_ops.cast(image, dtype), (most + 1) // (least + 1), name=name)


def per_image_standardization(image):
    with ops.name_scope(None, "per_image_standardization", [image]) as scope:
        image = image_geometry.checked(ops.convert_to_tensor(image, name="image"))
        values, original = _as_floats(image)
        count = math_ops.reduce_prod(array_ops.shape(values)[-3:])
        mean = math_ops.reduce_mean(values, axis=[-1, -2, -3], keepdims=True)
        deviation = math_ops.reduce_std(values, axis=[-1, -2, -3], keepdims=True)
        least = math_ops.rsqrt(math_ops.cast(count, values.dtype))
        deviation = math_ops.maximum(deviation, least)
        centred = values - mean
        return convert_image_dtype(math_ops.div(centred, deviation, name=scope), original, saturate=True)


def rgb_to_grayscale(images, name=None):
    with ops.name_scope(name, "rgb_to_grayscale", [images]) as name:
        images = ops.convert_to_tensor(images, name="images")
        values = convert_image_dtype(images, dtypes.float32)
        gray = array_ops.expand_dims(math_ops.tensordot(values, [0.2989, 0.587, 0.114], [-1, -1]), -1)
        return convert_image_dtype(gray, images.dtype, name=name)


def grayscale_to_rgb(images, name=None):
    with ops.name_scope(name, "grayscale_to_rgb", [images]) as name:
        images = ops.convert_to_tensor(images, name="images")
        shape = images.get_shape()
        if shape.ndims is not None and shape.ndims < 2:
            raise ValueError("A grayscale image must be at least two-dimensional.")
        if not shape[-1].is_compatible_with(1):
            raise ValueError("Last dimension of a grayscale image should be size 1.")
        images = control_flow_ops.with_dependencies([], images)
        rank = array_ops.expand_dims(array_ops.rank(images) - 1, 0)
        multiples = array_ops.concat([array_ops.ones(rank, dtypes.int32), array_ops.expand_dims(3, 0)], 0)
        result = array_ops.tile(images, multiples, name=name)
        result.set_shape(shape[:-1].concatenate([3]))
        return result


def rgb_to_hsv(images, name=None):
    return apply("RGBToHSV", name, [images])


def hsv_to_rgb(images, name=None):
    return apply("HSVToRGB", name, [images])


def total_variation(images, name=None):
    """The sum of differences of neighbours."""
    with ops.name_scope(name, "total_variation"):
        rank = images.get_shape().ndims
        if rank == 3:
            below, beside, axes = images[1:, :, :] - images[:-1, :, :], images[:, 1:, :] - images[:, :-1, :], None
        elif rank == 4:
            below = images[:, 1:, :, :] - images[:, :-1, :, :]
            beside, axes = images[:, :, 1:, :] - images[:, :, :-1, :], [1, 2, 3]
        else:
            raise ValueError("'images' must be either 3 or 4-dimensional.")
        return (math_ops.reduce_sum(math_ops.abs(below), axis=axes) +
                math_ops.reduce_sum(math_ops.abs(beside), axis=axes))


def non_max_suppression(boxes, scores, max_output_size, iou_threshold=0.5, score_threshold=float("-inf"), name=None):
    with ops.name_scope(name, "non_max_suppression"):
        iou_threshold = ops.convert_to_tensor(iou_threshold, dtype=dtypes.float32, name="iou_threshold")
        score_threshold = ops.convert_to_tensor(score_threshold, dtype=dtypes.float32, name="score_threshold")
        return apply("NonMaxSuppressionV3", None, [boxes, scores, max_output_size, iou_threshold, score_threshold])


def draw_bounding_boxes(images, boxes, name=None, colors=None):
    return apply("DrawBoundingBoxes", name, [images, boxes])


def sample_distorted_bounding_box(image_size, bounding_boxes, seed=None, seed2=None, min_object_covered=0.1,
                                  aspect_ratio_range=None, area_range=None, max_attempts=None,
                                  use_image_if_no_bounding_boxes=None, name=None):
    with ops.name_scope(name, "sample_distorted_bounding_box"):
        return _DistortedBox(*apply("SampleDistortedBoundingBoxV2", None, [image_size, bounding_boxes, min_object_covered]))


sample_distorted_bounding_box_v1 = sample_distorted_bounding_box


# ---- codecs
def decode_jpeg(contents, channels=0, ratio=1, fancy_upscaling=True, try_recover_truncated=False, acceptable_fraction=1,
                dct_method="", name=None):
    return apply("DecodeJpeg", name, [contents], channels=channels)


def decode_png(contents, channels=0, dtype=dtypes.uint8, name=None):
    return apply("DecodePng", name, [contents], channels=channels, dtype=dtypes.as_dtype(dtype))


def decode_gif(contents, name=None):
    return apply("DecodeGif", name, [contents])


def is_jpeg(contents, name=None):
    with ops.name_scope(name, "is_jpeg"):
        return math_ops.equal(string_ops.substr(contents, 0, 3), "\xff\xd8\xff")


def extract_jpeg_shape(contents, output_type=dtypes.int32, name=None):
    return apply("ExtractJpegShape", name, [contents], output_type=dtypes.as_dtype(output_type))


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
