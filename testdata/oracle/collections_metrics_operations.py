# The operations of tf.metrics.accuracy: values that are no tensors become some, the labels' in a scope of their own.
import tensorflow as tf

tf.metrics.accuracy([1], [1], name="acc")
tf.metrics.accuracy([[1], [2]], [1, 2])
print([op.name for op in tf.get_default_graph().get_operations()])
try:
    tf.metrics.accuracy([1, 2], [[1, 1], [2, 2]])
except ValueError as error:
    print(error)
