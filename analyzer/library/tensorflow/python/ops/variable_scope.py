"""Variable scopes, get_variable, and the making of variables by creators."""
import contextlib
import functools

import _tfscope
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.framework.graph_contexts import decided, each_value, given_values
from tensorflow.python.ops import resource_variable_ops, variable_store, variables
from tensorflow.python.ops.variable_store import VariableStore
from tensorflow.python.ops.variables import VariableAggregation, VariableSynchronization
from tensorflow.python.util.enumeration import Member

AUTO_REUSE = Member("_ReuseMode", "AUTO_REUSE", 1)

_use_resource_by_default = [False]


def enable_resource_variables():
    _use_resource_by_default[0] = True


def disable_resource_variables():
    _use_resource_by_default[0] = False


def resource_variables_enabled():
    return _use_resource_by_default[0]


def no_regularizer(_):
    return None


class VariableScope(object):

    _entry = 0  # which entry into a scope of the graph, from 1; the root scope is not entered

    def __init__(self, reuse, name="", initializer=None, regularizer=None, caching_device=None, partitioner=None,
                 custom_getter=None, name_scope="", dtype=dtypes.float32, use_resource=None, constraint=None):
        self._name = name
        self._initializer = initializer
        self._regularizer = regularizer
        self._reuse = reuse
        self._caching_device = caching_device
        self._partitioner = partitioner
        self._custom_getter = custom_getter
        self._name_scope = name_scope
        self._dtype = dtype
        self._use_resource = use_resource
        self._constraint = constraint

    name = property(lambda self: self._name)
    original_name_scope = property(lambda self: self._name_scope)
    reuse = property(lambda self: self._reuse)
    initializer = property(lambda self: self._initializer)
    dtype = property(lambda self: self._dtype)
    use_resource = property(lambda self: self._use_resource)
    regularizer = property(lambda self: self._regularizer)
    caching_device = property(lambda self: self._caching_device)
    partitioner = property(lambda self: self._partitioner)
    custom_getter = property(lambda self: self._custom_getter)
    constraint = property(lambda self: self._constraint)

    def reuse_variables(self):
        self._reuse = True
        _tfscope.reuse_set(ops.get_default_graph()._variables_graph._id, self._name)

    def set_initializer(self, initializer):
        self._initializer = initializer

    def set_dtype(self, dtype):
        self._dtype = dtype

    def set_use_resource(self, use_resource):
        self._use_resource = use_resource

    def set_regularizer(self, regularizer):
        self._regularizer = regularizer

    def set_caching_device(self, caching_device):
        self._caching_device = caching_device

    def set_partitioner(self, partitioner):
        self._partitioner = partitioner

    def set_custom_getter(self, custom_getter):
        self._custom_getter = custom_getter

    def get_collection(self, name):
        return ops.get_collection(name, self._name + "/" if self._name else "")

    def trainable_variables(self):
        return self.get_collection(ops.GraphKeys.TRAINABLE_VARIABLES)

    def global_variables(self):
        return self.get_collection(ops.GraphKeys.GLOBAL_VARIABLES)

    def local_variables(self):
        return self.get_collection(ops.GraphKeys.LOCAL_VARIABLES)

    def get_variable(self, var_store, name, shape=None, dtype=None, initializer=None, regularizer=None, reuse=None,
                     trainable=None, collections=None, caching_device=None, partitioner=None, validate_shape=True,
                     use_resource=None, custom_getter=None, constraint=None,
                     synchronization=VariableSynchronization.AUTO, aggregation=VariableAggregation.NONE):
        name = _tfscope.text(name)
        if self._name and not isinstance(name, str):
            _tfscope.fail("invalid_scope", TypeError, 'can only concatenate str (not "%s") to str' % type(name).__name__)
        full_name = self._name + "/" + name if self._name else name
        with ops.name_scope(None):
            known = not (_tfscope.is_unknown(dtype) or _tfscope.is_unknown(initializer))
            if known and dtype is not None and initializer is not None and not callable(initializer):
                found = ops.convert_to_tensor(initializer).dtype.base_dtype
                if found != dtype:
                    _tfscope.fail("dtype_mismatch", ValueError, "Initializer type '%s' and explicit dtype '%s' don't match."
                                  % (found, dtype), full_name)
            return var_store.get_variable(
                full_name, shape=shape,
                dtype=_tfscope.known(_tfscope.either(dtype, self._dtype), dtypes.float32),
                initializer=_tfscope.either(initializer, self._initializer),
                regularizer=_tfscope.either(regularizer, self._regularizer),
                reuse=_tfscope.either(reuse, self._reuse),
                trainable=trainable, collections=collections,
                caching_device=_tfscope.either(caching_device, self._caching_device),
                partitioner=_tfscope.known(_tfscope.either(partitioner, self._partitioner), None),
                validate_shape=validate_shape,
                use_resource=_tfscope.known(_tfscope.either(use_resource, self._use_resource), None),
                custom_getter=_tfscope.known(_tfscope.either(custom_getter, self._custom_getter), None),
                constraint=_tfscope.either(constraint, self._constraint),
                synchronization=synchronization, aggregation=aggregation)


