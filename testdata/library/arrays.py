# Arrays that the source fixes, their shapes and their texts.
import numpy as np
print(np.zeros(3), np.ones((2, 2)), np.full((2,), 7), np.empty((2, 3)).shape, np.arange(3), np.arange(1, 2, 0.5), np.linspace(0, 1, 3), np.eye(2), np.array([1, 2]), np.array([[1.5, 2]]), np.asarray((1, 2)), np.identity(2))
print(repr(np.zeros(2)), repr(np.array([1, 2])), repr(np.array([1.0], dtype=np.float32)), repr(np.array([True])), repr(np.array(3)), repr(np.float32(1.5)), repr(np.int64(3)), np.float32(0.1), str(np.array(['a', 'b'])))
print(np.zeros((2, 3), np.int32).dtype, np.array([1]).dtype, np.array([1.0]).dtype, np.array([1], dtype='float32').dtype, np.float32, np.dtype('int32'), np.int32(3) + 1, type(np.int32(3) + 1), type(np.prod([2, 3])), np.prod([2, 3]), np.prod((2, 3)) * 2)
import numpy as np
a = np.arange(6).reshape(2, 3)
print(a.shape, a.ndim, a.size, a.T.shape, a.reshape(-1).shape, a.reshape((3, -1)).shape, a.flatten().shape, a.ravel().shape, a[0], a[0, 1], a[:, 1], a[..., None].shape, a[np.newaxis].shape, len(a), a.dtype.name, a.itemsize, a.nbytes)
print(np.concatenate([a, a]).shape, np.concatenate([a, a], axis=1).shape, np.stack([a, a]).shape, np.hstack([a, a]).shape, np.vstack([a, a]).shape, [x.shape for x in np.split(a, 3, axis=1)], np.tile(a, (2, 1)).shape, np.repeat(a, 2, axis=0).shape, np.expand_dims(a, 0).shape, np.squeeze(a[None]).shape, np.transpose(a).shape, np.swapaxes(a, 0, 1).shape, np.moveaxis(a, 0, 1).shape, np.rollaxis(a, 1).shape, np.pad(a, ((1, 1), (0, 0)), 'constant').shape, np.broadcast_to(a, (4, 2, 3)).shape, np.atleast_2d([1]).shape, [x.shape for x in np.array_split(np.arange(5), 2)], np.append([1], [2]), np.dstack([a, a]).shape, np.column_stack([[1, 2], [3, 4]]).shape)
print(a.sum(), a.mean(), a.max(), a.min(), a.argmax(), a.sum(axis=0), a.mean(1), np.cumsum([1, 2, 3]), np.dot([1, 2], [3, 4]), np.dot(a, a.T), np.matmul(a, a.T).shape, a.std(), a.prod(), np.sqrt(4), np.sqrt([1, 4]), np.exp(0), np.log(1), np.power(2, 3), np.floor(2.5), np.ceil(2.1), np.clip(5, 0, 3), np.where([True, False], 1, 2), np.abs(-1), np.round(2.567, 2), np.mod(7, 3), np.maximum([1, 5], 3), np.log2(8), np.sign(-2), np.square(3), np.minimum(1, 2))
import numpy as np
print(np.pi, np.inf, np.nan, np.iinfo(np.int32).max, np.finfo(np.float32).eps, np.finfo(np.float64).max, np.iinfo('int64').min, np.e, np.float32(3) / 2, np.int64(7) // 2, np.int64(7) / 2, -np.inf)
print(isinstance(np.int64(3), np.integer), isinstance(np.float32(1), np.floating), isinstance(np.float64(1), float), isinstance(np.int64(1), int), np.issubdtype(np.float32, np.floating), np.isscalar(3), np.ndim([1, 2]), np.shape([[1, 2]]), np.size([1, 2, 3]), isinstance(np.array(1), np.ndarray))
print("{}".format(np.float32(0.5)), str(np.int32(4)), [np.int64(2)], int(np.sqrt(16)), range(np.int64(3)), [0] * np.int64(2), (1, 2, 3)[np.int64(1)], np.ceil(7 / 2.), int(np.ceil(7 / 2.)), np.random.rand(2, 3).shape, np.random.randn(4).shape, np.random.uniform(size=(2, 2)).shape, np.random.normal(0, 1, (3,)).shape, np.random.randint(0, 5, size=3).shape, np.random.permutation(4).shape, np.random.RandomState(0).uniform(size=[2]).shape, np.random.choice(5, 3).shape)
print("%d" % np.int64(3), "%.2f" % np.float32(0.5), "%s" % np.float64(0.1), isinstance(np.float64(1), float))
print(np.outer([1, 2], [3, 4]), np.diag([1, 2]), np.triu(np.ones((2, 2))), np.arange(24).reshape(2, 3, 4))
print(np.array([0.5, 100.25]), np.array([1e-7, 1.0]), np.array([1e10]), np.array([1.0, np.nan, np.inf]), np.array([]))
print(np.zeros((3, 0)), repr(np.array([], dtype=int)), np.arange(40), np.array([True, False]), np.array([1 / 3.0]))
import math, os, tempfile
print(math.sqrt(1.0 / np.sqrt(4.0)), math.floor(np.float64(2.5)), math.exp(np.float64(0)), math.sqrt(np.float32(4)))
folder = tempfile.mkdtemp()
np.savez_compressed(os.path.join(folder, 'a.npz'), embeddings=np.zeros([3, 4]))
np.save(os.path.join(folder, 'b'), [1, 2])
table = np.load(os.path.join(folder, 'a.npz'))['embeddings']
print(np.vstack([table, [[0.0] * 4]]).shape, np.load(os.path.join(folder, 'b.npy')).shape)
with np.load(os.path.join(folder, 'a.npz')) as archive:
    print(archive.files, archive['embeddings'].dtype)
