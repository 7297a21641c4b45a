"""make_template: a function whose variables are made by its first call and shared by later ones."""
import functools

import _tfscope
from tensorflow.python.framework import ops
from tensorflow.python.ops import variable_scope as scopes


def make_template(name_, func_, create_scope_now_=False, unique_name_=None, custom_getter_=None, **kwargs):
    if kwargs:
        func_ = functools.partial(func_, **kwargs)
    return Template(name_, func_, create_scope_now_, unique_name_, custom_getter_)


def make_template_internal(name_, func_, create_scope_now_=False, unique_name_=None, custom_getter_=None,
                           create_graph_function_=False, **kwargs):
    return make_template(name_, func_, create_scope_now_, unique_name_, custom_getter_, **kwargs)


class Template(object):

    def __init__(self, name, func, create_scope_now=False, unique_name=None, custom_getter=None,
                 create_graph_function=False):
        self._func = func
        self._name = name
        self._unique_name = unique_name
        self._custom_getter = custom_getter
        if name is None:
            _tfscope.fail("invalid_scope", ValueError, "name cannot be None.")
        self._variable_scope = None
        if create_scope_now:
            with scopes._pure_variable_scope(unique_name or scopes._get_unique_variable_scope(name),
                                             custom_getter=custom_getter) as scope:
                self._variable_scope = scope
        self._variables_created = False
        self._first_call = True

    def __call__(self, *args, **kwargs):
        if self._variable_scope is not None:
            with scopes.variable_scope(self._variable_scope, reuse=not self._first_call):
                return self._call_func(args, kwargs)
        with scopes.variable_scope(self._unique_name, self._name, custom_getter=self._custom_getter) as scope:
            self._variable_scope = scope
            return self._call_func(args, kwargs)

    def _call_func(self, args, kwargs):
        if not self._variables_created:
            self._first_call = False
            try:
                result = self._func(*args, **kwargs)
            except:
                self._first_call = True
                raise
            self._variables_created = True
            return result
        graph = ops.get_default_graph()
        before = len(graph._collections.get(ops.GraphKeys.TRAINABLE_VARIABLES, ()))
        result = self._func(*args, **kwargs)
        trainable = graph._collections.get(ops.GraphKeys.TRAINABLE_VARIABLES, ())
        if len(trainable) != before:
            _tfscope.fail("graph_construction", ValueError, "Trainable variable created when calling a template after the "
                          "first time, perhaps you used tf.Variable when you meant tf.get_variable: %s"
                          % (trainable[before:],), trainable[before].op.name if len(trainable) > before else "")
        return result

    @property
    def name(self):
        return self._name

    @property
    def func(self):
        return self._func

    @property
    def variable_scope(self):
        return self._variable_scope

    @property
    def var_scope(self):
        return self._variable_scope

    @property
    def variable_scope_name(self):
        if self._variable_scope is None:
            return None
        name = self._variable_scope.name
        return name if not name or name[-1] == "/" else name + "/"

    def _collection(self, key):
        return ops.get_collection(key, self.variable_scope_name) if self._variables_created else []

    @property
    def variables(self):
        return self.global_variables + self.local_variables

    @property
    def trainable_variables(self):
        return self._collection(ops.GraphKeys.TRAINABLE_VARIABLES)

    @property
    def non_trainable_variables(self):
        trainable = self.trainable_variables
        return [variable for variable in self.global_variables if not any(variable is one for one in trainable)]

    @property
    def global_variables(self):
        return self._collection(ops.GraphKeys.GLOBAL_VARIABLES)

    @property
    def local_variables(self):
        return self._collection(ops.GraphKeys.LOCAL_VARIABLES)

    weights = variables
    trainable_weights = trainable_variables
    non_trainable_weights = non_trainable_variables
