"""How arrays of given shapes are made, and what comes from files."""

import _tfscope_files as _files
from _tfscope import is_unknown, unknown
from numpy.arrays import _MOST_ELEMENTS, array, asarray, count_of, is_small, make, shape_argument, symbolic
from numpy.open_arrays import of_known_shapes
from numpy.scalars import dtype as dtype_class, number_of, type_of_value


def full(shape, fill_value, dtype=None, order="C"):
    shape = shape_argument(shape)
    kind = dtype_class(type_of_value(fill_value) if dtype is None else dtype)
    small = is_small(shape) and not is_unknown(fill_value) and not hasattr(fill_value, "_flat")
    return make(shape, kind, [number_of(kind.type(fill_value))] * count_of(shape) if small else None)


def zeros(shape, dtype=float, order="C"):
    return full(shape, "" if dtype_class(dtype).kind in "US" else 0, dtype)


def ones(shape, dtype=None, order="C"):
    return full(shape, 1, float if dtype is None else dtype)


empty = zeros


def _like(a, value, dtype):
    a = asarray(a)
    if a._shape is None:
        return symbolic(None, a._dtype if dtype is None else dtype)
    return full(a._shape, value, a._dtype if dtype is None else dtype)


def zeros_like(a, dtype=None, order="K", subok=True):
    return _like(a, 0, dtype)


def ones_like(a, dtype=None, order="K", subok=True):
    return _like(a, 1, dtype)


def full_like(a, fill_value, dtype=None, order="K", subok=True):
    return _like(a, fill_value, dtype)


empty_like = zeros_like


def eye(N, M=None, k=0, dtype=float, order="C"):
    columns = N if M is None else M
    if not is_small((N, columns)):
        return symbolic((N, columns), dtype)
    values = [1 if j == i + k else 0 for i in range(N) for j in range(columns)]
    return make((N, columns), "int64", values).astype(dtype)


def identity(n, dtype=None):
    return eye(n, dtype=float if dtype is None else dtype)


def tri(N, M=None, k=0, dtype=float):
    columns = N if M is None else M
    values = [1 if j <= i + k else 0 for i in range(N) for j in range(columns)]
    return make((N, columns), "int64", values).astype(dtype)


@of_known_shapes
def tril(m, k=0):
    m = asarray(m)
    return m * tri(m._shape[-2], m._shape[-1], k, m._dtype)


@of_known_shapes
def triu(m, k=0):
    m = asarray(m)
    return m * (1 - tri(m._shape[-2], m._shape[-1], k - 1, m._dtype))


def diag(v, k=0):
    v = asarray(v)
    if v._shape is None:
        return symbolic(None, v._dtype)
    if len(v._shape) == 1 and k == 0:
        return v.reshape(-1, 1) * eye(v._shape[0], dtype=v._dtype)
    return symbolic((v._shape[0], v._shape[0]) if len(v._shape) == 1 else (v._shape[0],), v._dtype)


