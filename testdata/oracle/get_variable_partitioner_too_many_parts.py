# A partitioner that asks for more parts than there are rows: the first parts exist when the error comes.
import tensorflow as tf

try:
    tf.get_variable('a', [1, 4], partitioner=lambda shape, dtype: [2, 1])
except ValueError as error:
    print(error)
tf.get_variable('b', [2], partitioner=tf.fixed_size_partitioner(3))
tf.get_variable('c', [2], partitioner=lambda shape, dtype: [3])
