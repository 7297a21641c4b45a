# An imported operation is also renamed if its name is a prefix of another operation's, or of one imported with it.
import tensorflow as tf

with tf.name_scope("b"):
    tf.zeros([2], name="x")
with tf.name_scope("c"):
    pass
with tf.Graph().as_default() as graph:
    for name in ("b", "c", "c_1", "B", "b_1"):
        tf.constant(1.0, name=name)
    definition = graph.as_graph_def()
for _ in range(2):
    tf.import_graph_def(definition, name="")
with tf.name_scope("b") as scope:
    print(scope)
print(tf.get_variable("b", [3]).name, tf.get_variable("c", [3]).name)
print([op.name for op in tf.get_default_graph().get_operations()])
