import inspect
import tensorflow as tf
cells = [x for x in tf.contrib.rnn.__dict__.values() if inspect.isclass(x) and issubclass(x, tf.contrib.rnn.RNNCell)]
print(tf.contrib.rnn.GRUCell in cells, tf.contrib.rnn.LSTMStateTuple in cells)
print("relu" in tf.nn.__dict__, "nothing" in vars(tf.nn), tf.train.__dict__["AdamOptimizer"].__name__)
