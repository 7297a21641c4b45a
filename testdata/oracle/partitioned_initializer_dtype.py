# A partitioned variable is of the type of the tensor that it begins with; sharing it has to ask for that type.
import tensorflow as tf

halves = tf.fixed_size_partitioner(2)
with tf.variable_scope("s", partitioner=halves):
    whole = tf.get_variable("w", initializer=tf.ones([2, 3], tf.float64))
tf.get_variable(whole.dtype.name, [2])
with tf.variable_scope("s", partitioner=halves, reuse=True):
    again = tf.get_variable("w", [2, 3], dtype=tf.float64)
    tf.get_variable("w", [2, 3])
