# The penalty of a regularizer is computed in the variable's dtype, after the variable was made.
import tensorflow as tf

REGULARIZERS = [
    tf.contrib.layers.l1_regularizer(0.1), tf.contrib.layers.l2_regularizer(0.1),
    tf.contrib.layers.sum_regularizer([tf.contrib.layers.l2_regularizer(0.1)]),
    tf.keras.regularizers.l1(0.1), tf.keras.regularizers.l2(0.1), tf.keras.regularizers.l1_l2(0.1, 0.2),
]
for i, regularizer in enumerate(REGULARIZERS):
    for dtype in (tf.float64, tf.int32, tf.bool, tf.string, tf.complex64):
        try:
            tf.get_variable('w%d_%s' % (i, dtype.name), [2], dtype=dtype, regularizer=regularizer,
                            initializer=tf.zeros_initializer())
        except TypeError as error:
            print(error)
        print(tf.get_default_graph().get_operations()[-1].name)
print([loss.name for loss in tf.losses.get_regularization_losses()])
for scale in (-1.0, 1, 0.0):
    try:
        print(tf.contrib.layers.l2_regularizer(scale)(tf.constant(1.0)))
    except ValueError as error:
        print(error)
