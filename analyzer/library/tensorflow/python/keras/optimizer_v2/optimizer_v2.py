"""Keras optimizers: their hyperparameters and slots are variables, made when the first gradients are applied."""

from _tfscope import is_unknown
from tensorflow.python.framework import dtypes, ops
from tensorflow.python.keras import initializers
from tensorflow.python.ops import control_flow_ops, gradients_impl, init_ops, variable_scope, variables


class OptimizerV2(object):
    """`_HYPERS` are the names of hyperparameters beside the learning rate and its decay."""

    _HYPERS = ()
    _SLOTS = ()

    def __init__(self, name, **kwargs):
        for key in kwargs:
            if key not in ("clipnorm", "clipvalue", "lr", "decay"):
                raise TypeError("Unexpected keyword argument passed to optimizer: " + str(key))
            if not is_unknown(kwargs[key]) and kwargs[key] is not None and not callable(kwargs[key]) and kwargs[key] < 0:
                raise ValueError("Expected {} >= 0, received: {}".format(key, kwargs[key]))
        self._name = name
        self._hyper, self._made, self._slots, self._weights = {}, {}, {}, []
        self._iterations = None
        self._set_hyper("decay", kwargs.get("decay", 0.0))

    def _set_hyper(self, name, value):
        self._hyper[name] = value

    def _get_hyper(self, name, dtype=None):
        return self._made.get(name, self._hyper[name])

    def __getattribute__(self, name):
        if name == "lr":
            name = "learning_rate"
        hypers = object.__getattribute__(self, "__dict__").get("_hyper", {})
        return self._get_hyper(name) if name in hypers else object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        name = "learning_rate" if name == "lr" else name
        if name in self.__dict__.get("_hyper", {}):
            self._set_hyper(name, value)
        else:
            object.__setattr__(self, name, value)

    # ---- variables
    def add_weight(self, name, shape, dtype=None, initializer="zeros", trainable=None, synchronization=None,
                   aggregation=None):
        initializer = initializers.get(initializer)
        dtype = dtypes.as_dtype(dtype or dtypes.float32)
        with variable_scope.Api("tf.keras.optimizers"):
            variable = variables.VariableV1(lambda: initializer(shape, dtype=dtype), name=name, trainable=False,
                                            dtype=dtype, use_resource=True)
        self._weights.append(variable)
        return variable

    @property
    def iterations(self):
        if self._iterations is None:
            self._iterations = self.add_weight("iter", [], dtypes.int64)
        return self._iterations

    @iterations.setter
    def iterations(self, variable):
        if self._iterations is not None:
            raise RuntimeError("Cannot set `iterations` to a new Variable after the Optimizer weights have been created")
        self._iterations = variable

    def _create_hypers(self):
        for name in sorted(self._hyper):
            value = self._hyper[name]
            if name not in self._made and not isinstance(value, ops.Tensor) and (is_unknown(value) or not callable(value)):
                self._made[name] = self.add_weight(name, [], initializer=init_ops.Constant(value))

    def _create_slots(self, var_list):
        for slot in self._SLOTS:
            for variable in var_list:
                self.add_slot(variable, slot)

    def add_slot(self, var, slot_name, initializer="zeros"):
        key = var.op.name, slot_name
        if key not in self._slots:
            with ops.control_dependencies(None):
                self._slots[key] = self.add_weight("%s/%s" % (var.op.name, slot_name), var.shape,
                                                   var.dtype.base_dtype, initializer)
        return self._slots[key]

    def get_slot(self, var, slot_name):
        return self._slots[var.op.name, slot_name]

    @property
    def weights(self):
        return self._weights

    variables = weights

    # ---- training
    def get_gradients(self, loss, params):
        with ops.name_scope("gradients"):
            return gradients_impl.gradients(loss, params)

    def get_updates(self, loss, params):
        gradients = self.get_gradients(loss, params)
        return [self.apply_gradients(zip(gradients, params))]

    def minimize(self, loss, var_list, grad_loss=None, name=None):
        """The loss is a function."""
        value, variables_ = loss(), var_list() if callable(var_list) else var_list
        with ops.name_scope(self._name + "/gradients"):
            gradients = gradients_impl.gradients(value, variables_, grad_loss)
        return self.apply_gradients(zip(gradients, variables_), name=name)

    def apply_gradients(self, grads_and_vars, name=None):
        pairs = list(grads_and_vars)
        var_list = [variable for gradient, variable in pairs if gradient is not None]
        if pairs and not var_list:
            raise ValueError("No gradients provided for any variable: %s." % ([variable.name for _, variable in pairs],))
        with ops.name_scope(self._name):
            self.iterations
            self._create_hypers()
            self._create_slots(var_list)
            return control_flow_ops.no_op(name=name)

    def get_config(self):
        return dict(self._hyper, name=self._name)

    def get_weights(self):
        return [None for _ in self._weights]

    def set_weights(self, weights):
        pass


