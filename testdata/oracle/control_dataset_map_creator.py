# The creator scopes around a dataset's function count in it; its result may not be None.
import tensorflow as tf


def creator(next_creator, **kwargs):
    kwargs["name"] = "created"
    return next_creator(**kwargs)


with tf.variable_creator_scope(creator):
    tf.data.Dataset.from_tensor_slices([1.0, 2.0]).map(lambda x: x * tf.get_variable("w", []))
with tf.variable_scope("scope"):
    tf.data.Dataset.from_tensor_slices([1.0, 2.0]).map(lambda x: None)
