# What the saver_def of a saver names: tensors and operations of the graph.
import tensorflow as tf

v = tf.get_variable("v", [2])
with tf.name_scope("a"):
    plain = tf.train.Saver(max_to_keep=3)
    deferred = tf.train.Saver(name="sv", defer_build=True)
assert deferred.saver_def is None
deferred.build()
for saver in (plain, deferred):
    found = saver.saver_def
    for text in (found.filename_tensor_name, found.save_tensor_name, found.restore_op_name):
        tf.get_variable(text.replace(":", "_"), [found.max_to_keep])
