"""The tensors that generated programs over layers work on, and arguments that many layers take."""

import contextlib

HEAD = '''import functools

import numpy as np
import tensorflow as tf

from tensorflow.contrib import layers, slim

log = []
image0 = tf.placeholder(tf.float32, [2, 8, 8, 3], name='image')
image1 = tf.placeholder(tf.float32, [None, 6, 6, 4], name='image')
matrix0 = tf.placeholder(tf.float32, [None, 5], name='matrix')
matrix1 = tf.zeros([3, 4])
sequence0 = tf.placeholder(tf.float32, [2, 7, 3], name='sequence')
ids0 = tf.placeholder(tf.int32, [None, 4], name='ids')
training = tf.placeholder_with_default(True, [], name='training')


def told(error):
    return type(error).__name__ + ' ' + str(error).split(' Originally')[0].split('\\\\n')[0]


def block(x, size=4, scope=None, reuse=None):
    with tf.variable_scope(scope, 'block', [x], reuse=reuse):
        return slim.fully_connected(x, size)


def seen(value):
    if isinstance(value, (tf.Tensor, tf.Variable)):
        return '%s %s %s' % (value.name, value.dtype.name, value.shape)
    if isinstance(value, dict):
        return '{%s}' % ', '.join(seen(value[key]) for key in sorted(value))
    if isinstance(value, (list, tuple)):
        return '[%s]' % ', '.join(seen(part) for part in value)
    return getattr(value, 'name', type(value).__name__)


def frozen(getter, name, *args, **kwargs):
    kwargs['trainable'] = not name.endswith('bias')
    return getter(name, *args, **kwargs)


class Scaled(tf.layers.Layer):

    def __init__(self, units=3, **kwargs):
        super(Scaled, self).__init__(**kwargs)
        self.units = units

    def build(self, shape):
        self.kernel = self.add_variable('kernel', [shape[-1].value, self.units])
        self.scale = self.add_weight('scale', [self.units], initializer=tf.ones_initializer(), trainable=False)
        super(Scaled, self).build(shape)

    def call(self, inputs):
        return tf.matmul(inputs, self.kernel) * self.scale


@slim.add_arg_scope
def scoped(x, size=3, **kwargs):
    return slim.conv2d(x, size, 1, **kwargs)

'''.replace("\\\\n", "\\n")

RANKS = ("image", "matrix", "sequence")


def start(program):
    program.bound = {
        "image": ["image0", "image1"],
        "matrix": ["matrix0", "matrix1"],
        "sequence": ["sequence0"],
        "scope": [],
        "argscope": [],
        "layer": [],
    }


@contextlib.contextmanager
def forgetting(program):
    """Tensors made inside are not to be used after it; scopes are, though they may be missing then."""
    saved = {kind: list(program.bound[kind]) for kind in RANKS}
    yield
    program.bound.update(saved)


def result(program, kind, text):
    """Writes a call whose result is a tensor of this kind."""
    name = program.fresh(kind)
    program.line("%s_ = %s" % (name, text))
    program.bind(kind, name + "_")


def scope_name(program):
    return repr(program.choose("a", "b", "conv", "fc", "net"))


def maybe(program, probability, construct, *texts):
    """One of the texts as an argument, sometimes."""
    if not program.chance(probability):
        return []
    program.mark(construct)
    return [program.choose(*texts)]


def call(function, *arguments):
    return "%s(%s)" % (function, ", ".join(str(argument) for argument in arguments))