# ---- the state of a graph
def get_variable_scope():
    graph = ops.get_default_graph()._variables_graph
    if graph._variable_scope is None:
        graph._variable_scope = VariableScope(_tfscope.caller_reuse(graph._id))
    return graph._variable_scope


def _get_default_variable_store():
    return VariableStore(ops.get_default_graph()._variables_graph)


class _VariableScopeStore(object):
    """The current scope and the counts of a graph, as some programs reach them through private names."""

    def __init__(self, graph):
        self._graph = graph

    @property
    def current_scope(self):
        return get_variable_scope()

    def open_variable_scope(self, scope_name):
        _tfscope.open_scope(self._graph._id, scope_name)

    def close_variable_subscopes(self, scope_name):
        _tfscope.close_subscopes(self._graph._id, scope_name)


def get_variable_scope_store():
    return _VariableScopeStore(ops.get_default_graph()._variables_graph)


def _get_unique_variable_scope(prefix):
    current = get_variable_scope()._name
    full = _tfscope.unique_scope(ops.get_default_graph()._variables_graph._id, current + "/" + prefix if current else prefix)
    return full[len(current) + 1:] if current else full


def get_variable(name, shape=None, dtype=None, initializer=None, regularizer=None, trainable=None, collections=None,
                 caching_device=None, partitioner=None, validate_shape=True, use_resource=None, custom_getter=None,
                 constraint=None, synchronization=VariableSynchronization.AUTO, aggregation=VariableAggregation.NONE):
    with Api("tf.get_variable"):
        return get_variable_scope().get_variable(
            _get_default_variable_store(), name, shape=shape, dtype=dtype, initializer=initializer,
            regularizer=regularizer, trainable=trainable, collections=collections, caching_device=caching_device,
            partitioner=partitioner, validate_shape=validate_shape, use_resource=use_resource,
            custom_getter=custom_getter, constraint=constraint, synchronization=synchronization, aggregation=aggregation)


def get_local_variable(name, shape=None, dtype=None, initializer=None, regularizer=None, trainable=False,
                       collections=None, caching_device=None, partitioner=None, validate_shape=True, use_resource=None,
                       custom_getter=None, constraint=None, synchronization=VariableSynchronization.AUTO,
                       aggregation=VariableAggregation.NONE):
    if collections:
        collections += [ops.GraphKeys.LOCAL_VARIABLES]
    else:
        collections = [ops.GraphKeys.LOCAL_VARIABLES]
    with Api("tf.get_local_variable"):
        return get_variable(
            name, shape=shape, dtype=dtype, initializer=initializer, regularizer=regularizer, trainable=False,
            collections=collections, caching_device=caching_device, partitioner=partitioner,
            validate_shape=validate_shape, use_resource=use_resource, synchronization=synchronization,
            aggregation=aggregation, custom_getter=custom_getter, constraint=constraint)


def _get_partitioned_variable(name, shape=None, dtype=None, initializer=None, regularizer=None, trainable=True,
                              collections=None, caching_device=None, partitioner=None, validate_shape=True,
                              use_resource=None, constraint=None):
    scope = get_variable_scope()
    if scope._custom_getter is not None:
        raise ValueError("Private access to _get_partitioned_variable is not allowed when a custom getter is set.  Current "
                         "custom getter: %s.  It is likely that you're using create_partitioned_variables.  If so, consider "
                         "instead using get_variable with a non-empty partitioner parameter instead." % scope._custom_getter)
    full_name = "/".join(part for part in (scope._name, name) if part)
    with ops.name_scope(None):
        return variable_store.get_variable(
            ops.get_default_graph()._variables_graph, full_name, shape=shape, dtype=_tfscope.either(dtype, scope._dtype),
            initializer=_tfscope.either(initializer, scope._initializer),
            regularizer=_tfscope.either(regularizer, scope._regularizer), reuse=scope._reuse,
            trainable=trainable, collections=collections, caching_device=caching_device, partitioner=partitioner,
            validate_shape=validate_shape, use_resource=_tfscope.either(use_resource, scope._use_resource),
            constraint=constraint)


