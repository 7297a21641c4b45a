# Which dtypes the initializers can make.
import tensorflow as tf

INITIALIZERS = [
    tf.contrib.layers.xavier_initializer(), tf.contrib.layers.variance_scaling_initializer(),
    tf.random_normal_initializer(), tf.truncated_normal_initializer(), tf.random_uniform_initializer(-1, 1),
    tf.constant_initializer(0.5), tf.orthogonal_initializer(), tf.initializers.identity(), tf.glorot_normal_initializer(),
    tf.uniform_unit_scaling_initializer(), tf.ones_initializer(),
]
for i, initializer in enumerate(INITIALIZERS):
    for dtype in (tf.float64, tf.int32, tf.bool, tf.string, tf.complex64):
        try:
            tf.get_variable('w%d_%s' % (i, dtype.name), [2, 2], dtype=dtype, initializer=initializer)
        except (TypeError, ValueError) as error:
            print(error)
