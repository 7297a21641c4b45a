"""Programs over the naming core of TensorFlow: scopes, tf.Variable, tf.get_variable, graphs, collections."""
import record

NAME = "naming"
CONSTRUCTS = ["get_variable"]


def generate(random, index):
    names = ["w", "b", "net/w"]
    lines = ["import tensorflow as tf"]
    for _ in range(random.randint(1, 6)):
        lines.append("tf.get_variable(%r, [%d])" % (random.choice(names), random.randint(1, 4)))
    return "\n".join(lines) + "\n", {"get_variable"}


def truth(source, path):
    return record.observe(path)[0]
