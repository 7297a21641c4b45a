# After a reset the default graph is made when it is first asked for, here after another graph.
import tensorflow as tf

tf.Variable(1.0, name="first")
tf.reset_default_graph()
with tf.Graph().as_default():
    tf.Variable(1.0, name="second")
tf.Variable(1.0, name="third")
