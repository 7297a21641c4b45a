# The empty name of an operation is no missing name, and is made unique like any other.
import tensorflow as tf

for make in (tf.no_op, tf.group, lambda name: tf.add(1.0, 2.0, name=name), lambda name: tf.identity(1.0, name=name),
             lambda name: tf.constant(1.0, name=name)):
    try:
        print(make(name='').name)
    except ValueError as error:
        print(error)
    with tf.name_scope('net'):
        try:
            print(make(name='').name)
        except ValueError as error:
            print(error)
