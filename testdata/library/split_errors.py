import tensorflow as tf
for ax in (2, 0, -1):
    for v in (tf.constant(1.0), tf.constant([1.0, 2.0])):
        for s in ([1]*6, 2):
            try: print(tf.split(v, s, ax))
            except Exception as e: print(type(e).__name__, e)
