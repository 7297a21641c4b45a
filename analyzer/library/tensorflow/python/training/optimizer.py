"""What optimizers share: gradients of a loss, slots of the variables that have one, and the operation that updates them."""
import _tfscope
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.ops import (
    control_flow_ops, gradients_impl, math_ops, resource_variable_ops, state_ops, variable_scope, variables)
from tensorflow.python.training import slot_creator
from tensorflow.python.util import nest


def apply_op(kind, var, slots, values):
    """The operation of a kind that changes a variable and its slots."""
    resource = resource_variable_ops.is_resource_variable(var)
    kind = "Resource" + kind if resource else kind
    with ops.name_scope(None, kind) as scope:
        values = [ops.convert_to_tensor(value) for value in values]
        if resource:
            return ops.create_op(kind, [one.handle for one in [var] + slots] + values, [], scope)
        return ops.create_op(kind, [_ref(one) for one in [var] + slots] + values, [(var.shape, _ref(var).dtype)], scope)


def _ref(variable):
    return variable._ref() if isinstance(variable, variables.Variable) else variable


def _is_variable(variable):
    return isinstance(variable, variables.Variable)


class Optimizer(object):

    GATE_NONE = 0
    GATE_OP = 1
    GATE_GRAPH = 2
    _has_unknown_variables = False
    _tensors = ()  # (attribute of a number, name of its constant), made before the updates

    def __init__(self, use_locking, name):
        if not name:
            raise ValueError("Must specify the optimizer name")
        self._use_locking = use_locking
        self._name = name
        self._slots = {}          # name: {(graph, name of the variable): slot}
        self._non_slot_dict = {}

    def get_name(self):
        return self._name

    def _may_have_more(self):
        """There may be variables that are not known: those asked for, or those of a caller that is not evaluated."""
        return self._has_unknown_variables or _tfscope.may_exist(ops.get_default_graph()._id, True)

    def minimize(self, loss, global_step=None, var_list=None, gate_gradients=GATE_OP, aggregation_method=None,
                 colocate_gradients_with_ops=False, name=None, grad_loss=None):
        pairs = self.compute_gradients(
            loss, var_list=var_list, gate_gradients=gate_gradients, aggregation_method=aggregation_method,
            colocate_gradients_with_ops=colocate_gradients_with_ops, grad_loss=grad_loss)
        if not [var for grad, var in pairs if grad is not None] and not self._may_have_more():
            _tfscope.fail(
                "graph_construction", ValueError, "No gradients provided for any variable, check your graph for ops that do "
                "not support gradients, between variables %s and loss %s." % ([str(var) for _, var in pairs], loss))
        return self.apply_gradients(pairs, global_step=global_step, name=name)

    def compute_gradients(self, loss, var_list=None, gate_gradients=GATE_OP, aggregation_method=None,
                          colocate_gradients_with_ops=False, grad_loss=None):
        if callable(loss):
            loss = loss()
        if gate_gradients not in [Optimizer.GATE_NONE, Optimizer.GATE_OP, Optimizer.GATE_GRAPH]:
            raise ValueError("gate_gradients must be one of: Optimizer.GATE_NONE, Optimizer.GATE_OP, Optimizer.GATE_GRAPH.  "
                             "Not %s" % gate_gradients)
        self._assert_valid_dtypes([loss])
        if grad_loss is not None:
            self._assert_valid_dtypes([grad_loss])
        self._has_unknown_variables = _tfscope.is_unknown(var_list)
        if self._has_unknown_variables or var_list is None:
            var_list = variables.trainable_variables() + ops.get_collection(ops.GraphKeys.TRAINABLE_RESOURCE_VARIABLES)
        else:
            var_list = nest.flatten(var_list)
        _check_can_change(var_list)
        if not var_list:
            self._has_unknown_variables = self._has_unknown_variables or gradients_impl.leads_to_unknown(loss)
        if not var_list and not self._may_have_more():
            _tfscope.fail("graph_construction", ValueError, "No variables to optimize.")
        grads = gradients_impl.gradients(loss, var_list, grad_ys=grad_loss,
                                         gate_gradients=gate_gradients == Optimizer.GATE_OP,
                                         aggregation_method=aggregation_method,
                                         colocate_gradients_with_ops=colocate_gradients_with_ops)
        if gate_gradients == Optimizer.GATE_GRAPH:
            grads = control_flow_ops.tuple(grads)
        pairs = list(zip(grads, var_list))
        self._assert_valid_dtypes([var for grad, var in pairs if grad is not None and var.dtype != dtypes.resource])
        return pairs

    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        pairs = list(grads_and_vars)
        if not pairs and not self._may_have_more():
            _tfscope.fail("graph_construction", ValueError, "No variables provided.")
        for number, (grad, var) in enumerate(pairs):
            pairs[number] = (_as_gradient(grad), var)
            _check_can_change([var])
        var_list = [var for grad, var in pairs if grad is not None]
        if not var_list and not self._may_have_more():
            _tfscope.fail("graph_construction", ValueError, "No gradients provided for any variable: %s." % (
                [str(var) for _, var in pairs],))
        if not var_list:
            return control_flow_ops.no_op()
        with ops.init_scope(), variable_scope.Api("tf.train.Optimizer.minimize"):
            self._create_slots(var_list)
        updates = []
        with ops.name_scope(name, self._name) as name:
            self._prepare()
            for grad, var in pairs:
                if grad is not None:
                    with ops.name_scope("update_" + var.op.name), ops.colocate_with(var):
                        updates.append(self._update(grad, var))
            if global_step is None:
                update = self._finish(updates, name)
            else:
                with ops.control_dependencies([self._finish(updates, "update")]):
                    update = _next_step(global_step, name)
            update = update.op if isinstance(update, ops.Tensor) else update
            train_op = ops.get_collection_ref(ops.GraphKeys.TRAIN_OP)
            if not any([update is other for other in train_op]):
                train_op.append(update)
            return update

    def _update(self, grad, var):
        if _tfscope.is_unknown(var):
            return _tfscope.unknown("opaque")
        if not _is_variable(var):
            raise NotImplementedError("Trying to update a Tensor ", var)
        if isinstance(grad, ops.IndexedSlices):
            if getattr(var, "constraint", None) is not None:
                raise RuntimeError("Cannot use a constraint function on a sparse variable.")
            if resource_variable_ops.is_resource_variable(var):
                return self._resource_apply_sparse_duplicate_indices(grad.values, var, grad.indices)
            update = self._apply_sparse_duplicate_indices(grad, var)
        elif resource_variable_ops.is_resource_variable(var):
            update = self._resource_apply_dense(grad, var)
        else:
            update = self._apply_dense(grad, var)
        if getattr(var, "constraint", None) is not None:
            with ops.control_dependencies([update]):
                return var.assign(var.constraint(var))
        return update.op if isinstance(update, ops.Tensor) else update

    # ---- what the kinds of optimizers say
    def _valid_dtypes(self):
        return [dtypes.float32, dtypes.float64, dtypes.float16, dtypes.bfloat16]

    def _assert_valid_dtypes(self, tensors):
        valid = self._valid_dtypes()
        for tensor in tensors:
            if not _tfscope.is_unknown(tensor.dtype) and tensor.dtype.base_dtype not in valid:
                raise ValueError("Invalid type %r for %s, expected: %s." % (
                    tensor.dtype.base_dtype, tensor.name, [one for one in valid]))

    def _create_slots(self, var_list):
        pass

    def _prepare(self):
        for attribute, name in self._tensors:
            value = getattr(self, attribute)
            setattr(self, attribute + "_tensor", ops.convert_to_tensor(value() if callable(value) else value, name=name))

    def _apply_dense(self, grad, var):
        raise NotImplementedError()

    def _resource_apply_dense(self, grad, handle):
        return self._apply_dense(grad, handle)

    def _apply_sparse_duplicate_indices(self, grad, var):
        return self._apply_sparse(grad, var)

    def _apply_sparse(self, grad, var):
        return self._apply_dense(grad.values, var)

    def _resource_apply_sparse_duplicate_indices(self, grad, handle, indices):
        return self._resource_apply_sparse(grad, handle, indices)

    def _resource_apply_sparse(self, grad, handle, indices):
        return self._resource_apply_dense(grad, handle)

    def _finish(self, update_ops, name_scope):
        return control_flow_ops.group(*update_ops, name=name_scope)

    def _call_if_callable(self, param):
        return param() if callable(param) else param

    def _cast_to(self, var, *attributes):
        """The constants of `_prepare` in the type of a variable."""
        return [math_ops.cast(getattr(self, attribute + "_tensor"), var.dtype.base_dtype) for attribute in attributes]

    # ---- slots
    def _slot_dict(self, slot_name):
        return self._slots.setdefault(slot_name, {})

    def _slot(self, var, slot_name, make):
        slots = self._slot_dict(slot_name)
        key = _var_key(var)
        if key not in slots:
            slots[key] = make()
        return slots[key]

    def _get_or_make_slot(self, var, val, slot_name, op_name):
        return self._slot(var, slot_name, lambda: slot_creator.create_slot(var, val, op_name))

    def _get_or_make_slot_with_initializer(self, var, initializer, shape, dtype, slot_name, op_name):
        return self._slot(var, slot_name, lambda: slot_creator.create_slot_with_initializer(
            var, initializer, shape, dtype, op_name))

    def _zeros_slot(self, var, slot_name, op_name):
        return self._slot(var, slot_name, lambda: slot_creator.create_zeros_slot(var, op_name))

    def get_slot(self, var, name):
        return self._slots.get(name, {}).get(_var_key(var))

    def get_slot_names(self):
        return sorted(self._slots.keys())

    def _create_non_slot_variable(self, initial_value, name, colocate_with):
        key = (name, colocate_with.graph._id)
        if key not in self._non_slot_dict:
            with ops.colocate_with(colocate_with):
                self._non_slot_dict[key] = variables.VariableV1(
                    initial_value, name=name, trainable=False,
                    use_resource=resource_variable_ops.is_resource_variable(colocate_with))
        return self._non_slot_dict[key]

    def _get_non_slot_variable(self, name, graph=None):
        return self._non_slot_dict.get((name, graph._id))

    def _non_slot_variables(self):
        return list(self._non_slot_dict.values())

    def variables(self):
        graph = ops.get_default_graph()
        found = self._non_slot_variables() + [slot for slots in self._slots.values() for slot in slots.values()]
        return sorted([var for var in found if var.graph is graph], key=lambda var: var.name)


def _check_can_change(values):
    for value in values:
        if not _tfscope.is_unknown(value) and value.op.type != "VarHandleOp" and not isinstance(
                value, (variables.Variable, ops.Tensor)):
            raise NotImplementedError("Trying to optimize unsupported type ", value)


def _as_gradient(grad):
    if grad is None:
        return None
    try:
        return ops.convert_to_tensor_or_composite(grad)
    except TypeError:
        raise TypeError("Gradient must be convertible to a Tensor or IndexedSlices, or None: %s" % grad)


def _next_step(global_step, name):
    with ops.colocate_with(global_step):
        if resource_variable_ops.is_resource_variable(global_step):
            one = ops.convert_to_tensor(1, dtype=global_step.dtype)
            return ops.create_op("AssignAddVariableOp", [global_step.handle, one], [], name)
        return state_ops.assign_add(global_step, 1, name=name)


def _var_key(var):
    return (var.op.graph._id, var.op.name)
