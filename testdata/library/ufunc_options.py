import sys
import numpy as np
import tensorflow as tf
a = np.array([0.0, 1.0, 4.0])
c = np.zeros([3])
print(np.sqrt(a, dtype="float32").dtype, np.add(a, a, out=c) is c, c, np.multiply(a, 2, c)[2], np.exp(a, where=True).shape)
print(hasattr(a, "data"), hasattr(a, "ctypes"), hasattr(sys.stdout, "read"), hasattr(sys.stdout, "readline"))
v = {"a": tf.Variable(1.0)}
tf.train.AdamOptimizer().minimize(v["a"] * 2, var_list=v.values())
print([x.name for x in tf.global_variables()], tf.contrib.framework.nest.flatten({"b": 1, "a": [2, 3]}.values()))
print(tf.contrib.framework.nest.is_sequence({}.items()))
exit(0)
