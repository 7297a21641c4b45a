# Scopes are left in the order in which they were entered, or not at all.
import tensorflow as tf

one = tf.variable_scope("one")
two = tf.variable_scope("two")
one.__enter__()
two.__enter__()
try:
    one.__exit__(None, None, None)
except RuntimeError as error:
    print(error)
print(tf.get_variable_scope().name, tf.get_variable("w", [1]).name)
again = tf.variable_scope("again")
with again:
    with again:
        tf.get_variable("v", [1])
