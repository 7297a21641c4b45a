# An empty name is one that operations may not have, and every one after the first is numbered.
import tensorflow as tf


def attempt(action):
    try:
        print(action().name)
    except ValueError as error:
        print(error)


x = tf.zeros([2, 2])
attempt(lambda: tf.placeholder(tf.float32, name=""))
attempt(lambda: tf.matmul(x, x, name=""))
attempt(lambda: tf.add(x, x, name=""))
attempt(lambda: tf.constant(1.0, name=""))
attempt(lambda: tf.Variable(1.0, name=""))
attempt(lambda: tf.get_variable("", [1]))
with tf.variable_scope("net"):
    attempt(lambda: tf.matmul(x, x, name=""))
    attempt(lambda: tf.get_variable("", [1]))
    attempt(lambda: tf.Variable(1.0, name=""))
