# Imported operations get other names where theirs are taken; case matters then, and scopes do not.
import tensorflow as tf

with tf.Graph().as_default() as graph:
    tf.constant(1.0, name="net")
    tf.constant(1.0, name="Net")
    definition = graph.as_graph_def()
with tf.name_scope("net_1"):
    pass
for name in ("", "", "other", "other", None):
    tf.import_graph_def(definition, name=name)
print([op.name for op in tf.get_default_graph().get_operations()])
print(tf.no_op("net").name, tf.no_op("net_1").name)
