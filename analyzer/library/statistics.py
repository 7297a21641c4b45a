"""statistics: exact sums, rounded once."""

import collections as _collections
import math as _math

from _tfscope import is_unknown
from fractions import Fraction as _Fraction


class StatisticsError(ValueError):
    pass


def _is_known(values):
    return not any([is_unknown(value) for value in values])


def _exact(value):
    if isinstance(value, float) and (_math.isnan(value) or _math.isinf(value)):
        return value
    return _Fraction(*value.as_integer_ratio()) if hasattr(value, "as_integer_ratio") else _Fraction(value)


def _total(values):
    return sum([_exact(value) for value in values], _Fraction(0))


def _converted(value, values):
    """As the type of the data: ints stay ints where they can."""
    if not isinstance(value, _Fraction):
        return value
    kinds = [type(item) for item in values]
    if all([issubclass(kind, int) for kind in kinds]):
        return value.numerator if value.denominator == 1 else value.numerator / value.denominator
    for kind in kinds:
        if not issubclass(kind, (int, float)):
            return value if kind is _Fraction else kind(value.numerator) / kind(value.denominator)
    return value.numerator / value.denominator


def mean(data):
    values = list(data)
    if not values:
        raise StatisticsError("mean requires at least one data point")
    if not _is_known(values):
        return sum(values) / len(values)
    return _converted(_total(values) / len(values), values)


def harmonic_mean(data):
    values = list(data)
    if not values:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if any([value < 0 for value in values]):
        raise StatisticsError("harmonic mean does not support negative values")
    if len(values) == 1 or 0 in values:
        return values[0] if len(values) == 1 else 0
    inverses = [1 / value for value in values]
    return _converted(len(values) / _total(inverses), inverses)


def median(data):
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def median_low(data):
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    return values[(len(values) - 1) // 2]


def median_high(data):
    values = sorted(data)
    if not values:
        raise StatisticsError("no median for empty data")
    return values[len(values) // 2]


def mode(data):
    counts = _collections.Counter(data).most_common()
    if not counts:
        raise StatisticsError("no mode for empty data")
    best = [value for value, count in counts if count == counts[0][1]]
    if len(best) > 1:
        raise StatisticsError("no unique mode; found %d equally common values" % len(best))
    return best[0]


def _squares(values, center, count):
    """The sum of squared distances from the mean, over a count."""
    given = center is not None
    center = center if given else mean(values)
    terms = [(value - center) ** 2 for value in values]
    if not _is_known(terms):
        return sum(terms) / count
    total = _total(terms)
    if not given:
        total -= _total([value - center for value in values]) ** 2 / len(values)
    return _converted(total / count, terms)


def pvariance(data, mu=None):
    values = list(data)
    if not values:
        raise StatisticsError("pvariance requires at least one data point")
    return _squares(values, mu, len(values))


def variance(data, xbar=None):
    values = list(data)
    if len(values) < 2:
        raise StatisticsError("variance requires at least two data points")
    return _squares(values, xbar, len(values) - 1)


def _root(value):
    return value.sqrt() if hasattr(value, "sqrt") else _math.sqrt(value)


def pstdev(data, mu=None):
    return _root(pvariance(data, mu))


def stdev(data, xbar=None):
    return _root(variance(data, xbar))
