"""Datasets without the elements that fail."""


def ignore_errors():
    return lambda dataset: dataset._then("IgnoreErrorsDataset", dataset._spec)
