"""What a layer expects of its inputs, and the errors when it does not get that."""
import _tfscope
from tensorflow.python.framework import dtypes, ops, tensor_shape, uncertain_shapes
from tensorflow.python.util import nest


class InputSpec(object):

    def __init__(self, dtype=None, shape=None, ndim=None, max_ndim=None, min_ndim=None, axes=None):
        self.dtype = None if dtype is None else dtypes.as_dtype(dtype).name
        self.shape = shape
        self.ndim = len(shape) if shape is not None else ndim
        self.max_ndim = max_ndim
        self.min_ndim = min_ndim
        self.axes = {} if axes is None else {int(key): axes[key] for key in axes}


def _fail(text, values):
    _tfscope.fail("incompatible_shapes", ValueError, text % values)


def assert_input_compatibility(spec, inputs, layer_name):
    if not spec:
        return
    specs = nest.flatten(spec)
    inputs = nest.flatten(inputs)
    if len(inputs) != len(specs):
        _fail("Layer %s expects %d inputs, but it received %d input tensors. Inputs received: %s",
              (layer_name, len(specs), len(inputs), inputs))
    for index, (tensor, expected) in enumerate(zip(inputs, specs)):
        if expected is not None and isinstance(tensor, ops.Tensor):
            if expected.ndim is not None and tensor.shape._plain is not None:
                uncertain_shapes.forget(tensor, expected.ndim)
            uncertain_shapes.assume(tensor, expected.ndim or expected.min_ndim or 2, -1)
        if expected is None or _tfscope.is_unknown(tensor):
            continue
        shape = tensor.shape
        if not isinstance(shape, tensor_shape.TensorShape) or shape._is_uncertain:
            continue
        start = "Input %d of layer %s is incompatible with the layer: " % (index, layer_name)
        if shape.ndims is None:
            if not (expected.ndim is None and expected.min_ndim is None and expected.max_ndim is None):
                _fail("%sits rank is undefined, but the layer requires a defined rank.", start)
            continue
        _check(expected, shape.as_list(), start)


def _check(expected, sizes, start):
    received = " Full shape received: %s" % (sizes,)
    if expected.ndim is not None and len(sizes) != expected.ndim:
        _fail("%s", start + "expected ndim=%d, found ndim=%d." % (expected.ndim, len(sizes)) + received)
    if expected.max_ndim is not None and len(sizes) > expected.max_ndim:
        _fail("%s", start + "expected max_ndim=%d, found ndim=%d" % (expected.max_ndim, len(sizes)))
    if expected.min_ndim is not None and len(sizes) < expected.min_ndim:
        _fail("%s", start + ": expected min_ndim=%d, found ndim=%d." % (expected.min_ndim, len(sizes)) + received)
    for axis, size in expected.axes.items():
        if size is not None and not tensor_shape.fits(size, sizes[int(axis)]):
            _fail("%s", start + "expected axis %s of input shape to have value %s but received input with shape %s" % (
                axis, size, sizes))
    if expected.shape is not None:
        for size, found in zip(expected.shape, sizes):
            if size is not None and found is not None and size != found:
                _fail("%s", start + "expected shape=%s, found shape=%s" % (expected.shape, sizes))
