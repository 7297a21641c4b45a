import numpy as np

for convert in (lambda: int(np.zeros(2)), lambda: float(np.zeros((2, 2))), lambda: int(np.zeros((1, 1))), lambda: np.zeros(2).item(),
                lambda: np.zeros(6).reshape(4), lambda: np.zeros(6).reshape(4, -1, 2), lambda: np.zeros(6).reshape(-1, 4),
                lambda: np.zeros(6).reshape([-1, 4, 2]), lambda: np.zeros(6).reshape(4, 2)):
    try:
        print(convert())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(np.roll([1, 2, 3], 1).tolist(), np.roll([[1, 2], [3, 4]], -1).tolist(), np.roll([[1, 2], [3, 4]], 1, axis=1).shape)
print(np.pad([1, 2], (1, 2), "constant", constant_values=5).tolist(), np.pad(np.zeros((2, 3)), 1, "constant").shape)
print(np.einsum("bij,bjk->bik", np.ones((2, 3, 4)), np.ones((2, 4, 5))).shape, np.einsum("ij,jk", np.ones((2, 3)), np.ones((3, 4))).shape)
