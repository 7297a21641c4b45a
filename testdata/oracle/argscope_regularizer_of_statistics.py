# batch_norm passes no regularizer for its moving averages: that of an arg_scope over model_variable is theirs.
import tensorflow as tf
slim = tf.contrib.slim

images = tf.placeholder(tf.float32, [2, 8, 8, 3])
with slim.arg_scope([slim.model_variable, slim.variable], regularizer=slim.l2_regularizer(0.3)):
    slim.batch_norm(images, updates_collections=None)
    slim.layer_norm(images)
    slim.bias_add(images)
tf.Variable(0.0, name="losses", collections=[loss.op.name for loss in tf.losses.get_regularization_losses()])
