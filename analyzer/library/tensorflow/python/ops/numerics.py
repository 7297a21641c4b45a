"""Checks for infinities and not-a-numbers."""

from tensorflow.python.framework import ops
from tensorflow.python.framework.op_library import apply
from tensorflow.python.ops import control_flow_ops


def verify_tensor_all_finite(t=None, msg=None, name=None, x=None, message=None):
    tensor, text = x if t is None else t, message if msg is None else msg
    with ops.name_scope(name, "VerifyFinite", [tensor]):
        tensor = ops.convert_to_tensor(tensor, name="x")
        with ops.colocate_with(tensor):
            check = apply("CheckNumerics", None, [tensor], message=text)
            return control_flow_ops.with_dependencies([check], tensor)


def add_check_numerics_ops():
    """A check of every tensor of floating point numbers in the graph."""
    checks = []
    for op in ops.get_default_graph().get_operations():
        for output in op.outputs:
            if output.dtype.base_dtype.name in ("float16", "float32", "float64"):
                with ops.control_dependencies(checks):
                    checks = [apply("CheckNumerics", None, [output])]
    return control_flow_ops.group(*checks)
