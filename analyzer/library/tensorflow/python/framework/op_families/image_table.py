"""Definitions of operations: images, files and strings. See op_library.py."""

from tensorflow.python.framework.op_families import image_rules

# Type: (inputs, outputs, allowed types, shape function). Facts of TensorFlow 1.15's registry.
OPS = {
    "ResizeBilinear": ("images:T size:int32", "resized_images:float32",
        "T=i8,u8,i16,u16,i32,i64,bf16,f16,f32,f64", image_rules.resize),
    "ResizeNearestNeighbor": ("images:T size:int32", "resized_images:T",
        "T=i8,u8,i16,u16,i32,i64,f16,f32,f64", image_rules.resize),
    "ResizeBicubic": ("images:T size:int32", "resized_images:float32",
        "T=i8,u8,i16,u16,i32,i64,f16,f32,f64", image_rules.resize),
    "ResizeArea": ("images:T size:int32", "resized_images:float32",
        "T=i8,u8,i16,u16,i32,i64,f16,f32,f64", image_rules.resize),
    "CropAndResize": ("image:T boxes:float32 box_ind:int32 crop_size:int32", "crops:float32",
        "T=u8,u16,i8,i16,i32,i64,f16,f32,f64", image_rules.crop_and_resize),
    "DecodeJpeg": ("contents:string", "image:uint8", "", image_rules.decode),
    "DecodePng": ("contents:string", "image:dtype", "dtype=u8,u16!uint8", image_rules.decode),
    "DecodeBmp": ("contents:string", "image:uint8", "", image_rules.decode_any),
    "DecodeGif": ("contents:string", "image:uint8", "", image_rules.decode_any),
    "SampleDistortedBoundingBoxV2": (
        "image_size:T bounding_boxes:float32 min_object_covered:float32",
        "begin:T size:T bboxes:float32",
        "T=u8,i8,i16,i32,i64",
        image_rules.distorted_bounding_box),
    "ExtractGlimpse": ("input:float32 size:int32 offsets:float32", "glimpse:float32", "", image_rules.extract_glimpse),
    "ExtractJpegShape": ("contents:string", "image_shape:output_type", "output_type=index!int32",
        image_rules.vector_of_three),
    "NonMaxSuppressionV3": (
        "boxes:T scores:T max_output_size:int32 iou_threshold:T_threshold score_threshold:T_threshold",
        "selected_indices:int32",
        "T=f16,f32!float32 T_threshold=f16,f32!float32",
        image_rules.suppressed),
    "ReadFile": ("filename:string", "contents:string", "", image_rules.file),
    "MatchingFiles": ("pattern:string", "filenames:string", "", image_rules.file),
    "DecodeRaw": ("bytes:string", "output:out_type",
        "out_type=f16,f32,f64,i32,u16,u8,i16,i8,i64,c64,c128,bool", image_rules.decode_raw),
    "DecodeCSV": ("records:string record_defaults:*OUT_TYPE", "output:*OUT_TYPE", "", image_rules.decode_csv),
    "StringJoin": ("inputs:N*string", "output:string", "", image_rules.string_join),
    "StringSplitV2": ("input:string sep:string", "indices:int64 values:string shape:int64",
        "", image_rules.string_split),
    "StringFormat": ("inputs:*T", "output:string", "", image_rules.text),
    "StringSplit": ("input:string delimiter:string", "indices:int64 values:string shape:int64",
        "", image_rules.string_split),
}