def arange(start, stop=None, step=None, dtype=None):
    if stop is None:
        start, stop = 0, start
    start, stop, step = number_of(start), number_of(stop), number_of(1 if step is None else step)
    floating = any([isinstance(value, float) for value in (start, stop, step)])
    kind = ("float64" if floating else "int64") if dtype is None else dtype
    if is_unknown(start) or is_unknown(stop) or is_unknown(step):
        return symbolic((unknown("int") if is_unknown(step) or step != 1 else stop - start,), kind)
    count = max(0, int(-((start - stop) // step)))
    if count > _MOST_ELEMENTS:
        return symbolic((count,), kind)
    return array([start + i * step for i in range(count)] or [], dtype=kind)


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None):
    kind = "float64" if dtype is None else dtype
    if is_unknown(num) or is_unknown(start) or is_unknown(stop) or hasattr(start, "_flat") or num > _MOST_ELEMENTS:
        return symbolic((num,), kind)
    start, stop, num = number_of(start), number_of(stop), int(num)
    step = (stop - start) / max(1, num - 1 if endpoint else num)
    values = array([float(start + i * step) for i in range(num)], dtype=kind)
    return (values, step) if retstep else values


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None):
    exponents = linspace(start, stop, num, endpoint)
    return symbolic(exponents._shape, "float64" if dtype is None else dtype) if exponents._flat is None else array(
        [base ** value for value in exponents._flat], dtype=dtype)


geomspace = logspace


def meshgrid(*xi, **kwargs):
    parts = [asarray(x).reshape(-1) for x in xi]
    axes = list(range(len(parts)))
    if kwargs.get("indexing", "xy") == "xy" and len(parts) > 1:
        axes[0], axes[1] = 1, 0
    shape = [None] * len(parts)
    for axis, part in zip(axes, parts):
        shape[axis] = part._shape[0]
    return [_along(part, axis, tuple(shape)) for axis, part in zip(axes, parts)]


def _along(part, axis, shape):
    """An array of a shape whose elements are those of `part` along an axis."""
    if part._flat is None or not is_small(shape):
        return symbolic(shape, part._dtype)
    inner = count_of(shape[axis + 1:])
    row = [value for value in part._flat for _ in range(inner)]
    return make(shape, part._dtype, row * count_of(shape[:axis]))


class _Grid(object):

    def __getitem__(self, key):
        slices = key if isinstance(key, tuple) else (key,)
        parts = [self._numbers(part) for part in slices]
        if len(parts) == 1:
            return parts[0]
        grids = meshgrid(*parts, indexing="ij")
        if any([grid._flat is None for grid in grids]):
            return symbolic((len(parts),) + grids[0]._shape, grids[0]._dtype)
        return array([grid.tolist() for grid in grids])

    def _numbers(self, part):
        if isinstance(part.step, complex):
            return linspace(part.start, part.stop, int(abs(part.step)))
        return arange(part.start or 0, part.stop, part.step)


mgrid = _Grid()


def indices(dimensions, dtype=int):
    return mgrid[tuple([slice(0, dim) for dim in dimensions])].astype(dtype) if len(dimensions) > 1 else \
        arange(dimensions[0], dtype=dtype).reshape(1, -1)


# ---- files and buffers
def _from_outside(*args, **kwargs):
    return symbolic(None, kwargs.get("dtype") or float)


def load(file, mmap_mode=None, allow_pickle=False, fix_imports=True, encoding="ASCII"):
    if isinstance(file, str) and _files.kind(file) == "absent":
        raise _files.missing(file)
    return _contents.get(file, unknown("any")) if isinstance(file, str) else unknown("any")


def save(file, arr, allow_pickle=True, fix_imports=True):
    _saved(file, ".npy", asarray(arr))


def savez(file, *args, **kwds):
    archive = _Archive({"arr_%d" % index: asarray(value) for index, value in enumerate(args)})
    archive.update({name: asarray(value) for name, value in kwds.items()})
    _saved(file, ".npz", archive)


def savetxt(fname, X, *args, **kwds):
    _saved(fname, "", unknown("any"))


class _Archive(dict):
    """What is read back from an `.npz` file."""
    files = property(list)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    def close(self):
        pass


_contents = {}  # what this program has saved, by the path that it has given


def _saved(file, ending, content):
    if isinstance(file, str):
        path = file if file.endswith(ending) else file + ending
        _files.change(path, "file")
        _contents[path] = content


savez_compressed = savez
loadtxt = genfromtxt = fromfile = _from_outside


def frombuffer(buffer, dtype=float, count=-1, offset=0):
    return symbolic((unknown("int") if is_unknown(count) or count == -1 else count,), dtype)


def fromstring(string, dtype=float, count=-1, sep=""):
    return symbolic((unknown("int"),), dtype)


def fromiter(iterable, dtype, count=-1):
    return array(list(iterable), dtype=dtype)


def fromfunction(function, shape, **kwargs):
    return symbolic(tuple(shape), kwargs.get("dtype", float))
