"""What is known of element types."""

from numpy.element_types import _KINDS, dtype as dtype_class, element_type, promote
from numpy.scalars import _TYPES, bool_, complexfloating, floating, generic, signedinteger


def promote_types(type1, type2):
    return dtype_class(promote(element_type(type1), element_type(type2)))


def result_type(*arrays_and_dtypes):
    kinds = [element_type(one._dtype if hasattr(one, "_flat") else one) for one in arrays_and_dtypes]
    result = kinds[0]
    for kind in kinds[1:]:
        result = promote(result, kind)
    return dtype_class(result)


def issubdtype(arg1, arg2):
    one = _TYPES[element_type(arg1)] if not isinstance(arg1, type) or not issubclass(arg1, generic) else arg1
    if arg2 in (int, float, bool, complex):
        arg2 = {int: signedinteger, float: floating, bool: bool_, complex: complexfloating}[arg2]
    if not isinstance(arg2, type) or not issubclass(arg2, generic):
        arg2 = _TYPES[element_type(arg2)]
    return issubclass(one, arg2)


class finfo(object):

    def __init__(self, dtype):
        name = element_type(dtype)
        self.dtype = _TYPES[name]
        self.bits = 8 * _KINDS[name][1]
        self.max = {"float16": 65504.0, "float32": 3.4028234663852886e+38}.get(name, 1.7976931348623157e+308)
        self.min = -self.max
        self.eps = {"float16": 0.000977, "float32": 1.1920929e-07}.get(name, 2.220446049250313e-16)
        self.tiny = {"float16": 6.104e-05, "float32": 1.1754943508222875e-38}.get(name, 2.2250738585072014e-308)


class iinfo(object):

    def __init__(self, type):
        name = element_type(type)
        bits = 8 * _KINDS[name][1]
        self.bits = bits
        self.max = 2 ** bits - 1 if _KINDS[name][2] == "u" else 2 ** (bits - 1) - 1
        self.min = 0 if _KINDS[name][2] == "u" else -2 ** (bits - 1)
