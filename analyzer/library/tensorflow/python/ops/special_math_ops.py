"""Einstein sums."""

from tensorflow.python.framework import ops, tensor_shape
from tensorflow.python.ops import math_ops


def einsum(equation, *inputs, **kwargs):
    """The shape follows from the equation; the operations inside are not those of TensorFlow."""
    name = kwargs.pop("name", None)
    with ops.name_scope(name, "einsum", [equation, inputs]):
        equation = equation.replace(" ", "")
        left, arrow, output = equation.partition("->")
        labels = left.split(",")
        if len(inputs) != len(labels):
            raise ValueError("Got %d arguments for equation \"%s\", expecting %d" %
                             (len(inputs), equation, len(labels)))
        tensors = [ops.convert_to_tensor(value) for value in inputs]
        if not arrow:
            every = left.replace(",", "")
            output = "".join(sorted([label for label in set(every) if every.count(label) == 1]))
        sizes = _sizes(labels, tensors, output)
        shape = None if sizes is None else [sizes[label] for label in output]
        return ops.create_op("Einsum", tensors,
                             [(tensor_shape.TensorShape(shape), tensors[0].dtype.base_dtype)]).outputs[0]


def _sizes(labels, tensors, output):
    if "..." in output:
        return None
    sizes = {}
    for names, tensor in zip(labels, tensors):
        dims = tensor._shape._plain
        if dims is None or "..." in names:
            sizes.update([(label, sizes.get(label)) for label in names if label != "."])
            continue
        if len(dims) != len(names):
            raise ValueError("Subscripts and shape of an operand differ: %s, %s" % (names, tensor.shape))
        for label, dim in zip(names, dims):
            if not tensor_shape.fits(sizes.get(label), dim):
                raise ValueError("Dimensions must be equal, but are %s and %s" % (sizes[label], dim))
            sizes[label] = tensor_shape.merge(sizes.get(label), dim)
    return sizes


def lbeta(x, name=None):
    with ops.name_scope(name, "lbeta", [x]):
        x = ops.convert_to_tensor(x, name="x")
        return math_ops.reduce_sum(math_ops.lgamma(x), axis=[-1]) - math_ops.lgamma(math_ops.reduce_sum(x, axis=[-1]))
