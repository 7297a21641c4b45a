# Files over other files, array.flat, and what operations were registered as.
import io
import os

import numpy as np

path = "text_layers.tmp"
with io.TextIOWrapper(io.BufferedWriter(io.FileIO(path, "w")), encoding="utf-8") as file:
    print(type(file).__name__, file.write(u"caf\u00e9\n"))
with open(path, "rb") as file:
    print(type(file).__name__, isinstance(file, io.BufferedReader), file.read())
with open(path, encoding="utf-8") as file:
    print(type(file).__name__, isinstance(file, io.TextIOWrapper), file.read())
os.remove(path)
wrapper = io.TextIOWrapper(io.BytesIO(b"one\ntwo\n"))
print(wrapper.readline(), wrapper.read())

array = np.zeros((2, 3))
array.flat[[0, 4]] = 1
array.flat[5] = 7
print(array, list(array.flat), array.flat[4], array.flat[2:5], len(array.flat))
array.flat = 2
print(array)
for item in array.flat:
    print(item)
    break
