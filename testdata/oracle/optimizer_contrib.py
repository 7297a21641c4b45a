"""The optimizers of tf.contrib.opt: their slots and operations."""
import tensorflow as tf


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


MAKERS = [
    lambda: tf.contrib.opt.NadamOptimizer(),
    lambda: tf.contrib.opt.LazyAdamOptimizer(),
    lambda: tf.contrib.opt.AdaMaxOptimizer(),
    lambda: tf.contrib.opt.AddSignOptimizer(),
    lambda: tf.contrib.opt.PowerSignOptimizer(),
    lambda: tf.contrib.opt.MovingAverageOptimizer(tf.train.AdamOptimizer()),
    lambda: tf.contrib.opt.AdamWOptimizer(0.1),
    lambda: tf.contrib.opt.MomentumWOptimizer(0.1, 0.1, 0.9),
    lambda: tf.contrib.opt.extend_with_decoupled_weight_decay(tf.train.AdamOptimizer)(weight_decay=0.1),
    lambda: tf.contrib.opt.LARSOptimizer(0.1),
    lambda: tf.train.GradientDescentOptimizer(0.1)]

for make in MAKERS:
    with tf.Graph().as_default():
        x = tf.placeholder(tf.float32, [None, 8], name="x")
        y = tf.layers.dense(x, 3)
        z = tf.nn.embedding_lookup(tf.get_variable("emb", [10, 4]), [1, 2])
        r = tf.get_variable("r", [], use_resource=True)
        opt = make()
        loss = tf.reduce_sum(y) + tf.reduce_sum(z) + r
        gs = tf.train.get_or_create_global_step()
        op = opt.minimize(loss, gs)
        print(op.name)
        attempt(lambda: opt.get_slot_names())
        attempt(lambda: opt.get_name())
        attempt(lambda: [v.name for v in opt.variables()])
        print([v.name for v in tf.global_variables()])
with tf.Graph().as_default():
    opt = tf.contrib.opt.AdamWOptimizer(0.1)
    attempt(lambda: opt.minimize(tf.get_variable("w", [])))
