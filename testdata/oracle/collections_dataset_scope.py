# Every source of a dataset opens the name scope of its elements, also where they are tensors already.
import numpy as np
import tensorflow as tf

tf.data.TextLineDataset(["a"])
tf.data.Dataset.from_tensors(tf.zeros([2]))
tf.data.Dataset.from_tensor_slices({"a": np.zeros([6, 2])})
names = [op.name for op in tf.get_default_graph().get_operations()]
tf.Variable(0.0, name="notes", collections=names)
