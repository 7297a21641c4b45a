# What is no string is refused as a name, each time with another sentence.
import tensorflow as tf


def attempt(action):
    with tf.Graph().as_default():
        try:
            print(action())
        except Exception as error:
            print(type(error).__name__, error)


def entered(scope):
    with scope as result:
        return result


for name in (3, 1.5, ["a"], ("a",), object, tf.float32):
    attempt(lambda: entered(tf.variable_scope(name)))
    attempt(lambda: entered(tf.variable_scope(None, name)))
    attempt(lambda: entered(tf.name_scope(name)))
    attempt(lambda: entered(tf.name_scope("a", name)))
    attempt(lambda: entered(tf.get_default_graph().name_scope(name)))
    attempt(lambda: tf.Variable(1.0, name=name))
    attempt(lambda: tf.placeholder(tf.float32, name=name))
    attempt(lambda: tf.constant(1.0, name=name))
for name in (3, None, []):
    with tf.variable_scope("net"):
        try:
            tf.get_variable(name, [1])
        except TypeError as error:
            print(str(error)[:30])
attempt(lambda: entered(tf.name_scope(None, None, [])))
attempt(lambda: entered(tf.name_scope("")))
attempt(lambda: entered(tf.name_scope(0)))
attempt(lambda: entered(tf.name_scope("a", values=3)))
attempt(lambda: entered(tf.variable_scope("a", values=3)).name)
attempt(lambda: entered(tf.variable_scope("a", values=tf.zeros([1]))).name)
attempt(lambda: entered(tf.variable_scope("a", values=[None, 3, "x", tf.zeros([1])])).name)
attempt(lambda: entered(tf.variable_scope("a", auxiliary_name_scope=None)))
attempt(lambda: tf.make_template(None, abs))
attempt(lambda: tf.variable_scope("a").reuse_variables())
attempt(lambda: tf.get_variable_scope.reuse_variables())
attempt(lambda: tf.variable_scope("a")(abs))
attempt(lambda: entered(tf.get_variable_scope()))
attempt(lambda: tf.get_variable_scope()())
