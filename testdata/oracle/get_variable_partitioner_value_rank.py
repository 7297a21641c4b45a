# A value of another rank than the partitioned variable's cannot be sliced.
import tensorflow as tf

with tf.variable_scope("b", initializer=[0.0, 1.0, 2.0], partitioner=tf.fixed_size_partitioner(2)):
    print([part.shape for part in tf.get_variable("v", [3])])
    tf.get_variable("w", [5, 2])
