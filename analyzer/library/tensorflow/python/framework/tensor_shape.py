"""Static shapes. A shape holds plain dimensions (an int, None where unknown, or a symbol that the analysed source
does not fix); Dimension objects are made when somebody looks at one."""

from _tfscope import is_defined, is_unknown, make_shape, type_hint, unknown
from tensorflow.python.framework import constant_op, dtypes
from tensorflow.python.framework.dimension import as_dimension, constant_of, Dimension, fits, merge


_MOST_SIZES = 64  # in a list of sizes or paddings
_PARTS = ("Pack", "ConcatV2", "Cast")


class TensorShape(object):
    """A rank and dimensions, either of which may be unknown."""

    __hash__ = None
    _is_uncertain = False

    def __init__(self, dims):
        if dims is None:
            self._plain = None
        elif isinstance(dims, TensorShape):
            self._plain = dims._plain
            if dims._is_uncertain:
                self.__class__ = UncertainShape
                self._rank, self._seen = dims._rank, dims._seen
        elif isinstance(dims, (str, bytes)):
            raise TypeError("A string has ambiguous TensorShape, please wrap in a list or convert to an int: %s" % dims)
        elif isinstance(dims, int) or isinstance(dims, Dimension):
            self._plain = [_plain(dims)]
        elif is_unknown(dims) and type_hint(dims) != "int":
            self._plain = None
            self.__class__ = UncertainShape
            self._rank, self._seen = unknown("int"), {}
        elif is_unknown(dims) or not hasattr(dims, "__iter__"):
            self._plain = [_plain(dims)]
        else:
            self._plain = [_plain(dim) for dim in dims]

    @property
    def dims(self):
        return None if self._plain is None else [Dimension(dim) for dim in self._plain]

    _dims = dims

    @property
    def rank(self):
        return None if self._plain is None else len(self._plain)

    @property
    def ndims(self):
        return None if self._plain is None else len(self._plain)

    def __repr__(self):
        return "TensorShape(%r)" % (self.dims,)

    def __str__(self):
        return to_text(self._plain)

    def __len__(self):
        if self._plain is None:
            raise ValueError("Cannot take the length of shape with unknown rank.")
        return len(self._plain)

    def __bool__(self):
        return self._plain is not None

    __nonzero__ = __bool__

    def __iter__(self):
        if self._plain is None:
            raise ValueError("Cannot iterate over a shape with unknown rank.")
        return iter(self.dims)

    def __getitem__(self, key):
        if self._plain is not None:
            found = self._plain[key]
            return from_plain(found) if isinstance(key, slice) else Dimension(found)
        if not isinstance(key, slice):
            return Dimension(None)
        if key.step is not None:
            raise ValueError("Steps are not yet handled")
        start = 0 if key.start is None else key.start
        if key.stop is None or start < 0 or key.stop < 0:
            return unknown_shape()
        return unknown_shape(key.stop - start)

    def num_elements(self):
        if not self.is_fully_defined():
            return None
        count = 1
        for dim in self._plain:
            count = count * dim
        return count

    def is_fully_defined(self):
        return self._plain is not None and not any([dim is None for dim in self._plain])

    def assert_is_fully_defined(self):
        if not self.is_fully_defined():
            raise ValueError("Shape %s is not fully defined" % self)

    def as_list(self):
        if self._plain is None:
            raise ValueError("as_list() is not defined on an unknown TensorShape.")
        return list(self._plain)

    def merge_with(self, other):
        other = as_shape(other)
        if self._plain is None:
            return other if other._plain is not None or other._is_uncertain else self
        if other._plain is None:
            # TensorFlow walks its own dimensions and finds an unknown one beside each.
            return self
        if not compatible(self._plain, other._plain):
            raise ValueError("Shapes %s and %s are not compatible" % (self, other))
        return from_plain(merge_dims(self._plain, other._plain))

    def concatenate(self, other):
        other = as_shape(other)
        if other._is_uncertain:
            return other
        if self._plain is None or other._plain is None:
            return unknown_shape()
        return from_plain(self._plain + other._plain)

    __concat__ = concatenate

    def __add__(self, other):
        return self.concatenate(other)

    def __radd__(self, other):
        return as_shape(other).concatenate(self)

    def assert_same_rank(self, other):
        other = as_shape(other)
        if self.rank is not None and other.rank is not None and self.rank != other.rank:
            raise ValueError("Shapes %s and %s must have the same rank" % (self, other))

    def assert_has_rank(self, rank):
        if self.rank not in (None, rank):
            raise ValueError("Shape %s must have rank %d" % (self, rank))

    def with_rank(self, rank):
        try:
            return self.merge_with(unknown_shape(rank))
        except ValueError:
            raise ValueError("Shape %s must have rank %d" % (self, rank))

    def with_rank_at_least(self, rank):
        if self.rank is not None and self.rank < rank:
            raise ValueError("Shape %s must have rank at least %d" % (self, rank))
        return self

    def with_rank_at_most(self, rank):
        if self.rank is not None and self.rank > rank:
            raise ValueError("Shape %s must have rank at most %d" % (self, rank))
        return self

    def is_compatible_with(self, other):
        return compatible(self._plain, as_shape(other)._plain)

    def assert_is_compatible_with(self, other):
        if not self.is_compatible_with(other):
            raise ValueError("Shapes %s and %s are incompatible" % (self, other))

    def most_specific_compatible_shape(self, other):
        other = as_shape(other)
        if self._plain is None or other._plain is None or len(self._plain) != len(other._plain):
            return unknown_shape()
        pairs = zip(self._plain, other._plain)
        return from_plain([one if one is not None and one == two else None for one, two in pairs])

    def __eq__(self, other):
        try:
            other = as_shape(other)
        except TypeError:
            return NotImplemented
        return unknown("bool") if other._is_uncertain else _equal(self._plain, other._plain)

    def __ne__(self, other):
        try:
            other = as_shape(other)
        except TypeError:
            return NotImplemented
        if other._is_uncertain:
            return unknown("bool")
        if self._plain is None or other._plain is None:
            raise ValueError("The inequality of unknown TensorShapes is undefined.")
        same = _equal(self._plain, other._plain)
        return unknown("bool") if is_unknown(same) else not same

    def __reduce__(self):
        return TensorShape, (self._plain,)

    def _to_tensor(self, dtype=None, name=None):
        if not self.is_fully_defined():
            raise ValueError("Cannot convert a partially known TensorShape to a Tensor: %s" % self)
        return constant_of(self._plain, dtype, name)


