"""Readers of files that a dataset names, or that a list names; the names of operations show in those of variables."""
import functools

import tensorflow as tf


def last_name(label):
    tf.Variable(0.0, name=label + "_" + tf.get_default_graph().get_operations()[-1].name.replace("/", "_"))


files = tf.data.Dataset.list_files("/no/such/folder/*.record", shuffle=True)
tf.Variable(0.0, name="constant_" + tf.constant(1).op.name)
records = files.apply(functools.partial(tf.data.TFRecordDataset, compression_type="GZIP"))
last_name("records")
lines = tf.data.TextLineDataset(files.repeat())
last_name("lines")
tf.data.TFRecordDataset(["a", "b"])
last_name("list")
tf.get_variable("rank%d" % len(lines.output_shapes), [1])
tf.get_variable(records.output_types.name, [1])