class SGD(OptimizerV2):

    def __init__(self, learning_rate=0.01, momentum=0.0, nesterov=False, name="SGD", **kwargs):
        super(SGD, self).__init__(name, **kwargs)
        self._set_hyper("learning_rate", kwargs.get("lr", learning_rate))
        self._momentum = isinstance(momentum, ops.Tensor) or callable(momentum) or momentum > 0
        if isinstance(momentum, (int, float)) and (momentum < 0 or momentum > 1):
            raise ValueError("`momentum` must be between [0, 1].")
        self._set_hyper("momentum", momentum)
        self.nesterov = nesterov
        self._SLOTS = ("momentum",) if self._momentum else ()


class RMSprop(OptimizerV2):

    def __init__(self, learning_rate=0.001, rho=0.9, momentum=0.0, epsilon=1e-7, centered=False, name="RMSprop", **kwargs):
        super(RMSprop, self).__init__(name, **kwargs)
        self._set_hyper("learning_rate", kwargs.get("lr", learning_rate))
        self._set_hyper("rho", rho)
        if isinstance(momentum, (int, float)) and (momentum < 0 or momentum > 1):
            raise ValueError("`momentum` must be between [0, 1].")
        self._set_hyper("momentum", momentum)
        has_momentum = isinstance(momentum, ops.Tensor) or callable(momentum) or momentum > 0
        self._SLOTS = ("rms",) + (("momentum",) if has_momentum else ()) + (("mg",) if centered else ())
        self.epsilon, self.centered = epsilon, centered


class Adam(OptimizerV2):

    _SLOTS = ("m", "v")

    def __init__(self, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7, amsgrad=False, name="Adam", **kwargs):
        super(Adam, self).__init__(name, **kwargs)
        self._set_hyper("learning_rate", kwargs.get("lr", learning_rate))
        self._set_hyper("beta_1", beta_1)
        self._set_hyper("beta_2", beta_2)
        self.epsilon, self.amsgrad = epsilon, amsgrad
        if amsgrad:
            self._SLOTS = ("m", "v", "vhat")


class Adamax(OptimizerV2):

    _SLOTS = ("m", "v")

    def __init__(self, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7, name="Adamax", **kwargs):
        super(Adamax, self).__init__(name, **kwargs)
        self._set_hyper("learning_rate", kwargs.get("lr", learning_rate))
        self._set_hyper("beta_1", beta_1)
        self._set_hyper("beta_2", beta_2)
        self.epsilon = epsilon


class Nadam(OptimizerV2):

    _SLOTS = ("m", "v")

    def __init__(self, learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7, name="Nadam", **kwargs):
        super(Nadam, self).__init__(name, **kwargs)
        self._set_hyper("learning_rate", kwargs.get("lr", learning_rate))
        self._set_hyper("beta_1", beta_1)
        self._set_hyper("beta_2", beta_2)
        self.epsilon, self._m_cache = epsilon, None

    def _create_slots(self, var_list):
        if self._m_cache is None:
            self._m_cache = self.add_weight("momentum_cache", [], initializer="ones")
        super(Nadam, self)._create_slots(var_list)


class Adagrad(OptimizerV2):

    def __init__(self, learning_rate=0.001, initial_accumulator_value=0.1, epsilon=1e-7, name="Adagrad", **kwargs):
        if initial_accumulator_value < 0.0:
            raise ValueError("initial_accumulator_value must be non-negative: %s" % initial_accumulator_value)
        super(Adagrad, self).__init__(name, **kwargs)
        self._set_hyper("learning_rate", kwargs.get("lr", learning_rate))
        self.epsilon = epsilon

    _SLOTS = ("accumulator",)


class Adadelta(OptimizerV2):

    _SLOTS = ("accum_grad", "accum_var")

    def __init__(self, learning_rate=0.001, rho=0.95, epsilon=1e-7, name="Adadelta", **kwargs):
        super(Adadelta, self).__init__(name, **kwargs)
        self._set_hyper("learning_rate", kwargs.get("lr", learning_rate))
        self._set_hyper("rho", rho)
        self.epsilon = epsilon


class Ftrl(OptimizerV2):

    def __init__(self, learning_rate=0.001, learning_rate_power=-0.5, initial_accumulator_value=0.1,
                 l1_regularization_strength=0.0, l2_regularization_strength=0.0, name="Ftrl",
                 l2_shrinkage_regularization_strength=0.0, **kwargs):
        super(Ftrl, self).__init__(name, **kwargs)
        self._set_hyper("learning_rate", kwargs.get("lr", learning_rate))
        for name, value in (("learning_rate_power", learning_rate_power),
                            ("l1_regularization_strength", l1_regularization_strength),
                            ("l2_regularization_strength", l2_regularization_strength)):
            self._set_hyper(name, value)

    def _create_slots(self, var_list):
        for variable in var_list:
            self.add_slot(variable, "accumulator")
            self.add_slot(variable, "linear")
