"""Contexts of `cond` branches and loop bodies: each value from outside that is used inside enters through an
operation."""

from tensorflow.python.framework import ops
from tensorflow.python.framework.op_library import apply


def switch_ref_or_tensor(data, pred):
    data = ops.convert_to_tensor_or_composite(data, name="data")
    if isinstance(data, ops.Tensor) and data.dtype._is_ref_dtype:
        return apply("RefSwitch", "Switch", [data, pred])
    with ops.name_scope("Switch", "Switch", [data, pred]) as name:
        return apply("Switch", name, [data, ops.convert_to_tensor(pred, name="pred")])


def enter(data, frame_name, is_constant=False):
    op_type = "RefEnter" if data.dtype._is_ref_dtype else "Enter"
    return apply(op_type, None, [data], frame_name=frame_name, is_constant=is_constant)


class ControlFlowContext(object):

    def __init__(self):
        self._outer_context = ops.get_default_graph()._get_control_flow_context()
        self._context_stack = []
        self._values = set()          # names of tensors known inside
        self._external_values = {}    # name outside -> tensor inside

    @property
    def name(self):
        return self._name

    @property
    def outer_context(self):
        return self._outer_context

    grad_state = None
    back_prop = True

    def AddName(self, name):
        self._values.add(name)

    def Enter(self):
        graph = ops.get_default_graph()
        self._context_stack.append(graph._get_control_flow_context())
        graph._set_control_flow_context(self)

    def Exit(self):
        ops.get_default_graph()._set_control_flow_context(self._context_stack.pop())

    def ExitResult(self, tensors):
        if self._outer_context is not None:
            for tensor in tensors:
                self._outer_context.AddName(tensor.name)

    def GetWhileContext(self):
        return None if self._outer_context is None else self._outer_context.GetWhileContext()

    def AddInnerOp(self, op):
        if self._outer_context is not None:
            self._outer_context.AddInnerOp(op)

    def AddOp(self, op):
        """Called for each operation made inside: its inputs from outside are replaced."""
        for i in range(len(op._inputs)):
            value = op._inputs[i]
            if op._type == "Merge" and value.op.type == "NextIteration":
                continue
            op._inputs[i] = self.AddValue(value)
        context = self if self.IsCondContext() else None
        for output in op.outputs:
            self._values.add(output.name)
        while context is not None:
            for output in op.outputs:
                context._values.add(output.name)
            context = context._outer_context
        if self._outer_context is not None:
            self._outer_context.AddInnerOp(op)

    def IsWhileContext(self):
        return False

    def IsCondContext(self):
        return False

    def IsXLAContext(self):
        return False


class CondContext(ControlFlowContext):

    def __init__(self, pred, pivot, branch, name="cond_text"):
        ControlFlowContext.__init__(self)
        self._name = ops.get_default_graph().unique_name(name)
        self._pred = pred
        self._pivot = pivot
        self._branch = branch
        for tensor in (pred, pivot):
            self._values.add(tensor.name)
            self._external_values[tensor.name] = tensor

    @property
    def pred(self):
        return self._pred

    @property
    def pivot(self):
        return self._pivot

    @property
    def branch(self):
        return self._branch

    def IsCondContext(self):
        return True

    def AddValue(self, val):
        if val.op._type == "Unknown":  # its name is not known
            return val
        if val.name in self._values:
            return self._external_values.get(val.name, val)
        result = val
        self._values.add(val.name)
        if self._outer_context is not None:
            result = self._outer_context.AddValue(val)
            self._values.add(result.name)
            self._external_values[result.name] = result
        with ops.control_dependencies(None):
            result = switch_ref_or_tensor(result, self._pred)[self._branch]
        result.op._set_control_flow_context(self)
        context = self
        while context is not None:
            context._values.add(result.name)
            context = context._outer_context
        self._external_values[val.name] = result
        return result

    def OutputValue(self, val):
        """A result of the branch."""
        if val.name in self._values:
            return self._external_values.get(val.name, val)
        inner = val
        self._values.add(val.name)
        if self._outer_context is not None:
            inner = self._outer_context.AddValue(val)
            self._values.add(inner.name)
            self._external_values[inner.name] = inner
        inner = switch_ref_or_tensor(inner, self._pred)[self._branch]
        self._external_values[val.name] = inner
        return inner


class WhileContext(ControlFlowContext):

    def __init__(self, name="while_context"):
        ControlFlowContext.__init__(self)
        self._name = ops.get_default_graph().unique_name(name)
        self._pivot_for_pred = None
        self._pivot_for_body = None

    def IsWhileContext(self):
        return True

    def GetWhileContext(self):
        return self

    def AddValue(self, val):
        if val.op._type == "Unknown":  # its name is not known
            return val
        if val.name in self._values or val.op._control_flow_context is self:
            return self._external_values.get(val.name, val)
        self._values.add(val.name)
        result = val
        if self._outer_context is not None:
            result = self._outer_context.AddValue(val)
        with ops.control_dependencies(None):
            result = enter(result, self._name, is_constant=True)
        result.op._set_control_flow_context(self)
        self._values.add(result.name)
        self._external_values[val.name] = result
        return result
