"""Einstein sums, and functions made of others."""

from tensorflow.python.framework import ops
from tensorflow.python.ops import array_ops, math_ops

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def einsum(equation, *inputs, **kwargs):
    """Two tensors at a time: a product of matrices, whose rows, columns and inner dimension are groups of axes."""
    name = kwargs.pop("name", None)
    if kwargs:
        raise TypeError("invalid keyword arguments for this function: " + ", ".join(sorted(kwargs)))
    with ops.name_scope(name, "einsum", [equation, inputs]) as name:
        labels, output = _parsed(equation, [value.get_shape() for value in inputs])
        for letters in labels:
            twice = [letter for letter in letters if letters.count(letter) > 1]
            if twice and len(labels) == 1 and letters == letters[::-1] and "->" not in equation:
                return math_ops.trace(inputs[0])
            if twice:
                raise ValueError("Subscript not supported: an axis appears more than once: %s" % letters)
        result, found = inputs[0], labels[0]
        for value, letters in zip(inputs[1:], labels[1:]):
            result, found = _contracted(result, found, value, letters, output)
        if set(found) - set(output):
            result = math_ops.reduce_sum(result, axis=[i for i, letter in enumerate(found) if letter not in output])
            found = [letter for letter in found if letter in output]
        if sorted(found) != sorted(output):
            raise ValueError("Invalid equation: %s" % equation)
        return _transposed(result, found, output)


def _parsed(equation, shapes):
    """The letters of each input and of the output, those that `...` stands for included."""
    equation = equation.replace(" ", "")
    left, arrow, output = equation.partition("->")
    if not left or any([letter not in _LETTERS + ",." for letter in left]) or any(
            [letter not in _LETTERS + "." for letter in output]):
        raise ValueError("Indices have incorrect format: %s" % equation)
    labels = left.split(",")
    if len(shapes) != len(labels):
        raise ValueError("Got %d arguments for equation \"%s\", expecting %d" % (len(shapes), equation, len(labels)))
    unused = [letter for letter in _LETTERS if letter not in left]
    hidden = ""
    for i in range(len(labels)):
        if "..." in labels[i]:
            letters = _letters_of_dots(labels[i], shapes[i], unused)
            labels[i] = labels[i].replace("...", letters)
            hidden = letters if len(letters) > len(hidden) else hidden
    output = output.replace("...", hidden)
    if "." in "".join(labels) + output:
        raise ValueError("period \".\" found outside of ellipsis")
    if not arrow:
        every = "".join(labels)
        once = [letter for letter in set(every) if every.count(letter) == 1 and letter not in hidden]
        output = hidden + "".join(sorted(once))
    return labels, output


def _letters_of_dots(letters, shape, unused):
    if letters.count("...") > 1:
        raise ValueError("Unable to resolve ellipsis. Excess number found.")
    if shape.ndims is None:
        raise ValueError("Unable to statically infer ellipsis axes.")
    count = shape.ndims - len(letters) + 3
    if count < 0:
        raise ValueError("Ellipses lengths do not match.")
    if len(unused) < count:
        raise ValueError("Unable to resolve ellipsis, too many distinct labels.")
    return "".join(unused[-count:]) if count else ""


def _contracted(one, one_letters, other, other_letters, output):
    for i, (value, letters) in enumerate(((one, one_letters), (other, other_letters))):
        if len(letters) != len(value.get_shape()):
            raise ValueError("Tensor t%d of rank %d does not match einsum reduction of length %d" % (
                i, len(value.get_shape()), len(letters)))
    shared = [letter for letter in one_letters if letter in other_letters]
    summed = sorted([letter for letter in shared if letter not in output])
    kept = sorted([letter for letter in shared if letter in output])
    rows = sorted([letter for letter in one_letters if letter not in shared])
    columns = sorted([letter for letter in other_letters if letter not in shared])
    one = _transposed(one, one_letters, kept + rows + summed)
    other = _transposed(other, other_letters, kept + summed + columns)
    if not summed:
        for _ in columns:
            one = array_ops.expand_dims(one, -1)
        for _ in rows:
            other = array_ops.expand_dims(other, len(kept))
        return math_ops.multiply(one, other), kept + rows + columns
    return _matrix_product(one, other, len(kept), len(rows), len(columns)), kept + rows + columns


def _matrix_product(one, other, kept, rows, columns):
    """Groups of axes become one each, and are taken apart again in the product."""
    sizes = _sizes(one)
    height, inner = _total(sizes[kept:kept + rows]), _total(sizes[kept + rows:])
    one = _reshaped(one, sizes[:kept] + [height, inner])
    other_sizes = _sizes(other)
    start = len(other_sizes) - columns
    width = _total(other_sizes[start:])
    other = _reshaped(other, other_sizes[:kept] + [inner, width])
    return _reshaped(math_ops.matmul(one, other), sizes[:kept + rows] + other_sizes[start:])


def _sizes(value):
    """The dimensions, by an operation where they are not known."""
    dims = value.get_shape().as_list()
    if None in dims:
        shape = array_ops.shape(value)
        dims = [shape[i] if dim is None else dim for i, dim in enumerate(dims)]
    return dims


def _total(sizes):
    result = 1
    for size in sizes:
        result *= size
    return result


def _reshaped(value, sizes):
    dims = value.get_shape().as_list()
    if len(dims) == len(sizes) and not any([isinstance(size, ops.Tensor) for size in sizes]) and dims == sizes:
        return value
    return array_ops.reshape(value, tuple(sizes))


def _transposed(value, letters, wanted):
    order = [list(letters).index(letter) for letter in wanted]
    return value if order == list(range(len(order))) else array_ops.transpose(value, perm=order)


def bessel_i0(x, name=None):
    with ops.name_scope(name, "bessel_i0", [x]):
        return _scaled_back(x, math_ops.bessel_i0e)


def bessel_i1(x, name=None):
    with ops.name_scope(name, "bessel_i1", [x]):
        return _scaled_back(x, math_ops.bessel_i1e)


def _scaled_back(x, scaled):
    size = math_ops.exp(math_ops.abs(x))
    return size * scaled(x)


def lbeta(x, name=None):
    with ops.name_scope(name, "lbeta", [x]):
        x = ops.convert_to_tensor(x, name="x")
        return math_ops.reduce_sum(math_ops.lgamma(x), axis=[-1]) - math_ops.lgamma(math_ops.reduce_sum(x, axis=[-1]))
