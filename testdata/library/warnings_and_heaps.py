# Warnings that filters make errors, and that are recorded.
import heapq
import warnings


def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


class ModelWarning(UserWarning):
    pass


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("first")
    warnings.warn("second", DeprecationWarning)
    warnings.warn(ModelWarning("third"))
    show(lambda: [(str(item.message), item.category.__name__) for item in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    show(lambda: warnings.warn("raised"))
    show(lambda: warnings.warn(ModelWarning("raised too")))
    warnings.filterwarnings("ignore", message="quiet", category=UserWarning)
    show(lambda: warnings.warn("Quiet please"))
    show(lambda: warnings.warn("quiet", RuntimeWarning))
show(lambda: warnings.warn("w", 5))
show(lambda: warnings.simplefilter("nope"))
show(lambda: heapq.heappop([]))
