# A dtype that is given as a string: fine for plain variables, for partitioned ones only with an initializer and no reuse.
import tensorflow as tf

part = tf.fixed_size_partitioner(2)
print(tf.get_variable("plain", [4], dtype="float32").dtype)
for reuse in (False, True):
    with tf.variable_scope("", reuse=reuse):
        for options in ({}, {"initializer": tf.zeros_initializer()}):
            try:
                print(tf.get_variable("w", [4], dtype="float32", partitioner=part, **options).dtype)
            except AttributeError as error:
                print(error)