# ---- scopes as context managers
class _pure_variable_scope(object):
    """A variable scope without a name scope."""

    def __init__(self, name_or_scope, reuse=None, initializer=None, regularizer=None, caching_device=None,
                 partitioner=None, custom_getter=None, old_name_scope=None, dtype=dtypes.float32, use_resource=None,
                 constraint=None):
        self._name_or_scope = name_or_scope
        self._reuse = reuse
        self._custom_getter = custom_getter
        self._old_name_scope = old_name_scope
        self._constraint = constraint
        self._defaults = (("_initializer", initializer), ("_regularizer", regularizer), ("_caching_device", caching_device),
                          ("_partitioner", partitioner), ("_dtype", dtype), ("_use_resource", use_resource))
        self._graph = ops.get_default_graph()._variables_graph
        self._by_object = isinstance(name_or_scope, VariableScope)
        if self._by_object:
            self._entered = self._scope_like(name_or_scope, reuse or name_or_scope._reuse, name_or_scope._name,
                                             name_or_scope._name_scope)

    def _scope_like(self, model, reuse, name, name_scope):
        """A scope with the defaults of another one, where they are not given here. The constraint is not inherited."""
        scope = VariableScope(reuse, name, model._initializer, model._regularizer, model._caching_device,
                              model._partitioner, model._custom_getter, name_scope, model._dtype, model._use_resource,
                              self._constraint)
        for attribute, value in self._defaults:
            if value is not None:
                setattr(scope, attribute, value)
        if self._custom_getter is not None:
            scope._custom_getter = _composed_getter(self._custom_getter, model._custom_getter)
        return scope

    def __enter__(self):
        graph = self._graph
        with graph.as_default():
            self._old = old = get_variable_scope()
        if self._by_object:
            _tfscope.open_scope(graph._id, self._entered._name)
            self._counts = _tfscope.remember_counts(graph._id)
        else:
            name = self._name_or_scope
            full = old._name + "/" + name if old._name else name
            self._reuse = self._reuse or old._reuse
            self._entered = self._scope_like(old, self._reuse, full,
                                             name if self._old_name_scope is None else self._old_name_scope)
            _tfscope.open_scope(graph._id, full)
        self._entered._entry = graph._scope_entries = graph._scope_entries + 1
        graph._variable_scope = self._entered
        _tfscope.scope_entered(graph._id, self._entered._name, self._entered._entry)
        return self._entered

    def __exit__(self, *exception):
        graph = self._graph
        if graph._variable_scope is not self._entered:
            _tfscope.fail("invalid_scope", RuntimeError, "Improper nesting of variable_scope.")
        if self._by_object:
            _tfscope.restore_counts(graph._id, self._counts)
        else:
            _tfscope.close_subscopes(graph._id, self._entered._name)
        graph._variable_scope = self._old
        return False


def _composed_getter(custom_getter, old_getter):
    if old_getter is None:
        return custom_getter

    def wrapped_custom_getter(getter, *args, **kwargs):
        return custom_getter(functools.partial(old_getter, getter), *args, **kwargs)

    return wrapped_custom_getter


