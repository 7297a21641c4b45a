"""statistics."""


class StatisticsError(ValueError):
    pass


def _values(data, name):
    values = list(data)
    if not values:
        raise StatisticsError(name + " requires at least one data point")
    return values


def mean(data):
    values = _values(data, "mean")
    total = sum(values) / len(values)
    return int(total) if all([isinstance(value, int) for value in values]) and total == int(total) else total


fmean = mean


def median(data):
    values = list(data)
    if not values:
        raise StatisticsError("no median for empty data")
    values = sorted(values)
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def mode(data):
    values = list(data)
    counts = [values.count(value) for value in values]
    return values[counts.index(max(counts))]


def pvariance(data, mu=None):
    values = _values(data, "pvariance")
    center = mean(values) if mu is None else mu
    return mean([(value - center) ** 2 for value in values])


def variance(data, xbar=None):
    values = list(data)
    if len(values) < 2:
        raise StatisticsError("variance requires at least two data points")
    center = mean(values) if xbar is None else xbar
    return sum([(value - center) ** 2 for value in values]) / (len(values) - 1)


def pstdev(data, mu=None):
    return pvariance(data, mu) ** 0.5


def stdev(data, xbar=None):
    return variance(data, xbar) ** 0.5
