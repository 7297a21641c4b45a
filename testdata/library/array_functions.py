# Functions of NumPy on small arrays: their values, texts and errors.
import numpy as np
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, '|', e)
a = np.arange(12).reshape(3, 4)
print(a, a.T.shape, a[1], a[:, 1], a[1:, ::2], a[-1, -1], a[..., 0], a[None].shape, a[[0, 2]], a[a > 5],
      a.sum(), a.sum(0), a.mean(axis=1), a.max(1), a.argmax(), a.std(), a.cumsum()[-1], a.prod(1), a.ravel()[:3],
      a.flatten().dtype, a.size, a.ndim, a.itemsize, a.nbytes, a.tolist())
print(np.zeros((2, 3)), np.ones(3, np.int32), np.full((2, 2), 7), np.eye(2), np.linspace(0, 1, 5),
      np.arange(0, 1, .25), np.arange(5, 0, -2), np.empty((2, 0)).shape, np.zeros_like(a).dtype,
      np.identity(2, int), np.diag([1, 2]), np.tile([1, 2], (2, 2)), np.repeat([1, 2], 2), np.logspace(0, 2, 3),
      np.array([[1, 2], [3, 4]]).dot([1, 1]), np.outer([1, 2], [3, 4]), np.meshgrid([1, 2], [3, 4])[0])
print(np.concatenate([[1], [2, 3]]), np.stack([[1, 2], [3, 4]], 1), np.vstack([[1, 2], [3, 4]]),
      np.hstack([[1], [2]]), np.expand_dims([1, 2], 0).shape, np.squeeze(np.zeros((1, 3, 1))).shape,
      np.transpose(np.zeros((2, 3, 4)), (2, 0, 1)).shape, np.split(np.arange(6), 3),
      np.array_split(np.arange(5), 2), np.swapaxes(np.zeros((2, 3)), 0, 1).shape,
      np.rollaxis(np.zeros((2, 3, 4)), 2).shape, np.broadcast_to([1, 2], (2, 2)), np.append([1], [2, 3]),
      np.insert([1, 2], 1, 5), np.delete([1, 2, 3], 1), np.flip([1, 2]), np.roll([1, 2, 3], 1))
print(np.float32(1.5), np.int64(3) / 2, np.float32(.1), np.float64(.1) + 1, np.sqrt(2), np.exp(0),
      np.log(np.e), np.pi, np.prod([2, 3]), np.prod(()), np.abs([-1, 2]), np.maximum([1, 5], 3),
      np.clip([1, 5, 9], 2, 6), np.where([True, False], 1, 2), np.sign(-3), np.floor(1.7), np.ceil([1.2]),
      np.round(2.567, 2), np.mod(7, 3), np.power(2, 3), np.isnan(np.nan), np.inf,
      np.sum([[1, 2], [3, 4]], axis=0, keepdims=True), np.mean([1, 2, 3]), np.var([1, 2]), np.median([1, 3, 2]),
      np.sort([3, 1, 2]), np.argsort([3, 1, 2]), np.unique([1, 2, 1]), np.cumsum([1, 2]), np.diff([1, 4, 9]),
      np.dot([1, 2], [3, 4]), np.matmul(np.eye(2), [[1], [2]]), np.linalg.norm([3, 4]),
      np.allclose([1], [1 + 1e-9]), np.array_equal([1], [1]), np.any([0, 1]), np.all([0, 1]),
      np.count_nonzero([0, 1, 2]), np.nonzero([0, 1])[0], np.isin([1, 2], [2]), np.bincount([0, 1, 1]),
      np.histogram([1, 2, 2], bins=2)[0].shape)
