# Names that programs take from their own frames.
import inspect, math, os, sys


def scope():
    return sys._getframe(1).f_code.co_name


def current():
    return inspect.currentframe().f_code.co_name, inspect.stack()[1][3], inspect.stack()[0].function


class Layer:
    def build(self):
        return scope(), current(), sys._getframe().f_lineno

    def nested(self):
        return [self.build() for _ in range(2)], (lambda: scope())()


def deep(n):
    frame = sys._getframe()
    count = 0
    while frame is not None:
        count += frame.f_code.co_name == "deep"
        frame = frame.f_back
    return count if n == 0 else deep(n - 1)


print(scope(), current(), Layer().build(), Layer().nested(), deep(4))
print(os.path.basename(sys._getframe().f_code.co_filename) == os.path.basename(__file__), inspect.getfile(deep) == __file__)
print(sys._getframe().f_globals is globals(), sys._getframe().f_back is None)
try:
    sys._getframe(50)
except ValueError as error:
    print(error)
print(math.acosh(2), math.asinh(1), math.atanh(0.5), math.erfc(0.5))
for function in (lambda: math.acosh(0.5), lambda: math.atanh(1)):
    try:
        function()
    except ValueError as error:
        print(error)
