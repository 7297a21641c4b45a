# A partitioned variable is no place to be with.
import tensorflow as tf

whole = tf.get_variable("w", [4], partitioner=tf.fixed_size_partitioner(2))
with tf.colocate_with(list(whole)[0]):
    tf.get_variable("v", [1])
with tf.colocate_with(whole):
    pass
