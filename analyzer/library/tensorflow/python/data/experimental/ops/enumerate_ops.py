"""Elements with their numbers."""


def enumerate_dataset(start=0):
    return lambda dataset: dataset.enumerate(start)
