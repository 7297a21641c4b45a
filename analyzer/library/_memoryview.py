"""The builtin class memoryview, of bytes and bytearrays."""


class memoryview(object):

    __module__ = "builtins"
    itemsize, ndim, format = 1, 1, "B"
    contiguous = c_contiguous = f_contiguous = True
    suboffsets = ()

    def __init__(self, object):
        if isinstance(object, memoryview):
            self.obj, self._indices = object.obj, object._indices
        elif isinstance(object, (bytes, bytearray)):
            self.obj, self._indices = object, range(len(object))
        else:
            raise TypeError("memoryview: a bytes-like object is required, not '%s'" % type(object).__name__)

    @property
    def readonly(self):
        return isinstance(self.obj, bytes)

    nbytes = property(lambda self: len(self._indices))
    shape = property(lambda self: (len(self._indices),))
    strides = property(lambda self: (self._indices.step,))

    def tobytes(self):
        return bytes([self.obj[i] for i in self._indices])

    def tolist(self):
        return [self.obj[i] for i in self._indices]

    def hex(self):
        return self.tobytes().hex()

    def release(self):
        pass

    def cast(self, format, shape=None):
        return self

    def __bytes__(self):
        return self.tobytes()

    def __len__(self):
        return len(self._indices)

    def __iter__(self):
        return iter(self.tolist())

    def __getitem__(self, index):
        if isinstance(index, slice):
            result = memoryview(self.obj)
            result._indices = self._indices[index]
            return result
        return self.obj[self._at(index)]

    def _at(self, index):
        if not hasattr(index, "__index__"):
            raise TypeError("memoryview: invalid slice key")
        if not -len(self._indices) <= index < len(self._indices):
            raise IndexError("index out of bounds on dimension 1")
        return self._indices[index]

    def __setitem__(self, index, value):
        if self.readonly:
            raise TypeError("cannot modify read-only memory")
        if not isinstance(index, slice):
            self.obj[self._at(index)] = value
            return
        indices = self._indices[index]
        if len(indices) != len(value):
            raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
        for i, item in zip(indices, bytes(value)):
            self.obj[i] = item

    def __delitem__(self, index):
        raise TypeError("cannot delete memory")

    def __eq__(self, other):
        if isinstance(other, (bytes, bytearray, memoryview)):
            return self.tobytes() == bytes(other)
        return NotImplemented

    def __hash__(self):
        return hash(self.tobytes())

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass

    def __repr__(self):
        return "<memory at 0x%x>" % id(self)
