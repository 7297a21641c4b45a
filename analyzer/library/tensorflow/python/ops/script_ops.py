"""Python functions as operations: types are given, shapes are not."""

from _tfscope import is_unknown
from tensorflow.python.framework import dtypes
from tensorflow.python.framework.op_library import apply


def _call(op_type, inp, Tout, name):
    single = not isinstance(Tout, (list, tuple))
    given = [Tout] if single else Tout
    kinds = [dtypes.as_dtype(kind) for kind in given]
    outputs = apply(op_type, name, [list(inp)], Tout=kinds)
    if any([is_unknown(kind) for kind in given]):
        for tensor in outputs if isinstance(outputs, list) else [outputs]:
            tensor.op._attributes["unknown"] = True
    return outputs if not isinstance(outputs, list) else outputs[0] if single else outputs


def py_func(func, inp, Tout, stateful=True, name=None):
    return _call("PyFunc" if stateful else "PyFuncStateless", inp, Tout, name)


py_func_common = py_func


def eager_py_func(func, inp, Tout, name=None):
    return _call("EagerPyFunc", inp, Tout, name)


py_function = eager_py_func


def numpy_function(func, inp, Tout, name=None):
    return _call("PyFunc", inp, Tout, name)
