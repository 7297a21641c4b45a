"""What is exported of a model, and what it is fed with."""
import collections

from _tfscope import is_unknown
from tensorflow.python.framework import ops
from tensorflow.python.ops import array_ops, parsing_ops


class ServingInputReceiver(collections.namedtuple(
        "ServingInputReceiver", ["features", "receiver_tensors", "receiver_tensors_alternatives"])):

    def __new__(cls, features, receiver_tensors, receiver_tensors_alternatives=None):
        if not is_unknown(features) and not isinstance(features, dict):
            features = {"feature": features}
        return super(ServingInputReceiver, cls).__new__(cls, features, receiver_tensors, receiver_tensors_alternatives)


class TensorServingInputReceiver(collections.namedtuple(
        "TensorServingInputReceiver", ["features", "receiver_tensors", "receiver_tensors_alternatives"])):

    def __new__(cls, features, receiver_tensors, receiver_tensors_alternatives=None):
        return super(TensorServingInputReceiver, cls).__new__(cls, features, receiver_tensors, receiver_tensors_alternatives)


def build_raw_serving_input_receiver_fn(features, default_batch_size=None):
    def receiver():
        tensors = {}
        for name, tensor in features.items():
            shape = tensor.get_shape().as_list()
            tensors[name] = array_ops.placeholder(dtype=tensor.dtype, shape=[default_batch_size] + shape[1:],
                                                  name=tensor.op.name)
        return ServingInputReceiver(tensors, tensors)

    return receiver


def build_parsing_serving_input_receiver_fn(feature_spec, default_batch_size=None):
    def receiver():
        examples = array_ops.placeholder(dtype="string", shape=[default_batch_size], name="input_example_tensor")
        return ServingInputReceiver(parsing_ops.parse_example(examples, feature_spec), {"examples": examples})

    return receiver


class ExportOutput(object):
    pass


class PredictOutput(ExportOutput):

    def __init__(self, outputs):
        self.outputs = outputs if isinstance(outputs, dict) or is_unknown(outputs) else {"output": outputs}


class RegressionOutput(ExportOutput):

    def __init__(self, value):
        if not is_unknown(value) and not (isinstance(value, ops.Tensor) and value.dtype.is_floating):
            raise ValueError("Regression output value must be a float32 Tensor; got {}".format(value))
        self.value = value


class ClassificationOutput(ExportOutput):

    def __init__(self, scores=None, classes=None):
        if scores is None and classes is None:
            raise ValueError("At least one of scores and classes must be set.")
        self.scores, self.classes = scores, classes
