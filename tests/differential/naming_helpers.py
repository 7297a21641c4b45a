"""The head of the programs over the naming core: imports, and functions that they use."""

HEAD = '''import contextlib
import functools

import numpy as np
import tensorflow as tf

log = []
root = tf.get_variable_scope()
'''
HELPERS = {
    "told(": '''
def told(error):
    return type(error).__name__ + ' ' + str(error).split(' Originally')[0].split('\\n')[0]
''',
    "filled": '''
def filled(shape, dtype=tf.float32, partition_info=None):
    log.append(str(partition_info is None))
    return tf.fill(shape, tf.constant(1, dtype=dtype))
''',
    "passing_getter": '''
def passing_getter(getter, name, *args, **kwargs):
    log.append(name)
    return getter(name, *args, **kwargs)
''',
    "renaming_getter": '''
def renaming_getter(getter, name, *args, **kwargs):
    return getter(name + '_renamed', *args, **kwargs)
''',
    "freezing_getter": '''
def freezing_getter(getter, *args, **kwargs):
    kwargs['trainable'] = False
    return getter(*args, **kwargs)
''',
    "tensor_getter": '''
def tensor_getter(getter, *args, **kwargs):
    return tf.identity(getter(*args, **kwargs), name='seen')
''',
    "counting_getter": '''
counts = {}


def counting_getter(getter, name, *args, **kwargs):
    counts[name] = counts.get(name, 0) + 1
    log.append('%s %d' % (name, counts[name]))
    return getter(name, *args, **kwargs)
''',
    "Getter(": '''
class Getter(object):
    def __init__(self, prefix):
        self.prefix = prefix

    def __call__(self, getter, name, shape=None, *args, **kwargs):
        return getter(self.prefix + '/' + name, shape, *args, **kwargs)
''',
    "scoping_getter": '''
def scoping_getter(getter, name, **kwargs):
    with tf.variable_scope('inside_getter'):
        return getter(name, **kwargs)
''',
    "double_getter": '''
def double_getter(getter, name, *args, **kwargs):
    first = getter(name, *args, **kwargs)
    second = getter(name + '_twin', *args, **kwargs)
    return first if kwargs.get('trainable') else second
''',
    "penalty": '''
def penalty(variable):
    log.append(variable.op.name)
    return tf.reduce_sum(variable, name='penalty')
''',
    "frozen_creator": '''
def frozen_creator(next_creator, **kwargs):
    kwargs['trainable'] = False
    return next_creator(**kwargs)
''',
    "named_creator": '''
def named_creator(next_creator, **kwargs):
    log.append(str(kwargs['name']))
    kwargs['name'] = 'created'
    return next_creator(**kwargs)
''',
    "halves": '''
def halves(shape, dtype):
    return [2] + [1] * (shape.ndims - 1)
''',
}


def with_head(program):
    """The program's text with imports and the helpers that it uses."""
    text = program.text()
    helpers = "".join("\n" + helper for name, helper in HELPERS.items() if name in text)
    return HEAD + helpers + "\n\n" + text if helpers else HEAD + "\n" + text
