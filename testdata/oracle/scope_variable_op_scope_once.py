# variable_op_scope is a generator: nothing is checked before it is entered, and it can be entered but once.
import tensorflow as tf

wrong = tf.variable_op_scope([], "a", reuse=1)
try:
    wrong.__enter__()
except ValueError as error:
    print(error)
manager = tf.variable_op_scope([], "b")
for _ in range(2):
    with manager as scope:
        print(scope.name)
