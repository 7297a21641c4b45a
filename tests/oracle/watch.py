"""Runs small graph-mode programs under TensorFlow 1.15 and notes what happens to their variables.

TensorFlow is imported once; each program runs in a forked child, so it starts with an empty default graph and untouched
module state.
"""
import contextlib
import io
import logging
import os
import pickle
import re
import signal
import sys
import traceback
import warnings

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")
warnings.filterwarnings("ignore")

TIME_LIMIT = 120  # seconds for one program
NO_ERRORS = (StopIteration, GeneratorExit)  # how iteration ends


def load_tensorflow():
    logging.getLogger("tensorflow").setLevel(logging.FATAL)
    with open(os.devnull, "w") as sink, contextlib.redirect_stderr(sink), contextlib.redirect_stdout(sink):
        import tensorflow as tf
        import tensorflow.contrib.slim  # the lazy loader of tf.contrib prints on first use
    tf.logging.set_verbosity(tf.logging.FATAL)
    return tf


class Watch(object):
    """Graphs, variable objects, store accesses and exceptions of one program, with lines of its file."""

    def __init__(self, path):
        self.path = path
        self.graphs = []
        self.created = []      # (variable, lines); lines of the active calls, outermost first
        self.stored = []       # (key, op name, is it new, lines): what the variable store gave out
        self.shared = []       # (variable, lines): variables that it gave out again
        self.exceptions = []   # (exception, lines)
        self.error = None      # the exception that ended the program
        self.output = []

    def frame_lines(self, frame):
        lines = []
        while frame is not None:
            if frame.f_code.co_filename == self.path:
                lines.append(frame.f_lineno)
            frame = frame.f_back
        return lines[::-1]

    def traceback_lines(self, trace):
        return [line for frame, line in traceback.walk_tb(trace) if frame.f_code.co_filename == self.path]

    def _watch_graphs(self):
        from tensorflow.python.framework import ops
        original = ops.Graph.__init__

        def init(graph, *args, **kwargs):
            original(graph, *args, **kwargs)
            if type(graph) is ops.Graph:  # not those of functions
                self.graphs.append(graph)
        ops.Graph.__init__ = init
        ops.reset_default_graph()
        ops.get_default_graph()

    def _watch_variables(self):
        from tensorflow.python.ops import resource_variable_ops, variables
        for cls in (variables.RefVariable, resource_variable_ops.ResourceVariable):
            self._watch_variable_class(cls)

    def _watch_variable_class(self, cls):
        original = cls.__init__

        def init(variable, *args, **kwargs):
            original(variable, *args, **kwargs)
            if not any(known is variable for known, _ in self.created):
                self.created.append((variable, self.frame_lines(sys._getframe(1))))
        cls.__init__ = init

    def _watch_store(self):
        from tensorflow.python.ops import variable_scope
        store = variable_scope._VariableStore
        original = store._get_single_variable

        def get(this, name, *args, **kwargs):
            is_new = name not in this._vars
            variable = original(this, name, *args, **kwargs)
            lines = self.frame_lines(sys._getframe(1))
            self.stored.append((name, variable.op.name, is_new, lines))
            if not is_new:
                self.shared.append((variable, lines))
            return variable
        store._get_single_variable = get

    def _trace(self, frame, event, argument):
        if frame.f_code.co_filename != self.path:
            return None
        if event == "exception":
            exception = argument[1]
            known = any(e is exception for e, _ in self.exceptions)
            if isinstance(exception, BaseException) and not isinstance(exception, NO_ERRORS) and not known:
                lines = self.frame_lines(frame.f_back) + self.traceback_lines(argument[2])
                self.exceptions.append((exception, lines))
        return self._trace

    def run(self, text, scope=None):
        """Runs the program to its end or its uncaught exception, in this process, once."""
        from tensorflow.python.framework import ops
        self._watch_graphs()
        self._watch_variables()
        self._watch_store()
        terminal, sys.stdout = sys.stdout, io.StringIO()
        sys.settrace(self._trace)
        try:
            exec(compile(text, self.path, "exec"), dict(scope or {}, __name__="__main__", __file__=self.path))
        except (Exception, SystemExit) as error:
            self.error = error
        finally:
            sys.settrace(None)
            self.output = sys.stdout.getvalue().splitlines()
            sys.stdout = terminal
        final = ops.get_default_graph()
        if not any(graph is final for graph in self.graphs):
            self.graphs.append(final)
        return self


def clean(message, path):
    """Leaves out of an error message what depends on the installation, and quotations of places of definition."""
    if message.startswith("in converted code:"):
        # Raised in code that autograph converted: the error itself comes last.
        parts = re.split(r"\n    (?:[A-Z]\w*(?:Error|Exception)): ", message)
        message = parts[-1].strip() if len(parts) > 1 else message
    message = message.split(" Originally defined at:")[0].split("\n\noriginally defined at:")[0]
    message = message.replace(path, os.path.basename(path))
    message = re.sub(r'File "[^"]*/([^"/]+)"', r'File "\1"', message)
    message = re.sub(r"0x[0-9a-f]{6,}", "0x...", message)
    return re.sub(r"(?<![\w.])/(?:[\w.+-]+/){2,}([\w.+-]+\.py)", r"\1", message)


def in_child(function, *args):
    """What `function` returns when called in a forked child. Its exception, or a crash, comes as RuntimeError."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read_end)
        signal.alarm(TIME_LIMIT)
        try:
            result = (True, function(*args))
        except BaseException:
            result = (False, traceback.format_exc())
        with os.fdopen(write_end, "wb") as stream:
            pickle.dump(result, stream)
        os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as stream:
        data = stream.read()
    _, status = os.waitpid(child, 0)
    if not data or status != 0:
        raise RuntimeError("the program did not end normally (status %d)" % status)
    succeeded, result = pickle.loads(data)
    if not succeeded:
        raise RuntimeError(result)
    return result
