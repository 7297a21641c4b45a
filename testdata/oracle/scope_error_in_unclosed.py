# A scope entered by hand inside a `with` that an error leaves: the error is told where the statement failed.
import tensorflow as tf

with tf.variable_scope("net"):
    inner = tf.variable_scope("layer")
    inner.__enter__()
    w = tf.get_variable("w", [None, 3])
    last = 0
