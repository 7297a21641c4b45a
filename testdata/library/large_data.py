import random
import numpy as np

data = list(range(60000))
counts = {}
for item in data:
    counts[item] = counts.get(item, 0) + 1
print(len(counts), 5 in counts, -1 in counts)

for made in (np.array(data), np.array([[1.0] * 784] * 1000), np.array(range(10 ** 6)), np.array([[True] * 3] * 5000),
             np.array([[0, 0.5]] * 5000, dtype=np.float32), np.vstack([[[1, 2]] * 5000] * 2)):
    print(made.shape, made.dtype)
for small in (np.array([1, 2.5, True]), np.array([]), np.array([[], []]), np.array([(), []]), np.array(["a", "b"]).shape,
              np.array([range(3), (4, 5, 6)]), np.array([[1, True], [2, False]]), np.array([np.float32(1), 2]).dtype,
              np.array([[1], [2, 3]], dtype=object).shape, np.array([None, 1]).dtype, np.array([[[1], [2]]]).shape):
    print(small)
print(np.random.permutation(data).shape, np.random.choice(data, 50000).shape, np.random.permutation(data).dtype)

random.seed(7)
random.shuffle(data)
print(len(data))
random.seed(7)
drawn = [random.random() for _ in range(30000)]
print(len(drawn), drawn[0])
random.seed(7)
print(len(random.sample(range(60000), 20000)), len(random.choices(data, k=20000)))
random.seed(7)
print(random.sample(range(60000), 3))
