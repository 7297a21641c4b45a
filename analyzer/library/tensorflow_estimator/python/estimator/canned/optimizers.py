"""Optimizers by name."""
from tensorflow.python.training import adagrad, adam, ftrl, gradient_descent, optimizer, rmsprop

_BY_NAME = {
    "Adagrad": adagrad.AdagradOptimizer, "Adam": adam.AdamOptimizer, "Ftrl": ftrl.FtrlOptimizer,
    "RMSProp": rmsprop.RMSPropOptimizer, "SGD": gradient_descent.GradientDescentOptimizer,
}


def get_optimizer_instance(opt, learning_rate=None):
    if isinstance(opt, str):
        if opt not in _BY_NAME:
            raise ValueError("Unsupported optimizer name: {}. Supported names are: {}".format(opt, tuple(sorted(_BY_NAME))))
        if not learning_rate:
            raise ValueError("learning_rate must be specified when opt is string.")
        return _BY_NAME[opt](learning_rate=learning_rate)
    if callable(opt):
        opt = opt()
    if not isinstance(opt, optimizer.Optimizer):
        raise ValueError("The given object is not an Optimizer instance. Given: {}".format(opt))
    return opt
