# The current name scope is '' outside of all scopes, but None where a name scope without a name has left them.
import tensorflow as tf


def current():
    return repr(tf.get_default_graph().get_name_scope())


print(current())
with tf.name_scope('a'):
    print(current())
    with tf.name_scope(None):
        print(current())
        with tf.name_scope('b'):
            print(current())
        print(current())
    print(current())
with tf.variable_scope('c', auxiliary_name_scope=False):
    print(current())
with tf.init_scope():
    print(current())
print(current())