class UncertainShape(TensorShape):
    """Of a tensor that depends on what the source does not fix: it may have any rank, which is no error yet."""

    _is_uncertain = True

    def __init__(self):
        self._plain = None
        self._rank = unknown("int")
        self._seen = {}  # dimensions by index

    def _dimension(self, index):
        if index not in self._seen:
            self._seen[index] = unknown("int")
        return Dimension(self._seen[index])

    @property
    def dims(self):
        return unknown("opaque")

    _dims = dims

    @property
    def rank(self):
        return self._rank

    @property
    def ndims(self):
        return self._rank

    def __len__(self):
        return self._rank

    def __bool__(self):
        return True

    __nonzero__ = __bool__

    def __iter__(self):
        return iter(unknown("opaque"))

    def __getitem__(self, key):
        if not isinstance(key, slice):
            return Dimension(unknown("int")) if is_unknown(key) else self._dimension(key)
        counted = isinstance(key.stop, int) and (key.start is None or isinstance(key.start, int))
        if not counted or key.stop < 0 or (key.start or 0) < 0:
            return UncertainShape()
        return from_plain([self._dimension(i)._value for i in range(key.start or 0, key.stop)])

    def num_elements(self):
        return unknown("int")

    def is_fully_defined(self):
        return False

    def as_list(self):
        return unknown("opaque")

    def concatenate(self, other):
        return self

    def with_rank(self, rank):
        return from_plain([self._dimension(i)._value for i in range(rank)]) if isinstance(rank, int) else self

    def with_rank_at_least(self, rank):
        return self

    def with_rank_at_most(self, rank):
        return self

    def assert_has_rank(self, rank):
        pass

    def assert_is_fully_defined(self):
        pass

    def assert_same_rank(self, other):
        pass

    def most_specific_compatible_shape(self, other):
        return self

    def __eq__(self, other):
        return unknown("bool")

    def __ne__(self, other):
        return unknown("bool")

    def __reduce__(self):
        return UncertainShape, ()

    def _to_tensor(self, dtype=None, name=None):
        return constant_op.constant(unknown("opaque"), dtype or dtypes.int32, name=name or "shape_as_tensor")


