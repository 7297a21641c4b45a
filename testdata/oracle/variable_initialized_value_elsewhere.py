# The test that initialized_value() starts with does not choose the graph, so in another graph its operation is not found.
import tensorflow as tf

plain = tf.Variable(tf.zeros([2, 2]), name="plain")
resource = tf.Variable(1.0, use_resource=True)
with tf.Graph().as_default() as graph:
    for variable in (plain, resource):
        for make in (lambda v: tf.identity(v), lambda v: v.initialized_value(), lambda v: tf.Variable(v.initialized_value())):
            try:
                print(make(variable).name)
            except KeyError as error:
                print(error)
    print([op.name for op in graph.get_operations()])
print([op.name for op in plain.graph.get_operations()])