class variable_scope(object):

    def __init__(self, name_or_scope, default_name=None, values=None, initializer=None, regularizer=None,
                 caching_device=None, partitioner=None, custom_getter=None, reuse=None, dtype=None, use_resource=None,
                 constraint=None, auxiliary_name_scope=True):
        if default_name is None and name_or_scope is None:
            _tfscope.fail("invalid_scope", TypeError, "If default_name is None then name_or_scope is required")
        if _tfscope.is_unknown(reuse):
            reuse = decided(reuse, "reuse")
        if reuse is False:
            reuse = None
        if not (reuse is True or reuse is None or reuse is AUTO_REUSE):
            _tfscope.fail("invalid_scope", ValueError, "The reuse parameter must be True or False or None.")
        self._name_or_scope = _tfscope.text(name_or_scope)
        self._default_name = _tfscope.text(default_name)
        self._reuse = reuse
        self._arguments = {
            "initializer": initializer, "regularizer": regularizer, "caching_device": caching_device,
            "partitioner": partitioner, "custom_getter": custom_getter, "dtype": dtype, "use_resource": use_resource,
            "constraint": constraint}
        self._graph = ops._get_graph_from_inputs([] if values is None else each_value(given_values(values)))
        self._pure = self._name_scope = None
        auxiliary_name_scope = _tfscope.known(auxiliary_name_scope, True)
        if not isinstance(auxiliary_name_scope, bool):
            _tfscope.fail("invalid_scope", TypeError, "The auxiliary_name_scope must be `True` or `False`, while get %s"
                          % (auxiliary_name_scope,))
        self._auxiliary_name_scope = auxiliary_name_scope

    def __enter__(self):
        self._default = None
        if not ops.get_default_graph().building_function:
            self._default = self._graph.as_default()
            self._default.__enter__()
        try:
            if self._pure is not None:
                if self._name_scope is not None:
                    self._name_scope.__enter__()
                return self._pure.__enter__()
            entered = self._enter_first()
        except:
            if self._default is not None:
                self._default.__exit__()
            raise
        if self._reuse:
            _tfscope.reuse_set(self._graph._id, entered._name)
        return entered

    def _enter_first(self):
        name_scope = None
        if not self._auxiliary_name_scope:
            current = ops.get_name_scope()
            name_scope = ops.name_scope(current + "/" if current else current)
        given = self._name_or_scope
        if given is None:
            if self._reuse:
                _tfscope.fail("invalid_scope", ValueError, "reuse=True cannot be used without a name_or_scope")
            wanted = self._default_name
        elif isinstance(given, str):
            wanted = given
        elif isinstance(given, VariableScope):
            wanted = given._name.split("/")[-1]
        else:
            _tfscope.fail("invalid_scope", TypeError, "VariableScope: name_or_scope must be a string or VariableScope.")
        opened = None
        if given is None or wanted or name_scope is not None:
            name_scope = name_scope or ops.name_scope(wanted)
            opened = name_scope.__enter__()
            self._name_scope = name_scope
        if given is None:
            given = _get_unique_variable_scope(wanted)
        elif isinstance(given, VariableScope) and opened is not None:
            opened = given._name_scope
        pure = _pure_variable_scope(given, reuse=self._reuse, old_name_scope=opened, **self._arguments)
        entered = pure.__enter__()
        self._pure = pure
        return entered

    def __exit__(self, *exception):
        try:
            self._pure.__exit__(*exception)
        finally:
            if self._name_scope is not None:
                self._name_scope.__exit__(*exception)
            if self._default is not None:
                self._default.__exit__(*exception)
        return False


@contextlib.contextmanager
def variable_op_scope(values, name_or_scope, default_name=None, initializer=None, regularizer=None, caching_device=None,
                      partitioner=None, custom_getter=None, reuse=None, dtype=None, use_resource=None, constraint=None):
    with variable_scope(name_or_scope, default_name, values, initializer, regularizer, caching_device, partitioner,
                        custom_getter, reuse, dtype, use_resource, constraint) as scope:
        yield scope


# ---- creators
def variable_creator_scope(variable_creator):
    return ops.get_default_graph()._variable_creator_scope(variable_creator)


def _default_creator(initial_value=None, trainable=None, collections=None, validate_shape=True, caching_device=None,
                     name=None, variable_def=None, dtype=None, expected_shape=None, import_scope=None, constraint=None,
                     use_resource=None, synchronization=None, aggregation=None, shape=None, **others):
    if use_resource is None:
        use_resource = get_variable_scope()._use_resource
    if use_resource is None:
        use_resource = _use_resource_by_default[0]
    kind = resource_variable_ops.ResourceVariable if use_resource else variables.RefVariable
    return kind(initial_value=initial_value, trainable=trainable, collections=collections, validate_shape=validate_shape,
                caching_device=caching_device, name=name, dtype=dtype, constraint=constraint,
                synchronization=synchronization, aggregation=aggregation, shape=shape)


def default_variable_creator(next_creator=None, **kwargs):
    return _default_creator(**kwargs)


# ---- what reports name
_apis = []


class Api(object):
    """Variables made inside are reported under the name of the outermost function that says so."""

    def __init__(self, name):
        self._name = name

    def __enter__(self):
        _apis.append(self._name)

    def __exit__(self, *exception):
        _apis.pop()
        return False


def report_variable(variable, graph, wanted, name, resource):
    shape = variable.shape
    scope = graph._variable_scope
    entry = 0 if scope is None else scope._entry
    _tfscope.variable_made(
        graph._id, variable, variable.op.name, wanted, name is not None, None if shape.ndims is None else shape.as_list(),
        variable.dtype.base_dtype.name, bool(variable.trainable), resource, scope is not None and bool(scope._reuse),
        _apis[0] if _apis else "tf.Variable", "Variable" if name is None else name, "" if entry == 0 else scope._name, entry)
