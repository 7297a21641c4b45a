# Scopes entered by hand and left through an ExitStack while another error passes.
import contextlib
import tensorflow as tf

with contextlib.ExitStack() as stack:
    outer = stack.enter_context(tf.variable_scope("net"))
    inner = tf.variable_scope(outer, reuse=True)
    inner.__enter__()
    if undefined:
        pass
