# The cross entropy takes the batch from the side that knows it; classes that only one side knows are not compared.
import tensorflow as tf

for i, (logits, labels) in enumerate([([None, 5], [3, 4]), ([None, 5], [None, 4]), ([3, 5], [3, 4]), ([2, 5], [3, 4]),
                                      ([2, 5], [1, 5]), ([None, None], [3, 4]), (None, [3, 4]), ([1, 5], [None, 4])]):
    try:
        loss = tf.nn.softmax_cross_entropy_with_logits_v2(labels=tf.placeholder(tf.float32, labels),
                                                          logits=tf.placeholder(tf.float32, logits))
        text = str(loss.shape)
    except ValueError as error:
        text = str(error)
    tf.Variable(0.0, name="v%d" % i, collections=[text])
