"""The names of the modes in which an estimator calls its model function."""


class EstimatorModeKeys(object):
    TRAIN = "train"
    EVAL = "eval"
    PREDICT = "infer"
