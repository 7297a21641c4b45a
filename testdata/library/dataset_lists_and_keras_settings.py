import tensorflow as tf
from tensorflow import keras
d = tf.data.Dataset.range(3).map(lambda x: [tf.cast(x, tf.float32), x])
print(d)
print(keras.backend.image_data_format(), keras.backend.floatx(), keras.backend.epsilon())
keras.backend.set_image_data_format("channels_first")
x = keras.layers.Input(shape=(8, 5, 5))
print(keras.layers.Conv2D(4, 3)(x).shape, keras.backend.image_data_format())
keras.backend.set_floatx("float64")
print(keras.layers.Dense(2)(keras.layers.Input(shape=(3,))).dtype)
