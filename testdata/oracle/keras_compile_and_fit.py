import numpy as np
import tensorflow as tf
model = tf.keras.Sequential([tf.keras.layers.Dense(3, input_shape=(4,)), tf.keras.layers.BatchNormalization()])
model.compile('adam', 'mse', metrics=['mae', 'accuracy'])
print('compiled')
model.fit(np.zeros([2, 4]), np.zeros([2, 3]), verbose=0)
model.evaluate(np.zeros([2, 4]), np.zeros([2, 3]), verbose=0)