for x in (np.float32(1), np.int32(2), np.bool_(True), np.array(1.), np.array([1, 2], 'float32'), np.dtype('f4'), np.float32, np.array([1., 2.]), np.array(['a', 'bc']), np.array([True]), np.uint8(200), np.array([], int), np.array([[1.5, 2], [3, 4]]), np.array([1e10, 1]), np.array([0.1, 100]), np.array([1 + 2j])): print(repr(x), str(x), '%s' % x, '{}'.format(x))
print(a.dtype, a.dtype.name, a.dtype == np.int64, np.dtype(float), np.result_type(np.int32, np.float32),
      np.promote_types('i4', 'f4'), np.issubdtype(np.int32, np.integer), np.array([1], np.float16).dtype,
      np.finfo(np.float32).eps, np.iinfo(np.int32).max, (np.array([1]) + np.float32(1)).dtype,
      (np.array([1, 2], np.int32) / 2).dtype, (np.array([1], 'f4') * 2.0).dtype, np.array([1, 2.5, True]).dtype,
      isinstance(np.float64(1), float), isinstance(np.int64(1), int), np.array([1, 2]) == [1, 3],
      [1, 2] + np.array([1, 1]), 3 - np.array([1]), -np.array([1]), np.array([1, 2]) ** 2, np.array([1, 2]) // 2,
      ~np.array([True]), int(np.array([3])), float(np.float32(.5)), bool(np.array([0])), len(np.zeros((4, 2))),
      list(np.arange(3)), sum(np.arange(4)), max(np.array([1, 5])), np.array([3, 4]).item(0), 'n%d' % np.int64(3),
      '%.1f' % np.float32(2.55), range(np.int64(3)), [1, 2, 3][np.int64(1)], np.prod(a.shape), tuple(a.shape),
      a.shape + (1,), np.array(a.shape) // 2, np.ceil(5 / 2), int(np.ceil(7 / 2.)),
      np.random.RandomState(0).rand(2).shape, np.random.randn(2, 3).shape, np.random.permutation(4).shape,
      np.random.randint(0, 5, size=(2, 2)).shape)
t(lambda: np.zeros((2, 3)) + np.zeros((3, 2)))
t(lambda: np.zeros(3).reshape(2, 2))
t(lambda: np.concatenate([np.zeros((1, 2)), np.zeros((1, 3))]))
t(lambda: np.dot(np.zeros((2, 3)), np.zeros((2, 3))))
t(lambda: np.zeros(3)[5])
t(lambda: np.zeros(3)['a'])
t(lambda: bool(np.array([1, 2])))
t(lambda: np.zeros((2, 2)).foo)
t(lambda: np.squeeze(np.zeros((2, 1)), 0))
t(lambda: np.transpose(np.zeros((2, 3)), (0, 0)))
t(lambda: np.stack([[1], [1, 2]]))
t(lambda: np.split(np.arange(5), 2))
t(lambda: int(np.array([1, 2])))
t(lambda: np.array([1, 2]).reshape(-1, -1))
t(lambda: np.zeros((2, 3))[:, :, 0])
t(lambda: np.ones(-1))
t(lambda: np.matmul(np.zeros(3), np.zeros(2)))
t(lambda: np.array([1, 2], dtype='zz'))
t(lambda: np.linalg.inv(np.zeros((2, 3))))
t(lambda: np.expand_dims([1], 5))
b = np.zeros((3, 3))
b[1, :] = 5
b[:, 0] = [1, 2, 3]
b[0] += 1
b[b > 4] = -1
b[-1, -1] = 9
print(b)
c = b.copy()
c[:] = 0
print(b.sum(), c.sum(), b.astype(int)[0], np.array(b, dtype=np.int32).dtype)
b.shape = (9,)
print(b.shape)
print([r.tolist() for r in np.arange(4).reshape(2, 2)], [x for x in np.ndenumerate(np.array([5]))],
      list(np.ndindex(2, 1)), dict(zip('ab', np.arange(2))), np.array([{'a': 1}]).dtype,
      np.array([[1], [2, 3]]).shape, np.asarray((1, 2)), np.atleast_2d([1]).shape, np.newaxis, np.ndarray,
      type(np.zeros(1)), type(np.float32(1)), np.float32.__name__, np.zeros(1).__class__.__name__,
      np.rot90(np.arange(4).reshape(2, 2)), np.triu(np.ones((2, 2))), np.kron([1, 2], [1, 1]),
      np.pad([1], 1, 'constant'), np.argmin([2, 1]), np.ptp([1, 5]), np.percentile([1, 2, 3], 50),
      np.average([1, 2], weights=[1, 3]), np.square(3), np.add.reduce([1, 2]),
      np.vectorize(lambda x: x + 1)([1, 2]), np.take([5, 6], [1]), np.ravel_multi_index((1, 1), (2, 2)),
      np.unravel_index(3, (2, 2)), np.digitize([1.5], [1, 2]), np.quantile([1, 2, 3, 4], .25))