def settled(dims, tensors):
    """The shape that was inferred from inputs. What is missing in it need not be unknown to TensorFlow where they depend
    on what the source does not fix."""
    if is_defined(dims):
        return make_shape(TensorShape, dims)
    if is_unknown(dims):
        return UncertainShape()
    if dims is not None and not any([dim is None for dim in dims]):
        return from_plain(dims)
    if not any([_is_unsettled(tensor._shape) or _is_open(tensor) for tensor in tensors]):
        return from_plain(dims)
    return UncertainShape() if dims is None else from_plain([unknown("int") if dim is None else dim for dim in dims])


def _is_unsettled(shape):
    return shape._is_uncertain or shape._plain is not None and any([is_unknown(dim) for dim in shape._plain])


def _is_open(tensor):
    """A constant of a few elements that are not known here, sizes or paddings, or what is put together from some."""
    op = tensor.op
    if op._type in _PARTS:
        return any([_is_open(part) for part in op._inputs])
    if op._type == "Unknown":
        return True
    if op._type != "Const" or tensor._value is not None:
        return False
    size = tensor._shape.num_elements()
    return size is None or is_unknown(size) or size <= _MOST_SIZES


def _equal(one, other):
    # Two unknown dimensions are equal only if they are one object, which shapes made from each other share.
    if one is other:
        return True
    if one is None or other is None or len(one) != len(other):
        return False
    is_open = False
    for mine, theirs in zip(one, other):
        if mine is None or theirs is None:
            return False
        same = mine == theirs
        if is_unknown(same):
            is_open = True
        elif not same:
            return False
    return unknown("bool") if is_open else True


def _plain(dim):
    if type(dim) is int and dim >= 0 or dim is None:
        return dim
    return as_dimension(dim)._value


def from_plain(dims):
    """A shape over plain dimensions that are known to be valid; takes the list over."""
    return make_shape(TensorShape, dims)


def to_text(dims):
    """Plain dimensions as a shape prints them."""
    if dims is None:
        return "<unknown>"
    if len(dims) == 1:
        return "(%s,)" % ("?" if dims[0] is None else dims[0])
    return "(%s)" % ", ".join(["?" if dim is None else str(dim) for dim in dims])


def compatible(one, other):
    """Whether two lists of plain dimensions (or None) can describe one shape."""
    if one is None or other is None:
        return True
    if len(one) != len(other):
        return False
    for i in range(len(one)):
        if not fits(one[i], other[i]):
            return False
    return True


def merge_dims(one, other):
    if one is None:
        return other
    if other is None:
        return one
    return [merge(one[i], other[i]) for i in range(len(one))]


def as_shape(shape):
    return shape if isinstance(shape, TensorShape) else TensorShape(shape)


def unknown_shape(rank=None, **kwargs):
    if rank is None and "ndims" in kwargs:
        rank = kwargs.pop("ndims")
    if kwargs:
        raise TypeError("Unknown argument: %s" % kwargs)
    return TensorShape(None) if rank is None else from_plain([None] * rank)


def scalar():
    return TensorShape([])


def vector(length):
    return TensorShape([length])


def matrix(rows, cols):
    return TensorShape([rows, cols])


def dimension_value(dimension):
    return dimension.value if isinstance(dimension, Dimension) else dimension


def dimension_at_index(shape, index):
    return Dimension(None) if shape.rank is None else shape.dims[index]
